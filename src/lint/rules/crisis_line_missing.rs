//! It is about life and death, and nobody says whom to call.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::topics::touched;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const CRISIS_LINE_MISSING: Rule = Rule {
    explanation: Explanation {
        code: "crisis-line-missing",
        severity: Severity::Warning,
        summary: "suicide or self-harm is met, and crisis_line is empty",
        matters: "a trainee for whom it comes too near is not told whom to call",
        more: "It is told before the talk, beside the content note, so that nobody has to ask. Numbers differ by country: name \
               the one that holds where the scenario is used, and have it looked at there.",
        bad: r#"Line(who: "sam", text: "They'd all be better off without me.", body: "He looks at the window."),"#,
        good: r#"crisis_line: "If this comes near: in the US call or text 988, at any hour.",
Line(who: "sam", text: "They'd all be better off without me.", body: "He looks at the window."),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    if !checkup.scenario.crisis_line.is_empty() {
        return Vec::new();
    }
    let met = touched(&checkup.texts).into_iter().filter(|t| t.topic.crisis).map(|touched| {
        let message = format!("\"{}\" is about {}, and nobody is told whom to call", touched.words, touched.topic.name);
        let fix = "add crisis_line: \"..\" to the scenario: whom to call where it is used";
        Finding::new(touched.text.span_of(checkup.written, touched.words), message, fix)
    });
    met.collect()
}
