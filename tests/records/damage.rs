//! Damaged files: set aside whole, recovered as far as they can be read.

use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use alongside::model::{Dimension, Model};
use alongside::records::{Beginning, Keeper, Records};
use alongside::session::Mode;
use proptest::prelude::*;

use super::{NOW, begin, file, play_through, say_first, scenario, seated};

/// Records with some finished conversations and one under way, in the file itself and not in the log beside it.
fn full(path: &Path) -> usize {
    let mut records = seated(path).0;
    for day in 0..40 {
        let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW.days_on(day) });
        play_through(&mut records, &mut keeper, Mode::Practice);
    }
    let mut session = begin(Mode::Practice);
    say_first(&mut session);
    let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW });
    records.keep(&mut keeper, &session, NOW).expect("kept");
    41
}

fn spoil(path: &Path, at: u64, with: &[u8]) {
    let mut spoiled = std::fs::OpenOptions::new().write(true).open(path).expect("opens");
    spoiled.seek(SeekFrom::Start(at)).expect("there");
    spoiled.write_all(with).expect("written");
}

/// Spoils an index: every row can still be read, and the file is damaged all the same.
fn spoil_index(path: &Path) {
    let sql = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'attempt' LIMIT 1";
    let db = rusqlite::Connection::open(path).expect("opens");
    let page: i64 = db.query_row(sql, [], |row| row.get(0)).expect("there is one");
    drop(db);
    spoil(path, (page.unsigned_abs() - 1) * 4096, &[0xA5; 4096]);
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_recovered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let attempts = full(&path);
    let whole = std::fs::metadata(&path).expect("there").len();
    spoil(&path, whole / 2 / 4096 * 4096, &[0xA5; 4096]);
    let damaged = std::fs::read(&path).expect("readable");
    let opened = Records::open_for_play(Some(&path), NOW);
    let told = opened.told.expect("the trainee is told");
    assert!(told.starts_with("Your records were damaged. ") && told.contains("could be recovered"), "{told}");
    let aside = folder.path().join("records.damaged-2026-11-04.sqlite");
    assert_eq!(std::fs::read(aside).expect("set aside"), damaged, "not a byte of it was changed");
    let past = opened.records.past(1).expect("readable").len();
    assert!(
        past + 1 > attempts / 2 && past < attempts,
        "most of it is there, and what was lost is not made up: {past}"
    );
    assert_eq!(opened.records.verify().expect("readable").faults, [], "the new file is whole");
    assert_eq!(Records::open_for_play(Some(&path), NOW).told, None, "it is told once");
}

#[test]
fn what_stands_beside_the_attempts_is_recovered_with_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    full(&path);
    {
        let mut records = Records::open(&path).expect("opens");
        for attempt in records.attempts(Some(1)).expect("readable") {
            records.recalled(attempt, true, NOW).expect("kept");
            records.resolve(attempt, "On shift I will wait.", NOW).expect("kept");
        }
        records.mark_hard_call(1, Some(Dimension::Listening), NOW).expect("kept");
        records.tried(1, "reflect", true, NOW).expect("kept");
    }
    spoil_index(&path);
    let opened = Records::open_for_play(Some(&path), NOW);
    let told = opened.told.expect("the trainee is told");
    assert!(told.contains("could be recovered"), "{told}");
    let kept = opened.records.export(1).expect("readable");
    let beside = kept.attempts.iter().filter(|a| a.recall.is_some() && a.resolution.is_some()).count();
    assert_eq!((kept.attempts.len(), beside), (41, 41));
    assert_eq!((kept.hard_calls.len(), kept.lesson.len()), (1, 1));
}

#[test]
fn rows_that_an_earlier_version_wrote_are_recovered_though_the_table_has_grown_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    full(&path);
    let db = rusqlite::Connection::open(&path).expect("opens");
    // as version 4 had it
    db.execute_batch(
        "ALTER TABLE arrival DROP COLUMN of_case;
         INSERT INTO arrival (attempt, course, passport) VALUES
           (1, NULL, '{\"people\":{},\"facts\":[],\"promises\":{}}');",
    )
    .expect("written");
    drop(db);
    spoil_index(&path);
    let opened = Records::open_for_play(Some(&path), NOW);
    let told = opened.told.expect("the trainee is told");
    assert!(told.contains("could be recovered"), "{told}");
    let arrived = opened.records.attempt(1).expect("readable").arriving;
    assert!(arrived.is_some_and(|arriving| arriving.case.is_none()));
}

#[test]
fn a_file_that_is_no_database_any_more_is_set_aside_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    full(&path);
    spoil(&path, 0, &[0; 4096]);
    let opened = Records::open_for_play(Some(&path), NOW);
    assert!(opened.told.expect("told").contains("nothing in them could be read"));
    assert!(opened.records.add_trainee("Elena", NOW).is_ok(), "and one can begin anew");
}

#[test]
fn a_log_torn_anywhere_gives_back_whole_turns_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let (mut records, mut keeper) = seated(&path);
    let mut session = begin(Mode::Practice);
    for _ in 0..6 {
        say_first(&mut session);
        records.keep(&mut keeper, &session, NOW).expect("kept");
    }
    // a copy of what is on disk while the program runs: what a power cut would leave
    let log = std::fs::read(folder.path().join("records.sqlite-wal")).expect("there is a log");
    let base = std::fs::read(&path).expect("readable");
    drop(records);
    let mut seen = std::collections::BTreeSet::new();
    for cut in (0..=log.len()).step_by(997).chain([log.len()]) {
        let torn = tempfile::tempdir().expect("a folder");
        std::fs::write(file(&torn), &base).expect("written");
        std::fs::write(torn.path().join("records.sqlite-wal"), &log[..cut]).expect("written");
        let opened = Records::open_for_play(Some(&file(&torn)), NOW);
        assert_eq!(opened.told, None, "a torn log is nothing to worry about");
        let turns = match opened.records.unfinished(1).ok().flatten() {
            None => 0,
            Some(open) => {
                let (again, _) = open.resume(scenario(), Model::shipped()).expect("what is there is whole");
                let turns = again.transcript().turns.len();
                assert_eq!(again.transcript().turns, session.transcript().turns[..turns]);
                turns
            }
        };
        seen.insert(turns);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5, 6]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_damage_keeps_the_trainee_from_going_on(at in 0.0..1.0f64, bytes in prop::collection::vec(any::<u8>(), 1..600)) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = file(&folder);
        let (mut records, mut keeper) = seated(&path);
        play_through(&mut records, &mut keeper, Mode::Assessment);
        drop(records);
        let whole = std::fs::metadata(&path).expect("there").len();
        spoil(&path, (whole as f64 * at) as u64, &bytes);
        let mut records = Records::open_for_play(Some(&path), NOW).records;
        let trainee = records.add_trainee("Elena", NOW).expect("can be written").ix;
        let mut keeper = Keeper::new(Beginning { trainee, form: None, at: NOW });
        play_through(&mut records, &mut keeper, Mode::Practice);
    }
}
