//! Records, `Name(field: value, ..)`: their names, their fields, and what stands in them by mistake.

use std::collections::HashMap;

use super::Resolver;
use super::fields::quoted;
use super::format::RECORDS;
use super::report::nearest;
use crate::diagnostic::{Span, short};
use crate::scenario::text::{Item, Shape, Tree};

/// The fields of one record, by name.
pub(super) struct Fields<'t> {
    pub span: Span,
    what: &'static str,
    by_name: HashMap<&'static str, &'t Tree>,
}

impl<'t> Fields<'t> {
    pub(super) fn get(&self, name: &str) -> Option<&'t Tree> {
        self.by_name.get(name).copied()
    }
}

/// Where each named thing belongs.
const HOMES: [(&str, &str); 6] = [
    ("Choice", "a Choice belongs into the choices: [..] of a node"),
    ("Line", "a Line belongs into the says: [..] of a node"),
    ("Node", "a Node belongs into nodes: {..}, with an id before it"),
    ("Ending", "an Ending belongs into nodes: {..}, with an id before it"),
    ("Person", "a Person belongs into people: {..}, with an id before it"),
    ("Cue", "a Cue belongs behind the asks: of a node"),
];

impl Resolver<'_> {
    /// Reads `Name(field: value, ..)`. Unknown and repeated fields are reported; `name` empty means a record without one.
    pub(super) fn record<'t>(
        &mut self,
        tree: &'t Tree,
        name: &'static str,
        what: &'static str,
        known: &[&'static str],
    ) -> Option<Fields<'t>> {
        if !self.opens(tree, name, what) {
            self.lost_parts = true;
            return None;
        }
        let mut fields = Fields { span: tree.span.clone(), what, by_name: HashMap::new() };
        let mut items = tree.items.iter().peekable();
        while let Some(item) = items.next() {
            let Some(key) = &item.key else {
                let next = items.peek().filter(|next| next.key.is_none()).copied();
                if let Some((field, value)) = self.unnamed(&item.value, next, what, known) {
                    fields.by_name.insert(field, value);
                    items.next();
                }
                continue;
            };
            let Some(field) = self.field_name(key, what, known) else { continue };
            if fields.by_name.insert(field, &item.value).is_some() {
                self.tell("duplicate-key", key, format!("\"{field}\" stands here twice"), "keep one of the two");
                self.lost_parts = true;
            }
        }
        Some(fields)
    }

    /// Whether a value opens like the record that is expected, or nearly so: then what is in it can be read all the same.
    fn opens(&mut self, tree: &Tree, name: &'static str, what: &str) -> bool {
        if tree.shape == Shape::Paren && self.head(tree) == name {
            return true;
        }
        let head = self.head(tree).to_owned();
        let wanted = format!("write {name}(..)");
        let (message, fix) = match tree.shape {
            Shape::Paren if head.is_empty() => (format!("\"{name}\" is missing before this \"(\""), wanted),
            Shape::Paren if head.eq_ignore_ascii_case(name) => {
                (format!("\"{head}\" is spelled \"{name}\" here"), wanted)
            }
            Shape::Map | Shape::List if self.holds_fields(tree) => {
                (format!("{what} stands in round brackets, ( and )"), wanted)
            }
            Shape::Paren | Shape::Map | Shape::List | Shape::Leaf => {
                let found = if head.is_empty() { self.slice(&tree.span).get(..1).unwrap_or("") } else { &head };
                let or = if name == "Node" { " or an ending" } else { "" };
                let message = format!("{what}{or} is expected here, found {}", quoted(short(found)));
                let fix = self.home(tree).map_or(wanted, str::to_owned);
                self.tell("wrong-type", &tree.span, message, fix);
                return false;
            }
        };
        let opening = tree.name.clone().unwrap_or(tree.span.start..tree.span.start + 1);
        self.tell("wrong-type", &opening, message, fix);
        true
    }

    /// Which of these a value is, also where capital letters are off; empty for none.
    pub(super) fn named(&mut self, tree: &Tree, names: &[&'static str]) -> &'static str {
        let head = self.head(tree).to_owned();
        let Some(name) = names.iter().find(|n| n.eq_ignore_ascii_case(&head)) else { return "" };
        if head != *name {
            let opening = tree.name.clone().unwrap_or(tree.span.clone());
            let message = format!("\"{head}\" is spelled \"{name}\" here");
            self.tell("wrong-type", &opening, message, format!("write {name}(..)"));
        }
        name
    }

    fn holds_fields(&self, tree: &Tree) -> bool {
        let key = tree.items.first().and_then(|i| i.key.clone());
        key.is_some_and(|k| self.slice(&k).starts_with(|c: char| c.is_ascii_lowercase()))
    }

    /// Where a value belongs that stands in the wrong place.
    pub(super) fn home(&self, tree: &Tree) -> Option<&'static str> {
        let head = self.head(tree);
        HOMES.iter().find(|(name, _)| *name == head).map(|(_, home)| *home)
    }

    fn field_name(&mut self, key: &Span, what: &str, known: &[&'static str]) -> Option<&'static str> {
        let written = self.slice(key);
        let word = if self.mended.contains(&key.start) { self.mended_text(key) } else { written.trim_matches('"') };
        let word = word.to_owned();
        let Some(field) = known.iter().find(|k| **k == word) else {
            let elsewhere = RECORDS.iter().find(|(_, fields)| fields.contains(&word.as_str()));
            let fix = match elsewhere {
                Some((record, _)) if nearest(&word, known.iter().copied()).is_none() => {
                    format!("it is a field of {record}; see the authors' guide for what can stand here")
                }
                _ => self.guess(&word, known.iter().copied()),
            };
            self.tell("unknown-field", key, format!("{what} has no field \"{}\"", short(&word)), fix);
            self.lost_parts = true;
            return None;
        };
        if self.slice(key) != *field && !std::mem::replace(&mut self.quoted_fields_told, true) {
            let message = format!("the name of a field, \"{field}\", stands in quotes");
            self.tell("syntax", key, message, format!("write {field}: without quotes, and so with every field"));
        }
        Some(field)
    }

    /// Tells of a value without a name. A field and the value behind it are given back where a comma parts them.
    fn unnamed<'t>(
        &mut self,
        value: &'t Tree,
        next: Option<&'t Item>,
        what: &str,
        known: &[&'static str],
    ) -> Option<(&'static str, &'t Tree)> {
        let word = self.head(value).to_owned();
        let field = known.iter().find(|k| **k == word && value.shape == Shape::Leaf);
        if let (Some(field), Some(next)) = (field, next) {
            let gap = value.span.end..next.value.span.start;
            let comma = gap.start + self.slice(&gap).find(',').unwrap_or(0);
            let comma = comma..comma + 1;
            let message = format!("\",\" stands behind \"{field}\" where \":\" belongs");
            self.tell("syntax", &comma, message, format!("write {field}: .."));
            return Some((field, &next.value));
        }
        let (message, fix) = match (field, self.home(value)) {
            (Some(field), _) => (format!("\"{field}\" has no value"), format!("write {field}: ..")),
            (None, Some(home)) => (format!("{what} cannot hold a {word} by itself"), home.to_owned()),
            (None, None) => (
                format!("{what} has named fields, and this value has no name"),
                "put the field's name and \":\" before it".to_owned(),
            ),
        };
        self.tell("wrong-type", &value.span, message, fix);
        self.lost_parts = true;
        None
    }

    /// A field that must be there.
    pub(super) fn required<'t>(&mut self, fields: &Fields<'t>, name: &'static str) -> Option<&'t Tree> {
        let found = fields.get(name);
        if found.is_none() {
            let span = fields.span.start..fields.span.start + self.head_len(&fields.span);
            self.tell("missing-field", &span, format!("{} has no \"{name}\"", fields.what), format!("add {name}: .."));
        }
        found
    }

    fn head_len(&self, span: &Span) -> usize {
        self.slice(span).find('(').map_or(1, |i| i + 1).min(40)
    }
}
