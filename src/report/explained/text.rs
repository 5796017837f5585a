//! For the terminal: one finding with its examples, or all of them with a line each.

use super::{BEFORE_BAD, BEFORE_GOOD, BEFORE_STANDING, KINDS, kind, of, paragraphs, standing};
use crate::diagnostic::Explanation;
use crate::report::page::{Look, Page};

/// Everything about one finding.
pub fn one(page: &mut Page, explanation: &Explanation) {
    page.title(&format!("{} ({})", explanation.code, kind(explanation.severity)));
    page.blank();
    paragraphs(explanation).iter().for_each(|words| page.say(words));
    for (before, example) in [(BEFORE_BAD, explanation.bad), (BEFORE_GOOD, explanation.good)] {
        if !example.is_empty() {
            block(page, before, example);
        }
    }
    if let Some(comment) = standing(explanation) {
        block(page, BEFORE_STANDING, &comment);
    }
}

fn block(page: &mut Page, before: &str, lines: &str) {
    page.say(before);
    lines.lines().for_each(|line| page.line(&format!("      {line}")));
    page.blank();
}

/// Every finding with its line, errors first.
pub fn all(page: &mut Page, explanations: &[Explanation]) {
    let widest = explanations.iter().map(|e| e.code.len()).max().unwrap_or(0);
    for (severity, heading, meaning) in KINDS {
        page.title(&format!("{heading}. {meaning}"));
        page.blank();
        for e in of(explanations, severity) {
            page.beside(&format!("  {:<widest$}  ", e.code), e.summary, Look::Plain);
        }
        page.blank();
    }
    page.line("`alongside explain CODE` tells more about one, with an example put right.");
}
