//! Attempts as they are looked back on: what was concluded, without playing them again.

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use uuid::Uuid;

use super::attempt::{context_of, mode_of, terms_of};
use super::{Conclusion, Records, Stamp, Trouble};
use crate::growth::{self, Context, LeaningLines, Play, ScoredTurn};
use crate::rating::Terms;
use crate::session::Mode;

/// An attempt that is over.
#[derive(Clone, Debug, PartialEq)]
pub struct Past {
    pub ix: i64,
    pub id: Uuid,
    pub scenario: String,
    pub title: String,
    pub seed: u64,
    pub mode: Mode,
    /// This trainee had been in the conversation before.
    pub again: bool,
    pub began: Stamp,
    /// It came to an ending, by this node's id; none where it was left.
    pub ending: Option<String>,
    pub conclusion: Option<Conclusion>,
    pub turns: Vec<PastTurn>,
}

/// One line that was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PastTurn {
    /// The moment it was said in.
    pub context: Context,
    pub terms: [Option<Terms>; 4],
    /// Milliseconds until it was chosen.
    pub took: Option<u32>,
}

const COLUMNS: &str =
    "attempt.ix, attempt.id, scenario.id, scenario.title, seed, mode, again, began, zone, ending, conclusion";

fn read(row: &Row) -> rusqlite::Result<Past> {
    let conclusion: Option<String> = row.get(10)?;
    Ok(Past {
        ix: row.get(0)?,
        id: Uuid::from_bytes(row.get(1)?),
        scenario: row.get(2)?,
        title: row.get(3)?,
        seed: row.get::<_, i64>(4)?.cast_unsigned(),
        mode: mode_of(row.get(5)?),
        again: row.get(6)?,
        began: Stamp { ms: row.get(7)?, zone: row.get(8)? },
        ending: row.get(9)?,
        // what a later program wrote differently is as good as not there
        conclusion: conclusion.and_then(|text| serde_json::from_str(&text).ok()),
        turns: Vec::new(),
    })
}

impl Past {
    /// As growth reads it.
    pub fn play(&self) -> Play {
        let concluded = self.conclusion.clone().unwrap_or_default();
        let leaning = LeaningLines { rigid: concluded.rigid, diffuse: concluded.diffuse };
        Play {
            scenario: self.scenario.clone(),
            began_day: self.began.day(),
            first: !self.again,
            complete: self.conclusion.is_some(),
            mode: match self.mode {
                Mode::Coached => growth::Mode::Coached,
                Mode::Practice => growth::Mode::Practice,
                Mode::Assessment => growth::Mode::Assessment,
            },
            aimed_at: None,
            ratings: concluded.ratings,
            turns: self.turns.iter().map(|t| ScoredTurn { context: t.context, terms: t.terms }).collect(),
            harm: concluded.harm,
            leaning: self.conclusion.is_some().then_some(leaning),
            techniques: concluded.techniques.into_keys().collect(),
            questions_in_row: concluded.longest_question_run,
        }
    }
}

impl Records {
    /// Whether a trainee has finished or left anything.
    ///
    /// # Errors
    /// What the disk says.
    pub fn has_past(&self, trainee: i64) -> Result<bool, Trouble> {
        let sql = "SELECT EXISTS (SELECT 1 FROM attempt WHERE trainee = ?1 AND how = 1)";
        Ok(self.db.prepare_cached(sql)?.query_row([trainee], |row| row.get(0))?)
    }

    /// When a trainee was last in each conversation, by its id, and whether it came to an end then.
    ///
    /// # Errors
    /// What the disk says.
    pub fn last_of(&self, trainee: i64) -> Result<BTreeMap<String, (Stamp, bool)>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT scenario.id, max(began), zone, how = 1 FROM attempt JOIN scenario ON scenario.ix = attempt.scenario
             WHERE trainee = ?1 AND EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.ix) GROUP BY scenario.id",
        )?;
        let rows = find.query_map([trainee], |row| {
            Ok((row.get(0)?, (Stamp { ms: row.get(1)?, zone: row.get(2)? }, row.get(3)?)))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All that a trainee has finished or left, oldest first, each with its turns.
    ///
    /// # Errors
    /// What the disk says.
    pub fn past(&self, trainee: i64) -> Result<Vec<Past>, Trouble> {
        let mut find = self.db.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM attempt JOIN scenario ON scenario.ix = attempt.scenario
             WHERE trainee = ?1 AND how != 0 ORDER BY began, attempt.ix"
        ))?;
        let mut past = find.query_map(params![trainee], read)?.collect::<Result<Vec<_>, _>>()?;
        let mut turns =
            self.db.prepare_cached("SELECT context, terms, took FROM turn WHERE attempt = ?1 ORDER BY number")?;
        for attempt in &mut past {
            let rows = turns.query_map([attempt.ix], |row| {
                let terms = terms_of(row.get_ref(1)?.as_bytes()?);
                Ok(PastTurn { context: context_of(row.get(0)?), terms, took: row.get(2)? })
            })?;
            attempt.turns = rows.collect::<Result<_, _>>()?;
        }
        Ok(past)
    }
}
