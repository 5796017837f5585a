//! Inside a conversation: which key says what, what can be taken back, and what lies over it.

use alongside::session::Command;
use bevy_egui::egui::Key;

use super::play::{NUMBERS, Play, Start, apartment, beside, shown};

fn numbered(lines: &[(usize, String)]) -> Vec<String> {
    let name = |(i, (_, words)): (usize, &(usize, String))| format!("{} of {}, {words}", i + 1, lines.len());
    lines.iter().enumerate().map(name).collect()
}

fn at_the_door() -> Play {
    let mut play = Start::at_the_door().open();
    play.listen();
    play
}

#[test]
fn the_lines_are_numbered_buttons_in_the_order_of_the_seed() {
    let play = at_the_door();
    let lines = shown(&beside(&apartment()));
    assert_ne!(lines.iter().map(|l| l.0).collect::<Vec<_>>(), vec![0, 1, 2, 3], "this seed shuffles");
    assert_eq!(play.choices(), numbered(&lines));
}

#[test]
fn a_number_key_says_exactly_that_line() {
    for (shown_at, (choice, words)) in shown(&beside(&apartment())).into_iter().enumerate() {
        let mut play = at_the_door();
        play.press(NUMBERS[shown_at]);
        assert!(play.labels().contains(&words), "the line said stands alone: {:?}", play.labels());
        assert_eq!(play.choices(), Vec::<String>::new());
        play.wait(1.2);
        let mut session = beside(&apartment());
        session.apply(Command::Say(choice)).expect("it is on offer");
        let scenario = session.scenario();
        for said in &session.open_turn().said {
            assert!(play.reads(&said.line(scenario).text), "no answer to {words:?}");
        }
    }
}

#[test]
fn a_number_beyond_the_lines_says_nothing() {
    let mut play = at_the_door();
    play.press(Key::Num5);
    assert_eq!(play.choices().len(), 4);
}

#[test]
fn backspace_takes_the_line_back_before_it_stands() {
    let record = super::record::place("taken-back");
    let mut play = Start { record: Some(record.clone()), ..Start::at_the_door() }.open();
    play.listen();
    let before = play.choices();
    play.press(Key::Num2);
    play.wait(1.0);
    play.press(Key::Backspace);
    assert_eq!(play.choices(), before);
    play.wait(5.0);
    assert_eq!(play.choices(), before);
    assert!(!record.exists(), "nothing was said");
    play.say(1);
    assert_eq!(super::record::turns(&record), 1);
    play.press(Key::Backspace);
    assert_ne!(play.choices(), before, "what stands is not taken back");
}

#[test]
fn a_number_key_says_nothing_while_they_speak() {
    let mut play = Start::at_the_door().open();
    assert!(play.choices().is_empty());
    play.press(Key::Num1);
    play.wait(0.2);
    play.press(Key::Num1);
    play.listen();
    assert_eq!(play.choices().len(), 4, "still at the door");
}

#[test]
fn space_shows_the_rest_of_what_they_say() {
    let mut play = Start::at_the_door().open();
    assert!(play.choices().is_empty());
    play.press(Key::Space);
    assert_eq!(play.choices().len(), 4);
}

#[test]
fn the_arrows_walk_the_lines_and_enter_says_the_one_reached() {
    let mut play = at_the_door();
    let lines = play.choices();
    play.press(Key::ArrowDown);
    assert_eq!(play.focused_name().as_ref(), Some(&lines[0]));
    play.press(Key::ArrowDown);
    play.press(Key::ArrowDown);
    play.press(Key::ArrowUp);
    assert_eq!(play.focused_name().as_ref(), Some(&lines[1]));
    play.press(Key::Enter);
    assert!(play.choices().is_empty());
    assert!(play.labels().iter().any(|l| lines[1].ends_with(l.as_str())));
}

