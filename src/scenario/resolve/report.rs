//! Telling what is wrong: bounded in number, never twice, with the word that was probably meant.

use super::Resolver;
use crate::diagnostic::{Diagnostic, Severity, Span, short};

/// Nobody reads past the first few hundred; a hostile file could have millions.
const MOST_PROBLEMS: usize = 500;
/// Fewer, so that no number of warnings leaves an error without its place.
const MOST_WARNINGS: usize = 300;
/// Of words, to find the one that was meant: about a second's worth.
pub(super) const MOST_COMPARISONS: usize = 200_000;

/// What `check` can say, each with what it means; the authors' guide lists them.
pub const CODES: &[(&str, &str)] = &[
    ("bad-name", "a name has letters that names cannot have"),
    ("control-character", "a text holds a character that nobody sees, or a line break"),
    ("cue-answers", "a cue question has too few answers, or none right, or none wrong"),
    ("duplicate-key", "the same thing stands there twice"),
    ("empty-line", "a choice says nothing, or is a silence with words"),
    ("format", "the file is written for another version of the format"),
    ("label-unused", "a line has a label but names no feeling"),
    ("last-has-condition", "the last way has a condition, so perhaps none fits"),
    ("missing-field", "something that must be there is not"),
    ("never-reached", "a way stands behind one that always fits"),
    ("no-body", "a line does not say what the body does"),
    ("no-technique", "a choice names no technique"),
    ("no-way-out", "from this node no ending can be reached"),
    ("not-a-node", "an ending stands where a node must"),
    ("not-text", "the file is not plain text in UTF-8"),
    ("nothing-said", "nobody speaks in a node"),
    ("out-of-range", "a number is too large, too small or not whole"),
    ("people", "there is nobody to talk with, or there are too many"),
    ("syntax", "a bracket, comma, colon or quote is missing or too many"),
    ("too-few-choices", "fewer than two choices are open to everyone"),
    ("too-large", "the file or the story is too large"),
    ("too-long", "a text has more than 600 letters"),
    ("too-many", "a list is longer than it may be"),
    ("too-many-choices", "more than five choices are always open, or more than twelve written"),
    ("too-many-techniques", "a line names more than three techniques"),
    ("unknown-condition", "there is no such condition"),
    ("unknown-emotion", "there is no such emotion"),
    ("unknown-fact", "a fact is asked for that nothing teaches"),
    ("unknown-field", "there is no such field here"),
    ("unknown-look", "nobody is drawn under this name"),
    ("unknown-need", "there is no such need"),
    ("unknown-node", "there is no such node or ending"),
    ("unknown-person", "nobody has this id"),
    ("unknown-place", "no place is drawn under this name"),
    ("unknown-promise", "a promise is asked for that nobody makes"),
    ("unknown-technique", "there is no such technique"),
    ("unknown-word", "only certain words can stand here"),
    ("unreachable", "nothing leads to this node"),
    ("wrong-type", "something else is expected here"),
];

impl Resolver<'_> {
    pub(super) fn kebab(&mut self, id: &str, span: &Span, what: &str) {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || id.len() > 60 || !id.chars().all(good) || id.starts_with('-') || id.ends_with('-') {
            let message = format!("\"{}\" cannot be {what}", short(id));
            self.error("bad-name", span, message, "use small letters, digits and hyphens, like how-it-has-been");
        }
    }

    pub(super) fn error(
        &mut self,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) {
        self.report(code, Severity::Error, span, message.into(), String::new(), fix.into());
    }

    pub(super) fn warning(
        &mut self,
        code: &'static str,
        span: &Span,
        message: impl Into<String>,
        why: &str,
        fix: &str,
    ) {
        self.report(code, Severity::Warning, span, message.into(), why.to_owned(), fix.to_owned());
    }

    fn report(
        &mut self,
        code: &'static str,
        severity: Severity,
        span: &Span,
        message: String,
        why: String,
        fix: String,
    ) {
        debug_assert!(CODES.iter().any(|(known, _)| *known == code), "{code} is not in the table");
        // of a value that is missing the reader has told; nothing else is empty but what speaks of the whole file
        let told = span.is_empty() && span.start > 0 && code != "syntax";
        let most = match severity {
            Severity::Error => MOST_PROBLEMS,
            Severity::Warning => MOST_WARNINGS,
        };
        if self.problems.len() < most && !told {
            self.problems.push(Diagnostic { code, severity, span: span.clone(), message, why, fix });
        }
    }

    /// "did you mean", or the whole choice where it is small.
    pub(super) fn guess<'k>(&self, word: &str, known: impl Iterator<Item = &'k str>) -> String {
        let left = self.comparisons.get();
        let known: Vec<&str> =
            if left > 0 && self.problems.len() < MOST_PROBLEMS { known.collect() } else { Vec::new() };
        self.comparisons.set(left.saturating_sub(known.len()));
        match nearest(word, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None if (1..=12).contains(&known.len()) => format!("it can be: {}", known.join(", ")),
            None => "see the authors' guide for what can stand here".to_owned(),
        }
    }
}

/// The known word that was probably meant: few letters apart for its length.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 60 {
        return None;
    }
    let word = word.to_lowercase();
    let most = |k: &str| 2 + k.len() / 5;
    let distance = |k: &str| strsim::damerau_levenshtein(&word, &k.to_lowercase());
    let alike = known.filter(|k| k.len().abs_diff(word.len()) <= most(k));
    let (apart, near) = alike.map(|k| (distance(k), k)).min()?;
    (apart <= most(near)).then_some(near)
}

/// Told of a file before anything in it is read.
pub fn too_large() -> Diagnostic {
    Diagnostic {
        code: "too-large",
        severity: Severity::Error,
        span: 0..0,
        message: "this file is larger than 16 MiB".to_owned(),
        why: "no conversation needs so much, and reading it would take long".to_owned(),
        fix: "split the scenario".to_owned(),
    }
}
