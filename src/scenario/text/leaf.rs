//! Words, numbers, characters and texts: where each ends.

use super::quotes::CURLY;
use super::reader::Reader;
use super::space::{is_space, is_unseen};
use crate::diagnostic::Span;

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
            _ if rest.starts_with(CURLY) => self.curly_text(),
            _ => self.word(),
        }
        start..self.at
    }

    fn character(&mut self) {
        let mut chars = self.rest().char_indices().skip(1);
        let inside = chars.next();
        let end = match inside {
            Some((_, '\\')) => self.rest()[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(i, _)| i + 2),
            Some(_) => chars.next().filter(|(_, c)| *c == '\'').map(|(i, _)| i),
            None => None,
        };
        let tight = |i: usize| self.rest()[i + 1..].starts_with(char::is_alphanumeric);
        match end {
            // 'I'm is no character
            Some(i) if tight(i) && self.single_text() => {}
            Some(i) => self.at += i + 1,
            None if self.single_text() => {}
            None => self.word(),
        }
    }

    fn word(&mut self) {
        let stop = |c: char| is_space(c) || is_unseen(c) || "()[]{},:\"/=;".contains(c);
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
