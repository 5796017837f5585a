//! Line by line, what a survey saw of it: how often it was offered, how often it was the strongest, and by how much.

use std::collections::BTreeMap;

use super::Survey;
use super::statistics::{Correlation, rank_correlation};
use crate::scenario::NodeIx;
use crate::session::{Offered, Turn};

/// A node that was come to.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeMet {
    pub node: NodeIx,
    pub times: usize,
    /// Those that were ever on offer, in file order.
    pub lines: Vec<LineMet>,
}

/// A line that was on offer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineMet {
    /// Its place in the node, from 0, in file order.
    pub choice: usize,
    pub offered: usize,
    /// How often it was the strongest on offer.
    pub strongest: usize,
    /// Its composite evidence less the mean of all that was on offer beside it, on average.
    pub lead: f64,
}

impl NodeMet {
    /// The line that was most often the strongest; of equals the first in file order.
    pub fn strongest(&self) -> Option<&LineMet> {
        self.lines.iter().rev().max_by_key(|l| l.strongest)
    }
}

/// The place in the offer of the line with the greatest composite evidence; of equals the first in file order.
pub fn strongest(turn: &Turn) -> Option<usize> {
    let composite = |o: &Offered| o.evidence.composite();
    let all = turn.offered.iter().enumerate().rev();
    all.max_by(|(_, a), (_, b)| composite(a).total_cmp(&composite(b))).map(|(i, _)| i)
}

impl Survey {
    /// Every node that was come to, in file order.
    pub fn nodes_met(&self) -> Vec<NodeMet> {
        let mut met: BTreeMap<NodeIx, NodeMet> = BTreeMap::new();
        for turn in self.turns() {
            let node = met.entry(turn.node).or_insert(NodeMet { node: turn.node, times: 0, lines: Vec::new() });
            add(node, turn);
        }
        let mut nodes: Vec<NodeMet> = met.into_values().collect();
        for line in nodes.iter_mut().flat_map(|n| &mut n.lines) {
            // sums of the same numbers in another order must not look like different evidence
            line.lead = (line.lead / line.offered as f64 * 1e6).round() / 1e6;
        }
        nodes
    }
}

/// Leads are summed here; they become means once everything is added.
fn add(node: &mut NodeMet, turn: &Turn) {
    node.times += 1;
    let mean = turn.offered.iter().map(|o| o.evidence.composite()).sum::<f64>() / turn.offered.len().max(1) as f64;
    let best = strongest(turn);
    for (i, offered) in turn.offered.iter().enumerate() {
        let new = LineMet { choice: offered.choice, offered: 0, strongest: 0, lead: 0.0 };
        let at = node.lines.binary_search_by_key(&offered.choice, |l| l.choice).unwrap_or_else(|at| {
            node.lines.insert(at, new);
            at
        });
        let line = &mut node.lines[at];
        line.offered += 1;
        line.strongest += usize::from(best == Some(i));
        line.lead += offered.evidence.composite() - mean;
    }
}

/// How far something that can be seen of a line tells how strong it is among those beside it; lines for which `seen` gives
/// none are left out. The parts are those of the nodes, in their order.
pub fn tells(nodes: &[NodeMet], seen: impl Fn(NodeIx, usize) -> Option<f64>) -> Option<Correlation> {
    let pairs = |n: &NodeMet| n.lines.iter().filter_map(|l| Some((seen(n.node, l.choice)?, l.lead))).collect();
    rank_correlation(&nodes.iter().map(pairs).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::explore::survey;
    use crate::model::Model;
    use crate::scenario::library;

    #[test]
    fn at_every_node_one_line_is_the_strongest_each_time_and_the_leads_even_out() {
        let scenario = Arc::new(library::load("apartment-3c", None).expect("it ships"));
        let survey = survey(&scenario, Model::shipped());
        let nodes = survey.nodes_met();
        assert_eq!(nodes.iter().map(|n| n.times).sum::<usize>(), survey.turns().count());
        for node in nodes {
            assert_eq!(node.lines.iter().map(|l| l.strongest).sum::<usize>(), node.times);
            assert!(node.lines.is_sorted_by_key(|l| l.choice));
            let even: f64 = node.lines.iter().map(|l| l.lead * l.offered as f64).sum();
            assert!(even.abs() < 1e-3, "{even}");
            let most = node.strongest().expect("something was on offer").strongest;
            assert!(node.lines.iter().all(|l| l.strongest <= most));
        }
    }
}
