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

/// The four ratings of a visit, in the order of [`Dimension::ALL`]; none where nothing was ever at stake.
pub fn rate(model: &Model, turns: &[RatedTurn]) -> [Option<Rating>; 4] {
    let mut terms: [Vec<Terms>; 4] = Default::default();
    for turn in turns {
        if let Some(cue) = turn.cue {
            terms[Dimension::Listening as usize].extend(cue_terms(model, &cue));
        }
        let at_stake = turn_terms(model, turn.offered, turn.chosen, turn.salience);
        terms.iter_mut().zip(at_stake).for_each(|(all, one)| all.extend(one));
    }
    let harms = harm::costs(model, turns);
    Dimension::ALL.map(|d| {
        let rating = score::score(model, &terms[d as usize], &harms[d as usize])?;
        Some(if gravely_hurt(model, turns, d) { rating.capped(model.constants.harm_grave_cap) } else { rating })
    })
}

fn cue_terms(model: &Model, cue: &CueTerm) -> Option<Terms> {
    let answers: Vec<Evidence> = cue.answers.iter().map(|e| Evidence([*e; 4])).collect();
    turn_terms(model, &answers, cue.chosen, model.constants.cue_salience)[Dimension::Listening as usize]
}

fn gravely_hurt(model: &Model, turns: &[RatedTurn], dimension: Dimension) -> bool {
    turns.iter().any(|turn| {
        let mut techniques = turn.techniques.iter();
        techniques.any(|t| severity(model, *t, turn.hazard) == 3 && harm::hurts(model, *t, dimension))
    })
}
