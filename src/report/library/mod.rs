//! What a library of scenarios gives to practice with: its conversations, and where each technique is right and wrong.

mod markdown;

pub use markdown::{markdown, put_into};

use std::sync::Arc;

use crate::explore::{Survey, survey};
use crate::growth::{Covered, Met, coverage};
use crate::lint::reading::median_grade;
use crate::model::Model;
use crate::model::technique::{Family, Technique};
use crate::scenario::{Outcome, PlaceKind, Scenario};

/// A technique that helps should be right in so many different states of a library, and wrong in so many (our choice).
pub const LEAST_RIGHT: usize = 3;
pub const LEAST_WRONG: usize = 1;

/// A whole library.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    pub conversations: Vec<Conversation>,
    /// In the order of the model.
    pub techniques: Vec<Row>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Conversation {
    pub id: String,
    pub title: String,
    pub minutes: u32,
    /// Lines said from the opening to an ending to which talk led, the fewest and the most met; none where none was met.
    pub turns: Option<(usize, usize)>,
    pub endings: usize,
    pub cues: usize,
    /// The middle US school year of what is said.
    pub grade: Option<f64>,
    pub content_note: String,
}

/// One technique.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub name: String,
    pub family: Family,
    /// Whether it is meant to be said: those that hurt should only be met.
    pub helps: bool,
    pub by_expert: Counts,
    pub by_any: Counts,
}

/// In how many states, and in how many of the eight kinds of moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub right: usize,
    pub wrong: usize,
    pub right_moments: usize,
    pub wrong_moments: usize,
}

impl Row {
    /// What it lacks, as the end of a sentence; none where it has enough. One that hurts has to be met where it is wrong.
    pub fn lacks(&self) -> Option<String> {
        let Counts { right, wrong, .. } = self.by_any;
        let short_right = self.helps && right < LEAST_RIGHT;
        let short_wrong = wrong < LEAST_WRONG;
        match (short_right, short_wrong) {
            (false, false) => None,
            (true, false) => Some(format!("right in {}", states(right))),
            (false, true) if self.helps => Some("never wrong".to_owned()),
            (false, true) => Some("not met".to_owned()),
            (true, true) => Some(format!("right in {}, and never wrong", states(right))),
        }
    }
}

fn states(count: usize) -> String {
    match count {
        0 => "no state".to_owned(),
        1 => "one state".to_owned(),
        n => format!("{n} states"),
    }
}

/// Plays every scenario with the simulated trainees and counts.
pub fn shelf(scenarios: Vec<Arc<Scenario>>, model: &'static Model) -> Shelf {
    let played = scenarios.into_iter().map(|scenario| {
        let survey = survey(&scenario, model);
        (scenario, survey)
    });
    let played: Vec<(Arc<Scenario>, Survey)> = played.collect();
    let covered = coverage(&played, model);
    Shelf {
        conversations: played.iter().map(|(scenario, survey)| conversation(scenario, survey)).collect(),
        techniques: covered.iter().map(|c| row(model.techniques.get(c.technique), c)).collect(),
    }
}

fn conversation(scenario: &Scenario, survey: &Survey) -> Conversation {
    let is_ending = |place: &&crate::scenario::Place| matches!(place.kind, PlaceKind::Ending(_));
    Conversation {
        id: scenario.id.clone(),
        title: scenario.title.clone(),
        minutes: scenario.minutes,
        turns: turns(scenario, survey),
        endings: scenario.nodes.iter().filter(is_ending).count(),
        cues: scenario.talks().filter(|(_, node)| node.cue.is_some()).count(),
        grade: median_grade(scenario),
        content_note: scenario.content_note.clone(),
    }
}

/// Of talks that were neither stopped nor left.
fn turns(scenario: &Scenario, survey: &Survey) -> Option<(usize, usize)> {
    let full = survey.plays.iter().filter(|play| match play.ending.map(|at| &scenario.place_at(at).kind) {
        Some(PlaceKind::Ending(ending)) => !matches!(ending.outcome, Outcome::Left | Outcome::Stopped),
        Some(PlaceKind::Node(_)) | None => false,
    });
    let lengths: Vec<usize> = full.map(|play| play.turns.len()).collect();
    lengths.iter().copied().min().zip(lengths.iter().copied().max())
}

fn row(technique: &Technique, covered: &Covered) -> Row {
    Row {
        name: technique.name.clone(),
        family: technique.family,
        helps: technique.family != Family::Costly,
        by_expert: counts(&covered.by_expert),
        by_any: counts(&covered.by_any),
    }
}

fn counts(met: &Met) -> Counts {
    Counts {
        right: met.right.len(),
        wrong: met.wrong.len(),
        right_moments: met.right_moments.len(),
        wrong_moments: met.wrong_moments.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lacking(helps: bool, right: usize, wrong: usize) -> Option<String> {
        let by_any = Counts { right, wrong, ..Counts::default() };
        let (name, by_expert) = (String::new(), Counts::default());
        Row { name, family: Family::Regard, helps, by_expert, by_any }.lacks()
    }

    #[test]
    fn what_falls_short_is_told() {
        assert_eq!(lacking(true, 3, 1), None);
        assert_eq!(lacking(true, 2, 1).as_deref(), Some("right in 2 states"));
        assert_eq!(lacking(true, 9, 0).as_deref(), Some("never wrong"));
        assert_eq!(lacking(true, 0, 0).as_deref(), Some("right in no state, and never wrong"));
        assert_eq!(lacking(false, 0, 1), None);
        assert_eq!(lacking(false, 0, 0).as_deref(), Some("not met"));
    }
}
