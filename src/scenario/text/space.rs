//! What stands between things: white space, notes, and what was meant for one.

use super::Mend;
use super::reader::Reader;

const NO_NOTE: &str = "begin a note to yourself with // instead";
const UNSEEN: &str = "delete it: put the cursor right behind it and press backspace";

impl Reader<'_> {
    /// `#![enable(..)]` lines, which `ron` reads before the value.
    pub fn skip_attributes(&mut self) {
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
                self.at += self.line_left();
            } else if self.rest().starts_with("/*") {
                self.skip_block();
            } else if self.skip_what_was_meant() {
                continue;
            } else {
                return;
            }
            // a place that is read again after looking ahead has been kept already
            if self.comments.last().is_none_or(|last| last.end <= start) {
                self.comments.push(start..self.at);
            }
        }
    }

    /// A note as other languages write it, or a character that nobody sees; `ron` takes neither.
    fn skip_what_was_meant(&mut self) -> bool {
        let start = self.at;
        let mut letters = self.rest().chars();
        match letters.next() {
            Some('#') if !letters.as_str().trim_start().starts_with('!') => {
                let marks = start..start + self.rest().len() - self.rest().trim_start_matches('#').len();
                self.at += self.line_left();
                self.habit(start, "\"#\" does not begin a note here", NO_NOTE, [Mend::replace(marks, "//")]);
            }
            Some(c) if is_unseen(c) => {
                self.at += c.len_utf8();
                let message = format!("a character that nobody sees stands here (U+{:04X})", c as u32);
                self.habit(start, &message, UNSEEN, [Mend::remove(start..self.at)]);
            }
            _ => return false,
        }
        true
    }

    /// Bytes up to the end of the line.
    pub fn line_left(&self) -> usize {
        self.rest().find('\n').unwrap_or(self.rest().len())
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
}

/// What `ron` reads over: also the two marks of reading direction.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

/// What copying brings along and no editor shows.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}') || (c.is_control() && !c.is_whitespace())
}
