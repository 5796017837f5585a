//! The replay document: one JSON value from which another program can recompute every number of a play.

use serde_json::{Map, Value, json};

use super::{choice_of, node_of, ratings};
use crate::model::person::{Aggression, Traits};
use crate::model::{Dimension, Feeling, Model, Person, State};
use crate::rating::{Rating, Terms};
use crate::scenario::Cast;
use crate::session::{Happened, Moment, Offered, Phase, Session, Turn};

/// Everything another program needs to recompute the play. The shape is described in `docs/replay.md`.
pub fn document(session: &Session) -> Value {
    let scenario = session.scenario();
    let people: Map<String, Value> = {
        let began = scenario.people.iter().zip(&session.start().people);
        began.map(|(c, start)| (c.id.clone(), person(session.model(), c, start))).collect()
    };
    let mut document = json!({
        "alongside": env!("CARGO_PKG_VERSION"),
        "model": session.model().version,
        "scenario": { "id": scenario.id, "hash": scenario.hash, "title": scenario.title },
        "seed": session.seed(),
        "mode": session.mode(),
        "people": people,
        "turns": session.transcript().turns.iter().map(|t| turn(session, t)).collect::<Vec<_>>(),
        "ended": session.ending().is_some(),
        "ending": session.ending().map(|(e, at)| json!({ "node": scenario.place_at(at).id, "outcome": e.outcome })),
        "ratings": by_letter(&ratings(session), rating),
    });
    if session.ending().is_none() {
        document["next"] = next(session);
    }
    document
}

fn person(model: &Model, cast: &Cast, began: &Person) -> Value {
    let Traits { baseline, stress, reactivity, grudge, history, history_acknowledged, .. } = began.traits;
    let mut start = state(&began.state);
    start["need"] = json!(cast.need.id());
    start["feels"] = feeling(cast.feels);
    let triggers: Vec<_> = cast.triggers.iter().map(|t| id_of(model, t)).collect();
    json!({
        "traits": {
            "baseline": baseline, "stress": stress, "reactivity": reactivity, "grudge": grudge,
            "triggers": triggers, "history": history, "intoxication": cast.traits.intoxication,
            "aggression": match cast.traits.aggression { Aggression::Reactive => "reactive", Aggression::Proactive => "proactive" },
            "history_acknowledged": history_acknowledged, "free_to_go": cast.traits.free_to_go,
        },
        "start": start,
    })
}

/// A technique's own id where the name is one, else the name as written.
fn id_of(model: &Model, name: &str) -> String {
    model.techniques.find(name).map_or_else(|| name.to_owned(), |t| model.techniques.get(t).id.clone())
}

fn state(state: &State) -> Value {
    json!(state)
}

fn feeling((emotion, strength): Feeling) -> Value {
    json!([emotion.id(), strength])
}

fn by_person(session: &Session, turn: &Turn, show: impl Fn(&Moment) -> Value) -> Value {
    let people = &session.scenario().people;
    Value::Object(people.iter().zip(&turn.people).map(|(c, moment)| (c.id.clone(), show(moment))).collect())
}

fn by_letter<T>(values: &[Option<T>; 4], show: impl Fn(&T) -> Value) -> Value {
    let pairs = Dimension::ALL.iter().zip(values);
    Value::Object(pairs.map(|(d, v)| (d.letter().to_owned(), v.as_ref().map_or(Value::Null, &show))).collect())
}

fn rating(r: &Rating) -> Value {
    json!({ "S": r.raw, "estimate": r.estimate, "sd": r.sd, "n_eff": r.n_eff, "harm_factor": r.harm_factor,
            "final": r.final_score, "low": r.low, "high": r.high, "rating": r.rating })
}

fn terms(t: &Terms) -> Value {
    json!({ "w": t.w, "q": t.q, "g": t.g })
}

/// What had been said and offered at a turn, done or not.
fn scene(session: &Session, turn: &Turn) -> Map<String, Value> {
    let scenario = session.scenario();
    let said = turn.said.iter().map(|s| {
        let line = s.line(scenario);
        json!({ "who": scenario.cast(line.who).id, "text": line.text, "body": line.body })
    });
    let mut map = Map::new();
    map.insert("node".into(), json!(scenario.place_at(turn.node).id));
    map.insert("hazard".into(), json!(turn.hazard));
    map.insert("asked".into(), json!(turn.asked));
    map.insert("two_party".into(), json!(turn.two_party));
    map.insert("salience".into(), json!(turn.salience));
    map.insert("happened".into(), happened(session, turn));
    map.insert("feels".into(), by_person(session, turn, |m| feeling(m.feels)));
    map.insert("said".into(), json!(said.collect::<Vec<_>>()));
    map.insert("before".into(), by_person(session, turn, |m| state(&m.before)));
    map.insert("order".into(), json!(turn.order.iter().map(|i| turn.offered[*i].choice + 1).collect::<Vec<_>>()));
    map
}

