//! Something that hurts is met without a warning.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::topics::touched;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const CONTENT_NOTE_MISSING: Rule = Rule {
    explanation: Explanation {
        code: "content-note-missing",
        severity: Severity::Warning,
        summary: "a topic that hurts is met, and content_note is empty",
        matters: "somebody who lost a person last month walks into it unwarned",
        more: "Suicide, assault, violence at home, death, overdose, war, hatred: trainees have met them too. The note is read \
               before the talk begins and lets somebody choose another day; it does not give the story away. Words are \
               looked for in everything a trainee reads: one plain word is enough, or three different ones that mean little \
               each by itself. What they mean here is yours to judge.",
        bad: r#"Line(who: "sam", text: "The funeral was on Monday. I didn't go.", body: "He turns the ring."),"#,
        good: r#"content_note: "Somebody speaks of a death in the family. You can leave at any time.",
Line(who: "sam", text: "The funeral was on Monday. I didn't go.", body: "He turns the ring."),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    if !checkup.scenario.content_note.is_empty() {
        return Vec::new();
    }
    let met = touched(&checkup.texts).into_iter().map(|touched| {
        let message = format!("\"{}\" is about {}, and nobody is warned of it", touched.words, touched.topic.name);
        let fix = "add content_note: \"..\" to the scenario: what somebody might not want to meet today";
        Finding::new(touched.text.span_of(checkup.written, touched.words), message, fix)
    });
    met.collect()
}
