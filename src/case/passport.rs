//! What is carried from visit to visit: how people stand, what is known, what was promised.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::person::State;
use crate::model::visit::{Between, between};
use crate::model::{Feeling, Model, Person};
use crate::scenario::{NameIx, PersonIx, Scenario};
use crate::session::{Promise, Session, Start};

/// Everything that outlives a visit, by name, so that it can be read beside any visit of its case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Passport {
    pub people: BTreeMap<String, Acquaintance>,
    pub facts: BTreeSet<String>,
    pub promises: BTreeMap<String, Word>,
}

/// A person as they stood when they were last seen, or stand now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Acquaintance {
    pub state: State,
    pub trust_base: f64,
    pub trust_at_start: f64,
    pub history: f64,
    pub acknowledged: bool,
    /// Severity of the worst that was done to them in the visit, 0 to 3.
    pub worst: u8,
    pub debt: u32,
    /// Promises broken so far.
    pub broken: u32,
    /// What they felt when the visit ended.
    pub felt: Feeling,
    /// The day of the case that this speaks of.
    pub day: u32,
    /// Times the officer dropped by since.
    pub contacts: u32,
    /// What was promised too much has been put right since.
    pub made_good: bool,
}

/// A promise made in one of the visits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// To whom, by id.
    pub to: String,
    pub day: u32,
    pub kept: bool,
    pub broken: bool,
    /// What came of it has been taken in by the person.
    pub settled: bool,
}

impl Passport {
    /// Everybody of a first visit, before anything is said.
    pub fn meeting(scenario: &Scenario, day: u32) -> Self {
        let start = Start::plain(scenario);
        let people = scenario.people.iter().zip(&start.people);
        Self {
            people: people.map(|(cast, person)| (cast.id.clone(), Acquaintance::of(person, day))).collect(),
            ..Self::default()
        }
    }

    /// Takes in a visit that is over, on that day of the case.
    pub fn after(&mut self, session: &Session, day: u32) {
        let scenario = session.scenario();
        for (cast, person) in scenario.people.iter().zip(session.people()) {
            self.people.insert(cast.id.clone(), Acquaintance::of(person, day));
        }
        let known = scenario.facts.iter().zip(names(scenario.facts.len())).filter(|(_, fact)| session.knows(*fact));
        self.facts.extend(known.map(|(name, _)| name.clone()));
        for (name, ix) in scenario.promises.iter().zip(names(scenario.promises.len())) {
            let promise = session.promise(ix);
            if promise.made {
                let to = promised_to(session, ix).unwrap_or(PersonIx(0));
                let new = || Word { to: scenario.cast(to).id.clone(), day, kept: false, broken: false, settled: false };
                let word = self.promises.entry(name.clone()).or_insert_with(new);
                (word.kept, word.broken) = (promise.kept, promise.broken);
            }
        }
    }

    /// Everybody as they come to the visit on `day`: what fades has faded, and what was kept or broken has told. `keepable` says of
    /// a promise whether it was the officer's to give.
    pub fn carry(&mut self, model: &Model, day: u32, scene_arousal: Option<f64>, keepable: &dyn Fn(&str) -> bool) {
        for (id, person) in &mut self.people {
            let mine = |word: &&mut Word| word.to == *id && !word.settled;
            let (mut kept, mut broken) = (0, 0);
            for (name, word) in &mut self.promises {
                let Some(word) = Some(word).filter(mine) else { continue };
                word.settled = word.kept || word.broken;
                kept += u32::from(word.kept);
                // one that was never hers to give is a debt, and counts as that
                broken += u32::from(word.broken && keepable(name));
            }
            person.carry(model, day, (kept, broken), scene_arousal);
        }
    }

