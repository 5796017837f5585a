//! What comes after a conversation: the question of another day, and a hard call on shift that nobody else hears of.

use alongside::growth;
use alongside::model::Dimension;
use alongside::records::{Beginning, HardCall, Keeper, Records, Retention, Stamp};
use alongside::session::Mode;

use super::{NOW, begin, file, say_first, seated};

/// From ten in the morning to midnight.
const LATE: i64 = 14 * 3_600_000;

/// A conversation from its beginning to its end at this moment; gives its place in the records.
fn play(records: &mut Records, mode: Mode, at: Stamp) -> i64 {
    let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at });
    let mut session = begin(mode);
    while session.ending().is_none() {
        say_first(&mut session);
        records.keep(&mut keeper, &session, at).expect("kept");
    }
    keeper.attempt().expect("it stands").ix
}

#[test]
fn practice_is_asked_about_from_the_next_day_on_for_a_week_and_once() {
    let (mut records, _) = seated(&file(&tempfile::tempdir().expect("a folder")));
    let first = play(&mut records, Mode::Practice, NOW);
    let asked = |records: &Records, at: Stamp| records.to_recall(1, at).expect("readable");
    let nothing: [i64; 0] = [];
    assert_eq!(asked(&records, Stamp { ms: NOW.ms + LATE - 1, ..NOW }), nothing, "still the same day");
    assert_eq!(asked(&records, Stamp { ms: NOW.ms + LATE, ..NOW }), [first], "midnight where the trainee is");
    assert_eq!(asked(&records, NOW.days_on(7)), [first]);
    assert_eq!(asked(&records, NOW.days_on(8)), nothing, "too long ago");
    let second = play(&mut records, Mode::Coached, NOW.days_on(1));
    assert_eq!(asked(&records, NOW.days_on(2)), [second, first], "the latest first");
    records.recalled(second, true, NOW.days_on(2)).expect("kept");
    assert_eq!(asked(&records, NOW.days_on(2)), nothing, "one a day");
    assert_eq!(asked(&records, NOW.days_on(3)), [first]);
}

#[test]
fn an_assessment_and_what_was_left_are_not_asked_about() {
    let (mut records, _) = seated(&file(&tempfile::tempdir().expect("a folder")));
    play(&mut records, Mode::Assessment, NOW);
    let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW });
    let mut session = begin(Mode::Practice);
    say_first(&mut session);
    records.keep(&mut keeper, &session, NOW).expect("kept");
    records.leave(keeper.attempt().expect("it stands").ix, NOW).expect("left");
    assert!(records.to_recall(1, NOW.days_on(1)).expect("readable").is_empty());
}

#[test]
fn a_hard_call_stands_open_until_what_it_was_about_is_practiced() {
    let (mut records, _) = seated(&file(&tempfile::tempdir().expect("a folder")));
    play(&mut records, Mode::Practice, NOW);
    let after = Stamp { ms: NOW.ms + 1, ..NOW };
    records.mark_hard_call(1, Some(Dimension::Boundaries), after).expect("kept");
    records.mark_hard_call(1, None, after.days_on(1)).expect("kept");
    let open = |records: &Records| -> Vec<growth::HardCall> {
        let past = records.past(1).expect("readable");
        let calls = records.hard_calls(1).expect("readable");
        calls.iter().filter_map(|call| call.open(&past, NOW.zone)).collect()
    };
    let call = |days: i64, dimension| growth::HardCall { day: NOW.day() + days, dimension };
    assert_eq!(open(&records), [call(0, Some(Dimension::Boundaries)), call(1, None)]);
    play(&mut records, Mode::Practice, NOW.days_on(1));
    assert_eq!(open(&records), [call(1, None)], "practiced after the first, before the second");
    play(&mut records, Mode::Practice, NOW.days_on(2));
    assert_eq!(open(&records), []);
}

#[test]
fn both_go_along_in_an_export_and_go_with_their_trainee() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, _) = seated(&file(&folder));
    let attempt = play(&mut records, Mode::Practice, NOW);
    records.recalled(attempt, false, NOW.days_on(1)).expect("kept");
    records.recalled(attempt, true, NOW.days_on(2)).expect("no trouble");
    records.mark_hard_call(1, Some(Dimension::Regard), NOW.days_on(1)).expect("kept");
    let exported = records.export(1).expect("readable");
    let recall = exported.attempts[0].recall.expect("it was answered");
    assert_eq!((recall.found, recall.at), (false, NOW.days_on(1).ms), "the first answer stands");
    assert_eq!(exported.hard_calls, [HardCall { at: NOW.days_on(1).ms, dimension: Some(Dimension::Regard) }]);
    let mut other = Records::open(&folder.path().join("other.sqlite")).expect("made");
    other.import(&exported, NOW).expect("taken in");
    other.import(&exported, NOW).expect("taken in");
    assert_eq!(other.export(1).expect("readable"), exported);
    records.delete_trainee(1, NOW).expect("deleted");
    let db = rusqlite::Connection::open(file(&folder)).expect("opens");
    for table in ["recall", "hard_call"] {
        let count = db.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0));
        assert_eq!(count.expect("a number"), 0, "{table}");
    }
}

#[test]
fn a_hard_call_is_kept_no_longer_than_attempts_are() {
    let (mut records, _) = seated(&file(&tempfile::tempdir().expect("a folder")));
    records.mark_hard_call(1, None, NOW).expect("kept");
    records.set_retention(Retention { months: Some(6), legal_hold: false }).expect("set");
    records.retain(NOW.days_on(182)).expect("done");
    assert_eq!(records.hard_calls(1).expect("readable").len(), 1);
    records.retain(NOW.days_on(184)).expect("done");
    assert_eq!(records.hard_calls(1).expect("readable"), []);
}

#[test]
fn the_sentence_for_the_next_shift_is_kept_on_one_line_and_the_latest_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, _) = seated(&file(&folder));
    let first = play(&mut records, Mode::Practice, NOW);
    let second = play(&mut records, Mode::Practice, NOW.days_on(1));
    let latest = |records: &Records| records.resolution(1).expect("readable").map(|found| found.sentence);
    assert_eq!(latest(&records), None);
    records.resolve(second, "On shift I will\nask first.", NOW.days_on(1)).expect("kept");
    records.resolve(first, "On shift I will wait.", NOW).expect("kept");
    assert_eq!(latest(&records).as_deref(), Some("On shift I will ask first."));
    let mut other = Records::open(&folder.path().join("other.sqlite")).expect("made");
    other.import(&records.export(1).expect("readable"), NOW).expect("taken in");
    assert_eq!(latest(&other), latest(&records));
    records.resolve(second, " ", NOW.days_on(2)).expect("taken back");
    assert_eq!(latest(&records).as_deref(), Some("On shift I will wait."));
    records.forget_practice(first).expect("deleted");
    assert_eq!(latest(&records), None);
}
