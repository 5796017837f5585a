//! Whether a scenario's seed changes anything but words.

use crate::scenario::{Line, Node, Say, Scenario};
use crate::session::asks;

/// The nodes where one of several lines, chosen by the seed, differs from the others in who says it, in what it tells, or in
/// whether it asks something. Everything else that the seed settles is wording and the order of the lines on offer.
pub(super) fn varied(scenario: &Scenario) -> Vec<String> {
    let nodes = scenario.talks().filter(|(_, node)| node.says.iter().any(|say| differs(node, say)));
    nodes.map(|(at, _)| scenario.place_at(at).id.clone()).collect()
}

fn differs(node: &Node, say: &Say) -> bool {
    match say {
        Say::Line(_) => false,
        Say::AnyOf(lines) => lines.windows(2).any(|pair| effect(node, &pair[0]) != effect(node, &pair[1])),
        Say::FirstThatFits(ways) => ways.iter().any(|(_, say)| differs(node, say)),
    }
}

fn effect<'l>(node: &Node, line: &'l Line) -> (usize, &'l [crate::scenario::NameIx], bool) {
    (line.who.index(), &line.tells, node.asked.unwrap_or_else(|| asks(&line.text)))
}
