//! Every screen at three windows and three sizes of text: nothing cut, nothing over another, all within reach of Tab.

use std::collections::BTreeSet;

use bevy_egui::egui::Key;

use super::play::{Play, Start, shipped};
use super::seen;

const WINDOWS: [(f32, f32); 3] = [(1280.0, 720.0), (1920.0, 1080.0), (3840.0, 2160.0)];
const TEXTS: [f32; 3] = [1.0, 1.5, 2.0];

/// These two are looked at in every window and size of text; each of the others in one.
const THOROUGHLY: [&str; 2] = ["apartment-3c", "the-olive-door"];

/// The places among the shipped conversations that are looked at with the `turn`-th of `of` settings.
fn looked_at(turn: usize, of: usize) -> Vec<usize> {
    let all = shipped();
    let wanted = |i: &usize| THOROUGHLY.contains(&all[*i].id.as_str()) || i % of == turn;
    (0..all.len()).filter(wanted).collect()
}

/// Every screen of these conversations, each in front of `look`.
fn tour(start: &Start, conversations: &[usize], mut look: impl FnMut(&mut Play, &str)) {
    for i in conversations.iter().copied() {
        let mut play = start.clone().open();
        if i == 0 {
            look(&mut play, "title");
        }
        play.press(Key::Enter);
        for _ in 0..i {
            play.press(Key::ArrowDown);
        }
        look(&mut play, "board");
        play.press(Key::Enter);
        note(&mut play, &mut look);
        look(&mut play, "briefing");
        play.press(Key::Enter);
        conversation(&mut play, &mut look);
        for part in ["account", "how", "turns", "points", "take"] {
            look(&mut play, part);
            if part == "turns" {
                play.press(Key::Enter);
                look(&mut play, "sources");
            }
            play.press(Key::PageDown);
        }
    }
}

/// What may hurt in it, and one way it may go, where there is such a note.
fn note(play: &mut Play, look: &mut impl FnMut(&mut Play, &str)) {
    if play.title().starts_with("Before you choose") {
        look(play, "note");
        play.click("Read what happens");
        look(play, "one way it may go");
        play.press(Key::Escape);
        play.pass_the_note();
    }
}

fn conversation(play: &mut Play, look: &mut impl FnMut(&mut Play, &str)) {
    for turn in 0..super::play::MOST_TURNS {
        play.listen();
        if play.choices().is_empty() {
            break;
        }
        look(play, "talk");
        if turn == 2 {
            play.press(Key::T);
            look(play, "transcript");
            play.press(Key::T);
            play.press(Key::Escape);
            look(play, "pause");
            play.press(Key::Escape);
        }
        let shown = turn % play.choices().len();
        play.press(super::play::NUMBERS[shown]);
        if turn == 2 {
            look(play, "beat");
        }
        play.wait(1.2);
    }
    look(play, "ending");
    for _ in 0..4 {
        if play.desk().debrief_part().is_none() {
            play.press(Key::Space);
        }
    }
    assert!(play.desk().debrief_part().is_some(), "{}", play.title());
}

#[test]
fn nothing_is_cut_or_lies_over_another_at_any_window_and_size_of_text() {
    let mut found = BTreeSet::new();
    for (w, window) in WINDOWS.into_iter().enumerate() {
        for (t, text) in TEXTS.into_iter().enumerate() {
            let conversations = looked_at(w * TEXTS.len() + t, WINDOWS.len() * TEXTS.len());
            tour(&Start { window, text, still: true, ..Start::default() }, &conversations, |play, screen| {
                let faults = seen::faults(play);
                found.extend(faults.into_iter().map(|f| format!("{} at {text}, {screen}: {f}", window.0)));
            });
        }
    }
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn tab_reaches_everything_and_brings_it_into_view() {
    let mut found = BTreeSet::new();
    for (turn, text) in [1.0, 2.0].into_iter().enumerate() {
        tour(&Start { text, still: true, ..Start::default() }, &looked_at(turn, 2), |play, screen| {
            found.extend(tab_through(play).into_iter().map(|f| format!("at {text}, {screen}: {f}")));
        });
    }
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Once around with Tab; focus is given up afterwards.
fn tab_through(play: &mut Play) -> Vec<String> {
    let mut found = Vec::new();
    let wanted = seen::focusable(play);
    let mut names = BTreeSet::new();
    // a list may grow by what opens on the way
    for _ in 0..3 * wanted.len() {
        play.press(Key::Tab);
        let name = play.focused_name().unwrap_or_default();
        match seen::focused_height(play) {
            None => found.push(format!("Tab led to nothing after {names:?}")),
            // a paragraph higher than its window cannot be seen whole
            Some((seen, whole)) if seen < whole.min(40.0) - 1.0 => {
                found.push(format!("{name:?} is out of sight: {seen} of {whole}"));
            }
            Some(_) => {}
        }
        names.insert(name);
        if wanted.is_subset(&names) {
            break;
        }
    }
    found.extend(wanted.difference(&names).map(|name| format!("Tab does not lead to {name:?}")));
    if let Some(id) = play.focused() {
        play.harness.ctx.memory_mut(|m| m.surrender_focus(id));
    }
    play.settle();
    found
}

#[test]
fn what_does_not_fit_a_briefing_is_reached_with_the_arrows() {
    let mut play = Start { text: 2.0, still: true, ..Start::default() }.open();
    play.press(Key::Enter);
    play.press(Key::Enter);
    let goal = shipped()[0].goal.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    assert!(!seen::shows(&play, &goal), "it all fits");
    for _ in 0..6 {
        play.press(Key::ArrowDown);
    }
    assert!(seen::shows(&play, &goal));
}
