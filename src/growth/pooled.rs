//! Several conversations together: each counts by how sure it is.

use crate::model::Model;

/// What several conversations say together on one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pooled {
    /// Mean of the estimates, each by its precision 1 / sd², 0 to 100 (scoring basis, 4.3).
    pub estimate: f64,
    /// 1 / √(sum of the precisions): with every conversation smaller. Harm lowers the estimate, never this.
    pub sd: f64,
    /// The 80 % band, 0 to 100.
    pub low: f64,
    pub high: f64,
    /// How many conversations.
    pub plays: usize,
}

/// Pools estimates with their standard deviations; none of none.
///
/// The precision is that of the rating before harm, so that a harm does not give a conversation more say.
pub(super) fn pool(model: &Model, estimates: &[(f64, f64)]) -> Option<Pooled> {
    let precision = |sd: f64| 1.0 / (sd * sd);
    let total: f64 = estimates.iter().map(|(_, sd)| precision(*sd)).sum();
    if estimates.is_empty() || !total.is_finite() || total <= 0.0 {
        return None;
    }
    let estimate = estimates.iter().map(|(e, sd)| e * precision(*sd)).sum::<f64>() / total;
    let sd = 1.0 / total.sqrt();
    let reach = model.constants.rating_band * sd;
    let (low, high) = ((estimate - reach).max(0.0), (estimate + reach).min(100.0));
    Some(Pooled { estimate, sd, low, high, plays: estimates.len() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_surer_of_two_counts_four_times_at_half_the_spread() {
        // precisions 1/100 and 1/25: (40 * 1 + 70 * 4) / 5 = 64; sd = sqrt(1 / 0.05) = 4.472
        let pooled = pool(Model::shipped(), &[(40.0, 10.0), (70.0, 5.0)]).expect("two");
        assert!((pooled.estimate - 64.0).abs() < 1e-12, "{pooled:?}");
        assert!((pooled.sd - 20.0_f64.sqrt()).abs() < 1e-12, "{pooled:?}");
        assert!((pooled.high - pooled.low - 2.0 * 1.28 * pooled.sd).abs() < 1e-12, "{pooled:?}");
    }

    #[test]
    fn nothing_pools_to_nothing() {
        assert_eq!(pool(Model::shipped(), &[]), None);
    }

    proptest! {
        #[test]
        fn more_evidence_narrows_the_band(
            many in prop::collection::vec((0.0..=100.0f64, 1.0..30.0f64), 2..20)
        ) {
            let all = pool(Model::shipped(), &many).expect("some");
            let fewer = pool(Model::shipped(), &many[1..]).expect("some");
            prop_assert!(all.sd < fewer.sd);
            prop_assert!(all.low <= all.estimate && all.estimate <= all.high);
        }
    }
}
