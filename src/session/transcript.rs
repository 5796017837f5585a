//! What was said and done, turn by turn, with everything the rating and the debrief need.

use crate::model::turn::{Change, Judged};
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offered {
    /// Its place in the node, from 0, in file order.
    pub choice: usize,
    pub to_whom: PersonIx,
    /// What it would show; filled in when something is said.
    pub evidence: Evidence,
    pub rules: RuleSet,
    pub change: Change,
}

impl Offered {
    pub(super) fn new(choice: usize, to_whom: PersonIx) -> Self {
        Self { choice, to_whom, evidence: Evidence::default(), rules: RuleSet::default(), change: Change::default() }
    }

    pub(super) fn judged(&self) -> Judged {
        Judged { evidence: self.evidence, rules: self.rules, change: self.change }
    }
}

/// One exchange: what they said, what could be answered, what was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    pub node: NodeIx,
    pub happened: Vec<Happened>,
    pub said: Vec<Spoken>,
    /// Per person, what they felt.
    pub feels: Vec<Feeling>,
    pub hazard: bool,
    pub asked: bool,
    pub two_party: bool,
    /// 0.5 to 2.
    pub salience: f64,
    /// Per person, when the lines were offered.
    pub before: Vec<State>,
    pub cue_answer: Option<usize>,
    /// In file order.
    pub offered: Vec<Offered>,
    /// Places in `offered`, in the order they were shown.
    pub order: Vec<usize>,
    /// Place in `offered`.
    pub chosen: usize,
    /// Weight, quality and chance level per dimension; none where nothing was at stake.
    pub terms: [Option<Terms>; 4],
    /// Per person, after the line landed.
    pub after: Vec<State>,
    /// The turn whose harm this line repaired.
    pub repaired: Option<usize>,
}

impl Turn {
    /// The line that was said.
    pub fn chosen(&self) -> &Offered {
        &self.offered[self.chosen]
    }
}

impl Transcript {
    /// The turn that was this person's own turn number `own`, from 0.
    pub(super) fn own_turn(&self, to: PersonIx, own: u32) -> Option<usize> {
        let mut mine = self.turns.iter().enumerate().filter(|(_, t)| t.chosen().to_whom == to).map(|(i, _)| i);
        mine.nth(own as usize)
    }
}
