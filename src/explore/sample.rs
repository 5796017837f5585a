//! Many plays on all cores; what comes out hangs neither on how many cores there are nor on who was first.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::plan::Plan;
use super::play::play_again;
use super::tally::{Taker, Tally};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::{Mode, Session, Start};

/// Plays taken at a time: few enough that all cores end together, enough that they rarely meet.
const BLOCK: u64 = 128;

/// Makes the plays of a plan's share. `jobs` is the number of threads, at least one; `made` is told how many more plays are
/// done, from any thread.
pub fn sample(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    plan: &Plan,
    jobs: usize,
    made: &(dyn Fn(u64) + Sync),
) -> Tally {
    let numbers = plan.numbers();
    let next = AtomicU64::new(numbers.start);
    let blocks = || {
        let from = next.fetch_add(BLOCK, Ordering::Relaxed);
        (from < numbers.end).then(|| from..numbers.end.min(from + BLOCK))
    };
    let work = || {
        let mut worker = Worker::new(scenario, model, plan);
        while let Some(block) = blocks() {
            made(block.end - block.start);
            worker.play(block);
        }
        worker.taker.into_tally()
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..jobs).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            match other.join() {
                Ok(tally) => all.add(&tally),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    })
}

/// How a play may begin: each arrival of the scenario, or the one start it has.
pub(in crate::explore) fn starts(scenario: &Scenario) -> Vec<Arc<Start>> {
    (0..scenario.arrivals.len().max(1) as u64).map(|n| Arc::new(Start::arriving(scenario, n))).collect()
}

struct Worker<'p> {
    plan: &'p Plan,
    /// One conversation's room, used again for each.
    session: Session,
    /// One for each arrival, or the one there is.
    starts: Vec<Arc<Start>>,
    taker: Taker,
}

impl<'p> Worker<'p> {
    fn new(scenario: &Arc<Scenario>, model: &'static Model, plan: &'p Plan) -> Self {
        let session = Session::begin(Arc::clone(scenario), model, plan.seed, Mode::Assessment);
        let starts = starts(scenario);
        Self { plan, session, starts, taker: Taker::new(Tally::empty(scenario, &plan.trainees)) }
    }

    fn play(&mut self, numbers: Range<u64>) {
        for play in numbers {
            let who = self.plan.who(play);
            let start = &self.starts[(self.plan.round_of(play) % self.starts.len() as u64) as usize];
            play_again(&mut self.session, self.plan.trainees[who], self.plan.seed_of(play), start);
            self.taker.take(play, who, &self.session);
        }
    }
}
