//! Sore points that nobody ever touches.

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::{Checkup, Finding, Rule};
use crate::model::TechniqueSet;
use crate::scenario::PersonIx;

pub(super) const TRIGGER_NEVER_TOUCHED: Rule = Rule {
    explanation: Explanation {
        code: "trigger-never-touched",
        severity: Severity::Warning,
        summary: "no line can touch a sore point",
        matters: "the briefing of the person promises a mistake that cannot be made",
        more: "A sore point is there to be stepped on by whoever does not look. No line that may be said to this person uses the technique or names \
               it in touches. Offer a line that does, with good reason to pick it, or take it out.",
        bad: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev", triggers: ["the-chain"],
    starts: (arousal: 72, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),"#,
        good: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev", triggers: ["the-chain"],
    starts: (arousal: 72, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))),
Choice(text: "Take the chain off, at least.", uses: [Command], touches: ["the-chain"], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let scenario = checkup.scenario;
    let touched = touched(checkup);
    let mut found = Vec::new();
    for (p, (cast, (techniques, names))) in scenario.people.iter().zip(&touched).enumerate() {
        let person = checkup.written.person(PersonIx(p as u8));
        let list = person.and_then(|tree| tree.field(checkup.written.text, "triggers"));
        for (i, trigger) in cast.triggers.iter().enumerate() {
            let name = scenario.touches.iter().position(|t| t == trigger);
            let is_touched = match checkup.model.techniques.find(trigger) {
                Some(technique) => techniques.contains(technique),
                None => name.is_some_and(|n| names & (1 << n) != 0),
            };
            if !is_touched {
                let place = list.and_then(|l| l.items.get(i)).map_or(0..0, |item| item.value.span.clone());
                let message = format!("no line said to {} can touch \"{}\"", short(&cast.name), short(trigger));
                found.push(Finding::new(place, message, "offer a line that touches it, or take it out"));
            }
        }
    }
    found
}

/// By person, the techniques and the other sore points that some line to them uses or touches.
fn touched(checkup: &Checkup) -> Vec<(TechniqueSet, u64)> {
    let scenario = checkup.scenario;
    let mut touched = vec![(TechniqueSet::default(), 0); scenario.people.len()];
    for (at, node) in scenario.talks() {
        let met = checkup.reach.met(at);
        for (c, choice) in node.choices.iter().enumerate() {
            for (p, (techniques, names)) in touched.iter_mut().enumerate() {
                // to whom it is said where nobody ever gets to is not known
                if met.is_none_or(|m| m.choices[c].to_whom.contains(PersonIx(p as u8))) {
                    choice.techniques.iter().for_each(|t| techniques.insert(*t));
                    choice.touched_techniques.iter().for_each(|t| techniques.insert(t));
                    *names |= choice.touches;
                }
            }
        }
    }
    touched
}
