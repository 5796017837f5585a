//! A small sample of plays by every simulated trainee: enough to see what people will meet in a scenario.

use std::sync::Arc;

use super::play;
use super::sample::starts;
use super::trainee::{TRAINEES, Trainee};
use crate::model::Model;
use crate::rating::Rating;
use crate::scenario::{NodeIx, Scenario};
use crate::session::{Start, Turn, replay};

/// Everything the simulated trainees met.
#[derive(Debug)]
pub struct Survey {
    /// Seed by seed, each by every trainee in the order of [`TRAINEES`].
    pub plays: Vec<Played>,
}

/// One play.
#[derive(Debug)]
pub struct Played {
    pub trainee: &'static Trainee,
    pub seed: u64,
    pub start: Arc<Start>,
    pub turns: Vec<Turn>,
    /// None where it was broken off.
    pub ending: Option<NodeIx>,
    pub ratings: [Option<Rating>; 4],
}

/// So many conversations of each trainee, with the seeds from 1.
const PLAYS: u64 = 24;
/// All of them together stop here: a file of ten thousand nodes is surveyed in a fraction of a second too.
const MOST_TURNS: usize = 12_000;

/// Plays a scenario with every simulated trainee, seed by seed.
pub fn survey(scenario: &Arc<Scenario>, model: &'static Model) -> Survey {
    let mut plays = Vec::new();
    let mut turns = 0;
    let starts = starts(scenario);
    for seed in 1..=PLAYS {
        let start = &starts[(seed - 1) as usize % starts.len()];
        for trainee in TRAINEES {
            if turns < MOST_TURNS {
                let played = once(scenario, model, trainee, seed, start);
                turns += played.turns.len();
                plays.push(played);
            }
        }
    }
    Survey { plays }
}

fn once(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    trainee: &'static Trainee,
    seed: u64,
    start: &Arc<Start>,
) -> Played {
    let session = play(scenario, model, trainee, seed, Arc::clone(start));
    Played {
        trainee,
        seed,
        start: Arc::clone(start),
        turns: session.transcript().turns.clone(),
        ending: session.ending().map(|(_, at)| at),
        ratings: replay::ratings(&session),
    }
}

impl Survey {
    /// Every turn met, play after play.
    pub fn turns(&self) -> impl Iterator<Item = &Turn> {
        self.plays.iter().flat_map(|p| &p.turns)
    }

    /// The plays of one trainee.
    pub fn of(&self, name: &str) -> impl Iterator<Item = &Played> {
        self.plays.iter().filter(move |p| p.trainee.name == name)
    }
}

impl Played {
    /// The mean and the least of the four final scores, 0 to 100; none where nothing was at stake.
    pub fn mean_and_least(&self) -> Option<(f64, f64)> {
        let scores: Vec<f64> = self.ratings.iter().flatten().map(|r| r.final_score).collect();
        let least = scores.iter().copied().reduce(f64::min)?;
        Some((scores.iter().sum::<f64>() / scores.len() as f64, least))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::survey;
    use crate::model::Model;
    use crate::scenario::library;

    #[test]
    fn the_expert_does_better_than_chance_and_the_worst_does_worse() {
        let scenario = Arc::new(library::load("the-olive-door", None).expect("it ships"));
        let survey = survey(&scenario, Model::shipped());
        let mean = |name: &str| {
            let all: Vec<f64> = survey.of(name).filter_map(|p| Some(p.mean_and_least()?.0)).collect();
            all.iter().sum::<f64>() / all.len() as f64
        };
        assert!(mean("expert") > 80.0 && mean("random") < 50.0 && mean("worst") < 15.0);
    }
}
