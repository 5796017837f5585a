//! Pictures of screens, people and places, made without a window and held to those in this folder.
//!
//! It needs a Vulkan driver (Mesa's software driver will do). Without one it says so and is skipped, unless
//! `ALONGSIDE_TOUR=required`. Pictures and what differs are left in `ALONGSIDE_TOUR_OUT`, or in the build's temporary folder.
//! `docs/tour.md` says how the references are renewed.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn tour(out: &Path, more: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(["tour", "--out"])
        .arg(out)
        .args(more)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts")
}

fn out(name: &str) -> PathBuf {
    let base = std::env::var_os("ALONGSIDE_TOUR_OUT").map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
    base.join(name)
}

/// Whether it was skipped for want of a driver.
fn skipped(tour: &Output, said: &str) -> bool {
    if tour.status.code() != Some(2) || !said.contains("no Vulkan driver") {
        return false;
    }
    assert!(std::env::var("ALONGSIDE_TOUR").as_deref() != Ok("required"), "the pictures are required here: {said}");
    // straight to standard error: the test harness would keep a printed line to itself
    let _ = writeln!(std::io::stderr(), "SKIPPED: the pictures need a Vulkan driver");
    true
}

#[test]
fn screens_people_and_places_look_as_they_did() {
    let references = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures");
    let against = references.display().to_string();
    let tour = tour(&out("pictures"), &["--against", &against, "--referenced"]);
    let said = String::from_utf8_lossy(&tour.stderr).into_owned();
    if !skipped(&tour, &said) {
        assert_eq!(tour.status.code(), Some(0), "{said}");
    }
}

#[test]
fn what_cannot_be_made_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("written");
    for (out, more, code, words) in [
        (file.as_path(), &[][..], 2, "cannot write into"),
        (folder.path(), &["--person", "nobody"], 2, "nobody is drawn under the name \"nobody\"; there are: "),
        (folder.path(), &["--place", "attic"], 2, "there is no place \"attic\"; there are: "),
        (folder.path(), &["--against", "/nowhere"], 2, "there is no folder /nowhere to compare with"),
        (folder.path(), &["--referenced"], 2, "--against"),
    ] {
        let tour = tour(out, more);
        let said = String::from_utf8_lossy(&tour.stderr).into_owned();
        assert_eq!(tour.status.code(), Some(code), "{said}");
        assert!(said.contains(words), "{said}");
    }
}
