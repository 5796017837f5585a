//! Going on at the very turn: an unfinished attempt, played again up to where it was left.

use std::fmt;
use std::sync::Arc;

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::attempt::{Attempt, Beginning, Keeper, mode_of};
use super::course::Arriving;
use super::{Records, Stamp, Trouble};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::session::{Command, Mode, Phase, Session, Start};

/// An attempt that can be gone on with.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    pub attempt: Attempt,
    pub trainee: i64,
    pub scenario: String,
    /// Of the scenario as it stood when it was played.
    pub hash: String,
    pub title: String,
    pub model: String,
    pub seed: u64,
    pub mode: Mode,
    pub form: Option<i64>,
    pub began: Stamp,
    pub steps: Vec<Step>,
    /// The visit of a case that it is.
    pub arriving: Option<Arriving>,
}

/// One turn as it was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub node: usize,
    /// The line's place in its node, from 0.
    pub choice: usize,
    /// The answer to a cue question, from 0, where one was given.
    pub cue: Option<usize>,
}

/// Why an attempt cannot be gone on with. It stays in the records.
#[derive(Debug, PartialEq)]
pub enum CannotResume {
    ScenarioChanged,
    ModelChanged,
    /// The record does not fit the scenario it names.
    DoesNotFit {
        turn: usize,
    },
}

impl fmt::Display for CannotResume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ScenarioChanged => write!(f, "this conversation has been rewritten since; begin it anew"),
            Self::ModelChanged => write!(f, "the program has learned since how people take things; begin anew"),
            Self::DoesNotFit { turn } => {
                write!(f, "turn {turn} of the record does not fit its conversation; begin it anew")
            }
        }
    }
}

impl std::error::Error for CannotResume {}

impl Records {
    /// What this trainee left open last and may go on with: something was said in it, or it is an assessment.
    ///
    /// # Errors
    /// What the disk says.
    pub fn unfinished(&self, trainee: i64) -> Result<Option<Unfinished>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT ix FROM attempt WHERE trainee = ?1 AND how = 0
               AND (mode = 2 OR EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.ix))
             ORDER BY ix DESC LIMIT 1",
        )?;
        let ix: Option<i64> = find.query_row([trainee], |row| row.get(0)).optional()?;
        ix.map(|ix| self.attempt(ix)).transpose()
    }

    /// One attempt as it can be played again.
    ///
    /// # Errors
    /// What the disk says.
    pub fn attempt(&self, ix: i64) -> Result<Unfinished, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT attempt.id, trainee, scenario.id, scenario.hash, scenario.title, model.version, seed, mode, form, began, zone
             FROM attempt JOIN scenario ON scenario.ix = attempt.scenario JOIN model ON model.ix = attempt.model
             WHERE attempt.ix = ?1",
        )?;
        let mut unfinished = find.query_row([ix], |row| {
            Ok(Unfinished {
                attempt: Attempt { ix, id: Uuid::from_bytes(row.get(0)?) },
                trainee: row.get(1)?,
                scenario: row.get(2)?,
                hash: row.get(3)?,
                title: row.get(4)?,
                model: row.get(5)?,
                seed: row.get::<_, i64>(6)?.cast_unsigned(),
                mode: mode_of(row.get(7)?),
                form: row.get(8)?,
                began: Stamp { ms: row.get(9)?, zone: row.get(10)? },
                steps: Vec::new(),
                arriving: None,
            })
        })?;
        unfinished.steps = self.steps(ix)?;
        unfinished.arriving = self.arriving(ix)?;
        Ok(unfinished)
    }

    fn steps(&self, attempt: i64) -> Result<Vec<Step>, Trouble> {
        let mut find =
            self.db.prepare_cached("SELECT node, choice, cue FROM turn WHERE attempt = ?1 ORDER BY number")?;
        let place = |number: i64| number.unsigned_abs() as usize;
        let rows = find.query_map([attempt], |row| {
            let cue: Option<i64> = row.get(2)?;
            let cue = cue.and_then(|answer| place(answer).checked_sub(1));
            Ok(Step { node: place(row.get(0)?), choice: place(row.get(1)?), cue })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Unfinished {
    /// Plays it again up to its last turn, with this version of the scenario.
    ///
    /// # Errors
    /// Where the scenario or the model is another by now.
    pub fn resume(&self, scenario: Arc<Scenario>, model: &'static Model) -> Result<(Session, Keeper), CannotResume> {
        if scenario.hash != self.hash {
            return Err(CannotResume::ScenarioChanged);
        }
        if model.version != self.model {
            return Err(CannotResume::ModelChanged);
        }
        let start = match &self.arriving {
            Some(arriving) => arriving.passport.start(&scenario),
            None => Arc::new(Start::written(&scenario)),
        };
        let mut session = Session::begin_at(scenario, model, self.seed, self.mode, start);
        for (ix, step) in self.steps.iter().enumerate() {
            again(&mut session, step).ok_or(CannotResume::DoesNotFit { turn: ix + 1 })?;
        }
        let beginning = Beginning { trainee: self.trainee, form: self.form, at: self.began };
        let over = session.ending().is_some();
        let keeper = Keeper {
            attempt: Some(self.attempt),
            kept: self.steps.len(),
            over,
            arriving: self.arriving.clone(),
            ..Keeper::new(beginning)
        };
        Ok((session, keeper))
    }
}

fn again(session: &mut Session, step: &Step) -> Option<()> {
    if session.at().index() != step.node {
        return None;
    }
    if session.phase() == Phase::Cue {
        session.apply(step.cue.map_or(Command::PassCue, Command::Answer)).ok()?;
    }
    session.apply(Command::Say(step.choice)).ok()
}
