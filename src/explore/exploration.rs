//! A finished exploration, whole or in shares: everything a report needs, with nothing left to look up in the scenario.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::path::Path;
use super::plan::{Plan, Shard};
use super::play::{MOST_TURNS, play};
use super::reach::reach;
use super::reachable::note_proofs;
use super::sample::sample;
use super::search::{Bound, Found, Goal, Search, search};
use super::tally::spread::POINTS;
use super::tally::{Held, OfPlace, Tally};
use crate::debrief::turns::your_line;
use crate::model::Model;
use crate::scenario::{PlaceKind, Scenario};
use crate::session::replay::{self, Moves};
use crate::session::{Mode, Start};

/// What was explored, and what came of it. Its numbers are whole, so that shares add up to the very same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exploration {
    pub identity: Identity,
    /// `None` once it is whole.
    pub shard: Option<Shard>,
    /// The place where talk stops for safety, and the one where somebody walks away, in file order from 0.
    pub stop: u32,
    pub leaves: u32,
    pub tally: Tally,
    /// Made once, with the first share.
    pub search: Option<Search>,
    pub strongest: Option<Path>,
    pub weakest: Option<Path>,
}

/// What two shares must have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Of this document: [`FORM`].
    pub form: u32,
    /// The version of the program.
    pub alongside: String,
    /// The version of the model's numbers.
    pub model: String,
    pub scenario: String,
    /// Of the scenario's content.
    pub hash: String,
    pub title: String,
    /// In all.
    pub plays: u64,
    /// Of the first play; play number n, from 0, has this plus n.
    pub seed: u64,
    /// In the order in which they take turns.
    pub trainees: Vec<String>,
}

/// Changes when the shape of the document does.
pub const FORM: u32 = 1;

/// Explores a scenario: the plays of the plan's share and, with the first share, a search of what can be reached.
/// The result hangs on neither `jobs` nor the order in which plays end. `made` is told of plays as they are made.
pub fn explore(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    plan: &Plan,
    jobs: usize,
    made: &(dyn Fn(u64) + Sync),
) -> Exploration {
    let mut tally = sample(scenario, model, plan, jobs, made);
    let searched = (plan.shard.number == 1).then(|| search(scenario, model, plan.seed, plan.limits, jobs));
    let (search, seen) = searched.map_or((None, None), |(search, seen)| (Some(search), seen));
    // it walked from one arrival only
    let seen = seen.filter(|_| scenario.arrivals.len() < 2);
    put_words(&mut tally, scenario);
    note_proofs(&mut tally, scenario, &reach(scenario, model), seen.as_ref());
    let told = |held: Option<Held>| tell(scenario, model, plan, held?);
    let mean = search.as_ref().and_then(|s| s.bounds.iter().find(|b| b.of == Goal::Mean));
    let found = |end: fn(&Bound) -> &Option<Found>| found(scenario, model, plan, end(mean?).as_ref()?);
    let strongest = stronger(told(tally.strongest), found(|b| &b.highest));
    let weakest = weaker(told(tally.weakest), found(|b| &b.lowest));
    Exploration {
        identity: Identity::of(scenario, model, plan),
        shard: (plan.shard != Shard::WHOLE).then_some(plan.shard),
        stop: scenario.stop.0,
        leaves: scenario.leaves.0,
        tally,
        search,
        strongest,
        weakest,
    }
}

impl Exploration {
    /// Whether its numbers fit together, so that a report can be made of it: what was read from a file may be anything.
    pub fn is_sound(&self) -> bool {
        let (places, trainees) = (self.tally.places.len(), &self.tally.trainees);
        let of_plan = self.identity.trainees.iter().eq(trainees.iter().map(|t| &t.name)) && !trainees.is_empty();
        let counted = trainees
            .iter()
            .all(|t| t.lengths.len() == MOST_TURNS + 1 && t.ratings.iter().all(|r| r.histogram.len() == POINTS));
        let ends = |p: &OfPlace| p.ended.len() == if p.outcome.is_some() { trainees.len() } else { 0 };
        let inside = |to: u32| (to as usize) < places;
        let placed = self.tally.places.iter().all(|p| ends(p) && p.roads.iter().all(|r| inside(r.to)));
        of_plan && counted && placed && inside(self.stop) && inside(self.leaves)
    }
}

impl Identity {
    fn of(scenario: &Scenario, model: &Model, plan: &Plan) -> Self {
        Self {
            form: FORM,
            alongside: env!("CARGO_PKG_VERSION").to_owned(),
            model: model.version.clone(),
            scenario: scenario.id.clone(),
            hash: scenario.hash.clone(),
            title: scenario.title.clone(),
            plays: plan.plays,
            seed: plan.seed,
            trainees: plan.trainees.iter().map(|t| t.name.to_owned()).collect(),
        }
    }
}

fn put_words(tally: &mut Tally, scenario: &Scenario) {
    for (of, place) in tally.places.iter_mut().zip(&scenario.nodes) {
        of.id.clone_from(&place.id);
        match &place.kind {
            PlaceKind::Ending(ending) => of.outcome = Some(ending.outcome),
            PlaceKind::Node(node) => {
                of.choices.iter_mut().zip(&node.choices).for_each(|(of, choice)| of.text = your_line(choice));
                node.choices.iter().flat_map(|c| c.to.targets()).for_each(|to| {
                    of.road(to.0);
                });
            }
        }
    }
}

fn tell(scenario: &Arc<Scenario>, model: &'static Model, plan: &Plan, held: Held) -> Option<Path> {
    let number = held.play?;
    let trainee = plan.trainees[plan.who(number)];
    let start = Arc::new(Start::arriving(scenario, plan.round_of(number)));
    Some(Path::of(&play(scenario, model, trainee, plan.seed_of(number), start), held.play, Some(trainee.name)))
}

fn found(scenario: &Arc<Scenario>, model: &'static Model, plan: &Plan, found: &Found) -> Option<Path> {
    let moves = Moves { choices: found.choices.clone(), cues: found.cues.clone() };
    let session = replay::play(Arc::clone(scenario), model, plan.seed, Mode::Assessment, &moves).ok()?;
    Some(Path::of(&session, None, None))
}

pub(super) fn stronger(a: Option<Path>, b: Option<Path>) -> Option<Path> {
    pick(a, b, Held::stronger)
}

pub(super) fn weaker(a: Option<Path>, b: Option<Path>) -> Option<Path> {
    pick(a, b, Held::weaker)
}

fn pick(a: Option<Path>, b: Option<Path>, of: fn(Option<Held>, Option<Held>) -> Option<Held>) -> Option<Path> {
    let held = |p: &Option<Path>| p.as_ref().map(|p| p.held);
    if of(held(&a), held(&b)) == held(&a) { a.or(b) } else { b }
}
