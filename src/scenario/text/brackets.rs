//! Brackets that are missing, too many, or of another kind.

use super::quotes::field_begins;
use super::reader::Reader;
use super::{Mend, Shape, Tree};
use crate::scenario::resolve::RECORDS;

/// An id is no longer than this, in bytes.
const MOST_ID: usize = 100;

/// A bracket that closes nothing, or one of another kind than was opened.
pub(super) enum Slip {
    Extra,
    Other,
}

impl Reader<'_> {
    pub(super) fn never_closed(&mut self, opener: usize, close: u8) {
        if self.gave_up {
            return;
        }
        let fix = match close {
            b')' => "add \")\" where it ends",
            b']' => "add \"]\" where it ends",
            _ => "add \"}\" where it ends",
        };
        let open = &self.text[opener..=opener];
        self.fault(opener..opener + 1, format!("this \"{open}\" is never closed"), fix);
    }

    /// The one bracket that is missing belongs behind the last thing read.
    pub(super) fn close_here(&mut self, close: u8) {
        if !self.gave_up {
            // behind the last bracket of a file there is no comma
            let comma = self.at_end() && self.text[self.ended..].starts_with(',');
            self.certain([Mend::insert(self.ended + usize::from(comma), mark(close))]);
        }
    }

    /// The bracket that closes what is around this value.
    pub(super) fn around(&self) -> Option<u8> {
        self.closers.iter().rev().nth(1).copied()
    }

    /// Whether the bracket here, which does not close this value, is a slip: the value goes on behind it, or was meant to
    /// end there.
    pub(super) fn slip(&self, tree: &Tree) -> Option<Slip> {
        let after = self.rest()[1..].trim_start_matches([' ', '\t', '\r']);
        let next = after.strip_prefix(',').unwrap_or(after).trim_start();
        let last = tree.items.last()?;
        if !self.closers.contains(&self.peek()) {
            let ends = after.is_empty() || after.starts_with([',', '\n', ')', ']', '}']);
            return ends.then_some(Slip::Other);
        }
        if self.around().is_some_and(|c| c != self.peek() && next.as_bytes().first() == Some(&c)) {
            return Some(Slip::Other);
        }
        // in what is around this list a field can stand, in what is around that none can
        let outside = self.closers.iter().rev().nth(2);
        if tree.shape == Shape::List && field_begins(next) && matches!(outside, Some(b']' | b'}')) {
            return Some(Slip::Other);
        }
        if self.another_like(tree, next) {
            return Some(Slip::Other);
        }
        // on a line of its own it may as well close what is around, and the one before it is missing
        let new_line = next.len() < after.len() && after.trim_start_matches([',', ' ', '\t', '\r']).starts_with('\n');
        let own = |close: char| after.starts_with('\n') && next.starts_with(close);
        let goes_on = match (tree.shape, &last.key, &last.value.name) {
            (Shape::Paren, Some(_), _) => {
                field_begins(next) && self.may_hold(tree, next) && (!new_line || self.surely_extra(tree))
            }
            (Shape::Map, Some(_), _) => entry_begins(next) || own('}'),
            (Shape::List, None, Some(name)) => {
                let again = next.strip_prefix(&self.text[name.clone()]);
                again.is_some_and(|rest| rest.starts_with('(')) || own(']')
            }
            _ => false,
        };
        goes_on.then_some(Slip::Extra)
    }

    /// Whether a field that begins here can be one of this record's own; of a record that nobody knows, any can.
    fn may_hold(&self, tree: &Tree, field: &str) -> bool {
        let name = tree.name.clone().map_or("", |n| &self.text[n]);
        let field = &field[..field.find(|c: char| !c.is_ascii_lowercase() && c != '_').unwrap_or(field.len())];
        let known = RECORDS.iter().find(|(record, _)| *record == name);
        known.is_none_or(|(_, fields)| fields.contains(&field))
    }

    /// Whether the bracket here stands behind another of its kind, or could not close what is around either.
    fn surely_extra(&self, tree: &Tree) -> bool {
        let last = tree.items.last().map(|i| &i.value).filter(|v| v.shape != Shape::Leaf);
        let twice = last.is_some_and(|v| self.text.as_bytes()[..v.span.end].last() == Some(&self.peek()));
        twice || self.around() != Some(self.peek())
    }

    pub(super) fn closed_twice(&mut self, tree: &Tree) {
        let message = format!("this \"{}\" closes nothing", self.peek() as char);
        let sure = self.surely_extra(tree);
        self.at += 1;
        let extra = self.at - 1..self.at;
        self.fault(extra.clone(), message, "take it out");
        self.certain(sure.then(|| Mend::remove(extra)));
        self.skip();
        self.at += usize::from(self.peek() == b',');
    }

    /// Ends a value at a bracket of another kind.
    pub(super) fn closed_otherwise(&mut self, tree: &Tree, close: u8) {
        self.at += 1;
        self.ended = self.at;
        // of names in a list whoever reads it tells: both its brackets were meant to be others
        if tree.shape != Shape::List || tree.items.last().is_some_and(|i| i.key.is_none()) {
            let message =
                format!("\"{}\" stands where \"{}\" belongs", &self.text[self.at - 1..self.at], close as char);
            self.fault(self.at - 1..self.at, message, "a bracket closes with its own kind: (..), [..], {..}");
            self.certain([Mend::replace(self.at - 1..self.at, mark(close))]);
        }
    }

    /// What comes next cannot stand in this value, and can in the one around it: a second `Choice(` in a `Choice(..)` with
    /// fields, a `"node": Node(` in a `Node(..)`, a field in a list.
    pub(super) fn belongs_outside(&self, tree: &Tree) -> bool {
        let Some(last) = tree.items.last() else { return false };
        match (tree.shape, &tree.name, &last.key) {
            (Shape::Paren, Some(_), Some(_)) => self.another_like(tree, self.rest()),
            (Shape::List, _, None) => field_begins(self.rest()),
            _ => false,
        }
    }

    /// Whether a value of this one's kind begins there, which never stands in it.
    fn another_like(&self, tree: &Tree, rest: &str) -> bool {
        let (Shape::Paren, Some(name), Some(last)) = (tree.shape, &tree.name, tree.items.last()) else { return false };
        let Some(key) = &last.key else { return false };
        let again = rest.strip_prefix(&self.text[name.clone()]);
        let entry = !self.text[key.clone()].starts_with('"') && entry_begins(rest);
        entry || again.is_some_and(|rest| rest.trim_start().starts_with('('))
    }
}

/// The bracket as a text.
fn mark(close: u8) -> &'static str {
    match close {
        b')' => ")",
        b']' => "]",
        _ => "}",
    }
}

/// `"id": Name(`
fn entry_begins(rest: &str) -> bool {
    let Some(inside) = rest.strip_prefix('"') else { return false };
    let end = inside.bytes().take(MOST_ID).position(|b| b == b'"' || b == b'\n');
    let Some(after) = end.and_then(|end| inside[end..].strip_prefix('"')) else { return false };
    let Some(value) = after.trim_start().strip_prefix(':').map(str::trim_start) else { return false };
    let word = value.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    value.starts_with(|c: char| c.is_ascii_uppercase()) && word.starts_with('(')
}

pub(super) fn is_closer(c: u8) -> bool {
    matches!(c, b')' | b']' | b'}')
}
