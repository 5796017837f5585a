//! A case as one trainee goes through it: which visits are done, what the days were used for, what is next.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Case, Passport};
use crate::model::Model;
use crate::scenario::{Outcome, Scenario};
use crate::session::replay::{Moves, moves, play_from};
use crate::session::{Mode, Session};

/// How far somebody is in a case. Everything in it follows from what was done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Course {
    pub case: String,
    /// Visits that are over, in order.
    pub visits: Vec<Visited>,
    /// How everybody stands as the next visit begins, or after the last.
    pub passport: Passport,
    /// The days before the next visit have passed.
    pub days_passed: bool,
    /// What they were used for, by id.
    pub days: Vec<String>,
    /// What the trainee wrote to themselves.
    pub notes: String,
}

/// A visit that is over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visited {
    /// How everybody stood as it began, and as it ended.
    pub arrived: Passport,
    pub left: Passport,
    /// What the days before it were used for, by id.
    pub days: Vec<String>,
    pub ending: String,
    pub outcome: Outcome,
    pub seed: u64,
    pub mode: Mode,
    /// The lines said: node, and place among its choices from 0.
    pub said: Vec<(String, usize)>,
    /// The answers to cue questions, as `alongside replay` takes them.
    pub cues: Vec<usize>,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The days before this visit.
    Days(usize),
    Visit(usize),
    Over,
}

impl Visited {
    /// The visit once more, as it was; none where its scenario has been rewritten since.
    pub fn again(&self, scenario: &Arc<Scenario>, model: &'static Model) -> Option<Session> {
        let moves =
            Moves { choices: self.said.iter().map(|(_, choice)| choice + 1).collect(), cues: self.cues.clone() };
        play_from(Arc::clone(scenario), model, self.seed, self.mode, self.arrived.start(scenario), &moves).ok()
    }
}

impl Course {
    pub fn begin(case: &Case) -> Self {
        let first = case.visits.first();
        let passport = first.map(|visit| Passport::meeting(&visit.scenario, visit.day)).unwrap_or_default();
        Self { case: case.id.clone(), days_passed: true, passport, ..Self::default() }
    }

    pub fn stage(&self, case: &Case) -> Stage {
        let next = self.visits.len();
        if next >= case.visits.len() {
            Stage::Over
        } else if self.days_passed {
            Stage::Visit(next)
        } else {
            Stage::Days(next)
        }
    }

    /// Uses the days before the next visit; `chosen` are places in its ways.
    pub fn pass_days(&mut self, case: &Case, model: &Model, chosen: &[usize]) {
        if let Stage::Days(visit) = self.stage(case) {
            self.days = case.pass_days(model, visit, &mut self.passport, chosen);
            self.days_passed = true;
        }
    }

    /// Takes in the visit that was next, now that it is over.
    pub fn visited(&mut self, case: &Case, session: &Session) {
        let (Stage::Visit(visit), Some((ending, at))) = (self.stage(case), session.ending()) else { return };
        let arrived = self.passport.clone();
        self.passport.after(session, case.visits[visit].day);
        let scenario = session.scenario();
        let said = session.transcript().turns.iter();
        self.visits.push(Visited {
            arrived,
            left: self.passport.clone(),
            days: std::mem::take(&mut self.days),
            ending: scenario.place_at(at).id.clone(),
            outcome: ending.outcome,
            seed: session.seed(),
            mode: session.mode(),
            said: said.map(|t| (scenario.place_at(t.node).id.clone(), t.chosen().choice)).collect(),
            cues: moves(session).cues,
        });
        self.days_passed = self.visits.len() >= case.visits.len();
    }
}
