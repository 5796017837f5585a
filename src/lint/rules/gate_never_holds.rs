//! Choices that nobody is ever offered.

use crate::diagnostic::{Explanation, Severity, short};
use crate::explore::Answer;
use crate::explore::reach::conditions::Stands;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const GATE_NEVER_HOLDS: Rule = Rule {
    explanation: Explanation {
        code: "gate-never-holds",
        severity: Severity::Warning,
        summary: "a gate can never hold",
        matters: "no trainee is ever offered this line",
        more: "Whatever has been said before, this condition does not hold when the talk comes here. Trust grows by 15 points in a visit \
               and readiness by 25, so a gate above that stays shut; so does one that asks for a node that comes only later. \
               It is proved by following everything that may happen, not by trying.",
        bad: r#"Choice(text: "You kept them all fed.", uses: [Affirmation], when: Trust(AtLeast(60)), to: "good"),"#,
        good: r#"Choice(text: "You kept them all fed.", uses: [Affirmation], when: Trust(Below(60)), to: "good"), // allow gate-always-holds: shown first"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        let Some(met) = checkup.reach.met(at) else { continue };
        for (c, _) in met.choices.iter().enumerate().filter(|(_, o)| o.gate == Some(Answer::Never)) {
            // a fact that cannot be known yet is told of by itself
            let gate = Stands::Gate(at, c);
            if met.unknown.iter().all(|(stands, _)| *stands != gate) {
                let said = short(&node.choices[c].text);
                let message = format!("\"{said}\" is never on offer: its gate cannot hold here");
                let place = crate::lint::ways::condition(checkup.written, gate);
                found.push(Finding::new(
                    place,
                    message,
                    "lower the gate, move the line to where it can hold, or take it out",
                ));
            }
        }
    }
    found
}
