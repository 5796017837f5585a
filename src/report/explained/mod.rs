//! What the findings of `check` mean, in the same words for the terminal and for the authors' guide.

pub mod markdown;
pub mod text;

use crate::diagnostic::{Explanation, Severity};

const BEFORE_BAD: &str = "This is told:";
const BEFORE_GOOD: &str = "This is not:";

/// Both kinds, each with what it means, in the order in which they are told.
const KINDS: [(Severity, &str, &str); 2] = [
    (Severity::Error, "Errors", "They keep a scenario from being played."),
    (Severity::Warning, "Warnings", "The scenario can be played, but a trainee would notice."),
];

fn kind(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// What it is and what it means for the trainee, then the rest of the story.
fn paragraphs(explanation: &Explanation) -> [String; 2] {
    let (is, means) = (sentence(explanation.summary), sentence(explanation.matters));
    [format!("{is} {means}"), explanation.more.to_owned()]
}

/// How to let a finding stand; nothing can let an error stand.
fn standing(explanation: &Explanation) -> Option<String> {
    match explanation.severity {
        Severity::Error => None,
        // what is shown in no scenario has no place in one for a comment
        Severity::Warning if explanation.bad.is_empty() => None,
        Severity::Warning => Some(format!("// allow {}: why it may stay", explanation.code)),
    }
}

const BEFORE_STANDING: &str = "Where you mean it so, let it stand with a note right above it, and say why:";

/// With a capital letter and a full stop.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    format!("{first}{}.", letters.as_str())
}

/// Those of one kind.
fn of(all: &[Explanation], severity: Severity) -> impl Iterator<Item = &Explanation> {
    all.iter().filter(move |e| e.severity == severity)
}
