//! Any bytes, any order of brackets, scenarios with parts flipped, cut, doubled and swapped.

use std::sync::Arc;

use alongside::diagnostic::{Lines, Severity, render};
use alongside::model::Model;
use alongside::scenario::Scenario;
use alongside::session::{Command, Mode, Phase, Session};
use proptest::prelude::*;

use super::{SHIPPED, STRESS, read};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_at_all_are_withstood(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        withstand(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn brackets_quotes_and_words_in_any_order_are_withstood(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60)) {
        withstand(&pieces.concat());
        withstand(&format!("Scenario({}", pieces.concat()));
    }

    #[test]
    fn a_spoiled_scenario_is_withstood(changes in prop::collection::vec(change(), 1..6)) {
        withstand(&changed(SHIPPED, &changes));
        withstand(&changed(STRESS, &changes));
    }
}

/// Reads a text and holds what must be true of any: problems lie in the file and can be told, and what resolves plays.
fn withstand(text: &str) {
    let read = read(text);
    let problems = match &read {
        Ok((_, warnings)) => warnings,
        Err(problems) => problems,
    };
    assert!(read.is_ok() || problems.iter().any(|p| p.severity == Severity::Error), "refused without an error");
    assert!(problems.len() <= 500);
    let lines = Lines::of(text);
    for p in problems {
        assert!(p.span.start <= p.span.end && p.span.end <= text.len(), "{p:?} in {} bytes", text.len());
        assert!(!p.message.is_empty() && !p.fix.is_empty(), "{p:?}");
        assert!(lines.position(p.span.start) <= lines.position(p.span.end), "{p:?}");
        let told = render(p, "a-talk.ron", &lines, false);
        assert!(!told.contains(|c: char| c.is_control() && c != '\n'), "{told:?}");
    }
    if let Ok((scenario, _)) = read {
        play(scenario);
    }
}

fn play(scenario: Scenario) {
    let mut session = Session::begin(Arc::new(scenario), Model::shipped(), 1, Mode::Practice);
    for step in 0..60 {
        let command = match session.phase() {
            Phase::Ended(_) => break,
            Phase::Cue => Command::Answer(0),
            Phase::Choosing => {
                let offered = &session.open_turn().offered;
                assert!(offered.len() >= 2, "somebody must always be able to answer");
                Command::Say(offered[step % offered.len()].choice)
            }
        };
        session.apply(command).expect("it was on offer");
    }
    alongside::debrief::debrief(&session);
    alongside::session::replay::document(&session);
}

/// One change to a text, at a place and with a size that are taken as shares of it.
#[derive(Clone, Debug)]
pub enum Change {
    Flip(f64, u8),
    Delete(f64, usize),
    Double(f64, usize),
    Cut(f64),
    Insert(f64, &'static str),
    Swap(f64, f64, usize),
}

const PIECES: [&str; 28] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "'",
    "\\",
    "//",
    "/*",
    "*/",
    "r#\"",
    "b\"",
    "-1",
    "1e999",
    "NaN",
    "Some(",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\u{feff}",
    "\r\n",
    "é",
    "FirstThatFits([",
    "All([Not(Chose(\"a\", 2))])",
];

pub fn change() -> impl Strategy<Value = Change> {
    let at = || 0.0..1.0f64;
    prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, by)| Change::Flip(at, by)),
        (at(), 1..200usize).prop_map(|(at, n)| Change::Delete(at, n)),
        (at(), 1..2000usize).prop_map(|(at, n)| Change::Double(at, n)),
        at().prop_map(Change::Cut),
        (at(), prop::sample::select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
        (at(), at(), 1..40usize).prop_map(|(a, b, n)| Change::Swap(a, b, n)),
    ]
}

impl Change {
    fn make(&self, bytes: &mut Vec<u8>) {
        let place = |share: &f64, bytes: &[u8]| (share * bytes.len() as f64) as usize;
        let span = |share: &f64, n: usize, bytes: &[u8]| {
            let at = place(share, bytes);
            at..(at + n).min(bytes.len())
        };
        match self {
            Self::Flip(at, by) => {
                let at = place(at, bytes);
                bytes.iter_mut().skip(at).take(1).for_each(|b| *b ^= by);
            }
            Self::Delete(at, n) => drop(bytes.drain(span(at, *n, bytes))),
            Self::Double(at, n) => {
                let span = span(at, *n, bytes);
                let again = bytes[span.clone()].to_vec();
                bytes.splice(span.start..span.start, again);
            }
            Self::Cut(at) => bytes.truncate(place(at, bytes)),
            Self::Insert(at, piece) => {
                let at = place(at, bytes);
                bytes.splice(at..at, piece.bytes());
            }
            Self::Swap(a, b, n) => {
                let (a, b) = (span(a, *n, bytes), span(b, *n, bytes));
                if a.end <= b.start {
                    let (first, second) = (bytes[a.clone()].to_vec(), bytes[b.clone()].to_vec());
                    bytes.splice(b, first);
                    bytes.splice(a, second);
                }
            }
        }
    }
}

pub fn changed(text: &str, changes: &[Change]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    changes.iter().for_each(|change| change.make(&mut bytes));
    String::from_utf8_lossy(&bytes).into_owned()
}
