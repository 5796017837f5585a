//! One pass over the text.

use super::{Fault, Item, MOST_DEPTH, MOST_FAULTS, MOST_VALUES, Reading, Shape, Tree};
use crate::diagnostic::{Span, short};

/// Reads a text. A fault is reported once and reading goes on behind it.
pub fn read(text: &str) -> Reading {
    let mut reader = Reader {
        text,
        at: 0,
        closers: Vec::new(),
        faults: Vec::new(),
        comments: Vec::new(),
        gave_up: false,
        values: 0,
        unclosed: 0,
    };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.skip_attributes();
    let tree = (!reader.at_end()).then(|| reader.value());
    reader.skip();
    if !reader.at_end() {
        let end = reader.text[reader.at..].find('\n').map_or(text.len(), |i| reader.at + i);
        let message = "only one value belongs in a file, and this comes after it";
        reader.fault(reader.at..end, message, "take it out, or see whether a bracket closed too early");
    }
    if tree.is_none() {
        reader.fault(0..0, "the file is empty", "write Scenario(format: 1, ..); the authors' guide has an example");
    }
    Reading { tree, faults: reader.faults, comments: reader.comments }
}

pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub at: usize,
    closers: Vec<u8>,
    faults: Vec<Fault>,
    comments: Vec<Span>,
    /// Nothing more is read, so nothing that follows from it is a fault.
    gave_up: bool,
    values: usize,
    /// Texts without a closing quote; each was looked for to the end of the file.
    pub unclosed: usize,
}

impl Reader<'_> {
    fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }
    /// The byte here; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
    pub fn rest(&self) -> &str {
        &self.text[self.at..]
    }
    pub fn fault(&mut self, span: Span, message: impl Into<String>, fix: &'static str) {
        self.faults.push(Fault { span, message: message.into(), fix });
        if self.faults.len() == MOST_FAULTS {
            self.give_up();
        }
    }
    pub fn give_up(&mut self) {
        (self.at, self.gave_up) = (self.text.len(), true);
    }

    /// `#![enable(..)]` lines, which `ron` reads before the value.
    fn skip_attributes(&mut self) {
        self.skip();
        while self.rest().starts_with("#![") {
            self.at += self.rest().find(']').map_or(self.rest().len(), |i| i + 1);
            self.skip();
        }
    }

    /// White space and comments; block comments nest.
    pub fn skip(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start_matches(is_space).len();
            let start = self.at;
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block();
            } else {
                return;
            }
            // a place that is read again after looking ahead has been kept already
            if self.comments.last().is_none_or(|last| last.end <= start) {
                self.comments.push(start..self.at);
            }
        }
    }

    fn skip_block(&mut self) {
        let start = self.at;
        let mut depth = 0;
        while !self.at_end() {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return;
                }
            } else {
                self.at += self.rest().chars().next().map_or(1, char::len_utf8);
            }
        }
        self.fault(start..start + 2, "this comment is never closed", "end it with */");
    }

    fn value(&mut self) -> Tree {
        let start = self.at;
        if self.at_end() {
            return Tree::missing(start);
        }
        self.values += 1;
        if self.values > MOST_VALUES {
            self.fault(start..start, "there are too many values in this file", "split the scenario");
            self.give_up();
            return Tree::missing(start);
        }
        let (name, open) = match self.peek() {
            open @ (b'(' | b'[' | b'{') => (None, open),
            _ => {
                let word = self.leaf();
                self.skip();
                let callable = self.text[word.clone()].starts_with(|c: char| c.is_alphabetic() || c == '_');
                if self.peek() != b'(' || !callable {
                    return Tree { span: word, name: None, shape: Shape::Leaf, items: Vec::new() };
                }
                (Some(word), b'(')
            }
        };
        self.group(start, name, open)
    }

    fn group(&mut self, start: usize, name: Option<Span>, open: u8) -> Tree {
        let opener = self.at;
        self.at += 1;
        let (shape, close) = match open {
            b'(' => (Shape::Paren, b')'),
            b'[' => (Shape::List, b']'),
            _ => (Shape::Map, b'}'),
        };
        let mut tree = Tree { span: start..self.at, name, shape, items: Vec::new() };
        if self.closers.len() == MOST_DEPTH {
            let message = format!("this is nested deeper than {MOST_DEPTH} levels");
            self.fault(opener..opener + 1, message, "take some of the brackets out");
            self.give_up();
            return tree;
        }
        self.closers.push(close);
        self.items(&mut tree, opener, close);
        self.closers.pop();
        tree.span.end = self.at;
        tree
    }

    fn items(&mut self, tree: &mut Tree, opener: usize, close: u8) {
        loop {
            self.skip();
            match self.peek() {
                c if c == close => {
                    self.at += 1;
                    return;
                }
                c if self.at_end() || (is_closer(c) && self.closers.contains(&c)) => {
                    if !self.gave_up {
                        let open = &self.text[opener..=opener];
                        let fix = match close {
                            b')' => "add \")\" where it ends",
                            b']' => "add \"]\" where it ends",
                            _ => "add \"}\" where it ends",
                        };
                        self.fault(opener..opener + 1, format!("this \"{open}\" is never closed"), fix);
                    }
                    return;
                }
                c @ (b')' | b']' | b'}' | b',' | b':') => {
                    let message = format!("\"{}\" does not belong here", c as char);
                    self.at += 1;
                    self.fault(self.at - 1..self.at, message, "take it out, or add what is missing before it");
                }
                _ => self.item(tree),
            }
        }
    }

    fn item(&mut self, tree: &mut Tree) {
        let mut value = self.value();
        let mut key = None;
        self.skip();
        if self.peek() == b':' && tree.shape != Shape::List {
            self.at += 1;
            self.skip();
            key = Some(value.span);
            value = if self.value_follows() { self.value() } else { self.no_value() };
        } else if self.colon_forgotten(tree, &value) {
            let message = format!("\":\" is missing after \"{}\"", short(&self.text[value.span.clone()]));
            self.fault(value.span.end..value.span.end, message, "put \":\" between the name and its value");
            key = Some(value.span);
            value = self.value();
        }
        if key.is_some() {
            self.unquoted_words(&mut value);
        }
        let end = value.span.end;
        tree.items.push(Item { key, value });
        self.skip();
        if self.peek() == b',' {
            self.at += 1;
        } else if self.value_follows() {
            self.fault(end..end, "\",\" is missing here", "put \",\" between one thing and the next");
        }
    }

    /// A text somebody forgot to quote: its words are one value, which whoever reads it will call no text.
    fn unquoted_words(&mut self, value: &mut Tree) {
        let worded = |text: &str| text.starts_with(char::is_alphabetic);
        while value.shape == Shape::Leaf && worded(&self.text[value.span.clone()]) {
            let before = self.at;
            self.skip();
            let next = if worded(self.rest()) { self.leaf() } else { self.at..self.at };
            self.skip();
            if next.is_empty() || matches!(self.peek(), b':' | b'(' | b'"') {
                self.at = before;
                return;
            }
            value.span.end = next.end;
            self.at = next.end;
        }
    }

    /// In a record whose other items have keys, a bare word followed by a value.
    fn colon_forgotten(&self, tree: &Tree, value: &Tree) -> bool {
        let keyed = tree.items.last().is_some_and(|i| i.key.is_some());
        value.shape == Shape::Leaf && keyed && self.value_follows()
    }

    fn value_follows(&self) -> bool {
        !self.at_end() && !matches!(self.peek(), b',' | b':' | b')' | b']' | b'}')
    }

    fn no_value(&mut self) -> Tree {
        let at = self.at;
        self.fault(at..at, "a value is missing here", "write one behind the \":\"");
        Tree::missing(at)
    }
}

