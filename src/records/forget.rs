//! What is deleted, and when: by whoever it belongs to, or when its time is over. What is deleted is gone from the file.

use rusqlite::{Transaction, TransactionBehavior, params};

use super::{Records, Stamp, Trouble};

/// How long attempts are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Retention {
    /// Months after which an attempt goes; none keeps it for ever.
    pub months: Option<u32>,
    /// Nothing is deleted while it stands, whoever asks.
    pub legal_hold: bool,
}

const MONTHS: &str = "keep months";
const HOLD: &str = "legal hold";

/// A month, where a number of them becomes a date: the twelfth part of a year.
const DAYS_A_MONTH: f64 = 365.25 / 12.0;

impl Records {
    /// # Errors
    /// What the disk says.
    pub fn retention(&self) -> Result<Retention, Trouble> {
        let months = self.setting(MONTHS)?.and_then(|text| text.parse().ok());
        Ok(Retention { months, legal_hold: self.setting(HOLD)?.is_some() })
    }

    /// # Errors
    /// What the disk says.
    pub fn set_retention(&self, retention: Retention) -> Result<(), Trouble> {
        self.set(MONTHS, retention.months.map(|months| months.to_string()).as_deref())?;
        self.set(HOLD, retention.legal_hold.then_some("on"))
    }

    /// Deletes what is older than the setting allows; gives how many attempts went. A legal hold wins.
    ///
    /// # Errors
    /// What the disk says.
    pub fn retain(&mut self, now: Stamp) -> Result<usize, Trouble> {
        let Retention { months: Some(months), legal_hold: false } = self.retention()? else { return Ok(0) };
        let oldest = now.days_on(-(f64::from(months) * DAYS_A_MONTH) as i64);
        let old: Vec<i64> = {
            let mut find = self.db.prepare("SELECT ix FROM attempt WHERE began < ?1")?;
            find.query_map([oldest.ms], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        self.delete(&old, now)?;
        self.db.execute("DELETE FROM course WHERE changed < ?1", [oldest.ms])?;
        self.db.execute("DELETE FROM lesson_try WHERE at < ?1", [oldest.ms])?;
        self.db.execute("DELETE FROM hard_call WHERE at < ?1", [oldest.ms])?;
        Ok(old.len())
    }

    /// A finished or left practice that its trainee does not want to be kept. An assessment stays, and so does everything
    /// under a legal hold.
    ///
    /// # Errors
    /// What the disk says.
    pub fn forget_practice(&mut self, attempt: i64) -> Result<(), Trouble> {
        if self.retention()?.legal_hold {
            return Ok(());
        }
        let sql = "DELETE FROM attempt WHERE ix = ?1 AND mode != 2 AND how != 0";
        self.db.execute(sql, [attempt])?;
        Ok(())
    }

    /// Deletes a trainee with all that is theirs, for good.
    ///
    /// # Errors
    /// Under a legal hold, or what the disk says; nothing is deleted then.
    pub fn delete_trainee(&mut self, trainee: i64, now: Stamp) -> Result<usize, Trouble> {
        if self.retention()?.legal_hold {
            return Err(Trouble::Other("there is a legal hold on these records, so nothing is deleted".to_owned()));
        }
        let who = self.trainee(trainee)?;
        let theirs: Vec<i64> = {
            let mut find = self.db.prepare("SELECT ix FROM attempt WHERE trainee = ?1")?;
            find.query_map([trainee], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        delete_attempts(&tx, &theirs, now)?;
        tx.execute("DELETE FROM trainee WHERE ix = ?1", [trainee])?;
        tx.execute("DELETE FROM setting WHERE name LIKE '%' || ?1", [who.id.to_string()])?;
        tx.commit()?;
        self.wipe()?;
        Ok(theirs.len())
    }

    fn delete(&mut self, attempts: &[i64], now: Stamp) -> Result<(), Trouble> {
        if attempts.is_empty() {
            return Ok(());
        }
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        delete_attempts(&tx, attempts, now)?;
        tx.commit()?;
        self.wipe()
    }

    /// Nothing of what was deleted stays in the file or in the log beside it.
    fn wipe(&self) -> Result<(), Trouble> {
        self.db.execute_batch("VACUUM")?;
        let _: i64 = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        Ok(())
    }
}

/// The link of a sealed record stays in the chain, and says when its record was deleted.
fn delete_attempts(tx: &Transaction, attempts: &[i64], now: Stamp) -> Result<(), Trouble> {
    let mut mark = tx.prepare("UPDATE seal SET removed = ?2 WHERE attempt = (SELECT id FROM attempt WHERE ix = ?1)")?;
    let mut delete = tx.prepare("DELETE FROM attempt WHERE ix = ?1")?;
    for attempt in attempts {
        mark.execute(params![attempt, now.ms])?;
        delete.execute([attempt])?;
    }
    Ok(())
}
