//! The chain of sealed assessments: each link covers its record and the link before, so that a record changed or taken away
//! later shows. It is a seal, not a lock: whoever can rewrite the whole file can make a new chain. Compare the last link with
//! the one printed on a report to know.

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::{Records, Stamp, Trouble};

/// One link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// From 1.
    pub number: i64,
    pub attempt: Uuid,
    pub sealed: Stamp,
    /// When the record was deleted for good, by whoever may.
    pub removed: Option<Stamp>,
    /// What a report prints of it: sixteen hexadecimal digits.
    pub mark: String,
}

pub(super) type Digest = [u8; 32];

/// Seals a finished attempt as the next link.
pub(super) fn seal(tx: &Transaction, attempt: i64, now: Stamp) -> Result<(), Trouble> {
    let before: Option<Digest> =
        tx.query_row("SELECT chain FROM seal ORDER BY number DESC LIMIT 1", [], |row| row.get(0)).optional()?;
    let record = record(tx, attempt)?;
    let chain = chained(before.unwrap_or_default(), record);
    let mut add = tx.prepare_cached(
        "INSERT INTO seal (attempt, record, chain, sealed) SELECT id, ?2, ?3, ?4 FROM attempt WHERE ix = ?1",
    )?;
    add.execute(params![attempt, record, chain, now.ms])?;
    Ok(())
}

pub(super) fn chained(before: Digest, record: Digest) -> Digest {
    *blake3::Hasher::new().update(&before).update(&record).finalize().as_bytes()
}

/// What a seal covers: everything about an attempt that was done or concluded, field by field in this order.
pub(super) fn record(db: &Connection, attempt: i64) -> Result<Digest, Trouble> {
    let mut hasher = blake3::Hasher::new();
    let mut covers = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    };
    covers("alongside seal 1");
    let mut find = db.prepare_cached(
        "SELECT hex(attempt.id), hex(trainee.id), scenario.id, scenario.hash, model.version, seed, mode, form.hash, again,
           began, ended, how, ending, conclusion
         FROM attempt JOIN trainee ON trainee.ix = attempt.trainee JOIN scenario ON scenario.ix = attempt.scenario
           JOIN model ON model.ix = attempt.model LEFT JOIN form ON form.ix = attempt.form WHERE attempt.ix = ?1",
    )?;
    cover_rows(&mut find, attempt, 14, &mut covers)?;
    let mut turns = db.prepare_cached(
        "SELECT number, node, choice, cue, shown, took, arousal_before, arousal_after, trust_before, trust_after, context,
           hex(terms) FROM turn WHERE attempt = ?1 ORDER BY number",
    )?;
    cover_rows(&mut turns, attempt, 12, &mut covers)?;
    Ok(*hasher.finalize().as_bytes())
}

fn cover_rows(
    find: &mut rusqlite::Statement,
    attempt: i64,
    columns: usize,
    covers: &mut impl FnMut(&str),
) -> Result<(), Trouble> {
    use rusqlite::types::ValueRef;
    let mut rows = find.query([attempt])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => covers("none"),
                ValueRef::Integer(number) => covers(&number.to_string()),
                ValueRef::Real(number) => covers(&number.to_string()),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => covers(&String::from_utf8_lossy(bytes)),
            }
        }
    }
    Ok(())
}

/// What a report prints of a link.
pub(super) fn mark(chain: Digest) -> String {
    blake3::Hash::from_bytes(chain).to_hex().as_str()[..16].to_owned()
}

impl Records {
    /// The chain, first link first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn seals(&self) -> Result<Vec<Link>, Trouble> {
        let sql = "SELECT number, attempt, sealed, removed, chain FROM seal ORDER BY number";
        let mut find = self.db.prepare_cached(sql)?;
        let rows = find.query_map([], |row| {
            let at = |ms: i64| Stamp { ms, zone: 0 };
            let chain: Digest = row.get(4)?;
            Ok(Link {
                number: row.get(0)?,
                attempt: Uuid::from_bytes(row.get(1)?),
                sealed: at(row.get(2)?),
                removed: row.get::<_, Option<i64>>(3)?.map(at),
                mark: mark(chain),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
