//! A class that had one conversation: how it went, what each line drew, where the class divided. Nobody is ranked, and nothing
//! is broken down among fewer than five.

mod chance;
mod draw;
mod flags;
mod habits;
mod html;
mod scenes;
mod spread;
mod table;
mod text;
mod words;

pub use flags::{Flag, Sign};
pub use html::html;
pub use scenes::{Drew, Line, Scene};
pub use spread::Spread;
pub use table::csv;
pub use text::text;
pub use words::{HONESTY, TO_ASK, drew, headline, who};

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::model::{Dimension, Model};
use crate::records::{ClassAttempt, Stamp};
use crate::scenario::{Outcome, PlaceKind, Scenario};

/// Fewer are never broken down.
pub const FEWEST: usize = 5;

/// A class, told.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassReport {
    pub scenario: String,
    pub title: String,
    pub hash: String,
    pub model: String,
    /// Of each, the first attempt in the span counts.
    pub trainees: usize,
    /// All attempts of this version of the scenario in the span.
    pub attempts: usize,
    /// Attempts of other versions, which stand in none of the numbers.
    pub other_versions: usize,
    /// Of the attempts that count: coached, practice, assessment.
    pub modes: [usize; 3],
    pub span: Option<(Stamp, Stamp)>,
    pub ratings: [Option<Spread>; 4],
    pub endings: Vec<Reached>,
    /// The most even split first.
    pub scenes: Vec<Scene>,
    /// Scenes that fewer than five came to.
    pub too_few: usize,
    pub flags: Vec<Flag>,
    /// Who was there, by name; empty where names are hidden.
    pub who: Vec<Present>,
}

/// An ending, and how many came to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    pub id: String,
    pub outcome: Outcome,
    pub text: String,
    pub count: usize,
}

/// Somebody who was there.
#[derive(Clone, Debug, PartialEq)]
pub struct Present {
    pub name: String,
    pub when: Stamp,
    pub attempts: usize,
}

/// Names by trainee; none where they stay hidden.
pub type Names = BTreeMap<Uuid, String>;

/// Makes the report of all attempts of a span. `names` only where they were asked for.
pub fn class(attempts: &[ClassAttempt], scenario: &Scenario, model: &Model, names: Option<&Names>) -> ClassReport {
    let these: Vec<&ClassAttempt> = attempts.iter().filter(|a| a.hash == scenario.hash).collect();
    let counted = first_of_each(&these);
    let mut scenes = scenes::scenes(&counted, scenario);
    let all = scenes.len();
    scenes.retain(|scene| scene.came >= FEWEST);
    ClassReport {
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        hash: scenario.hash.clone(),
        model: model.version.clone(),
        trainees: counted.len(),
        attempts: these.len(),
        other_versions: attempts.len() - these.len(),
        modes: [0, 1, 2].map(|mode| counted.iter().filter(|a| a.mode as usize == mode).count()),
        span: these.iter().map(|a| a.began).min().zip(these.iter().map(|a| a.began).max()),
        ratings: Dimension::ALL.map(|d| Spread::of(counted.iter().filter_map(|a| a.finals[d as usize]).collect())),
        endings: endings(&counted, scenario),
        too_few: all - scenes.len(),
        scenes,
        flags: flags::flags(&these, scenario, model, names),
        who: names.map(|names| present(&these, names)).unwrap_or_default(),
    }
}

/// Of each trainee the earliest, in the order of the trainees' ids, which says nothing of them.
fn first_of_each<'a>(attempts: &[&'a ClassAttempt]) -> Vec<&'a ClassAttempt> {
    let mut first: BTreeMap<Uuid, &ClassAttempt> = BTreeMap::new();
    for attempt in attempts {
        let known = first.entry(attempt.trainee).or_insert(attempt);
        if attempt.began < known.began {
            *known = attempt;
        }
    }
    first.into_values().collect()
}

/// The most frequent first; nothing among fewer than five.
fn endings(counted: &[&ClassAttempt], scenario: &Scenario) -> Vec<Reached> {
    if counted.len() < FEWEST {
        return Vec::new();
    }
    let mut reached: Vec<Reached> = scenario
        .places()
        .filter_map(|(_, place)| {
            let PlaceKind::Ending(ending) = &place.kind else { return None };
            let count = counted.iter().filter(|a| a.ending == place.id).count();
            Some(Reached { id: place.id.clone(), outcome: ending.outcome, text: ending.text.clone(), count })
        })
        .filter(|reached| reached.count > 0)
        .collect();
    reached.sort_by_key(|reached| std::cmp::Reverse(reached.count));
    reached
}

/// By name, as in a register.
fn present(attempts: &[&ClassAttempt], names: &Names) -> Vec<Present> {
    let mut who: BTreeMap<Uuid, Present> = BTreeMap::new();
    for attempt in attempts {
        let name = names.get(&attempt.trainee).cloned().unwrap_or_default();
        let present = who.entry(attempt.trainee).or_insert(Present { name, when: attempt.began, attempts: 0 });
        present.attempts += 1;
        present.when = present.when.min(attempt.began);
    }
    let mut who: Vec<Present> = who.into_values().collect();
    who.sort_by_key(|present| (present.name.to_lowercase(), present.when));
    who
}

/// What the report was made from.
fn identity(report: &ClassReport) -> String {
    let hash: String = report.hash.chars().take(16).collect();
    let version = env!("CARGO_PKG_VERSION");
    format!("Scenario {}, {hash}. Model {}. Alongside {version}.", report.scenario, report.model)
}
