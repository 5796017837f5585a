//! `alongside records`, as one types it.

use std::path::Path;
use std::process::Command;

use alongside::session::Mode;

use super::{file, play_through, seated};

fn says(folder: &Path, words: &[&str]) -> (i32, String) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_alongside"));
    let ended = program.arg("records").args(words).arg("--records").arg(folder).output().expect("it runs");
    let told = String::from_utf8_lossy(&[ended.stdout, ended.stderr].concat()).into_owned();
    (ended.status.code().unwrap_or(-1), told)
}

#[test]
fn the_records_can_be_listed_taken_along_and_taken_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    records.rename(1, "Elena \u{1b}[31m").expect("kept");
    play_through(&mut records, &mut keeper, Mode::Assessment);
    drop(records);
    let here = folder.path();
    let (code, told) = says(here, &["list"]);
    assert!(code == 0 && told.contains("1 finished") && !told.contains('\u{1b}'), "{told}");
    let (code, told) = says(here, &["name", "Elena [31m", "--name", "Elena", "--officer", "B-041"]);
    assert_eq!((code, told.as_str()), (0, "Elena, B-041\n"));
    let (code, told) = says(here, &["show", "b-041"]);
    assert!(code == 0 && told.contains("assessment, seed 7"), "{told}");
    let out = other.path().join("elena.json");
    let out = out.to_str().expect("a plain name");
    assert_eq!(says(here, &["export", "Elena", "--out", out]), (0, format!("1 attempt in {out}\n")));
    let (code, told) = says(other.path(), &["import", out]);
    assert_eq!((code, told.as_str()), (0, "added 1 attempt of somebody new here; here already: 0\n"));
    let (code, told) = says(other.path(), &["verify"]);
    assert!(code == 0 && told.ends_with("everything is as it was written\n"), "{told}");
    let (code, told) = says(here, &["delete", "Elena"]);
    assert!(code == 0 && told.contains("say --yes"), "{told}");
    let (code, told) = says(here, &["delete", "Elena", "--yes"]);
    assert_eq!((code, told.as_str()), (0, "Elena, B-041 and 1 attempt are deleted\n"));
    let (code, told) = says(here, &["show", "Elena"]);
    assert!(code == 2 && told.contains("nobody here is called"), "{told}");
    let (code, told) = says(&here.join("nowhere"), &["list"]);
    assert!(code == 2 && told.contains("there are no records at"), "{told}");
}

#[test]
fn a_changed_assessment_fails_the_check() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    play_through(&mut records, &mut keeper, Mode::Assessment);
    drop(records);
    let db = rusqlite::Connection::open(file(&folder)).expect("opens");
    db.execute_batch("UPDATE attempt SET seed = 8").expect("changed");
    drop(db);
    let (code, told) = says(folder.path(), &["verify"]);
    assert!(code == 1 && told.contains("was changed after it was sealed"), "{told}");
}
