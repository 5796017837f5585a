//! How the file's tables came to be, step by step and forward only.

use rusqlite::{Connection, TransactionBehavior};

use super::Trouble;

/// Marks the file as ours: "ALON".
pub(super) const APPLICATION: i32 = 0x414C_4F4E;

/// One step for each version; a step that was ever released is never changed.
const STEPS: [&str; 6] = [
    include_str!("schema.sql"),
    include_str!("outbox.sql"),
    include_str!("courses.sql"),
    include_str!("lesson.sql"),
    include_str!("cases.sql"),
    include_str!("afterwards.sql"),
];

/// The version that this program writes.
pub const VERSION: usize = STEPS.len();

/// Brings a file to the present version, all steps or none.
///
/// # Errors
/// [`Trouble::Newer`] for a file from a later program, [`Trouble::Foreign`] for somebody else's, or what the disk says.
pub(super) fn migrate(db: &mut Connection) -> Result<(), Trouble> {
    migrate_to(db, VERSION)
}

/// As [`migrate`], up to an earlier version: what tests begin from.
pub(super) fn migrate_to(db: &mut Connection, version: usize) -> Result<(), Trouble> {
    if at(db)? == version {
        return Ok(());
    }
    let tx = db.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // whoever waited for another program finds its work done
    let from = at(&tx)?;
    for step in STEPS.iter().take(version).skip(from) {
        tx.execute_batch(step)?;
    }
    if from < version {
        tx.pragma_update(None, "application_id", APPLICATION)?;
        tx.pragma_update(None, "user_version", version as i64)?;
    }
    tx.commit()?;
    Ok(())
}

fn at(db: &Connection) -> Result<usize, Trouble> {
    let number = |name: &str| db.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (number("application_id")?, number("user_version")?);
    let empty: bool = db.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))?;
    if !empty && application != i64::from(APPLICATION) {
        return Err(Trouble::Foreign);
    }
    match usize::try_from(version) {
        Ok(version) if version <= VERSION => Ok(version),
        _ => Err(Trouble::Newer),
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{VERSION, at, migrate, migrate_to};

    #[test]
    fn a_visit_that_stands_in_an_earlier_file_learns_of_its_case() {
        let mut db = Connection::open_in_memory().expect("opens");
        migrate_to(&mut db, 4).expect("made");
        db.execute_batch(
            "PRAGMA foreign_keys = OFF;
             INSERT INTO course (trainee, of_case, state, changed) VALUES (1, 'harbor-street', '{}', 0);
             INSERT INTO arrival (attempt, course, passport) VALUES (1, 1, '{}'), (2, NULL, '{}');",
        )
        .expect("written");
        migrate(&mut db).expect("brought to the present version");
        assert_eq!(at(&db).expect("readable"), VERSION);
        let case = |attempt: i64| {
            let sql = "SELECT of_case FROM arrival WHERE attempt = ?1";
            db.query_row(sql, [attempt], |row| row.get::<_, Option<String>>(0)).expect("there")
        };
        assert_eq!((case(1).as_deref(), case(2)), (Some("harbor-street"), None));
    }
}
