//! The three turns worth talking about, each with the strongest line that was on offer and what it would have drawn.

use super::turns::{Said, TechniqueTold, rules, said, techniques, your_line};
use crate::session::{Command, Phase, Session, Turn};

/// Why a turn stands out (scoring basis, 4.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Best,
    Costliest,
    Missed,
}

/// A turn that made a difference.
#[derive(Clone, Debug, PartialEq)]
pub struct TurningPoint {
    pub kind: Kind,
    /// Place in the debrief's turns, from 0.
    pub turn: usize,
    /// One sentence on the line that was said.
    pub why: String,
    /// The strongest line on offer; `None` where it was the one said.
    pub alternative: Option<Alternative>,
}

/// A line not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub your_line: String,
    pub techniques: Vec<TechniqueTold>,
    pub note: String,
    /// What came next in the same conversation, had it been said.
    pub answer: Vec<Said>,
}

pub(super) fn find(session: &Session) -> Vec<TurningPoint> {
    let turns = &session.transcript().turns;
    let gain = |t: &Turn| t.terms.iter().flatten().map(|x| x.w * (x.q - x.g)).sum::<f64>();
    let miss = |t: &Turn| t.terms.iter().flatten().map(|x| x.w * (1.0 - x.q)).sum::<f64>();
    let best = greatest(turns, |i, t| (i < turns.len()).then(|| gain(t)).filter(|g| *g > 0.0));
    let costliest = greatest(turns, |i, t| Some(-gain(t)).filter(|c| *c > 0.0 && Some(i) != best));
    let taken = [best, costliest];
    let missed = greatest(turns, |i, t| Some(miss(t)).filter(|m| *m > 0.0 && !taken.contains(&Some(i))));
    [(Kind::Best, best), (Kind::Costliest, costliest), (Kind::Missed, missed)]
        .into_iter()
        .filter_map(|(kind, turn)| Some((kind, turn?)))
        .map(|(kind, turn)| tell(session, kind, turn))
        .collect()
}

/// The turn with the greatest value; the earlier one where two are even.
fn greatest(turns: &[Turn], value: impl Fn(usize, &Turn) -> Option<f64>) -> Option<usize> {
    let mut best: Option<(usize, f64)> = None;
    for (i, turn) in turns.iter().enumerate() {
        if let Some(v) = value(i, turn)
            && best.is_none_or(|(_, b)| v > b)
        {
            best = Some((i, v));
        }
    }
    best.map(|(i, _)| i)
}

fn tell(session: &Session, kind: Kind, ix: usize) -> TurningPoint {
    let turn = &session.transcript().turns[ix];
    let strongest = strongest(turn);
    let alternative = (strongest != turn.chosen && kind != Kind::Best).then(|| alternative(session, ix, strongest));
    TurningPoint { kind, turn: ix, why: why(session, turn, turn.chosen, kind), alternative: alternative.flatten() }
}

/// The offered line with the greatest composite evidence; file order breaks ties.
pub(super) fn strongest(turn: &Turn) -> usize {
    let mut best = 0;
    for (i, offered) in turn.offered.iter().enumerate() {
        if offered.evidence.composite() > turn.offered[best].evidence.composite() {
            best = i;
        }
    }
    best
}

/// The author's note, else the first rule that fired, else what the technique is.
pub(super) fn why(session: &Session, turn: &Turn, offered: usize, kind: Kind) -> String {
    let node = session.scenario().node(turn.node);
    let Some((offered, choice)) =
        turn.offered.get(offered).and_then(|offered| Some((offered, node?.choices.get(offered.choice)?)))
    else {
        return String::new();
    };
    if !choice.note.is_empty() {
        return choice.note.clone();
    }
    let fired = rules(session, offered);
    if let (Some(rule), false) = (fired.first(), kind == Kind::Best) {
        return rule.why.clone();
    }
    let names: Vec<String> = techniques(session, choice).iter().map(|t| t.name.to_lowercase()).collect();
    match kind {
        Kind::Best => format!("The line that fitted here: {}.", names.join(", ")),
        Kind::Costliest | Kind::Missed => format!("It was {}; another line on offer did more here.", names.join(", ")),
    }
}

pub(super) fn alternative(session: &Session, ix: usize, offered: usize) -> Option<Alternative> {
    let turn = &session.transcript().turns[ix];
    let choice_ix = turn.offered.get(offered)?.choice;
    let choice = session.scenario().node(turn.node)?.choices.get(choice_ix)?;
    Some(Alternative {
        your_line: your_line(choice),
        techniques: techniques(session, choice),
        note: choice.note.clone(),
        answer: answer_to(session, ix, choice_ix).unwrap_or_default(),
    })
}

/// The same conversation up to this turn, with another line said; none where the turn or the line is not there.
pub fn otherwise(session: &Session, ix: usize, choice: usize) -> Option<Session> {
    let mut other = session.rewound(ix)?;
    if other.phase() == Phase::Cue {
        let command = session.transcript().turns[ix].cue_answer.map_or(Command::PassCue, Command::Answer);
        other.apply(command).ok()?;
    }
    other.apply(Command::Say(choice)).ok()?;
    Some(other)
}

/// What they would have answered.
fn answer_to(session: &Session, ix: usize, choice: usize) -> Option<Vec<Said>> {
    let other = otherwise(session, ix, choice)?;
    let scenario = other.scenario();
    Some(match other.ending() {
        Some((ending, _)) => vec![Said { who: String::new(), body: ending.text.clone(), text: String::new() }],
        None => said(scenario, &other.open_turn().said),
    })
}
