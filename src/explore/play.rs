//! One simulated conversation, from the opening to an ending or to where it is broken off.

use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::trainee::Trainee;
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::{Command, Mode, Phase, Session, Start};

/// A conversation that goes in circles is broken off here.
pub const MOST_TURNS: usize = 60;

/// Plays once, from this start. The same scenario, model, trainee, seed and start give the same conversation.
pub fn play(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    trainee: &Trainee,
    seed: u64,
    start: Arc<Start>,
) -> Session {
    let mut session = Session::begin_at(Arc::clone(scenario), model, seed, Mode::Assessment, start);
    carry_on(&mut session, trainee);
    session
}

/// Plays once more in the room of a conversation before: exactly what [`play`] with this seed gives, without new memory.
pub fn play_again(session: &mut Session, trainee: &Trainee, seed: u64, start: &Arc<Start>) {
    session.restart(seed, start);
    carry_on(session, trainee);
}

fn carry_on(session: &mut Session, trainee: &Trainee) {
    // its own stream, so that what the trainee does by chance leaves the scenario's variations as they are
    let mut rng = ChaCha8Rng::seed_from_u64(session.seed());
    rng.set_stream(1);
    while session.transcript().turns.len() < MOST_TURNS {
        let command = match session.phase() {
            Phase::Ended(_) => break,
            Phase::Cue => {
                let cue = session.node().and_then(|n| n.cue.as_ref());
                cue.and_then(|c| trainee.answer.pick(c, &mut rng)).map_or(Command::PassCue, Command::Answer)
            }
            Phase::Choosing => {
                let offer = (trainee.choose)(session, &mut rng);
                let Some(offered) = session.open_turn().offered.get(offer) else { break };
                Command::Say(offered.choice)
            }
        };
        if session.apply(command).is_err() {
            break;
        }
    }
}
