//! What an analysis looks up all the time: the scenario, the model's rules made ready, and how far each quantity can rise.

use super::flags::Numbers;
use super::possible::VARIABLES;
use super::shows::Clauses;
use crate::model::technique::{Polarity, Reach};
use crate::model::{Model, Technique, TechniqueIx, TechniqueSet, Variable};
use crate::scenario::{Cast, Scenario};

pub(super) struct Setting<'a> {
    pub scenario: &'a Scenario,
    pub model: &'a Model,
    pub numbers: Numbers,
    pub clauses: Clauses<'a>,
    /// Techniques that get through to an aroused person.
    pub soothing: TechniqueSet,
    /// Techniques that halve what stands beside them.
    pub hurting: TechniqueSet,
    /// What techniques add to readiness.
    pub readiness: Vec<(TechniqueIx, f64)>,
    pub take_sides: Option<TechniqueIx>,
    pub threat: Option<TechniqueIx>,
    pub command: Option<TechniqueIx>,
    /// By person and quantity, where talk alone stops raising it; trust may do so above 100, where a hurt is owned in time.
    pub tops: Vec<[f64; 7]>,
}

impl<'a> Setting<'a> {
    pub fn of(scenario: &'a Scenario, model: &'a Model) -> Self {
        let c = &model.constants;
        let find = |id: &str| model.techniques.find(id);
        let those = |wanted: &dyn Fn(&Technique) -> bool| {
            model.techniques.iter().filter(|(_, t)| wanted(t)).map(|(t, _)| t).collect::<TechniqueSet>()
        };
        let spared = model.reasons.groups.get("pushes_without_hurting").map_or(&[][..], |g| &g.techniques[..]);
        let readiness = [
            ("evoke_change", c.readiness_evoke),
            ("seek_collab", c.readiness_collab),
            ("autonomy", c.readiness_autonomy),
        ];
        Self {
            scenario,
            model,
            numbers: Numbers::of(scenario),
            clauses: Clauses::of(model),
            soothing: those(&|t| t.reach == Reach::Soothing),
            hurting: those(&|t| t.polarity == Polarity::Negative && !spared.contains(&t.id)),
            readiness: readiness.into_iter().filter_map(|(id, by)| Some((find(id)?, by))).collect(),
            take_sides: find("take_sides"),
            threat: find("threat"),
            command: find("command"),
            tops: scenario.people.iter().map(|cast| tops(model, cast)).collect(),
        }
    }

    pub fn trust_top(&self, cast: &Cast) -> f64 {
        cast.starts.trust + self.model.constants.trust_reach
    }

    pub fn readiness_top(&self, cast: &Cast) -> f64 {
        (cast.starts.readiness + self.model.constants.readiness_reach).min(100.0)
    }
}

fn tops(model: &Model, cast: &Cast) -> [f64; 7] {
    let c = &model.constants;
    VARIABLES.map(|variable| match variable {
        Variable::Trust => cast.starts.trust + c.trust_reach,
        Variable::Readiness => (cast.starts.readiness + c.readiness_reach).min(100.0),
        Variable::Arousal | Variable::Heard | Variable::Respect | Variable::Safety | Variable::Control => 100.0,
    })
}
