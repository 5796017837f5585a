//! Somebody who has noticed that the good line is the long one.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, choice, most};
use crate::session::Session;

pub(super) const LONGEST: Trainee =
    Trainee { name: "longest", about: "says the line with the most words", choose, answer: Answer::Pass };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    most(session, |i| choice(session, i).map_or(0.0, |c| f64::from(c.words)))
}
