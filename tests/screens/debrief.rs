//! Afterwards: one's own account first, the ratings down to their lines, and back to a turn.

use alongside::debrief::{HONESTY, debrief};
use alongside::game::screens::debrief::Part;
use alongside::model::Dimension;
use alongside::session::{Command, Mode, Phase, Session};
use bevy_egui::egui::Key;

use super::play::{Play, Start, apartment, beside, shown};

/// Through the conversation by the line shown first, with the same beside it.
fn told(mode: Mode) -> (Play, Session) {
    let mut play = Start { mode, ..Start::at_the_door() }.open();
    play.converse_to_the_debrief();
    let mut session = beside(&apartment());
    while !matches!(session.phase(), Phase::Ended(_)) {
        let command = match session.phase() {
            Phase::Cue => Command::Answer(0),
            _ => Command::Say(shown(&session)[0].0),
        };
        session.apply(command).expect("on offer");
    }
    (play, session)
}

#[test]
fn nothing_of_ours_is_shown_before_the_trainees_own_account() {
    let (mut play, session) = told(Mode::Practice);
    let ours = debrief(&session);
    assert_eq!(play.desk().debrief_part(), Some(Part::Account));
    assert!(play.reads("How do you think it went?"));
    let read = [play.labels(), play.buttons()].concat().join("\n");
    let ending = ours.ending.as_ref().expect("it ended").1.clone();
    let sides = ours.their_side.iter().map(|s| s.text.to_owned());
    for hidden in sides.chain([ending.clone(), HONESTY.to_owned(), "Rewind".to_owned(), "chance".to_owned()]) {
        assert!(!read.contains(&hidden), "{hidden:?} is shown too early");
    }
    play.press(Key::Escape);
    assert_eq!(play.desk().debrief_part(), Some(Part::Account), "the account is not left by a slip");
    play.press(Key::PageDown);
    assert!(play.reads(&ending) && play.reads(HONESTY));
    play.press(Key::PageUp);
    assert_eq!(play.desk().debrief_part(), Some(Part::How), "the account is asked once");
}

#[test]
fn a_stop_on_the_scale_is_chosen_by_mouse_and_by_keyboard() {
    let (mut play, _) = told(Mode::Practice);
    let name = Dimension::Listening.name();
    let of_it = |play: &Play| -> Vec<String> {
        play.buttons().into_iter().filter(|b| b.starts_with(&format!("{name}, "))).collect()
    };
    let stop = of_it(&play)[3].clone();
    play.click(&stop);
    assert!(play.has_button(&format!("{stop}, chosen")), "{:?}", play.buttons());
    let next = of_it(&play)[1].clone();
    for _ in 0..30 {
        if play.focused_name().as_ref() == Some(&next) {
            break;
        }
        play.press(Key::Tab);
    }
    play.press(Key::Space);
    assert!(play.has_button(&format!("{next}, chosen")) && !play.has_button(&format!("{stop}, chosen")));
    play.click("See ours");
    let said = next[name.len() + 2..].to_owned();
    assert!(play.buttons().iter().any(|b| b.starts_with(name) && b.contains(&format!("You said {said}"))));
}

#[test]
fn not_sure_takes_a_choice_back() {
    let (mut play, _) = told(Mode::Practice);
    let stop = play
        .buttons()
        .into_iter()
        .find(|b| b.starts_with("Regard, ") || b.starts_with("Unconditional"))
        .expect("a stop");
    play.click(&stop);
    assert!(play.has_button(&format!("{stop}, chosen")));
    play.click(&format!("{}, not sure", Dimension::Regard.name()));
    assert!(!play.has_button(&format!("{stop}, chosen")));
}

#[test]
fn a_rating_opens_to_the_lines_behind_it() {
    let (mut play, session) = told(Mode::Practice);
    let ours = debrief(&session);
    let rated = ours.ratings.iter().find(|r| r.rating.is_some()).expect("something is rated");
    let counted: Vec<_> = ours
        .turns
        .iter()
        .filter(|t| t.counts_for(rated.dimension) && t.terms[rated.dimension as usize].is_some())
        .collect();
    play.press(Key::PageDown);
    let name = play.buttons().into_iter().find(|b| b.starts_with(rated.dimension.name())).expect("its row");
    assert!(!play.reads("of the best on offer"));
    play.click(&name);
    let lines = play.labels().into_iter().filter(|l| l.contains("of the best on offer")).collect::<Vec<_>>();
    assert_eq!(lines.len(), counted.len());
    for turn in counted {
        assert!(lines.iter().any(|l| l.contains(&turn.your_line)));
    }
    play.click(&name);
    assert!(!play.reads("of the best on offer"));
}

#[test]
fn rewinding_goes_back_to_that_turn_and_on_from_there() {
    let (mut play, session) = told(Mode::Practice);
    for _ in 0..2 {
        play.press(Key::PageDown);
    }
    play.press(Key::ArrowDown);
    play.press(Key::ArrowDown);
    play.press(Key::R);
    assert_eq!(play.title(), format!("{} · Alongside", apartment().title));
    play.listen();
    let back = session.rewound(2).expect("it had that turn");
    let choices = play.choices();
    for (i, (_, words)) in shown(&back).iter().enumerate() {
        assert_eq!(choices[i], format!("{} of {}, {words}", i + 1, choices.len()));
    }
    play.say(1);
    play.press(Key::T);
    let numbers = play.labels().into_iter().filter(|l| l.parse::<usize>().is_ok()).count();
    assert_eq!(numbers, 3, "two turns before, and the one just said");
    play.press(Key::T);
    play.converse_to_the_debrief();
}

#[test]
fn rewind_to_here_is_a_button_beside_the_open_turn_and_each_point() {
    let (mut play, session) = told(Mode::Practice);
    for _ in 0..3 {
        play.press(Key::PageDown);
    }
    let point = &debrief(&session).points[0];
    play.click(&format!("Rewind to here, turn {}", point.turn + 1));
    play.listen();
    let words = shown(&session.rewound(point.turn).expect("it had that turn"))[0].1.clone();
    // a cue question may come first
    if play.reads("What changed just now?") {
        play.press(Key::Num1);
    }
    assert!(play.choices()[0].ends_with(&words));
}

#[test]
fn an_assessment_is_never_rewound() {
    let (mut play, _) = told(Mode::Assessment);
    assert!(play.reads(&format!("seed {}", super::play::SEED)));
    for part in [Part::How, Part::Turns, Part::Points, Part::Take] {
        play.press(Key::PageDown);
        assert_eq!(play.desk().debrief_part(), Some(part));
        assert!(!play.buttons().iter().any(|b| b.contains("Rewind")));
        play.press(Key::R);
        assert_eq!(play.desk().debrief_part(), Some(part), "R does nothing");
    }
}
