//! For the authors' guide: the page `docs/rules.md`, whole.

use std::fmt::Write;

use super::{BEFORE_BAD, BEFORE_GOOD, BEFORE_STANDING, KINDS, of, paragraphs, standing};
use crate::diagnostic::Explanation;

const OPENING: &str = "# What `alongside check` says

<!-- made by `alongside explain --guide`; a test compares them -->
`alongside check FILE` reads a scenario, plays it many times over with trainees who are not real, and tells everything it
finds at once: where, what, what it means for the trainee, and what to do. Each finding has a code, and each code has its
place on this page; `alongside explain CODE` prints the same. The person in the examples is `sam`, and `door`, `stop`, `gone`,
`good` and `bad` are nodes and endings of the same scenario.
";

/// The page.
pub fn page(explanations: &[Explanation]) -> String {
    let mut out = OPENING.to_owned();
    for (severity, heading, meaning) in KINDS {
        let _ = write!(out, "\n## {heading}\n\n{meaning}\n\n| code | what it is |\n|---|---|\n");
        for e in of(explanations, severity) {
            let _ = writeln!(out, "| [`{0}`](#{0}) | {1} |", e.code, e.summary);
        }
        of(explanations, severity).for_each(|e| one(&mut out, e));
    }
    out
}

fn one(out: &mut String, explanation: &Explanation) {
    let _ = write!(out, "\n### {}\n", explanation.code);
    out.push_str(&body(explanation));
}

/// What stands under a finding's heading; an editor shows it where one is pointed at.
pub fn body(explanation: &Explanation) -> String {
    let mut out = String::new();
    paragraphs(explanation).iter().for_each(|words| out.push_str(&format!("\n{words}\n")));
    for (before, example) in [(BEFORE_BAD, explanation.bad), (BEFORE_GOOD, explanation.good)] {
        if !example.is_empty() {
            block(&mut out, before, example);
        }
    }
    if let Some(comment) = standing(explanation) {
        block(&mut out, BEFORE_STANDING, &comment);
    }
    out
}

fn block(out: &mut String, before: &str, lines: &str) {
    let _ = write!(out, "\n{before}\n\n```ron\n{lines}\n```\n");
}
