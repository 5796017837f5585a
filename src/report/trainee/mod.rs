//! One trainee over all conversations: how the four have gone, what was played, what comes next. Nobody is compared with anybody.

mod draw;
mod growth;
mod html;
mod table;
mod text;
mod words;

pub use html::html;
pub use table::csv;
pub use text::text;

use std::collections::BTreeMap;

use crate::debrief::FEWEST_CHANCES;
use crate::model::{Dimension, Model};
use crate::records::{Past, Stamp, Trainee};
use crate::session::Mode;

/// All that is shown of one trainee. [`TraineeReport::of`] fills what the records hold; whoever knows how a trainee has grown
/// fills `sentence`, `mastery`, `next`, and each curve's `verdict` and `trend`.
#[derive(Clone, Debug, PartialEq)]
pub struct TraineeReport {
    /// May be empty.
    pub name: String,
    /// What the academy knows them by; may be empty.
    pub officer: String,
    /// The beginning of the id that the records know them by.
    pub id: String,
    /// The day of the report.
    pub made: Stamp,
    /// "Your boundaries have grown."; may be empty.
    pub sentence: String,
    /// In the order of [`Dimension::ALL`].
    pub curves: [Curve; 4],
    /// A skill, and how far it is mastered, in words.
    pub mastery: Vec<(String, String)>,
    pub next: Vec<Next>,
    /// None before any line leaned.
    pub balance: Option<Balance>,
    /// Techniques used, by name, and how often, most often first.
    pub techniques: Vec<(String, usize)>,
    /// The longest run of questions in the first and in the last conversation.
    pub question_runs: Option<(usize, usize)>,
    /// Their own sentence for the next shift; may be empty.
    pub note: String,
    /// Newest first.
    pub attempts: Vec<Attempt>,
}

/// One dimension over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub dimension: Dimension,
    /// "has grown", "about the same"; may be empty.
    pub verdict: String,
    /// Oldest first; conversations with too few chances have none.
    pub points: Vec<Point>,
}

/// One conversation on one dimension; all from 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub when: Stamp,
    pub score: f64,
    pub low: f64,
    pub high: f64,
    pub again: bool,
    /// All first plays up to here together: estimate, and the band it may lie in.
    pub trend: Option<(f64, f64, f64)>,
}

/// Something to practice.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    pub title: String,
    pub reason: String,
}

/// How a line is held: -1 too hard to +1 too soft, with the band it may lie in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Balance {
    pub at: f64,
    pub low: f64,
    pub high: f64,
}

/// One conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Attempt {
    /// The beginning of its id.
    pub id: String,
    pub title: String,
    pub when: Stamp,
    pub mode: Mode,
    pub again: bool,
    /// Whether it came to its end.
    pub is_whole: bool,
    pub turns: usize,
    /// Final score and its band, 0 to 100, where it was rated.
    pub ratings: [Option<(f64, f64, f64)>; 4],
}

impl TraineeReport {
    /// What the records hold of them. `past` is oldest first.
    pub fn of(trainee: &Trainee, past: &[Past], model: &Model, made: Stamp) -> Self {
        Self {
            name: trainee.name.clone(),
            officer: trainee.officer.clone(),
            id: beginning(trainee.id),
            made,
            sentence: String::new(),
            curves: Dimension::ALL.map(|d| curve(d, past)),
            mastery: Vec::new(),
            next: Vec::new(),
            balance: balance(past),
            techniques: techniques(past, model),
            question_runs: question_runs(past),
            note: String::new(),
            attempts: past.iter().rev().map(attempt).collect(),
        }
    }
}

fn beginning(id: uuid::Uuid) -> String {
    id.to_string().chars().take(8).collect()
}

fn rated(past: &Past, dimension: Dimension) -> Option<(f64, f64, f64)> {
    let rating = past.conclusion.as_ref()?.ratings[dimension as usize].filter(|r| r.n_eff >= FEWEST_CHANCES)?;
    Some((rating.final_score, rating.low, rating.high))
}

fn curve(dimension: Dimension, past: &[Past]) -> Curve {
    let point = |p: &Past| {
        let (score, low, high) = rated(p, dimension)?;
        Some(Point { when: p.began, score, low, high, again: p.again, trend: None })
    };
    Curve { dimension, verdict: String::new(), points: past.iter().filter_map(point).collect() }
}

fn attempt(past: &Past) -> Attempt {
    Attempt {
        id: beginning(past.id),
        title: past.title.clone(),
        when: past.began,
        mode: past.mode,
        again: past.again,
        is_whole: past.ending.is_some(),
        turns: past.turns.len(),
        ratings: Dimension::ALL.map(|d| rated(past, d)),
    }
}

/// The last so many conversations tell how a line is held (as the growth chart has it; our choice).
const RECENT: usize = 5;
/// 80 % of a normal distribution on each side.
const REACH: f64 = 1.28;

/// (diffuse - rigid) / (diffuse + rigid + 1), with the band of that share by the rule of succession.
fn balance(past: &[Past]) -> Option<Balance> {
    let recent = past.iter().filter_map(|p| p.conclusion.as_ref()).rev().take(RECENT);
    let (rigid, diffuse) = recent.fold((0, 0), |(r, d), c| (r + c.rigid, d + c.diffuse));
    let (soft, all) = (diffuse as f64, (rigid + diffuse) as f64);
    if all == 0.0 {
        return None;
    }
    let at = (2.0 * soft - all) / (all + 1.0);
    let share = (soft + 1.0) / (all + 2.0);
    let (middle, spread) = (2.0 * share - 1.0, 2.0 * REACH * (share * (1.0 - share) / (all + 3.0)).sqrt());
    Some(Balance { at, low: (middle - spread).max(-1.0).min(at), high: (middle + spread).min(1.0).max(at) })
}

fn techniques(past: &[Past], model: &Model) -> Vec<(String, usize)> {
    let mut used: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, count) in past.iter().filter_map(|p| p.conclusion.as_ref()).flat_map(|c| &c.techniques) {
        *used.entry(id).or_default() += count;
    }
    // a technique that the model no longer has keeps its id
    let name =
        |id: &str| model.techniques.find(id).map_or_else(|| id.to_owned(), |t| model.techniques.get(t).name.clone());
    let mut named: Vec<(String, usize)> = used.into_iter().map(|(id, count)| (name(id), count)).collect();
    named.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    named
}

fn question_runs(past: &[Past]) -> Option<(usize, usize)> {
    let mut runs = past.iter().filter_map(|p| Some(p.conclusion.as_ref()?.longest_question_run));
    let first = runs.next()?;
    Some((first, runs.next_back()?))
}
