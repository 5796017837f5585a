//! What a search is after.

use serde::{Deserialize, Serialize};

use crate::debrief::FEWEST_CHANCES;
use crate::explore::tally::Strength;
use crate::explore::tally::spread::thousandths;
use crate::model::Dimension;
use crate::rating::Rating;

/// A number of a finished conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    Rating(Dimension),
    /// The mean of the ratings.
    Mean,
    /// The weakest of the ratings: high only where all four go together.
    Least,
}

impl Goal {
    pub const ALL: [Self; 6] = [
        Self::Rating(Dimension::Empathy),
        Self::Rating(Dimension::Listening),
        Self::Rating(Dimension::Boundaries),
        Self::Rating(Dimension::Regard),
        Self::Mean,
        Self::Least,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Rating(d) => d.name(),
            Self::Mean => "Mean of the four",
            Self::Least => "Least of the four",
        }
    }

    /// None where it cannot be rated.
    pub(super) fn reached(self, ratings: &[Option<Rating>; 4]) -> Option<Strength> {
        match self {
            Self::Rating(d) => {
                let rating = ratings[d as usize].filter(|r| r.n_eff >= FEWEST_CHANCES)?;
                Some(Strength { rated: 1, score: thousandths(rating.final_score) })
            }
            Self::Mean => Strength::by_mean(ratings),
            Self::Least => Strength::by_least(ratings),
        }
    }

    /// The score so far, in thousandths, whatever it rests on; the middle before anything was at stake.
    pub(super) fn promise(self, ratings: &[Option<Rating>; 4]) -> u64 {
        const MIDDLE: u64 = 50_000;
        let so_far = match self {
            Self::Rating(d) => ratings[d as usize].map(|r| thousandths(r.final_score)),
            Self::Mean => Strength::by_mean(ratings).map(|s| s.score),
            Self::Least => Strength::by_least(ratings).map(|s| s.score),
        };
        so_far.unwrap_or(MIDDLE)
    }
}
