//! A class on the screen: where it divided, by keys and by mouse, and nobody named.

use std::sync::Arc;

use alongside::game::desk::Desk;
use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Opened, Records, Stamp};
use alongside::session::{Command, Mode, Phase, Session};
use bevy_egui::egui::Key;

use super::play::{Play, Start, apartment};
use super::seen;

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

/// So many people, each with a habit of their own, each once through the apartment.
fn class_of(count: usize) -> Records {
    let mut records = Records::in_memory();
    for n in 0..count {
        let trainee = records.add_trainee(&format!("Trainee {n}"), NOW).expect("kept").ix;
        let mut session = Session::begin(apartment(), Model::shipped(), n as u64 + 1, Mode::Practice);
        let mut turn = 0;
        while !matches!(session.phase(), Phase::Ended(_)) {
            if session.phase() == Phase::Cue {
                session.apply(Command::PassCue).expect("a cue stands open");
            }
            let offered = &session.open_turn().offered;
            let choice = offered[(n + turn / 3) % offered.len()].choice;
            session.apply(Command::Say(choice)).expect("it is on offer");
            turn += 1;
        }
        let mut keeper = Keeper::new(Beginning { trainee, form: None, at: NOW });
        records.keep(&mut keeper, &session, NOW).expect("kept");
    }
    records
}

fn at_the_class(count: usize, text: f32) -> Play {
    let records = class_of(count);
    let opened = Opened { records, told: None };
    let mut play = Start { text, still: true, ..Start::default() }.open_as(|setup| Desk::at(setup, opened, Some(NOW)));
    play.click("Somebody else");
    play.click("The class (C)");
    assert_eq!(play.title(), "The class · Alongside");
    play
}

#[test]
fn a_class_is_shown_scene_by_scene_and_nobody_is_named() {
    for text in [1.0, 1.5, 2.0] {
        let mut play = at_the_class(9, text);
        assert!(play.reads("Apartment 3C. Nine trainees"), "{:?}", play.labels());
        assert!(play.reads("divided the class."));
        let named = |play: &Play| play.labels().iter().chain(&play.buttons()).any(|l| l.contains("Trainee "));
        let mut found = Vec::new();
        for scene in 0..8 {
            found.extend(seen::faults(&play).into_iter().map(|fault| format!("scene {scene}: {fault}")));
            assert!(!named(&play));
            play.press(if scene == 0 { Key::ArrowUp } else { Key::ArrowDown });
        }
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
        play.press(Key::Escape);
        assert_eq!(play.title(), "Who is here? · Alongside");
    }
}

#[test]
fn the_first_scene_shows_what_each_line_drew() {
    let mut play = at_the_class(12, 1.0);
    let scenes = play.buttons().iter().filter(|b| b.starts_with("Scene ")).count();
    assert!(scenes > 3);
    for _ in 0..scenes {
        play.press(Key::ArrowUp);
    }
    let scenario: Arc<_> = apartment();
    let knock = scenario.node(scenario.opening).expect("they talk");
    assert!(knock.choices.iter().filter(|c| play.reads(&c.text)).count() >= 2, "{:?}", play.labels());
    let counts: usize = play.labels().iter().filter_map(|l| l.strip_suffix(" of 12")?.parse::<usize>().ok()).sum();
    assert_eq!(counts, 12, "each counts once");
    play.press(Key::P);
    assert!(play.reads("no records on disk here"), "it says why nothing was saved");
}

#[test]
fn fewer_than_five_are_not_looked_at() {
    let mut play = at_the_class(4, 1.0);
    assert!(play.reads("Fewer than five people have finished the same conversation"));
    play.press(Key::ArrowRight);
    play.press(Key::Escape);
    assert_eq!(play.title(), "Who is here? · Alongside");
}
