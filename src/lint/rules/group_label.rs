//! Slurs, and words that make a person into one thing.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::labels::{LABELS, Label, LabelKind};
use crate::lint::texts::{Kind, Text};
use crate::lint::words::Met;
use crate::lint::{Checkup, Finding, Rule};
use crate::model::TechniqueIx;

/// An officer's line with one of these may hold a label: it is there to be judged by what it does.
const MEANT_TO_HURT: [&str; 2] = ["judgment", "sarcasm"];

pub(super) const GROUP_LABEL: Rule = Rule {
    explanation: Explanation {
        code: "group-label",
        severity: Severity::Warning,
        summary: "a word makes a person into one thing",
        matters: "the trainee learns the word along with the scenario, and some of them have been called it",
        more: "Words like \"junkie\" or \"perp\" say who somebody is instead of what happened, and a group is never the \
               explanation. People on stage may say hard things, and an officer's line that uses Judgment or Sarcasm may \
               hold such a word on purpose. A slur is told wherever it stands: the scene can do without it.",
        bad: r#"Choice(text: "So you're the junkie from the second floor.", uses: [ClosedQuestion], to: "bad"),"#,
        good: r#"Choice(text: "So you're Sam, from the second floor.", uses: [ClosedQuestion], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let hurtful: Vec<TechniqueIx> = MEANT_TO_HURT.iter().filter_map(|id| checkup.model.techniques.find(id)).collect();
    let mut found = Vec::new();
    for text in &checkup.texts {
        for met in LABELS.lexicon.find(text.words) {
            let label = &LABELS.all[met.number];
            if label.kind == LabelKind::Slur || is_the_officers(checkup, text, &hurtful) {
                found.push(told(checkup, text, &met, label));
            }
        }
    }
    found
}

/// Whether a text speaks for the officer or the narrator, and not on purpose to hurt.
fn is_the_officers(checkup: &Checkup, text: &Text, hurtful: &[TechniqueIx]) -> bool {
    match text.kind {
        Kind::Said(_) => false,
        Kind::Choice(choice) => {
            let choice = text.node.and_then(|at| checkup.scenario.node(at)?.choices.get(choice));
            choice.is_none_or(|c| !c.techniques.iter().any(|t| hurtful.contains(t)))
        }
        _ => true,
    }
}

fn told(checkup: &Checkup, text: &Text, met: &Met, label: &Label) -> Finding {
    let message = format!("\"{}\" stands here: {}", met.words, label.why);
    let fix = match label.kind {
        LabelKind::Slur => "let them show it in another way; who plays this did not ask to read the word".to_owned(),
        LabelKind::Label => format!("write {}", label.instead),
    };
    Finding::new(text.span_of(checkup.written, met.words), message, fix)
}
