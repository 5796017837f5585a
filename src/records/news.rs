//! What is new about an attempt, for whoever tells others about it; what they make of it is queued in the same write.

use std::fmt;

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::attempt::{How, mode_of};
use super::{Records, Stamp, Trouble, outbox};
use crate::session::{Mode, Session};

/// An attempt by its names: what can be told of it without playing it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub id: Uuid,
    /// The trainee, by the id that tells nobody's name.
    pub trainee: Uuid,
    pub scenario: String,
    /// Of the scenario as it stood.
    pub hash: String,
    pub title: String,
    /// The model's version.
    pub model: String,
    pub seed: u64,
    pub mode: Mode,
    /// This trainee had been in the conversation before.
    pub again: bool,
    pub began: Stamp,
    /// The trainee keeps what they practice; nobody is told about practice that is not kept.
    pub keeps_practice: bool,
    /// The case that it is a visit of, by its id.
    pub case: Option<String>,
}

/// When a line was said, and after how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    pub at: Stamp,
    /// Milliseconds until it was chosen, where that was measured.
    pub took: Option<u32>,
}

/// What happened since the last telling.
#[derive(Clone, Debug)]
pub enum News<'a> {
    Kept {
        session: &'a Session,
        /// The first turn that is new, from 0; the attempt itself is new with the first telling.
        from: usize,
        /// Nothing was told of this attempt before.
        first: bool,
        /// One for each new turn.
        said: Vec<Said>,
        /// It has come to its ending.
        ended: Option<Stamp>,
    },
    /// It was left, not to be gone on with.
    Left { at: Stamp },
}

/// One statement to be queued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queued {
    pub id: Uuid,
    /// The attempt it is about.
    pub registration: Uuid,
    /// As it goes over the wire.
    pub statement: String,
}

/// Makes of news what is queued.
pub type Tell = dyn Fn(&Named, &News) -> Vec<Queued> + Send + Sync;

pub(super) struct Teller(Box<Tell>);

impl fmt::Debug for Teller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Teller")
    }
}

/// All that can be told of an attempt once it has been played again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    pub named: Named,
    pub said: Vec<Said>,
    /// When it came to its ending.
    pub ended: Option<Stamp>,
    /// When it was left.
    pub left: Option<Stamp>,
}

impl Records {
    /// From now on `tell` hears of every attempt that begins, and what it gives is queued with what is kept, or neither.
    pub fn tell(&mut self, tell: Box<Tell>) {
        self.teller = Some(Teller(tell));
    }

    /// What can be told of an attempt.
    ///
    /// # Errors
    /// What the disk says.
    pub fn telling(&self, attempt: i64) -> Result<Telling, Trouble> {
        let named = named(&self.db, attempt)?;
        let mut find = self.db.prepare_cached("SELECT how, ended FROM attempt WHERE ix = ?1")?;
        let (how, ended): (i64, Option<i64>) = find.query_row([attempt], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let at = |wanted: How| ended.filter(|_| how == wanted.number()).map(|ms| Stamp { ms, zone: 0 });
        Ok(Telling { said: self.said(attempt, named.began)?, named, ended: at(How::Done), left: at(How::Left) })
    }

    /// When its lines were said; where an earlier program did not write that down, as if nobody had waited between them.
    fn said(&self, attempt: i64, began: Stamp) -> Result<Vec<Said>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT said.at, took FROM turn LEFT JOIN said ON said.attempt = turn.attempt AND said.number = turn.number
             WHERE turn.attempt = ?1 ORDER BY turn.number",
        )?;
        let mut clock = began.ms;
        let rows = find.query_map([attempt], |row| {
            let (at, took): (Option<i64>, Option<u32>) = (row.get(0)?, row.get(1)?);
            clock = at.unwrap_or(clock.saturating_add(i64::from(took.unwrap_or(0))));
            Ok(Said { at: Stamp { ms: clock, zone: 0 }, took })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The places of all attempts, or of one trainee's, in the order in which they began.
    ///
    /// # Errors
    /// What the disk says.
    pub fn attempts(&self, trainee: Option<i64>) -> Result<Vec<i64>, Trouble> {
        let sql = "SELECT ix FROM attempt WHERE ?1 IS NULL OR trainee = ?1 ORDER BY began, ix";
        let mut find = self.db.prepare_cached(sql)?;
        let rows = find.query_map([trainee], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Lets the teller hear of it, where it may, and queues what comes of that.
pub(super) fn tell(db: &Connection, teller: &Teller, attempt: i64, news: &News) -> Result<(), Trouble> {
    let named = named(db, attempt)?;
    if named.mode != Mode::Assessment && !named.keeps_practice {
        return Ok(());
    }
    if matches!(news, News::Kept { first: true, .. }) {
        db.prepare_cached("INSERT OR IGNORE INTO told (attempt) VALUES (?1)")?.execute([attempt])?;
    }
    // whose beginning nobody was told of, of that nobody is told the middle
    let mut find = db.prepare_cached("SELECT EXISTS (SELECT 1 FROM told WHERE attempt = ?1)")?;
    if !find.query_row([attempt], |row| row.get::<_, bool>(0))? {
        return Ok(());
    }
    for queued in (teller.0)(&named, news) {
        outbox::put(db, &queued)?;
    }
    Ok(())
}

fn named(db: &Connection, attempt: i64) -> Result<Named, Trouble> {
    let mut find = db.prepare_cached(
        "SELECT attempt.id, trainee.id, scenario.id, scenario.hash, scenario.title, model.version, seed, mode, again, began,
           zone, keeps_practice, of_case
         FROM attempt JOIN trainee ON trainee.ix = attempt.trainee JOIN scenario ON scenario.ix = attempt.scenario
           JOIN model ON model.ix = attempt.model LEFT JOIN arrival ON arrival.attempt = attempt.ix
         WHERE attempt.ix = ?1",
    )?;
    let named = find.query_row(params![attempt], |row| {
        Ok(Named {
            id: Uuid::from_bytes(row.get(0)?),
            trainee: Uuid::from_bytes(row.get(1)?),
            scenario: row.get(2)?,
            hash: row.get(3)?,
            title: row.get(4)?,
            model: row.get(5)?,
            seed: row.get::<_, i64>(6)?.cast_unsigned(),
            mode: mode_of(row.get(7)?),
            again: row.get(8)?,
            began: Stamp { ms: row.get(9)?, zone: row.get(10)? },
            keeps_practice: row.get(11)?,
            case: row.get(12)?,
        })
    })?;
    Ok(named)
}
