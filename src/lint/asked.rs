//! What some condition of a scenario asks for.

use std::collections::BTreeSet;

use crate::explore::reach::conditions::{Sense, each, leaves};
use crate::scenario::{Condition, NodeIx, Scenario};

/// What is asked for anywhere, whether it is to be so or not.
pub(super) struct Asked {
    /// By the scenario's numbers.
    pub facts: Vec<bool>,
    /// Made, kept or broken.
    pub promises: Vec<bool>,
    chosen: BTreeSet<(NodeIx, u8)>,
}

impl Asked {
    pub fn of(scenario: &Scenario) -> Self {
        let mut asked = Self {
            facts: vec![false; scenario.facts.len()],
            promises: vec![false; scenario.promises.len()],
            chosen: BTreeSet::new(),
        };
        each(scenario, |_, condition| leaves(condition, Sense::Holds, &mut |leaf, _| asked.note(leaf)));
        asked
    }

    fn note(&mut self, leaf: &Condition) {
        match leaf {
            Condition::Fact(fact) => self.facts[fact.index()] = true,
            Condition::Promised(p) | Condition::Kept(p) | Condition::Broken(p) => self.promises[p.index()] = true,
            Condition::Chose(at, choice) => {
                self.chosen.insert((*at, *choice));
            }
            Condition::State(..)
            | Condition::Feels(_)
            | Condition::Visited(_)
            | Condition::Of(..)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_) => {}
        }
    }

    /// Whether anything asks for that choice of that node, counted from 0.
    pub fn chose(&self, at: NodeIx, choice: usize) -> bool {
        u8::try_from(choice).is_ok_and(|c| self.chosen.contains(&(at, c)))
    }
}
