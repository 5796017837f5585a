//! How one rating is spread over many plays, in whole numbers only, so that shares add up to the same in any order.

use serde::{Deserialize, Serialize};

use crate::debrief::FEWEST_CHANCES;
use crate::rating::Rating;

/// The final scores of one dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Plays with enough chances to be rated; only these stand in the numbers below.
    pub rated: u64,
    /// Plays with a few chances, too few for a rating to be shown.
    pub too_few: u64,
    /// Plays in which nothing was at stake.
    pub none: u64,
    /// Of the scores, in thousandths of a point.
    pub sum: u64,
    /// How many scores from each whole point to the next, 0 to 99; the last holds 100 too.
    pub histogram: Vec<u64>,
    pub lowest: Option<Extreme>,
    pub highest: Option<Extreme>,
}

/// The least or greatest of something, and the first play that had it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extreme {
    /// A score in thousandths of a point, or a count.
    pub value: u64,
    /// From 0.
    pub play: u64,
}

/// Whole points of a score.
pub const POINTS: usize = 100;

impl Default for Spread {
    fn default() -> Self {
        Self { rated: 0, too_few: 0, none: 0, sum: 0, histogram: vec![0; POINTS], lowest: None, highest: None }
    }
}

impl Spread {
    pub(super) fn take(&mut self, play: u64, rating: Option<&Rating>) {
        match rating {
            None => self.none += 1,
            Some(r) if r.n_eff < FEWEST_CHANCES => self.too_few += 1,
            Some(r) => {
                let value = thousandths(r.final_score);
                self.rated += 1;
                self.sum += value;
                self.histogram[((value / 1000) as usize).min(POINTS - 1)] += 1;
                let here = Some(Extreme { value, play });
                self.lowest = lower(self.lowest, here);
                self.highest = higher(self.highest, here);
            }
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        sum(&mut self.rated, other.rated);
        sum(&mut self.too_few, other.too_few);
        sum(&mut self.none, other.none);
        sum(&mut self.sum, other.sum);
        sum_all(&mut self.histogram, &other.histogram);
        self.lowest = lower(self.lowest, other.lowest);
        self.highest = higher(self.highest, other.highest);
    }

    /// In thousandths of a point; none without a rated play.
    pub fn mean(&self) -> Option<u64> {
        mean(self.sum, self.rated)
    }

    /// The whole point below the score that this share (percent) of the plays does not pass.
    pub fn percentile(&self, percent: u64) -> Option<usize> {
        percentile(&self.histogram, percent)
    }
}

/// The place in a row of counts up to which this share (percent) of all lies.
pub fn percentile(counts: &[u64], percent: u64) -> Option<usize> {
    let all: u128 = counts.iter().map(|n| u128::from(*n)).sum();
    let wanted = (all * u128::from(percent)).div_ceil(100).max(1);
    let mut so_far = 0;
    counts.iter().position(|n| {
        so_far += u128::from(*n);
        so_far >= wanted
    })
}

/// A score of 0 to 100 in thousandths.
pub fn thousandths(score: f64) -> u64 {
    (score * 1000.0).round() as u64
}

/// To the nearest whole.
pub fn mean(sum: u64, count: u64) -> Option<u64> {
    (count > 0).then(|| ((u128::from(sum) + u128::from(count) / 2) / u128::from(count)) as u64)
}

pub(super) fn lower(a: Option<Extreme>, b: Option<Extreme>) -> Option<Extreme> {
    [a, b].into_iter().flatten().min_by_key(|e| (e.value, e.play))
}

pub(super) fn higher(a: Option<Extreme>, b: Option<Extreme>) -> Option<Extreme> {
    [a, b].into_iter().flatten().min_by_key(|e| (std::cmp::Reverse(e.value), e.play))
}

/// Numbers from a file may be any: they stop at the greatest there is.
pub(super) fn sum(to: &mut u64, by: u64) {
    *to = to.saturating_add(by);
}

pub(super) fn sum_all(to: &mut [u64], by: &[u64]) {
    to.iter_mut().zip(by).for_each(|(to, by)| sum(to, *by));
}

#[cfg(test)]
mod tests {
    use super::{Extreme, higher, lower, percentile};

    #[test]
    fn of_equal_scores_the_first_play_is_kept() {
        let [a, b] = [9, 4].map(|play| Some(Extreme { value: 70, play }));
        assert_eq!((lower(a, b), higher(a, b)), (b, b));
        assert_eq!((lower(None, a), higher(a, None)), (a, a));
    }

    #[test]
    fn a_percentile_is_where_that_share_is_reached() {
        let counts = [0, 5, 0, 4, 1];
        assert_eq!([0, 50, 51, 90, 91, 100].map(|p| percentile(&counts, p)), [1, 1, 3, 3, 4, 4].map(Some));
        assert_eq!(percentile(&[0, 0], 50), None);
    }
}
