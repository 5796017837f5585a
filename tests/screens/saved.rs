//! The author's file under the running game: each saved version comes in at the same place, a broken one is told.

use alongside::game::desk::Saved;
use alongside::lint::version;
use alongside::model::Model;
use alongside::scenario::library::Contents;
use bevy_egui::egui::Key;

use super::play::{Play, Start, apartment};

const TEXT: &str = include_str!("../../scenarios/apartment-3c.ron");

fn saved(play: &mut Play, text: &str) {
    let contents = Contents { text: text.to_owned(), problem: None };
    let (id, file) = ("apartment-3c".to_owned(), "apartment-3c.ron".to_owned());
    let version = version(&id, contents, Model::shipped());
    play.harness.state_mut().desk.saved(Saved { id, file, version });
    play.settle();
}

fn open() -> Play {
    let mut play = Start::at_the_door().open();
    play.listen();
    play
}

/// A line on offer at the door, as the file has it.
fn a_line() -> String {
    let scenario = apartment();
    let choice = &scenario.node(scenario.opening).expect("a node").choices[0];
    choice.text.replace('’', "'")
}

#[test]
fn a_saved_line_is_on_offer_at_once_and_at_the_same_place() {
    let mut play = open();
    let before = play.choices();
    saved(&mut play, &TEXT.replace(&a_line(), "A line written just now."));
    let after = play.choices();
    assert_eq!(after.len(), before.len());
    assert!(after.iter().any(|c| c.contains("A line written just now.")), "{after:?}");
    play.say(0);
    let second = play.choices();
    saved(&mut play, TEXT);
    assert_eq!(play.choices(), second, "one turn on, it still stands there");
}

#[test]
fn a_broken_file_is_told_and_the_last_good_version_goes_on() {
    let mut play = open();
    let before = play.choices();
    saved(&mut play, &TEXT.replacen("opening:", "openning:", 1));
    assert!(play.reads("It cannot be played as it stands") && play.reads("Did you mean \"opening\"?"));
    assert_eq!(play.choices(), before);
    play.press(Key::F2);
    assert!(!play.reads("Did you mean") && play.reads("apartment-3c.ron cannot be played"));
    assert_eq!(super::seen::faults(&play), Vec::<String>::new(), "the line about it lies over nothing");
    play.press(Key::F2);
    play.click("put it away (F2)");
    assert!(!play.reads("Did you mean"));
    play.say(0);
    assert_ne!(play.choices(), before, "it goes on");
    saved(&mut play, TEXT);
    assert!(!play.reads("cannot be played"));
}

#[test]
fn what_can_be_played_and_could_be_better_is_told_in_a_line() {
    let mut play = open();
    let with_finding = TEXT.replacen("[Line(", "[Line(who: \"dev\", text: \"Hm.\"), Line(", 1);
    saved(&mut play, &with_finding);
    assert!(play.reads("apartment-3c.ron: ") && play.reads("F2 shows what it is."), "{:?}", play.labels());
    play.press(Key::F2);
    assert!(play.reads("This line does not say what the body does."));
}

#[test]
fn a_file_saved_while_another_is_open_waits_on_the_board() {
    let mut play = Start::default().open();
    saved(&mut play, &TEXT.replacen("title: \"Apartment 3C\"", "title: \"Apartment 3D\"", 1));
    play.click("Practice");
    assert!(play.buttons().iter().any(|b| b.starts_with("Apartment 3D")), "{:?}", play.buttons());
    saved(&mut play, "no scenario at all");
    assert!(!play.reads("cannot be played"), "nobody has it open");
}
