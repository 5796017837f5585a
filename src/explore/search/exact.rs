//! Every path, one after the other, for as long as a budget lasts. Nothing is merged: two paths to the same node are two.

use std::sync::Arc;

use super::{Bound, Goal, Seen, is_done, keep, next};
use crate::explore::tally::Strength;
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::{Mode, Session, replay};

struct Walk {
    bounds: Vec<Bound>,
    steps: u64,
    most_steps: u64,
    seen: Seen,
}

/// None where it would take more turns than `most_steps`.
pub(super) fn walk(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    most_steps: u64,
) -> Option<(Vec<Bound>, u64, Seen)> {
    let choices = |n| scenario.node(n).map_or(0, |n| n.choices.len());
    let mut walk = Walk {
        bounds: Goal::ALL.iter().map(|of| Bound { of: *of, lowest: None, highest: None }).collect(),
        steps: 0,
        most_steps,
        seen: Seen {
            places: vec![false; scenario.nodes.len()],
            choices: scenario.places().map(|(at, _)| vec![false; choices(at)]).collect(),
        },
    };
    let start = Session::begin(Arc::clone(scenario), model, seed, Mode::Assessment);
    walk.on(&start).then_some((walk.bounds, walk.steps, walk.seen))
}

impl Walk {
    /// Goes on from here, as deep as a conversation is long; false once the budget is spent.
    fn on(&mut self, session: &Session) -> bool {
        let at = session.at().index();
        self.seen.places[at] = true;
        session.open_turn().offered.iter().for_each(|o| self.seen.choices[at][o.choice] = true);
        if is_done(session) {
            self.end(session);
            return true;
        }
        for next in next(session) {
            self.steps += 1;
            if self.steps > self.most_steps || !self.on(&next) {
                return false;
            }
        }
        true
    }

    fn end(&mut self, session: &Session) {
        let ratings = replay::ratings(session);
        for bound in &mut self.bounds {
            let Some(reached) = bound.of.reached(&ratings) else { continue };
            keep(&mut bound.lowest, reached, session, Strength::is_below);
            keep(&mut bound.highest, reached, session, Strength::is_above);
        }
    }
}
