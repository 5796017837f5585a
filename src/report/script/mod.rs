//! A scenario as a read-through: everything said and done in it, in reading order, with where each line leads.

mod html;
mod text;
mod values;
mod writer;

pub use html::html;
pub use text::text;

use writer::Writer;

use crate::model::Model;
use crate::report::page::clean;
use crate::scenario::map::Map;
use crate::scenario::plain::Plain;
use crate::scenario::{PlaceKind, Scenario};

/// Whose hands a script comes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    Instructor,
    /// Without techniques, notes, feelings and the answers to cue questions.
    Trainee,
}

/// A whole script; every text in it is clean.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    pub title: String,
    pub brief: String,
    pub goal: String,
    pub minutes: u32,
    pub content_note: String,
    pub crisis_line: String,
    pub people: Vec<Player>,
    pub known: Vec<String>,
    pub watch_for: Vec<String>,
    pub for_instructor: bool,
    pub scenes: Vec<Scene>,
    pub endings: Vec<End>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Player {
    pub name: String,
    pub role: String,
    pub about: String,
    /// How they come into the talk; empty for trainees.
    pub starts: String,
}

/// One node.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub number: usize,
    pub id: String,
    /// What it is to the whole; empty for an ordinary node.
    pub kind: String,
    /// How the talk comes here by itself; empty where only lines lead here.
    pub comes: String,
    pub happens: Vec<String>,
    pub feels: Vec<String>,
    pub says: Vec<Part>,
    /// What is said instead by somebody who has shut down.
    pub closed: Vec<Spoken>,
    pub cue: Option<Question>,
    pub lines: Vec<Officer>,
}

/// Something that is said, in one way or in one of several.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Over several ways, of which the first that fits is taken.
    pub by_state: bool,
    pub ways: Vec<Variant>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// When it is said; empty where there is nothing else.
    pub when: String,
    /// Several of them: one, by chance.
    pub lines: Vec<Spoken>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    pub who: String,
    pub text: String,
    pub body: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub question: String,
    /// Each with whether it is right; for trainees without.
    pub answers: Vec<Answer>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub text: String,
    pub right: Option<bool>,
}

/// A line of the officer.
#[derive(Clone, Debug, PartialEq)]
pub struct Officer {
    pub letter: char,
    pub text: String,
    /// What is done rather than said; also "Say nothing."
    pub deed: String,
    /// To whom, where that is not whoever spoke last.
    pub to_whom: String,
    pub gate: String,
    /// The first that fits.
    pub to: Vec<Leads>,
    pub techniques: String,
    pub note: String,
    /// What is known, promised, kept or broken by it.
    pub changes: String,
}

/// The number of a place, and when it is led to; empty where always.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    pub number: usize,
    pub when: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct End {
    pub number: usize,
    pub id: String,
    pub outcome: &'static str,
    pub comes: String,
    pub text: String,
}

/// Makes the script of a scenario.
pub fn script(scenario: &Scenario, model: &Model, reader: Reader) -> Script {
    let map = Map::of(scenario);
    let numbers = map.numbers();
    let writer = Writer { scenario, model, reader, plain: Plain::new(scenario, &numbers), numbers: &numbers };
    let mut scenes = Vec::new();
    let mut endings = Vec::new();
    for stop in &map.stops {
        match &scenario.place_at(stop.at).kind {
            PlaceKind::Node(node) => scenes.push(writer.scene(stop, node)),
            PlaceKind::Ending(ending) => endings.push(writer.ending(stop, ending)),
        }
    }
    Script {
        title: clean(&scenario.title),
        brief: clean(&scenario.brief),
        goal: clean(&scenario.goal),
        minutes: scenario.minutes,
        content_note: clean(&scenario.content_note),
        crisis_line: clean(&scenario.crisis_line),
        people: scenario.people.iter().map(|cast| writer.player(cast)).collect(),
        known: scenario.known.iter().map(|t| clean(t)).collect(),
        watch_for: scenario.watch_for.iter().map(|t| clean(t)).collect(),
        for_instructor: reader == Reader::Instructor,
        scenes,
        endings,
    }
}

/// As at the beginning of a sentence.
fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
}
