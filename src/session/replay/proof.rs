//! What a playthrough comes to, and where that is not what its author wrote down.

use std::sync::Arc;

use super::{Moves, play_from, ratings};
use crate::model::{Dimension, Model};
use crate::rating::Rating;
use crate::scenario::plays::Playthrough;
use crate::scenario::{NodeIx, Scenario};
use crate::session::{Mode, Session, Start};

/// How a playthrough went.
#[derive(Clone, Debug, PartialEq)]
pub struct Came {
    /// None where it ran out of choices before it was over.
    pub to: Option<NodeIx>,
    /// Lines said.
    pub turns: usize,
    /// In the order of [`Dimension::ALL`].
    pub ratings: [Option<Rating>; 4],
}

/// Plays it.
///
/// # Errors
/// A sentence that names the playthrough, when it cannot be played to its end.
pub fn came(scenario: &Arc<Scenario>, model: &'static Model, play: &Playthrough) -> Result<Came, String> {
    let session = played(scenario, model, play)?;
    Ok(Came {
        to: session.ending().map(|(_, at)| at),
        turns: session.transcript().turns.len(),
        ratings: ratings(&session),
    })
}

/// The conversation as it goes.
///
/// # Errors
/// A sentence that names the playthrough, when it cannot be played to its end.
pub fn played(scenario: &Arc<Scenario>, model: &'static Model, play: &Playthrough) -> Result<Session, String> {
    let start = start(scenario, play)?;
    let moves = Moves { choices: play.choices.clone(), cues: play.cues.clone() };
    play_from(Arc::clone(scenario), model, play.seed, Mode::Practice, Arc::new(start), &moves)
        .map_err(|stuck| format!("\"{}\" cannot be played: {stuck}", play.name))
}

fn start(scenario: &Scenario, play: &Playthrough) -> Result<Start, String> {
    let Some(id) = &play.arrives else { return Ok(Start::written(scenario)) };
    let number = scenario.arrivals.iter().position(|a| a.id == *id);
    number.map(|n| Start::arriving(scenario, n as u64)).ok_or_else(|| {
        let ids: Vec<&str> = scenario.arrivals.iter().map(|a| a.id.as_str()).collect();
        let known = if ids.is_empty() { "none".to_owned() } else { ids.join(", ") };
        format!("\"{}\" arrives as \"{id}\", which the scenario does not have; there are: {known}", play.name)
    })
}

/// Each thing that came out otherwise than was written down, in a sentence with what was expected and what was found.
pub fn differences(scenario: &Arc<Scenario>, model: &'static Model, play: &Playthrough) -> Vec<String> {
    let came = match came(scenario, model, play) {
        Ok(came) => came,
        Err(stuck) => return vec![stuck],
    };
    let ending = other_ending(scenario, play, &came);
    let scores = Dimension::ALL.into_iter().filter_map(|d| other_score(play, &came, d));
    ending.into_iter().chain(scores).collect()
}

fn other_ending(scenario: &Scenario, play: &Playthrough, came: &Came) -> Option<String> {
    let (name, wanted) = (&play.name, &play.ending);
    match came.to.map(|at| &scenario.place_at(at).id) {
        Some(found) if found == wanted => None,
        Some(found) => Some(format!("\"{name}\" should end in \"{wanted}\" and ends in \"{found}\"")),
        None => Some(format!("\"{name}\" should end in \"{wanted}\" and is not over after its {} choices", came.turns)),
    }
}

fn other_score(play: &Playthrough, came: &Came, dimension: Dimension) -> Option<String> {
    let (low, high) = play.ratings.of(dimension)?;
    let (name, called) = (&play.name, dimension.name().to_lowercase());
    match &came.ratings[dimension as usize] {
        Some(r) if (low..=high).contains(&r.final_score) => None,
        Some(r) => {
            let found = r.final_score;
            Some(format!("\"{name}\" should have {low} to {high} on {called} and has {found:.1}"))
        }
        None => Some(format!("\"{name}\" should have {low} to {high} on {called} and is not rated on it")),
    }
}
