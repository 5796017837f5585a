//! From place to place until nothing new can come of it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::bounds::{Answer, Bounds};
use super::conditions::{Sense, Stands, each_in, leaves};
use super::flags::Flags;
use super::order::order;
use super::possible::{Persons, Possible, PossiblePerson};
use super::setting::Setting;
use super::{Met, Offer, Reach};
use crate::model::Variable;
use crate::scenario::{Bound, Cast, Choice, Condition, NameIx, Node, NodeIx, PlaceKind, Route};

/// After so many looks at a place the bounds that still grow jump as far as they ever can; in a large story all of them do, and
/// sooner ..
const LOOKS_BEFORE_WIDENING: u8 = 3;
const LOOKS_IN_A_LARGE_STORY: u8 = 1;
pub(super) const LARGE: usize = 2_000;
/// .. and after so many nothing is known there any more, so that every walk ends.
const MOST_LOOKS: u8 = 10;

/// How a place is come to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Road,
    Watch,
}

struct Walk<'a> {
    setting: &'a Setting<'a>,
    arrived: Vec<Option<Possible>>,
    by_road: Vec<bool>,
    looks: Vec<u8>,
    patience: u8,
    ranks: Vec<u32>,
    waiting: Vec<bool>,
    queue: BinaryHeap<(Reverse<u32>, u32)>,
}

/// Walks everywhere, then looks at each place once more and writes down what is so there.
pub(super) fn walk(setting: &Setting) -> Reach {
    let count = setting.scenario.nodes.len();
    let mut walk = Walk {
        setting,
        arrived: vec![None; count],
        by_road: vec![false; count],
        looks: vec![0; count],
        patience: if count > LARGE { LOOKS_IN_A_LARGE_STORY } else { LOOKS_BEFORE_WIDENING },
        ranks: order(setting.scenario),
        waiting: vec![false; count],
        queue: BinaryHeap::new(),
    };
    walk.arrive(setting.scenario.opening, &Possible::at_the_start(setting.scenario, &setting.numbers), By::Road);
    while let Some((_, at)) = walk.queue.pop() {
        let at = NodeIx(at);
        walk.waiting[at.index()] = false;
        walk.looks[at.index()] += 1;
        walk.leave(at);
    }

    walk.written()
}

impl Walk<'_> {
    fn arrive(&mut self, at: NodeIx, with: &Possible, by: By) {
        self.by_road[at.index()] |= by == By::Road;
        let looks = self.looks[at.index()];
        let changed = match &mut self.arrived[at.index()] {
            none @ None => {
                *none = Some(with.clone());
                true
            }
            Some(here) if looks < self.patience => here.join(with),
            Some(here) => {
                let before = here.people.clone();
                let changed = here.join(with);
                if changed && self.looks.len() > LARGE {
                    here.jump_people(&self.setting.tops);
                }
                if changed && looks < MOST_LOOKS {
                    here.widen_people(&before, &self.setting.tops);
                } else if changed {
                    here.loosen(&self.setting.tops);
                }
                changed
            }
        };
        let is_node = self.setting.scenario.node(at).is_some();
        if changed && is_node && !std::mem::replace(&mut self.waiting[at.index()], true) {
            self.queue.push((Reverse(self.ranks[at.index()]), at.0));
        }
    }

    fn leave(&mut self, at: NodeIx) {
        let setting = self.setting;
        let Some(node) = setting.scenario.node(at) else { return };
        let Some(mut here) = self.arrived[at.index()].clone() else { return };
        setting.arrive(at, node, &mut here);
        for (c, choice) in node.choices.iter().enumerate() {
            setting.choose(at, node, (c, choice), &here, &mut |to, with, by| self.arrive(to, with, by));
        }
    }

    fn written(self) -> Reach {
        let reached = self.arrived.iter().map(Option::is_some).collect();
        let mut nodes = Vec::with_capacity(self.arrived.len());
        for ((at, place), arrived) in self.setting.scenario.places().zip(self.arrived) {
            let met = match (&place.kind, arrived) {
                (PlaceKind::Node(node), Some(here)) => Some(self.setting.meet(at, node, here)),
                (PlaceKind::Node(_) | PlaceKind::Ending(_), _) => None,
            };
            nodes.push(met);
        }
        Reach { nodes, by_road: self.by_road, reached }
    }
}

