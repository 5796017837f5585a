//! What a line does to the person it is said to: the state equations, and what is remembered of it.

use super::{Judged, Line, severity};
use crate::model::person::Person;
use crate::model::technique::TechniqueSet;
use crate::model::{Model, Variable};

/// How much of a change gets through, and what a turn adds: scoring basis 5.2.
struct Landing<'m> {
    model: &'m Model,
    receptivity: f64,
    reactivity: f64,
}

impl Landing<'_> {
    fn of<'m>(model: &'m Model, person: &Person, set: TechniqueSet) -> Landing<'m> {
        let c = &model.constants;
        let open = 1.0 / (1.0 + libm::exp((person.state.arousal - c.open_midpoint) / c.open_slope));
        let mut receptivity = c.open_floor + c.open_range * open;
        if set.overlaps(model.soothing) {
            receptivity = receptivity.max(c.open_soothed);
        }
        receptivity *= (1.0 - c.drink_dulls * person.traits.intoxication)
            * (c.trust_opens_from + c.trust_opens * person.state.trust / 100.0);
        Landing { model, receptivity, reactivity: person.traits.reactivity }
    }

    /// Moves a quantity: gains weaken near the top, losses near the bottom, and losses weigh `loss` more.
    fn moved(&self, from: f64, by: f64, loss: f64, factor: f64) -> f64 {
        let c = &self.model.constants;
        let by = by * factor * if by > 0.0 { self.receptivity } else { loss * self.reactivity };
        let room = if by > 0.0 {
            (2.0 * (100.0 - from) / 100.0).clamp(c.gain_room_least, c.room_most)
        } else {
            (2.0 * from / 100.0).clamp(c.loss_room_least, c.room_most)
        };
        (from + by * room).clamp(0.0, 100.0)
    }
}

/// Carries out one turn on the person it is said to. Gives the person's own turn (from 0) whose harm this line repaired.
pub fn apply(model: &Model, person: &mut Person, line: &Line, judged: &Judged) -> Option<u32> {
    let set: TechniqueSet = line.techniques.iter().copied().collect();
    let landing = Landing::of(model, person, set);
    let arousal_before = person.state.arousal;
    move_feelings(model, person, line, judged, &landing);
    move_arousal(model, person, judged, &landing, arousal_before);
    move_readiness(model, person, set, judged);
    remember(model, person, line, set, judged)
}

fn move_feelings(model: &Model, person: &mut Person, line: &Line, judged: &Judged, landing: &Landing) {
    let c = &model.constants;
    let [e, l, b, u] = judged.evidence.0;
    let change = &judged.change;
    let control: f64 = line.techniques.iter().map(|t| model.techniques.get(*t).control).sum();
    let grudge = c.loss_weight * person.traits.grudge;
    let s = &mut person.state;
    s.heard = landing.moved(s.heard, c.heard_listening * l + c.heard_empathy * e, c.heard_loss, 1.0);
    s.respect = landing.moved(
        s.respect,
        c.respect_regard * u + c.respect_boundaries * b + c.respect_listening * l,
        grudge,
        1.0,
    );
    let safety = c.safety_boundaries * b + c.safety_empathy * e + c.safety_regard * u + change.safety;
    s.safety = landing.moved(s.safety, safety, c.loss_weight, 1.0);
    s.control =
        landing.moved(s.control, c.control_acts * control + c.control_regard * u + change.control, c.control_loss, 1.0);
    let bond = c.trust_empathy * e + c.trust_listening * l + c.trust_boundaries * b + c.trust_regard * u;
    let factor = if bond > 0.0 { change.trust_factor } else { 1.0 };
    s.trust = landing.moved(s.trust, bond + change.trust, grudge, factor);
    s.trust = s.trust.min(person.memory.trust_at_start + c.trust_reach);
}

