//! Prints the parts of a file.

use super::gap::Note;
use super::parts::{Entry, File, Group, Value};
use super::shape::{Form, Split};
use super::{MARK, STEP, WIDTH};
use crate::scenario::text::Shape;

/// Comments at the ends of lines that follow one another begin in one column, where the lines are no longer than this.
const MOST_ALIGNED: usize = 60;

/// The file as text, with the line ends and the mark that `text` has.
pub(super) fn print(file: &File, text: &str) -> String {
    let windows = text.find('\n').is_some_and(|i| text[..i].ends_with('\r'));
    let mut page =
        Page { out: String::with_capacity(text.len() + text.len() / 8), line_end: if windows { "\r\n" } else { "\n" } };
    if text.starts_with(MARK) {
        page.out.push_str(MARK);
    }
    page.lead(&file.before, file.blank, 0);
    page.value(&file.value, 0, Some(0));
    page.behind(&file.trailing, 1);
    for note in &file.after {
        page.own_line(note, 0);
    }
    page.out.push_str(page.line_end);
    page.out
}

struct Page {
    out: String,
    line_end: &'static str,
}

impl Page {
    /// Begins a line.
    fn line(&mut self, indent: usize) {
        if !self.out.is_empty() && self.out != MARK {
            self.out.push_str(self.line_end);
        }
        self.out.extend(std::iter::repeat_n(' ', indent));
    }

    fn blank_line(&mut self) {
        if !self.out.is_empty() && self.out != MARK {
            self.out.push_str(self.line_end);
        }
    }

    /// A comment; one of several lines gets the line ends of the file.
    fn note(&mut self, words: &str) {
        if words.contains('\n') {
            let words = words.replace("\r\n", "\n").replace('\n', self.line_end);
            self.out.push_str(&words);
        } else {
            self.out.push_str(words);
        }
    }

    fn own_line(&mut self, note: &Note, indent: usize) {
        if note.blank {
            self.blank_line();
        }
        self.line(indent);
        self.note(note.text);
    }

    /// Begins a line with the comments before something.
    fn lead(&mut self, notes: &[Note], blank: bool, indent: usize) {
        let mut fresh = true;
        for note in notes {
            if fresh {
                self.own_line(note, indent);
            } else {
                self.out.push(' ');
                self.note(note.text);
            }
            fresh = note.breaks;
        }
        if !fresh {
            return self.out.push(' ');
        }
        if blank {
            self.blank_line();
        }
        self.line(indent);
    }

    /// Comments at the end of a line.
    fn behind(&mut self, notes: &[&str], spaces: usize) {
        for (i, note) in notes.iter().enumerate() {
            self.out.extend(std::iter::repeat_n(' ', if i == 0 { spaces } else { 1 }));
            self.note(note);
        }
    }

    /// `column` is where the value begins, where it may still be broken to fit.
    fn value(&mut self, value: &Value, indent: usize, column: Option<usize>) {
        match value {
            Value::Leaf(words) => self.out.push_str(words),
            Value::Group(group) => self.group(group, indent, column),
        }
    }

    fn group(&mut self, group: &Group, indent: usize, column: Option<usize>) {
        let comma = usize::from(!group.form.is_broken());
        let wide = column.is_some_and(|c| c + group.width + comma > WIDTH);
        self.out.push_str(group.name);
        let (open, close) = brackets(group.shape);
        self.out.push(open);
        match group.form {
            Form::Block => self.block(group, indent),
            Form::Fits if wide => self.block(group, indent),
            Form::Fits | Form::Line(Split::Nowhere) | Form::Flow(Split::Nowhere) => self.flow(group, indent, 0),
            Form::Line(Split::Before(at)) | Form::Flow(Split::Before(at)) => self.flow(group, indent, at),
            Form::Line(Split::IfWide(at)) | Form::Flow(Split::IfWide(at)) => {
                self.flow(group, indent, if wide { at } else { 0 });
            }
        }
        self.out.push(close);
    }

