//! The first lesson: short drills of one skill each, with a worked example before and a note after, which fade as the skill grows.

mod fading;
mod marked;
mod read;
mod scene;
mod worth;
mod written;

use std::sync::Arc;

pub use fading::{ENOUGH, HELD, Help, MOST, help, is_held};
pub use marked::{Part, parts};
pub use read::{read, shipped};
pub use worth::worth;

use crate::scenario::Scenario;

/// One skill, practiced in single moments.
#[derive(Clone, Debug)]
pub struct Drill {
    /// The stem of its file without the number in front: "limit-with-choice".
    pub id: String,
    pub skill: String,
    /// The skill in one sentence.
    pub say: String,
    /// Techniques, by id, of which one is the main one of a line that shows the skill.
    pub uses: Vec<String>,
    pub example: Example,
    /// What to hold a sentence of one's own against.
    pub own: Vec<String>,
    pub tries: Vec<Try>,
}

/// A body and words.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Utterance {
    pub body: String,
    pub text: String,
}

/// One exchange that went well, with the parts of the officer's line named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub said: Utterance,
    pub line: Vec<Part>,
    /// The line is something done, and not said.
    pub deed: bool,
    pub then: Utterance,
    /// What the parts of the first and of the second kind are; empty where there are none.
    pub kept: String,
    pub added: String,
}

/// One moment: somebody says one thing, and one line is said to it.
#[derive(Clone, Debug)]
pub struct Try {
    /// Where one is, and why.
    pub before: String,
    /// The moment as a conversation of one turn: its opening, and one node for the answer to each line.
    pub scene: Arc<Scenario>,
}

/// A line rated lower than another by less than this is as good: our choice.
const CLEARLY: f64 = 0.1;

impl Try {
    /// How many lines are on offer.
    pub fn lines(&self) -> usize {
        self.scene.node(self.scene.opening).map_or(0, |node| node.choices.len())
    }
}

impl Drill {
    /// Whether a line of a try, by its place in the file, is the skill in what it does, well or clumsily.
    pub fn shows(&self, number: usize, line: usize) -> bool {
        let scene = &self.tries[number].scene;
        let choice = scene.node(scene.opening).and_then(|node| node.choices.get(line));
        choice.and_then(|choice| choice.uses.first()).is_some_and(|main| self.uses.contains(main))
    }

    /// Whether a line shows the skill where it fits: nothing on offer is rated clearly better.
    pub fn finds(&self, number: usize, line: usize) -> bool {
        let worth = worth(&self.tries[number]);
        let best = worth.iter().copied().fold(0.0, f64::max);
        self.shows(number, line) && worth.get(line).is_some_and(|own| own + CLEARLY >= best)
    }
}
