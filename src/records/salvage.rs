//! A damaged file: set aside whole, and what can be read of it carried over into a new one.

use std::path::{Path, PathBuf};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags, params_from_iter};

use super::{Records, Stamp, Trouble};

/// Tables with a number for each row, in the order in which they refer to each other.
const NUMBERED: [&str; 7] = ["trainee", "scenario", "model", "form", "attempt", "seal", "outbox"];

/// Opens what could be recovered, and says what happened.
pub(super) fn salvage(file: &Path, now: Stamp) -> Result<(Records, String), Trouble> {
    let aside = set_aside(file, now)?;
    let mut records = Records::open(file)?;
    let kept = carry_over(&aside, &mut records)?;
    let name = aside.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let told = match kept {
        0 => format!(
            "Your records were damaged. They lie beside the new ones, whole, as {name}; nothing in them could be read."
        ),
        1 => format!(
            "Your records were damaged. One conversation could be recovered. The damaged file lies beside, whole, as {name}."
        ),
        n => format!(
            "Your records were damaged. {n} conversations could be recovered. The damaged file lies beside, whole, as {name}."
        ),
    };
    Ok((records, told))
}

/// Moves the file and what SQLite keeps beside it to a name that nothing has yet.
fn set_aside(file: &Path, now: Stamp) -> Result<PathBuf, Trouble> {
    let name = |n: usize| {
        let more = if n == 0 { String::new() } else { format!("-{n}") };
        file.with_extension(format!("damaged-{}{more}.sqlite", now.date()))
    };
    let Some(aside) = (0..1000).map(name).find(|path| !path.exists()) else {
        return Err(Trouble::Other("there are a thousand damaged records beside these already".to_owned()));
    };
    // first what belongs to it, so that a power cut in between leaves no new file with an old log
    for beside in ["-wal", "-shm"] {
        let from = with_suffix(file, beside);
        if from.exists() {
            std::fs::rename(&from, with_suffix(&aside, beside))?;
        }
    }
    std::fs::rename(file, &aside)?;
    Ok(aside)
}

fn with_suffix(file: &Path, suffix: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Gives how many attempts came over. Works on a copy: reading a log would change the file that was set aside.
fn carry_over(aside: &Path, records: &mut Records) -> Result<usize, Trouble> {
    let folder = tempfile::tempdir()?;
    let copy = folder.path().join("copy.sqlite");
    std::fs::copy(aside, &copy)?;
    let log = with_suffix(aside, "-wal");
    if log.exists() {
        std::fs::copy(log, with_suffix(&copy, "-wal"))?;
    }
    let Ok(from) = Connection::open_with_flags(&copy, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return Ok(0) };
    let _ = from.execute_batch("PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON;");
    let tx = records.db.transaction()?;
    // what refers to a row that is lost is lost with it
    tx.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for table in NUMBERED {
        for row in rows(&from, table) {
            insert(&tx, table, &row);
        }
    }
    let attempts: Vec<i64> = {
        let mut find = tx.prepare("SELECT ix FROM attempt")?;
        find.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
    };
    for attempt in attempts {
        for row in turns(&from, attempt) {
            insert(&tx, "turn", &row);
        }
    }
    for table in ["setting", "said", "told", "course", "arrival", "lesson_try", "recall", "resolution", "hard_call"] {
        for row in all(&from, &format!("SELECT * FROM {table}")) {
            insert(&tx, table, &row);
        }
    }
    tx.execute_batch(
        "DELETE FROM attempt WHERE trainee NOT IN (SELECT ix FROM trainee) OR scenario NOT IN (SELECT ix FROM scenario)
           OR model NOT IN (SELECT ix FROM model);
         UPDATE attempt SET form = NULL WHERE form NOT IN (SELECT ix FROM form);
         DELETE FROM turn WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM said WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM told WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM course WHERE trainee NOT IN (SELECT ix FROM trainee);
         DELETE FROM arrival WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM lesson_try WHERE trainee NOT IN (SELECT ix FROM trainee);
         DELETE FROM recall WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM resolution WHERE attempt NOT IN (SELECT ix FROM attempt);
         DELETE FROM hard_call WHERE trainee NOT IN (SELECT ix FROM trainee);
         UPDATE arrival SET course = NULL WHERE course NOT IN (SELECT ix FROM course);",
    )?;
    let kept: i64 = tx.query_row("SELECT count(*) FROM attempt", [], |row| row.get(0))?;
    tx.commit()?;
    Ok(kept.unsigned_abs() as usize)
}

/// The rows of a table from both ends, as far as each side can be read.
fn rows(from: &Connection, table: &str) -> Vec<Vec<Value>> {
    let key = if table == "seal" { "number" } else { "ix" };
    let mut found = all(from, &format!("SELECT * FROM {table} ORDER BY {key}"));
    let known: Vec<i64> = found.iter().filter_map(|row| first(row)).collect();
    let backwards = all(from, &format!("SELECT * FROM {table} ORDER BY {key} DESC"));
    found.extend(backwards.into_iter().filter(|row| first(row).is_some_and(|key| !known.contains(&key))));
    found
}

fn first(row: &[Value]) -> Option<i64> {
    match row.first() {
        Some(Value::Integer(key)) => Some(*key),
        _ => None,
    }
}

/// An attempt's turns without a gap from the first.
fn turns(from: &Connection, attempt: i64) -> Vec<Vec<Value>> {
    let found = all(from, &format!("SELECT * FROM turn WHERE attempt = {attempt} ORDER BY number"));
    let whole = found.iter().enumerate().take_while(|(i, row)| row.get(1) == Some(&Value::Integer(*i as i64))).count();
    found.into_iter().take(whole).collect()
}

/// What a query gives until it meets damage.
fn all(from: &Connection, sql: &str) -> Vec<Vec<Value>> {
    let Ok(mut find) = from.prepare(sql) else { return Vec::new() };
    let columns = find.column_count();
    let Ok(mut rows) = find.query([]) else { return Vec::new() };
    let mut found = Vec::new();
    while let Ok(Some(row)) = rows.next() {
        let values: Result<Vec<Value>, _> = (0..columns).map(|i| row.get(i)).collect();
        found.extend(values);
    }
    found
}

/// What does not fit the table any more is left out; columns that came later, always behind the others, stay empty.
fn insert(tx: &Connection, table: &str, row: &[Value]) {
    let places = vec!["?"; row.len()].join(", ");
    let Ok(columns) = columns(tx, table) else { return };
    let Some(columns) = columns.get(..row.len()).map(|known| known.join(", ")) else { return };
    if let Ok(mut add) = tx.prepare_cached(&format!("INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})")) {
        let _ = add.execute(params_from_iter(row));
    }
}

fn columns(tx: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut find = tx.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    find.query_map([table], |row| row.get(0))?.collect()
}
