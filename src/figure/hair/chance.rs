//! What seems to fall at random in hair, and yet is the same in every frame.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::figure::rig::Rig;

/// For people whose file names no seed.
const PLAIN_SEED: u64 = 3;

/// Numbers that belong to one person: as long as every frame asks for them in the same order, no lock ever jumps.
pub struct Chance(ChaCha8Rng);

impl Chance {
    /// Each use of chance in a head of hair takes its own `stream`.
    pub fn of(rig: &Rig, stream: u64) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(rig.look.hair.seed.unwrap_or(PLAIN_SEED));
        rng.set_stream(stream);
        Self(rng)
    }

    /// From `from` to below `to`, evenly.
    pub fn within(&mut self, from: f64, to: f64) -> f64 {
        from + (to - from) * f64::from(self.0.next_u32()) / (f64::from(u32::MAX) + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::{Look, look};
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Posture};

    fn numbers(look: &Look, stream: u64) -> [f64; 3] {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        let (units, posture) = (ActionUnits::default(), Posture::default());
        let rig = Rig::new(look, &light, &units, &posture, Carriage::default());
        let mut chance = Chance::of(&rig, stream);
        std::array::from_fn(|_| chance.within(2.0, 3.0))
    }

    #[test]
    fn chance_is_the_same_every_time_and_another_for_another_person_or_use() {
        let dev = look("dev").expect("dev");
        let other = Look { hair: crate::cast::person::Hair { seed: Some(6), ..dev.hair.clone() }, ..dev.clone() };
        assert_eq!(numbers(dev, 1), numbers(dev, 1));
        assert_ne!(numbers(dev, 1), numbers(&other, 1));
        assert_ne!(numbers(dev, 1), numbers(dev, 2));
        assert!(numbers(dev, 1).iter().all(|v| (2.0..3.0).contains(v)));
    }
}
