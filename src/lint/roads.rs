//! Roads from place to place as they are written, and what a trainee can count on among them.

use crate::explore::reach::conditions::{Sense, leaves};
use crate::explore::{Answer, Reach};
use crate::scenario::{Choice, Condition, Node, NodeIx, Route, Scenario};

/// Everything that choices lead to from the opening, gates or no gates.
pub(super) fn written(scenario: &Scenario) -> Vec<bool> {
    let mut seen = vec![false; scenario.nodes.len()];
    let mut open = vec![scenario.opening];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut seen[at.index()], true) {
            continue;
        }
        let choices = scenario.node(at).map_or(&[][..], |n| &n.choices);
        open.extend(choices.iter().flat_map(|c| c.to.targets()));
    }
    seen
}

/// Places from which a trainee gets to an ending whatever has happened before, if only they try everything that is open.
///
/// What becomes true and stays so (a fact, a place visited) can be earned by trying; a level of trust, a feeling, or that
/// something has not happened may be lost for good.
pub(super) fn sure_to_end(scenario: &Scenario, reach: &Reach) -> Vec<bool> {
    let mut back: Vec<Vec<NodeIx>> = vec![Vec::new(); scenario.nodes.len()];
    for (at, node) in scenario.talks() {
        for to in node.choices.iter().flat_map(|c| c.to.targets()) {
            back[to.index()].push(at);
        }
    }
    let mut ends = vec![false; scenario.nodes.len()];
    let mut open: Vec<NodeIx> =
        scenario.places().filter(|(at, _)| scenario.node(*at).is_none()).map(|(at, _)| at).collect();
    open.iter().for_each(|at| ends[at.index()] = true);
    while let Some(to) = open.pop() {
        for at in std::mem::take(&mut back[to.index()]) {
            let Some(node) = scenario.node(at) else { continue };
            if !ends[at.index()] && leads_out(at, node, reach, &ends) {
                ends[at.index()] = true;
                open.push(at);
            }
        }
    }
    ends
}

fn leads_out(at: NodeIx, node: &Node, reach: &Reach, ends: &[bool]) -> bool {
    let met = reach.met(at);
    node.choices.iter().enumerate().any(|(c, choice)| {
        let offer = met.map(|m| &m.choices[c]);
        let free = match offer.and_then(|o| o.gate) {
            Some(Answer::Always) | None => true,
            Some(Answer::Never) => false,
            Some(Answer::Sometimes) => choice.when.as_ref().is_none_or(can_be_earned),
        };
        free && offer.is_none_or(|o| o.can_be_open) && road_ends(choice, offer.map_or(&[], |o| &o.ways), ends)
    })
}

/// Whether the road ends whatever way fits; a way that may never be taken again is no way out, and no trap either.
fn road_ends(choice: &Choice, fits: &[Answer], ends: &[bool]) -> bool {
    let ways = match &choice.to {
        Route::To(to) => return ends[to.index()],
        Route::FirstThatFits(ways) => ways,
    };
    for (i, (when, to)) in ways.iter().enumerate() {
        let fits = fits.get(i).copied().unwrap_or(Answer::Sometimes);
        let ends = ends[to.index()];
        match (when, fits) {
            (_, Answer::Never) => {}
            (None, _) | (_, Answer::Always) => return ends,
            (Some(when), Answer::Sometimes) if can_be_earned(when) => {
                if ends {
                    return true;
                }
            }
            (Some(_), Answer::Sometimes) => {
                if !ends {
                    return false;
                }
            }
        }
    }
    false
}

/// Whether a condition asks only for what becomes true and stays so.
pub(super) fn can_be_earned(condition: &Condition) -> bool {
    let mut earned = true;
    leaves(condition, Sense::Holds, &mut |leaf, sense| {
        earned &= sense == Sense::Holds && !matches!(leaf, Condition::State(..) | Condition::Feels(_));
    });
    earned
}
