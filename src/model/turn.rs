//! One turn: what a line shows in context, and what it does to the person it is said to.

use serde::Deserialize;

use super::dimension::{Dimension, Evidence};
use super::emotion::{Feeling, Need};
use super::person::{Aggression, Person};
use super::rule::{ChangeData, Compiled, Edit, RuleSet, TargetBits, Test, TestBits};
use super::technique::{Polarity, Reach, TechniqueIx, TechniqueSet};
use super::{Model, Variable};

/// A line as the model hears it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Line<'a> {
    /// One to three, the main one first.
    pub techniques: &'a [TechniqueIx],
    pub words: u32,
    pub label: Option<Feeling>,
    pub need: Option<Need>,
    /// Sore points touched that are no technique, as the scenario numbers them.
    pub touches: u64,
    /// Techniques named as touched though the line does not use them.
    pub touched_techniques: TechniqueSet,
    /// The person's last line was a question.
    pub asked: bool,
    /// The other side of a dispute is present.
    pub two_party: bool,
}

/// What the rules do to the person beside the evidence itself.
pub type Change = ChangeData;

/// A line in context: evidence, the rules that fired, and their change to the person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Judged {
    pub evidence: Evidence,
    pub rules: RuleSet,
    pub change: Change,
}

/// What the engine watches for after each turn (scoring basis, 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Gate {
    Stop,
    Leaves,
    ShutDown,
}

/// The techniques of one line with the evidence each gives.
struct Working<'a> {
    line: &'a Line<'a>,
    set: TechniqueSet,
    evidence: [[f64; 4]; 3],
}

/// A line holds at most this many techniques (scoring basis, section 2).
const MOST_TECHNIQUES: usize = 3;

/// Works out what a line shows to this person now. Reads the state before the turn; changes nothing.
pub fn judge(model: &Model, person: &Person, line: &Line) -> Judged {
    let mut working =
        Working { line, set: line.techniques.iter().copied().collect(), evidence: [[0.0; 4]; MOST_TECHNIQUES] };
    for (slot, technique) in working.evidence.iter_mut().zip(line.techniques) {
        *slot = model.techniques.get(*technique).evidence.0;
    }
    let mut rules = RuleSet::default();
    let mut change = Change::default();
    for clause in &model.clauses {
        run(model, person, clause, &mut working, &mut rules, &mut change);
    }
    let evidence = combine(model, &working, &mut rules);
    Judged { evidence, rules, change }
}

fn run(
    model: &Model,
    person: &Person,
    clause: &Compiled,
    working: &mut Working,
    rules: &mut RuleSet,
    change: &mut Change,
) {
    if !clause.only_with.is_empty() && !clause.only_with.overlaps(working.set) {
        return;
    }
    if !clause.when.iter().all(|t| holds(t, person, working)) {
        return;
    }
    let half = if clause.halved_by.overlaps(working.set) { 0.5 } else { 1.0 };
    let touched = edit(model, person, clause, working, half);
    if touched == 0 && clause.on != TargetBits::Nothing {
        return;
    }
    if !clause.silent {
        rules.insert(clause.rule);
    }
    let times = if clause.per_technique { touched as f64 } else { 1.0 };
    add_change(change, &clause.change, half, times);
}

fn add_change(to: &mut Change, from: &Change, half: f64, times: f64) {
    to.arousal += from.arousal * half * times;
    to.trust += from.trust * half * times;
    to.control += from.control * half * times;
    to.readiness += from.readiness * half * times;
    to.safety += from.safety * half * times;
    to.trust_factor *= from.trust_factor;
    to.soothing *= from.soothing;
    to.arousal_gain *= 1.0 + (from.arousal_gain - 1.0) * half;
    to.debt |= from.debt;
    to.repair |= from.repair;
}

