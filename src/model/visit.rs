//! The time between visits: what fades, what stays, what a promise kept or broken does (scoring basis, 5.4).

use super::Model;
use super::person::Person;

/// What lay between two visits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between {
    pub days: f64,
    /// Times the officer dropped by; what fades, fades over the longest stretch alone.
    pub contacts: u32,
    pub kept: u32,
    pub broken: u32,
    /// A debt run up in the visit was made good before it fell due.
    pub made_good: bool,
    /// What the new scene adds to the baseline.
    pub scene_stress: f64,
    /// The arousal the new scene gives outright.
    pub scene_arousal: Option<f64>,
}

impl Default for Between {
    fn default() -> Self {
        Self { days: 0.0, contacts: 0, kept: 0, broken: 0, made_good: false, scene_stress: 10.0, scene_arousal: None }
    }
}

/// Carries a person to the next visit, in place.
pub fn between(model: &Model, person: &mut Person, gap: &Between) {
    let c = &model.constants;
    let alone = gap.days / f64::from(1 + gap.contacts);
    let broken = gap.broken + u32::from(person.memory.debt > 0 && !gap.made_good);
    person.traits.history = history_after(model, person);
    person.memory.broken += broken;
    let (kept, broken) = (f64::from(gap.kept), f64::from(broken));
    let fade = |days: f64| libm::exp(-alone / days);

    let (s, memory) = (&mut person.state, &mut person.memory);
    memory.trust_base += c.visit_trust_base * (s.trust - memory.trust_base);
    let days = if s.trust > memory.trust_base { c.visit_trust_days } else { c.visit_distrust_days };
    let trust = memory.trust_base + (s.trust - memory.trust_base) * fade(days);
    s.trust = (trust + c.visit_kept_trust * kept - c.visit_broken_trust * broken).clamp(0.0, 100.0);
    let rest = c.visit_respect_rest;
    let respect = rest + (s.respect - rest) * fade(days);
    s.respect = (respect + c.visit_kept_respect * kept - c.visit_broken_respect * broken).clamp(0.0, 100.0);
    s.safety = (rest + (s.safety - rest) * fade(c.visit_safety_days)).clamp(0.0, 100.0);
    s.control = (rest + (s.control - rest) * fade(c.visit_control_days)).clamp(0.0, 100.0);
    s.heard = (c.visit_heard_rest + (s.heard - c.visit_heard_rest) * c.visit_heard_keeps).clamp(0.0, 100.0);
    let readiness = s.readiness - c.visit_readiness_fades * alone / 30.0 + c.visit_kept_readiness * kept;
    s.readiness = readiness.clamp(0.0, 100.0);
    let arousal = person.traits.baseline + gap.scene_stress - c.visit_arousal_trust * (s.trust - 50.0);
    s.arousal = gap.scene_arousal.unwrap_or(arousal.clamp(c.visit_arousal_least, c.visit_arousal_most));
    begin_anew(person, gap.scene_stress);
}

fn history_after(model: &Model, person: &Person) -> f64 {
    let c = &model.constants;
    let gain = person.state.trust - person.memory.trust_at_start;
    let by = match f64::from(person.memory.worst) {
        worst if worst >= c.visit_harm_severity => -1.0,
        0.0 if gain >= c.visit_good_gain => 1.0,
        _ => 0.0,
    };
    (person.traits.history + by).clamp(-3.0, 3.0)
}

fn begin_anew(person: &mut Person, stress: f64) {
    let memory = &mut person.memory;
    memory.readiness_at_start = person.state.readiness;
    memory.trust_at_start = person.state.trust;
    memory.stress = stress;
    memory.turn_count = 0;
    memory.question_run = 0;
    memory.recent = Default::default();
    memory.debt = 0;
    memory.worst = 0;
    memory.rupture = None;
}
