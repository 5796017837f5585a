//! Simulated trainees: one way of choosing per file (scoring basis, 4.6).

mod alternate;
mod expert;
mod firmest;
mod first;
mod listener;
mod longest;
mod nicest;
mod random;
mod textbook;
mod worst;

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::model::Dimension;
use crate::scenario::{Choice, Cue};
use crate::session::Session;

/// Somebody who always chooses in the same way.
#[derive(Clone, Copy, Debug)]
pub struct Trainee {
    /// As the tables of `explore` call them.
    pub name: &'static str,
    /// What they do, in a few words.
    pub about: &'static str,
    /// Place in what is on offer. Nothing else of the session may change, and chance comes only from the generator.
    pub choose: fn(&Session, &mut ChaCha8Rng) -> usize,
    /// What they do with a cue question.
    pub answer: Answer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Right,
    Wrong,
    First,
    Random,
    Pass,
}

/// All of them, in the order of the scoring basis.
pub const TRAINEES: &[Trainee] = &[
    expert::EXPERT,
    textbook::TEXTBOOK,
    nicest::NICEST,
    firmest::FIRMEST,
    listener::LISTENER,
    longest::LONGEST,
    first::FIRST,
    random::RANDOM,
    alternate::ALTERNATE,
    worst::WORST,
];

impl Answer {
    /// The answer given, from 0; none where it is passed over.
    pub fn pick(self, cue: &Cue, rng: &mut ChaCha8Rng) -> Option<usize> {
        let that_is = |wanted: bool| cue.answers.iter().position(|(_, right)| *right == wanted);
        match self {
            Self::Right => that_is(true),
            Self::Wrong => that_is(false),
            Self::First => Some(0),
            Self::Random => usize::try_from(rng.next_u64() % cue.answers.len().max(1) as u64).ok(),
            Self::Pass => None,
        }
    }
}

/// The offer with the highest value. Of equals it is the one shown first, so that the order in the file decides nothing.
fn most(session: &Session, value: impl Fn(usize) -> f64) -> usize {
    let mut best: Option<(usize, f64)> = None;
    for i in session.open_turn().order.iter().copied() {
        let value = value(i);
        if best.is_none_or(|(_, most)| value > most) {
            best = Some((i, value));
        }
    }
    best.map_or(0, |(i, _)| i)
}

/// What a line is worth in a neutral moment: the techniques' own evidence, summed and kept within -2 to 2 a dimension.
fn by_the_book(session: &Session, offer: usize, dimensions: &[Dimension]) -> f64 {
    let Some(choice) = choice(session, offer) else { return 0.0 };
    let techniques = &session.model().techniques;
    let of = |d: &Dimension| choice.techniques.iter().map(|t| techniques.get(*t).evidence[*d]).sum::<f64>();
    dimensions.iter().map(|d| of(d).clamp(-2.0, 2.0)).sum()
}

fn choice(session: &Session, offer: usize) -> Option<&Choice> {
    let offered = session.open_turn().offered.get(offer)?;
    session.node()?.choices.get(offered.choice)
}
