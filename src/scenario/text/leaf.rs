//! Words, numbers, characters and texts: where each ends.

use super::reader::{Reader, is_space};
use crate::diagnostic::Span;

const CLOSE_QUOTE: &str = "put a double quote at its end; one inside a text is written \\\"";
/// A file with so many unclosed texts is not worth going on with.
const MOST_UNCLOSED: usize = 50;

impl Reader<'_> {
    /// A word, a number, a character or a text.
    pub fn leaf(&mut self) -> Span {
        let start = self.at;
        let rest = self.rest();
        let quoted = ["\"", "b\""].into_iter().find(|q| rest.starts_with(q)).map(|q| q.len() - 1);
        let raw =
            rest.trim_start_matches('b').strip_prefix('r').map(|r| (r, r.bytes().take_while(|b| *b == b'#').count()));
        match (quoted, raw, rest.as_bytes().first()) {
            (Some(at), _, _) => self.text_from(start + at + 1),
            (None, Some((r, hashes)), _) if r.as_bytes().get(hashes) == Some(&b'"') => self.raw_text(hashes),
            (None, _, Some(b'\'')) => self.character(),
            _ => self.word(),
        }
        start..self.at
    }

    fn text_from(&mut self, from: usize) {
        let bytes = self.text.as_bytes();
        let mut i = from;
        while i < bytes.len() && bytes[i] != b'"' {
            i += 1 + usize::from(bytes[i] == b'\\');
        }
        if i < bytes.len() {
            self.at = i + 1;
            return;
        }
        // never closed: take it to end with its line, so that the rest can still be read
        let start = self.at;
        self.at = self.text[from..].find('\n').map_or(self.text.len(), |n| from + n);
        self.fault(start..self.at, "this text has no closing quote", CLOSE_QUOTE);
        self.unclosed += 1;
        if self.unclosed == MOST_UNCLOSED {
            self.give_up();
        }
    }

    fn raw_text(&mut self, hashes: usize) {
        let start = self.at;
        let opener = self.rest().find('"').map_or(self.text.len(), |i| start + i + 1);
        let closer = format!("\"{}", "#".repeat(hashes));
        match self.text[opener..].find(&closer) {
            Some(i) => self.at = opener + i + closer.len(),
            None => {
                self.at = self.text.len();
                self.fault(start..opener, "this text has no closing quote", CLOSE_QUOTE);
            }
        }
    }

    fn character(&mut self) {
        let mut chars = self.rest().char_indices().skip(1);
        let inside = chars.next();
        let end = match inside {
            Some((_, '\\')) => self.rest()[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(i, _)| i + 2),
            Some(_) => chars.next().filter(|(_, c)| *c == '\'').map(|(i, _)| i),
            None => None,
        };
        match end {
            Some(i) => self.at += i + 1,
            None => self.word(),
        }
    }

    fn word(&mut self) {
        let stop = |c: char| is_space(c) || "()[]{},:\"/".contains(c);
        let first = self.rest().chars().next().map_or(1, char::len_utf8);
        let tail = &self.rest()[first..];
        let mut len = first + tail.find(stop).unwrap_or(tail.len());
        // a lone slash belongs to the word, a comment does not
        while self.rest()[len..].starts_with('/')
            && !self.rest()[len..].starts_with("//")
            && !self.rest()[len..].starts_with("/*")
        {
            let tail = &self.rest()[len + 1..];
            len += 1 + tail.find(stop).unwrap_or(tail.len());
        }
        self.at += len;
    }
}
