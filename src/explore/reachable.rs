//! What is proved never to happen, as against what merely did not.

use super::reach::Reach;
use super::search::Seen;
use super::tally::{Proof, Tally};
use crate::scenario::{NodeIx, PlaceKind, Scenario};

/// Notes the proofs in a tally: of places nobody can come to, and of lines nobody can ever be offered. Anything that is not
/// proved stays "not seen".
pub(super) fn note_proofs(tally: &mut Tally, scenario: &Scenario, reach: &Reach, seen: Option<&Seen>) {
    let roads = by_roads(scenario);
    for (at, of) in tally.places.iter_mut().enumerate() {
        let node = NodeIx(at as u32);
        let walked = |seen_here: bool| (!seen_here).then_some(Proof::EveryPathWalked);
        let no_road = (!roads[at]).then_some(Proof::NoRoad);
        let never_met = no_road.or_else(|| (!reach.can_be_met(node)).then_some(Proof::NoStateLeadsThere));
        of.proof = never_met.or_else(|| walked(seen?.places[at]));
        for (i, choice) in of.choices.iter_mut().enumerate() {
            let shut = reach.met(node).and_then(|m| m.choices.get(i)).is_some_and(|offer| !offer.can_be_open);
            let shut = never_met.or_else(|| shut.then_some(Proof::NoStateLeadsThere));
            choice.proof = shut.or_else(|| walked(seen?.choices[at][i]));
        }
    }
}

/// The places that some road leads to, whatever its conditions; talk may stop and people may leave at any time.
fn by_roads(scenario: &Scenario) -> Vec<bool> {
    let mut reached = vec![false; scenario.nodes.len()];
    let mut open = vec![scenario.opening, scenario.stop, scenario.leaves];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut reached[at.index()], true) {
            continue;
        }
        if let PlaceKind::Node(node) = &scenario.place_at(at).kind {
            open.extend(node.choices.iter().flat_map(|c| c.to.targets()));
        }
    }
    reached
}
