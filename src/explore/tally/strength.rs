//! How strong a whole play was, and which of many was the strongest and the weakest.

use serde::{Deserialize, Serialize};

use super::spread::thousandths;
use crate::debrief::FEWEST_CHANCES;
use crate::rating::Rating;

/// A play with more ratings that can be shown says more; of equals the score decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strength {
    /// Dimensions with enough chances to be rated, 0 to 4.
    pub rated: u8,
    /// In thousandths of a point.
    pub score: u64,
}

/// A play and how strong it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub strength: Strength,
    /// From 0; `None` where a search found it.
    pub play: Option<u64>,
}

impl Strength {
    /// By the mean of the ratings.
    pub fn by_mean(ratings: &[Option<Rating>; 4]) -> Option<Self> {
        let (sum, count) = scores(ratings).fold((0.0, 0), |(s, n), v| (s + v, n + 1));
        (count > 0).then(|| Self { rated: rated(ratings), score: thousandths(sum / f64::from(count)) })
    }

    /// By the least of the ratings.
    pub fn by_least(ratings: &[Option<Rating>; 4]) -> Option<Self> {
        let least = scores(ratings).reduce(f64::min)?;
        Some(Self { rated: rated(ratings), score: thousandths(least) })
    }

    pub fn is_above(self, other: Self) -> bool {
        (self.rated, self.score) > (other.rated, other.score)
    }

    pub fn is_below(self, other: Self) -> bool {
        (self.rated, other.score) > (other.rated, self.score)
    }
}

/// What was at stake at all, rated or not.
fn scores(ratings: &[Option<Rating>; 4]) -> impl Iterator<Item = f64> {
    ratings.iter().flatten().map(|r| r.final_score)
}

fn rated(ratings: &[Option<Rating>; 4]) -> u8 {
    ratings.iter().flatten().filter(|r| r.n_eff >= FEWEST_CHANCES).count() as u8
}

impl Held {
    /// Of equals the first play; what a search found comes last.
    pub fn stronger(a: Option<Self>, b: Option<Self>) -> Option<Self> {
        pick(a, b, Strength::is_above)
    }

    pub fn weaker(a: Option<Self>, b: Option<Self>) -> Option<Self> {
        pick(a, b, Strength::is_below)
    }

    fn order(self) -> u64 {
        self.play.unwrap_or(u64::MAX)
    }
}

fn pick(a: Option<Held>, b: Option<Held>, wins: fn(Strength, Strength) -> bool) -> Option<Held> {
    let (Some(x), Some(y)) = (a, b) else { return a.or(b) };
    let second = wins(y.strength, x.strength) || (y.strength == x.strength && y.order() < x.order());
    Some(if second { y } else { x })
}

#[cfg(test)]
mod tests {
    use super::{Held, Strength};

    #[test]
    fn a_play_that_can_be_rated_goes_before_a_better_one_that_cannot() {
        let held = |rated, score, play| Some(Held { strength: Strength { rated, score }, play });
        let [good, lucky, poor] = [held(4, 90_000, Some(3)), held(1, 100_000, Some(1)), held(4, 5_000, None)];
        assert_eq!((Held::stronger(good, lucky), Held::stronger(lucky, good)), (good, good));
        assert_eq!((Held::weaker(good, poor), Held::weaker(poor, lucky)), (poor, poor));
        assert_eq!(Held::stronger(held(4, 90_000, None), good), good);
    }
}
