//! From the title to the end of the debrief, with the keyboard only and with the mouse only.

use alongside::game::screens::debrief::Part;
use alongside::scenario::{Outcome, PlaceKind};
use bevy_egui::egui::Key;

use super::play::{MOST_TURNS, Start, shipped};

const PARTS: [Part; 5] = [Part::Account, Part::How, Part::Turns, Part::Points, Part::Take];

#[test]
fn the_keyboard_alone_leads_from_the_title_through_the_debrief() {
    for (i, scenario) in shipped().into_iter().enumerate() {
        let mut play = Start::default().open();
        assert_eq!(play.title(), "Alongside");
        play.press(Key::Enter);
        assert_eq!(play.title(), "Harbor Street · Alongside");
        for _ in 0..i {
            play.press(Key::ArrowDown);
        }
        assert!(play.reads(&scenario.brief), "the board tells what it is about");
        play.press(Key::Enter);
        if play.title().starts_with("Before you choose") {
            // the focus begins on the way out
            assert_eq!(play.focused_name().as_deref(), Some("Choose another"));
            for key in [Key::Tab, Key::Tab, Key::Enter] {
                play.press(key);
            }
        }
        assert_eq!(play.title(), format!("Before you go in: {} · Alongside", scenario.title));
        play.press(Key::Enter);
        assert_eq!(play.title(), format!("{} · Alongside", scenario.title));
        play.converse_to_the_debrief();
        assert_eq!(play.title(), format!("Debrief: {} · Alongside", scenario.title));
        for part in PARTS {
            assert_eq!(play.desk().debrief_part(), Some(part));
            play.press(Key::PageDown);
        }
        assert_eq!(play.desk().debrief_part(), Some(Part::Take), "the last part stays");
        play.press(Key::PageUp);
        assert_eq!(play.desk().debrief_part(), Some(Part::Points));
        play.press(Key::Escape);
        assert_eq!(play.title(), "Harbor Street · Alongside");
        play.press(Key::Escape);
        assert_eq!(play.title(), "Alongside");
    }
}

#[test]
fn the_mouse_alone_leads_from_the_title_through_the_debrief() {
    for scenario in shipped() {
        let mut play = Start::default().open();
        play.click("Practice");
        let people: Vec<_> = scenario.people.iter().map(|p| format!("{}, {}", p.name, p.role)).collect();
        play.click(&format!("{}, {}", scenario.title, people.join("; ")));
        if play.title().starts_with("Harbor Street") {
            play.click("Begin");
        }
        play.pass_the_note();
        assert_eq!(play.title(), format!("Before you go in: {} · Alongside", scenario.title));
        play.click("Go in");
        for turn in 0..2 * MOST_TURNS {
            play.listen();
            let choices = play.choices();
            match choices.get(turn % choices.len().max(1)) {
                Some(choice) => {
                    play.click(choice);
                    play.wait(1.2);
                }
                None => break,
            }
        }
        play.click("Go on");
        assert_eq!(play.title(), format!("Debrief: {} · Alongside", scenario.title));
        play.click("See ours");
        for (name, part) in
            [("Turn by turn", Part::Turns), ("Three turns", Part::Points), ("Take it with you", Part::Take)]
        {
            play.click(name);
            assert_eq!(play.desk().debrief_part(), Some(part));
        }
        play.click("Back to the street");
        assert_eq!(play.title(), "Harbor Street · Alongside");
    }
}

#[test]
fn the_arrows_and_the_mode_key_work_on_the_board() {
    let mut play = Start::default().open();
    play.press(Key::Enter);
    let all = shipped();
    play.press(Key::ArrowDown);
    assert!(play.reads(&all[1].brief));
    play.press(Key::ArrowUp);
    assert!(play.reads(&all[0].brief));
    assert!(play.reads("The notes come afterwards; any turn again."));
    play.press(Key::M);
    assert!(play.reads("No turn is played again"));
    play.click("Practice");
    assert!(play.reads("The notes come afterwards; any turn again."));
}

#[test]
fn quit_on_the_title_quits() {
    let mut play = Start::default().open();
    assert!(!play.desk().wants_to_quit());
    play.click("Quit");
    assert!(play.desk().wants_to_quit());
}

#[test]
fn a_screen_reader_is_told_which_tab_is_chosen() {
    let mut play = Start::default().open();
    play.click("Practice");
    assert_eq!(play.chosen(), ["Practice"]);
    play.click("Assessment");
    assert_eq!(play.chosen(), ["Assessment"]);
}

#[test]
fn what_may_hurt_is_told_before_and_can_be_read_or_left() {
    let all = shipped();
    let at = all.iter().position(|s| s.id == "room-to-breathe").expect("it ships");
    let mut play = Start::default().open();
    play.press(Key::Enter);
    for _ in 0..at {
        play.press(Key::ArrowDown);
    }
    play.press(Key::Enter);
    assert!(play.reads("This is about suicide.") && play.reads("988"));
    play.click("Read what happens");
    let ending = all[at].places().find_map(|(_, place)| match &place.kind {
        PlaceKind::Ending(ending) if ending.outcome == Outcome::Good => Some(ending.text.clone()),
        PlaceKind::Ending(_) | PlaceKind::Node(_) => None,
    });
    assert!(play.labels().iter().any(|l| l.contains('“')), "it is told as dialogue");
    assert!(play.reads(&ending.expect("one ends well")), "to its end");
    play.press(Key::Escape);
    assert!(play.reads("This is about suicide."));
    play.click("Choose another");
    assert_eq!(play.title(), "Harbor Street · Alongside");
}
