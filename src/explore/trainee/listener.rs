//! Listening by the book, and nothing else.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, by_the_book, most};
use crate::model::Dimension;
use crate::session::Session;

pub(super) const LISTENER: Trainee =
    Trainee { name: "listener", about: "says whatever shows most listening", choose, answer: Answer::Right };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    most(session, |i| by_the_book(session, i, &[Dimension::Listening]))
}
