//! How far a trainee is in a case, and how everybody stood as a visit of it began.

use rusqlite::{OptionalExtension, Transaction, params};

use super::{Records, Stamp, Trouble};
use crate::case::{Course, Passport};

/// A course that stands in the records.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptCourse {
    pub ix: i64,
    pub course: Course,
}

/// The visit that an attempt is, where it is one of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Arriving {
    /// Its id; none where an earlier program did not write it down.
    pub case: Option<String>,
    /// 0 where it is on none: a visit of another machine, or one that is played again.
    pub course: i64,
    pub passport: Passport,
    /// The course once the visit is over: written with the visit's conclusion, or not at all.
    pub afterwards: Option<Course>,
}

impl Records {
    /// The course of this case that was changed last; none where there is none, or where it cannot be read any more.
    ///
    /// # Errors
    /// What the disk says.
    pub fn course(&self, trainee: i64, case: &str) -> Result<Option<KeptCourse>, Trouble> {
        let sql = "SELECT ix, state FROM course WHERE trainee = ?1 AND of_case = ?2 ORDER BY ix DESC LIMIT 1";
        let mut find = self.db.prepare_cached(sql)?;
        let found: Option<(i64, String)> =
            find.query_row(params![trainee, case], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(found.and_then(|(ix, state)| Some(KeptCourse { ix, course: serde_json::from_str(&state).ok()? })))
    }

    /// Begins a course; one of the same case that was begun before stays behind it.
    ///
    /// # Errors
    /// What the disk says.
    pub fn begin_course(&mut self, trainee: i64, course: &Course, now: Stamp) -> Result<i64, Trouble> {
        let sql = "INSERT INTO course (trainee, of_case, state, changed) VALUES (?1, ?2, ?3, ?4)";
        let mut add = self.db.prepare_cached(sql)?;
        Ok(add.insert(params![trainee, course.case, text(course)?, now.ms])?)
    }

    /// Writes down how far a course is.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keep_course(&mut self, ix: i64, course: &Course, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        write(&tx, ix, course, now)?;
        tx.commit()?;
        Ok(())
    }

    /// The latest course of each case, by the case.
    pub(super) fn courses(&self, trainee: i64) -> Result<Vec<Course>, Trouble> {
        let sql = "SELECT state FROM course WHERE trainee = ?1
            AND ix IN (SELECT max(ix) FROM course WHERE trainee = ?1 GROUP BY of_case) ORDER BY of_case";
        let mut find = self.db.prepare_cached(sql)?;
        let rows = find.query_map([trainee], |row| row.get::<_, String>(0))?;
        let read = rows.map(|state| Ok(serde_json::from_str(&state?).ok()));
        read.filter_map(Result::transpose).collect()
    }

    /// How everybody stood as this attempt began; none where it is no visit of a case.
    pub(super) fn arriving(&self, attempt: i64) -> Result<Option<Arriving>, Trouble> {
        let mut find = self.db.prepare_cached("SELECT course, passport, of_case FROM arrival WHERE attempt = ?1")?;
        let found: Option<(Option<i64>, String, Option<String>)> =
            find.query_row([attempt], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        Ok(found.and_then(|(course, passport, case)| {
            let passport = serde_json::from_str(&passport).ok()?;
            Some(Arriving { case, course: course.unwrap_or(0), passport, afterwards: None })
        }))
    }
}

pub(super) fn write(tx: &Transaction, ix: i64, course: &Course, now: Stamp) -> Result<(), Trouble> {
    let mut set = tx.prepare_cached("UPDATE course SET state = ?2, changed = ?3 WHERE ix = ?1")?;
    set.execute(params![ix, text(course)?, now.ms])?;
    Ok(())
}

pub(super) fn arrive(tx: &Transaction, attempt: i64, arriving: &Arriving) -> Result<(), Trouble> {
    let passport = serde_json::to_string(&arriving.passport).map_err(|e| Trouble::Other(e.to_string()))?;
    let mut add =
        tx.prepare_cached("INSERT INTO arrival (attempt, course, passport, of_case) VALUES (?1, ?2, ?3, ?4)")?;
    let course = (arriving.course > 0).then_some(arriving.course);
    add.execute(params![attempt, course, passport, arriving.case])?;
    Ok(())
}

fn text(course: &Course) -> Result<String, Trouble> {
    serde_json::to_string(course).map_err(|e| Trouble::Other(e.to_string()))
}

/// A course of another machine: here where it is farther than the one of the same case that is here.
pub(super) fn add(tx: &Transaction, trainee: i64, course: &Course, now: Stamp) -> Result<(), Trouble> {
    let mut find =
        tx.prepare_cached("SELECT state FROM course WHERE trainee = ?1 AND of_case = ?2 ORDER BY ix DESC LIMIT 1")?;
    let here: Option<String> = find.query_row(params![trainee, course.case], |row| row.get(0)).optional()?;
    let here: Option<Course> = here.and_then(|state| serde_json::from_str(&state).ok());
    if here.is_none_or(|here| here.visits.len() < course.visits.len()) {
        let mut add =
            tx.prepare_cached("INSERT INTO course (trainee, of_case, state, changed) VALUES (?1, ?2, ?3, ?4)")?;
        add.execute(params![trainee, course.case, text(course)?, now.ms])?;
    }
    Ok(())
}
