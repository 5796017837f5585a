//! What can be reached at all: every path where there are few enough, else the most promising ones.

mod beam;
mod exact;
mod goal;
mod paths;
mod variations;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub use goal::Goal;

use super::play::MOST_TURNS;
use super::tally::Strength;
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::replay::{Moves, moves};
use crate::session::{Command, Phase, Session};

/// What a search found, and how far it is to be believed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Search {
    pub kind: Kind,
    /// Of the conversation that was searched.
    pub seed: u64,
    /// Nodes where the seed changes more than words: who speaks, what is told, or whether it is a question. Where there are
    /// none, what holds for one seed holds for all.
    pub varied: Vec<String>,
    /// Turns tried.
    pub steps: u64,
    pub bounds: Vec<Bound>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Every path was walked.
    Exact,
    /// At each turn only so many of the most promising paths were kept, for each bound anew.
    Beam { width: usize },
}

/// The least and the greatest that was reached of one thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    pub of: Goal,
    pub lowest: Option<Found>,
    pub highest: Option<Found>,
}

/// A path that reaches a bound, by its moves as `alongside replay` takes them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    pub strength: Strength,
    pub choices: Vec<usize>,
    pub cues: Vec<usize>,
}

/// What a search saw on its way, for proofs. Not part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    pub places: Vec<bool>,
    /// Per place, the lines that were on offer.
    pub choices: Vec<Vec<bool>>,
}

/// How much a search may do.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Every path is walked where it takes no more turns than this.
    pub most_steps: u64,
    /// Paths kept at each turn otherwise.
    pub width: usize,
}

impl Default for Limits {
    /// A second or two for a conversation that people write.
    fn default() -> Self {
        Self { most_steps: 400_000, width: 32 }
    }
}

/// Searches one seed's conversation. What was seen on the way comes with it where every path was walked and holds for every
/// seed.
pub fn search(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    limits: Limits,
    jobs: usize,
) -> (Search, Option<Seen>) {
    let varied = variations::varied(scenario);
    let few = paths::most_steps(scenario) <= limits.most_steps.saturating_mul(PATHS_SHUT);
    let walked = few.then(|| exact::walk(scenario, model, seed, limits.most_steps)).flatten();
    match walked {
        Some((bounds, steps, seen)) => {
            let seen = varied.is_empty().then_some(seen);
            (Search { kind: Kind::Exact, seed, varied, steps, bounds }, seen)
        }
        None => {
            let (bounds, steps) = beam::walk(scenario, model, seed, limits.width, jobs);
            (Search { kind: Kind::Beam { width: limits.width }, seed, varied, steps, bounds }, None)
        }
    }
}

/// Gates shut many of the paths that the roads alone would give; so many times more are still worth a try.
const PATHS_SHUT: u64 = 4;

/// Everything that can be done next, each a conversation of its own: every line, behind every kind of answer to a cue
/// question that the rating tells apart.
fn next(session: &Session) -> impl Iterator<Item = Session> {
    let answered = answers(session).into_iter().filter_map(|answer| {
        let mut session = session.clone();
        match answer {
            None => Some(session),
            Some(command) => session.apply(command).is_ok().then_some(session),
        }
    });
    answered.flat_map(|session| {
        let choices: Vec<usize> = session.open_turn().offered.iter().map(|o| o.choice).collect();
        choices.into_iter().filter_map(move |choice| {
            let mut session = session.clone();
            session.apply(Command::Say(choice)).is_ok().then_some(session)
        })
    })
}

/// Of right answers one is like another, and so of wrong ones; passing counts for nothing.
fn answers(session: &Session) -> Vec<Option<Command>> {
    let asked = session.node().and_then(|n| n.cue.as_ref()).filter(|_| session.phase() == Phase::Cue);
    let Some(cue) = asked else { return vec![None] };
    let first = |wanted: bool| cue.answers.iter().position(|(_, right)| *right == wanted);
    let given = [first(true), first(false)].into_iter().flatten().map(|a| Some(Command::Answer(a)));
    given.chain([Some(Command::PassCue)]).collect()
}

fn is_done(session: &Session) -> bool {
    matches!(session.phase(), Phase::Ended(_)) || session.transcript().turns.len() >= MOST_TURNS
}

/// The better of two for one end of a bound; the one found first where they are even.
fn keep(best: &mut Option<Found>, strength: Strength, session: &Session, wins: fn(Strength, Strength) -> bool) {
    if best.as_ref().is_none_or(|b| wins(strength, b.strength)) {
        let Moves { choices, cues } = moves(session);
        *best = Some(Found { strength, choices, cues });
    }
}
