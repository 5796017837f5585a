//! What came of one node or ending, and of each line there.

use serde::{Deserialize, Serialize};

use super::spread::{sum, sum_all};
use crate::scenario::{Outcome, Place, PlaceKind};

/// A node or an ending.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OfPlace {
    pub id: String,
    /// `None` for a node.
    pub outcome: Option<Outcome>,
    /// Why nobody can ever come here, where that is proved.
    pub proof: Option<Proof>,
    /// Plays that came here.
    pub plays: u64,
    /// Times that plays came here.
    pub visits: u64,
    /// Visits at which every line on offer was bad: composite evidence of -1 or less.
    pub all_bad: u64,
    /// Of an ending: the plays of each trainee that ended here.
    pub ended: Vec<u64>,
    /// In file order.
    pub choices: Vec<OfChoice>,
    /// Where it may go from here and where it went, by the place of the target.
    pub roads: Vec<Road>,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OfChoice {
    pub text: String,
    /// Why nobody can ever say it, where that is proved.
    pub proof: Option<Proof>,
    pub offered: u64,
    pub taken: u64,
}

/// A road, taken or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Road {
    /// The place it leads to, counted in file order from 0.
    pub to: u32,
    pub times: u64,
}

/// How it is known that something cannot happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proof {
    /// No road from the opening, the stop or the leaving leads there.
    NoRoad,
    /// Roads lead there, and no state that can ever be had opens one of them.
    NoStateLeadsThere,
    /// Every path was walked, and none came there.
    EveryPathWalked,
}

impl OfPlace {
    /// Nothing counted yet; the words are put in at the end.
    pub(super) fn empty(place: &Place, trainees: usize) -> Self {
        match &place.kind {
            PlaceKind::Node(node) => Self { choices: vec![OfChoice::default(); node.choices.len()], ..Self::default() },
            PlaceKind::Ending(_) => Self { ended: vec![0; trainees], ..Self::default() },
        }
    }

    /// The road to this place; there from now on, whether or not it is ever taken.
    pub(in crate::explore) fn road(&mut self, to: u32) -> &mut Road {
        let at = match self.roads.binary_search_by_key(&to, |r| r.to) {
            Ok(at) => at,
            Err(at) => {
                self.roads.insert(at, Road { to, times: 0 });
                at
            }
        };
        &mut self.roads[at]
    }

    pub(super) fn add(&mut self, other: &Self) {
        sum(&mut self.plays, other.plays);
        sum(&mut self.visits, other.visits);
        sum(&mut self.all_bad, other.all_bad);
        sum_all(&mut self.ended, &other.ended);
        self.proof = self.proof.or(other.proof);
        for (to, by) in self.choices.iter_mut().zip(&other.choices) {
            sum(&mut to.offered, by.offered);
            sum(&mut to.taken, by.taken);
            to.proof = to.proof.or(by.proof);
        }
        for road in &other.roads {
            sum(&mut self.road(road.to).times, road.times);
        }
    }

    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let texts = |p: &Self| p.choices.iter().map(|c| c.text.clone()).collect::<Vec<_>>();
        (&self.id, self.outcome, self.ended.len()) == (&other.id, other.outcome, other.ended.len())
            && texts(self) == texts(other)
    }
}