/// Edits the techniques a clause touches, and says how many that were.
fn edit(model: &Model, person: &Person, clause: &Compiled, working: &mut Working, half: f64) -> usize {
    let count = working.line.techniques.len().min(MOST_TECHNIQUES);
    let mut touched = 0;
    match &clause.on {
        TargetBits::Nothing => {}
        TargetBits::All => (0..count).for_each(|i| touched += edit_one(clause, working, i, half)),
        TargetBits::First => touched += edit_one(clause, working, 0, half),
        TargetBits::Each(set) => {
            for i in (0..count).filter(|i| set.contains(working.line.techniques[*i])) {
                touched += edit_one(clause, working, i, half);
            }
        }
        TargetBits::FirstOf(list) => {
            let place = list.iter().find_map(|t| working.line.techniques.iter().position(|u| u == t));
            touched += place.map_or(0, |i| edit_one(clause, working, i, half));
        }
        TargetBits::SorePoints => touched += edit_sore_points(person, clause, working, half),
        TargetBits::Repeated => {
            for i in 0..count {
                let technique = working.line.techniques[i];
                let helpful = model.techniques.get(technique).polarity == Polarity::Positive;
                if helpful && person.memory.recent.iter().all(|r| r.contains(technique)) {
                    touched += edit_one(clause, working, i, half);
                }
            }
        }
    }
    touched
}

fn edit_sore_points(person: &Person, clause: &Compiled, working: &mut Working, half: f64) -> usize {
    let (line, sore) = (working.line, person.traits.trigger_techniques);
    let mut touched = 0;
    for i in (0..line.techniques.len()).filter(|i| sore.contains(line.techniques[*i])) {
        touched += edit_one(clause, working, i, half);
    }
    let elsewhere = (line.touched_techniques.0 & sore.0 & !working.set.0).count_ones();
    let names = (line.touches & person.traits.trigger_touches).count_ones();
    for _ in 0..elsewhere + names {
        touched += edit_one(clause, working, 0, half);
    }
    touched
}

fn edit_one(clause: &Compiled, working: &mut Working, i: usize, half: f64) -> usize {
    let count = working.line.techniques.len() as f64;
    let Some(evidence) = working.evidence.get_mut(i) else { return 0 };
    for edit in &clause.evidence {
        match edit {
            Edit::Set(d, to) => evidence[*d as usize] = *to,
            Edit::Add(d, by) => evidence[*d as usize] += by * half,
            Edit::Share(d, by) => evidence[*d as usize] += by / count,
            Edit::ScalePositive(d, by) if evidence[*d as usize] > 0.0 => evidence[*d as usize] *= by,
            Edit::ScalePositive(..) => {}
            Edit::Floor(d, low) => evidence[*d as usize] = evidence[*d as usize].max(*low),
            Edit::Cap(d, high) => evidence[*d as usize] = evidence[*d as usize].min(*high),
            Edit::Scale(by) => evidence.iter_mut().for_each(|e| *e *= by),
        }
    }
    1
}

fn holds(test: &TestBits, person: &Person, working: &Working) -> bool {
    match test {
        TestBits::Has(set) => set.overlaps(working.set),
        TestBits::HasNone(set) => !set.overlaps(working.set),
        TestBits::OnlyFrom(set) => working.set.0 & !set.0 == 0,
        TestBits::AnyOf(tests) => tests.iter().any(|t| holds(t, person, working)),
        TestBits::Plain(test) => plain(test, person, working),
    }
}

fn plain(test: &Test<()>, person: &Person, working: &Working) -> bool {
    let (state, line) = (&person.state, working.line);
    match test {
        Test::ArousalAtLeast(x) => state.arousal >= *x,
        Test::ArousalBelow(x) => state.arousal < *x,
        Test::TrustBelow(x) => state.trust < *x,
        Test::HeardAtLeast(x) => state.heard >= *x,
        Test::HeardBelow(x) => state.heard < *x,
        Test::IntoxicationAtLeast(x) => person.traits.intoxication >= *x,
        Test::HistoryAtMost(x) => person.traits.history <= *x,
        Test::HistoryOpen => !person.memory.history_acknowledged,
        Test::StageAtLeast(stage) => person.stage() >= *stage,
        Test::StageBelow(stage) => person.stage() < *stage,
        Test::Feels(emotion) => person.feels.0 == *emotion,
        Test::Hazard => person.hazard,
        Test::NoHazard => !person.hazard,
        Test::Proactive => person.traits.aggression == Aggression::Proactive,
        Test::TwoParty => line.two_party,
        Test::Asked => line.asked,
        Test::WordsOver(n) => line.words > *n,
        Test::LabelWrong => line.label.is_some_and(|l| l.0 != person.feels.0),
        Test::LabelOvershoots(by) => {
            line.label.is_some_and(|l| l.0 == person.feels.0 && l.1 >= person.feels.1.saturating_add(*by))
        }
        Test::SorePoint => {
            let sore = person.traits.trigger_techniques;
            sore.overlaps(working.set)
                || sore.overlaps(line.touched_techniques)
                || person.traits.trigger_touches & line.touches != 0
        }
        Test::NeedMet => line.need == Some(person.need),
        Test::NeedSkipped => line.need.is_some_and(|n| n > person.need),
        Test::TurnBelow(n) => person.memory.turn_count < *n,
        Test::QuestionRunAtLeast(n) => person.memory.question_run >= *n,
        Test::RuptureWithin(n) => person.memory.rupture.is_some_and(|r| person.memory.turn_count - r <= *n),
        // compiled to sets
        Test::Has(_) | Test::HasNone(_) | Test::OnlyFrom(_) | Test::AnyOf(_) => false,
    }
}

