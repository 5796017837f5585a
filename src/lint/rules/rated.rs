//! What a simulated trainee is rated in a scenario, and which nodes that comes from.

use std::collections::BTreeMap;

use crate::explore::statistics::mean;
use crate::lint::Checkup;
use crate::model::Dimension;
use crate::scenario::NodeIx;

/// Over fewer turns a rating says too little to be held to anything (our choice; scoring basis, 4.6 and 4.7).
///
/// In the simulation of the scoring basis the worst of four ratings of the nicest trainee spreads by 19 points from scenario
/// to scenario at four turns, by 14 at eight; that of the expert falls short in more than half of all scenarios of four turns.
pub(super) const LEAST_TURNS: f64 = 8.0;
/// So many nodes are told as those to begin with.
const MOST_NODES: usize = 4;

/// Final scores, means over a trainee's plays.
pub(super) struct Rated {
    /// Of the four.
    pub mean: Score,
    /// Of the least of the four.
    pub least: Score,
    /// The dimension that is least on the whole.
    pub weakest: Dimension,
}

/// A mean, and how far so few plays may have missed it.
#[derive(Clone, Copy)]
pub(super) struct Score {
    pub value: f64,
    miss: f64,
}

impl Score {
    fn of(scores: &[f64]) -> Option<Self> {
        /// Of a mean's standard errors; chance goes further one time out of twenty.
        const ONE_IN_TWENTY: f64 = 1.645;
        let value = mean(scores.iter().copied())?;
        let spread = mean(scores.iter().map(|s| (s - value) * (s - value)))?;
        Some(Self { value, miss: ONE_IN_TWENTY * (spread / scores.len() as f64).sqrt() })
    }

    /// Whether more plays would give more than that as well.
    pub(super) fn is_over(self, most: f64) -> bool {
        self.value - self.miss > most
    }

    /// Whether more plays would give less than that as well.
    pub(super) fn is_under(self, least: f64) -> bool {
        self.value + self.miss < least
    }
}

/// None where the trainee's conversations are too short on average.
pub(super) fn rated(checkup: &Checkup, trainee: &str) -> Option<Rated> {
    let plays = || checkup.survey.of(trainee);
    let turns = mean(plays().map(|p| p.turns.len() as f64))?;
    let (means, leasts): (Vec<f64>, Vec<f64>) = plays().filter_map(|p| p.mean_and_least()).unzip();
    let of = |d: Dimension| mean(plays().filter_map(|p| Some(p.ratings[d as usize].as_ref()?.final_score)));
    let mut weakest: Vec<(f64, Dimension)> = Dimension::ALL.into_iter().filter_map(|d| Some((of(d)?, d))).collect();
    weakest.sort_by(|a, b| a.0.total_cmp(&b.0));
    Some(Rated { mean: Score::of(&means)?, least: Score::of(&leasts)?, weakest: weakest.first()?.1 })
        .filter(|_| turns >= LEAST_TURNS)
}

/// What is lost at a node against the best of each dimension, as a part of what was at stake there.
struct Lost {
    node: NodeIx,
    at_stake: f64,
    part: f64,
}

fn lost(checkup: &Checkup, trainee: &str, dimensions: &[Dimension]) -> Vec<Lost> {
    let mut nodes: BTreeMap<NodeIx, (f64, f64)> = BTreeMap::new();
    for turn in checkup.survey.of(trainee).flat_map(|p| &p.turns) {
        let (at_stake, lost) = nodes.entry(turn.node).or_default();
        for terms in dimensions.iter().filter_map(|d| turn.terms[*d as usize].as_ref()) {
            *at_stake += terms.w;
            *lost += terms.w * (1.0 - terms.q);
        }
    }
    let at_stake = nodes.into_iter().filter(|(_, (at_stake, _))| *at_stake > 0.0);
    at_stake.map(|(node, (at_stake, lost))| Lost { node, at_stake, part: lost / at_stake }).collect()
}

/// The nodes where what the trainee says is within reach of the best, weightiest first among equals, told in file order.
pub(super) fn let_through(checkup: &Checkup, trainee: &str, dimensions: &[Dimension]) -> Vec<NodeIx> {
    /// Of what is at stake, lost here at most.
    const WITHIN_REACH: f64 = 0.25;
    let mut nodes = lost(checkup, trainee, dimensions);
    nodes.retain(|n| n.part <= WITHIN_REACH);
    nodes.sort_by(|a, b| b.at_stake.total_cmp(&a.at_stake));
    in_file_order(nodes)
}

/// The nodes where the trainee loses most on these dimensions, told in file order.
pub(super) fn held_back(checkup: &Checkup, trainee: &str, dimensions: &[Dimension]) -> Vec<NodeIx> {
    let mut nodes = lost(checkup, trainee, dimensions);
    nodes.retain(|n| n.part > 0.0);
    nodes.sort_by(|a, b| (b.part * b.at_stake).total_cmp(&(a.part * a.at_stake)));
    in_file_order(nodes)
}

fn in_file_order(nodes: Vec<Lost>) -> Vec<NodeIx> {
    let mut first: Vec<NodeIx> = nodes.into_iter().map(|n| n.node).take(MOST_NODES).collect();
    first.sort();
    first
}

/// As the middle of a sentence.
pub(super) fn name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Empathy => "empathy",
        Dimension::Listening => "active listening",
        Dimension::Boundaries => "boundaries",
        Dimension::Regard => "positive regard",
    }
}