    /// The start of a visit with these people in it, just as they stand.
    pub fn start(&self, scenario: &Scenario) -> Arc<Start> {
        let mut start = Start::plain(scenario);
        for (cast, person) in scenario.people.iter().zip(&mut start.people) {
            if let Some(known) = self.people.get(&cast.id) {
                known.stand_in(person);
            }
        }
        for (name, ix) in scenario.facts.iter().zip(names(scenario.facts.len())) {
            if self.facts.contains(name) {
                start.know(ix);
            }
        }
        for (name, promise) in scenario.promises.iter().zip(start.promises_mut()) {
            if let Some(word) = self.promises.get(name) {
                *promise = Promise { made: true, kept: word.kept, broken: word.broken };
            }
        }
        Arc::new(start)
    }
}

impl Acquaintance {
    fn of(person: &Person, day: u32) -> Self {
        let memory = &person.memory;
        Self {
            state: person.state,
            trust_base: memory.trust_base,
            trust_at_start: memory.trust_at_start,
            history: person.traits.history,
            acknowledged: memory.history_acknowledged,
            worst: memory.worst,
            debt: memory.debt,
            broken: memory.broken,
            felt: person.feels,
            day,
            contacts: 0,
            made_good: false,
        }
    }

    fn carry(&mut self, model: &Model, day: u32, (kept, broken): (u32, u32), scene_arousal: Option<f64>) {
        let traits = crate::model::person::Traits { history: self.history, ..Default::default() };
        let mut person = Person::new(self.state, traits, crate::model::Need::Esteem, self.felt);
        self.stand_in_memory(&mut person);
        let gap = Between {
            days: f64::from(day.saturating_sub(self.day)),
            contacts: self.contacts,
            kept,
            broken,
            made_good: self.made_good,
            scene_arousal,
            ..Between::default()
        };
        between(model, &mut person, &gap);
        *self = Self { acknowledged: self.acknowledged, ..Self::of(&person, day) };
        self.round();
    }

    /// Thousandths are enough, and read back as they were written.
    fn round(&mut self) {
        let rounded = |v: &mut f64| *v = (*v * 1000.0).round() / 1000.0;
        let s = &mut self.state;
        [&mut s.arousal, &mut s.trust, &mut s.heard, &mut s.respect, &mut s.safety, &mut s.control, &mut s.readiness]
            .into_iter()
            .chain([&mut self.trust_base, &mut self.trust_at_start, &mut self.history])
            .for_each(rounded);
    }

    fn stand_in_memory(&self, person: &mut Person) {
        let memory = &mut person.memory;
        (memory.trust_base, memory.trust_at_start) = (self.trust_base, self.trust_at_start);
        (memory.debt, memory.broken, memory.worst) = (self.debt, self.broken, self.worst);
        memory.history_acknowledged = self.acknowledged;
    }

    /// Puts this person's standing into somebody who has just come on.
    fn stand_in(&self, person: &mut Person) {
        let within = self.within_bounds();
        within.stand_in_as_is(person);
    }

    /// What another machine sent may hold any number.
    fn within_bounds(&self) -> Self {
        let mut own = self.clone();
        let s = &mut own.state;
        [&mut s.arousal, &mut s.trust, &mut s.heard, &mut s.respect, &mut s.safety, &mut s.control, &mut s.readiness]
            .into_iter()
            .chain([&mut own.trust_base, &mut own.trust_at_start])
            .for_each(|v| *v = v.clamp(0.0, 100.0));
        own.history = own.history.clamp(-3.0, 3.0);
        own
    }

    fn stand_in_as_is(&self, person: &mut Person) {
        let mut traits = person.traits.clone();
        (traits.history, traits.history_acknowledged) = (self.history, self.acknowledged);
        let (need, feels) = (person.need, person.feels);
        *person = Person::new(self.state, traits, need, feels);
        person.memory.trust_base = self.trust_base;
        person.memory.broken = self.broken;
    }
}

fn names(count: usize) -> impl Iterator<Item = NameIx> {
    (0..count as u32).map(NameIx)
}

/// Whom the line was said to that made a promise.
fn promised_to(session: &Session, promise: NameIx) -> Option<PersonIx> {
    let scenario = session.scenario();
    session.transcript().turns.iter().find_map(|turn| {
        let choice = scenario.node(turn.node)?.choices.get(turn.chosen().choice)?;
        (choice.promises == Some(promise)).then(|| turn.chosen().to_whom)
    })
}
