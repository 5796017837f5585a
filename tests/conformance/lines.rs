//! One line in one state: the evidence, the rules that fire, the state after.

use alongside::model::turn::{apply, gate, judge, overhear};
use alongside::model::{Model, Person};

use super::reading::{Said, count, flat, gate_name, list, name, names, num, nums, person};
use super::{Agreement, agree, agree_all, assert_agrees, same};

#[derive(Debug)]
pub struct Vector {
    person: Person,
    said: Said,
    evidence: Vec<f64>,
    /// In the order of their ids.
    pub rules: Vec<String>,
    after: Vec<f64>,
    repaired: Option<u32>,
    debt: Option<u32>,
    worst: Option<u32>,
    gate: Option<String>,
    overheard: f64,
}

pub fn vectors() -> Vec<Vector> {
    let read = |v: &serde_json::Value| Vector {
        person: person(&v["person"]),
        said: Said::read(&v["line"]),
        evidence: nums(&v["evidence"]),
        rules: names(&v["rules"]),
        after: nums(&v["after"]),
        repaired: count(&v["repaired"]),
        debt: count(&v["debt"]),
        worst: count(&v["worst"]),
        gate: name(&v["gate"]),
        overheard: num(&v["overheard"]),
    };
    list(include_str!("../vectors/lines.json")).iter().map(read).collect()
}

#[test]
fn every_line_in_a_state_gives_what_the_reference_gives() {
    assert_agrees(agreement(Model::shipped(), &vectors()));
}

pub fn agreement(model: &Model, vectors: &[Vector]) -> Agreement {
    vectors.iter().enumerate().try_for_each(|(i, v)| one(model, i, v))
}

fn one(model: &Model, i: usize, v: &Vector) -> Agreement {
    let at = |what: &'static str| move || format!("line {i}, {what} of {:?}", v.said);
    let mut live = v.person.clone();
    let mut other = live.clone();
    let line = v.said.line();
    let judged = judge(model, &live, &line);
    agree_all(&v.evidence, &judged.evidence.0, at("evidence"))?;
    let mut rules: Vec<&str> = judged.rules.iter().map(|r| model.rule(r).id.as_str()).collect();
    rules.sort_unstable();
    same(v.rules.iter().map(String::as_str).collect(), rules, at("rules"))?;
    let repaired = apply(model, &mut live, &line, &judged);
    overhear(model, &mut other, &line);
    same(v.repaired, repaired, at("repaired"))?;
    agree_all(&v.after, &flat(&live.state), at("after"))?;
    same(v.debt, Some(live.memory.debt), at("debt"))?;
    same(v.worst, Some(live.memory.worst.into()), at("worst"))?;
    same(v.gate.as_deref(), gate_name(gate(model, &live)), at("gate"))?;
    agree(v.overheard, other.state.respect, at("overheard"))
}
