//! From the title to the end of the debrief, with the keyboard only and with the mouse only.

use alongside::game::screens::debrief::Part;
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
