//! Boundaries by the book, and nothing else.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, by_the_book, most};
use crate::model::Dimension;
use crate::session::Session;

pub(super) const FIRMEST: Trainee =
    Trainee { name: "firmest", about: "says whatever holds the line best", choose, answer: Answer::Pass };

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    most(session, |i| by_the_book(session, i, &[Dimension::Boundaries]))
}
