//! Which plays are made: how many, by whom, from which seed, and which share of them here.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::search::Limits;
use super::trainee::Trainee;

/// A whole exploration, or one share of it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// In all, 1 to [`MOST_PLAYS`]; the trainees take turns.
    pub plays: u64,
    /// Of the first play; each play has the next.
    pub seed: u64,
    /// At least one.
    pub trainees: Vec<&'static Trainee>,
    pub shard: Shard,
    /// Of the search that comes with the first share.
    pub limits: Limits,
}

/// Sums of this many ratings still fit their counters.
pub const MOST_PLAYS: u64 = 1_000_000_000;

/// One of several equal shares, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shard {
    pub number: u64,
    pub of: u64,
}

impl Shard {
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// Reads `2/3`.
    ///
    /// # Errors
    /// A sentence that says how to write it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let numbers = text.split_once('/').and_then(|(i, n)| Some((i.trim().parse().ok()?, n.trim().parse().ok()?)));
        match numbers {
            Some((number, of)) if (1..=of).contains(&number) && of <= MOST_SHARDS => Ok(Self { number, of }),
            _ => Err(format!("\"{text}\" is no share; write 2/3 for the second of three (at most {MOST_SHARDS})")),
        }
    }
}

const MOST_SHARDS: u64 = 100_000;

impl Plan {
    /// The numbers of the plays made here, from 0.
    pub fn numbers(&self) -> Range<u64> {
        let up_to = |n: u64| (u128::from(self.plays) * u128::from(n) / u128::from(self.shard.of)) as u64;
        up_to(self.shard.number - 1)..up_to(self.shard.number)
    }

    /// Who plays this one, as a place in `trainees`.
    pub fn who(&self, play: u64) -> usize {
        (play % self.trainees.len() as u64) as usize
    }

    /// How often everybody has had a turn before; arrivals take turns by it.
    pub fn round_of(&self, play: u64) -> u64 {
        play / self.trainees.len() as u64
    }

    /// No two plays share a seed, so that no two share their variations.
    pub fn seed_of(&self, play: u64) -> u64 {
        self.seed.wrapping_add(play)
    }
}

#[cfg(test)]
mod tests {
    use super::{Limits, Plan, Shard};
    use crate::explore::TRAINEES;

    #[test]
    fn shares_leave_no_play_out_and_make_none_twice() {
        for (plays, of) in [(10, 3), (2, 5), (1_000_003, 7)] {
            let trainees = || TRAINEES.iter().collect();
            let limits = Limits::default();
            let share = |number| Plan { plays, seed: 1, trainees: trainees(), shard: Shard { number, of }, limits };
            let ends: Vec<u64> = (1..=of).flat_map(|n| [share(n).numbers().start, share(n).numbers().end]).collect();
            assert_eq!((ends[0], ends[ends.len() - 1]), (0, plays));
            assert!(ends[1..ends.len() - 1].chunks(2).all(|pair| pair[0] == pair[1]), "{ends:?}");
        }
    }

    #[test]
    fn a_share_is_written_as_two_numbers() {
        assert_eq!(Shard::parse("2/3"), Ok(Shard { number: 2, of: 3 }));
        for text in ["0/3", "4/3", "2", "a/b", "1/0", "1/99999999999"] {
            assert!(Shard::parse(text).is_err(), "{text}");
        }
    }
}
