//! What to practice next: the suggestion, and two more of other dimensions.

use rand_chacha::ChaCha8Rng;

use super::pick::{Chosen, candidates, pick};
use super::play::Play;
use super::priority::Priority;
use super::reason::{after_hard_call, reason};
use super::refresher::{Cause, Refresher};
use super::words::{doing, with_whom};
use super::{Cell, Serves};

/// How many suggestions stand below each other.
const SUGGESTIONS: usize = 3;

/// One thing to practice, with its reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What to keep in [`Play::aimed_at`] when it is followed.
    pub cell: Cell,
    /// What one does: "Holding a line".
    pub title: &'static str,
    /// With whom: "With someone upset and wary of you, ready for a next step."
    pub with_whom: String,
    /// One or two sentences of facts.
    pub reason: String,
    /// Id of the scenario to practice it with.
    pub scenario: Option<String>,
    pub priority: Priority,
    pub chosen: Chosen,
}

/// The first is the one to follow: what a hard call asks for, where the refresher that is due first is one. The others are the most pressing of other dimensions. None where no scenario serves.
pub(super) fn next(
    priorities: &[Priority],
    plays: &[&Play],
    today: i64,
    serves: &Serves,
    due: Option<&Refresher>,
    chance: &mut ChaCha8Rng,
) -> Vec<Suggestion> {
    let candidates = candidates(priorities, serves, plays);
    let Some(by_itself) = pick(candidates.len(), chance) else { return Vec::new() };
    let (place, chosen) = after_a_call(&candidates, due).unwrap_or(by_itself);
    let mut out: Vec<Suggestion> = Vec::new();
    let rest = candidates.iter().map(|p| (p, Chosen::ByPriority));
    for (priority, chosen) in std::iter::once((&candidates[place], chosen)).chain(rest) {
        let new = out.iter().all(|s| s.cell.dimension != priority.cell.dimension);
        if new && out.len() < SUGGESTIONS {
            out.push(suggestion(*priority, chosen, plays, today, serves));
        }
    }
    out
}

/// What a hard call asks for, where that comes first.
fn after_a_call(candidates: &[Priority], due: Option<&Refresher>) -> Option<(usize, Chosen)> {
    let due = due?;
    let Cause::HardCall(day) = due.cause else { return None };
    Some((candidates.iter().position(|p| p.cell == due.cell)?, Chosen::AfterHardCall(day)))
}

fn suggestion(priority: Priority, chosen: Chosen, plays: &[&Play], today: i64, serves: &Serves) -> Suggestion {
    let cell = priority.cell;
    let served = serves.best_for(cell, plays);
    Suggestion {
        cell,
        title: doing(cell.dimension),
        with_whom: with_whom(cell.context),
        reason: match chosen {
            Chosen::AfterHardCall(day) => after_hard_call(cell, day, today, served),
            Chosen::ByPriority | Chosen::ByChance => reason(cell, plays, today, served),
        },
        scenario: served.map(|s| s.id.clone()),
        priority,
        chosen,
    }
}
