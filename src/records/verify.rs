//! Whether the records are whole, and the sealed ones as they were sealed.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use super::seal::{Digest, chained, record};
use super::{Records, Trouble};

/// What a look through the whole file found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub attempts: usize,
    pub turns: usize,
    /// Links of the chain of seals.
    pub seals: usize,
    /// Sealed records that were deleted by whoever may, and still have their link.
    pub removed: usize,
    pub faults: Vec<Fault>,
}

/// Something that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// What the database says of its own pages.
    Page(String),
    /// A sealed record is not what it was.
    Changed { seal: i64, attempt: Uuid },
    /// A sealed record is gone, and nobody deleted it.
    Missing { seal: i64, attempt: Uuid },
    /// A link does not follow from the one before.
    Chain { seal: i64 },
    /// A finished assessment has no seal.
    Unsealed { attempt: Uuid },
    /// Turns of an attempt are not numbered without a gap.
    Gap { attempt: Uuid },
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Page(words) => write!(f, "the file is damaged: {words}"),
            Self::Changed { seal, attempt } => {
                write!(f, "seal {seal}: attempt {attempt} was changed after it was sealed")
            }
            Self::Missing { seal, attempt } => write!(f, "seal {seal}: attempt {attempt} is missing"),
            Self::Chain { seal } => write!(f, "seal {seal} does not follow from the one before it"),
            Self::Unsealed { attempt } => write!(f, "assessment {attempt} has no seal"),
            Self::Gap { attempt } => write!(f, "attempt {attempt} lacks a turn"),
        }
    }
}

impl Records {
    /// Reads all of it. Takes seconds for a hundred thousand attempts.
    ///
    /// # Errors
    /// Where it cannot even be read.
    pub fn verify(&self) -> Result<Verified, Trouble> {
        let count = |what: &str| -> Result<usize, Trouble> {
            let sql = format!("SELECT count(*) FROM {what}");
            Ok(self.db.query_row(&sql, [], |row| row.get::<_, i64>(0))?.unsigned_abs() as usize)
        };
        let mut faults = self.pages()?;
        faults.extend(self.chain()?);
        let unsealed = "SELECT id FROM attempt WHERE mode = 2 AND how = 1 AND id NOT IN (SELECT attempt FROM seal)";
        faults.extend(self.ids(unsealed)?.into_iter().map(|attempt| Fault::Unsealed { attempt }));
        let gaps = "SELECT id FROM attempt WHERE ix IN
            (SELECT attempt FROM turn GROUP BY attempt HAVING count(*) != max(number) + 1)";
        faults.extend(self.ids(gaps)?.into_iter().map(|attempt| Fault::Gap { attempt }));
        Ok(Verified {
            attempts: count("attempt")?,
            turns: count("turn")?,
            seals: count("seal")?,
            removed: count("seal WHERE removed IS NOT NULL")?,
            faults,
        })
    }

    fn pages(&self) -> Result<Vec<Fault>, Trouble> {
        let mut check = self.db.prepare("PRAGMA integrity_check(20)")?;
        let found = check.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(found.into_iter().filter(|words| words != "ok").map(Fault::Page).collect())
    }

    fn ids(&self, sql: &str) -> Result<Vec<Uuid>, Trouble> {
        let mut find = self.db.prepare(sql)?;
        let ids = find.query_map([], |row| Ok(Uuid::from_bytes(row.get(0)?)))?;
        Ok(ids.collect::<Result<_, _>>()?)
    }

    fn chain(&self) -> Result<Vec<Fault>, Trouble> {
        let mut faults = Vec::new();
        let mut links = self.db.prepare("SELECT number, attempt, record, chain, removed FROM seal ORDER BY number")?;
        let mut rows = links.query([])?;
        let (mut before, mut expected) = (Digest::default(), 1);
        while let Some(row) = rows.next()? {
            let (seal, attempt) = (row.get(0)?, Uuid::from_bytes(row.get(1)?));
            let (sealed, chain): (Digest, Digest) = (row.get(2)?, row.get(3)?);
            if seal != expected || chain != chained(before, sealed) {
                faults.push(Fault::Chain { seal });
            }
            let removed = row.get::<_, Option<i64>>(4)?.is_some();
            faults.extend(self.against_seal(seal, attempt, sealed, removed)?);
            (before, expected) = (chain, seal + 1);
        }
        Ok(faults)
    }

    fn against_seal(&self, seal: i64, attempt: Uuid, sealed: Digest, removed: bool) -> Result<Option<Fault>, Trouble> {
        let mut find = self.db.prepare_cached("SELECT ix FROM attempt WHERE id = ?1")?;
        let ix: Option<i64> = find.query_row([attempt.into_bytes()], |row| row.get(0)).optional()?;
        Ok(match ix {
            None if removed => None,
            None => Some(Fault::Missing { seal, attempt }),
            Some(ix) if record(&self.db, ix)? == sealed => None,
            Some(_) => Some(Fault::Changed { seal, attempt }),
        })
    }
}
