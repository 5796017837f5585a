//! What is proved never to happen, as against what merely did not.

use super::search::Seen;
use super::tally::{Proof, Tally};
use crate::scenario::{PlaceKind, Scenario};

/// Notes the proofs in a tally: of places nobody can come to, and of lines nobody can ever be offered.
///
/// This is the one place where a stronger proof is put in; anything it does not prove stays "not seen".
pub(super) fn note_proofs(tally: &mut Tally, scenario: &Scenario, seen: Option<&Seen>) {
    let roads = by_roads(scenario);
    for (at, of) in tally.places.iter_mut().enumerate() {
        let walked = |seen_here: bool| (!seen_here).then_some(Proof::EveryPathWalked);
        let no_road = (!roads[at]).then_some(Proof::NoRoad);
        of.proof = no_road.or_else(|| walked(seen?.places[at]));
        for (i, choice) in of.choices.iter_mut().enumerate() {
            choice.proof = no_road.or_else(|| walked(seen?.choices[at][i]));
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
