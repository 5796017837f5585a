//! Whether a dimension has grown: the first third of the first plays against the last third.

use super::pooled::{Pooled, pool};
use crate::model::Model;

/// First plays before anything is said about a change (scoring basis, 4.7; our choice).
pub const PLAYS_FOR_A_TREND: usize = 3;

/// What can be said about the change between the first plays and now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    Grown,
    Fallen,
    /// The difference is no larger than the doubt.
    AboutTheSame,
    /// Fewer than three first plays with enough chances.
    NotEnoughYet,
}

impl Verdict {
    /// "has grown", after the name of a dimension.
    pub fn words(self) -> &'static str {
        match self {
            Self::Grown => "has grown",
            Self::Fallen => "has fallen",
            Self::AboutTheSame => "about the same",
            Self::NotEnoughYet => "too early to say",
        }
    }
}

/// A change and the two quantities it is judged by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub verdict: Verdict,
    /// The oldest third of the first plays, rounded down (of three to five, one), pooled.
    pub early: Option<Pooled>,
    /// The newest third, as many.
    pub late: Option<Pooled>,
}

/// Standard deviations that a difference must exceed: 95 % of chance differences stay below.
const SURE: f64 = 1.96;

impl Change {
    /// Late minus early, -100 to 100.
    pub fn difference(&self) -> Option<f64> {
        Some(self.late?.estimate - self.early?.estimate)
    }

    /// What the difference must exceed to be told: 1.96 √(sd₁² + sd₂²). With the 1.28 of a single comparison (scoring basis,
    /// 4.3) thirteen of a hundred simulated trainees who do not change would be told that they had, on each of four
    /// dimensions; so it is about two (`tests/growth/noise.rs`; our choice).
    pub fn doubt(&self) -> Option<f64> {
        let (early, late) = (self.early?.sd, self.late?.sd);
        Some(SURE * (early * early + late * late).sqrt())
    }
}

/// Estimates and standard deviations of the first plays, oldest first. Plays in between carry the line of the chart but
/// not the verdict.
pub(super) fn change(model: &Model, first: &[(f64, f64)]) -> Change {
    let none = Change { verdict: Verdict::NotEnoughYet, early: None, late: None };
    if first.len() < PLAYS_FOR_A_TREND {
        return none;
    }
    let third = first.len() / 3;
    let change = Change {
        verdict: Verdict::AboutTheSame,
        early: pool(model, &first[..third]),
        late: pool(model, &first[first.len() - third..]),
    };
    let (Some(difference), Some(doubt)) = (change.difference(), change.doubt()) else { return none };
    let verdict = match difference {
        d if d > doubt => Verdict::Grown,
        d if d < -doubt => Verdict::Fallen,
        _ => Verdict::AboutTheSame,
    };
    Change { verdict, ..change }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(estimates: &[f64]) -> Verdict {
        let first: Vec<(f64, f64)> = estimates.iter().map(|e| (*e, 10.0)).collect();
        change(Model::shipped(), &first).verdict
    }

    #[test]
    fn two_plays_say_nothing() {
        assert_eq!(verdict(&[]), Verdict::NotEnoughYet);
        assert_eq!(verdict(&[10.0, 90.0]), Verdict::NotEnoughYet);
    }

    #[test]
    fn of_three_the_first_and_the_last_are_compared_with_their_doubt() {
        // 1.96 * sqrt(200) = 27.72
        assert_eq!(verdict(&[50.0, 99.0, 77.6]), Verdict::AboutTheSame);
        assert_eq!(verdict(&[50.0, 0.0, 77.8]), Verdict::Grown);
        assert_eq!(verdict(&[77.8, 50.0, 50.0]), Verdict::Fallen);
    }

    #[test]
    fn with_more_plays_a_smaller_difference_is_real() {
        // thirds of three: 1.96 * sqrt(2 * 100 / 3) = 16.00
        assert_eq!(verdict(&[50.0, 50.0, 50.0, 0.0, 0.0, 0.0, 66.1, 65.9, 66.1]), Verdict::Grown);
        assert_eq!(verdict(&[50.0, 50.0, 50.0, 0.0, 0.0, 0.0, 65.9, 65.9, 65.9]), Verdict::AboutTheSame);
    }
}
