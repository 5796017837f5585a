//! One play written out: what was said, what the body did, what the officer answered.

use serde::{Deserialize, Serialize};

use super::tally::Held;
use super::tally::Strength;
use super::tally::spread::thousandths;
use crate::debrief::{Debrief, FEWEST_CHANCES, TurnTold, debrief};
use crate::scenario::Outcome;
use crate::session::{Session, arrival_of, replay};

/// A play in words, with the moves that make it again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Path {
    /// How it was found: by that play, or by a search.
    pub held: Held,
    /// Who played it; `None` where a search found it.
    pub trainee: Option<String>,
    pub seed: u64,
    /// How things stood when it began, where the scenario knows several ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrives: Option<String>,
    /// As `alongside replay` takes them.
    pub choices: Vec<usize>,
    pub cues: Vec<usize>,
    /// In the order of the dimensions.
    pub ratings: [Option<Reached>; 4],
    pub turns: Vec<Exchange>,
    /// `None` where it was broken off.
    pub ending: Option<End>,
}

/// A rating of one play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// The final score, in thousandths of a point.
    pub score: u64,
    /// Whether there were chances enough for it to be shown.
    pub is_rated: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exchange {
    pub happened: Vec<String>,
    pub said: Vec<Spoken>,
    /// The cue question, the answer given, and whether it was right.
    pub cue: Option<(String, String, bool)>,
    pub line: String,
    /// What the line showed on each dimension, in hundredths, -200 to 200.
    pub evidence: [i32; 4],
    /// What it did to the person, in a sentence.
    pub effect: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spoken {
    pub who: String,
    pub body: String,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct End {
    pub outcome: Outcome,
    pub text: String,
}

impl Path {
    /// Tells a play.
    pub fn of(session: &Session, play: Option<u64>, trainee: Option<&str>) -> Self {
        let Debrief { turns, ending, .. } = debrief(session);
        let ratings = replay::ratings(session);
        let reached = |r: &crate::rating::Rating| Reached {
            score: thousandths(r.final_score),
            is_rated: r.n_eff >= FEWEST_CHANCES,
        };
        let replay::Moves { choices, cues } = replay::moves(session);
        let strength = Strength::by_mean(&ratings).unwrap_or(Strength { rated: 0, score: 0 });
        Self {
            held: Held { strength, play },
            trainee: trainee.map(str::to_owned),
            seed: session.seed(),
            arrives: arrival_of(session).map(str::to_owned),
            choices,
            cues,
            ratings: ratings.map(|r| r.as_ref().map(reached)),
            turns: turns.into_iter().map(exchange).collect(),
            ending: ending.map(|(outcome, text)| End { outcome, text }),
        }
    }

    /// The command that makes the same play again.
    pub fn command(&self, scenario: &str) -> String {
        let list = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let mut command = format!("alongside replay {scenario} --seed {} --choices {}", self.seed, list(&self.choices));
        if let Some(arrives) = &self.arrives {
            command += &format!(" --arrives {arrives}");
        }
        if !self.cues.is_empty() {
            command += &format!(" --cues {}", list(&self.cues));
        }
        command
    }
}

fn exchange(turn: TurnTold) -> Exchange {
    Exchange {
        happened: turn.happened,
        said: turn.said.into_iter().map(|s| Spoken { who: s.who, body: s.body, text: s.text }).collect(),
        cue: turn.cue.map(|c| (c.question, c.answer, c.right)),
        line: turn.your_line,
        evidence: turn.evidence.0.map(|e| (e * 100.0).round() as i32),
        effect: turn.effect,
    }
}
