//! A first scenario as a new author wrote it, and what the program said at each step: the document shows just that.
//!
//! `ALONGSIDE_WRITE=1 cargo test first_scenario` writes what is said now into the document.

use std::path::Path;

use alongside::diagnostic::{Lines, render};
use alongside::lint;
use alongside::model::Model;
use alongside::scenario::library::known;

const DOCUMENT: &str = "docs/first-scenario.md";
/// What the author had at each step.
const STEPS: [(&str, &str); 4] = [
    ("1-written", include_str!("1-written.ron")),
    ("2-spelled", include_str!("2-spelled.ron")),
    ("3-settled", include_str!("3-settled.ron")),
    ("4-played", include_str!("4-played.ron")),
];

/// What `check` says, without its closing lines.
fn said(text: &str) -> String {
    let problems = lint::check("the-third-bicycle", text, Model::shipped(), known());
    let lines = Lines::of(text);
    let one = |p| render(p, "the-third-bicycle.ron", &lines, false);
    problems.iter().map(one).collect::<Vec<_>>().join("\n\n")
}

/// The document with what is said now in its blocks.
fn brought_up_to_date(document: &str) -> String {
    let mut out = document.to_owned();
    for (step, text) in STEPS {
        for (what, now) in [("file", text.trim_end().to_owned()), ("said", said(text))] {
            let mark = format!("<!-- {what} {step} -->\n```");
            let Some(from) = out.find(&mark).and_then(|at| Some(at + out[at..].find("```")? + 3)) else { continue };
            let from = from + out[from..].find('\n').expect("a line") + 1;
            let to = from + out[from..].find("```").expect("its end");
            out.replace_range(from..to, &format!("{now}\n"));
        }
    }
    out
}

#[test]
fn the_document_shows_what_the_program_says() {
    let path = Path::new(DOCUMENT);
    let document = std::fs::read_to_string(path).expect("the document");
    let now = brought_up_to_date(&document);
    if std::env::var_os("ALONGSIDE_WRITE").is_some() {
        std::fs::write(path, &now).expect("it can be written");
    }
    assert!(document.matches("<!-- said ").count() >= 3 && document.matches("<!-- file ").count() >= 2);
    assert_eq!(now, document, "{DOCUMENT} shows what was said once; see the top of this file");
}

#[test]
fn in_the_end_there_is_nothing_left_to_say() {
    assert_eq!(said(STEPS[3].1), "");
}
