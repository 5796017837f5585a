//! One dimension over time: every finished conversation, and what they say together.

use super::change::{Change, change};
use super::play::{Kind, Play};
use super::pooled::{Pooled, pool};
use crate::model::{Dimension, Model};
use crate::rating::Rating;

/// Effective chances below which a conversation says too little to be shown as a number (scoring basis, 4.3; our choice).
const ENOUGH_CHANCES: f64 = 3.0;

/// One dimension over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub dimension: Dimension,
    /// Oldest first; those of one day in the order they were handed in. Conversations that were broken off, and those
    /// with fewer than three effective chances, have none.
    pub points: Vec<Point>,
    /// All first plays together.
    pub now: Option<Pooled>,
    pub change: Change,
}

/// One conversation on one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Days since 1 January 1970.
    pub day: i64,
    pub kind: Kind,
    /// What the debrief told, 0 to 100; 35 is what picking at random gets.
    pub final_score: f64,
    /// Pulled to the middle while there is little evidence, and lowered by harm as the final score is, 0 to 100.
    pub estimate: f64,
    /// The 80 % band of this one conversation, 0 to 100 (scoring basis, 4.3). The final score is never outside.
    pub low: f64,
    pub high: f64,
    /// First plays up to here together, this one included: the line and the band of the chart. It stays where it is at
    /// the other kinds of play, and is none before the first that counts.
    pub so_far: Option<Pooled>,
}

/// The series of one dimension from plays that stand oldest first.
pub(super) fn series(model: &Model, plays: &[&Play], dimension: Dimension) -> Series {
    let mut first: Vec<(f64, f64)> = Vec::new();
    let mut points = Vec::new();
    for play in plays.iter().filter(|play| play.complete) {
        let Some(rating) = play.ratings[dimension as usize].filter(|r| r.n_eff >= ENOUGH_CHANCES) else { continue };
        if play.kind() == Kind::First {
            first.push((lowered(&rating), rating.sd));
        }
        points.push(point(play, &rating, pool(model, &first)));
    }
    Series { dimension, points, now: pool(model, &first), change: change(model, &first) }
}

fn point(play: &Play, rating: &Rating, so_far: Option<Pooled>) -> Point {
    Point {
        day: play.began_day,
        kind: play.kind(),
        final_score: rating.final_score,
        estimate: lowered(rating),
        low: rating.low.min(rating.final_score),
        high: rating.high,
        so_far,
    }
}

/// The estimate times what harm (and the cap of a grave one) left of the score, so that line and marks are of one scale.
fn lowered(rating: &Rating) -> f64 {
    let kept = if rating.raw > 0.0 { rating.final_score / rating.raw } else { rating.harm_factor };
    rating.estimate * kept
}
