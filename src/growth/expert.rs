//! What each scenario serves: the cells that the simulated expert meets in it (scoring basis, 6.4).

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cell::{Cell, context};
use super::serves::{Served, Serves};
use crate::explore::play::play;
use crate::explore::trainee::TRAINEES;
use crate::model::{Dimension, Model};
use crate::scenario::Scenario;
use crate::session::{Session, Start};

/// Variants of a scenario that the expert plays; the most turns that any of them gives count (our choice).
const VARIANTS: u64 = 6;

impl Serves {
    /// Lets the expert play each of them. Takes well under a millisecond a scenario.
    pub fn of(scenarios: &[Arc<Scenario>], model: &'static Model) -> Self {
        Self { scenarios: scenarios.iter().map(|s| served(s, model)).collect(), ..Self::default() }
    }
}

fn served(scenario: &Arc<Scenario>, model: &'static Model) -> Served {
    let mut cells: BTreeMap<Cell, usize> = BTreeMap::new();
    let expert = &TRAINEES[0];
    for seed in 0..VARIANTS {
        for (cell, turns) in met(&play(scenario, model, expert, seed, Arc::new(Start::written(scenario)))) {
            let most = cells.entry(cell).or_default();
            *most = turns.max(*most);
        }
    }
    Served { id: scenario.id.clone(), title: scenario.title.clone(), cells }
}

fn met(session: &Session) -> BTreeMap<Cell, usize> {
    let mut cells = BTreeMap::new();
    for turn in &session.transcript().turns {
        let context = context(&turn.addressee().before);
        for dimension in Dimension::ALL.into_iter().filter(|d| turn.terms[*d as usize].is_some()) {
            *cells.entry(Cell { dimension, context }).or_default() += 1;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::library;

    #[test]
    fn a_scenario_serves_every_dimension_somewhere() {
        let scenario = Arc::new(library::load("the-olive-door", None).expect("it ships"));
        let serves = Serves::of(&[scenario], Model::shipped());
        let cells = &serves.scenarios[0].cells;
        assert!(Dimension::ALL.iter().all(|d| cells.keys().any(|c| c.dimension == *d)), "{cells:?}");
        assert!(cells.keys().any(|c| c.context.wary) && cells.values().all(|turns| *turns <= 20));
    }
}
