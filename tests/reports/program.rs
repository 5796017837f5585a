//! `alongside report` from outside.

use super::class_of;
use crate::cli::{alongside, code, err, out};

#[test]
fn each_report_is_made_from_the_records() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = class_of(6, &folder.path().join("records.sqlite"));
    drop(records);
    let path = folder.path().to_str().expect("plain");
    let made = |args: &[&str]| {
        let output = alongside(&[&["report"], args, &["--records", path]].concat());
        assert_eq!((code(&output), err(&output)), (0, String::new()), "{args:?}");
        out(&output)
    };
    let debrief = made(&["debrief", "Trainee 3", "--format", "text"]);
    assert!(
        debrief.contains("Seal ") && debrief.contains("Turn by turn") && !debrief.contains("Trainee 3"),
        "{debrief}"
    );
    assert!(made(&["debrief", "B-003", "--names"]).contains("Trainee 3, Assessment"));
    assert!(made(&["trainee", "Trainee 2", "--format", "csv"]).contains(",The Olive Door,practice,no,"));
    let class = made(&["class", "the-olive-door", "--format", "text"]);
    assert!(class.contains("Six trainees") && !class.contains("Trainee 2"), "{class}");
    assert!(
        made(&["class", "the-olive-door", "--format", "text", "--until", "2026-11-01"]).contains("Nobody played this.")
    );
    let done = made(&["completions", "--course", "Contact skills"]);
    assert!(done.starts_with("officer_id,course,scenario,date,hours,score,result,seal,near_cut\r\n"), "{done}");
    assert_eq!(done.lines().count(), 7);
    assert!(made(&["completions", "--names"]).contains("Trainee 5"));
    let file = folder.path().join("class.html");
    assert_eq!(made(&["class", "the-olive-door", "--out", file.to_str().expect("plain")]), "");
    assert!(std::fs::read_to_string(file).expect("written").starts_with("<!doctype html>"));
}

#[test]
fn what_cannot_be_made_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(class_of(1, &folder.path().join("records.sqlite")));
    let path = folder.path().to_str().expect("plain");
    for (args, told) in [
        (&["trainee", "Nobody", "--records", path][..], "nobody here is called \"Nobody\""),
        (&["debrief", "Trainee 0", "--records", path, "--attempt", "zz"], "no attempt of theirs begins with \"zz\""),
        (
            &["debrief", "Trainee 0", "--records", path, "--until", "2020-01-01"],
            "no conversation came to its end there",
        ),
        (&["class", "the-olive-dor", "--records", path], "did you mean \"the-olive-door\"?"),
        (&["class", "the-olive-door", "--records", "no-such-file"], "there are no records at no-such-file"),
        (&["class", "the-olive-door", "--since", "4 November"], "give a day like 2026-11-04"),
        (&["completions", "--cut", "101"], "give a score from 0 to 100"),
    ] {
        let output = alongside(&[&["report"], args].concat());
        assert_eq!(code(&output), 2, "{args:?}");
        assert!(err(&output).contains(told), "{args:?}: {}", err(&output));
    }
}
