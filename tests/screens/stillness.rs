//! When the next picture is due: never, where nothing moves.

use bevy_egui::egui::Key;

use super::play::{Play, Start};

fn is_still(play: &Play) -> bool {
    play.desk().next_frame().is_none()
}

#[test]
fn screens_that_only_wait_ask_for_no_picture() {
    let mut play = Start::default().open();
    play.press(Key::Enter);
    assert!(is_still(&play), "the board");
    play.press(Key::Enter);
    assert!(is_still(&play), "the briefing");
    play.press(Key::Enter);
    play.listen();
    play.press(Key::Escape);
    assert!(is_still(&play), "the pause");
    play.press(Key::Escape);
    play.converse_to_the_debrief();
    for _ in 0..5 {
        assert!(is_still(&play), "{:?}", play.desk().debrief_part());
        play.press(Key::PageDown);
    }
}

#[test]
fn with_motion_the_title_and_the_conversation_live() {
    let mut play = Start::default().open();
    assert!(!is_still(&play));
    for _ in 0..3 {
        play.press(Key::Enter);
    }
    play.listen();
    assert_eq!(play.choices().len(), 4);
    assert!(!is_still(&play));
}

#[test]
fn with_reduced_motion_the_title_and_an_open_conversation_are_still() {
    let mut play = Start { still: true, ..Start::default() }.open();
    assert!(is_still(&play), "the title");
    for _ in 0..3 {
        play.press(Key::Enter);
    }
    assert_eq!(play.choices().len(), 4, "their words are there at once");
    assert!(is_still(&play), "an open conversation");
    play.press(Key::Num1);
    assert!(!is_still(&play), "the beat runs out by the clock");
}