#[test]
fn a_cue_question_is_answered_before_the_lines_come() {
    for by_mouse in [true, false] {
        let mut play = at_the_door();
        play.say(0);
        assert!(play.reads("What changed just now?"));
        let answers = play.choices();
        let mut session = beside(&apartment());
        session.apply(Command::Say(shown(&session)[0].0)).expect("on offer");
        let cue = session.node().and_then(|n| n.cue.as_ref()).expect("it asks");
        assert!(answers[0].ends_with(&cue.answers[0].0));
        if by_mouse {
            play.click(&answers[1]);
        } else {
            play.press(Key::Num2);
        }
        assert!(!play.reads("What changed just now?"));
        session.apply(Command::Answer(1)).expect("asked");
        assert_eq!(play.choices(), numbered(&shown(&session)));
    }
}

#[test]
fn t_opens_what_was_said_so_far_and_closes_it() {
    let mut play = at_the_door();
    let said = shown(&beside(&apartment()))[2].1.clone();
    play.say(2);
    let open = play.choices();
    play.press(Key::T);
    assert!(play.reads(&format!("— {said}")));
    assert!(play.choices().is_empty(), "nothing is said from the transcript");
    play.press(Key::Num1);
    play.press(Key::T);
    assert!(!play.reads(&format!("— {said}")));
    assert_eq!(play.choices(), open);
}

#[test]
fn what_the_keys_do_the_mouse_does_too() {
    let mut play = at_the_door();
    let (title, open) = (play.title(), play.choices());
    play.click("transcript (T)");
    assert!(play.choices().is_empty());
    play.click("back to the conversation (T)");
    assert_eq!(play.choices(), open);
    play.click(&open[1]);
    play.wait(0.5);
    play.click("take it back (Backspace)");
    assert_eq!(play.choices(), open);
    play.click("pause (Esc)");
    assert_eq!(play.title(), format!("Paused: {title}"));
    play.click("Go on");
    play.click(&open[1]);
    play.wait(1.2);
    play.click("go on (Space)");
    assert!(!play.choices().is_empty(), "the rest of their words at once");
}

#[test]
fn escape_pauses_and_goes_on_where_it_was() {
    let mut play = at_the_door();
    let title = play.title();
    let lines = play.choices();
    play.press(Key::Escape);
    assert_eq!(play.title(), format!("Paused: {title}"));
    assert!(play.choices().is_empty(), "behind the pause nothing can be chosen");
    play.press(Key::Num1);
    play.press(Key::Escape);
    assert_eq!(play.title(), title);
    assert_eq!(play.choices(), lines);
    play.press(Key::Escape);
    play.click("Go on");
    assert_eq!(play.title(), title);
}

#[test]
fn the_beat_waits_while_it_is_paused() {
    let mut play = at_the_door();
    let said = shown(&beside(&apartment()))[0].1.clone();
    play.press(Key::Num1);
    play.press(Key::Escape);
    play.wait(60.0);
    play.press(Key::Escape);
    assert!(play.reads(&said), "the line came to stand in the pause");
    play.press(Key::Backspace);
    assert_eq!(play.choices().len(), 4);
}

#[test]
fn a_pause_leads_back_to_the_street_or_to_the_start() {
    let mut play = at_the_door();
    let lines = play.choices();
    play.say(0);
    play.press(Key::Escape);
    play.click("Start again");
    play.listen();
    assert_eq!(play.choices(), lines);
    play.press(Key::Escape);
    play.click("Leave it here, back to the street");
    assert_eq!(play.title(), "Harbor Street · Alongside");
    assert!(play.reads(&apartment().brief), "the board stands at the conversation left");
}

#[test]
fn control_with_plus_and_minus_changes_the_size_of_the_text() {
    let mut play = at_the_door();
    play.press_with_command(Key::Plus);
    assert_eq!(play.desk().theme().text, 1.25);
    for _ in 0..6 {
        play.press_with_command(Key::Equals);
    }
    assert_eq!(play.desk().theme().text, 2.0);
    play.press_with_command(Key::Minus);
    assert_eq!(play.desk().theme().text, 1.75);
    assert_eq!(play.choices().len(), 4, "nothing was said by it");
}
