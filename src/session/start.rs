//! How everybody stands, and what is known and promised, before anything is said.

use super::{Promise, Session};
use crate::model::Person;
use crate::scenario::{Arrival, Condition, NameIx, Scenario};

/// The start of one conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// In the order of the scenario's people.
    pub people: Vec<Person>,
    /// In the order of the scenario's facts.
    pub facts: Vec<bool>,
    /// In the order of the scenario's promises.
    pub(crate) promises: Vec<Promise>,
}

impl Start {
    /// As the scenario has it when nothing else is said: its first arrival, where it has some.
    pub fn written(scenario: &Scenario) -> Self {
        Self::arriving(scenario, 0)
    }

    /// The arrival with this number, from 0 and round again; the plain start where the scenario has none.
    pub fn arriving(scenario: &Scenario, number: u64) -> Self {
        let mut start = Self::plain(scenario);
        let arrivals = scenario.arrivals.len() as u64;
        let arrival = number.checked_rem(arrivals).and_then(|n| scenario.arrivals.get(n as usize));
        if let Some(arrival) = arrival {
            start.take(arrival);
        }
        start
    }

    /// Everybody as written, nothing known and nothing promised.
    pub(crate) fn plain(scenario: &Scenario) -> Self {
        let people = scenario.people.iter().map(|c| Person::new(c.starts, c.traits.clone(), c.need, c.feels));
        Self {
            people: people.collect(),
            facts: vec![false; scenario.facts.len()],
            promises: vec![Promise::default(); scenario.promises.len()],
        }
    }

    fn take(&mut self, arrival: &Arrival) {
        for (who, stance) in &arrival.people {
            let Some(person) = self.people.get_mut(who.index()) else { continue };
            let (mut state, mut traits) = (person.state, person.traits.clone());
            stance.state.iter().for_each(|(variable, value)| *state.get_mut(*variable) = *value);
            traits.history = stance.history.unwrap_or(traits.history);
            *person = Person::new(state, traits, person.need, person.feels);
        }
        arrival.known.iter().for_each(|fact| self.know(*fact));
        let each = |names: &[NameIx], promises: &mut Vec<Promise>, set: fn(&mut Promise)| {
            names.iter().for_each(|name| promises.get_mut(name.index()).into_iter().for_each(set));
        };
        each(&arrival.promised, &mut self.promises, |p| p.made = true);
        each(&arrival.kept, &mut self.promises, |p| (p.made, p.kept) = (true, true));
        each(&arrival.broken, &mut self.promises, |p| (p.made, p.broken) = (true, true));
    }

    /// Every fact and promise that holds, as a condition.
    pub fn holding(&self) -> impl Iterator<Item = Condition> {
        let names = |count: usize| (0..count as u32).map(NameIx);
        let facts = names(self.facts.len()).zip(&self.facts).filter(|(_, known)| **known);
        let promises = names(self.promises.len()).zip(&self.promises).flat_map(|(name, promise)| {
            let made = promise.made.then_some(Condition::Promised(name));
            let kept = promise.kept.then_some(Condition::Kept(name));
            made.into_iter().chain(kept).chain(promise.broken.then_some(Condition::Broken(name)))
        });
        facts.map(|(fact, _)| Condition::Fact(fact)).chain(promises)
    }

    pub(crate) fn promises_mut(&mut self) -> &mut [Promise] {
        &mut self.promises
    }

    pub(crate) fn know(&mut self, fact: NameIx) {
        if let Some(known) = self.facts.get_mut(fact.index()) {
            *known = true;
        }
    }
}

/// The arrival with which a conversation began; `None` where its scenario has none, or it began otherwise.
pub fn arrival_of(session: &Session) -> Option<&str> {
    let scenario = session.scenario();
    let same = |(number, _): &(usize, &Arrival)| Start::arriving(scenario, *number as u64) == **session.start();
    scenario.arrivals.iter().enumerate().find(same).map(|(_, arrival)| arrival.id.as_str())
}
