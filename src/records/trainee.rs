//! Who practices on this machine: a name, a nickname or none, and a PIN if one is wanted.

use argon2::Argon2;
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

use super::{Records, Stamp, Trouble};

/// Somebody who practices here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trainee {
    pub ix: i64,
    /// The same wherever their records are taken.
    pub id: Uuid,
    /// May be empty.
    pub name: String,
    /// What the academy knows them by; may be empty.
    pub officer: String,
    pub has_pin: bool,
    /// Whether their practice is kept once its debrief is closed. Assessment always is.
    pub keeps_practice: bool,
    /// When they first sat down.
    pub made: Stamp,
    /// When they were last here.
    pub here: Stamp,
}

/// Four to twelve characters that keep others on the machine from looking. It hides nothing from whoever has the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// # Errors
    /// A sentence, when it is too short or too long.
    pub fn new(text: &str) -> Result<Self, String> {
        let count = text.chars().count();
        if (4..=12).contains(&count) {
            Ok(Self(text.to_owned()))
        } else {
            Err("a PIN has 4 to 12 characters".to_owned())
        }
    }

    /// Argon2id in its usual measure.
    fn hash(&self, salt: &[u8]) -> Result<[u8; 32], Trouble> {
        let mut hash = [0; 32];
        let made = Argon2::default().hash_password_into(self.0.as_bytes(), salt, &mut hash);
        made.map_err(|e| Trouble::Other(format!("the PIN could not be read ({e})")))?;
        Ok(hash)
    }
}

/// The longest name that is kept, in characters.
pub const MOST_NAME: usize = 60;

const COLUMNS: &str = "ix, id, name, officer, pin_hash IS NOT NULL, keeps_practice, made, here";

fn read(row: &Row) -> rusqlite::Result<Trainee> {
    let at = |ms: i64| Stamp { ms, zone: 0 };
    Ok(Trainee {
        ix: row.get(0)?,
        id: Uuid::from_bytes(row.get(1)?),
        name: row.get(2)?,
        officer: row.get(3)?,
        has_pin: row.get(4)?,
        keeps_practice: row.get(5)?,
        made: at(row.get(6)?),
        here: at(row.get(7)?),
    })
}

/// A name as it is kept: one line, no control characters, at most [`MOST_NAME`] characters.
pub(super) fn tidy(name: &str) -> String {
    on_one_line(name, MOST_NAME)
}

/// At most so many characters on one line, one blank between words.
pub(super) fn on_one_line(text: &str, most: usize) -> String {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    words.join(" ").chars().take(most).collect::<String>().trim_end().to_owned()
}

impl Records {
    /// Everybody, who was here last first.
    ///
    /// # Errors
    /// What the disk says.
    pub fn trainees(&self) -> Result<Vec<Trainee>, Trouble> {
        let mut found = self.db.prepare_cached(&format!("SELECT {COLUMNS} FROM trainee ORDER BY here DESC, ix"))?;
        let rows = found.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// # Errors
    /// [`Trouble::Unknown`] where nobody has this place.
    pub fn trainee(&self, ix: i64) -> Result<Trainee, Trouble> {
        let mut found = self.db.prepare_cached(&format!("SELECT {COLUMNS} FROM trainee WHERE ix = ?1"))?;
        let trainee = found.query_row([ix], read).optional()?;
        trainee.ok_or_else(|| Trouble::Unknown("nobody has that place in the records".to_owned()))
    }

    /// The one trainee that a command names: by name (any case), officer id, or the beginning of the id.
    ///
    /// # Errors
    /// [`Trouble::Unknown`] where it fits nobody, or more than one.
    pub fn trainee_called(&self, name: &str) -> Result<Trainee, Trouble> {
        let wanted = name.to_lowercase();
        let fits = |t: &Trainee| {
            t.name.to_lowercase() == wanted
                || (!t.officer.is_empty() && t.officer.to_lowercase() == wanted)
                || (wanted.len() >= 4 && t.id.to_string().starts_with(&wanted))
        };
        let mut found: Vec<Trainee> = self.trainees()?.into_iter().filter(fits).collect();
        match (found.len(), found.pop()) {
            (1, Some(one)) => Ok(one),
            (0, _) => Err(Trouble::Unknown(format!(
                "nobody here is called \"{name}\"; `alongside records list` shows who is"
            ))),
            (n, _) => Err(Trouble::Unknown(format!(
                "{n} people here are called \"{name}\"; name one by the id that `alongside records list` shows"
            ))),
        }
    }

    /// Somebody new.
    ///
    /// # Errors
    /// What the disk says.
    pub fn add_trainee(&self, name: &str, now: Stamp) -> Result<Trainee, Trouble> {
        let mut add = self.db.prepare_cached("INSERT INTO trainee (id, name, made, here) VALUES (?1, ?2, ?3, ?3)")?;
        let ix = add.insert(params![Uuid::new_v4().into_bytes(), tidy(name), now.ms])?;
        self.trainee(ix)
    }

    /// They sat down again.
    ///
    /// # Errors
    /// What the disk says.
    pub fn came(&self, trainee: i64, now: Stamp) -> Result<(), Trouble> {
        self.db.execute("UPDATE trainee SET here = ?2 WHERE ix = ?1", [trainee, now.ms])?;
        Ok(())
    }

    /// # Errors
    /// What the disk says.
    pub fn rename(&self, trainee: i64, name: &str) -> Result<(), Trouble> {
        self.db.execute("UPDATE trainee SET name = ?2 WHERE ix = ?1", params![trainee, tidy(name)])?;
        Ok(())
    }

    /// What the academy knows them by.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_officer(&self, trainee: i64, officer: &str) -> Result<(), Trouble> {
        self.db.execute("UPDATE trainee SET officer = ?2 WHERE ix = ?1", params![trainee, tidy(officer)])?;
        Ok(())
    }

    /// Whether their practice is kept once it is over.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_keeps_practice(&self, trainee: i64, keeps: bool) -> Result<(), Trouble> {
        self.db.execute("UPDATE trainee SET keeps_practice = ?2 WHERE ix = ?1", params![trainee, keeps])?;
        Ok(())
    }

    /// Sets a PIN, or takes it away.
    ///
    /// # Errors
    /// What the disk says.
    pub fn set_pin(&self, trainee: i64, pin: Option<&Pin>) -> Result<(), Trouble> {
        let kept = match pin {
            None => None,
            Some(pin) => {
                let salt = Uuid::new_v4().into_bytes();
                Some((salt, pin.hash(&salt)?))
            }
        };
        let (salt, hash) = kept.unzip();
        self.db
            .execute("UPDATE trainee SET pin_salt = ?2, pin_hash = ?3 WHERE ix = ?1", params![trainee, salt, hash])?;
        Ok(())
    }

    /// Whether this is their PIN; true for whoever has none.
    ///
    /// # Errors
    /// What the disk says.
    pub fn opens(&self, trainee: i64, pin: &str) -> Result<bool, Trouble> {
        type Kept = (Option<Vec<u8>>, Option<Vec<u8>>);
        let mut found = self.db.prepare_cached("SELECT pin_salt, pin_hash FROM trainee WHERE ix = ?1")?;
        let (salt, hash): Kept = found.query_row([trainee], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (Some(salt), Some(hash)) = (salt, hash) else { return Ok(true) };
        let Ok(pin) = Pin::new(pin) else { return Ok(false) };
        Ok(pin.hash(&salt)?.as_slice() == hash)
    }
}
