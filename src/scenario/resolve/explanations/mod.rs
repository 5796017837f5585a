//! What each thing that `resolve` says means: the words of the authors' guide, of `explain`, and of every finding.

mod names;
mod values;
mod ways;
mod words;
mod writing;

use crate::diagnostic::Explanation;

const GROUPS: [&[Explanation]; 5] = [writing::WRITING, values::VALUES, names::NAMES, words::WORDS, ways::WAYS];

/// All of them, in no order that matters.
pub fn explanations() -> impl Iterator<Item = &'static Explanation> {
    GROUPS.into_iter().flatten()
}

/// The one of a code that `resolve` says.
pub(super) fn explanation(code: &str) -> Option<&'static Explanation> {
    explanations().find(|e| e.code == code)
}
