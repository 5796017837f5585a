//! How it was to talk to you, in the person's own words (scoring basis, 5.6; statements are original).

use super::counts::{CountedTurn, Counts};
use crate::model::{Dimension, Model, Person};

/// One statement and how far it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// In the person's voice.
    pub text: &'static str,
    /// 0 to 100.
    pub value: f64,
    /// no, hardly, partly, mostly, yes.
    pub word: &'static str,
}

/// Eight statements from the end state and from what was said.
pub fn their_side(_model: &Model, person: &Person, turns: &[CountedTurn], counts: &Counts) -> Vec<Statement> {
    let s = &person.state;
    let empathy = mean(turns.iter().map(|t| t.evidence[Dimension::Empathy]));
    let straight = (s.safety + 100.0 * (counts.transparency as f64 / 2.0).min(1.0)) / 2.0;
    let line = 100.0 * (1.0 - counts.boundary_balance.abs());
    let mut out = vec![
        statement("You got what I meant.", s.heard),
        statement("It mattered to you how it was for me.", on_hundred(empathy)),
        statement("You respected me.", s.respect),
    ];
    if let Some(index) = counts.unconditionality {
        out.push(statement("You respected me also when I was short with you.", 100.0 * index));
    }
    out.extend([
        statement("You told me straight what would happen.", straight),
        statement("I had some say in it.", s.control),
        statement("I knew where I stood with you.", line),
        statement("If it had to be somebody, I would call you again.", s.trust),
    ]);
    out
}

/// Evidence of -2 to +2 as 0 to 100.
fn on_hundred(evidence: f64) -> f64 {
    ((evidence + 2.0) * 25.0).clamp(0.0, 100.0)
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(s, n), v| (s + v, n + 1.0));
    if count > 0.0 { sum / count } else { 0.0 }
}

fn statement(text: &'static str, value: f64) -> Statement {
    Statement { text, value, word: word(value) }
}

/// Steps at 20, 40, 60 and 80.
fn word(value: f64) -> &'static str {
    match value {
        v if v < 20.0 => "no",
        v if v < 40.0 => "hardly",
        v if v < 60.0 => "partly",
        v if v < 80.0 => "mostly",
        _ => "yes",
    }
}
