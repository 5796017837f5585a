//! What came of the tries of the first lesson: whether the first line that was said in each showed the skill.

use rusqlite::{Transaction, params};
use serde::{Deserialize, Serialize};

use super::{Records, Stamp, Trouble};

/// One try of the first lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonTry {
    /// The drill's id.
    pub drill: String,
    /// The first line that was said showed the skill.
    pub found: bool,
    /// Milliseconds since 1970, UTC.
    pub at: i64,
}

impl Records {
    /// A trainee's tries, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn lesson(&self, trainee: i64) -> Result<Vec<LessonTry>, Trouble> {
        let sql = "SELECT drill, found, at FROM lesson_try WHERE trainee = ?1 ORDER BY at, ix";
        let mut find = self.db.prepare_cached(sql)?;
        let rows =
            find.query_map([trainee], |row| Ok(LessonTry { drill: row.get(0)?, found: row.get(1)?, at: row.get(2)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes a try down.
    ///
    /// # Errors
    /// What the disk says.
    pub fn tried(&mut self, trainee: i64, drill: &str, found: bool, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        insert(&tx, trainee, &LessonTry { drill: drill.to_owned(), found, at: now.ms })?;
        tx.commit()?;
        Ok(())
    }
}

/// The tries of another machine: those that are not here yet.
pub(super) fn add(tx: &Transaction, trainee: i64, tries: &[LessonTry]) -> Result<(), Trouble> {
    for (i, one) in tries.iter().enumerate() {
        let same = tries[..=i].iter().filter(|other| *other == one).count();
        if known(tx, trainee, one)? < same {
            insert(tx, trainee, one)?;
        }
    }
    Ok(())
}

fn known(tx: &Transaction, trainee: i64, one: &LessonTry) -> Result<usize, Trouble> {
    let sql = "SELECT count(*) FROM lesson_try WHERE trainee = ?1 AND drill = ?2 AND found = ?3 AND at = ?4";
    let mut find = tx.prepare_cached(sql)?;
    let here: i64 = find.query_row(params![trainee, one.drill, one.found, one.at], |row| row.get(0))?;
    Ok(here.unsigned_abs() as usize)
}

fn insert(tx: &Transaction, trainee: i64, one: &LessonTry) -> Result<(), Trouble> {
    let mut add = tx.prepare_cached("INSERT INTO lesson_try (trainee, drill, found, at) VALUES (?1, ?2, ?3, ?4)")?;
    add.execute(params![trainee, one.drill, one.found, one.at])?;
    Ok(())
}
