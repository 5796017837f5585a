//! Conversations that choices never bring to an end.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::PlaceKind;

pub(super) const NO_ENDING: Rule = Rule {
    explanation: Explanation {
        code: "no-ending",
        severity: Severity::Warning,
        summary: "no road leads to an ending that can be reached",
        matters: "the talk ends only when somebody walks away or it has to stop",
        more: "Endings are there and roads to them, but no trainee ever gets to one by what they say: the gates on the way cannot hold. It is \
               proved by following everything that may happen.",
        bad: r#"stop: "halt",
"door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Go on.", uses: [MinimalEncourager], to: "door"),
    Choice(text: "And then?", uses: [OpenQuestion], to: "door"),
    Choice(text: "Thank you, Sam.", uses: [ThankClose], when: Trust(AtLeast(90)), to: "good"),
]),
"halt": Node(says: [Line(who: "sam", text: "Back!", body: "An arm comes up.")], choices: [
    Choice(text: "I'm stepping back.", uses: [SafetyDirection], to: "door"),
    Choice(text: "Easy, now.", uses: [CalmDown], to: "door"),
]),"#,
        good: r#""door": Node(says: [Line(who: "sam", text: "What is it?", body: "The chain stays on.")], choices: [
    Choice(text: "Go on.", uses: [MinimalEncourager], to: "door"),
    Choice(text: "And then?", uses: [OpenQuestion], to: "door"),
    Choice(text: "Thank you, Sam.", uses: [ThankClose], to: "good"),
]),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut endings = checkup.scenario.places().filter(|(_, place)| matches!(place.kind, PlaceKind::Ending(_)));
    if endings.any(|(at, _)| checkup.reach.by_road(at)) {
        return Vec::new();
    }
    let message = "no choice ever leads to an ending that can be reached";
    let fix = "lead a choice without a gate to an ending";
    vec![Finding::new(checkup.written.key(checkup.scenario.opening), message, fix)]
}
