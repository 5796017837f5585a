//! Arriving at a node: what happens, what is said, what is on offer.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::transcript::{Happened, Moment, Offered, Spoken};
use super::{MOST_OFFERED, Phase, Session};
use crate::model::Person;
use crate::model::turn::shut_down;
use crate::scenario::{Choice, Line, Node, NodeIx, PlaceKind, Say, Scenario};

impl Session {
    /// Opens a turn at a place; the one before has been closed.
    pub(super) fn enter(&mut self, scenario: &Scenario, at: NodeIx) {
        self.at = at;
        self.visited[at.index()] = true;
        self.open.node = at;
        match &scenario.place_at(at).kind {
            PlaceKind::Ending(_) => self.phase = Phase::Ended(at),
            PlaceKind::Node(node) => {
                self.feel(node);
                self.hear(scenario, node);
                self.offer(node);
                self.phase = if node.cue.is_some() { Phase::Cue } else { Phase::Choosing };
            }
        }
        let moment = |p: &Person| Moment { feels: p.feels, before: p.state, after: p.state };
        self.open.people.clear();
        self.open.people.extend(self.people.iter().map(moment));
    }

    fn feel(&mut self, node: &Node) {
        for happening in &node.happens {
            for (variable, by) in &happening.shifts {
                self.people[happening.who.index()].state.shift(*variable, *by);
            }
        }
        for (who, emotion, strength) in &node.feels {
            self.people[who.index()].feels = (*emotion, *strength);
        }
        for person in &mut self.people {
            person.hazard = node.hazard;
        }
        self.open.happened.clear();
        self.open.happened.extend((0..node.happens.len()).map(Happened));
        (self.open.hazard, self.open.two_party, self.open.salience) = (node.hazard, node.two_party, node.salience);
    }

    /// Settles what is said, who said it last, what is known from it, and whether it was a question.
    fn hear(&mut self, scenario: &Scenario, node: &Node) {
        self.settle(node);
        for i in 0..self.open.said.len() {
            let line = self.open.said[i].line(scenario);
            self.speaker = line.who;
            for fact in &line.tells {
                self.facts[fact.index()] = true;
            }
        }
        let question = self.open.said.last().is_some_and(|s| asks(&s.line(scenario).text));
        self.open.asked = node.asked.unwrap_or(question);
    }

    fn settle(&mut self, node: &Node) {
        let at = self.open.node;
        let mut said = std::mem::take(&mut self.open.said);
        said.clear();
        if node.closed.first().is_some_and(|l| shut_down(self.model, self.person(l.who))) {
            let open_count: usize = node.says.iter().map(count_lines).sum();
            said.extend((open_count..open_count + node.closed.len()).map(|slot| Spoken { node: at, slot }));
        } else {
            let mut first = 0;
            for say in &node.says {
                said.extend(self.settle_one(say, first).map(|slot| Spoken { node: at, slot }));
                first += count_lines(say);
            }
        }
        self.open.said = said;
    }

    fn settle_one(&mut self, say: &Say, first: usize) -> Option<usize> {
        match say {
            Say::Line(_) => Some(first),
            Say::AnyOf(lines) => (!lines.is_empty()).then(|| first + below(&mut self.rng, lines.len())),
            Say::FirstThatFits(ways) => {
                let mut slot = first;
                for (when, say) in ways {
                    if self.fits(when.as_ref()) {
                        return self.settle_one(say, slot);
                    }
                    slot += count_lines(say);
                }
                None
            }
        }
    }

    fn offer(&mut self, node: &Node) {
        let speaker = self.speaker;
        let is_open = |c: &Choice| c.knows.iter().all(|f| self.facts[f.index()]) && self.fits(c.when.as_ref());
        // what was earned stays, and the last of those that are always there make room
        let earned = || node.choices.iter().filter(|c| c.is_gated() && is_open(c)).count();
        let crowded = node.choices.len() > MOST_OFFERED;
        let mut room = if crowded { MOST_OFFERED.saturating_sub(earned()) } else { MOST_OFFERED };
        let mut finds_room = |c: &Choice| c.is_gated() || room.checked_sub(1).map(|left| room = left).is_some();
        let open = node.choices.iter().enumerate().filter(|(_, c)| is_open(c) && finds_room(c));
        self.open.offered = open.map(|(i, c)| Offered::new(i, c.to_whom.unwrap_or(speaker))).collect();
        self.open.order = (0..self.open.offered.len()).collect();
        for i in (1..self.open.order.len()).rev() {
            let j = below(&mut self.rng, i + 1);
            self.open.order.swap(i, j);
        }
        // what a relationship opened stands below what anyone could say
        let offered = &self.open.offered;
        let opened = |i: &usize| node.choices[offered[*i].choice].door.is_some();
        let (doors, common): (Vec<usize>, Vec<usize>) = self.open.order.iter().copied().partition(opened);
        if !doors.is_empty() {
            self.open.order = common.into_iter().chain(doors).collect();
        }
    }
}

/// The lines of one node are numbered in file order: everything in `says`, then `closed`.
fn count_lines(say: &Say) -> usize {
    match say {
        Say::Line(_) => 1,
        Say::AnyOf(lines) => lines.len(),
        Say::FirstThatFits(ways) => ways.iter().map(|(_, say)| count_lines(say)).sum(),
    }
}

impl Spoken {
    /// The line itself.
    pub fn line<'s>(&self, scenario: &'s Scenario) -> &'s Line {
        let PlaceKind::Node(node) = &scenario.place_at(self.node).kind else { unreachable!("only nodes speak") };
        let mut left = self.slot;
        for say in &node.says {
            let count = count_lines(say);
            if left < count {
                return nth(say, left);
            }
            left -= count;
        }
        &node.closed[left]
    }
}

fn nth(say: &Say, n: usize) -> &Line {
    match say {
        Say::Line(line) => line,
        Say::AnyOf(lines) => &lines[n],
        Say::FirstThatFits(ways) => {
            let mut left = n;
            for (_, say) in ways {
                let count = count_lines(say);
                if left < count {
                    return nth(say, left);
                }
                left -= count;
            }
            unreachable!("line numbers come from counting the same lines")
        }
    }
}

/// A number below `count`. The bias of the remainder is under one in a billion for any node.
fn below(rng: &mut ChaCha8Rng, count: usize) -> usize {
    rng.next_u32() as usize % count
}

/// Whether a line ends by asking something, whatever quotes stand after it.
pub(crate) fn asks(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')')).ends_with('?')
}
