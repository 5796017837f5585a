//! Somebody who wants to be done.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee};
use crate::session::Session;

pub(super) const FIRST: Trainee =
    Trainee { name: "first", about: "says whatever stands at the top", choose, answer: Answer::First };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    session.open_turn().order.first().copied().unwrap_or(0)
}