    fn block(&mut self, group: &Group, indent: usize) {
        self.behind(&group.opening, 1);
        let mut aligned = Aligned::default();
        for (i, entry) in group.entries.iter().enumerate() {
            let inside = indent + STEP;
            let blank = entry.blank && (i > 0 || !entry.before().is_empty());
            match entry.before().split_first() {
                // nothing stands before it to be set apart from
                Some((first, rest)) if i == 0 && first.blank => {
                    let first = Note { blank: false, ..*first };
                    self.lead(&[&[first], rest].concat(), blank, inside);
                }
                _ => self.lead(entry.before(), blank, inside),
            }
            self.entry(entry, inside, Some(inside));
            self.out.push(',');
            if !entry.trailing().is_empty() {
                let spaces = aligned.spaces(&group.entries, i);
                self.behind(entry.trailing(), spaces);
            }
        }
        for (i, note) in group.tail.iter().enumerate() {
            let first = i == 0 && group.entries.is_empty() && group.opening.is_empty();
            self.own_line(&Note { blank: note.blank && !first, ..*note }, indent + STEP);
        }
        self.line(indent);
    }

    /// Along the line; a second line begins before the entry `split`, unless that is 0.
    fn flow(&mut self, group: &Group, mut indent: usize, split: usize) {
        let base = indent;
        let padded = group.shape == Shape::Map && !group.entries.is_empty();
        if padded {
            self.out.push(' ');
        }
        let mut ended = false;
        for (i, entry) in group.entries.iter().enumerate() {
            let own = entry.before().iter().any(|n| n.own || n.breaks);
            if ended || own || (split > 0 && i == split) {
                indent = base + STEP;
                self.lead(entry.before(), false, indent);
            } else {
                if i > 0 {
                    self.out.push(' ');
                }
                for note in entry.before() {
                    self.note(note.text);
                    self.out.push(' ');
                }
            }
            self.entry(entry, indent, None);
            ended = !entry.trailing().is_empty();
            let last = i + 1 == group.entries.len();
            if !last || ended || !group.tail.is_empty() {
                self.out.push(',');
            }
            self.behind(entry.trailing(), 1);
        }
        self.end(group, base, ended);
        if padded {
            self.out.push(' ');
        }
    }

    /// What stands before the closing bracket of a group along a line.
    fn end(&mut self, group: &Group, indent: usize, ended: bool) {
        if group.entries.is_empty() {
            for (i, note) in group.tail.iter().enumerate() {
                self.behind(&[note.text], usize::from(i > 0));
            }
            return;
        }
        for note in &group.tail {
            self.own_line(note, indent + STEP);
        }
        if ended || !group.tail.is_empty() {
            self.line(indent);
        }
    }

    fn entry(&mut self, entry: &Entry, indent: usize, column: Option<usize>) {
        if let Some(key) = entry.key {
            self.out.push_str(key);
            self.out.push_str(": ");
        }
        for note in entry.inner() {
            self.note(note);
            self.out.push(' ');
        }
        let inline: usize = entry.before().iter().filter(|n| !n.breaks).map(|n| n.text.chars().count() + 1).sum();
        self.value(&entry.value, indent, column.map(|c| c + inline + entry.head()));
        self.behind(entry.after(), 1);
    }
}

fn brackets(shape: Shape) -> (char, char) {
    match shape {
        Shape::List => ('[', ']'),
        Shape::Map => ('{', '}'),
        Shape::Paren | Shape::Leaf => ('(', ')'),
    }
}

/// The column in which the comments of lines that follow one another begin.
#[derive(Default)]
struct Aligned {
    upto: usize,
    column: usize,
}

impl Aligned {
    /// Spaces between the entry `i` with its comma and its comment.
    fn spaces(&mut self, entries: &[Entry], i: usize) -> usize {
        if !is_short(&entries[i]) {
            return 1;
        }
        if i >= self.upto {
            let run = &entries[i..];
            let follows = |e: &&Entry| is_short(e) && !e.trailing().is_empty() && !e.blank && e.before().is_empty();
            let count = 1 + run[1..].iter().take_while(follows).count();
            (self.upto, self.column) = (i + count, run[..count].iter().map(Entry::width).max().unwrap_or(0));
        }
        1 + self.column - entries[i].width()
    }
}

fn is_short(entry: &Entry) -> bool {
    !entry.value.is_broken() && entry.width() <= MOST_ALIGNED
}
