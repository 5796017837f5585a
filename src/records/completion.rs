//! What was brought to an end, by whom and when: the rows that an academy's own system takes.

use rusqlite::{Row, params};
use uuid::Uuid;

use super::attempt::mode_of;
use super::seal::mark;
use super::{Conclusion, Records, Stamp, Trouble};
use crate::session::Mode;

/// One finished attempt.
#[derive(Clone, Debug, PartialEq)]
pub struct Completion {
    pub trainee: Uuid,
    /// May be empty.
    pub name: String,
    /// What the academy knows them by; may be empty.
    pub officer: String,
    pub scenario: String,
    pub title: String,
    pub mode: Mode,
    pub began: Stamp,
    pub ended: Stamp,
    pub conclusion: Option<Conclusion>,
    /// Of the seal, for an assessment.
    pub mark: Option<String>,
}

fn read(row: &Row) -> rusqlite::Result<Completion> {
    let zone = row.get(7)?;
    let conclusion: Option<String> = row.get(9)?;
    Ok(Completion {
        trainee: Uuid::from_bytes(row.get(0)?),
        name: row.get(1)?,
        officer: row.get(2)?,
        scenario: row.get(3)?,
        title: row.get(4)?,
        mode: mode_of(row.get(5)?),
        began: Stamp { ms: row.get(6)?, zone },
        ended: Stamp { ms: row.get(8)?, zone },
        conclusion: conclusion.and_then(|text| serde_json::from_str(&text).ok()),
        mark: row.get::<_, Option<_>>(10)?.map(mark),
    })
}

impl Records {
    /// Everything that was finished in a span of time, by when it ended, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn completions(&self, from: Stamp, to: Stamp) -> Result<Vec<Completion>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT trainee.id, trainee.name, trainee.officer, scenario.id, scenario.title, mode, began, zone,
               coalesce(ended, began), conclusion, seal.chain
             FROM attempt JOIN trainee ON trainee.ix = attempt.trainee JOIN scenario ON scenario.ix = attempt.scenario
               LEFT JOIN seal ON seal.attempt = attempt.id
             WHERE how = 1 AND ended BETWEEN ?1 AND ?2 ORDER BY ended, attempt.ix",
        )?;
        let rows = find.query_map(params![from.ms, to.ms], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
