//! The days between two visits: what one may do with them, and what happens by itself.

use super::{Case, Passport};
use crate::model::Variable;

/// A way to spend half a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    pub id: String,
    pub text: String,
    /// A few words on it, without what it will bring.
    pub why: String,
    /// After the visit before, in days.
    pub after: u32,
    /// The promise it is about: there only while that is open.
    pub about: Option<String>,
    /// It keeps what it is about.
    pub keeps: bool,
    /// It puts right what was promised too much to this person.
    pub makes_good: Option<String>,
    /// Whom one sees by it.
    pub calls_on: Vec<String>,
    pub learns: Vec<String>,
    pub moves: Vec<Moves>,
}

/// Something that happens between two visits, whatever one does.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub text: String,
    pub moves: Vec<Moves>,
}

/// By how much somebody stands otherwise for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    pub who: String,
    pub by: Vec<(Variable, f64)>,
}

impl Case {
    /// The ways there are before a visit, by their place in it: those about a promise only while it is open, and those that put
    /// something right only where there is something to put right.
    pub fn ways_open(&self, visit: usize, passport: &Passport) -> Vec<usize> {
        let Some(visit) = self.visits.get(visit) else { return Vec::new() };
        let open = |way: &Way| {
            let promised = way
                .about
                .as_ref()
                .is_none_or(|about| passport.promises.get(about).is_some_and(|word| !word.kept && !word.broken));
            let owed = way.makes_good.as_ref().is_none_or(|who| passport.people.get(who).is_some_and(|p| p.debt > 0));
            promised && owed
        };
        (0..visit.ways.len()).filter(|way| open(&visit.ways[*way])).collect()
    }

    /// Lets the days before a visit pass: what was done with them, what happened, and what that makes of everybody by the
    /// visit's day. `chosen` are places in its ways; more than there is time for are not done.
    /// Gives the ids of what was done.
    pub fn pass_days(
        &self,
        model: &crate::model::Model,
        visit: usize,
        passport: &mut Passport,
        chosen: &[usize],
    ) -> Vec<String> {
        let Some(next) = self.visits.get(visit) else { return Vec::new() };
        let open = self.ways_open(visit, passport);
        let done = || chosen.iter().filter(|way| open.contains(way)).take(next.half_days).map(|way| &next.ways[*way]);
        done().for_each(|way| passport.spend(way));
        next.events.iter().for_each(|event| passport.move_people(&event.moves));
        passport.fall_due();
        passport.carry(model, next.day, next.arousal, &|name| self.is_keepable(name));
        done().map(|way| way.id.clone()).collect()
    }
}

impl Passport {
    fn spend(&mut self, way: &Way) {
        if let Some(word) = way.about.as_ref().filter(|_| way.keeps).and_then(|about| self.promises.get_mut(about)) {
            word.kept = true;
        }
        if let Some(who) = &way.makes_good {
            if let Some(person) = self.people.get_mut(who) {
                person.made_good = true;
            }
            // taken back to their face, it is no promise any more
            self.promises.retain(|_, word| word.to != *who || word.kept || word.broken);
        }
        for who in &way.calls_on {
            if let Some(person) = self.people.get_mut(who) {
                person.contacts += 1;
            }
        }
        self.facts.extend(way.learns.iter().cloned());
        self.move_people(&way.moves);
    }

    fn move_people(&mut self, moves: &[Moves]) {
        for one in moves {
            let Some(person) = self.people.get_mut(&one.who) else { continue };
            one.by.iter().for_each(|(variable, by)| person.state.shift(*variable, *by));
        }
    }

    /// What was not kept by the next visit is broken.
    fn fall_due(&mut self) {
        self.promises.values_mut().filter(|word| !word.kept).for_each(|word| word.broken = true);
    }
}
