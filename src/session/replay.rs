//! The replay document: one JSON value from which another program can recompute every number of a play.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::{Command, Mode, Offered, Phase, Refusal, Session, Turn};
use crate::model::person::{Aggression, Traits};
use crate::model::{Dimension, Feeling, Model, State};
use crate::rating::{CueTerm, RatedTurn, Rating, Terms, rate};
use crate::scenario::{Cast, Choice, Node, Scenario};

/// What was chosen: lines by their place in the node's file order, from 1, and the answers to the cue questions in the
/// order they were asked, from 1, with 0 for one that was passed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    pub choices: Vec<usize>,
    pub cues: Vec<usize>,
}

/// A move that could not be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    /// From 1.
    pub turn: usize,
    pub refusal: Refusal,
    /// The numbers of the lines that were on offer there.
    pub offered: Vec<usize>,
}

impl std::fmt::Display for Stuck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "turn {}: {}", self.turn, self.refusal)?;
        if let Refusal::NotOffered(_) = self.refusal {
            let numbers: Vec<String> = self.offered.iter().map(usize::to_string).collect();
            write!(f, "; on offer are {}", numbers.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Stuck {}

/// Plays the moves from the start. Cue questions beyond the answers given are passed over; a list that ends early
/// leaves the session open.
///
/// # Errors
/// Where it got [`Stuck`]: a move is not on offer there, or the talk was over before.
pub fn play(
    scenario: Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    mode: Mode,
    moves: &Moves,
) -> Result<Session, Stuck> {
    let mut session = Session::begin(scenario, model, seed, mode);
    let mut cues = moves.cues.iter();
    for choice in &moves.choices {
        if session.phase() == Phase::Cue {
            make(&mut session, cue_command(cues.next()))?;
        }
        make(&mut session, Command::Say(choice.wrapping_sub(1)))?;
    }
    if session.phase() == Phase::Cue
        && let Some(answer) = cues.next()
    {
        make(&mut session, cue_command(Some(answer)))?;
    }
    Ok(session)
}

fn make(session: &mut Session, command: Command) -> Result<(), Stuck> {
    session.apply(command).map_err(|refusal| Stuck {
        turn: session.transcript().turns.len() + 1,
        refusal,
        offered: session.open_turn().offered.iter().map(|o| o.choice + 1).collect(),
    })
}

fn cue_command(answer: Option<&usize>) -> Command {
    match answer {
        None | Some(0) => Command::PassCue,
        Some(answer) => Command::Answer(answer - 1),
    }
}

/// The moves made so far: with the same scenario, model and seed, [`play`] gives the same session again.
pub fn moves(session: &Session) -> Moves {
    let turns = &session.transcript().turns;
    let asked = turns.iter().filter(|t| node_of(session, t).is_some_and(|n| n.cue.is_some()));
    Moves {
        choices: turns.iter().map(|t| t.chosen().choice + 1).collect(),
        cues: asked.map(|t| t.cue_answer.map_or(0, |a| a + 1)).collect(),
    }
}

/// The four ratings of the turns done so far.
pub fn ratings(session: &Session) -> [Option<Rating>; 4] {
    let evidence: Vec<Vec<_>> =
        session.transcript().turns.iter().map(|t| t.offered.iter().map(|o| o.evidence).collect()).collect();
    let answers: Vec<Vec<f64>> = session.transcript().turns.iter().map(|t| answer_evidence(session, t)).collect();
    let turns: Vec<RatedTurn> = session
        .transcript()
        .turns
        .iter()
        .enumerate()
        .map(|(i, turn)| RatedTurn {
            offered: &evidence[i],
            chosen: turn.chosen,
            techniques: choice_of(session, turn, turn.chosen()).map_or(&[][..], |c| &c.techniques),
            hazard: turn.hazard,
            repaired: turn.repaired,
            salience: turn.salience,
            cue: turn.cue_answer.map(|chosen| CueTerm { answers: &answers[i], chosen }),
        })
        .collect();
    rate(session.model(), &turns)
}

fn answer_evidence(session: &Session, turn: &Turn) -> Vec<f64> {
    let cue = node_of(session, turn).and_then(|n| n.cue.as_ref());
    let constants = &session.model().constants;
    cue.map_or_else(Vec::new, |c| {
        c.answers.iter().map(|(_, right)| if *right { constants.cue_right } else { constants.cue_wrong }).collect()
    })
}

fn node_of<'s>(session: &'s Session, turn: &Turn) -> Option<&'s Node> {
    session.scenario().node(turn.node)
}

fn choice_of<'s>(session: &'s Session, turn: &Turn, offered: &Offered) -> Option<&'s Choice> {
    node_of(session, turn)?.choices.get(offered.choice)
}

/// Everything another program needs to recompute the play. The shape is described in `docs/replay.md`.
pub fn document(session: &Session) -> Value {
    let scenario = session.scenario();
    let people: Map<String, Value> =
        scenario.people.iter().map(|c| (c.id.clone(), person(session.model(), c))).collect();
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

fn person(model: &Model, cast: &Cast) -> Value {
    let Traits { baseline, stress, reactivity, grudge, history, history_acknowledged, .. } = cast.traits;
    let mut start = state(&cast.starts);
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

fn by_person<T>(session: &Session, values: &[T], show: impl Fn(&T) -> Value) -> Value {
    let people = &session.scenario().people;
    Value::Object(people.iter().zip(values).map(|(c, v)| (c.id.clone(), show(v))).collect())
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
    map.insert("feels".into(), by_person(session, &turn.feels, |f| feeling(*f)));
    map.insert("said".into(), json!(said.collect::<Vec<_>>()));
    map.insert("before".into(), by_person(session, &turn.before, state));
    map.insert("order".into(), json!(turn.order.iter().map(|i| turn.offered[*i].choice + 1).collect::<Vec<_>>()));
    map
}

fn happened(session: &Session, turn: &Turn) -> Value {
    let Some(node) = node_of(session, turn) else { return json!([]) };
    let one = |h: &super::Happened| {
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
    map.insert("after".into(), by_person(session, &turn.after, state));
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
