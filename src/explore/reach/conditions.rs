//! Every condition of a scenario with where it stands, and what each asks in the end.

use crate::scenario::{Condition, Node, NodeIx, Route, Say, Scenario};

/// Where a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// The gate of a choice.
    Gate(NodeIx, usize),
    /// A way to say: all ways of the node's `says` are counted in the order of the file.
    Say(NodeIx, usize),
    /// A way to go of a choice.
    Way(NodeIx, usize, usize),
}

/// Whether something is asked to hold or not to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    Holds,
    HoldsNot,
}

impl Sense {
    pub fn turned(self) -> Self {
        match self {
            Self::Holds => Self::HoldsNot,
            Self::HoldsNot => Self::Holds,
        }
    }
}

/// Looks at every condition, in the order of the nodes.
pub fn each<'s>(scenario: &'s Scenario, mut look: impl FnMut(Stands, &'s Condition)) {
    for (at, node) in scenario.talks() {
        each_in(at, node, &mut look);
    }
}

/// Looks at every condition of one node, in the order of the file.
pub fn each_in<'s>(at: NodeIx, node: &'s Node, look: &mut impl FnMut(Stands, &'s Condition)) {
    let mut ways = 0;
    for say in &node.says {
        each_said(say, &mut ways, &mut |way, condition| look(Stands::Say(at, way), condition));
    }
    each_chosen(at, node, look);
}

fn each_chosen<'s>(at: NodeIx, node: &'s Node, look: &mut impl FnMut(Stands, &'s Condition)) {
    for (c, choice) in node.choices.iter().enumerate() {
        if let Some(when) = &choice.when {
            look(Stands::Gate(at, c), when);
        }
        let Route::FirstThatFits(ways) = &choice.to else { continue };
        for (way, (when, _)) in ways.iter().enumerate() {
            if let Some(when) = when {
                look(Stands::Way(at, c, way), when);
            }
        }
    }
}

fn each_said<'s>(say: &'s Say, count: &mut usize, look: &mut dyn FnMut(usize, &'s Condition)) {
    let Say::FirstThatFits(ways) = say else { return };
    for (when, say) in ways {
        let way = *count;
        *count += 1;
        if let Some(when) = when {
            look(way, when);
        }
        each_said(say, count, look);
    }
}

/// Looks at what a condition asks in the end, each with whether it is to hold.
pub fn leaves<'c>(condition: &'c Condition, sense: Sense, look: &mut dyn FnMut(&'c Condition, Sense)) {
    match condition {
        Condition::Of(_, inner) => leaves(inner, sense, look),
        Condition::Not(inner) => leaves(inner, sense.turned(), look),
        Condition::All(all) | Condition::Any(all) => all.iter().for_each(|c| leaves(c, sense, look)),
        Condition::State(..)
        | Condition::Feels(_)
        | Condition::Fact(_)
        | Condition::Promised(_)
        | Condition::Kept(_)
        | Condition::Broken(_)
        | Condition::Visited(_)
        | Condition::Chose(..) => look(condition, sense),
    }
}
