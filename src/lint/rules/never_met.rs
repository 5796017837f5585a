//! Nodes that a road leads to and nobody ever gets to.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::roads;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const NEVER_MET: Rule = Rule {
    explanation: Explanation {
        code: "never-met",
        severity: Severity::Warning,
        summary: "nobody ever gets to a node",
        matters: "no trainee will ever see it",
        more: "Roads lead there, but every one of them is shut: behind a gate that cannot hold, or a way that is never taken. It is proved \
               by following everything that may happen. Only the first node behind the shut roads is told; what lies further \
               behind it opens with it.",
        bad: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(80)), to: "the-kitchen"),
"the-kitchen": Ending(outcome: Good, text: "The kettle is on."),"#,
        good: r#"Choice(text: "May I come in?", uses: [SeekPermission], to: "the-kitchen"),
"the-kitchen": Ending(outcome: Good, text: "The kettle is on."),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let (scenario, reach) = (checkup.scenario, &checkup.reach);
    let written = roads::written(scenario);
    let mut first = vec![false; scenario.nodes.len()];
    for (_, node) in scenario.talks().filter(|(at, _)| reach.can_be_met(*at)) {
        node.choices.iter().flat_map(|c| c.to.targets()).for_each(|to| first[to.index()] = true);
    }
    let never = scenario.places().filter(|(at, _)| written[at.index()] && first[at.index()] && !reach.can_be_met(*at));
    let tell = |(at, place): (_, &crate::scenario::Place)| {
        let message = format!("nobody ever gets to \"{}\": every road there is shut", place.id);
        Finding::new(checkup.written.key(at), message, "open one of the roads that lead there, or take it out")
    };
    never.map(tell).collect()
}
