//! In which order to look at places: what leads around in a circle together, and before whatever comes after it.

use crate::scenario::{PlaceKind, Scenario};

/// By place, its turn. Circles are found by Tarjan's algorithm (1972), without recursion.
pub(super) fn order(scenario: &Scenario) -> Vec<u32> {
    let ways = ways(scenario);
    let mut search = Search {
        found: vec![UNSEEN; ways.len()],
        lowest: vec![0; ways.len()],
        on_stack: vec![false; ways.len()],
        stack: Vec::new(),
        left: Vec::new(),
        circles: vec![0; ways.len()],
        count: 0,
        seen: 0,
    };
    for start in std::iter::once(scenario.opening.index()).chain(0..ways.len()) {
        if search.found[start] == UNSEEN {
            search.from(start as u32, &ways);
        }
    }
    search.ranks()
}

const UNSEEN: u32 = u32::MAX;

struct Search {
    found: Vec<u32>,
    lowest: Vec<u32>,
    on_stack: Vec<bool>,
    stack: Vec<u32>,
    /// Places in the order in which everything behind them had been seen.
    left: Vec<u32>,
    /// The circle of each place; the last one found comes first in the story.
    circles: Vec<u32>,
    count: u32,
    seen: u32,
}

fn ways(scenario: &Scenario) -> Vec<Vec<u32>> {
    let engine = [scenario.stop.0, scenario.leaves.0];
    let of = |place: &crate::scenario::Place| match &place.kind {
        PlaceKind::Ending(_) => Vec::new(),
        PlaceKind::Node(node) => {
            node.choices.iter().flat_map(|c| c.to.targets()).map(|n| n.0).chain(engine).collect::<Vec<_>>()
        }
    };
    scenario.nodes.iter().map(of).collect()
}

impl Search {
    fn from(&mut self, start: u32, ways: &[Vec<u32>]) {
        let mut path = vec![(start, 0_usize)];
        self.find(start);
        while let Some((at, next)) = path.last_mut() {
            let here = *at;
            match ways[here as usize].get(*next) {
                Some(to) if self.found[*to as usize] == UNSEEN => {
                    *next += 1;
                    self.find(*to);
                    path.push((*to, 0));
                }
                Some(to) => {
                    *next += 1;
                    if self.on_stack[*to as usize] {
                        self.lower(here, self.found[*to as usize]);
                    }
                }
                None => {
                    path.pop();
                    self.leave(here);
                    if let Some((before, _)) = path.last() {
                        self.lower(*before, self.lowest[here as usize]);
                    }
                }
            }
        }
    }

    fn find(&mut self, at: u32) {
        self.found[at as usize] = self.seen;
        self.lowest[at as usize] = self.seen;
        self.seen += 1;
        self.stack.push(at);
        self.on_stack[at as usize] = true;
    }

    fn lower(&mut self, at: u32, to: u32) {
        let own = &mut self.lowest[at as usize];
        *own = (*own).min(to);
    }

    fn leave(&mut self, at: u32) {
        self.left.push(at);
        if self.lowest[at as usize] != self.found[at as usize] {
            return;
        }
        while let Some(member) = self.stack.pop() {
            self.on_stack[member as usize] = false;
            self.circles[member as usize] = self.count;
            if member == at {
                break;
            }
        }
        self.count += 1;
    }

    fn ranks(self) -> Vec<u32> {
        let mut places: Vec<u32> = self.left.iter().rev().copied().collect();
        // stable: within a circle the order of the story stays
        places.sort_by_key(|at| std::cmp::Reverse(self.circles[*at as usize]));
        let mut ranks = vec![0; places.len()];
        places.iter().zip(0..).for_each(|(at, rank)| ranks[*at as usize] = rank);
        ranks
    }
}
