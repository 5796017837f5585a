//! Examples that need more than the frame, and every explanation being whole.

use alongside::diagnostic::Severity;
use alongside::lint::explanations;

use super::{codes_of, frame};

/// Of the file itself, or of the one beside it: no fragment of text could show them. `tests/cli` and `tests/plays` have such files.
pub const NOT_TO_BE_SHOWN: &[&str] = &["not-text", "play-differs", "plays-unreadable", "too-large"];

/// A code, and how its examples are put into a scenario.
pub type Put = (&'static str, fn(&str) -> String);

/// How the examples of these are put into a scenario.
pub const WRITTEN_OUT: &[Put] = &[("too-long", gone_on), ("too-many", gone_on), ("unknown-node", not_made)];

/// `..` at the end of a text or of a list stands for many more.
fn gone_on(fragment: &str) -> String {
    let more: String = (0..100).map(|i| format!("\"Skill {i}\",")).collect();
    let fragment = fragment.replace(" ..\"", &format!("{}\"", " and then".repeat(60)));
    frame::around(&fragment.replace(", ..]", &format!(", {more}]")))
}

/// Without the endings that the frame makes for places it does not have.
fn not_made(fragment: &str) -> String {
    let made = |line: &&str| line.ends_with("Ending(outcome: Mixed, text: \"A pause.\"),");
    frame::around(fragment).lines().filter(|line| !made(line)).map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_ways_to_write_an_example_out_are_needed() {
    for e in explanations().iter().filter(|e| WRITTEN_OUT.iter().any(|(code, _)| *code == e.code)) {
        assert!(!codes_of(&frame::around(e.bad)).contains(&e.code), "{} does without", e.code);
    }
}

#[test]
fn every_explanation_is_whole() {
    for e in explanations() {
        let shown = !NOT_TO_BE_SHOWN.contains(&e.code);
        assert_eq!((e.bad.is_empty(), e.good.is_empty()), (!shown, !shown), "{}", e.code);
        for line in [e.summary, e.matters] {
            let small = line.starts_with(|c: char| c.is_lowercase() || c.is_numeric() || c == '"');
            assert!(small && !line.ends_with('.') && !line.contains('\n'), "{}: {line}", e.code);
        }
        assert!(e.more.ends_with('.') && e.more.starts_with(|c: char| !c.is_lowercase()), "{}: {}", e.code, e.more);
        assert!(!e.more.contains("  "), "{}: {}", e.code, e.more);
    }
}

#[test]
fn errors_and_warnings_have_a_code_of_their_own() {
    let all = explanations();
    assert!(all.windows(2).all(|two| two[0].code < two[1].code), "in order, and none twice");
    assert!(all.iter().any(|e| e.severity == Severity::Error) && all.iter().any(|e| e.severity == Severity::Warning));
}
