//! Reads the same evidence that the rating reads: what the best possible trainee would get.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, most};
use crate::session::Session;

pub(super) const EXPERT: Trainee = Trainee {
    name: "expert",
    about: "reads the person and the moment, and says the strongest line",
    choose,
    answer: Answer::Right,
};

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    let evidence = session.evidence();
    most(session, |i| evidence[i].composite())
}
