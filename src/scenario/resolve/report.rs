//! Telling what is wrong: bounded in number, never twice, with the word that was probably meant.

use super::Resolver;
use super::explanations::explanation;
use crate::diagnostic::{Diagnostic, Severity, Span, short};
use crate::scenario::limits::MOST_ID;

/// Nobody reads past the first few hundred; a hostile file could have millions.
const MOST_PROBLEMS: usize = 500;
/// Fewer, so that no number of warnings leaves an error without its place.
const MOST_WARNINGS: usize = 300;
/// Said of what is not there, which may only stand elsewhere while brackets are wrong.
const OF_THE_WHOLE: [&str; 4] = ["missing-field", "unknown-node", "unknown-person", "no-technique"];
/// Of words, to find the one that was meant: about a second's worth.
pub(super) const MOST_COMPARISONS: usize = 200_000;

impl Resolver<'_> {
    pub(super) fn kebab(&mut self, id: &str, span: &Span, what: &str) {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || id.len() > MOST_ID || !id.chars().all(good) || id.starts_with('-') || id.ends_with('-') {
            let message = format!("\"{}\" cannot be {what}", short(id));
            self.tell("bad-name", span, message, "use small letters, digits and hyphens, like how-it-has-been");
        }
    }

    /// Tells of a problem at a place; its severity and what it means are those of its code.
    pub(super) fn tell(&mut self, code: &'static str, span: &Span, message: impl Into<String>, fix: impl Into<String>) {
        // of a value that is missing the reader has told; nothing else is empty but what speaks of the whole file
        let told = span.is_empty() && span.start > 0 && code != "syntax";
        let unsure = self.torn && OF_THE_WHOLE.contains(&code);
        if self.problems.len() >= MOST_PROBLEMS || told || unsure {
            return;
        }
        let problem = problem(code, span.clone(), message, fix);
        if problem.severity == Severity::Error || self.problems.len() < MOST_WARNINGS {
            self.problems.push(problem);
        }
    }

    /// "did you mean", or the whole choice where it is small.
    pub(super) fn guess<'k>(&self, word: &str, known: impl Iterator<Item = &'k str>) -> String {
        let left = self.comparisons.get();
        let mut known: Vec<&str> =
            if left > 0 && self.problems.len() < MOST_PROBLEMS { known.collect() } else { Vec::new() };
        self.comparisons.set(left.saturating_sub(known.len()));
        match nearest(word, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if (1..=12).contains(&known.len()) => {
                // names that come out of a hash table come in any order
                known.sort_unstable();
                format!("it can be: {}", known.join(", "))
            }
            None => "see the authors' guide for what can stand here".to_owned(),
        }
    }
}

/// So many letters say which word was begun.
const FEWEST_BEGUN: usize = 4;

/// The known word that was probably meant: few letters apart for its length.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MOST_ID {
        return None;
    }
    let word = word.to_lowercase();
    let most = |k: &str| 2 + k.len() / 5;
    let distance = |k: &str| strsim::damerau_levenshtein(&word, &k.to_lowercase());
    // somebody who writes the first half of one word is not looking for another that is as short
    let begun = |k: &str| word.len() >= FEWEST_BEGUN && k.to_lowercase().starts_with(&word);
    let (mut begins, mut alike): (Option<&str>, Option<(usize, &str)>) = (None, None);
    for k in known {
        if begun(k) {
            begins = Some(begins.map_or(k, |b| b.min(k)));
        }
        if k.len().abs_diff(word.len()) <= most(k) {
            let next = (distance(k), k);
            alike = Some(alike.map_or(next, |best| best.min(next)));
        }
    }
    // with every letter wrong it is another word, however short
    let near = alike.filter(|(apart, near)| *apart <= most(near) && *apart < word.chars().count());
    match (near, begins) {
        (Some((apart, near)), _) if apart <= 1 => Some(near),
        (_, Some(begins)) => Some(begins),
        (near, None) => near.map(|(_, near)| near),
    }
}

/// A problem with the words that go with its code.
fn problem(code: &'static str, span: Span, message: impl Into<String>, fix: impl Into<String>) -> Diagnostic {
    let explanation = explanation(code);
    debug_assert!(explanation.is_some(), "{code} is not explained");
    let (severity, why) = explanation.map_or((Severity::Error, ""), |e| (e.severity, e.matters));
    Diagnostic { code, severity, span, message: message.into(), why: why.to_owned(), fix: fix.into() }
}

/// Told of a file before anything in it is read.
pub fn too_large() -> Diagnostic {
    problem("too-large", 0..0, "this file is larger than 16 MiB", "split the scenario")
}

/// Told of a file whose bytes are no text from here on.
pub fn not_text(at: usize) -> Diagnostic {
    problem("not-text", at..at + 1, "this is no text from here on", "save it as plain text, with the encoding UTF-8")
}
