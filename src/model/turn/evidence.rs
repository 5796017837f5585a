//! What a line shows in context: its techniques, changed by the rules, put together.

use super::{Change, Judged, Line};
use crate::model::clause::{Compiled, TargetBits, TestBits};
use crate::model::person::{Aggression, Person};
use crate::model::rule::{Edit, RuleSet, Test};
use crate::model::technique::{Polarity, TechniqueSet};
use crate::model::{Dimension, Evidence, Model};

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
    let mut judged = Judged { evidence: Evidence::default(), rules: RuleSet::default(), change: Change::default() };
    for clause in model.clauses.of(line.techniques) {
        if clause.when.iter().all(|t| holds(t, person, &working)) {
            run(model, person, clause, &mut working, &mut judged);
        }
    }
    judged.evidence = combine(model, &working, &mut judged.rules);
    judged
}

fn run(model: &Model, person: &Person, clause: &Compiled, working: &mut Working, judged: &mut Judged) {
    let half = if clause.halved_by.overlaps(working.set) { 0.5 } else { 1.0 };
    let touched = edit(model, person, clause, working, half);
    if touched == 0 && clause.on != TargetBits::Nothing {
        return;
    }
    if !clause.silent {
        judged.rules.insert(clause.rule);
    }
    let times = if clause.per_technique { touched as f64 } else { 1.0 };
    add_change(&mut judged.change, &clause.change, half, times);
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

#[inline]
fn holds(test: &TestBits, person: &Person, working: &Working) -> bool {
    match test {
        TestBits::Has(set) => set.overlaps(working.set),
        TestBits::HasNone(set) => !set.overlaps(working.set),
        TestBits::OnlyFrom(set) => working.set.0 & !set.0 == 0,
        TestBits::Plain(test) => plain(test, person, working),
        TestBits::AnyOf(tests) => any_holds(tests, person, working),
    }
}

fn any_holds(tests: &[TestBits], person: &Person, working: &Working) -> bool {
    tests.iter().any(|t| holds(t, person, working))
}

#[inline]
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
    let hurts = working.set.overlaps(model.hurting);
    let mut out = Evidence::default();
    for d in Dimension::ALL {
        // of a technique that is not there the evidence is 0
        let values = working.evidence.map(|evidence| evidence[d as usize]);
        let mut helps = fold(values.map(|v| if v > 0.0 { v } else { 0.0 }), c.stack);
        let costs = -fold(values.map(|v| if v < 0.0 { -v } else { 0.0 }), c.stack);
        if hurts && helps > 0.0 {
            helps *= c.beside_harm;
            rules.insert(model.beside_harm_rule);
        }
        out[d] = (helps + costs).clamp(-c.evidence_limit, c.evidence_limit);
    }
    out
}

/// The largest in full, the next times `by`, the one after that times `by` twice.
fn fold([a, b, c]: [f64; MOST_TECHNIQUES], by: f64) -> f64 {
    let (larger, smaller) = if a < b { (b, a) } else { (a, b) };
    let (most, rest) = if larger < c { (c, larger) } else { (larger, c) };
    let (middle, least) = if rest < smaller { (smaller, rest) } else { (rest, smaller) };
    most + middle * by + least * (by * by)
}
