//! That somebody chose a line: what was on offer, what was said, and what it did.

use serde_json::{Map, Value, json};

use super::{LANGUAGE, Pen, Statement, Told, by_dimension};
use crate::model::{State, Variable};
use crate::records::Said;
use crate::scenario::{Choice, Node};
use crate::session::{Session, Turn};
use crate::xapi::iri::{self, Verb};

/// The statement about one turn, with its place from 0.
pub(super) fn chose(pen: &Pen, session: &Session, (number, turn): (usize, &Turn), said: Said) -> Statement {
    let mut told = Told::about(Verb::Chose, said.at, moment(pen, session, turn));
    told.parent = Some(pen.scenario());
    told.result = Some(json!({
        "response": (turn.chosen().choice + 1).to_string(),
        "extensions": effect(pen, session, (number, turn), said),
    }));
    pen.write(&format!("{} {}", Verb::Chose.word(), number + 1), &told)
}

/// The moment as the scenario has it, the same whoever meets it: all its lines, those that were not open too.
fn moment(pen: &Pen, session: &Session, turn: &Turn) -> Value {
    let (named, place) = (pen.named, session.scenario().place_at(turn.node));
    let lines = session.scenario().node(turn.node).map_or(&[][..], |node: &Node| &node.choices);
    let line = |(i, choice): (usize, &Choice)| json!({ "id": (i + 1).to_string(), "description": { LANGUAGE: words(choice) } });
    json!({
        "objectType": "Activity",
        "id": iri::node(&pen.setup.base, &named.scenario, &named.hash, &place.id),
        "definition": {
            "type": iri::INTERACTION,
            "name": { LANGUAGE: format!("{}: {}", named.title, place.id) },
            "interactionType": "choice",
            "choices": lines.iter().enumerate().map(line).collect::<Vec<_>>(),
        },
    })
}

fn words(choice: &Choice) -> &str {
    [choice.text.as_str(), &choice.deed, "(silence)"].into_iter().find(|words| !words.is_empty()).unwrap_or_default()
}

fn effect(pen: &Pen, session: &Session, (number, turn): (usize, &Turn), said: Said) -> Map<String, Value> {
    let chosen = turn.chosen();
    let shown = turn.order.iter().position(|i| *i == turn.chosen).unwrap_or(0);
    let offered: Vec<usize> = turn.order.iter().map(|i| turn.offered[*i].choice + 1).collect();
    let person = turn.addressee();
    let terms = turn.terms.map(|t| t.map(|t| json!({ "weight": t.w, "quality": t.q, "chance": t.g })));
    let mut all = pen.extensions([
        ("turn", json!(number + 1)),
        ("node", json!(turn.node.index())),
        ("offered", json!(offered)),
        ("shown", json!(shown + 1)),
        ("to", json!(session.scenario().cast(chosen.to_whom).id)),
        ("techniques", json!(techniques(session, turn))),
        ("state-before", state(&person.before)),
        ("state-after", state(&person.after)),
        ("ratings", by_dimension(terms)),
    ]);
    let answer = turn.cue_answer.map(|answer| answer + 1);
    all.extend(answer.into_iter().flat_map(|answer| pen.extensions([("cue-answer", json!(answer))])));
    all.extend(said.took.into_iter().flat_map(|took| pen.extensions([("milliseconds", json!(took))])));
    all
}

fn techniques<'s>(session: &'s Session, turn: &Turn) -> Vec<&'s str> {
    let choice = session.scenario().node(turn.node).and_then(|node| node.choices.get(turn.chosen().choice));
    let all = choice.map_or(&[][..], |choice| &choice.techniques);
    all.iter().map(|t| session.model().techniques.get(*t).id.as_str()).collect()
}

/// In tenths, as the records keep them.
fn state(state: &State) -> Value {
    let told = [
        ("arousal", Variable::Arousal),
        ("trust", Variable::Trust),
        ("heard", Variable::Heard),
        ("respect", Variable::Respect),
        ("safety", Variable::Safety),
        ("control", Variable::Control),
        ("readiness", Variable::Readiness),
    ];
    let tenths = |variable| json!((state.get(variable) * 10.0).round() / 10.0);
    Value::Object(told.into_iter().map(|(word, variable)| (word.to_owned(), tenths(variable))).collect())
}
