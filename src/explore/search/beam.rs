//! The most promising paths, for each end of each bound anew. What it finds can be reached; more might be.

use std::cmp::Reverse;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{Bound, Found, Goal, is_done, keep, next};
use crate::explore::tally::Strength;
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::{Mode, Session, replay};

#[derive(Clone, Copy)]
enum End {
    Lowest,
    Highest,
}

/// Both ends of every bound, and the turns tried for them. What comes out does not hang on `jobs`.
pub(super) fn walk(
    scenario: &Arc<Scenario>,
    model: &'static Model,
    seed: u64,
    width: usize,
    jobs: usize,
) -> (Vec<Bound>, u64) {
    let start = Session::begin(Arc::clone(scenario), model, seed, Mode::Assessment);
    let tasks: Vec<(Goal, End)> = Goal::ALL.iter().flat_map(|g| [(*g, End::Lowest), (*g, End::Highest)]).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((i, (goal, end))) = {
            let i = next.fetch_add(1, Ordering::Relaxed);
            tasks.get(i).map(|t| (i, *t))
        } {
            done.push((i, follow(&start, goal, end, width)));
        }
        done
    };
    let mut found: Vec<(usize, (Option<Found>, u64))> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..jobs.min(tasks.len())).map(|_| scope.spawn(work)).collect();
        let mut all = work();
        for other in others {
            match other.join() {
                Ok(more) => all.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        all
    });
    found.sort_by_key(|(i, _)| *i);
    let steps = found.iter().map(|(_, (_, steps))| steps).sum();
    let mut ends = found.into_iter().map(|(_, (found, _))| found);
    let bound = |of: &Goal| Bound { of: *of, lowest: ends.next().flatten(), highest: ends.next().flatten() };
    (Goal::ALL.iter().map(bound).collect(), steps)
}

fn follow(start: &Session, goal: Goal, end: End, width: usize) -> (Option<Found>, u64) {
    let wins = match end {
        End::Lowest => Strength::is_below,
        End::Highest => Strength::is_above,
    };
    let (mut best, mut steps) = (None, 0);
    let mut beam = vec![start.clone()];
    while !beam.is_empty() {
        let mut ahead: Vec<(u64, Session)> = Vec::new();
        for session in beam.iter().flat_map(next) {
            steps += 1;
            let ratings = replay::ratings(&session);
            if !is_done(&session) {
                ahead.push((goal.promise(&ratings), session));
            } else if let Some(reached) = goal.reached(&ratings) {
                keep(&mut best, reached, &session, wins);
            }
        }
        // stable, so that of equals the path found first stays
        match end {
            End::Lowest => ahead.sort_by_key(|(promise, _)| *promise),
            End::Highest => ahead.sort_by_key(|(promise, _)| Reverse(*promise)),
        }
        ahead.truncate(width);
        beam = ahead.into_iter().map(|(_, session)| session).collect();
    }
    (best, steps)
}
