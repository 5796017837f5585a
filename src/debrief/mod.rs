//! What the trainee is told afterwards, drawn from the transcript alone: nothing here is decided on a screen.

pub mod effect;
pub mod points;
pub mod ratings;
pub mod recall;
pub mod turns;

pub use points::{Alternative, Kind, TurningPoint};
pub use ratings::{FEWEST_CHANCES, Rated, Standing, half_step_word};
pub use turns::{CueTold, RuleTold, Said, TechniqueTold, TurnTold};

use crate::model::{Dimension, State};
use crate::rating::counts::{CountedTurn, Counts, counts};
use crate::rating::voice::{Statement, their_side};
use crate::scenario::{Outcome, PersonIx};
use crate::session::{Mode, Session, replay};

/// Said wherever ratings stand.
pub const HONESTY: &str = "This is practice and feedback. It makes no clinical claim and predicts nothing about how you will do on the street.";
/// Said beside the four ratings.
pub const CHANCE: &str = "35 is what picking lines at random gets.";

/// A finished (or broken-off) conversation, told.
#[derive(Clone, Debug, PartialEq)]
pub struct Debrief {
    pub scenario: String,
    pub title: String,
    pub goal: String,
    pub seed: u64,
    pub mode: Mode,
    /// The person most turns were with.
    pub person: String,
    /// How it ended; `None` when it was broken off.
    pub ending: Option<(Outcome, String)>,
    /// In the order of [`Dimension::ALL`].
    pub ratings: [Rated; 4],
    pub their_side: Vec<Statement>,
    /// The person's state at the start and after each turn.
    pub course: Vec<State>,
    pub turns: Vec<TurnTold>,
    /// At most three: the best turn, the costliest, a missed chance.
    pub points: Vec<TurningPoint>,
    pub counts: Counts,
}

/// Tells the conversation so far.
pub fn debrief(session: &Session) -> Debrief {
    let scenario = session.scenario();
    let who = main_person(session);
    let ratings = replay::ratings(session);
    let counted = counted_turns(session);
    let counts = counts(session.model(), &counted);
    Debrief {
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        goal: scenario.goal.clone(),
        seed: session.seed(),
        mode: session.mode(),
        person: scenario.cast(who).name.clone(),
        ending: session.ending().map(|(e, _)| (e.outcome, e.text.clone())),
        ratings: Dimension::ALL.map(|d| Rated::tell(d, ratings[d as usize].as_ref())),
        their_side: their_side(session.model(), session.person(who), &counted, &counts),
        course: course(session, who),
        turns: turns::tell(session),
        points: points::find(session),
        counts,
    }
}

/// Whoever was spoken to most; the first in the file where that is even.
fn main_person(session: &Session) -> PersonIx {
    let people = session.scenario().people.len();
    let spoken = |i: usize| session.transcript().turns.iter().filter(|t| t.chosen().to_whom.index() == i).count();
    let most = (0..people).rev().max_by_key(|i| spoken(*i)).unwrap_or(0);
    PersonIx(most as u8)
}

fn counted_turns(session: &Session) -> Vec<CountedTurn<'_>> {
    let scenario = session.scenario();
    let counted = session.transcript().turns.iter().filter_map(|turn| {
        let chosen = turn.chosen();
        let choice = scenario.node(turn.node)?.choices.get(chosen.choice)?;
        Some(CountedTurn {
            techniques: &choice.techniques,
            evidence: chosen.evidence,
            arousal: turn.addressee().before.arousal,
            hazard: turn.hazard,
        })
    });
    counted.collect()
}

fn course(session: &Session, who: PersonIx) -> Vec<State> {
    let turns = &session.transcript().turns;
    let moments = || turns.iter().filter_map(|t| t.people.get(who.index()));
    let start = moments().next().map_or(session.start().people[who.index()].state, |first| first.before);
    std::iter::once(start).chain(moments().map(|m| m.after)).collect()
}
