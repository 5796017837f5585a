//! Knows what each technique is worth in a neutral moment, and never looks up.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, by_the_book, most};
use crate::model::Dimension;
use crate::session::Session;

pub(super) const TEXTBOOK: Trainee = Trainee {
    name: "textbook",
    about: "says what is best by the book, whatever the moment",
    choose,
    answer: Answer::Right,
};

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    most(session, |i| by_the_book(session, i, &Dimension::ALL))
}
