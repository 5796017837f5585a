//! The record file: exactly the turns said, and a word when it cannot be written.

use std::path::{Path, PathBuf};

use alongside::session::{Command, replay};

use super::play::{Start, apartment, beside, shown};

/// A file of this name that is not there yet.
pub fn place(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("screens-{name}-{}.json", std::process::id()));
    let _ = std::fs::remove_file(&path);
    path
}

pub fn turns(record: &Path) -> usize {
    let text = std::fs::read_to_string(record).expect("the record");
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    document["turns"].as_array().map_or(0, Vec::len)
}

#[test]
fn the_record_holds_exactly_the_turns_said() {
    let record = place("turns");
    let mut play = Start { record: Some(record.clone()), ..Start::at_the_door() }.open();
    play.listen();
    let mut session = beside(&apartment());
    session.apply(Command::Say(shown(&session)[3].0)).expect("on offer");
    play.say(3);
    assert_eq!(std::fs::read_to_string(&record).expect("written"), text(&session));
    session.apply(Command::Answer(1)).expect("asked");
    play.press(super::play::NUMBERS[1]);
    session.apply(Command::Say(shown(&session)[0].0)).expect("on offer");
    play.say(0);
    assert_eq!(std::fs::read_to_string(&record).expect("written"), text(&session));
    let _ = std::fs::remove_file(&record);
}

fn text(session: &alongside::session::Session) -> String {
    serde_json::to_string_pretty(&replay::document(session)).expect("a document is JSON")
}

#[test]
fn a_record_that_cannot_be_written_is_told_and_the_conversation_goes_on() {
    let record = place("no-such-folder").join("record.json");
    let mut play = Start { record: Some(record), ..Start::at_the_door() }.open();
    play.listen();
    assert!(!play.reads("could not be written"));
    play.say(0);
    assert!(play.reads("The record could not be written"));
    for _ in 0..4 {
        assert_eq!(super::seen::faults(&play), Vec::<String>::new(), "it lies over nothing");
        play.press_with_command(bevy_egui::egui::Key::Plus);
    }
    play.converse_to_the_debrief();
}

#[test]
fn files_that_were_left_out_are_told_until_the_first_conversation_begins() {
    let notice = Some("Left out: bad.ron.".to_owned());
    let mut play = Start { notice, ..Start::default() }.open();
    assert!(play.reads("Left out: bad.ron."));
    assert_eq!(super::seen::faults(&play), Vec::<String>::new(), "it lies over nothing");
    for _ in 0..3 {
        play.press(bevy_egui::egui::Key::Enter);
    }
    assert!(!play.reads("Left out"));
}
