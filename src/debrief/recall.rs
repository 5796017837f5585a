//! The day after: one question on the turn that cost the most (scoring basis, 6.3). Nothing of it is rated.

use super::points::{self, Alternative, Kind};
use super::turns::{Said, said, your_line};
use crate::session::{Session, Turn};

/// How much less composite evidence than the strongest line one may have that counts as found (our choice).
const AS_GOOD: f64 = 0.1;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Place of the turn in the conversation, from 0.
    pub turn: usize,
    /// What they said and did just before.
    pub said: Vec<Said>,
    /// The lines that were on offer, in the order in which they were shown.
    pub lines: Vec<Line>,
    /// Which of them was said then.
    pub then: usize,
}

/// A line on offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub words: String,
    /// Something done, not said.
    pub deed: bool,
}

/// What comes of an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The line was the strongest on offer, or as good.
    pub found: bool,
    /// One sentence on the line.
    pub why: String,
    /// What would have come next.
    pub answer: Vec<Said>,
    /// The strongest line, where another one was picked.
    pub stronger: Option<Alternative>,
}

/// The question on a conversation; none where no turn cost anything, or where there was no stronger line.
pub fn question(session: &Session) -> Option<Question> {
    let points = points::find(session);
    let point = points.iter().find(|point| point.kind == Kind::Costliest && point.alternative.is_some())?;
    let turn = session.transcript().turns.get(point.turn)?;
    let scenario = session.scenario();
    let node = scenario.node(turn.node)?;
    let line = |offered: &usize| {
        let choice = node.choices.get(turn.offered.get(*offered)?.choice)?;
        Some(Line { words: your_line(choice), deed: choice.text.is_empty() })
    };
    Some(Question {
        turn: point.turn,
        said: said(scenario, &turn.said),
        lines: turn.order.iter().map(line).collect::<Option<_>>()?,
        then: turn.order.iter().position(|offered| *offered == turn.chosen)?,
    })
}

/// What comes of the line at this place among those shown; none where there is no such line.
pub fn answer(session: &Session, question: &Question, place: usize) -> Option<Told> {
    let turn = session.transcript().turns.get(question.turn)?;
    let offered = *turn.order.get(place)?;
    let strongest = points::strongest(turn);
    let found = serves(turn, offered)?;
    let kind = if found { Kind::Best } else { Kind::Costliest };
    Some(Told {
        found,
        why: points::why(session, turn, offered, kind),
        answer: points::alternative(session, question.turn, offered)?.answer,
        stronger: if found { None } else { points::alternative(session, question.turn, strongest) },
    })
}

/// Whether a line is the strongest on offer, or as good.
fn serves(turn: &Turn, offered: usize) -> Option<bool> {
    let composite = |offered: usize| Some(turn.offered.get(offered)?.evidence.composite());
    Some(composite(offered)? >= composite(points::strongest(turn))? - AS_GOOD)
}
