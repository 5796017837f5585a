//! What may stand where in a scenario's file: every field with what it holds, as one table for editors and the schema.
//!
//! `resolve` is what decides; tests hold this table to it.

mod records;
mod vocabulary;
mod words;

use crate::scenario::limits::{MOST_ID, MOST_ITEMS};
use crate::scenario::text::{Shape, Tree};

pub use records::{
    ANSWER, ARRIVAL, CHOICE, CUE, DOOR, ENDING, HAPPENS, LINE, NODE, PART, PERSON, SCENARIO, STANCE, STARTS, TWIN,
    WAY_TO_GO, WAY_TO_SAY,
};

/// Every record, in the order of the guide.
pub const RECORDS: [&Record; 17] = [
    &SCENARIO,
    &TWIN,
    &PART,
    &PERSON,
    &STARTS,
    &ARRIVAL,
    &STANCE,
    &NODE,
    &LINE,
    &HAPPENS,
    &CUE,
    &ANSWER,
    &CHOICE,
    &DOOR,
    &WAY_TO_SAY,
    &WAY_TO_GO,
    &ENDING,
];
pub use vocabulary::Vocabulary;
pub use words::{FieldWords, condition_words, field_words};

/// A record of the format, with a name before its bracket or without.
#[derive(Debug)]
pub struct Record {
    /// As the authors' guide calls it.
    pub title: &'static str,
    /// What stands before the bracket; empty for `(..)`.
    pub name: &'static str,
    pub fields: &'static [Field],
}

#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub presence: Presence,
    pub holds: Holds,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    Must,
    May,
    /// Must, but in a silence.
    UnlessSilent,
}

/// What has an id of the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A node or an ending.
    Place,
    Person,
    Fact,
    Promise,
    SorePoint,
    /// How things may stand when it begins.
    Arrival,
}

/// What a mention of an id does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Makes it: a node's key, a fact learned, a promise made, a person's sore point.
    Sets,
    /// Asks for it, leads to it, speaks of it.
    Uses,
}

/// Drawn things and lines, named in kebab case and defined elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    Look,
    Scene,
    Hour,
    /// By which a translation finds a line.
    Translation,
}

