//! Gates that shut nobody out.

use crate::diagnostic::{Explanation, Severity, short};
use crate::explore::Answer;
use crate::explore::reach::conditions::Stands;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const GATE_ALWAYS_HOLDS: Rule = Rule {
    explanation: Explanation {
        code: "gate-always-holds",
        severity: Severity::Warning,
        summary: "a gate always holds",
        matters: "what looks earned is given to everybody, and teaches nothing",
        more: "Whatever has been said before, this condition holds when the talk comes here: the line is on offer to every trainee. Facts in \
               knows are not meant: they say what a line rests on, and may well be known to all. Raise the gate until somebody can \
               miss it, or take it out, so that whoever reads the file is not misled.",
        bad: r#"Choice(text: "Is there a way that works for both of you?", uses: [SeekCollab], when: Trust(AtLeast(20)), to: "good"),"#,
        good: r#"Choice(text: "Is there a way that works for both of you?", uses: [SeekCollab], to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        let Some(met) = checkup.reach.met(at) else { continue };
        for (c, _) in met.choices.iter().enumerate().filter(|(_, o)| o.gate == Some(Answer::Always)) {
            let message =
                format!("\"{}\" is on offer to everybody: its gate always holds here", short(&node.choices[c].text));
            let place = crate::lint::ways::condition(checkup.written, Stands::Gate(at, c));
            found.push(Finding::new(place, message, "take the gate out, or raise it until somebody can miss it"));
        }
    }
    found
}
