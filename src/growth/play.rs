//! What growth reads of one conversation: plain owned facts, whoever kept them.

use super::Cell;
use super::cell::Context;
use crate::model::Dimension;
use crate::rating::{Rating, Terms};

/// How a conversation was played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    #[default]
    Practice,
    /// With a note after every choice.
    Coached,
    /// Nothing shown until the end.
    Assessment,
}

/// One conversation that was begun.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Play {
    /// The scenario's id, as in [`super::Serves`].
    pub scenario: String,
    /// Days since 1 January 1970 where the trainee is.
    pub began_day: i64,
    /// Whether this variant had never been played before.
    pub first: bool,
    /// Whether an ending was reached.
    pub complete: bool,
    pub mode: Mode,
    /// What it was suggested for, where it was: the history of suggestions, and the target that difficulty looks at.
    pub aimed_at: Option<Cell>,
    /// In the order of [`Dimension::ALL`].
    pub ratings: [Option<Rating>; 4],
    /// In the order they were said.
    pub turns: Vec<ScoredTurn>,
    /// Per dimension, whether a harm of severity 2 or more was left unrepaired.
    pub harm: [bool; 4],
    /// None where it was not kept.
    pub leaning: Option<LeaningLines>,
    /// Techniques used, by id or by name, in any order; how often does not matter.
    pub techniques: Vec<String>,
    /// The longest run of questions without listening between.
    pub questions_in_row: usize,
}

/// One line that was said: the moment, and what it gave a chance to show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoredTurn {
    /// Of the person it was said to, before it landed.
    pub context: Context,
    /// In the order of [`Dimension::ALL`]; none where nothing was at stake.
    pub terms: [Option<Terms>; 4],
}

/// Techniques that leaned to either side of the boundary see-saw, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeaningLines {
    pub rigid: usize,
    pub diffuse: usize,
}

/// How a finished conversation stands in the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A first play on one's own: the only kind that counts for growth.
    First,
    /// Played again: it may be remembered rather than known.
    Again,
    /// The first time, with notes after every choice.
    Coached,
}

impl Play {
    pub fn kind(&self) -> Kind {
        match (self.first, self.mode) {
            (false, _) => Kind::Again,
            (true, Mode::Coached) => Kind::Coached,
            (true, Mode::Practice | Mode::Assessment) => Kind::First,
        }
    }

    /// Whether any line gave a chance on this dimension.
    pub(super) fn touches(&self, dimension: Dimension) -> bool {
        self.turns.iter().any(|turn| turn.terms[dimension as usize].is_some())
    }

    /// Whether any line gave a chance on this dimension in this kind of moment.
    pub(super) fn meets(&self, cell: Cell) -> bool {
        self.turns.iter().any(|turn| turn.context == cell.context && turn.terms[cell.dimension as usize].is_some())
    }
}
