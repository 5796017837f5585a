//! Every turn again: what was said on both sides, what the line was, what it did and why.

use super::effect::effect;
use crate::model::{Dimension, Evidence, RuleIx, State};
use crate::rating::Terms;
use crate::scenario::plain::first_name;
use crate::scenario::{Choice, Scenario};
use crate::session::{Moment, Offered, Session, Spoken, Turn};

/// Words spoken by a person, with what the body did.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub who: String,
    pub body: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TechniqueTold {
    pub name: String,
    pub what: String,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct RuleTold {
    pub id: String,
    pub title: String,
    pub why: String,
    pub source: String,
    pub status: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CueTold {
    pub question: String,
    pub answer: String,
    pub right: bool,
}

/// One exchange, told.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnTold {
    /// From 1.
    pub number: usize,
    pub happened: Vec<String>,
    pub said: Vec<Said>,
    pub cue: Option<CueTold>,
    pub your_line: String,
    pub silence: bool,
    /// The person it was said to.
    pub to: String,
    pub techniques: Vec<TechniqueTold>,
    /// -2 to +2 on each dimension, in context.
    pub evidence: Evidence,
    /// What the turn counts for per dimension; none where nothing was at stake.
    pub terms: [Option<Terms>; 4],
    pub rules: Vec<RuleTold>,
    /// The author's word on the line; may be empty.
    pub note: String,
    /// What it did to the person, in a sentence.
    pub effect: String,
    pub before: State,
    pub after: State,
}

pub(super) fn tell(session: &Session) -> Vec<TurnTold> {
    session.transcript().turns.iter().enumerate().filter_map(|(i, turn)| tell_one(session, i, turn)).collect()
}

fn tell_one(session: &Session, i: usize, turn: &Turn) -> Option<TurnTold> {
    let scenario = session.scenario();
    let node = scenario.node(turn.node)?;
    let chosen = turn.chosen();
    let choice = node.choices.get(chosen.choice)?;
    let to = scenario.cast(chosen.to_whom);
    let &Moment { before, after, .. } = turn.addressee();
    let cue = node.cue.as_ref().zip(turn.cue_answer).and_then(|(cue, answer)| {
        let (text, right) = cue.answers.get(answer)?;
        Some(CueTold { question: cue.question.clone(), answer: text.clone(), right: *right })
    });
    Some(TurnTold {
        number: i + 1,
        happened: turn.happened.iter().filter_map(|h| node.happens.get(h.0)).map(|h| h.why.clone()).collect(),
        said: said(scenario, &turn.said),
        cue,
        your_line: your_line(choice),
        silence: choice.silence,
        to: to.name.clone(),
        techniques: techniques(session, choice),
        evidence: chosen.evidence,
        terms: turn.terms,
        rules: rules(session, chosen),
        note: choice.note.clone(),
        effect: effect(first_name(&to.name), &before, &after),
        before,
        after,
    })
}

/// A note longer than this is told by its first sentence while one talks, in characters.
const SHORT: usize = 90;

/// The line said last and one sentence on it: the author's, else what it did.
pub fn coach_note(session: &Session) -> Option<(String, String)> {
    let turn = session.transcript().turns.last()?;
    let choice = session.scenario().node(turn.node)?.choices.get(turn.chosen().choice)?;
    let note = match choice.note.is_empty() {
        false => short(&choice.note).to_owned(),
        true => {
            let moment = turn.addressee();
            effect(first_name(&session.scenario().cast(turn.chosen().to_whom).name), &moment.before, &moment.after)
        }
    };
    Some((your_line(choice), note))
}

fn short(note: &str) -> &str {
    let first = note.match_indices(['.', '?', '!']).map(|(at, _)| at + 1).find(|at| note[*at..].starts_with(' '));
    if note.chars().count() > SHORT { first.map_or(note, |at| &note[..at]) } else { note }
}

/// The lines of a place, told.
pub fn said(scenario: &Scenario, spoken: &[Spoken]) -> Vec<Said> {
    let one = |s: &Spoken| {
        let line = s.line(scenario);
        Said { who: scenario.cast(line.who).name.clone(), body: line.body.clone(), text: line.text.clone() }
    };
    spoken.iter().map(one).collect()
}

/// What a choice reads like once it is said.
pub fn your_line(choice: &Choice) -> String {
    match (choice.silence, choice.deed.is_empty(), choice.text.is_empty()) {
        (_, _, false) => choice.text.clone(),
        (_, false, true) => choice.deed.clone(),
        (_, true, true) => "Say nothing.".to_owned(),
    }
}

pub(super) fn techniques(session: &Session, choice: &Choice) -> Vec<TechniqueTold> {
    let told = |t: &crate::model::TechniqueIx| {
        let technique = session.model().techniques.get(*t);
        TechniqueTold { name: technique.name.clone(), what: technique.what.clone(), source: technique.source.clone() }
    };
    choice.techniques.iter().map(told).collect()
}

pub(super) fn rules(session: &Session, offered: &Offered) -> Vec<RuleTold> {
    let told = |r: RuleIx| {
        let rule = session.model().rule(r);
        RuleTold {
            id: rule.id.clone(),
            title: rule.title.clone(),
            why: rule.why.clone(),
            source: rule.source.clone(),
            status: rule.status.clone(),
        }
    };
    offered.rules.iter().map(told).collect()
}

impl TurnTold {
    /// Whether the turn said anything about this dimension.
    pub fn counts_for(&self, dimension: Dimension) -> bool {
        self.terms[dimension as usize].is_some()
    }
}
