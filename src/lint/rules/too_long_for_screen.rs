//! Texts that do not fit the screen for who reads at the largest size.

use std::collections::BTreeMap;

use crate::diagnostic::{Explanation, Severity, Span};
use crate::lint::texts::Kind;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::{Choice, NodeIx};

/// At 1280 by 720 and 200 % text the talk is one column beside the portrait, 766 points across, and 620 points of it stand on
/// the screen at once. It scrolls, so what is said may be longer; a single line and what has to be compared may not.
const SCREEN: usize = 620;
/// Letters across the column for what the body does (36 points), what is said (40), and a choice beside its number (36): a
/// letter of the typeface takes 0.43 of its size on average, measured over the shipped scenarios.
const BODY_ACROSS: usize = 49;
const SAID_ACROSS: usize = 44;
const CHOICE_ACROSS: usize = 44;
/// Heights of a row of each, in points.
const BODY_ROW: usize = 52;
const SAID_ROW: usize = 55;
const CHOICE_ROW: usize = 52;
/// Texts of so few letters fit together however their words fall: no two rows in a row are less than half full.
const SURELY_FITS: usize = 190;
/// Between paragraphs; around a choice, and the least it takes; the button under an ending.
const GAP: usize = 6;
const CHOICE_PAD: usize = 20;
const LEAST_CHOICE: usize = 88;
const GO_ON: usize = 116;

pub(super) const TOO_LONG_FOR_SCREEN: Rule = Rule {
    explanation: Explanation {
        code: "too-long-for-screen",
        severity: Severity::Warning,
        summary: "what belongs together does not fit one screen at 200 % text",
        matters: "who reads with large letters loses sight of the beginning, and compares choices from memory",
        more: "The talk scrolls, so nothing is cut off. But one line with what the body does, one choice, one answer, an ending, and \
               the choices that are on offer together are each taken in at one go, and each has to fit a screen of 1280 by \
               720 with text at 200 %: some eleven rows of 44 letters. What is on offer together is taken from what \
               simulated trainees met.",
        bad: r#"Line(who: "sam", text: "No. You listen now. I called on Monday and they said Tuesday, and I called on Tuesday and they said somebody would come by, and nobody came by, and on Wednesday I sat on the stairs until it was dark because I thought at least they would have to step over me, and do you know what they did? They stepped over me. Two of them. One said excuse me.",
    body: "He has come out past the chain in his socks. He talks with both hands, and each time he gets to a day of the week he hits the frame of the door with the flat of one of them, not hard, as if he were counting boxes off a truck."),"#,
        good: r#"Line(who: "sam", text: "I sat on the stairs until it was dark. Two of them stepped over me. One said excuse me.",
    body: "He has come out past the chain in his socks, and counts on his fingers."),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut found = alone(checkup);
    let mut tallest: BTreeMap<NodeIx, usize> = BTreeMap::new();
    for turn in checkup.survey.turns() {
        if let Some(node) = checkup.scenario.node(turn.node) {
            let heights = turn.offered.iter().map(|o| choice_height(shown(&node.choices[o.choice])));
            // one that is too long by itself is told by itself
            let together: usize = heights.filter(|h| *h <= SCREEN).sum();
            let most = tallest.entry(turn.node).or_default();
            *most = together.max(*most);
        }
    }
    for (at, together) in tallest {
        let key = || checkup.written.key(at);
        found.extend(told(together, key, "what is on offer here at once", "shorten the choices, or offer fewer"));
    }
    found
}

/// What is too long whatever stands beside it.
fn alone(checkup: &Checkup) -> Vec<Finding> {
    let mut said = "";
    let mut found = Vec::new();
    for text in &checkup.texts {
        let before = if text.kind == Kind::Body { said.len() } else { 0 };
        if before + text.words.len() <= SURELY_FITS {
            said = text.words;
            continue;
        }
        let (height, what, fix) = match text.kind {
            // what the body does comes right behind, where there is any
            Kind::Said(_) => {
                said = text.words;
                (said_height(said), "this line", "let half of it be said a turn later")
            }
            Kind::Body => {
                (body_height(text.words) + said_height(said), "this, with the line above it,", "shorten both")
            }
            Kind::Choice(_) | Kind::Deed(_) => (choice_height(text.words), "this choice", "say the first half of it"),
            Kind::Answer => (choice_height(text.words), "this answer", "say it in a sentence"),
            Kind::Ending => (body_height(text.words) + GO_ON, "this ending", "keep what happens last"),
            _ => continue,
        };
        found.extend(told(height, || text.span(checkup.written), what, fix));
    }
    found
}

fn told(height: usize, span: impl Fn() -> Span, what: &str, fix: &str) -> Option<Finding> {
    let tenths = (height * 10).div_ceil(SCREEN);
    let message = || format!("{what} fills {}.{} screens at 200 % text", tenths / 10, tenths % 10);
    (height > SCREEN).then(|| Finding::new(span(), message(), fix))
}

fn said_height(words: &str) -> usize {
    rows(words, SAID_ACROSS) * SAID_ROW + GAP
}

fn body_height(words: &str) -> usize {
    rows(words, BODY_ACROSS) * BODY_ROW + GAP
}

fn shown(choice: &Choice) -> &str {
    if choice.text.is_empty() { &choice.deed } else { &choice.text }
}

fn choice_height(words: &str) -> usize {
    (rows(words, CHOICE_ACROSS) * CHOICE_ROW + CHOICE_PAD).max(LEAST_CHOICE)
}

/// Rows that a text takes, broken between words; a word longer than a row is broken inside.
fn rows(text: &str, across: usize) -> usize {
    let (mut rows, mut used) = (1, 0);
    let plain = text.is_ascii();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        let letters = if plain { word.len() } else { word.chars().count() };
        if used > 0 && used + 1 + letters > across {
            (rows, used) = (rows + 1, 0);
        }
        used += letters + usize::from(used > 0);
        if used > across {
            rows += (used - 1) / across;
            used = (used - 1) % across + 1;
        }
    }
    rows
}
