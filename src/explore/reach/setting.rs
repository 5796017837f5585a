//! What an analysis looks up all the time: the scenario, the model's rules made ready, and how far each quantity can rise.

use super::flags::Numbers;
use super::possible::VARIABLES;
use super::shows::Clauses;
use crate::explore::sample::starts;
use crate::model::technique::{Polarity, Reach};
use crate::model::{Model, State, Technique, TechniqueIx, TechniqueSet, Variable};
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
            tops: (0..scenario.people.len()).map(|who| tops(model, &highest(scenario, who))).collect(),
        }
    }

    pub fn trust_top(&self, cast: &Cast) -> f64 {
        self.top(cast, Variable::Trust)
    }

    pub fn readiness_top(&self, cast: &Cast) -> f64 {
        self.top(cast, Variable::Readiness)
    }

    fn top(&self, cast: &Cast, variable: Variable) -> f64 {
        let who = self.scenario.people.iter().position(|c| c.id == cast.id);
        let tops = who.and_then(|who| self.tops.get(who));
        tops.map_or(100.0, |tops| tops[variable as usize])
    }
}

/// The most trust and readiness with which somebody may begin.
fn highest(scenario: &Scenario, who: usize) -> State {
    let ways = starts(scenario).into_iter().filter_map(|start| start.people.get(who).map(|p| p.state));
    let most = |a: State, b: State| State { trust: a.trust.max(b.trust), readiness: a.readiness.max(b.readiness), ..a };
    ways.reduce(most).unwrap_or(scenario.people[who].starts)
}

fn tops(model: &Model, start: &State) -> [f64; 7] {
    let c = &model.constants;
    VARIABLES.map(|variable| match variable {
        Variable::Trust => start.trust + c.trust_reach,
        Variable::Readiness => (start.readiness + c.readiness_reach).min(100.0),
        Variable::Arousal | Variable::Heard | Variable::Respect | Variable::Safety | Variable::Control => 100.0,
    })
}
