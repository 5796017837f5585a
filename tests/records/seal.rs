//! Sealed assessments: what was changed or taken away shows.

use alongside::records::{Beginning, Fault, Keeper, Records};
use alongside::session::Mode;
use rusqlite::Connection;

use super::{NOW, file, play_through, seated};

/// Three sealed assessments; `tamper` gets at the file, and the faults are told.
fn after(tamper: impl FnOnce(&Connection)) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let mut records = seated(&path).0;
    for day in 0..3 {
        let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW.days_on(day) });
        play_through(&mut records, &mut keeper, Mode::Assessment);
    }
    assert_eq!(records.seals().expect("readable").len(), 3);
    let db = Connection::open(&path).expect("opens");
    tamper(&db);
    drop(db);
    let id = |ix: i64| records.attempt(ix).map(|a| a.attempt.id.to_string());
    let named = [1, 2, 3].map(|ix| id(ix).unwrap_or_default());
    let faults = records.verify().expect("readable").faults;
    let one = |fault: &Fault| {
        let place = |text: String, (i, id): (usize, &String)| match id.is_empty() {
            true => text,
            false => text.replace(id.as_str(), &format!("#{}", i + 1)),
        };
        named.iter().enumerate().fold(fault.to_string(), place)
    };
    faults.iter().map(one).collect()
}

fn run(sql: &'static str) -> impl FnOnce(&Connection) {
    move |db| db.execute_batch(sql).expect("it runs")
}

#[test]
fn what_nobody_touched_is_whole() {
    assert_eq!(after(|_| {}), Vec::<String>::new());
}

#[test]
fn a_better_mark_a_better_line_and_an_earlier_day_all_show() {
    for sql in [
        "UPDATE attempt SET conclusion = replace(conclusion, '0.', '1.') WHERE ix = 2",
        "UPDATE turn SET choice = choice + 1 WHERE attempt = 2 AND number = 3",
        "UPDATE attempt SET began = began - 1 WHERE ix = 2",
        "UPDATE turn SET took = 5000 WHERE attempt = 2 AND number = 0",
    ] {
        let sql: &'static str = sql;
        assert_eq!(after(run(sql)), ["seal 2: attempt #2 was changed after it was sealed"], "{sql}");
    }
}

#[test]
fn a_missing_record_shows_with_its_link_or_without() {
    let gone = after(run("PRAGMA foreign_keys = ON; DELETE FROM attempt WHERE ix = 2"));
    assert_eq!(gone.len(), 1);
    assert!(gone[0].starts_with("seal 2: attempt ") && gone[0].ends_with(" is missing"), "{gone:?}");
    let unlinked =
        after(run("PRAGMA foreign_keys = ON; DELETE FROM attempt WHERE ix = 2; DELETE FROM seal WHERE number = 2"));
    assert_eq!(unlinked, ["seal 3 does not follow from the one before it"]);
}

#[test]
fn an_assessment_without_a_seal_shows() {
    assert_eq!(after(run("DELETE FROM seal WHERE number = 3")), ["assessment #3 has no seal"]);
}

#[test]
fn practice_is_not_sealed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    play_through(&mut records, &mut keeper, Mode::Practice);
    assert_eq!(Records::seals(&records).expect("readable"), []);
}
