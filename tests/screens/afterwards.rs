//! What comes after a conversation, on the screen: one question on another day, and a hard call that brings practice round.

use alongside::game::desk::Desk;
use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Opened, Records, Stamp};
use alongside::session::{Command, Mode, Phase, Session};
use bevy_egui::egui::Key;
use bevy_egui::egui::accesskit::Role;
use egui_kittest::kittest::Queryable;

use super::play::{Play, Start, apartment};
use super::seen;

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

/// Somebody who went through the apartment yesterday.
fn after_a_day(text: f32) -> Play {
    after_days(text, 1)
}

/// The same, so many days ago.
fn after_days(text: f32, days: i64) -> Play {
    let mut records = Records::in_memory();
    let then = NOW.days_on(-days);
    let trainee = records.add_trainee("Elena", then).expect("kept").ix;
    let mut session = Session::begin(apartment(), Model::shipped(), 3, Mode::Practice);
    while session.ending().is_none() {
        if session.phase() == Phase::Cue {
            session.apply(Command::PassCue).expect("a cue stands open");
        }
        let open = session.open_turn();
        let choice = open.offered[open.order[1 % open.order.len()]].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
    }
    let mut keeper = Keeper::new(Beginning { trainee, form: None, at: then });
    records.keep(&mut keeper, &session, then).expect("kept");
    let opened = Opened { records, told: None };
    let start = Start { text, still: true, ..Start::default() };
    let mut play = start.open_as(|setup| Desk::at(setup, opened, Some(NOW)));
    if play.title() == "Who is here? · Alongside" {
        play.press(Key::Enter);
    }
    play
}

#[test]
fn the_day_after_one_question_is_asked_once() {
    for text in [1.0, 1.5, 2.0] {
        for line in [Key::Num1, Key::Num2, Key::Num3] {
            let mut play = after_a_day(text);
            play.click("One question, Apartment 3C, yesterday");
            assert_eq!(play.title(), "One question · Alongside");
            assert!(play.reads("What would you say now?"), "{:?}", play.labels());
            let mut found = seen::faults(&play);
            play.press(line);
            let does = "does more here.";
            assert!(play.labels().iter().any(|label| label.ends_with(does)), "{:?}", play.labels());
            found.extend(seen::faults(&play));
            assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
            play.press(Key::Enter);
            assert_eq!(play.title(), "Alongside");
            assert!(!play.buttons().iter().any(|b| b.starts_with("One question")), "{:?}", play.buttons());
        }
    }
}

#[test]
fn put_off_it_is_there_still() {
    let mut play = after_a_day(1.0);
    play.click("One question, Apartment 3C, yesterday");
    play.press(Key::Escape);
    assert!(play.buttons().contains(&"One question, Apartment 3C, yesterday".to_owned()), "{:?}", play.buttons());
}

#[test]
fn from_the_question_the_conversation_goes_on_where_it_was() {
    let mut play = after_a_day(1.0);
    play.click("One question, Apartment 3C, yesterday");
    let asked = play.buttons();
    play.press(Key::Num1);
    play.click("Play it again from here");
    assert_eq!(play.title(), "Apartment 3C · Alongside");
    play.settle();
    let lines = play.buttons();
    assert!(asked.iter().filter(|line| line.starts_with("1 of ")).all(|line| lines.contains(line)), "{lines:?}");
}

#[test]
fn a_hard_call_brings_what_was_hard_round_at_once() {
    for text in [1.0, 1.5, 2.0] {
        let mut play = after_a_day(text);
        for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::Enter] {
            play.press(key);
        }
        assert_eq!(play.title(), "Progress · Alongside");
        play.press(Key::H);
        assert_eq!(play.title(), "A hard call · Alongside");
        let found = seen::faults(&play);
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
        play.press(Key::Num3);
        assert_eq!(play.title(), "Progress · Alongside");
        assert!(play.reads("You marked a hard call today."), "{:?}", play.labels());
        assert!(play.reads("due now, after your hard call today."), "{:?}", play.labels());
        let found = seen::faults(&play);
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
        assert!(play.reads("Holding a line"), "the third is about boundaries: {:?}", play.labels());
    }
}

