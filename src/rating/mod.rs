//! Ratings of the officer's lines, never of the outcome: what was chosen, set against what was on offer.

pub mod counts;
pub mod harm;
pub mod opportunity;
pub mod score;
pub mod voice;

pub use opportunity::{Terms, turn_terms};
pub use score::Rating;

use crate::model::turn::severity;
use crate::model::{Dimension, Evidence, Model, TechniqueIx};

/// One turn, as the rating reads it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RatedTurn<'a> {
    /// Evidence of every line on offer.
    pub offered: &'a [Evidence],
    pub chosen: usize,
    /// Of the chosen line.
    pub techniques: &'a [TechniqueIx],
    pub hazard: bool,
    /// The turn (its place here) whose harm this line repaired.
    pub repaired: Option<usize>,
    /// 0.5 to 2.
    pub salience: f64,
    pub cue: Option<CueTerm<'a>>,
}

/// A cue question that was answered just before the line was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CueTerm<'a> {
    /// Evidence on listening of each answer.
    pub answers: &'a [f64],
    pub chosen: usize,
}

/// One turn whose chances have been weighed already: what [`turn_terms`] and [`cue_terms`] gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WeighedTurn<'a> {
    pub terms: [Option<Terms>; 4],
    /// Of the cue question, on listening.
    pub cue: Option<Terms>,
    /// Of the chosen line.
    pub techniques: &'a [TechniqueIx],
    pub hazard: bool,
    /// The turn (its place here) whose harm this line repaired.
    pub repaired: Option<usize>,
}

impl<'a> RatedTurn<'a> {
    fn weighed(&self, model: &Model) -> WeighedTurn<'a> {
        WeighedTurn {
            terms: turn_terms(model, self.offered, self.chosen, self.salience),
            cue: self.cue.and_then(|cue| cue_terms(model, cue.answers, cue.chosen)),
            techniques: self.techniques,
            hazard: self.hazard,
            repaired: self.repaired,
        }
    }
}

/// The four ratings of a visit, in the order of [`Dimension::ALL`]; none where nothing was ever at stake.
pub fn rate(model: &Model, turns: &[RatedTurn]) -> [Option<Rating>; 4] {
    let weighed: Vec<WeighedTurn> = turns.iter().map(|turn| turn.weighed(model)).collect();
    rate_weighed(model, &weighed)
}

/// The same for turns that have been weighed.
pub fn rate_weighed(model: &Model, turns: &[WeighedTurn]) -> [Option<Rating>; 4] {
    let harms = harm::costs(model, turns);
    let mut terms = Vec::with_capacity(turns.len() + 1);
    Dimension::ALL.map(|d| {
        terms.clear();
        for turn in turns {
            terms.extend(turn.cue.filter(|_| d == Dimension::Listening));
            terms.extend(turn.terms[d as usize]);
        }
        let rating = score::score(model, &terms, &harms[d as usize])?;
        Some(if gravely_hurt(model, turns, d) { rating.capped(model.constants.harm_grave_cap) } else { rating })
    })
}

/// What the answer to a cue question counts for; `answers` holds the evidence of each on listening.
pub fn cue_terms(model: &Model, answers: &[f64], chosen: usize) -> Option<Terms> {
    let answers: Vec<Evidence> = answers.iter().map(|e| Evidence([*e; 4])).collect();
    turn_terms(model, &answers, chosen, model.constants.cue_salience)[Dimension::Listening as usize]
}

fn gravely_hurt(model: &Model, turns: &[WeighedTurn], dimension: Dimension) -> bool {
    turns.iter().any(|turn| {
        let mut techniques = turn.techniques.iter();
        techniques.any(|t| severity(model, *t, turn.hazard) == 3 && harm::hurts(model, *t, dimension))
    })
}
