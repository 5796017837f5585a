//! One saved version of a scenario's file: what can be played of it, and everything there is to say about it.

use super::examine;
use crate::diagnostic::{Diagnostic, Lines, Position, Severity};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::scenario::library::{Contents, known};
use crate::scenario::resolve::resolve;

/// What came of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// None where it cannot be played.
    pub scenario: Option<Scenario>,
    /// Errors first, then in the order of the file.
    pub told: Vec<Told>,
}

/// A diagnostic with its place worked out, so that it can be shown without the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub severity: Severity,
    pub code: &'static str,
    pub at: Position,
    pub message: String,
    pub why: String,
    pub fix: String,
}

/// Reads and examines one version.
pub fn version(id: &str, contents: Contents, model: &'static Model) -> Version {
    let Contents { text, problem } = contents;
    let (scenario, problems) = match problem {
        Some(problem) => (None, vec![problem]),
        None => match resolve(id, &text, &model.techniques, known()) {
            Ok(resolved) => (Some(resolved.scenario.clone()), examine(resolved, model)),
            Err(problems) => (None, problems),
        },
    };
    let lines = Lines::of(&text);
    let mut told: Vec<Told> = problems.into_iter().map(|p| tell(p, &lines)).collect();
    told.sort_by_key(|t| t.severity);
    Version { scenario, told }
}

fn tell(problem: Diagnostic, lines: &Lines) -> Told {
    let Diagnostic { code, severity, span, message, why, fix } = problem;
    Told { severity, code, at: lines.position(span.start), message, why, fix }
}

#[cfg(test)]
mod tests {
    use super::version;
    use crate::diagnostic::Severity;
    use crate::model::Model;
    use crate::scenario::library::Contents;

    const SHORT: &str = include_str!("../../tests/scenarios/short-talk.ron");

    fn of(text: &str) -> super::Version {
        version("short-talk", Contents { text: text.to_owned(), problem: None }, Model::shipped())
    }

    #[test]
    fn what_can_be_played_comes_with_its_findings() {
        let version = of(&SHORT.replace(", body: \"She holds the rail.\"", ""));
        let line = SHORT.lines().position(|l| l.contains("She holds the rail.")).expect("it is there") + 1;
        assert!(version.scenario.is_some());
        assert!(version.told.iter().any(|t| t.code == "no-body" && t.at.line == line), "{:?}", version.told);
    }

    #[test]
    fn what_cannot_be_played_tells_its_errors_first() {
        let version =
            of(&SHORT.replace(", body: \"She holds the rail.\"", "").replace("to: \"light-on\"", "to: \"light\""));
        assert!(version.scenario.is_none());
        let order: Vec<Severity> = version.told.iter().map(|t| t.severity).collect();
        assert!(order.is_sorted() && order.first() == Some(&Severity::Error), "{order:?}");
    }
}
