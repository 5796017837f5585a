//! How many turns it would take to walk every path, judged by the roads alone.

use super::MOST_TURNS;
use crate::scenario::{PlaceKind, Scenario};
use crate::session::MOST_OFFERED;

/// An estimate from above but for talk that stops or somebody who leaves; stops at the greatest number there is.
pub(super) fn most_steps(scenario: &Scenario) -> u64 {
    // steps from each place with so many turns left, beginning with none
    let mut steps = vec![0_u64; scenario.nodes.len()];
    for _ in 0..MOST_TURNS {
        steps = scenario.nodes.iter().map(|place| from(&place.kind, &steps)).collect();
    }
    steps[scenario.opening.index()]
}

fn from(kind: &PlaceKind, steps: &[u64]) -> u64 {
    let PlaceKind::Node(node) = kind else { return 0 };
    let farthest = |c: &crate::scenario::Choice| {
        let ways = c.to.targets().into_iter().map(|to| steps[to.index()]);
        ways.max().unwrap_or(0).saturating_add(1)
    };
    let mut lines: Vec<u64> = node.choices.iter().map(farthest).collect();
    lines.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
    let said = lines.into_iter().take(MOST_OFFERED).fold(0_u64, u64::saturating_add);
    said.saturating_mul(node.cue.as_ref().map_or(1, |_| 3))
}