#[test]
fn nothing_is_marked_where_one_goes_back() {
    let mut play = after_a_day(1.0);
    play.click("Progress");
    play.press(Key::H);
    play.press(Key::Escape);
    assert_eq!(play.title(), "Progress · Alongside");
    assert!(!play.reads("hard call today"), "{:?}", play.labels());
}

/// At what to take along, once the apartment was gone through.
fn at_what_to_take(text: f32) -> Play {
    let records = Records::in_memory();
    records.add_trainee("Elena", NOW).expect("kept");
    let opened = Opened { records, told: None };
    let start = Start { text, still: true, ..Start::at_the_door() };
    let mut play = start.open_as(|setup| Desk::at(setup, opened, Some(NOW)));
    if play.title() == "Who is here? · Alongside" {
        play.click("Elena, today");
    }
    play.converse_to_the_debrief();
    for _ in 0..4 {
        play.press(Key::PageDown);
    }
    play
}

fn to_the_title(play: &mut Play) {
    for _ in 0..4 {
        if play.title() != "Alongside" {
            play.press(Key::Escape);
        }
    }
    assert_eq!(play.title(), "Alongside");
}

#[test]
fn a_sentence_for_the_next_shift_is_written_and_stands_under_progress() {
    for text in [1.0, 1.5, 2.0] {
        let mut play = at_what_to_take(text);
        assert!(play.reads("One sentence for your next shift"), "{:?}", play.labels());
        let found = seen::faults(&play);
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
        let field = play.harness.get_by_role(Role::MultilineTextInput);
        field.focus();
        field.type_text("ask before I explain. Please");
        play.settle();
        // in the field P prints nothing and Page Up leads nowhere
        play.press(Key::P);
        play.press(Key::PageUp);
        assert!(play.reads("One sentence for your next shift"), "{:?}", play.labels());
        play.press(Key::Enter);
        to_the_title(&mut play);
        for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
            play.press(key);
        }
        assert_eq!(play.title(), "Progress · Alongside");
        let words = "“On shift I will ask before I explain. Please” You wrote that today.";
        assert!(play.reads(words), "{:?}", play.labels());
    }
}

#[test]
fn who_writes_nothing_keeps_nothing() {
    let mut play = at_what_to_take(1.0);
    to_the_title(&mut play);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        play.press(key);
    }
    assert_eq!(play.title(), "Progress · Alongside");
    assert!(!play.reads("You wrote that"), "{:?}", play.labels());
}

#[test]
fn two_weeks_after_the_first_an_instructor_is_thought_of() {
    for (days, told) in [(1, false), (14, true), (30, false), (60, true)] {
        let mut play = after_days(1.0, days);
        play.click("Progress");
        let words = "About now is a good time to go through one with an instructor.";
        assert_eq!(play.reads(words), told, "after {days} days");
    }
}

#[test]
fn what_is_being_written_is_kept_with_every_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.sqlite");
    let mut play = {
        let records = Records::open(&file).expect("made");
        records.add_trainee("", NOW).expect("kept");
        let opened = Opened { records, told: None };
        let start = Start { still: true, ..Start::at_the_door() };
        start.open_as(|setup| Desk::at(setup, opened, Some(NOW)))
    };
    play.converse_to_the_debrief();
    for _ in 0..4 {
        play.press(Key::PageDown);
    }
    let field = play.harness.get_by_role(Role::MultilineTextInput);
    field.focus();
    field.type_text("wait.");
    play.settle();
    let kept = Records::open(&file).expect("opens").resolution(1).expect("readable");
    assert_eq!(kept.map(|kept| kept.sentence).as_deref(), Some("On shift I will wait."));
}
