//! The question of the day after: which conversation it is asked about, and how it was answered.

use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize};

use super::{Records, Stamp, Trouble};

/// Days after which a conversation is not asked about any more (our choice; the scoring basis, 6.3, has the next day).
const LATEST: i64 = 7;

const DAY: i64 = 86_400_000;

/// How the question on a conversation was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recalled {
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// The line that was picked served.
    pub found: bool,
}

impl Records {
    /// Practice that a trainee finished on an earlier day and was not asked about yet, the latest first; nothing where they
    /// were asked today.
    ///
    /// # Errors
    /// What the disk says.
    pub fn to_recall(&self, trainee: i64, now: Stamp) -> Result<Vec<i64>, Trouble> {
        let today = now.ms - (now.ms + i64::from(now.zone) * 60_000).rem_euclid(DAY);
        let asked = "SELECT EXISTS (SELECT 1 FROM recall JOIN attempt ON attempt.ix = recall.attempt
            WHERE trainee = ?1 AND at >= ?2)";
        if self.db.prepare_cached(asked)?.query_row([trainee, today], |row| row.get(0))? {
            return Ok(Vec::new());
        }
        let mut find = self.db.prepare_cached(
            "SELECT ix FROM attempt WHERE trainee = ?1 AND how = 1 AND mode != 2 AND ended >= ?2 AND ended < ?3
               AND NOT EXISTS (SELECT 1 FROM recall WHERE recall.attempt = attempt.ix)
             ORDER BY ended DESC, ix DESC LIMIT 10",
        )?;
        let rows = find.query_map([trainee, today - LATEST * DAY, today], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes down how the question on an attempt was answered; the first answer stands.
    ///
    /// # Errors
    /// What the disk says.
    pub fn recalled(&mut self, attempt: i64, found: bool, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        add(&tx, attempt, Recalled { at: now.ms, found })?;
        tx.commit()?;
        Ok(())
    }

    /// How the question on an attempt was answered, where it was.
    pub(super) fn recalled_of(&self, attempt: i64) -> Result<Option<Recalled>, Trouble> {
        let mut find = self.db.prepare_cached("SELECT at, found FROM recall WHERE attempt = ?1")?;
        Ok(find.query_row([attempt], |row| Ok(Recalled { at: row.get(0)?, found: row.get(1)? })).optional()?)
    }
}

pub(super) fn add(tx: &Transaction, attempt: i64, recalled: Recalled) -> Result<(), Trouble> {
    let mut add = tx.prepare_cached("INSERT OR IGNORE INTO recall (attempt, at, found) VALUES (?1, ?2, ?3)")?;
    add.execute(params![attempt, recalled.at, recalled.found])?;
    Ok(())
}
