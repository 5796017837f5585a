//! How a rating is spread over a class: its middle, its quarters, and how sure the middle is.

use super::FEWEST;
use super::chance::around_median;

/// Final scores of one dimension, 0 to 100, of at least five trainees.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    pub rated: usize,
    pub median: f64,
    /// Between these the middle of all such classes lies eight times out of ten.
    pub low: f64,
    pub high: f64,
    pub quarters: (f64, f64),
    /// The tenth and the ninetieth of a hundred; none of fewer than twenty.
    pub tenths: Option<(f64, f64)>,
    /// How many in each ten points, the last with 100; a step with fewer than five counts as none. Empty of fewer than forty.
    pub steps: Vec<usize>,
}

const FOR_TENTHS: usize = 20;
const FOR_STEPS: usize = 40;

impl Spread {
    /// None of fewer than five.
    pub fn of(mut scores: Vec<f64>) -> Option<Self> {
        scores.sort_by(f64::total_cmp);
        let rated = scores.len();
        let (low, high) = around_median(rated).filter(|_| rated >= FEWEST)?;
        Some(Self {
            rated,
            median: share(&scores, 0.5),
            low: scores[low],
            high: scores[high],
            quarters: (share(&scores, 0.25), share(&scores, 0.75)),
            tenths: (rated >= FOR_TENTHS).then(|| (share(&scores, 0.1), share(&scores, 0.9))),
            steps: if rated >= FOR_STEPS { steps(&scores) } else { Vec::new() },
        })
    }
}

/// The score up to which this share lies, between neighbors in proportion.
fn share(sorted: &[f64], share: f64) -> f64 {
    let at = share * (sorted.len() - 1) as f64;
    let (below, above) = (at.floor() as usize, at.ceil() as usize);
    sorted[below] + (sorted[above] - sorted[below]) * at.fract()
}

fn steps(scores: &[f64]) -> Vec<usize> {
    let mut steps = [0; 10];
    scores.iter().for_each(|score| steps[((score / 10.0).max(0.0) as usize).min(9)] += 1);
    steps.iter().map(|n| if *n < FEWEST { 0 } else { *n }).collect()
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn fewer_than_five_have_no_spread() {
        assert_eq!(Spread::of(vec![1.0, 2.0, 3.0, 4.0]), None);
        let five = Spread::of(vec![50.0, 10.0, 20.0, 40.0, 30.0]).expect("five");
        assert_eq!((five.median, five.quarters, five.low, five.high), (30.0, (20.0, 40.0), 10.0, 50.0));
        assert_eq!((five.tenths, five.steps), (None, vec![]));
    }

    #[test]
    fn a_step_with_fewer_than_five_is_not_told() {
        let scores = (0..40).map(|i| if i < 3 { 5.0 } else { 95.0 }).collect();
        assert_eq!(Spread::of(scores).expect("forty").steps, [0, 0, 0, 0, 0, 0, 0, 0, 0, 37]);
    }
}
