//! The floor.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, most};
use crate::session::Session;

pub(super) const WORST: Trainee =
    Trainee { name: "worst", about: "says the weakest line", choose, answer: Answer::Wrong };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    let evidence = session.evidence();
    most(session, |i| -evidence[i].composite())
}