/// What can stand at a place.
#[derive(Debug)]
pub enum Holds {
    Text,
    Flag,
    /// From low to high, both included.
    Number(f64, f64),
    Whole(u8, u8),
    Word(Vocabulary),
    Technique,
    Id(Kind, Role),
    Named(Elsewhere),
    Record(&'static Record),
    /// `[..]`, with the least and the most it holds.
    List(&'static Holds, usize, usize),
    /// `{"id": ..}`, with the most it holds.
    ById(Kind, Role, &'static Holds, usize),
    /// `(a, b)`
    Tuple(&'static [Holds]),
    /// `Head(a, b)`
    Call(&'static str, &'static [Holds]),
    OneOf(&'static [Holds]),
    /// A condition, which may hold others.
    Condition,
    /// A line, or a way to pick one.
    Say,
}

/// The file itself.
pub static FILE: Holds = Holds::Record(&SCENARIO);

pub static SAY: Holds = Holds::OneOf(&[
    Holds::Record(&LINE),
    Holds::Call("AnyOf", &[Holds::List(&Holds::Record(&LINE), 1, MOST_ITEMS)]),
    Holds::Call("FirstThatFits", &[Holds::List(&Holds::Record(&WAY_TO_SAY), 1, MOST_ITEMS)]),
]);

const BOUND: Holds = Holds::OneOf(&[
    Holds::Call("AtLeast", &[Holds::Number(0.0, 100.0)]),
    Holds::Call("Below", &[Holds::Number(0.0, 100.0)]),
]);
const CONDITIONS: Holds = Holds::List(&Holds::Condition, 0, MOST_ITEMS);
const PROMISE: Holds = Holds::Id(Kind::Promise, Role::Uses);

pub static CONDITION: Holds = Holds::OneOf(&[
    Holds::Call("Arousal", &[BOUND]),
    Holds::Call("Trust", &[BOUND]),
    Holds::Call("Heard", &[BOUND]),
    Holds::Call("Respect", &[BOUND]),
    Holds::Call("Safety", &[BOUND]),
    Holds::Call("Control", &[BOUND]),
    Holds::Call("Readiness", &[BOUND]),
    Holds::Call("Feels", &[Holds::Word(Vocabulary::Emotion)]),
    Holds::Call("Fact", &[Holds::Id(Kind::Fact, Role::Uses)]),
    Holds::Call("Promised", &[PROMISE]),
    Holds::Call("Kept", &[PROMISE]),
    Holds::Call("Broken", &[PROMISE]),
    Holds::Call("Visited", &[Holds::Id(Kind::Place, Role::Uses)]),
    Holds::Call("Chose", &[Holds::Id(Kind::Place, Role::Uses), Holds::Whole(1, 12)]),
    Holds::Call("Of", &[Holds::Id(Kind::Person, Role::Uses), Holds::Condition]),
    Holds::Call("All", &[CONDITIONS]),
    Holds::Call("Any", &[CONDITIONS]),
    Holds::Call("Not", &[Holds::Condition]),
]);

/// Whether an id can be called this: small letters, digits and hyphens between them.
pub fn is_id(name: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=MOST_ID).contains(&name.len()) && name.chars().all(good) && !name.starts_with('-') && !name.ends_with('-')
}

impl Kind {
    /// As an author would call one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Place => "node",
            Self::Person => "person",
            Self::Fact => "fact",
            Self::Promise => "promise",
            Self::SorePoint => "sore point",
            Self::Arrival => "arrival",
        }
    }
}

impl Record {
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

impl Holds {
    /// What can stand here, each way by itself.
    pub fn ways(&'static self) -> &'static [Holds] {
        match self {
            Self::OneOf(ways) => ways,
            Self::Condition => CONDITION.ways(),
            Self::Say => SAY.ways(),
            one => std::slice::from_ref(one),
        }
    }

    /// The word before the bracket, where there is one.
    pub fn head(&self) -> &'static str {
        match self {
            Self::Record(record) => record.name,
            Self::Call(head, _) => head,
            _ => "",
        }
    }

    /// The way in which this value is probably meant; none where it is like nothing that can stand here.
    pub fn meant(&'static self, text: &str, tree: &Tree) -> Option<&'static Holds> {
        let head = tree.name.as_ref().and_then(|n| text.get(n.clone())).unwrap_or("");
        let quoted = text.get(tree.span.clone()).is_some_and(|t| t.starts_with('"') || t.starts_with("r#"));
        let exact = |w: &&Holds| match tree.shape {
            Shape::Paren => w.head() == head,
            Shape::Leaf => w.is_quoted() == quoted,
            Shape::List | Shape::Map => true,
        };
        // a record under a wrong name is still read as one, and so is an id without its quotes
        let alike = |w: &&Holds| tree.shape != Shape::Paren || matches!(w, Self::Record(_));
        let ways = || self.ways().iter().filter(|w| w.fits(tree.shape));
        ways().find(exact).or_else(|| ways().find(alike))
    }

    /// Whether it is written in double quotes.
    pub fn is_quoted(&self) -> bool {
        matches!(self, Self::Text | Self::Id(..) | Self::Named(_))
    }

    fn fits(&self, shape: Shape) -> bool {
        match shape {
            Shape::Paren => matches!(self, Self::Record(_) | Self::Tuple(_) | Self::Call(..)),
            Shape::List => matches!(self, Self::List(..)),
            Shape::Map => matches!(self, Self::ById(..)),
            Shape::Leaf => {
                self.is_quoted()
                    || matches!(self, Self::Flag | Self::Number(..) | Self::Whole(..) | Self::Word(_) | Self::Technique)
            }
        }
    }

    /// What stands behind a key, or at a place counted from 0.
    pub fn inside(&'static self, key: Option<&str>, place: usize) -> Option<&'static Holds> {
        match self {
            Self::Record(record) => record.field(key?).map(|f| &f.holds),
            Self::List(of, ..) | Self::ById(_, _, of, _) => Some(of),
            Self::Tuple(parts) | Self::Call(_, parts) => parts.get(place),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::resolve::RECORDS as READ;

    #[test]
    fn the_fields_are_those_that_are_read() {
        let ours = RECORDS.map(|r| (r.title, r.fields.iter().map(|f| f.name).collect::<Vec<_>>()));
        let read: Vec<_> = READ.iter().map(|(title, fields)| (*title, fields.to_vec())).collect();
        assert_eq!(ours.to_vec(), read);
    }

    #[test]
    fn the_guide_has_a_word_on_every_field_and_condition_and_marks_what_must_be_there() {
        for record in RECORDS {
            for field in record.fields {
                let words =
                    field_words(record.title, field.name).unwrap_or_else(|| panic!("{} {}", record.title, field.name));
                assert_eq!(words.must, field.presence != Presence::May, "{} {}", record.title, field.name);
                assert!(!words.what.is_empty());
            }
        }
        for way in CONDITION.ways() {
            assert!(condition_words(way.head()).is_some(), "{}", way.head());
        }
    }
}
