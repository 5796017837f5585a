//! A dimension that some path hardly ever puts to the test.

use super::{places, rated};
use crate::diagnostic::{Explanation, Severity};
use crate::explore::Played;
use crate::lint::{Checkup, Finding, Rule};
use crate::model::Dimension;
use crate::scenario::{Outcome, PlaceKind};

/// Paths of fewer turns are not held to it (scoring basis, 4.6).
const LEAST_TURNS: usize = 8;

pub(super) const RARELY_AT_STAKE: Rule = Rule {
    explanation: Explanation {
        code: "rarely-at-stake",
        severity: Severity::Warning,
        summary: "on some path, one of the four dimensions is at stake in too few turns",
        matters: "whoever takes that path is rated on a handful of lines, or told that there were not enough chances to rate",
        more: "A turn says something about a dimension only where the lines on offer differ in it by 0.75 or more: if \
               all of them hold the boundary, none shows who can. On every path of eight turns or more that is not cut short, each \
               dimension should be at stake five times, boundaries six, because they are the hardest to measure. \
               Taken over the paths of all simulated trainees.",
        bad: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "Five in the morning, and now this.", uses: [Paraphrase], to: "good"),"#,
        good: r#"Choice(text: "Up since five, and it has to end at eleven. I can tell you why.", uses: [SimpleReflection, LimitReason], to: "good"),
Choice(text: "Turn it off. Now.", uses: [Command], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    Dimension::ALL.into_iter().filter_map(|d| least(checkup, d)).collect()
}

fn wanted(dimension: Dimension) -> usize {
    match dimension {
        Dimension::Boundaries => 6,
        Dimension::Empathy | Dimension::Listening | Dimension::Regard => 5,
    }
}

fn least(checkup: &Checkup, dimension: Dimension) -> Option<Finding> {
    let at_stake = |p: &Played| p.turns.iter().filter(|t| t.terms[dimension as usize].is_some()).count();
    let whole = checkup.survey.plays.iter().filter(|p| p.turns.len() >= LEAST_TURNS && !cut_short(checkup, p));
    let (times, play) = whole.map(|p| (at_stake(p), p)).min_by_key(|(times, p)| (*times, p.turns.len()))?;
    if times >= wanted(dimension) {
        return None;
    }
    let message = format!(
        "{} at stake in {times} of the {} turns of {}",
        match dimension {
            Dimension::Boundaries => "boundaries are".to_owned(),
            Dimension::Empathy | Dimension::Listening | Dimension::Regard => format!("{} is", rated::name(dimension)),
        },
        play.turns.len(),
        places::path(checkup, play.turns.iter().map(|t| t.node))
    );
    let fix = format!("in {} more of them, offer {}", wanted(dimension) - times, pair(dimension));
    Some(Finding::new(places::of_all(checkup), message, fix))
}

/// Where talk had to stop, or somebody left.
fn cut_short(checkup: &Checkup, play: &Played) -> bool {
    let scenario = checkup.scenario;
    let outcome = play.ending.and_then(|e| match &scenario.place_at(e).kind {
        PlaceKind::Ending(ending) => Some(ending.outcome),
        PlaceKind::Node(_) => None,
    });
    play.ending == Some(scenario.leaves)
        || matches!(outcome, Some(Outcome::Left | Outcome::Stopped))
        || play.turns.iter().any(|t| [scenario.stop, scenario.leaves].contains(&t.node))
}

/// Two lines that differ in it.
fn pair(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "a line that names what they feel beside one that steps over it",
        Dimension::Listening => "a line that gives back what they said beside one that changes the subject",
        Dimension::Boundaries => "a limit with a reason or a choice beside an order, or a promise nobody can keep",
        Dimension::Regard => "a line that respects them beside one that talks down to them",
    }
}
