//! One pass over the text.

use super::{Fault, MOST_DEPTH, MOST_FAULTS, MOST_MENDS, MOST_VALUES, Mend, Reading, Shape, Tree};
use crate::diagnostic::{Span, short};

/// Reads a text. A fault is reported once and reading goes on behind it.
pub fn read(text: &str) -> Reading {
    let mut reader = Reader {
        text,
        at: 0,
        closers: Vec::new(),
        faults: Vec::new(),
        habits: Vec::new(),
        mended: Vec::new(),
        comments: Vec::new(),
        gave_up: false,
        torn: false,
        left_open: false,
        ended: 0,
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
        let end = reader.at + reader.line_left();
        let message = "only one value belongs in a file, and this comes after it";
        reader.torn = true;
        reader.fault(reader.at..end, message, "take it out, or see whether a bracket closed too early");
    }
    if tree.is_none() {
        reader.fault(0..0, "the file is empty", "write Scenario(format: 1, ..); the authors' guide has an example");
    }
    reader.count_habits();
    let torn = reader.torn || reader.gave_up;
    Reading { tree, faults: reader.faults, torn, mended: reader.mended, comments: reader.comments }
}

pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub at: usize,
    pub closers: Vec<u8>,
    faults: Vec<Fault>,
    habits: Vec<Habit>,
    /// Where texts begin that are taken for what they were meant to be.
    pub mended: Vec<usize>,
    pub comments: Vec<Span>,
    /// Nothing more is read, so nothing that follows from it is a fault.
    pub gave_up: bool,
    /// A value ended elsewhere than it was meant to.
    pub torn: bool,
    /// The value just read was never closed, so no comma is to be looked for behind it.
    pub left_open: bool,
    /// Behind the last value or bracket, before any comma.
    pub ended: usize,
    values: usize,
    /// Texts whose end had to be looked for, each as far as the file goes.
    pub unclosed: usize,
}

/// What somebody does all over a file, and is told once.
struct Habit {
    fault: usize,
    fix: &'static str,
    /// Where it was met last.
    last: usize,
    more: usize,
}

impl Reader<'_> {
    pub fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }
    /// The byte here; 0 at the end.
    pub fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
    pub fn rest(&self) -> &str {
        &self.text[self.at..]
    }
    pub fn fault(&mut self, span: Span, message: impl Into<String>, fix: &'static str) {
        self.faults.push(Fault { span, message: message.into(), fix, mends: Vec::new() });
        if self.faults.len() == MOST_FAULTS {
            self.give_up();
        }
    }
    /// How the fault just told is mended without a doubt.
    pub fn certain(&mut self, mends: impl IntoIterator<Item = Mend>) {
        if let Some(fault) = self.faults.last_mut() {
            fault.mends.extend(mends);
        }
    }
    pub fn give_up(&mut self) {
        (self.at, self.gave_up) = (self.text.len(), true);
    }

    /// A fault from `start` to here, told where it is met first; `fix` tells one habit from another.
    pub fn habit(&mut self, start: usize, message: &str, fix: &'static str, mends: impl IntoIterator<Item = Mend>) {
        match self.habits.iter_mut().find(|h| h.fix == fix) {
            // a place that is read again after looking ahead has been counted already
            Some(habit) if habit.last >= start => {}
            Some(habit) => {
                (habit.last, habit.more) = (start, habit.more + 1);
                let known = &mut self.faults[habit.fault].mends;
                if known.len() < MOST_MENDS {
                    known.extend(mends);
                }
            }
            None => {
                self.habits.push(Habit { fault: self.faults.len(), fix, last: start, more: 0 });
                self.fault(start..self.at, message, fix);
                self.certain(mends);
            }
        }
    }

    fn count_habits(&mut self) {
        for Habit { fault, more, .. } in self.habits.iter().filter(|h| h.more > 0) {
            self.faults[*fault].message += &format!("; {more} more in this file");
        }
    }

    pub fn value(&mut self) -> Tree {
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
        if matches!(self.peek(), b'(' | b'[' | b'{') {
            return self.group(start, None);
        }
        let word = self.leaf();
        self.skip();
        let begins = self.text[word.clone()].chars().next();
        let callable = begins.is_some_and(|c| c.is_alphabetic() || c == '_');
        let capital = begins.is_some_and(char::is_uppercase) && !self.text[word.end..self.at].contains('\n');
        match self.peek() {
            b'(' if callable => self.group(start, Some(word)),
            open @ (b'[' | b'{') if capital => {
                let message =
                    format!("\"{}\" has its \"{}\" where \"(\" belongs", short(&self.text[word.clone()]), open as char);
                let opener = self.at..self.at + 1;
                self.fault(opener.clone(), message, "write round brackets, ( and ), behind a name");
                let fault = self.faults.len() - 1;
                let tree = self.group(start, Some(word));
                if self.closed_by(&tree, open) {
                    let ends = [Mend::replace(opener, "("), Mend::replace(self.at - 1..self.at, ")")];
                    self.faults[fault].mends.extend(ends);
                }
                tree
            }
            _ => Tree { span: word, name: None, shape: Shape::Leaf, items: Vec::new() },
        }
    }

    /// Whether the value just read ended with the partner of its opening bracket.
    fn closed_by(&self, tree: &Tree, open: u8) -> bool {
        let inside = tree.items.last().is_none_or(|i| i.value.span.end < self.at);
        // in ASCII the partner of [ or { is two further
        inside && self.ended == self.at && self.text.as_bytes()[self.at - 1] == open + 2
    }

    /// What stands between the bracket here and its closing one.
    fn group(&mut self, start: usize, name: Option<Span>) -> Tree {
        let opener = self.at;
        let (shape, close) = match self.peek() {
            b'(' => (Shape::Paren, b')'),
            b'[' => (Shape::List, b']'),
            _ => (Shape::Map, b'}'),
        };
        self.at += 1;
        let shape = if name.is_some() { Shape::Paren } else { shape };
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
                "3..3 \":\" is missing after \"b\"",
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
