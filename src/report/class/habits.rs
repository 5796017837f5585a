//! How one trainee chose, whatever was chosen: pace, length, place, and whether strong and weak took turns.

use super::chance::at_least;
use crate::model::{Evidence, Model};
use crate::records::{ClassAttempt, ClassTurn};
use crate::scenario::{Choice, Node, PlaceKind, Scenario};

/// Beyond this chance gives it in one case of a hundred (scoring basis, 4.6).
const SELDOM: f64 = 0.01;
/// Lines over so many words take longer than this to read.
const LONG_WORDS: u32 = 12;
const SHORT_MS: f64 = 2000.0;
/// A median of fewer says nothing (our choice).
const FEWEST_TIMES: usize = 3;
/// From here on strong and weak lines took turns (scoring basis, 4.6), seen over so many turns at least (our choice).
const ALTERNATING: f64 = -0.4;
const FEWEST_TURNS: usize = 8;

/// The median time, in seconds, over how many long lines, where it is short.
pub fn hurried(attempts: &[&ClassAttempt], scenario: &Scenario) -> Option<(f64, usize)> {
    let long = |turn: &ClassTurn| choice(scenario, turn).is_some_and(|c| c.words > LONG_WORDS);
    let turns = attempts.iter().flat_map(|a| &a.turns).filter(|turn| long(turn));
    let took: Vec<f64> = turns.filter_map(|turn| Some(f64::from(turn.took?))).collect();
    let median = crate::explore::statistics::median(&took).filter(|ms| *ms < SHORT_MS && took.len() >= FEWEST_TIMES)?;
    Some((median / 1000.0, took.len()))
}

/// How often the longest line was chosen, of how many turns, where that is more than chance gives.
pub fn longest(attempts: &[&ClassAttempt], scenario: &Scenario) -> Option<(usize, usize)> {
    let turns = attempts.iter().flat_map(|a| &a.turns);
    let seen: Vec<(bool, f64)> = turns.filter_map(|turn| longest_at(scenario, turn)).collect();
    let chances: Vec<f64> = seen.iter().map(|(_, chance)| *chance).collect();
    let count = seen.iter().filter(|(was, _)| *was).count();
    (at_least(count, &chances) < SELDOM).then_some((count, seen.len()))
}

/// Whether the longest was chosen, and the chance of that; none where a line that may not have been open is longer.
fn longest_at(scenario: &Scenario, turn: &ClassTurn) -> Option<(bool, f64)> {
    let node = node(scenario, turn)?;
    let chosen = node.choices.get(turn.choice)?;
    let open: Vec<&Choice> =
        node.choices.iter().enumerate().filter(|(i, c)| *i == turn.choice || !c.is_gated()).map(|(_, c)| c).collect();
    let most = open.iter().map(|c| c.words).max()?;
    if open.len() < 2 || node.choices.iter().any(|c| c.words > most) {
        return None;
    }
    let equals = open.iter().filter(|c| c.words == most).count();
    Some((chosen.words == most, equals as f64 / open.len() as f64))
}

/// The place (from 1), how often it was chosen, and of how many turns, where that is more than chance gives for any place.
pub fn same_place(attempts: &[&ClassAttempt], scenario: &Scenario) -> Option<(usize, usize, usize)> {
    let seen: Vec<(usize, usize)> = attempts
        .iter()
        .flat_map(|a| &a.turns)
        .filter_map(|turn| Some((turn.shown, fewest_open(node(scenario, turn)?, turn))))
        .collect();
    let places = seen.iter().map(|(_, open)| *open).max()?;
    let found = (0..places).find_map(|place| {
        let count = seen.iter().filter(|(shown, _)| *shown == place).count();
        let chance = |(_, open): &(usize, usize)| if place < *open { 1.0 / *open as f64 } else { 0.0 };
        let chances: Vec<f64> = seen.iter().map(chance).collect();
        // any of the places would have been noticed (Bonferroni)
        (at_least(count, &chances) * (places as f64) < SELDOM).then_some((place + 1, count))
    });
    found.map(|(place, count)| (place, count, seen.len()))
}

/// At least so many lines stood there: gated ones may not have, and fewer make chance likelier.
fn fewest_open(node: &Node, turn: &ClassTurn) -> usize {
    node.choices.iter().filter(|c| !c.is_gated()).count().max(turn.shown + 1).max(2)
}

/// How one line's strength goes with the next one's, -1 to 1, where they took turns. The strength is that of the techniques
/// as they stand, since the record does not hold all that a line met.
pub fn alternating(attempts: &[&ClassAttempt], scenario: &Scenario, model: &Model) -> Option<f64> {
    let strengths: Vec<Vec<f64>> = attempts
        .iter()
        .map(|a| a.turns.iter().filter_map(|turn| Some(strength(model, choice(scenario, turn)?))).collect())
        .collect();
    let all: Vec<f64> = strengths.iter().flatten().copied().collect();
    if all.len() < FEWEST_TURNS {
        return None;
    }
    let mean = all.iter().sum::<f64>() / all.len() as f64;
    let spread: f64 = all.iter().map(|e| (e - mean) * (e - mean)).sum();
    let next = |of: &Vec<f64>| of.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)).sum::<f64>();
    let lag = strengths.iter().map(next).sum::<f64>() / spread;
    (lag < ALTERNATING).then_some(lag)
}

fn strength(model: &Model, choice: &Choice) -> f64 {
    choice.techniques.iter().map(|t| Evidence::composite(model.techniques.get(*t).evidence)).sum()
}

fn node<'s>(scenario: &'s Scenario, turn: &ClassTurn) -> Option<&'s Node> {
    match &scenario.nodes.get(turn.node)?.kind {
        PlaceKind::Node(node) => Some(node),
        PlaceKind::Ending(_) => None,
    }
}

fn choice<'s>(scenario: &'s Scenario, turn: &ClassTurn) -> Option<&'s Choice> {
    node(scenario, turn)?.choices.get(turn.choice)
}
