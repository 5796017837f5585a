//! Seeded chance: each part of a figure draws from a stream of its own, so that none disturbs another.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The same seed and stream give the same draws on every machine.
#[derive(Clone, Debug)]
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    pub fn new(seed: u64, stream: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(stream);
        Self(rng)
    }

    /// 0 up to but not quite 1.
    pub fn share(&mut self) -> f32 {
        (self.0.next_u32() >> 8) as f32 / (1 << 24) as f32
    }

    pub fn between(&mut self, (low, high): (f32, f32)) -> f32 {
        low + (high - low) * self.share()
    }

    /// Whether something happens that does so in this share of cases.
    pub fn happens(&mut self, share: f32) -> bool {
        self.share() < share
    }
}