fn move_arousal(model: &Model, person: &mut Person, judged: &Judged, landing: &Landing, before: f64) {
    let c = &model.constants;
    let [e, l, b, u] = judged.evidence.0;
    let change = &judged.change;
    let (s, traits) = (&mut person.state, &person.traits);
    let mut by = -(c.arousal_empathy * e + c.arousal_listening * l + c.arousal_boundaries * b + c.arousal_regard * u);
    if by < 0.0 {
        let above = (before - traits.baseline * c.soothe_from) / c.soothe_span;
        by = by * landing.receptivity * change.soothing / traits.reactivity * above.clamp(0.0, 1.0);
    } else {
        let room = ((c.rise_top - before) / c.soothe_span).clamp(c.rise_room_least, 1.0);
        by = by * c.rise_weight * traits.reactivity * change.arousal_gain * room;
    }
    by += change.arousal * if change.arousal > 0.0 { traits.reactivity * change.arousal_gain } else { 1.0 };
    let rest = traits.baseline + person.memory.stress
        - c.rest_safety * (s.safety - 50.0)
        - c.rest_respect * (s.respect - 50.0)
        - c.rest_control * (s.control - 50.0)
        - c.rest_trust * (s.trust - 50.0);
    s.arousal = (before + by + c.recovery * (rest.clamp(c.rest_least, c.rest_most) - before)).clamp(0.0, 100.0);
}

fn move_readiness(model: &Model, person: &mut Person, set: TechniqueSet, judged: &Judged) {
    let c = &model.constants;
    let mut by = judged.change.readiness;
    if set.contains(model.threat) {
        by -= c.readiness_threat;
    } else if set.contains(model.command) {
        by -= c.readiness_command;
    }
    let s = &mut person.state;
    if s.heard >= c.ready_heard && s.arousal <= c.ready_arousal {
        by += (c.readiness_trust * (s.trust - c.readiness_trust_from)).clamp(0.0, c.readiness_trust_most);
        for (technique, gain) in model.readiness_gains {
            by += if set.contains(technique) { gain } else { 0.0 };
        }
    }
    let most = (person.memory.readiness_at_start + c.readiness_reach).min(100.0);
    s.readiness = (s.readiness + by).clamp(0.0, most);
}

fn remember(model: &Model, person: &mut Person, line: &Line, set: TechniqueSet, judged: &Judged) -> Option<u32> {
    let c = &model.constants;
    let memory = &mut person.memory;
    memory.debt += u32::from(judged.change.debt);
    let mut repaired = None;
    if judged.change.repair {
        person.state.trust =
            (person.state.trust + c.repair_gain).min(memory.trust_at_start + c.trust_reach).clamp(0.0, 100.0);
        person.state.shift(Variable::Respect, c.repair_gain);
        repaired = memory.rupture.take();
    }
    let worst = line.techniques.iter().map(|t| severity(model, *t, person.hazard)).max().unwrap_or(0);
    memory.worst = memory.worst.max(worst);
    if worst >= 1 {
        memory.rupture = Some(memory.turn_count);
    }
    memory.history_acknowledged |= set.contains(model.acknowledge);
    memory.question_run = if model.only_asks(line.techniques) { memory.question_run + 1 } else { 0 };
    memory.recent = [memory.recent[1], set];
    memory.turn_count += 1;
    memory.stress = (memory.stress - c.stress_fades).max(0.0);
    repaired
}

#[cfg(test)]
mod tests {
    use crate::model::person::Traits;
    use crate::model::turn::{Line, apply, judge};
    use crate::model::{Emotion, Model, Need, Person, State};

    /// The reference model stops a repair at 15 above the start only; nobody trusts more than wholly.
    #[test]
    fn a_repair_lifts_trust_to_a_hundred_at_most() {
        let model = Model::shipped();
        let of = |id: &str| [model.techniques.find(id).expect("a technique")];
        let starts = State {
            arousal: 30.0,
            trust: 99.0,
            heard: 50.0,
            respect: 50.0,
            safety: 60.0,
            control: 60.0,
            readiness: 40.0,
        };
        let mut person = Person::new(starts, Traits::default(), Need::Esteem, (Emotion::Anger, 1));
        for id in ["sarcasm", "acknowledge_repair"] {
            let techniques = of(id);
            let line = Line { techniques: &techniques, words: 8, ..Line::default() };
            let judged = judge(model, &person, &line);
            // as high as it goes before the repair
            person.state.trust = 99.0;
            apply(model, &mut person, &line, &judged);
        }
        assert_eq!(person.state.trust, 100.0);
    }
}
