//! Taking one's own along, and away.

use std::collections::BTreeSet;

use alongside::records::{Beginning, Keeper, Records, Retention, Stamp};
use alongside::session::Mode;
use serde_json::Value;

use super::{NOW, file, play_through, seated};

fn two_attempts(path: &std::path::Path) -> Records {
    let (mut records, mut keeper) = seated(path);
    play_through(&mut records, &mut keeper, Mode::Practice);
    let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW.days_on(1) });
    play_through(&mut records, &mut keeper, Mode::Assessment);
    records
}

#[test]
fn an_export_brought_to_another_machine_is_the_same() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let here = two_attempts(&file(&folders[0]));
    let mut there = Records::open(&file(&folders[1])).expect("made");
    let exported = here.export(1).expect("readable");
    let done = there.import(&exported, NOW).expect("taken in");
    assert_eq!((done.added, done.known, done.newcomer), (2, 0, true));
    assert_eq!(there.export(1).expect("readable"), exported);
    assert_eq!(there.past(1).expect("readable"), here.past(1).expect("readable"));
    assert_eq!(there.verify().expect("readable").faults, [], "the assessment is sealed there too");
    let again = there.import(&exported, NOW).expect("taken in");
    assert_eq!((again.added, again.known, again.newcomer), (0, 2, false));
}

#[test]
fn what_is_no_export_is_refused_and_adds_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = two_attempts(&file(&folder));
    let mut exported = records.export(1).expect("readable");
    let mut other = Records::in_memory();
    exported.attempts[1].turns[2].terms = "not a number".to_owned();
    assert!(other.import(&exported, NOW).is_err());
    exported.format = "somebody else's".to_owned();
    assert!(other.import(&exported, NOW).is_err());
    assert_eq!(other.trainees().expect("readable"), []);
}

#[test]
fn the_schema_names_exactly_what_an_export_holds() {
    let folder = tempfile::tempdir().expect("a folder");
    let exported = two_attempts(&file(&folder)).export(1).expect("readable");
    let exported = serde_json::to_value(exported).expect("JSON");
    let schema: Value = serde_json::from_str(include_str!("../../docs/records.schema.json")).expect("JSON");
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
    let places = [
        (&exported, "/properties"),
        (&exported["trainee"], "/properties/trainee/properties"),
        (&exported["attempts"][0], "/$defs/attempt/properties"),
        (&exported["attempts"][0]["turns"][0], "/$defs/turn/properties"),
        (&exported["attempts"][0]["conclusion"], "/$defs/conclusion/properties"),
        (&exported["attempts"][0]["conclusion"]["ratings"][0], "/$defs/rating/properties"),
    ];
    for (value, place) in places {
        assert_eq!(keys(value), keys(schema.pointer(place).expect(place)), "{place}");
    }
}

#[test]
fn what_is_deleted_is_gone_from_the_file_and_its_seal_says_when() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let mut records = two_attempts(&path);
    records.rename(1, "Zebediah Quillfeather").expect("kept");
    let attempt = records.past(1).expect("readable")[0].id;
    let holds = |bytes: &[u8]| {
        let whole = ["records.sqlite", "records.sqlite-wal"].map(|f| std::fs::read(folder.path().join(f)));
        whole.into_iter().flatten().any(|file| file.windows(bytes.len()).any(|w| w == bytes))
    };
    assert!(holds(b"Quillfeather") && holds(attempt.as_bytes()), "it was there");
    assert_eq!(records.delete_trainee(1, NOW.days_on(2)).expect("deleted"), 2);
    assert!(!holds(b"Quillfeather") && !holds(attempt.as_bytes()), "and is gone");
    let verified = records.verify().expect("readable");
    assert_eq!((verified.attempts, verified.seals, verified.removed, verified.faults), (0, 1, 1, vec![]));
    assert_eq!(records.seals().expect("readable")[0].removed.map(Stamp::date).as_deref(), Some("2026-11-06"));
}

#[test]
fn what_is_older_than_the_setting_goes_unless_a_legal_hold_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut records = two_attempts(&file(&folder));
    let later = NOW.days_on(31);
    assert_eq!(records.retain(later).expect("done"), 0, "kept for ever by default");
    records.set_retention(Retention { months: Some(1), legal_hold: true }).expect("kept");
    assert_eq!(records.retain(later).expect("done"), 0, "a hold wins");
    assert!(records.delete_trainee(1, later).is_err(), "over everybody");
    records.set_retention(Retention { months: Some(1), legal_hold: false }).expect("kept");
    assert_eq!(records.retain(later).expect("done"), 1, "the one of 31 days");
    assert_eq!(records.past(1).expect("readable").len(), 1);
    assert_eq!(records.verify().expect("readable").faults, []);
}