type Lead<'l> = &'l mut dyn FnMut(NodeIx, &Possible, By);

impl Setting<'_> {
    /// Says one choice wherever it may be open, and gives what may come of it; for each way to go, whether it fits.
    fn choose(
        &self,
        at: NodeIx,
        node: &Node,
        (c, choice): (usize, &Choice),
        here: &Possible,
        lead: Lead,
    ) -> Vec<Answer> {
        let mut open = here.clone();
        if !self.open(choice, &mut open) {
            return Vec::new();
        }
        let mut after = self.said(node, choice, open);
        self.note(at, c, choice, &mut after);
        if self.watch(&mut after, lead) { self.go(choice, after, lead) } else { Vec::new() }
    }

    /// After the line has landed with whomever it may be said to.
    fn said(&self, node: &Node, choice: &Choice, open: Possible) -> Possible {
        let mut to_whom = self.addressees(choice, &open).iter().peekable();
        let mut after: Option<Possible> = None;
        while let Some(to) = to_whom.next() {
            if to_whom.peek().is_none() && after.is_none() {
                let mut only = open;
                self.land(node, choice, to, &mut only);
                return only;
            }
            let mut said = open.clone();
            self.land(node, choice, to, &mut said);
            match &mut after {
                None => after = Some(said),
                Some(after) => {
                    after.join(&said);
                }
            }
        }
        after.unwrap_or(open)
    }

    fn addressees(&self, choice: &Choice, here: &Possible) -> Persons {
        choice.to_whom.map_or(here.speakers, Persons::one)
    }

    /// Leaves only where the choice is open.
    fn open(&self, choice: &Choice, here: &mut Possible) -> bool {
        let who = here.speakers;
        for fact in &choice.knows {
            let number = self.numbers.fact(*fact);
            if here.flags.answer(number) == Answer::Never {
                return false;
            }
            here.flags.set(number);
        }
        choice.when.as_ref().is_none_or(|when| here.assume(&self.numbers, when, who, Sense::Holds))
    }

    fn note(&self, at: NodeIx, c: usize, choice: &Choice, here: &mut Possible) {
        let numbers = &self.numbers;
        here.flags.set(numbers.find(&Condition::Chose(at, c.min(63) as u8)));
        choice.learns.iter().for_each(|f| here.flags.set(numbers.fact(*f)));
        choice.promises.iter().for_each(|p| here.flags.set(numbers.find(&Condition::Promised(*p))));
        choice.keeps.iter().for_each(|p| here.flags.set(numbers.find(&Condition::Kept(*p))));
        choice.breaks.iter().for_each(|p| here.flags.set(numbers.find(&Condition::Broken(*p))));
    }

    /// What the engine watches for. False where it always steps in.
    fn watch(&self, here: &mut Possible, lead: Lead) -> bool {
        let c = &self.model.constants;
        let stopped = here.flags.answer(self.numbers.find(&Condition::Visited(self.scenario.stop)));
        if stopped == Answer::Always {
            return true;
        }
        let beside_themselves = Bound::AtLeast(c.stop_arousal);
        let arousal = |p: &PossiblePerson| p.get(Variable::Arousal);
        if let Some(stopped) = self.stopped(here, beside_themselves) {
            lead(self.scenario.stop, &stopped, By::Watch);
        }
        if stopped == Answer::Sometimes {
            // from here on it holds for some of the ways here, and cannot be told apart
            self.watch_leaving(here, lead);
            return true;
        }
        let flags = &here.flags;
        let present = |(_, cast): &(&mut PossiblePerson, &Cast)| self.present(cast, flags) == Answer::Always;
        for (person, _) in here.people.iter_mut().zip(&self.scenario.people).filter(present) {
            let calm: Bounds = arousal(person).only(Bound::Below(c.stop_arousal));
            if calm.is_empty() {
                return false;
            }
            person.set(Variable::Arousal, calm);
        }
        !self.watch_leaving(here, lead)
    }

    /// Where somebody there may be beside themselves; where only one of them may, they are.
    fn stopped(&self, here: &Possible, bound: Bound) -> Option<Possible> {
        let mut there = here.clone();
        let mut those = there.people.iter_mut().zip(&self.scenario.people).filter(|(person, cast)| {
            let beside = person.get(Variable::Arousal).answer(bound);
            Answer::all([beside, self.present(cast, &here.flags)]) != Answer::Never
        });
        let (first, second) = (those.next(), those.next());
        let (only, _) = first?;
        if second.is_none() {
            only.set(Variable::Arousal, only.get(Variable::Arousal).only(bound));
        }
        Some(there)
    }

    /// Says whether somebody always leaves.
    fn watch_leaving(&self, here: &Possible, lead: Lead) -> bool {
        let c = &self.model.constants;
        let leaves = |(person, cast): (&PossiblePerson, &Cast)| {
            let afraid = person.get(Variable::Safety).at_least(c.leaves_safety.next_up()).turned();
            let stirred = person.get(Variable::Arousal).at_least(c.leaves_arousal);
            let present = self.present(cast, &here.flags);
            Answer::all([Answer::sure(cast.traits.free_to_go), present, afraid, stirred])
        };
        let somebody = Answer::any(here.people.iter().zip(&self.scenario.people).map(leaves));
        if somebody != Answer::Never {
            lead(self.scenario.leaves, here, By::Watch);
        }
        somebody == Answer::Always
    }

    fn go(&self, choice: &Choice, here: Possible, lead: Lead) -> Vec<Answer> {
        let Route::FirstThatFits(ways) = &choice.to else {
            choice.to.targets().into_iter().for_each(|to| lead(to, &here, By::Road));
            return Vec::new();
        };
        let mut left = Some(here);
        let mut fits = Vec::with_capacity(ways.len());
        for (when, to) in ways {
            let taken = left.clone();
            let fit = self.fits_next(&mut left, when.as_ref());
            fits.push(fit);
            if let (Some(mut taken), true) = (taken, fit != Answer::Never) {
                let who = taken.speakers;
                if when.as_ref().is_none_or(|w| taken.assume(&self.numbers, w, who, Sense::Holds)) {
                    lead(*to, &taken, By::Road);
                }
            }
        }
        fits
    }

    /// Writes down what is so at a node.
    fn meet(&self, at: NodeIx, node: &Node, mut here: Possible) -> Met {
        let before = here.flags.clone();
        let says = self.arrive(at, node, &mut here);
        let offer = |(c, choice): (usize, &Choice)| {
            let gate = choice.when.as_ref().map(|w| here.answer(&self.numbers, w, here.speakers));
            let can_be_open = self.open(choice, &mut here.clone());
            let ways = match &choice.to {
                Route::To(_) => Vec::new(),
                Route::FirstThatFits(_) => self.choose(at, node, (c, choice), &here, &mut |_, _, _| {}),
            };
            let never = |fact: &NameIx| here.flags.answer(self.numbers.fact(*fact)) == Answer::Never;
            let unknown = choice.knows.iter().enumerate().filter(|(_, f)| never(f)).map(|(i, _)| i).collect();
            Offer { gate, can_be_open, unknown, to_whom: self.addressees(choice, &here), ways }
        };
        let choices = node.choices.iter().enumerate().map(offer).collect();
        let unknown = self.unknown(at, node, &before, &here.flags);
        Met { people: here.people, speakers: here.speakers, says, choices, unknown }
    }

    /// Facts that are asked for where nothing can have taught them.
    fn unknown(&self, at: NodeIx, node: &Node, before: &Flags, now: &Flags) -> Vec<(Stands, NameIx)> {
        let mut unknown = Vec::new();
        each_in(at, node, &mut |stands, condition| {
            let (flags, learned) = match stands {
                Stands::Say(..) => (before, &[][..]),
                Stands::Gate(..) => (now, &[][..]),
                Stands::Way(_, choice, _) => (now, &node.choices[choice].learns[..]),
            };
            leaves(condition, Sense::Holds, &mut |leaf, sense| {
                let Condition::Fact(fact) = leaf else { return };
                let never = flags.answer(self.numbers.fact(*fact)) == Answer::Never;
                if never && sense == Sense::Holds && !learned.contains(fact) {
                    unknown.push((stands, *fact));
                }
            });
        });
        unknown
    }
}
