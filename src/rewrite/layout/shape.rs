//! Which groups stand on one line, and which are broken up: the look of the shipped scenarios as rules.

use super::parts::{Entry, Group, Value};
use crate::scenario::text::Shape;

/// How a group is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// On one line, however long, unless it is split.
    Line(Split),
    /// Along a line, broken at comments and where it is split; a last value that is broken keeps its bracket on that line.
    Flow(Split),
    /// On one line where it fits, else one thing a line.
    Fits,
    /// One thing a line.
    Block,
}

/// Where a record goes on in a second line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    Nowhere,
    Before(usize),
    /// Only where its first line would be too long.
    IfWide(usize),
}

/// Records with a line for each field.
const TALL: [&str; 3] = ["Scenario", "Person", "Node"];
/// Fields whose lists have a line for each thing, once there are two.
const LISTS: [&str; 6] = ["says", "closed", "choices", "answers", "known", "watch_for"];
/// Fields that are never on one line.
const MAPS: [&str; 2] = ["people", "nodes"];

impl Form {
    pub fn is_broken(self) -> bool {
        match self {
            Self::Line(_) | Self::Fits => false,
            Self::Flow(_) | Self::Block => true,
        }
    }
}

/// Settles the form of a group whose inside is settled; `key` is the field it stands in.
pub(super) fn settle(group: &mut Group, key: &str) {
    group.form = form(group, key);
    if !matches!(group.form, Form::Block | Form::Fits) {
        // along a line there is no room for blank ones
        for entry in &mut group.entries {
            entry.blank = false;
            entry.notes.iter_mut().flat_map(|n| &mut n.before).for_each(|n| n.blank = false);
        }
        group.tail.iter_mut().for_each(|n| n.blank = false);
    }
    group.width = width(group);
}

fn form(group: &Group, key: &str) -> Form {
    let alone = group.entries.is_empty() && group.tail.iter().any(|n| n.own || n.breaks);
    if alone || !group.opening.is_empty() || group.entries.first().is_some_and(takes_line) {
        return Form::Block;
    }
    match group.shape {
        _ if group.entries.is_empty() => Form::Line(Split::Nowhere),
        Shape::Paren => record(group),
        Shape::List | Shape::Map | Shape::Leaf => list(group, key),
    }
}

fn record(group: &Group) -> Form {
    let (last, rest) = group.entries.split_last().map_or((None, &[][..]), |(last, rest)| (Some(last), rest));
    if TALL.contains(&group.name) || rest.iter().any(|e| e.value.is_broken()) {
        return Form::Block;
    }
    let commented = group.entries.iter().any(|e| takes_line(e) || !e.trailing().is_empty()) || !group.tail.is_empty();
    match split(group) {
        split @ Split::Before(_) => Form::Flow(split),
        split if commented || last.is_some_and(|e| e.value.is_broken()) => Form::Flow(split),
        split => Form::Line(split),
    }
}

/// A choice goes on in a second line with its note, or where it is too long behind its words.
fn split(group: &Group) -> Split {
    let at = |field: &str| group.entries.iter().position(|e| e.key == Some(field)).filter(|i| *i > 0);
    match (group.name, at("note"), at("uses")) {
        ("Choice", Some(note), _) => Split::Before(note),
        ("Choice", None, Some(uses)) => Split::IfWide(uses),
        ("Choice", None, None) if group.entries.len() > 1 => Split::IfWide(1),
        _ => Split::Nowhere,
    }
}

fn list(group: &Group, key: &str) -> Form {
    let entries = &group.entries;
    let spaced = |(i, e): (usize, &Entry)| i > 0 && (e.blank || e.before().first().is_some_and(|n| n.blank));
    let apart = entries.iter().any(|e| takes_line(e) || !e.trailing().is_empty() || e.value.is_broken())
        || entries.iter().enumerate().any(spaced)
        || !group.tail.is_empty();
    let many = entries.len() > 1 && (LISTS.contains(&key) || entries.iter().any(|e| is_record(&e.value)));
    match entries.len() {
        _ if apart || many || MAPS.contains(&key) => Form::Block,
        1 => Form::Line(Split::Nowhere),
        _ => Form::Fits,
    }
}

/// `(when: .., to: ..)`, with or without a name.
fn is_record(value: &Value) -> bool {
    match value {
        Value::Leaf(_) => false,
        Value::Group(group) => group.shape == Shape::Paren && group.entries.iter().any(|e| e.key.is_some()),
    }
}

/// Whether a comment before it has to stand on a line of its own.
fn takes_line(entry: &Entry) -> bool {
    entry.before().iter().any(|n| n.own || n.breaks)
}

fn width(group: &Group) -> usize {
    let frame = group.name.chars().count() + 1;
    if group.form == Form::Block {
        return frame;
    }
    let padding = if group.shape == Shape::Map && !group.entries.is_empty() { 2 } else { 0 };
    let inside: usize = group.entries.iter().map(|e| e.width() + 2).sum();
    let close = if group.form.is_broken() { 0 } else { 1 };
    frame + padding + inside.saturating_sub(2) + close
}
