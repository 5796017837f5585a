//! In what moments a library lets each technique be met, where it is right and where it is wrong.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cell::{Context, context};
use super::costs::{costs, main_dimension};
use crate::explore::{Survey, play, trainee::TRAINEES};
use crate::model::rule::Test;
use crate::model::{Model, Stage, State, TechniqueIx};
use crate::scenario::Scenario;
use crate::session::{Start, Turn};

/// The edges that the context rules see: where an amount passes one of them, some rule holds or no longer does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edges {
    /// 0 to 100, in order.
    pub arousal: Vec<f64>,
    /// 0 to 100, in order.
    pub trust: Vec<f64>,
    /// In order.
    pub stages: Vec<Stage>,
}

/// A state as the context rules see it: how many edges of arousal, trust and stage it has passed.
pub type Seen = (usize, usize, usize);

/// Where a technique was on offer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Met {
    pub right: BTreeSet<Seen>,
    pub wrong: BTreeSet<Seen>,
    /// The same by the eight kinds of moment that practice goes by.
    pub right_moments: BTreeSet<Context>,
    pub wrong_moments: BTreeSet<Context>,
}

/// One technique.
#[derive(Clone, Debug, PartialEq)]
pub struct Covered {
    pub technique: TechniqueIx,
    /// Met by whoever plays each conversation once and says the strongest line.
    pub by_expert: Met,
    /// Met by anybody, whatever they say.
    pub by_any: Met,
}

impl Edges {
    /// Those of the model's rules.
    pub fn of(model: &Model) -> Self {
        let mut edges = Self::default();
        let tests = model.rules.iter().flat_map(|rule| &rule.clauses).flat_map(|clause| &clause.when);
        tests.for_each(|test| edges.add(test));
        for amounts in [&mut edges.arousal, &mut edges.trust] {
            amounts.sort_by(f64::total_cmp);
            amounts.dedup();
        }
        edges.stages.sort();
        edges.stages.dedup();
        edges
    }

    fn add(&mut self, test: &Test<String>) {
        match test {
            Test::ArousalAtLeast(x) | Test::ArousalBelow(x) => self.arousal.push(*x),
            Test::TrustBelow(x) => self.trust.push(*x),
            Test::StageAtLeast(stage) | Test::StageBelow(stage) => self.stages.push(*stage),
            Test::AnyOf(tests) => tests.iter().for_each(|test| self.add(test)),
            _ => {}
        }
    }

    /// Where a state lies between them.
    pub fn see(&self, state: &State) -> Seen {
        let passed = |edges: &[f64], amount: f64| edges.iter().filter(|edge| amount >= **edge).count();
        let stages = self.stages.iter().filter(|stage| state.stage() >= **stage).count();
        (passed(&self.arousal, state.arousal), passed(&self.trust, state.trust), stages)
    }
}

/// Every technique of the model, in its order, over scenarios with what simulated trainees met in each.
pub fn coverage(library: &[(Arc<Scenario>, Survey)], model: &'static Model) -> Vec<Covered> {
    let edges = Edges::of(model);
    let empty = |(technique, _)| Covered { technique, by_expert: Met::default(), by_any: Met::default() };
    let mut covered: Vec<Covered> = model.techniques.iter().map(empty).collect();
    for (scenario, survey) in library {
        let once = play::play(scenario, model, &TRAINEES[0], 1, Arc::new(Start::written(scenario)));
        let by_expert = &once.transcript().turns;
        by_expert.iter().for_each(|turn| meet(&mut covered, model, &edges, scenario, turn, |c| &mut c.by_expert));
        survey.turns().for_each(|turn| meet(&mut covered, model, &edges, scenario, turn, |c| &mut c.by_any));
    }
    covered
}

fn meet(
    covered: &mut [Covered],
    model: &Model,
    edges: &Edges,
    scenario: &Scenario,
    turn: &Turn,
    by: fn(&mut Covered) -> &mut Met,
) {
    let Some(node) = scenario.node(turn.node) else { return };
    for offered in turn.offered.iter() {
        let Some(choice) = node.choices.get(offered.choice) else { continue };
        let before = &turn.people[offered.to_whom.index()].before;
        for (place, technique) in choice.techniques.iter().enumerate() {
            let met = by(&mut covered[technique.index()]);
            let technique = model.techniques.get(*technique);
            let shown = offered.evidence[main_dimension(technique)];
            let costly = offered.rules.iter().any(|rule| costs(model.rule(rule), technique, place));
            if shown < 0.0 || costly {
                met.wrong.insert(edges.see(before));
                met.wrong_moments.insert(context(before));
            } else if shown > 0.0 {
                met.right.insert(edges.see(before));
                met.right_moments.insert(context(before));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::survey;
    use crate::scenario::library;

    #[test]
    fn the_edges_are_those_of_the_rules() {
        let edges = Edges::of(Model::shipped());
        assert_eq!(edges.arousal, [45.0, 60.0, 70.0, 75.0, 80.0]);
        assert_eq!(edges.trust, [25.0, 30.0, 40.0]);
        assert_eq!(edges.stages, [Stage::Contemplation, Stage::Preparation]);
    }

    #[test]
    fn what_the_expert_meets_anybody_may_meet() {
        let model = Model::shipped();
        let scenario = Arc::new(library::load("the-olive-door", None).expect("it ships"));
        let survey = survey(&scenario, model);
        let covered = coverage(&[(scenario, survey)], model);
        assert!(covered.iter().all(|c| c.by_expert.right.is_subset(&c.by_any.right)));
        let of = |id: &str| &covered[model.techniques.find(id).expect("it is one").index()];
        assert!(of("simple_reflection").by_expert.right.len() > 1);
        // a deep guess before there is trust, silence where something was asked
        assert!(!of("complex_reflection").by_any.wrong.is_empty() && !of("effective_pause").by_any.wrong.is_empty());
        assert!(of("sarcasm").by_any == Met::default(), "nobody mocks her");
        assert!(of("false_promise").by_any.right.is_empty());
    }
}
