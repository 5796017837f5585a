//! A class as it is looked at: who played one conversation, and what each of them chose.

use rusqlite::params;
use uuid::Uuid;

use super::attempt::{mode_of, terms_of};
use super::{Records, Stamp, Trouble};
use crate::rating::Terms;
use crate::session::Mode;

/// One finished attempt of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassAttempt {
    pub id: Uuid,
    /// The trainee, by the id that tells nobody's name.
    pub trainee: Uuid,
    /// Of the scenario as it stood.
    pub hash: String,
    pub mode: Mode,
    pub again: bool,
    pub began: Stamp,
    pub seed: u64,
    /// The id of the ending's node.
    pub ending: String,
    /// Final scores, 0 to 100, in the order of [`crate::model::Dimension::ALL`].
    pub finals: [Option<f64>; 4],
    pub turns: Vec<ClassTurn>,
}

/// One line that was said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClassTurn {
    /// Place of the node in the scenario.
    pub node: usize,
    /// Place of the line in its node, from 0.
    pub choice: usize,
    /// Place among the lines as they were shown, from 0.
    pub shown: usize,
    /// Milliseconds until it was chosen.
    pub took: Option<u32>,
    /// Before and after, 0 to 100, of the person it was said to.
    pub arousal: (f64, f64),
    pub trust: (f64, f64),
    /// What the turn counts for, in the order of [`crate::model::Dimension::ALL`]; none where nothing was at stake, or where
    /// it was not told.
    pub terms: [Option<Terms>; 4],
}

impl Records {
    /// The conversations that were finished here, with how many people did so, the most first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn classes(&self) -> Result<Vec<(String, usize)>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT scenario.id, count(DISTINCT trainee) FROM scenario JOIN attempt ON attempt.scenario = scenario.ix
             WHERE how = 1 GROUP BY scenario.id ORDER BY 2 DESC, 1",
        )?;
        let rows = find.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs() as usize)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All finished attempts of a conversation in a span of time, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn class(&self, scenario: &str, from: Stamp, to: Stamp) -> Result<Vec<ClassAttempt>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT attempt.ix, attempt.id, trainee.id, scenario.hash, mode, again, began, zone, seed, ending,
               empathy, listening, boundaries, regard
             FROM scenario JOIN attempt ON attempt.scenario = scenario.ix JOIN trainee ON trainee.ix = attempt.trainee
             WHERE scenario.id = ?1 AND began BETWEEN ?2 AND ?3 AND how = 1 ORDER BY began, attempt.ix",
        )?;
        let mut turns = self.db.prepare_cached(
            "SELECT node, choice, shown, took, arousal_before, arousal_after, trust_before, trust_after, terms
             FROM turn WHERE attempt = ?1 ORDER BY number",
        )?;
        let rows = find.query_map(params![scenario, from.ms, to.ms], |row| {
            let attempt = ClassAttempt {
                id: Uuid::from_bytes(row.get(1)?),
                trainee: Uuid::from_bytes(row.get(2)?),
                hash: row.get(3)?,
                mode: mode_of(row.get(4)?),
                again: row.get(5)?,
                began: Stamp { ms: row.get(6)?, zone: row.get(7)? },
                seed: row.get::<_, i64>(8)?.cast_unsigned(),
                ending: row.get::<_, Option<String>>(9)?.unwrap_or_default(),
                finals: [row.get(10)?, row.get(11)?, row.get(12)?, row.get(13)?],
                turns: Vec::new(),
            };
            Ok((row.get::<_, i64>(0)?, attempt))
        })?;
        let mut class = Vec::new();
        for row in rows {
            let (ix, mut attempt) = row?;
            let place = |number: i64| number.unsigned_abs() as usize;
            let said = turns.query_map([ix], |row| {
                let tenths = |column| Ok::<_, rusqlite::Error>(row.get::<_, i64>(column)? as f64 / 10.0);
                Ok(ClassTurn {
                    node: place(row.get(0)?),
                    choice: place(row.get(1)?),
                    shown: place(row.get(2)?),
                    took: row.get(3)?,
                    arousal: (tenths(4)?, tenths(5)?),
                    trust: (tenths(6)?, tenths(7)?),
                    terms: terms_of(row.get_ref(8)?.as_bytes()?),
                })
            })?;
            attempt.turns = said.collect::<Result<_, _>>()?;
            class.push(attempt);
        }
        Ok(class)
    }
}
