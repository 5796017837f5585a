//! Empathy and regard by the book; no eye for limits.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, by_the_book, most};
use crate::model::Dimension;
use crate::session::Session;

pub(super) const NICEST: Trainee =
    Trainee { name: "nicest", about: "says whatever is warmest", choose, answer: Answer::Pass };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    most(session, |i| by_the_book(session, i, &[Dimension::Empathy, Dimension::Regard]))
}
