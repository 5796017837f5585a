//! What can be reached, and from where an ending can.

use crate::scenario::{NodeIx, Place, PlaceKind};

/// For each place, where its choices may lead.
pub(super) fn ways_out(nodes: &[Place]) -> Vec<Vec<NodeIx>> {
    let of = |place: &Place| match &place.kind {
        PlaceKind::Ending(_) => Vec::new(),
        PlaceKind::Node(node) => node.choices.iter().flat_map(|c| c.to.targets()).collect(),
    };
    nodes.iter().map(of).collect()
}

/// Everything that can be reached from these.
pub(super) fn reached(ways: &[Vec<NodeIx>], from: &[NodeIx]) -> Vec<bool> {
    let mut seen = vec![false; ways.len()];
    let mut open: Vec<usize> = from.iter().map(|n| n.index()).collect();
    while let Some(at) = open.pop() {
        if seen.get(at) == Some(&false) {
            seen[at] = true;
            open.extend(ways[at].iter().map(|n| n.index()));
        }
    }
    seen
}

/// Everything from which an ending can be reached.
pub(super) fn can_end(nodes: &[Place], ways: &[Vec<NodeIx>]) -> Vec<bool> {
    let mut back: Vec<Vec<NodeIx>> = vec![Vec::new(); nodes.len()];
    for (from, outs) in ways.iter().enumerate() {
        for to in outs {
            if let Some(back) = back.get_mut(to.index()) {
                back.push(NodeIx(from as u32));
            }
        }
    }
    let endings = nodes.iter().enumerate().filter(|(_, p)| matches!(p.kind, PlaceKind::Ending(_)));
    let endings: Vec<NodeIx> = endings.map(|(i, _)| NodeIx(i as u32)).collect();
    reached(&back, &endings)
}
