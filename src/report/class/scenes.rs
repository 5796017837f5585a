//! What was chosen at each place of a conversation, and what it drew.

use std::collections::BTreeMap;

use super::FEWEST;
use crate::debrief::turns::your_line;
use crate::records::{ClassAttempt, ClassTurn};
use crate::scenario::map::Map;
use crate::scenario::plain::{first_name, last_speaker, letter};
use crate::scenario::{Choice, Node, NodeIx, PersonIx, Scenario};

/// A place where the officer speaks.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// As in the printed script.
    pub number: usize,
    pub id: String,
    /// What is said there, or one of the ways in which it is.
    pub body: String,
    pub text: String,
    /// How many came by; of each, what they said the first time.
    pub came: usize,
    /// How often two of them, drawn by lot, had chosen differently: 0 to 1.
    pub split: f64,
    /// Those that somebody chose, the most chosen first.
    pub lines: Vec<Line>,
}

/// A line of the officer.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub letter: char,
    pub text: String,
    /// To whom, by first name.
    pub whom: String,
    pub chosen: usize,
    /// None among fewer than five.
    pub drew: Option<Drew>,
}

/// What came of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Drew {
    /// Mean changes of the person it was said to, of 100.
    pub arousal: f64,
    pub trust: f64,
    /// Endings by id, most frequent first.
    pub endings: Vec<(String, usize)>,
    /// How much better those who said it did in all their other turns of this conversation than those who chose otherwise
    /// here, per dimension, in hundredths of what could be had there; none where either were fewer than five.
    pub elsewhere: [Option<Difference>; 4],
}

/// How much one mean lies above another, and the standard deviation of that.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    pub by: f64,
    pub sd: f64,
}

/// Outside of a 99 % band: so many lines are compared that a narrower one would take luck for a finding (our choice).
const SURE: f64 = 2.58;

impl Difference {
    /// Whether it is more than noise.
    pub fn is_real(self) -> bool {
        self.by.abs() > SURE * self.sd
    }

    /// By the spread within each of the two (Welch 1947).
    fn between(these: &[f64], others: &[f64]) -> Option<Self> {
        let (a, b) = (Part::of(these)?, Part::of(others)?);
        Some(Self { by: a.mean - b.mean, sd: (a.error + b.error).sqrt() })
    }
}

struct Part {
    mean: f64,
    /// Square of the mean's standard error.
    error: f64,
}

impl Part {
    fn of(values: &[f64]) -> Option<Self> {
        let count = values.len() as f64;
        if values.len() < FEWEST {
            return None;
        }
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
        Some(Self { mean, error: squares / (count - 1.0) / count })
    }
}

/// One attempt at one place.
struct Visit<'a> {
    attempt: &'a ClassAttempt,
    turn: &'a ClassTurn,
    /// Quality beyond chance in all other turns, -100 to 100.
    elsewhere: [Option<f64>; 4],
}

/// Weights of an attempt's turns, and quality beyond chance by its weight.
struct Sums([(f64, f64); 4]);

impl Sums {
    fn of(attempt: &ClassAttempt) -> Self {
        let mut sums = [(0.0, 0.0); 4];
        for turn in &attempt.turns {
            for (sum, term) in sums.iter_mut().zip(turn.terms) {
                let Some(term) = term else { continue };
                *sum = (sum.0 + term.w, sum.1 + term.w * (term.q - term.g));
            }
        }
        Self(sums)
    }

    /// All turns but this one.
    fn without(&self, turn: &ClassTurn) -> [Option<f64>; 4] {
        [0, 1, 2, 3].map(|d| {
            let (mut weight, mut gained) = self.0[d];
            if let Some(own) = turn.terms[d] {
                weight -= own.w;
                gained -= own.w * (own.q - own.g);
            }
            (weight > LEAST_WEIGHT).then(|| 100.0 * gained / weight)
        })
    }
}

/// What is left of nothing by rounding.
const LEAST_WEIGHT: f64 = 1e-6;

/// Every place that somebody came to, the most even split first.
pub fn scenes(counted: &[&ClassAttempt], scenario: &Scenario) -> Vec<Scene> {
    let mut visits: BTreeMap<usize, Vec<Visit>> = BTreeMap::new();
    for attempt in counted {
        let whole = Sums::of(attempt);
        for (i, turn) in attempt.turns.iter().enumerate() {
            if attempt.turns[..i].iter().all(|before| before.node != turn.node) {
                let elsewhere = whole.without(turn);
                visits.entry(turn.node).or_default().push(Visit { attempt, turn, elsewhere });
            }
        }
    }
    let numbers = Map::of(scenario).numbers();
    let talks = scenario.talks().filter_map(|(at, node)| Some((at, node, visits.get(&at.index())?)));
    let mut scenes: Vec<Scene> = talks
        .map(|(at, node, visits)| scene(scenario, (at, node), numbers.get(at.index()).copied().unwrap_or(0), visits))
        .collect();
    scenes.sort_by(|a, b| b.split.total_cmp(&a.split).then(a.number.cmp(&b.number)));
    scenes
}

fn scene(scenario: &Scenario, (at, node): (NodeIx, &Node), number: usize, visits: &[Visit]) -> Scene {
    let said = node.says.iter().flat_map(|say| say.lines()).last();
    let speaker = last_speaker(scenario, node);
    let lines = node.choices.iter().enumerate().map(|(i, choice)| line(scenario, choice, i, speaker, visits));
    let mut lines: Vec<Line> = lines.filter(|line| line.chosen > 0).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.chosen));
    let came = lines.iter().map(|line| line.chosen).sum::<usize>();
    let alike: f64 = lines.iter().map(|line| (line.chosen as f64 / came.max(1) as f64).powi(2)).sum();
    Scene {
        number,
        id: scenario.place_at(at).id.clone(),
        body: said.map(|line| line.body.clone()).unwrap_or_default(),
        text: said.map(|line| line.text.clone()).unwrap_or_default(),
        came,
        split: if came == 0 { 0.0 } else { 1.0 - alike },
        lines,
    }
}

fn line(scenario: &Scenario, choice: &Choice, ix: usize, speaker: Option<PersonIx>, visits: &[Visit]) -> Line {
    let (these, others): (Vec<&Visit>, Vec<&Visit>) = visits.iter().partition(|visit| visit.turn.choice == ix);
    let whom = choice.to_whom.or(speaker).map(|who| first_name(&scenario.cast(who).name).to_owned());
    Line {
        letter: letter(ix),
        text: your_line(choice),
        whom: whom.unwrap_or_default(),
        chosen: these.len(),
        drew: (these.len() >= FEWEST).then(|| drew(&these, &others)),
    }
}

fn drew(these: &[&Visit], others: &[&Visit]) -> Drew {
    let mean = |of: fn(&ClassTurn) -> f64| these.iter().map(|v| of(v.turn)).sum::<f64>() / these.len() as f64;
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    these.iter().for_each(|v| *ends.entry(&v.attempt.ending).or_default() += 1);
    let mut endings: Vec<(String, usize)> = ends.into_iter().map(|(id, n)| (id.to_owned(), n)).collect();
    endings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rest = |visits: &[&Visit], d: usize| visits.iter().filter_map(|v| v.elsewhere[d]).collect::<Vec<_>>();
    Drew {
        arousal: mean(|t| t.arousal.1 - t.arousal.0),
        trust: mean(|t| t.trust.1 - t.trust.0),
        endings,
        elsewhere: [0, 1, 2, 3].map(|d| Difference::between(&rest(these, d), &rest(others, d))),
    }
}
