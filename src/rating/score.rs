//! A rating with how sure it is (scoring basis, 4.2 and 4.3).

use serde::{Deserialize, Serialize};

use super::harm::factor;
use super::opportunity::Terms;
use crate::model::Model;

/// One dimension of one visit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// S: 0 to 100 before harm; 35 is what picking at random gets, 100 the best line every time.
    pub raw: f64,
    /// S pulled to the middle while there is little evidence.
    pub estimate: f64,
    /// Standard deviation of the estimate.
    pub sd: f64,
    /// Effective number of chances.
    pub n_eff: f64,
    /// 0.5 to 1.
    pub harm_factor: f64,
    /// S times the harm factor.
    pub final_score: f64,
    /// The 80 % band, 0 to 100.
    pub low: f64,
    pub high: f64,
    /// 1 to 5.
    pub rating: f64,
}

impl Rating {
    /// With the final score at most `most`.
    pub(super) fn capped(self, most: f64) -> Self {
        let final_score = self.final_score.min(most);
        Self { final_score, rating: on_five(final_score), ..self }
    }
}

fn on_five(score: f64) -> f64 {
    1.0 + score / 25.0
}

pub(super) fn score(model: &Model, terms: &[Terms], harms: &[f64]) -> Option<Rating> {
    if terms.is_empty() {
        return None;
    }
    let c = &model.constants;
    let last = (terms.len() - 1).max(1) as f64;
    let weight = |i: usize| terms[i].w * (1.0 + c.rating_recency * (i as f64 / last));
    let weights: Vec<f64> = (0..terms.len()).map(weight).collect();
    let sum: f64 = weights.iter().sum();
    let n_eff = sum * sum / weights.iter().map(|w| w * w).sum::<f64>();
    let quality = weights.iter().zip(terms).map(|(w, t)| w * t.q).sum::<f64>() / sum;
    let chance = weights.iter().zip(terms).map(|(w, t)| w * t.g).sum::<f64>() / sum;
    let raw = over_chance(quality, chance, c.rating_chance);
    let estimate = (n_eff * raw + c.rating_prior_count * c.rating_prior) / (n_eff + c.rating_prior_count);
    let variance = (estimate * (100.0 - estimate)).max(c.rating_variance_least);
    let sd = (variance / (n_eff + c.rating_prior_count + 1.0)).sqrt();
    let f = factor(model, harms);
    let reach = c.rating_band * sd;
    Some(Rating {
        raw,
        estimate,
        sd,
        n_eff,
        harm_factor: f,
        final_score: raw * f,
        low: raw.min(estimate - reach).max(0.0) * f,
        high: raw.max(estimate + reach).min(100.0) * f,
        rating: on_five(raw * f),
    })
}

/// Chance-corrected like kappa, with chance at `base` of 1.
fn over_chance(quality: f64, chance: f64, base: f64) -> f64 {
    if quality >= chance {
        100.0 * (base + (1.0 - base) * ((quality - chance) / (1.0 - chance)))
    } else {
        100.0 * base * (1.0 + (quality - chance) / chance)
    }
}
