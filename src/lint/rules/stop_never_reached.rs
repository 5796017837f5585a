//! Danger that no talk ever stops for.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};

pub(super) const STOP_NEVER_REACHED: Rule = Rule {
    explanation: Explanation {
        code: "stop-never-reached",
        severity: Severity::Warning,
        summary: "there is a hazard, and the talk can never stop for it",
        matters: "the trainee meets a danger and never has to make distance",
        more: "A node says that there is danger, but nobody can come to arousal 95 here and no choice leads to the stop node, so what is \
               written there is never seen. Lead a choice to it where somebody stays too close, or write what happens that \
               stirs the person up. It is proved by following everything that may happen.",
        bad: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 20, trust: 50, respect: 60, readiness: 30, need: Esteem, feels: (Fear, 1))),
"door": Node(hazard: true, says: [Line(who: "sam", text: "Mind the step.", body: "A board is loose.")], choices: [
    Choice(text: "Stay where you are.", uses: [SafetyDirection], to: "good"),
    Choice(text: "It's nothing.", uses: [Dismiss], to: "bad"),
]),"#,
        good: r#""sam": Person(name: "Sam Ortiz", role: "tenant", looks: "dev",
    starts: (arousal: 20, trust: 50, respect: 60, readiness: 30, need: Esteem, feels: (Fear, 1))),
"door": Node(hazard: true, says: [Line(who: "sam", text: "Mind the step.", body: "A board is loose.")], choices: [
    Choice(text: "Stay where you are.", uses: [SafetyDirection], to: "good"),
    Choice(text: "It's nothing.", uses: [Dismiss], to: "stop"),
]),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let (scenario, reach) = (checkup.scenario, &checkup.reach);
    if reach.can_be_met(scenario.stop) {
        return Vec::new();
    }
    let mut hazards = scenario.talks().filter(|(at, node)| node.hazard && reach.can_be_met(*at));
    let tell = |(at, _)| {
        let stop = &scenario.place_at(scenario.stop).id;
        let message =
            format!("there is a hazard in \"{}\", and \"{stop}\" can never be reached", scenario.place_at(at).id);
        let place = checkup.written.node(at).map_or(0..0, |tree| checkup.written.within(tree, &["hazard"]));
        Finding::new(place, message, format!("lead a choice to \"{stop}\" where somebody stays too close"))
    };
    hazards.next().map(tell).into_iter().collect()
}
