//! Calls on shift that a trainee marked as hard: for nobody but themselves. They bring a refresher round early, stand in no
//! report, and are told to no store.

use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use super::{Past, Records, Stamp, Trouble};
use crate::growth;
use crate::model::Dimension;

/// One hard call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HardCall {
    /// Milliseconds since 1970, UTC.
    pub at: i64,
    /// What was hard about it; none where they could not say.
    pub dimension: Option<Dimension>,
}

impl HardCall {
    /// As growth reads it; none once the trainee has practiced what it was about, or where they could not say, anything.
    /// `zone` is that of the present, in minutes ahead of UTC.
    pub fn open(&self, past: &[Past], zone: i32) -> Option<growth::HardCall> {
        let about = |past: &Past| match self.dimension {
            None => !past.turns.is_empty(),
            Some(dimension) => past.turns.iter().any(|turn| turn.terms[dimension as usize].is_some()),
        };
        let practiced = past.iter().any(|past| past.began.ms >= self.at && about(past));
        let day = Stamp { ms: self.at, zone }.day();
        (!practiced).then_some(growth::HardCall { day, dimension: self.dimension })
    }
}

impl Records {
    /// What a trainee marked, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn hard_calls(&self, trainee: i64) -> Result<Vec<HardCall>, Trouble> {
        let mut find =
            self.db.prepare_cached("SELECT at, dimension FROM hard_call WHERE trainee = ?1 ORDER BY at, ix")?;
        let rows = find.query_map([trainee], |row| {
            let letter: Option<String> = row.get(1)?;
            let dimension = letter.and_then(|l| Dimension::ALL.into_iter().find(|d| d.letter() == l));
            Ok(HardCall { at: row.get(0)?, dimension })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Marks a call as hard.
    ///
    /// # Errors
    /// What the disk says.
    pub fn mark_hard_call(&mut self, trainee: i64, dimension: Option<Dimension>, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        insert(&tx, trainee, HardCall { at: now.ms, dimension })?;
        tx.commit()?;
        Ok(())
    }
}

/// Those of another machine: what is not here yet.
pub(super) fn add(tx: &Transaction, trainee: i64, calls: &[HardCall]) -> Result<(), Trouble> {
    for call in calls {
        let sql = "SELECT EXISTS (SELECT 1 FROM hard_call WHERE trainee = ?1 AND at = ?2)";
        let known: bool = tx.prepare_cached(sql)?.query_row([trainee, call.at], |row| row.get(0))?;
        if !known {
            insert(tx, trainee, *call)?;
        }
    }
    Ok(())
}

fn insert(tx: &Transaction, trainee: i64, call: HardCall) -> Result<(), Trouble> {
    let mut add = tx.prepare_cached("INSERT INTO hard_call (trainee, at, dimension) VALUES (?1, ?2, ?3)")?;
    add.execute(params![trainee, call.at, call.dimension.map(Dimension::letter)])?;
    Ok(())
}
