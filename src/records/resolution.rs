//! The one sentence that a trainee takes along from a conversation to the next shift.

use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::trainee::on_one_line;
use super::{Records, Stamp, Trouble};

/// The longest sentence, in characters.
const MOST: usize = 200;

/// What somebody means to do on shift, in their own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    pub sentence: String,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

impl Records {
    /// Writes the sentence down in place of an earlier one; an empty one takes it away.
    ///
    /// # Errors
    /// What the disk says.
    pub fn resolve(&mut self, attempt: i64, sentence: &str, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        tx.execute("DELETE FROM resolution WHERE attempt = ?1", [attempt])?;
        add(&tx, attempt, &Resolution { sentence: sentence.to_owned(), at: now.ms })?;
        tx.commit()?;
        Ok(())
    }

    /// What a trainee wrote last.
    ///
    /// # Errors
    /// What the disk says.
    pub fn resolution(&self, trainee: i64) -> Result<Option<Resolution>, Trouble> {
        let sql = "SELECT sentence, at FROM resolution JOIN attempt ON attempt.ix = resolution.attempt
            WHERE trainee = ?1 ORDER BY at DESC, attempt.ix DESC LIMIT 1";
        self.resolution_by(sql, trainee)
    }

    pub(super) fn resolution_of(&self, attempt: i64) -> Result<Option<Resolution>, Trouble> {
        self.resolution_by("SELECT sentence, at FROM resolution WHERE attempt = ?1", attempt)
    }

    fn resolution_by(&self, sql: &str, ix: i64) -> Result<Option<Resolution>, Trouble> {
        let mut find = self.db.prepare_cached(sql)?;
        Ok(find.query_row([ix], |row| Ok(Resolution { sentence: row.get(0)?, at: row.get(1)? })).optional()?)
    }
}

pub(super) fn add(tx: &Transaction, attempt: i64, resolution: &Resolution) -> Result<(), Trouble> {
    let sentence = on_one_line(&resolution.sentence, MOST);
    if !sentence.is_empty() {
        let mut add = tx.prepare_cached("INSERT INTO resolution (attempt, sentence, at) VALUES (?1, ?2, ?3)")?;
        add.execute(params![attempt, sentence, resolution.at])?;
    }
    Ok(())
}
