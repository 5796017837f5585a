//! Whole ratings: cue questions, harm, repair, and severity 3, which no technique of ours has.

use std::collections::BTreeMap;

use alongside::model::{CONSTANTS, Evidence, Model, RULES, TECHNIQUES, TechniqueIx};
use alongside::rating::{CueTerm, RatedTurn, rate};
use serde_json::Value;

use super::reading::{count, ids, items, list, name, num, nums};
use super::{Agreement, agree_all, assert_agrees, same};

#[derive(Debug)]
pub struct Visit {
    /// The technique that is taken to have severity 3.
    grave: Option<String>,
    turns: Vec<Turn>,
    ratings: Vec<Option<Vec<f64>>>,
}

#[derive(Clone, Debug)]
struct Turn {
    offered: Vec<Evidence>,
    chosen: usize,
    techniques: Vec<TechniqueIx>,
    hazard: bool,
    repaired: Option<usize>,
    salience: f64,
    /// The answers' evidence, and the one chosen.
    cue: Option<(Vec<f64>, usize)>,
}

pub fn vectors() -> Vec<Visit> {
    let read = |v: &Value| Visit {
        grave: name(&v["grave"]),
        turns: items(&v["turns"]).iter().flat_map(turns).collect(),
        ratings: items(&v["ratings"]).iter().map(|r| r.is_array().then(|| nums(r))).collect(),
    };
    list(include_str!("../vectors/ratings.json")).iter().map(read).collect()
}

/// A turn as often as it says, once by default.
fn turns(v: &Value) -> Vec<Turn> {
    let turn = Turn {
        offered: items(&v["evs"]).iter().map(|e| Evidence(nums(e).try_into().expect("four numbers"))).collect(),
        chosen: num(&v["chosen"]) as usize,
        techniques: ids(&v["acts"]),
        hazard: v["risk"] == true,
        repaired: count(&v["repaired"]).map(|r| r as usize),
        salience: num(&v["salience"]),
        cue: v["cue"].is_array().then(|| (nums(&v["cue"]), num(&v["cue_chosen"]) as usize)),
    };
    vec![turn; count(&v["times"]).unwrap_or(1) as usize]
}

#[test]
fn ratings_with_cues_harm_repair_and_severity_three_agree() {
    assert_agrees(agreement(TECHNIQUES, RULES, CONSTANTS, &vectors()));
}

/// Of the model of these texts, and of the same with one technique's severity raised.
pub fn agreement(techniques: &str, rules: &str, constants: &str, visits: &[Visit]) -> Agreement {
    let parse = |text: &str| Model::parse(text, rules, constants).expect("a model");
    let plain = parse(techniques);
    let mut raised = BTreeMap::new();
    for id in visits.iter().filter_map(|v| v.grave.as_deref()) {
        raised.entry(id).or_insert_with(|| parse(&with_severity_three(techniques, id)));
    }
    visits.iter().enumerate().try_for_each(|(i, visit)| {
        let model = visit.grave.as_deref().map_or(&plain, |id| &raised[id]);
        one(model, i, visit)
    })
}

fn with_severity_three(techniques: &str, id: &str) -> String {
    let from = techniques.find(&format!("id: \"{id}\"")).expect("the technique");
    let at = from + techniques[from..].find("severity: ").expect("its severity") + "severity: ".len();
    format!("{}3{}", &techniques[..at], &techniques[at + 1..])
}

fn one(model: &Model, i: usize, visit: &Visit) -> Agreement {
    let turns: Vec<RatedTurn> = visit.turns.iter().map(rated).collect();
    rate(model, &turns).into_iter().zip(&visit.ratings).try_for_each(|(rating, wanted)| {
        let flat = |r: alongside::rating::Rating| {
            vec![r.raw, r.estimate, r.sd, r.n_eff, r.harm_factor, r.final_score, r.low, r.high, r.rating]
        };
        match (wanted, rating.map(flat)) {
            (Some(wanted), Some(found)) => agree_all(wanted, &found, || format!("rating {i}")),
            (wanted, found) => same(wanted.as_ref(), found.as_ref(), || format!("rating {i}")),
        }
    })
}

fn rated(turn: &Turn) -> RatedTurn<'_> {
    RatedTurn {
        offered: &turn.offered,
        chosen: turn.chosen,
        techniques: &turn.techniques,
        hazard: turn.hazard,
        repaired: turn.repaired,
        salience: turn.salience,
        cue: turn.cue.as_ref().map(|(answers, chosen)| CueTerm { answers, chosen: *chosen }),
    }
}
