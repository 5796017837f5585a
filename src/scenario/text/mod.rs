//! A tolerant reader of RON: every value with its place, every syntax problem once, and never a complaint about a text
//! that `ron` itself accepts.

mod brackets;
mod items;
mod leaf;
mod quotes;
mod reader;
mod space;

use crate::diagnostic::Span;

pub use reader::read;

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number, a text, a word: read by `ron`.
    Leaf,
    /// `(..)`, with or without a name before it.
    Paren,
    /// `[..]`
    List,
    /// `{..}`
    Map,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    pub span: Span,
    /// The word before `(`.
    pub name: Option<Span>,
    pub shape: Shape,
    pub items: Vec<Item>,
}

/// A value inside another, with its key where it has one.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    pub key: Option<Span>,
    pub value: Tree,
}

/// Everything read from a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// None where there is no value at all.
    pub tree: Option<Tree>,
    /// In the order they were met.
    pub faults: Vec<Fault>,
    /// A bracket is missing where nobody can tell, so that things may stand elsewhere than they were meant to.
    pub torn: bool,
    /// Where texts begin that are read although their quotes are at fault.
    pub mended: Vec<usize>,
    /// Both kinds, with their marks, without the line break after them.
    pub comments: Vec<Span>,
}

/// A fault in the writing itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub span: Span,
    pub message: String,
    pub fix: &'static str,
    /// What puts it right, all together and at every place it speaks of; empty where that is not certain.
    pub mends: Vec<Mend>,
}

/// A text to put in the place of a span; neither overlaps another of the same fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Mend {
    pub span: Span,
    pub text: &'static str,
}

/// How deep values may nest.
pub const MOST_DEPTH: usize = 64;
/// Nobody reads past the first few hundred; a hostile file could have millions.
pub const MOST_FAULTS: usize = 500;
/// A habit with more places than this is mended in several rounds.
const MOST_MENDS: usize = 100_000;
/// Twice what 20 000 rich nodes need; a value takes some 100 bytes.
pub const MOST_VALUES: usize = 3_000_000;

impl Mend {
    fn replace(span: Span, text: &'static str) -> Self {
        Self { span, text }
    }
    fn insert(at: usize, text: &'static str) -> Self {
        Self::replace(at..at, text)
    }
    fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

impl Tree {
    /// The value of a named field, where this is a record that has it.
    pub fn field<'t>(&'t self, text: &str, name: &str) -> Option<&'t Tree> {
        let named = |i: &&Item| i.key.as_ref().is_some_and(|k| text.get(k.clone()) == Some(name));
        self.items.iter().find(named).map(|i| &i.value)
    }

    fn missing(at: usize) -> Self {
        Self { span: at..at, name: None, shape: Shape::Leaf, items: Vec::new() }
    }
}
