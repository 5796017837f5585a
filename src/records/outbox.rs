//! Statements on their way to a store: put there with what they tell of, taken out once the store has them.
//!
//! Whoever sends holds what it sends for a while, so that two senders do not send the same, nor one attempt's statements out of
//! their order; what a dead sender held is free again when its time is over.

use rusqlite::{Connection, params};
use uuid::Uuid;

use super::news::Queued;
use super::{Records, Stamp, Trouble};

/// How long a sender holds what it took, in milliseconds; it must have an answer, or have asked for more time, before that.
pub const HOLD: i64 = 150_000;

/// One statement that a sender holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub ix: i64,
    pub id: Uuid,
    pub statement: String,
}

/// One statement that the store does not want.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub id: Uuid,
    /// The store's words.
    pub why: String,
}

pub(super) fn put(db: &Connection, queued: &Queued) -> Result<(), Trouble> {
    let mut add =
        db.prepare_cached("INSERT OR IGNORE INTO outbox (id, registration, statement) VALUES (?1, ?2, ?3)")?;
    add.execute(params![queued.id.into_bytes(), queued.registration.into_bytes(), queued.statement])?;
    Ok(())
}

impl Records {
    /// Takes the first `most` that nobody else holds, in their order, and holds them for `sender`.
    ///
    /// # Errors
    /// What the disk says.
    pub fn take(&mut self, sender: Uuid, most: usize, now: Stamp) -> Result<Vec<Waiting>, Trouble> {
        // a hold that ends later than one could be is left from a clock that was wrong
        let mut take = self.db.prepare_cached(
            "UPDATE outbox SET sender = ?1, until = ?2 + ?3 WHERE ix IN (
               SELECT ix FROM outbox AS own WHERE refused IS NULL AND NOT EXISTS (
                 SELECT 1 FROM outbox AS other WHERE other.registration = own.registration
                   AND other.until > ?2 AND other.until <= ?2 + ?3 AND other.sender != ?1)
               ORDER BY ix LIMIT ?4)
             RETURNING ix, id, statement",
        )?;
        let rows = take.query_map(params![sender.into_bytes(), now.ms, HOLD, most as i64], |row| {
            Ok(Waiting { ix: row.get(0)?, id: Uuid::from_bytes(row.get(1)?), statement: row.get(2)? })
        })?;
        let mut taken: Vec<Waiting> = rows.collect::<Result<_, _>>()?;
        taken.sort_by_key(|waiting| waiting.ix);
        Ok(taken)
    }

    /// Holds for longer what `sender` holds.
    ///
    /// # Errors
    /// What the disk says.
    pub fn hold(&self, sender: Uuid, now: Stamp) -> Result<(), Trouble> {
        let mut hold = self.db.prepare_cached("UPDATE outbox SET until = ?2 WHERE sender = ?1 AND refused IS NULL")?;
        hold.execute(params![sender.into_bytes(), now.ms.saturating_add(HOLD)])?;
        Ok(())
    }

    /// Gives back what `sender` holds and has not delivered.
    ///
    /// # Errors
    /// What the disk says.
    pub fn let_go(&self, sender: Uuid) -> Result<(), Trouble> {
        let mut free = self.db.prepare_cached("UPDATE outbox SET sender = NULL, until = 0 WHERE sender = ?1")?;
        free.execute([sender.into_bytes()])?;
        Ok(())
    }

    /// The store has these.
    ///
    /// # Errors
    /// What the disk says; they are sent again then, and the store sees that it has them.
    pub fn delivered(&mut self, delivered: &[Waiting]) -> Result<(), Trouble> {
        let tx = self.db.transaction()?;
        for one in delivered {
            tx.prepare_cached("DELETE FROM outbox WHERE ix = ?1 AND id = ?2")?
                .execute(params![one.ix, one.id.into_bytes()])?;
        }
        tx.commit()?;
        Ok(())
    }

    /// The store does not want this one: it is set aside with the store's words.
    ///
    /// # Errors
    /// What the disk says.
    pub fn refuse(&self, refused: &Waiting, why: &str) -> Result<(), Trouble> {
        let sql = "UPDATE outbox SET refused = ?3, sender = NULL, until = 0 WHERE ix = ?1 AND id = ?2";
        self.db.execute(sql, params![refused.ix, refused.id.into_bytes(), why])?;
        Ok(())
    }

    /// Lets what was set aside be sent again; gives how many that are.
    ///
    /// # Errors
    /// What the disk says.
    pub fn try_refused_again(&self) -> Result<usize, Trouble> {
        Ok(self.db.execute("UPDATE outbox SET refused = NULL WHERE refused IS NOT NULL", [])?)
    }

    /// How many statements wait to be sent, held ones among them.
    ///
    /// # Errors
    /// What the disk says.
    pub fn waiting(&self) -> Result<usize, Trouble> {
        let count: i64 =
            self.db.query_row("SELECT count(*) FROM outbox WHERE refused IS NULL", [], |row| row.get(0))?;
        Ok(count.unsigned_abs() as usize)
    }

    /// What was set aside, oldest first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn refused(&self) -> Result<Vec<Refused>, Trouble> {
        let mut find =
            self.db.prepare_cached("SELECT id, refused FROM outbox WHERE refused IS NOT NULL ORDER BY ix")?;
        let rows = find.query_map([], |row| Ok(Refused { id: Uuid::from_bytes(row.get(0)?), why: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
