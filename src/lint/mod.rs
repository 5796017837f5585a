//! What is wrong with a scenario that plays: one rule per file.

mod allow;
mod asked;
mod labels;
pub mod plays;
mod roads;
mod rules;
pub mod reading;
pub mod texts;
mod topics;
pub mod version;
mod ways;
mod words;

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Explanation, Severity, Span};
use crate::explore::{Reach, Survey, reach, survey};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::scenario::resolve::{self, Known, Resolved};
use crate::scenario::written::Written;

pub use rules::{RULES, without_id};
use texts::{Text, texts};
pub use version::{Told, Version, version};

/// One thing to look for.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    pub explanation: Explanation,
    pub find: fn(&Checkup) -> Vec<Finding>,
}

/// Everything a rule may look at.
pub struct Checkup<'a> {
    pub scenario: &'a Scenario,
    pub written: &'a Written<'a>,
    pub model: &'static Model,
    /// What simulated trainees meet.
    pub survey: Survey,
    /// What can ever happen.
    pub reach: Reach,
    /// Every text of it.
    pub texts: Vec<Text<'a>>,
}

impl<'a> Checkup<'a> {
    /// Plays the scenario and gathers its texts.
    pub fn of(scenario: &'a Arc<Scenario>, written: &'a Written<'a>, model: &'static Model) -> Self {
        let (survey, reach) = (survey(scenario, model), reach(scenario, model));
        Self { scenario, written, model, survey, reach, texts: texts(scenario, written) }
    }
}

/// What a rule found; its code, severity and meaning are those of the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub span: Span,
    /// Lower case, no full stop, the offending text quoted.
    pub message: String,
    /// What to do.
    pub fix: String,
}

impl Finding {
    pub fn new(span: Span, message: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { span, message: message.into(), fix: fix.into() }
    }
}

/// Of one rule, so many findings are told; who has mended those runs it again.
const MOST_FINDINGS: usize = 100;

/// Everything there is to say about a file: what keeps it from being played, or else every finding that no comment allows,
/// in the order of the file.
pub fn check(id: &str, text: &str, model: &'static Model, known: Known) -> Vec<Diagnostic> {
    match resolve::resolve(id, text, &model.techniques, known) {
        Ok(resolved) => examine(resolved, model),
        Err(problems) => problems,
    }
}

/// Every finding about a scenario that plays, in the order of the file.
pub fn examine(resolved: Resolved, model: &'static Model) -> Vec<Diagnostic> {
    let Resolved { scenario, mut warnings, written } = resolved;
    let scenario = Arc::new(scenario);
    let checkup = Checkup::of(&scenario, &written, model);
    for rule in RULES {
        let found = (rule.find)(&checkup);
        warnings.extend(found.into_iter().take(MOST_FINDINGS).map(|f| told(rule, f)));
    }
    let mut left = allow::apply(&written, warnings);
    left.sort_by_key(|p| (p.span.start, p.span.end, p.code));
    left
}

fn told(rule: &Rule, Finding { span, message, fix }: Finding) -> Diagnostic {
    let Explanation { code, severity, matters, .. } = rule.explanation;
    Diagnostic { code, severity, span, message, why: matters.to_owned(), fix }
}

/// Every code that `check` can say with what it means, in the order of the alphabet.
pub fn explanations() -> Vec<Explanation> {
    let of_rules = RULES.iter().map(|r| r.explanation).chain(allow::EXPLANATIONS).chain(plays::EXPLANATIONS);
    let mut all: Vec<Explanation> = resolve::explanations().copied().chain(of_rules).collect();
    all.sort_by_key(|e| e.code);
    all
}

/// Whether a file with these may be played.
pub fn can_be_played(problems: &[Diagnostic]) -> bool {
    problems.iter().all(|p| p.severity == Severity::Warning)
}
