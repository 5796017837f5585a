//! Playing from a list of moves, and what another program needs to check a play.

mod document;
pub mod proof;

use std::sync::Arc;

use super::{Command, Mode, Offered, Phase, Refusal, Session, Start, Turn};
use crate::model::Model;
use crate::rating::{Rating, WeighedTurn, cue_terms, rate_weighed};
use crate::scenario::{Choice, Node, Scenario};

pub use document::document;

/// What was chosen: lines by their place in the node's file order, from 1, and the answers to the cue questions in the
/// order they were asked, from 1, with 0 for one that was passed over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moves {
    pub choices: Vec<usize>,
    pub cues: Vec<usize>,
}

/// A move that could not be made.
#[derive(Clone, Debug, PartialEq)]
pub struct Stuck {
    /// From 1.
    pub turn: usize,
    pub refusal: Refusal,
    /// The numbers of the lines that were on offer there.
    pub offered: Vec<usize>,
}

impl std::fmt::Display for Stuck {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "turn {}: {}", self.turn, self.refusal)?;
        if let Refusal::NotOffered(_) = self.refusal {
            let numbers: Vec<String> = self.offered.iter().map(usize::to_string).collect();
            write!(f, "; on offer are {}", numbers.join(", "))?;
        }
        Ok(())
    }
}

impl std::error::Error for Stuck {}

/// Plays the moves from the start. Cue questions beyond the answers given are passed over; a list that ends early
/// leaves the session open.
///
/// # Errors
/// Where it got [`Stuck`]: a move is not on offer there, or the talk was over before.
pub fn play(
    scenario: Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    mode: Mode,
    moves: &Moves,
) -> Result<Session, Stuck> {
    let start = Arc::new(Start::written(&scenario));
    play_from(scenario, model, seed, mode, start, moves)
}

/// As [`play`], from another start.
///
/// # Errors
/// As [`play`].
pub fn play_from(
    scenario: Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    mode: Mode,
    start: Arc<Start>,
    moves: &Moves,
) -> Result<Session, Stuck> {
    let mut session = Session::begin_at(scenario, model, seed, mode, start);
    let mut cues = moves.cues.iter();
    for choice in &moves.choices {
        if session.phase() == Phase::Cue {
            make(&mut session, cue_command(cues.next()))?;
        }
        make(&mut session, Command::Say(choice.wrapping_sub(1)))?;
    }
    if session.phase() == Phase::Cue
        && let Some(answer) = cues.next()
    {
        make(&mut session, cue_command(Some(answer)))?;
    }
    Ok(session)
}

fn make(session: &mut Session, command: Command) -> Result<(), Stuck> {
    session.apply(command).map_err(|refusal| Stuck {
        turn: session.transcript().turns.len() + 1,
        refusal,
        offered: session.open_turn().offered.iter().map(|o| o.choice + 1).collect(),
    })
}

fn cue_command(answer: Option<&usize>) -> Command {
    match answer {
        None | Some(0) => Command::PassCue,
        Some(answer) => Command::Answer(answer - 1),
    }
}

/// The moves made so far: with the same scenario, model and seed, [`play`] gives the same session again.
pub fn moves(session: &Session) -> Moves {
    let turns = &session.transcript().turns;
    let asked = turns.iter().filter(|t| node_of(session, t).is_some_and(|n| n.cue.is_some()));
    Moves {
        choices: turns.iter().map(|t| t.chosen().choice + 1).collect(),
        cues: asked.map(|t| t.cue_answer.map_or(0, |a| a + 1)).collect(),
    }
}

/// The four ratings of the turns done so far.
pub fn ratings(session: &Session) -> [Option<Rating>; 4] {
    let model = session.model();
    let weighed = session.transcript().turns.iter().map(|turn| WeighedTurn {
        terms: turn.terms,
        cue: turn.cue_answer.and_then(|chosen| cue_terms(model, &answer_evidence(session, turn), chosen)),
        techniques: choice_of(session, turn, turn.chosen()).map_or(&[][..], |c| &c.techniques),
        hazard: turn.hazard,
        repaired: turn.repaired,
    });
    rate_weighed(model, &weighed.collect::<Vec<_>>())
}

fn answer_evidence(session: &Session, turn: &Turn) -> Vec<f64> {
    let cue = node_of(session, turn).and_then(|n| n.cue.as_ref());
    let constants = &session.model().constants;
    cue.map_or_else(Vec::new, |c| {
        c.answers.iter().map(|(_, right)| if *right { constants.cue_right } else { constants.cue_wrong }).collect()
    })
}

fn node_of<'s>(session: &'s Session, turn: &Turn) -> Option<&'s Node> {
    session.scenario().node(turn.node)
}

fn choice_of<'s>(session: &'s Session, turn: &Turn, offered: &Offered) -> Option<&'s Choice> {
    node_of(session, turn)?.choices.get(offered.choice)
}