/// What `ron` reads over: also the two marks of reading direction.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

fn is_closer(c: u8) -> bool {
    matches!(c, b')' | b']' | b'}')
}

#[cfg(test)]
mod tests {
    use super::read;

    fn faults_of_writing(text: &str) -> Vec<String> {
        read(text).faults.into_iter().map(|f| format!("{}..{} {}", f.span.start, f.span.end, f.message)).collect()
    }

    #[test]
    fn a_well_written_text_has_no_fault() {
        assert!(
            faults_of_writing("// hi\nA(b: \"x\", c: [1, 2,], d: {\"k\": (e: 'x', f: r#\"\"\"#)}, /* /* */ */)")
                .is_empty()
        );
    }

    #[test]
    fn every_fault_is_found_in_one_pass() {
        assert_eq!(
            faults_of_writing("A(b \"x\", c: , d: [1 2], e: \"open\n)"),
            [
                "3..3 \",\" is missing here",
                "12..12 a value is missing here",
                "19..19 \",\" is missing here",
                "27..32 this text has no closing quote"
            ]
        );
    }

    #[test]
    fn a_text_without_quotes_is_one_value_and_does_not_swallow_the_next_field() {
        let read = read("A(b: the red door, c: 1)");
        assert_eq!((read.tree.map(|t| t.items.len()), read.faults.len()), (Some(2), 0));
        assert_eq!(faults_of_writing("A(b: the red c: 1)"), ["12..12 \",\" is missing here"]);
    }

    #[test]
    fn a_bracket_never_closed_is_told_at_its_opening() {
        assert_eq!(faults_of_writing("A(b: [1, 2)"), ["5..6 this \"[\" is never closed"]);
    }

    #[test]
    fn every_comment_is_kept_once() {
        let text = "// one\nA(b: the /* two */ red, // three\n c: 1 /* four /* */ */)\n// five";
        let comments = read(text).comments.into_iter().map(|c| &text[c]).collect::<Vec<_>>();
        assert_eq!(comments, ["// one", "/* two */", "// three", "/* four /* */ */", "// five"]);
    }

    #[test]
    fn depth_is_bounded_and_told_once() {
        let deep = "A(".repeat(300_000);
        assert_eq!(faults_of_writing(&deep).len(), 1);
    }
}
