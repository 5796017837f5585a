//! From a tree and its comments to parts that can be printed: each comment at what it speaks of, each group with its form.

use super::gap::{Comments, Gap, Note, is_blank, is_space};
use super::shape::{self, Form};
use crate::diagnostic::Span;
use crate::scenario::text::{Item, Shape, Tree};

/// A whole file.
pub(super) struct File<'a> {
    /// Comments before the value, and attributes such as `#![enable(..)]`.
    pub before: Vec<Note<'a>>,
    /// A blank line stands behind those.
    pub blank: bool,
    pub value: Value<'a>,
    /// Comments at the end of its last line.
    pub trailing: Vec<&'a str>,
    pub after: Vec<Note<'a>>,
}

pub(super) enum Value<'a> {
    Leaf(&'a str),
    Group(Box<Group<'a>>),
}

pub(super) struct Group<'a> {
    pub name: &'a str,
    pub shape: Shape,
    pub form: Form,
    pub entries: Vec<Entry<'a>>,
    /// Comments on the line of the bracket it opens with.
    pub opening: Vec<&'a str>,
    /// Comments before the bracket it closes with.
    pub tail: Vec<Note<'a>>,
    /// Columns of its first line; of all of it where it stands on one.
    pub width: usize,
}

pub(super) struct Entry<'a> {
    /// A blank line stands before it, behind its comments.
    pub blank: bool,
    pub key: Option<&'a str>,
    pub value: Value<'a>,
    /// Most have none.
    pub notes: Option<Box<Notes<'a>>>,
}

/// The comments of one entry.
#[derive(Default)]
pub(super) struct Notes<'a> {
    pub before: Vec<Note<'a>>,
    /// Between key and value.
    pub inner: Vec<&'a str>,
    /// In front of the comma.
    pub after: Vec<&'a str>,
    /// At the end of its line.
    pub trailing: Vec<&'a str>,
}

/// The parts of a file.
pub(super) fn file<'a>(text: &'a str, tree: &Tree, comments: &'a [Span]) -> File<'a> {
    let mut builder = Builder { text, comments: Comments::of(text, comments) };
    let (before, blank) = builder.prelude(tree.span.start, comments);
    let value = builder.value(tree, "");
    let Gap { mut close, behind, later, .. } = builder.comments.gap(tree.span.end, text.len());
    close.extend(behind);
    File { before, blank, value, trailing: close, after: later }
}

struct Builder<'a> {
    text: &'a str,
    comments: Comments<'a>,
}

impl<'a> Builder<'a> {
    fn prelude(&mut self, to: usize, comments: &[Span]) -> (Vec<Note<'a>>, bool) {
        let text = self.text;
        let mut at = text.len() - text.trim_start_matches(super::MARK).len();
        let mut notes = Vec::new();
        let ahead = comments.iter().take_while(|c| c.start < to);
        for (comment, next) in ahead.clone().zip(ahead.map(|c| c.start).skip(1).chain([to])) {
            let blank = self.attributes(at, comment.start, &mut notes);
            let words = text[comment.clone()].trim_end_matches(is_space);
            let between = &text[comment.end..next];
            let breaks =
                words.starts_with("//") || between.contains('\n') || !between.trim_matches(is_space).is_empty();
            notes.push(Note { text: words, blank, own: true, breaks });
            at = comment.end;
        }
        let blank = self.attributes(at, to, &mut notes);
        // those have been handed out now
        self.comments.gap(to, to);
        (notes, blank)
    }

    /// Takes `#![enable(..)]` out of what stands between comments; whether a blank line stands before what follows.
    fn attributes(&self, from: usize, to: usize, notes: &mut Vec<Note<'a>>) -> bool {
        let space = &self.text[from..to];
        let attributes = space.trim_matches(is_space);
        if attributes.is_empty() {
            return is_blank(space);
        }
        let begins = space.len() - space.trim_start_matches(is_space).len();
        notes.push(Note { text: attributes, blank: is_blank(&space[..begins]), own: true, breaks: true });
        is_blank(&space[begins + attributes.len()..])
    }

