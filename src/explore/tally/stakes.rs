//! How often a dimension was at stake in the longer plays.

use serde::{Deserialize, Serialize};

use super::spread::{Extreme, lower, sum};
use crate::session::Turn;

/// Of one dimension, over plays of at least [`LONG`] turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OfStakes {
    pub plays: u64,
    /// Plays in which it was at stake less often than [`NEEDED`].
    pub short: u64,
    /// The least number of turns at which it was at stake.
    pub fewest: Option<Extreme>,
}

/// From so many turns on a conversation is held to it (scoring basis, 4.6; our choice).
pub const LONG: usize = 8;
/// Turns at which each dimension should be at stake, in the order of the dimensions (likewise).
pub const NEEDED: [u64; 4] = [5, 5, 6, 5];

impl OfStakes {
    pub(super) fn take(all: &mut [Self; 4], play: u64, turns: &[Turn]) {
        if turns.len() < LONG {
            return;
        }
        for (d, of) in all.iter_mut().enumerate() {
            let value = turns.iter().filter(|t| t.terms[d].is_some()).count() as u64;
            of.plays += 1;
            of.short += u64::from(value < NEEDED[d]);
            of.fewest = lower(of.fewest, Some(Extreme { value, play }));
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        sum(&mut self.plays, other.plays);
        sum(&mut self.short, other.short);
        self.fewest = lower(self.fewest, other.fewest);
    }
}
