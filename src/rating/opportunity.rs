//! What a turn gave a chance to show: weight, quality of the choice, and what a random picker gets (scoring basis, 4.1).

use crate::model::{Dimension, Evidence, Model};

/// One scored chance on one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Weight: the range between best and worst, times salience. Recency is added when a visit is scored.
    pub w: f64,
    /// Quality of the choice, 0 to 1.
    pub q: f64,
    /// Mean quality of everything on offer.
    pub g: f64,
}

/// Per dimension, none where best and worst lie too close together to say anything.
pub fn turn_terms(model: &Model, offered: &[Evidence], chosen: usize, salience: f64) -> [Option<Terms>; 4] {
    Dimension::ALL.map(|d| terms(model, offered, chosen, salience, d))
}

fn terms(model: &Model, offered: &[Evidence], chosen: usize, salience: f64, d: Dimension) -> Option<Terms> {
    let c = &model.constants;
    let chosen = offered.get(chosen)?[d];
    let (mut best, mut worst) = (chosen, chosen);
    for evidence in offered {
        best = if evidence[d] > best { evidence[d] } else { best };
        worst = if evidence[d] < worst { evidence[d] } else { worst };
    }
    let (best, worst) = (best.min(c.rating_ceiling), worst.max(c.rating_floor));
    let range = best - worst;
    if range < c.rating_range {
        return None;
    }
    let quality = |e: f64| ((e - worst) / range).clamp(0.0, 1.0);
    let mean = offered.iter().map(|e| quality(e[d])).sum::<f64>() / offered.len() as f64;
    Some(Terms { w: range * salience, q: quality(chosen), g: mean })
}
