//! What trainees did, on disk: one SQLite file, whole after every turn whatever happens.
//!
//! An attempt is what was done: scenario, model, seed, mode and each choice. What was concluded from it stands beside it, so
//! that a thousand attempts can be looked at without being played again; it can be recomputed at any time.

mod attempt;
mod class;
mod completion;
pub mod conclusion;
mod course;
pub mod document;
mod export;
mod forget;
mod form;
mod hard_call;
mod lesson;
mod migrations;
mod news;
mod outbox;
pub mod place;
mod recall;
mod resolution;
mod resume;
mod salvage;
mod seal;
mod stamp;
mod told;
mod trainee;
mod trouble;
mod verify;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

pub use attempt::{Attempt, Beginning, Keeper};
pub use class::{ClassAttempt, ClassTurn};
pub use completion::Completion;
pub use conclusion::Conclusion;
pub use course::{Arriving, KeptCourse};
pub use export::{Exported, ExportedAttempt, ExportedState, ExportedTrainee, ExportedTurn, FORMAT, Imported};
pub use forget::Retention;
pub use form::{Afterwards, Form, Order, Seeds};
pub use hard_call::HardCall;
pub use lesson::LessonTry;
pub use migrations::VERSION;
pub use news::{Named, News, Queued, Said, Tell, Telling};
pub use outbox::{HOLD, Refused, Waiting};
pub use recall::Recalled;
pub use resolution::Resolution;
pub use resume::{CannotResume, Step, Unfinished};
pub use seal::Link;
pub use stamp::Stamp;
pub use told::{Past, PastTurn};
pub use trainee::{Pin, Trainee};
pub use trouble::Trouble;
pub use verify::{Fault, Verified};

/// How long another program's write is waited for.
const PATIENCE: Duration = Duration::from_secs(4);
/// Up to this size the whole file is read through when it is opened; a larger one by `alongside records verify`.
const READ_THROUGH: u64 = 16 << 20;

/// The records, open.
#[derive(Debug)]
pub struct Records {
    db: Connection,
    /// None where nothing reaches a disk.
    file: Option<PathBuf>,
    /// Who hears of what is kept, where a store is set up.
    teller: Option<news::Teller>,
}

/// What came of opening the records for a trainee.
#[derive(Debug)]
pub struct Opened {
    pub records: Records,
    /// What the trainee has to know: that a damaged file was set aside, or that nothing can be kept.
    pub told: Option<String>,
}

impl Records {
    /// Opens the file, or makes it; whatever is wrong with it, the trainee can go on.
    pub fn open_for_play(file: Option<&Path>, now: Stamp) -> Opened {
        let Some(file) = file else {
            return Self::unkept("this machine tells no folder for them; name a file with --records");
        };
        match Self::open(file) {
            Ok(records) => Opened { records, told: None },
            Err(Trouble::Damaged) => match salvage::salvage(file, now) {
                Ok((records, told)) => Opened { records, told: Some(told) },
                Err(trouble) => Self::unkept(&trouble.to_string()),
            },
            Err(trouble) => Self::unkept(&trouble.to_string()),
        }
    }

    fn unkept(why: &str) -> Opened {
        let told = format!("What you do now will not be kept: {why}.");
        Opened { records: Self::in_memory(), told: Some(told) }
    }

    /// Opens the file, or makes it with its folder.
    ///
    /// # Errors
    /// Says what is wrong; nothing was changed then.
    pub fn open(file: &Path) -> Result<Self, Trouble> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        Self::opened(file, flags)
    }

    /// Opens a file that is there.
    ///
    /// # Errors
    /// [`Trouble::Missing`], or what is wrong with it.
    pub fn open_existing(file: &Path) -> Result<Self, Trouble> {
        if !file.is_file() {
            return Err(Trouble::Missing(file.to_owned()));
        }
        Self::opened(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)
    }

    fn opened(file: &Path, flags: OpenFlags) -> Result<Self, Trouble> {
        let mut db = Connection::open_with_flags(file, flags)?;
        settle(&db)?;
        migrations::migrate(&mut db)?;
        let records = Self { db, file: Some(file.to_owned()), teller: None };
        if std::fs::metadata(file).is_ok_and(|m| m.len() <= READ_THROUGH) {
            records.read_through()?;
        }
        Ok(records)
    }

    /// Records that end with the program.
    ///
    /// # Panics
    /// Never: it takes no file.
    pub fn in_memory() -> Self {
        let mut db = Connection::open_in_memory().expect("SQLite opens in memory");
        settle(&db).and_then(|()| migrations::migrate(&mut db)).expect("the tables are made in memory");
        Self { db, file: None, teller: None }
    }

    /// The file they are kept in; none where they end with the program.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Reads every page.
    ///
    /// # Errors
    /// [`Trouble::Damaged`].
    fn read_through(&self) -> Result<(), Trouble> {
        let verdict: String = self.db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if verdict == "ok" { Ok(()) } else { Err(Trouble::Damaged) }
    }

    /// Calls `then` at each step of the database's own machine: where a test lets the process die.
    #[doc(hidden)]
    pub fn at_every_step(&mut self, mut then: impl FnMut() + Send + 'static) {
        let hook = move || {
            then();
            false
        };
        let _ = self.db.progress_handler(1, Some(hook));
    }

    /// Lets the file grow no further, as on a full disk, or again at will.
    #[doc(hidden)]
    pub fn limit_pages(&self, most: Option<u32>) {
        let most = most.map_or(i64::from(u32::MAX) - 1, i64::from);
        let _ = self.db.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()));
    }

    /// Does not wait for the disk: for whoever fills a file that can be filled again.
    #[doc(hidden)]
    pub fn without_waiting(&self) {
        let _ = self.db.execute_batch("PRAGMA synchronous = OFF");
    }

    /// A setting of the records; none where it was never made.
    ///
    /// # Errors
    /// What the disk says.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Trouble> {
        let mut found = self.db.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
        let mut rows = found.query([name])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    }

    /// Makes a setting, or takes it away.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set(&self, name: &str, value: Option<&str>) -> Result<(), Trouble> {
        match value {
            Some(value) => {
                self.db.execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", [name, value])?
            }
            None => self.db.execute("DELETE FROM setting WHERE name = ?1", [name])?,
        };
        Ok(())
    }
}

/// Durable after every commit, and nothing of what is deleted stays in the file.
fn settle(db: &Connection) -> Result<(), Trouble> {
    db.busy_timeout(PATIENCE)?;
    let _: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    db.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
         PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
    )?;
    Ok(())
}
