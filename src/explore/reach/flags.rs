//! What becomes true and stays so: facts, promises, where the talk has been, what was chosen.

use std::collections::BTreeMap;

use super::bounds::Answer;
use super::conditions::{Sense, each, leaves};
use crate::scenario::{Condition, NameIx, NodeIx, Scenario};

/// So many answers are kept over all nodes together, two bits each. A story that asks for more has the rest answered
/// "sometimes".
const MOST_ANSWERS: usize = 16_000_000;

/// A number for everything that some condition or choice asks for.
#[derive(Debug)]
pub(super) struct Numbers {
    facts: Vec<Option<u32>>,
    made: Vec<Option<u32>>,
    kept: Vec<Option<u32>>,
    broken: Vec<Option<u32>>,
    visited: Vec<Option<u32>>,
    chose: BTreeMap<(NodeIx, u8), u32>,
    count: usize,
    most: usize,
}

impl Numbers {
    pub fn of(scenario: &Scenario) -> Self {
        let (facts, promises, nodes) = (scenario.facts.len(), scenario.promises.len(), scenario.nodes.len());
        let mut numbers = Self {
            facts: vec![None; facts],
            made: vec![None; promises],
            kept: vec![None; promises],
            broken: vec![None; promises],
            visited: vec![None; nodes],
            chose: BTreeMap::new(),
            count: 0,
            most: (MOST_ANSWERS / nodes.max(1)).max(64),
        };
        numbers.number(&Condition::Visited(scenario.stop));
        let comings = scenario.people.iter().filter_map(|cast| cast.comes);
        comings.for_each(|at| numbers.number(&Condition::Visited(at)));
        for fact in scenario.talks().flat_map(|(_, n)| &n.choices).flat_map(|c| &c.knows) {
            numbers.number(&Condition::Fact(*fact));
        }
        each(scenario, |_, condition| leaves(condition, Sense::Holds, &mut |leaf, _| numbers.number(leaf)));
        numbers
    }

    fn number(&mut self, leaf: &Condition) {
        if self.count == self.most {
            return;
        }
        let next = self.count as u32;
        let slot = match leaf {
            Condition::Fact(f) => &mut self.facts[f.index()],
            Condition::Promised(p) => &mut self.made[p.index()],
            Condition::Kept(p) => &mut self.kept[p.index()],
            Condition::Broken(p) => &mut self.broken[p.index()],
            Condition::Visited(n) => &mut self.visited[n.index()],
            Condition::Chose(n, choice) => {
                self.chose.entry((*n, *choice)).or_insert(next);
                self.count = self.count.max(self.chose[&(*n, *choice)] as usize + 1);
                return;
            }
            Condition::State(..)
            | Condition::Feels(_)
            | Condition::Of(..)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_) => return,
        };
        if slot.is_none() {
            *slot = Some(next);
            self.count += 1;
        }
    }

    /// `None` where nothing asks for it, or where there is no more room.
    pub fn find(&self, leaf: &Condition) -> Option<u32> {
        match leaf {
            Condition::Fact(f) => self.facts[f.index()],
            Condition::Promised(p) => self.made[p.index()],
            Condition::Kept(p) => self.kept[p.index()],
            Condition::Broken(p) => self.broken[p.index()],
            Condition::Visited(n) => self.visited[n.index()],
            Condition::Chose(n, choice) => self.chose.get(&(*n, *choice)).copied(),
            Condition::State(..)
            | Condition::Feels(_)
            | Condition::Of(..)
            | Condition::All(_)
            | Condition::Any(_)
            | Condition::Not(_) => None,
        }
    }

    pub fn fact(&self, fact: NameIx) -> Option<u32> {
        self.facts[fact.index()]
    }
}

/// For each number whether it may be true and whether it must be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Flags {
    /// First what may be, then as many words of what must be.
    bits: Vec<u64>,
}

impl Flags {
    /// Nothing is true.
    pub fn none(numbers: &Numbers) -> Self {
        Self { bits: vec![0; 2 * numbers.count.div_ceil(64)] }
    }

    fn place(&self, number: u32) -> (usize, usize, u64) {
        let word = number as usize / 64;
        (word, word + self.bits.len() / 2, 1 << (number % 64))
    }

    pub fn answer(&self, number: Option<u32>) -> Answer {
        let Some(number) = number else { return Answer::Sometimes };
        let (may, must, bit) = self.place(number);
        match (self.bits[may] & bit != 0, self.bits[must] & bit != 0) {
            (_, true) => Answer::Always,
            (false, false) => Answer::Never,
            (true, false) => Answer::Sometimes,
        }
    }

    pub fn set(&mut self, number: Option<u32>) {
        let Some(number) = number else { return };
        let (may, must, bit) = self.place(number);
        self.bits[may] |= bit;
        self.bits[must] |= bit;
    }

    pub fn set_perhaps(&mut self, number: Option<u32>) {
        let Some(number) = number else { return };
        let (may, _, bit) = self.place(number);
        self.bits[may] |= bit;
    }

    pub fn clear(&mut self, number: Option<u32>) {
        let Some(number) = number else { return };
        let (may, must, bit) = self.place(number);
        self.bits[may] &= !bit;
        self.bits[must] &= !bit;
    }

    /// Takes in another possibility, and says whether that changed anything.
    pub fn join(&mut self, other: &Self) -> bool {
        let half = self.bits.len() / 2;
        let mut changed = false;
        for (i, (own, theirs)) in self.bits.iter_mut().zip(&other.bits).enumerate() {
            let joined = if i < half { *own | theirs } else { *own & theirs };
            changed |= joined != *own;
            *own = joined;
        }
        changed
    }

    /// Anything may be.
    pub fn loosen(&mut self) {
        let half = self.bits.len() / 2;
        self.bits[..half].fill(u64::MAX);
        self.bits[half..].fill(0);
    }
}