    fn value(&mut self, tree: &Tree, key: &str) -> Value<'a> {
        if tree.shape == Shape::Leaf {
            return Value::Leaf(&self.text[tree.span.clone()]);
        }
        let name = tree.name.clone().map_or("", |n| &self.text[n]);
        let mut group = Group {
            name,
            shape: tree.shape,
            form: Form::Block,
            entries: Vec::with_capacity(tree.items.len()),
            opening: Vec::new(),
            tail: Vec::new(),
            width: 0,
        };
        let opened = tree.name.as_ref().map_or(tree.span.start + 1, |n| n.end);
        let close = tree.span.end - 1;
        let first = tree.items.first().map_or(close, start);
        let gap = self.comments.gap(opened, first);
        let mut blank_before = gap.blank;
        let mut before = if gap.ends_line {
            group.opening = [gap.close, gap.behind].concat();
            gap.later
        } else {
            gap.into_notes()
        };
        for (i, item) in tree.items.iter().enumerate() {
            let mut entry = self.entry(item, before, blank_before);
            let next = tree.items.get(i + 1).map(start);
            let gap = self.comments.gap(item.value.span.end, next.unwrap_or(close));
            blank_before = gap.blank;
            let followed = if next.is_some() { Followed::ByAnother } else { Followed::ByTheEnd };
            before = entry.take_behind(gap, followed);
            group.entries.push(entry);
        }
        group.tail = before;
        shape::settle(&mut group, key);
        Value::Group(Box::new(group))
    }

    fn entry(&mut self, item: &Item, mut before: Vec<Note<'a>>, mut blank: bool) -> Entry<'a> {
        let key = item.key.clone().map(|k| &self.text[k]);
        let mut inner = Vec::new();
        if let Some(key) = &item.key {
            let notes = self.comments.gap(key.end, item.value.span.start).into_notes();
            if notes.iter().any(|n| n.text.starts_with("//")) {
                // there is no room for it between the two
                for note in notes {
                    before.push(Note { blank: std::mem::take(&mut blank), own: true, breaks: true, ..note });
                }
            } else {
                inner.extend(notes.into_iter().map(|n| n.text));
            }
        }
        let value = self.value(&item.value, key.unwrap_or(""));
        let mut entry = Entry { blank, key, value, notes: None };
        if !before.is_empty() || !inner.is_empty() {
            entry.notes = Some(Box::new(Notes { before, inner, ..Notes::default() }));
        }
        entry
    }
}

enum Followed {
    ByAnother,
    ByTheEnd,
}

fn start(item: &Item) -> usize {
    item.key.as_ref().map_or(item.value.span.start, |k| k.start)
}

impl<'a> Entry<'a> {
    /// Keeps what belongs to it of what follows it, and gives back what belongs to the next.
    fn take_behind(&mut self, gap: Gap<'a>, followed: Followed) -> Vec<Note<'a>> {
        let Gap { mut close, mut behind, ends_line, later, .. } = gap;
        let mut next = later;
        // comments that do not end their line have nothing on later lines behind them
        match followed {
            _ if ends_line => {}
            Followed::ByAnother => {
                let note = |text| Note { text, blank: false, own: false, breaks: false };
                next.splice(0..0, behind.drain(..).map(note));
            }
            Followed::ByTheEnd => close.append(&mut behind),
        }
        if !close.is_empty() || !behind.is_empty() {
            let notes = self.notes.get_or_insert_default();
            (notes.after, notes.trailing) = (close, behind);
        }
        next
    }

    pub fn before(&self) -> &[Note<'a>] {
        self.notes.as_ref().map_or(&[], |n| &n.before)
    }
    pub fn inner(&self) -> &[&'a str] {
        self.notes.as_ref().map_or(&[], |n| &n.inner)
    }
    pub fn after(&self) -> &[&'a str] {
        self.notes.as_ref().map_or(&[], |n| &n.after)
    }
    pub fn trailing(&self) -> &[&'a str] {
        self.notes.as_ref().map_or(&[], |n| &n.trailing)
    }

    /// Columns of its first line, without comma.
    pub fn width(&self) -> usize {
        let texts = |texts: &[&str]| texts.iter().map(|t| t.chars().count() + 1).sum::<usize>();
        let inline: usize = self.before().iter().map(|n| n.text.chars().count() + 1).sum();
        self.head() + inline + texts(self.after()) + self.value.width()
    }

    /// Columns of its key with what stands between it and the value.
    pub fn head(&self) -> usize {
        let inner: usize = self.inner().iter().map(|t| t.chars().count() + 1).sum();
        inner + self.key.map_or(0, |k| k.chars().count() + 2)
    }
}

impl Value<'_> {
    pub fn width(&self) -> usize {
        match self {
            Self::Leaf(words) => words.chars().count(),
            Self::Group(group) => group.width,
        }
    }

    /// Whether it needs more than one line however wide that is.
    pub fn is_broken(&self) -> bool {
        match self {
            Self::Leaf(_) => false,
            Self::Group(group) => group.form.is_broken(),
        }
    }
}
