//! What was said and done, turn by turn, with everything the rating and the debrief need.

use std::mem::take;

use super::few::Few;
use crate::model::{Evidence, Feeling, RuleSet, State};
use crate::rating::Terms;
use crate::scenario::{NodeIx, PersonIx};

/// A conversation so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transcript {
    pub turns: Vec<Turn>,
}

/// A line that was said: the `slot`-th of its node, counted in file order over `says` and then `closed`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    pub node: NodeIx,
    pub slot: usize,
}

/// The place of a happening in its node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Happened(pub usize);

/// A line that was on offer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Offered {
    /// Its place in the node, from 0, in file order.
    pub choice: usize,
    pub to_whom: PersonIx,
    /// What it would show; filled in when something is said.
    pub evidence: Evidence,
    pub rules: RuleSet,
}

impl Offered {
    pub(super) fn new(choice: usize, to_whom: PersonIx) -> Self {
        Self { choice, to_whom, evidence: Evidence::default(), rules: RuleSet::default() }
    }
}

/// A person at one turn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    pub feels: Feeling,
    /// When the lines were offered.
    pub before: State,
    /// After the line landed; the same as before while nothing is said.
    pub after: State,
}

/// One exchange: what they said, what could be answered, what was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    pub node: NodeIx,
    pub happened: Vec<Happened>,
    pub said: Vec<Spoken>,
    /// Everybody, also who has not come yet, in the order of the scenario's people.
    pub people: Vec<Moment>,
    pub hazard: bool,
    pub asked: bool,
    pub two_party: bool,
    /// 0.5 to 2.
    pub salience: f64,
    pub cue_answer: Option<usize>,
    /// In file order.
    pub offered: Few<Offered>,
    /// Places in `offered`, in the order they were shown.
    pub order: Few<usize>,
    /// Place in `offered`.
    pub chosen: usize,
    /// Weight, quality and chance level per dimension; none where nothing was at stake.
    pub terms: [Option<Terms>; 4],
    /// The turn whose harm this line repaired.
    pub repaired: Option<usize>,
}

impl Turn {
    /// As a new one, in the same room.
    pub(super) fn clear(&mut self) {
        let (mut happened, mut said, mut people) =
            (take(&mut self.happened), take(&mut self.said), take(&mut self.people));
        happened.clear();
        said.clear();
        people.clear();
        *self = Self { happened, said, people, ..Self::default() };
    }

    /// The line that was said.
    pub fn chosen(&self) -> &Offered {
        &self.offered[self.chosen]
    }

    /// The person that it was said to.
    pub fn addressee(&self) -> &Moment {
        &self.people[self.chosen().to_whom.index()]
    }
}

impl Transcript {
    /// The turn that was this person's own turn number `own`, from 0.
    pub(super) fn own_turn(&self, to: PersonIx, own: u32) -> Option<usize> {
        let mut mine = self.turns.iter().enumerate().filter(|(_, t)| t.chosen().to_whom == to).map(|(i, _)| i);
        mine.nth(own as usize)
    }
}
