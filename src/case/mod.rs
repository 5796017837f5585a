//! A case: several visits to the same people over a year, and the days between them.

mod check;
mod course;
mod date;
mod days;
mod doors;
mod passport;
mod read;
mod written;
mod year;

use std::sync::Arc;

pub use check::cold_night;
pub use course::{Course, Stage, Visited};
pub use days::{Event, Moves, Way};
pub use doors::{DoorOverYear, Turned, doors, standing};
pub use passport::{Acquaintance, Passport, Word};
pub use read::{Problem, all, load, notice, shipped};
pub use year::{LIVES, Life, Year, live};

use crate::scenario::Scenario;
use crate::session::Session;

/// A case, with its visits read.
#[derive(Clone, Debug)]
pub struct Case {
    /// The name of its folder.
    pub id: String,
    pub title: String,
    pub brief: String,
    /// Days since 1970 of its first day.
    pub begins: i64,
    pub people: Vec<Known>,
    pub visits: Vec<Visit>,
    /// Promises that are the officer's to keep.
    pub words: Vec<Keepable>,
    /// What became of it, by the ending of the last visit.
    pub afterwards: Vec<(String, String)>,
    pub cold: Cold,
}

/// Somebody of the case, as its board shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub id: String,
    pub name: String,
    pub role: String,
    /// What is known of them before they are met.
    pub before: String,
}

/// One visit, and the days that lead to it.
#[derive(Clone, Debug)]
pub struct Visit {
    pub scenario: Arc<Scenario>,
    /// Short, as the board has it: "The name".
    pub name: String,
    /// Of the case, from 0.
    pub day: u32,
    /// How stirred up everybody is whatever was before; none where that follows from the person and the time.
    pub arousal: Option<f64>,
    /// How many of the ways there is time for.
    pub half_days: usize,
    pub ways: Vec<Way>,
    pub events: Vec<Event>,
    /// What happened last, by person and the ending of this visit; `""` for any other ending.
    pub last: Vec<Last>,
}

/// What a person's card says after a visit.
#[derive(Clone, Debug, PartialEq)]
pub struct Last {
    pub who: String,
    /// Endings that it goes with; none for all others.
    pub endings: Vec<String>,
    pub text: String,
}

/// A promise that can be kept, and until when.
#[derive(Clone, Debug, PartialEq)]
pub struct Keepable {
    pub id: String,
    /// As the person has it: "Who decides the fine, by noon on Friday."
    pub text: String,
}

/// The same last visit, come to by somebody who never was there before.
#[derive(Clone, Debug, PartialEq)]
pub struct Cold {
    /// An arrival of the last visit.
    pub arrives: String,
    pub seed: u64,
    /// As `alongside replay` takes them.
    pub choices: Vec<usize>,
    pub cues: Vec<usize>,
    /// What became of it.
    pub afterwards: String,
}

impl Case {
    /// The last visit: the one that the others lead to.
    pub fn night(&self) -> &Visit {
        &self.visits[self.visits.len() - 1]
    }

    /// Whether a promise was the officer's to give.
    pub fn is_keepable(&self, promise: &str) -> bool {
        self.words.iter().any(|word| word.id == promise)
    }

    /// What became of it, after a last visit that ended like this one.
    pub fn afterwards_of(&self, session: &Session) -> &str {
        let ending = session.ending().map(|(_, at)| session.scenario().place_at(at).id.as_str());
        let told = self.afterwards.iter().find(|(id, _)| Some(id.as_str()) == ending);
        told.map_or("", |(_, text)| text.as_str())
    }

    /// The scenario's visit, where it is one of this case.
    pub fn visit_of(&self, scenario: &str) -> Option<usize> {
        self.visits.iter().position(|visit| visit.scenario.id == scenario)
    }
}
