//! What many plays come to, counted: whole numbers that add up to the same in any order and from any number of shares.

mod place;
pub mod spread;
mod stakes;
mod strength;
mod taker;

use serde::{Deserialize, Serialize};

pub use place::{OfChoice, OfPlace, Proof, Road};
pub use spread::{Extreme, Spread};
pub use stakes::{LONG, NEEDED, OfStakes};
pub use strength::{Held, Strength};
pub use taker::Taker;

use super::play::MOST_TURNS;
use super::trainee::Trainee;
use crate::scenario::Scenario;
use spread::{sum, sum_all};

/// Everything counted. Its size hangs on the scenario alone, not on how many plays stand in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub plays: u64,
    pub turns: u64,
    pub trainees: Vec<OfTrainee>,
    /// Over all trainees, in the order of the ratings.
    pub stakes: [OfStakes; 4],
    /// Nodes and endings, in file order.
    pub places: Vec<OfPlace>,
    pub strongest: Option<Held>,
    pub weakest: Option<Held>,
}

/// What one kind of trainee came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfTrainee {
    pub name: String,
    pub plays: u64,
    /// Plays that went in circles and were broken off.
    pub broken_off: u64,
    /// Plays in which talk had to stop for safety.
    pub stopped: u64,
    /// Plays that came to where somebody walks away.
    pub left: u64,
    /// Plays by their number of turns, from 0.
    pub lengths: Vec<u64>,
    /// Plays in which anything at all was at stake; the two sums below are over these.
    pub measured: u64,
    /// Of the mean of the ratings of each play, in thousandths of a point.
    pub means: u64,
    /// Of the least of the ratings of each play, likewise.
    pub leasts: u64,
    /// In the order of the dimensions: empathy, listening, boundaries, regard.
    pub ratings: [Spread; 4],
}

impl Tally {
    /// Nothing counted yet.
    pub fn empty(scenario: &Scenario, trainees: &[&'static Trainee]) -> Self {
        Self {
            plays: 0,
            turns: 0,
            trainees: trainees.iter().map(|t| OfTrainee::empty(t.name)).collect(),
            stakes: Default::default(),
            places: scenario.places().map(|(_, place)| OfPlace::empty(place, trainees.len())).collect(),
            strongest: None,
            weakest: None,
        }
    }

    /// Adds what was counted elsewhere in the same scenario with the same trainees.
    pub fn add(&mut self, other: &Self) {
        sum(&mut self.plays, other.plays);
        sum(&mut self.turns, other.turns);
        self.trainees.iter_mut().zip(&other.trainees).for_each(|(to, by)| to.add(by));
        self.stakes.iter_mut().zip(&other.stakes).for_each(|(to, by)| to.add(by));
        self.places.iter_mut().zip(&other.places).for_each(|(to, by)| to.add(by));
        self.strongest = Held::stronger(self.strongest, other.strongest);
        self.weakest = Held::weaker(self.weakest, other.weakest);
    }

    /// Whether the two count the same things, so that one may be added to the other.
    pub fn is_alike(&self, other: &Self) -> bool {
        let shape = |t: &Self| -> Vec<(String, usize, [usize; 4])> {
            let of = |t: &OfTrainee| (t.name.clone(), t.lengths.len(), t.ratings.each_ref().map(|r| r.histogram.len()));
            t.trainees.iter().map(of).collect()
        };
        shape(self) == shape(other)
            && self.places.len() == other.places.len()
            && self.places.iter().zip(&other.places).all(|(a, b)| a.is_alike(b))
    }
}

impl OfTrainee {
    fn empty(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            plays: 0,
            broken_off: 0,
            stopped: 0,
            left: 0,
            lengths: vec![0; MOST_TURNS + 1],
            measured: 0,
            means: 0,
            leasts: 0,
            ratings: Default::default(),
        }
    }

    fn add(&mut self, other: &Self) {
        let counts = |t: &Self| [t.plays, t.broken_off, t.stopped, t.left, t.measured, t.means, t.leasts];
        let mut all = counts(self);
        sum_all(&mut all, &counts(other));
        [self.plays, self.broken_off, self.stopped, self.left, self.measured, self.means, self.leasts] = all;
        sum_all(&mut self.lengths, &other.lengths);
        self.ratings.iter_mut().zip(&other.ratings).for_each(|(to, by)| to.add(by));
    }

    /// The mean over plays of the mean rating, in thousandths of a point.
    pub fn mean(&self) -> Option<u64> {
        spread::mean(self.means, self.measured)
    }

    /// The mean over plays of the least rating, in thousandths of a point.
    pub fn least(&self) -> Option<u64> {
        spread::mean(self.leasts, self.measured)
    }
}
