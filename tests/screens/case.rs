//! A whole year by keys: five visits, the days between, the doors and the night told twice.

use std::sync::Arc;

use alongside::case;
use alongside::game::desk::Desk;
use alongside::game::screens::debrief::Part;
use alongside::records::{Opened, Records, Stamp};
use bevy_egui::egui::Key;

use super::play::{Play, Start};
use super::seen;

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

fn start(text: f32) -> Start {
    let cases = case::all(None).into_iter().map(Arc::new).collect();
    Start { cases, text, still: true, ..Start::default() }
}

fn look(play: &mut Play, found: &mut Vec<String>, screen: &str) {
    found.extend(seen::faults(play).into_iter().map(|fault| format!("{screen}: {fault}")));
}

/// From the case's board through one visit and its debrief, back to the board.
fn visit(play: &mut Play, found: &mut Vec<String>) {
    play.press(Key::Enter);
    assert!(play.title().starts_with("Before you go in"), "{}", play.title());
    look(play, found, "briefing");
    play.press(Key::Enter);
    play.converse_to_the_debrief();
    play.press(Key::PageDown);
    look(play, found, "debrief");
}

#[test]
fn a_year_is_lived_by_keys_and_nothing_is_cut_or_lies_over_another() {
    for text in [1.0, 2.0] {
        let mut found = Vec::new();
        let mut play = start(text).open();
        play.press(Key::Enter);
        look(&mut play, &mut found, "street");
        assert!(play.reads("A case in five visits"));
        play.press(Key::Enter);
        assert_eq!(play.title(), "A year on Harbor Street · Alongside");
        for number in 0..5 {
            look(&mut play, &mut found, "case");
            if number > 0 {
                play.press(Key::Enter);
                assert!(play.reads("half-days are yours"), "days are to be used before visit {number}");
                for key in [Key::Num1, Key::Num2] {
                    play.press(key);
                }
                look(&mut play, &mut found, "days");
                play.press(Key::Enter);
                play.wait(0.2);
                look(&mut play, &mut found, "case after the days");
            }
            visit(&mut play, &mut found);
            if number < 4 {
                play.press(Key::Escape);
                assert_eq!(play.title(), "A year on Harbor Street · Alongside", "it leads back to the case");
            }
        }
        while play.desk().debrief_part() != Some(Part::Year) {
            play.press(Key::PageDown);
        }
        look(&mut play, &mut found, "year");
        assert!(play.reads("that night."));
        play.press(Key::Enter);
        look(&mut play, &mut found, "epilogue");
        assert!(play.reads("The same night, without it"));
        play.click("Step through it");
        assert_eq!(play.desk().debrief_part(), Some(Part::Turns));
        play.press(Key::Escape);
        look(&mut play, &mut found, "case that is over");
        play.press(Key::N);
        look(&mut play, &mut found, "notes");
        play.press(Key::Escape);
        // with larger text one scrolls to it
        if text == 1.0 {
            play.click("Begin the year anew");
            assert!(play.reads("What is open to you on that night"), "it begins with what it is about");
        }
        assert!(found.is_empty(), "at {text}: {}", found.join("\n"));
    }
}

#[test]
fn a_year_is_kept_and_gone_on_with_after_the_program_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.sqlite");
    let open = || {
        let records = Records::open(&file).expect("opens");
        let opened = Opened { records, told: None };
        start(1.0).open_as(|setup| Desk::at(setup, opened, Some(NOW)))
    };
    {
        let mut play = open();
        play.click("Look around");
        play.press(Key::Enter);
        play.press(Key::Enter);
        visit(&mut play, &mut Vec::new());
        play.press(Key::Escape);
        play.press(Key::Enter);
        play.press(Key::Num1);
        play.press(Key::Enter);
        play.wait(0.2);
        play.press(Key::Enter);
        play.press(Key::Enter);
        play.listen();
        play.press(Key::Num1);
        play.wait(1.2);
    }
    let mut play = open();
    play.click("Continue, The name, turn 2, today");
    assert_eq!(play.title(), "The name · Alongside");
    play.converse_to_the_debrief();
    play.press(Key::PageDown);
    play.press(Key::Escape);
    assert_eq!(play.title(), "A year on Harbor Street · Alongside", "a visit gone on with leads back to its case");
    play.press(Key::Escape);
    assert!(play.reads("You have made two of five visits."));
}
