//! What picking blindly gets; the rating calls it 35.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee};
use crate::session::Session;

pub(super) const RANDOM: Trainee = Trainee { name: "random", about: "says anything", choose, answer: Answer::Random };

fn choose(session: &Session, rng: &mut ChaCha8Rng) -> usize {
    usize::try_from(rng.next_u64() % session.open_turn().offered.len().max(1) as u64).unwrap_or(0)
}
