//! What can ever happen in a scenario, worked out without playing it.
//!
//! The walk starts at the opening with the exact starting state and carries, from place to place, everything that may be the
//! case there: for each person the least and the most of the seven quantities, what they may feel, how often they may have been
//! spoken to; who may have spoken last; for each fact, promise, visit and choice that is asked for, whether it may be true and
//! whether it must. Where roads meet, the possibilities are put together, so that what goes with what is forgotten (Cousot and
//! Cousot 1977); on circles the bounds soon jump as far as they ever can, so that it always ends, in time about proportional
//! to the number of choices.
//!
//! What it rules out is proved, for every trainee, every seed and every order of choices: a place that is not reached, a gate
//! that never or always holds, a way that never fits. What it does not rule out may still be impossible. Within the walk
//! nothing is ruled out that a rule of the model might do: the strength of a feeling, the last two turns, runs of questions
//! and harm not yet repaired are not kept. Choices that are always there and have to make room for others count as open. Past
//! 16 million answers (nodes times things asked for, at least 64 a node) what is asked for last counts as unknown everywhere.

mod arrive;
mod bounds;
pub mod conditions;
mod flags;
mod lands;
mod order;
mod possible;
mod setting;
mod shows;
#[cfg(test)]
mod story;
#[cfg(test)]
mod tests;
mod walk;

pub use bounds::{Answer, Bounds};
pub use possible::{Persons, PossiblePerson};

use crate::model::Model;
use crate::scenario::{NameIx, NodeIx, Scenario};
use conditions::Stands;

/// What can ever happen.
#[derive(Debug)]
pub struct Reach {
    nodes: Vec<Option<Met>>,
    by_road: Vec<bool>,
    reached: Vec<bool>,
}

/// What is so at a node, once what is said there has been heard.
#[derive(Debug)]
pub struct Met {
    /// In the order of the scenario's people.
    pub people: Vec<PossiblePerson>,
    /// Who may have spoken last.
    pub speakers: Persons,
    /// For each way to say, counted in the order of the file, whether it fits once those before it have not; empty where
    /// nothing of it is ever said.
    pub says: Vec<Answer>,
    /// In file order.
    pub choices: Vec<Offer>,
    /// Facts that a condition here asks for and nothing can have taught by then.
    pub unknown: Vec<(Stands, NameIx)>,
}

/// What is so of a choice.
#[derive(Debug)]
pub struct Offer {
    /// Whether its `when` holds; none where it has none.
    pub gate: Option<Answer>,
    /// False where it is proved that it is never on offer.
    pub can_be_open: bool,
    /// Which of the facts it uses, counted in `knows`, nothing can have taught by then.
    pub unknown: Vec<usize>,
    pub to_whom: Persons,
    /// For each way to go, whether it fits once those before it have not; empty where it has one road, or none is ever taken.
    pub ways: Vec<Answer>,
}

/// Works out what can ever happen.
pub fn reach(scenario: &Scenario, model: &Model) -> Reach {
    walk::walk(&setting::Setting::of(scenario, model))
}

impl Reach {
    /// False where it is proved that nobody ever gets there.
    pub fn can_be_met(&self, at: NodeIx) -> bool {
        self.reached[at.index()]
    }

    /// False where it is proved that no choice ever leads there; the engine's watch still may.
    pub fn by_road(&self, at: NodeIx) -> bool {
        self.by_road[at.index()]
    }

    /// What is so at a node that can be met; nothing of endings.
    pub fn met(&self, at: NodeIx) -> Option<&Met> {
        self.nodes[at.index()].as_ref()
    }
}
