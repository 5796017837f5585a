//! Whether something that can be seen of a line gives away how good it is.

use crate::explore::lines::{NodeMet, tells};
use crate::lint::Checkup;
use crate::scenario::{Choice, NodeIx};

/// A rank correlation within this says nothing worth having (scoring basis, 4.6).
const MOST: f64 = 0.20;
/// So many standard deviations chance exceeds one time out of ten, both ways taken together.
const ONE_IN_TEN: f64 = 1.645;
/// Of fewer turns nothing is told (our choice).
const LEAST_TURNS: usize = 5;
/// So many nodes are told as those to begin with.
const MOST_NODES: usize = 4;

/// The words of a line as it is shown: what is said, and what is done. A bare silence has 0.
pub(super) fn words_shown(choice: &Choice) -> f64 {
    let done = choice.deed.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    f64::from(choice.words) + done as f64
}

/// A surface that tells.
pub(super) struct Giveaway {
    /// The rank correlation with composite evidence, within turns.
    pub value: f64,
    /// Up to here it would not be told.
    pub most: f64,
    pub lines: usize,
    /// Where it tells most, in file order.
    pub nodes: Vec<NodeIx>,
}

/// None where it tells nothing, or no more than chance would. Lines for which `seen` gives none are left out.
pub(super) fn giveaway(checkup: &Checkup, seen: impl Fn(&Choice) -> Option<f64>) -> Option<Giveaway> {
    let mut nodes = checkup.survey.nodes_met();
    let of = |node: NodeIx, choice: usize| seen(checkup.scenario.node(node)?.choices.get(choice)?);
    let counted = |n: &NodeMet| n.lines.iter().filter(|l| of(n.node, l.choice).is_some()).count();
    nodes.retain(|n| counted(n) > 1);
    let found = tells(&nodes, of)?;
    let most = MOST.max(ONE_IN_TEN * found.chance);
    if nodes.len() < LEAST_TURNS || found.value.abs() <= most {
        return None;
    }
    let mut parts: Vec<(f64, NodeIx)> =
        found.parts.iter().zip(&nodes).map(|(part, n)| (part * found.value.signum(), n.node)).collect();
    parts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut first: Vec<NodeIx> =
        parts.iter().filter(|(part, _)| *part > 0.0).map(|(_, n)| *n).take(MOST_NODES).collect();
    first.sort();
    let lines = nodes.iter().map(counted).sum();
    Some(Giveaway { value: found.value, most, lines, nodes: first })
}
