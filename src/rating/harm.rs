//! Harm is a factor, not a term: it cannot be diluted by good turns around it (scoring basis, 4.4).

use super::WeighedTurn;
use crate::model::technique::BoundaryMode;
use crate::model::turn::severity;
use crate::model::{Dimension, Model, TechniqueIx};

/// Whether a technique, where it harms, hurts this dimension: rigid ones boundaries and regard, diffuse ones boundaries,
/// others empathy and regard.
pub fn hurts(model: &Model, technique: TechniqueIx, dimension: Dimension) -> bool {
    use Dimension::{Boundaries, Empathy, Regard};
    match model.techniques.get(technique).boundary {
        Some(BoundaryMode::Rigid) => matches!(dimension, Boundaries | Regard),
        Some(BoundaryMode::Diffuse) => dimension == Boundaries,
        Some(BoundaryMode::Clear) | None => matches!(dimension, Empathy | Regard),
    }
}

/// Per dimension, what each harm done costs, after repairs.
pub(super) fn costs(model: &Model, turns: &[WeighedTurn]) -> [Vec<f64>; 4] {
    let mut mended = vec![1.0; turns.len()];
    for turn in turns {
        if let Some(factor) = turn.repaired.and_then(|i| mended.get_mut(i)) {
            *factor *= model.constants.harm_repaired;
        }
    }
    let mut out: [Vec<f64>; 4] = Default::default();
    for (turn, factor) in turns.iter().zip(mended) {
        for technique in turn.techniques {
            let cost = cost(model, severity(model, *technique, turn.hazard)) * factor;
            for d in Dimension::ALL.into_iter().filter(|d| cost > 0.0 && hurts(model, *technique, *d)) {
                out[d as usize].push(cost);
            }
        }
    }
    out
}

fn cost(model: &Model, severity: u8) -> f64 {
    let c = &model.constants;
    match severity {
        0 => 0.0,
        1 => c.harm_slight,
        2 => c.harm_serious,
        _ => c.harm_grave,
    }
}

/// What is left of a rating, 0.5 to 1: the worst harm counts in full, each further one half of the one before.
pub(super) fn factor(model: &Model, costs: &[f64]) -> f64 {
    let c = &model.constants;
    let mut sorted = costs.to_vec();
    sorted.sort_by(|a, b| b.total_cmp(a));
    let mut weight = 1.0;
    let mut sum = 0.0;
    for cost in sorted {
        sum += cost * weight;
        weight *= c.harm_next;
    }
    1.0 - sum.min(c.harm_most)
}
