//! Whole visits of two people, repairs and gates among them, and the time between visits.

use alongside::model::turn::{apply, gate, judge, overhear};
use alongside::model::visit::{Between, between};
use alongside::model::{Model, Person};
use serde_json::Value;

use super::reading::{Said, count, flat, gate_name, items, list, name, num, nums, person};
use super::{Agreement, agree, agree_all, assert_agrees, same};

#[derive(Debug)]
pub struct Visit {
    people: Vec<Person>,
    turns: Vec<Turn>,
    gaps: Vec<Gap>,
}

#[derive(Debug)]
struct Turn {
    to: usize,
    said: Said,
    repaired: Option<u32>,
    /// Per person.
    after: Vec<Vec<f64>>,
    gates: Vec<Option<String>>,
}

/// The time between two visits, and a line said after it.
#[derive(Debug)]
struct Gap {
    between: Between,
    after: Vec<f64>,
    history: f64,
    broken: Option<u32>,
    said: Said,
    then: Vec<f64>,
}

pub fn vectors() -> Vec<Visit> {
    let read = |v: &Value| Visit {
        people: items(&v["people"]).iter().map(person).collect(),
        turns: items(&v["turns"]).iter().map(turn).collect(),
        gaps: items(&v["between"]).iter().map(gap).collect(),
    };
    list(include_str!("../vectors/visits.json")).iter().map(read).collect()
}

fn turn(v: &Value) -> Turn {
    Turn {
        to: num(&v["to"]) as usize,
        said: Said::read(&v["line"]),
        repaired: count(&v["repaired"]),
        after: items(&v["after"]).iter().map(nums).collect(),
        gates: items(&v["gates"]).iter().map(name).collect(),
    }
}

fn gap(v: &Value) -> Gap {
    let gap = &v["gap"];
    let whole = |name: &str| num(&gap[name]) as u32;
    let between = Between {
        days: num(&gap["days"]),
        contacts: whole("contacts"),
        kept: whole("kept"),
        broken: whole("broken"),
        made_good: gap["made_good"] == true,
        scene_stress: num(&gap["scene_stress"]),
        scene_arousal: gap["scene_A"].as_f64(),
    };
    Gap {
        between,
        after: nums(&v["after"]),
        history: num(&v["history"]),
        broken: count(&v["broken"]),
        said: Said::read(&v["line"]),
        then: nums(&v["then"]),
    }
}

#[test]
fn whole_visits_and_the_time_between_them_agree() {
    assert_agrees(agreement(Model::shipped(), &vectors()));
}

pub fn agreement(model: &Model, visits: &[Visit]) -> Agreement {
    visits.iter().enumerate().try_for_each(|(i, visit)| {
        let mut people = visit.people.clone();
        visit.turns.iter().enumerate().try_for_each(|(t, turn)| one_turn(model, (i, t), &mut people, turn))?;
        visit.gaps.iter().try_for_each(|gap| one_gap(model, i, &mut people[0], gap))
    })
}

fn one_turn(model: &Model, (i, t): (usize, usize), people: &mut [Person], turn: &Turn) -> Agreement {
    let at = |what: &'static str| move || format!("visit {i}, turn {t}, {what}");
    let line = turn.said.line();
    let judged = judge(model, &people[turn.to], &line);
    let repaired = apply(model, &mut people[turn.to], &line, &judged);
    overhear(model, &mut people[1 - turn.to], &line);
    same(turn.repaired, repaired, at("repaired"))?;
    people.iter().zip(turn.after.iter().zip(&turn.gates)).try_for_each(|(person, (after, wanted))| {
        agree_all(after, &flat(&person.state), at("after"))?;
        same(wanted.as_deref(), gate_name(gate(model, person)), at("gate"))
    })
}

fn one_gap(model: &Model, i: usize, person: &mut Person, gap: &Gap) -> Agreement {
    let at = |what: &'static str| move || format!("visit {i}, {what}");
    between(model, person, &gap.between);
    agree_all(&gap.after, &flat(&person.state), at("after the gap"))?;
    agree(gap.history, person.traits.history, at("history"))?;
    same(gap.broken, Some(person.memory.broken), at("broken promises"))?;
    let line = gap.said.line();
    let judged = judge(model, person, &line);
    apply(model, person, &line, &judged);
    agree_all(&gap.then, &flat(&person.state), at("a line after the gap"))
}
