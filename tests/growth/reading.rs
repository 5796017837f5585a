//! The reference's JSON as plays.

use alongside::growth::{Context, LeaningLines, Mode, Play, Progress, ScoredTurn, Served, Serves, progress};
use alongside::model::Model;
use alongside::rating::{Rating, Terms};
use serde_json::Value;

use super::cell;

/// One made-up trainee on one day, and what the reference tells.
pub struct Case {
    pub plays: Vec<Play>,
    pub today: i64,
    pub serves: Serves,
    pub told: Value,
}

impl Case {
    pub fn progress(&self, seed: u64) -> Progress {
        progress(Model::shipped(), &self.plays, &[], self.today, &self.serves, seed)
    }
}

pub fn cases() -> Vec<Case> {
    let text = include_str!("../vectors/growth/progress.json");
    let all: Value = serde_json::from_str(text).expect("the vectors are JSON");
    list(&all).iter().map(case).collect()
}

fn case(v: &Value) -> Case {
    let relevance: Vec<f64> = list(&v["relevance"]).iter().map(num).collect();
    Case {
        plays: list(&v["plays"]).iter().map(play).collect(),
        today: whole(&v["today"]),
        serves: Serves {
            scenarios: list(&v["scenarios"]).iter().map(served).collect(),
            relevance: relevance.try_into().expect("four"),
        },
        told: v["told"].clone(),
    }
}

fn served(v: &Value) -> Served {
    let id = v["id"].as_str().expect("an id").to_owned();
    let cells = list(&v["cells"]).iter().map(|c| (cell(index(&c[0])), index(&c[1]))).collect();
    Served { title: id.to_uppercase(), id, cells }
}

fn play(v: &Value) -> Play {
    Play {
        scenario: v["scenario"].as_str().expect("an id").to_owned(),
        began_day: whole(&v["day"]),
        first: v["first"] == true,
        complete: v["complete"] == true,
        mode: match v["mode"].as_str() {
            Some("coached") => Mode::Coached,
            Some("assessment") => Mode::Assessment,
            _ => Mode::Practice,
        },
        aimed_at: v["aimed_at"].as_u64().map(|_| cell(index(&v["aimed_at"]))),
        ratings: [0, 1, 2, 3].map(|d| rating(&v["ratings"][d])),
        turns: list(&v["turns"]).iter().map(turn).collect(),
        harm: [0, 1, 2, 3].map(|d| v["harm"][d] == true),
        leaning: v["leaning"].as_array().map(|l| LeaningLines { rigid: index(&l[0]), diffuse: index(&l[1]) }),
        techniques: Vec::new(),
        questions_in_row: index(&v["questions"]),
    }
}

fn rating(v: &Value) -> Option<Rating> {
    let of = |name: &str| num(&v[name]);
    (!v.is_null()).then(|| Rating {
        raw: of("raw"),
        estimate: of("estimate"),
        sd: of("sd"),
        n_eff: of("n_eff"),
        harm_factor: of("harm_factor"),
        final_score: of("final"),
        low: of("low"),
        high: of("high"),
        rating: 1.0 + of("final") / 25.0,
    })
}

fn turn(v: &Value) -> ScoredTurn {
    let bits = index(&v["context"]);
    let context = Context { upset: bits & 4 != 0, wary: bits & 2 != 0, before_preparation: bits & 1 != 0 };
    let terms = |d: usize| {
        let t = &v["terms"][d];
        (!t.is_null()).then(|| Terms { w: 1.0, q: num(&t[0]), g: num(&t[1]) })
    };
    ScoredTurn { context, terms: [0, 1, 2, 3].map(terms) }
}

pub fn list(v: &Value) -> &[Value] {
    v.as_array().unwrap_or_else(|| panic!("not a list: {v}"))
}

pub fn index(v: &Value) -> usize {
    v.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_else(|| panic!("not a count: {v}"))
}

fn num(v: &Value) -> f64 {
    v.as_f64().unwrap_or_else(|| panic!("not a number: {v}"))
}

fn whole(v: &Value) -> i64 {
    v.as_i64().unwrap_or_else(|| panic!("not a day: {v}"))
}