/// Puts the techniques of one line together: each further one counts half, and what helps counts half beside what hurts
/// (scoring basis, section 2).
fn combine(model: &Model, working: &Working, rules: &mut RuleSet) -> Evidence {
    let c = &model.constants;
    let count = working.line.techniques.len().min(MOST_TECHNIQUES);
    let hurts = working.set.overlaps(model.hurting);
    let mut out = Evidence::default();
    for d in Dimension::ALL {
        let mut values = [0.0; MOST_TECHNIQUES];
        for (value, evidence) in values.iter_mut().zip(&working.evidence).take(count) {
            *value = evidence[d as usize];
        }
        let mut helps = fold(values.map(|v| f64::max(v, 0.0)), c.stack);
        let costs = -fold(values.map(|v| f64::max(-v, 0.0)), c.stack);
        if hurts && helps > 0.0 {
            helps *= c.beside_harm;
            rules.insert(model.beside_harm_rule);
        }
        out[d] = (helps + costs).clamp(-c.evidence_limit, c.evidence_limit);
    }
    out
}

/// The largest in full, the next times `by`, the one after that times `by` twice.
fn fold(mut values: [f64; MOST_TECHNIQUES], by: f64) -> f64 {
    if values[0] < values[1] {
        values.swap(0, 1);
    }
    if values[1] < values[2] {
        values.swap(1, 2);
    }
    if values[0] < values[1] {
        values.swap(0, 1);
    }
    values[0] + values[1] * by + values[2] * (by * by)
}

/// Harm of a technique, 0 to 3; an order given in a real hazard harms nobody (R10).
pub fn severity(model: &Model, technique: TechniqueIx, hazard: bool) -> u8 {
    if hazard && technique == model.command { 0 } else { model.techniques.get(technique).severity }
}

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
        person.state.trust = (person.state.trust + c.repair_gain).clamp(0.0, memory.trust_at_start + c.trust_reach);
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

/// What a line said to somebody else does to the other side of a dispute (R23); nothing else reaches them.
pub fn overhear(model: &Model, other: &mut Person, line: &Line) {
    if line.two_party && line.techniques.contains(&model.take_sides) {
        other.state.shift(Variable::Respect, -model.constants.overheard_side);
    }
}

/// What the engine watches after each turn, the most serious first (scoring basis, 5.3).
pub fn gate(model: &Model, person: &Person) -> Option<Gate> {
    let c = &model.constants;
    let s = &person.state;
    if s.arousal >= c.stop_arousal {
        return Some(Gate::Stop);
    }
    if person.traits.free_to_go && s.safety <= c.leaves_safety && s.arousal >= c.leaves_arousal {
        return Some(Gate::Leaves);
    }
    shut_down(model, person).then_some(Gate::ShutDown)
}

/// Whether the person has shut down: one-word answers until it lifts.
pub fn shut_down(model: &Model, person: &Person) -> bool {
    let c = &model.constants;
    let late = f64::from(person.memory.turn_count) > c.shut_after_turn;
    person.state.control <= c.shut_control || (late && person.state.heard <= c.shut_heard)
}

/// Whether a technique reaches an aroused person.
pub(super) fn soothes(reach: Reach) -> bool {
    reach == Reach::Soothing
}
