//! Somebody who tries the scoring rather than the conversation.

use rand_chacha::ChaCha8Rng;

use super::{Answer, Trainee, most};
use crate::session::Session;

pub(super) const ALTERNATE: Trainee = Trainee {
    name: "alternate",
    about: "says the strongest and the weakest line in turn",
    choose,
    answer: Answer::Pass,
};

fn choose(session: &Session, _rng: &mut ChaCha8Rng) -> usize {
    let sign = if session.transcript().turns.len().is_multiple_of(2) { 1.0 } else { -1.0 };
    let evidence = session.evidence();
    most(session, |i| sign * evidence[i].composite())
}
