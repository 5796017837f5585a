//! What an author can ask of the state of things: on a choice, a line or a route.

use serde::Serialize;

use super::{NameIx, NodeIx, PersonIx};
use crate::model::{Emotion, Variable};

/// Half of the number line: at least, or below.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Bound {
    AtLeast(f64),
    Below(f64),
}

impl Bound {
    pub fn holds(self, value: f64) -> bool {
        match self {
            Self::AtLeast(low) => value >= low,
            Self::Below(high) => value < high,
        }
    }
}

/// Conditions without `Of` speak of the person who spoke last, or of the first in the file before anybody spoke.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Condition {
    State(Variable, Bound),
    Feels(Emotion),
    Fact(NameIx),
    Promised(NameIx),
    Kept(NameIx),
    Broken(NameIx),
    Visited(NodeIx),
    /// That choice of that node, counted from 0, was made at some time in this conversation.
    Chose(NodeIx, u8),
    Of(PersonIx, Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
}
