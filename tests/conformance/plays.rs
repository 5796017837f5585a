//! Whole plays through the session, every number of which the reference model has recomputed (`../vectors/random_plays.py`).

use std::sync::Arc;

use alongside::model::Model;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;
use alongside::session::Mode;
use alongside::session::replay::{Moves, document, play};
use serde_json::Value;

use super::reading::{items, list, num};
use super::{Agreement, agree, assert_agrees, same};

#[test]
fn whole_plays_of_several_people_agree() {
    let text = include_str!("../scenarios/two-doors.ron");
    let read = resolve("two-doors", text, &Model::shipped().techniques, known());
    let scenario = Arc::new(read.expect("it resolves").scenario);
    for wanted in list(include_str!("../vectors/plays.json")) {
        let numbers = |key: &str| items(&wanted[key]).iter().map(|n| num(n) as usize).collect();
        let moves = Moves { choices: numbers("choices"), cues: numbers("cues") };
        let seed = num(&wanted["seed"]) as u64;
        let session = play(Arc::clone(&scenario), Model::shipped(), seed, Mode::Practice, &moves).expect("on offer");
        let found = document(&session);
        assert_agrees(holds(&wanted["turns"], &found["turns"], &format!("seed {seed}, turns")));
        assert_agrees(holds(&wanted["ratings"], &found["ratings"], &format!("seed {seed}, ratings")));
    }
}

/// Everything that is wanted is found; more may be.
fn holds(wanted: &Value, found: &Value, at: &str) -> Agreement {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(_)) => {
            wanted.iter().try_for_each(|(key, value)| holds(value, &found[key], &format!("{at}.{key}")))
        }
        (Value::Array(wanted), Value::Array(found)) => {
            same(wanted.len(), found.len(), || format!("{at}: how many"))?;
            let mut pairs = wanted.iter().zip(found).enumerate();
            pairs.try_for_each(|(i, (wanted, found))| holds(wanted, found, &format!("{at}[{i}]")))
        }
        (Value::Number(_), Value::Number(_)) => agree(num(wanted), num(found), || at.to_owned()),
        (wanted, found) => same(wanted, found, || at.to_owned()),
    }
}
