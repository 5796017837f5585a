//! A person's state, their traits, and what the model remembers of a visit.

use serde::{Deserialize, Serialize};

use super::{Feeling, Need, TechniqueSet};

/// The seven quantities that move while people talk, each 0 to 100 (scoring basis, 5.1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    /// Activation, agitation.
    pub arousal: f64,
    /// Alliance with this officer.
    pub trust: f64,
    /// Feels listened to, this visit.
    pub heard: f64,
    /// Feels respected.
    pub respect: f64,
    /// Feels safe with this officer here.
    pub safety: f64,
    /// Sense of having a choice.
    pub control: f64,
    /// Readiness for change on the matter at hand.
    pub readiness: f64,
}

/// One of the quantities of [`State`], named in conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Variable {
    Arousal,
    Trust,
    Heard,
    Respect,
    Safety,
    Control,
    Readiness,
}

impl State {
    pub fn get(&self, variable: Variable) -> f64 {
        match variable {
            Variable::Arousal => self.arousal,
            Variable::Trust => self.trust,
            Variable::Heard => self.heard,
            Variable::Respect => self.respect,
            Variable::Safety => self.safety,
            Variable::Control => self.control,
            Variable::Readiness => self.readiness,
        }
    }

    pub fn get_mut(&mut self, variable: Variable) -> &mut f64 {
        match variable {
            Variable::Arousal => &mut self.arousal,
            Variable::Trust => &mut self.trust,
            Variable::Heard => &mut self.heard,
            Variable::Respect => &mut self.respect,
            Variable::Safety => &mut self.safety,
            Variable::Control => &mut self.control,
            Variable::Readiness => &mut self.readiness,
        }
    }

    /// Adds to a quantity and keeps it within 0 to 100.
    pub fn shift(&mut self, variable: Variable, by: f64) {
        let value = self.get_mut(variable);
        *value = (*value + by).clamp(0.0, 100.0);
    }

    /// Read off readiness.
    pub fn stage(&self) -> Stage {
        match self.readiness {
            z if z < 25.0 => Stage::Precontemplation,
            z if z < 50.0 => Stage::Contemplation,
            z if z < 70.0 => Stage::Preparation,
            z if z < 88.0 => Stage::Action,
            _ => Stage::Maintenance,
        }
    }
}

/// Where a person stands on the matter at hand (Prochaska and DiClemente); cut-offs on readiness are our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    Precontemplation,
    Contemplation,
    Preparation,
    Action,
    Maintenance,
}

/// Whether anger is felt or used to get something (Bosse and Provoost 2014).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggression {
    #[default]
    Reactive,
    Proactive,
}

/// What a person brings along and does not change within a visit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Traits {
    /// Arousal this person returns to, 15 to 45.
    pub baseline: f64,
    /// What the day adds to it; wears off by 0.8 a turn.
    pub stress: f64,
    /// How strongly they react, 0.7 to 1.4.
    pub reactivity: f64,
    /// How long they hold on to a slight, 0.8 to 1.5.
    pub grudge: f64,
    /// Techniques that touch a sore point.
    #[serde(skip)]
    pub trigger_techniques: TechniqueSet,
    /// Sore points that are no technique, as the scenario numbers them.
    pub trigger_touches: u64,
    /// What was between them and the police before, -3 to +3.
    pub history: f64,
    /// True when an earlier harm has been named in an earlier visit.
    pub history_acknowledged: bool,
    /// 0 to 1.
    pub intoxication: f64,
    pub aggression: Aggression,
    pub free_to_go: bool,
}

impl Default for Traits {
    /// The defaults of scoring basis 5.1.
    fn default() -> Self {
        Self {
            baseline: 30.0,
            stress: 15.0,
            reactivity: 1.0,
            grudge: 1.0,
            trigger_techniques: TechniqueSet::default(),
            trigger_touches: 0,
            history: 0.0,
            history_acknowledged: false,
            intoxication: 0.0,
            aggression: Aggression::Reactive,
            free_to_go: true,
        }
    }
}

/// A person in a conversation: state, traits, and what the model remembers of this visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    pub state: State,
    pub traits: Traits,
    pub need: Need,
    pub feels: Feeling,
    /// Set by the place in the scenario, not by the model.
    pub hazard: bool,
    /// What the rules and the time between visits read.
    pub memory: Memory,
}

/// What the model remembers of a visit. `Memory::at(&State)` begins one.
#[derive(Clone, Debug, PartialEq)]
pub struct Memory {
    pub trust_at_start: f64,
    /// The level trust settles on between visits.
    pub trust_base: f64,
    pub readiness_at_start: f64,
    /// Turns this person was spoken to.
    pub turn_count: u32,
    /// Questions in a row without listening between.
    pub question_run: u32,
    pub history_acknowledged: bool,
    /// Techniques of the last two turns, the latest last.
    pub recent: [TechniqueSet; 2],
    pub debt: u32,
    pub broken: u32,
    /// Greatest severity of harm in this visit, 0 to 3.
    pub worst: u8,
    /// The turn (this person's own count) of the latest harm not yet repaired.
    pub rupture: Option<u32>,
    /// What is left of the day's stress.
    pub stress: f64,
}

impl Person {
    pub fn new(state: State, traits: Traits, need: Need, feels: Feeling) -> Self {
        let memory = Memory {
            trust_at_start: state.trust,
            trust_base: state.trust,
            readiness_at_start: state.readiness,
            turn_count: 0,
            question_run: 0,
            history_acknowledged: traits.history_acknowledged,
            recent: [TechniqueSet::default(); 2],
            debt: 0,
            broken: 0,
            worst: 0,
            rupture: None,
            stress: traits.stress,
        };
        Self { state, traits, need, feels, hazard: false, memory }
    }

    pub fn stage(&self) -> Stage {
        self.state.stage()
    }
}
