//! Habits that move: techniques used for the first time, and the longest run of questions (scoring basis, 6.6).

use super::play::{Kind, Play};
use crate::model::technique::{Family, Technique};
use crate::model::{Model, TechniqueSet};

/// First plays before anything is said about the run of questions.
const PLAYS_FOR_A_TREND: usize = 3;
/// Questions by which the mean must differ (our choice).
const REAL: usize = 1;

/// A technique that was used for the first time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstUse {
    /// The usual name, as a trainee reads it.
    pub technique: String,
    /// Days since 1 January 1970.
    pub day: i64,
    /// Id of the scenario.
    pub scenario: String,
}

/// First uses, oldest first, within a play in the order of the model. Costly techniques are left out: this is no list of
/// slips. So are names that the model does not know.
pub(super) fn first_uses(model: &Model, plays: &[&Play]) -> Vec<FirstUse> {
    let mut used = TechniqueSet::default();
    let mut out = Vec::new();
    for play in plays {
        let here = |t: &Technique| play.techniques.iter().any(|name| *name == t.id || *name == t.name);
        for (ix, technique) in model.techniques.iter().filter(|(_, t)| t.family != Family::Costly && here(t)) {
            if !used.contains(ix) {
                used.insert(ix);
                let technique = technique.name.clone();
                out.push(FirstUse { technique, day: play.began_day, scenario: play.scenario.clone() });
            }
        }
    }
    out
}

/// Which way the longest run of questions goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunTrend {
    Falling,
    Rising,
    AboutTheSame,
    NotEnoughYet,
}

/// The longest run of questions without listening between, per finished first play, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionRuns {
    pub runs: Vec<usize>,
    pub trend: RunTrend,
}

/// Falling when the mean of the newest third is at least one question below that of the oldest third.
pub(super) fn question_runs(plays: &[&Play]) -> QuestionRuns {
    let first = plays.iter().filter(|play| play.complete && play.kind() == Kind::First);
    let runs: Vec<usize> = first.map(|play| play.questions_in_row).collect();
    QuestionRuns { trend: trend(&runs), runs }
}

fn trend(runs: &[usize]) -> RunTrend {
    if runs.len() < PLAYS_FOR_A_TREND {
        return RunTrend::NotEnoughYet;
    }
    let third = runs.len() / 3;
    let sum = |runs: &[usize]| runs.iter().sum::<usize>();
    // sums of as many plays each: one question a play apart
    match (sum(&runs[..third]), sum(&runs[runs.len() - third..])) {
        (early, late) if late + third * REAL <= early => RunTrend::Falling,
        (early, late) if late >= early + third * REAL => RunTrend::Rising,
        _ => RunTrend::AboutTheSame,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_technique_is_new_once_and_slips_are_not_listed() {
        let play = |day, names: &[&str]| Play {
            began_day: day,
            scenario: format!("s{day}"),
            techniques: names.iter().map(|n| (*n).to_owned()).collect(),
            ..Play::default()
        };
        let plays =
            [play(1, &["threat", "Summary", "open_question"]), play(2, &["Open question", "summary", "no such"])];
        let plays = [plays[0].clone(), plays[1].clone(), play(3, &["limit_choice"])];
        let found = first_uses(Model::shipped(), &plays.iter().collect::<Vec<_>>());
        let told: Vec<_> = found.iter().map(|f| (f.technique.as_str(), f.day, f.scenario.as_str())).collect();
        assert_eq!(told, [("Open question", 1, "s1"), ("Summary", 1, "s1"), ("Limit with a choice", 3, "s3")]);
    }

    #[test]
    fn a_run_falls_when_it_is_a_question_shorter() {
        assert_eq!(trend(&[5, 1]), RunTrend::NotEnoughYet);
        assert_eq!(trend(&[3, 9, 2]), RunTrend::Falling);
        assert_eq!(trend(&[3, 9, 3]), RunTrend::AboutTheSame);
        assert_eq!(trend(&[2, 1, 0, 0, 2, 2]), RunTrend::AboutTheSame);
        assert_eq!(trend(&[1, 1, 0, 0, 2, 2]), RunTrend::Rising);
    }
}