fn happened(session: &Session, turn: &Turn) -> Value {
    let Some(node) = node_of(session, turn) else { return json!([]) };
    let one = |h: &Happened| {
        let happening = &node.happens[h.0];
        let mut value = json!({ "who": session.scenario().cast(happening.who).id });
        for (variable, by) in &happening.shifts {
            value[format!("{variable:?}").to_lowercase()] = json!(by);
        }
        value["why"] = json!(happening.why);
        value
    };
    json!(turn.happened.iter().map(one).collect::<Vec<_>>())
}

fn turn(session: &Session, turn: &Turn) -> Value {
    let mut map = scene(session, turn);
    map.insert("cue".into(), cue(session, turn));
    map.insert("offered".into(), json!(turn.offered.iter().map(|o| offered(session, turn, o)).collect::<Vec<_>>()));
    map.insert("chosen".into(), json!(turn.chosen().choice + 1));
    map.insert("rating".into(), by_letter(&turn.terms, terms));
    map.insert("after".into(), by_person(session, turn, |m| state(&m.after)));
    map.insert("repaired".into(), json!(turn.repaired));
    Value::Object(map)
}

fn cue(session: &Session, turn: &Turn) -> Value {
    let (Some(answer), Some(cue)) = (turn.cue_answer, node_of(session, turn).and_then(|n| n.cue.as_ref())) else {
        return Value::Null;
    };
    let answers: Vec<_> = cue.answers.iter().map(|(text, right)| json!({ "text": text, "right": right })).collect();
    json!({ "question": cue.question, "answers": answers, "chosen": answer + 1 })
}

fn offered(session: &Session, turn: &Turn, offered: &Offered) -> Value {
    let mut map = line(session, turn, offered);
    let evidence: Map<String, Value> =
        Dimension::ALL.iter().map(|d| (d.letter().to_owned(), json!(offered.evidence[*d]))).collect();
    map.insert("evidence".into(), Value::Object(evidence));
    let mut rules: Vec<_> = offered.rules.iter().map(|r| session.model().rule(r).id.clone()).collect();
    rules.sort();
    map.insert("rules".into(), json!(rules));
    Value::Object(map)
}

fn line(session: &Session, turn: &Turn, offered: &Offered) -> Map<String, Value> {
    let Some(choice) = choice_of(session, turn, offered) else { return Map::new() };
    let model = session.model();
    let ids = |t: &crate::model::TechniqueIx| model.techniques.get(*t).id.clone();
    let mut touches: Vec<String> = model
        .techniques
        .iter()
        .filter(|(t, _)| choice.touched_techniques.contains(*t))
        .map(|(_, t)| t.id.clone())
        .collect();
    let names = session.scenario().touches.iter().enumerate();
    touches.extend(names.filter(|(i, _)| choice.touches & (1 << i) != 0).map(|(_, name)| name.clone()));
    let mut map = Map::new();
    map.insert("number".into(), json!(offered.choice + 1));
    map.insert("text".into(), json!(choice.text));
    map.insert("silence".into(), json!(choice.silence));
    map.insert("to_whom".into(), json!(session.scenario().cast(offered.to_whom).id));
    map.insert("techniques".into(), json!(choice.techniques.iter().map(ids).collect::<Vec<_>>()));
    map.insert("label".into(), choice.label.map_or(Value::Null, feeling));
    map.insert("need".into(), json!(choice.need.map(|n| n.id())));
    map.insert("touches".into(), json!(touches));
    map.insert("words".into(), json!(choice.words));
    map
}

/// What stands open where the moves ended early.
fn next(session: &Session) -> Value {
    let open = session.open_turn();
    let mut map = scene(session, open);
    let asked = (session.phase() == Phase::Cue).then(|| node_of(session, open).and_then(|n| n.cue.as_ref())).flatten();
    map.insert(
        "cue".into(),
        asked.map_or(
            Value::Null,
            |c| json!({ "question": c.question, "answers": c.answers.iter().map(|(t, _)| t).collect::<Vec<_>>() }),
        ),
    );
    let lines: Vec<_> = open.offered.iter().map(|o| Value::Object(line(session, open, o))).collect();
    map.insert("offered".into(), json!(lines));
    Value::Object(map)
}
