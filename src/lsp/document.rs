//! The text of an open file: kept by lines so that small changes stay cheap, and places told as the editor counts them.

use std::sync::{Arc, OnceLock};

use lsp_types::{Position, PositionEncodingKind, Range, TextDocumentContentChangeEvent};

use crate::diagnostic::Span;
use crate::scenario::limits::MOST_BYTES;
use crate::scenario::references::{Mention, mentions};
use crate::scenario::text::{Tree, read};

/// How the editor counts columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// What the protocol means where nothing was agreed.
    Utf16,
}

impl Encoding {
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// An open file as the editor last told it.
pub struct Document {
    pub version: i32,
    encoding: Encoding,
    /// Each with what ends it; never empty.
    lines: Vec<String>,
    snapshot: Arc<Snapshot>,
}

/// A text at one moment, with what is worked out of it when asked for.
pub struct Snapshot {
    pub text: String,
    encoding: Encoding,
    /// Where each line begins.
    starts: Vec<usize>,
    read: OnceLock<Option<Read>>,
}

/// What a text says, as far as it can be read.
pub struct Read {
    pub tree: Tree,
    pub mentions: Vec<Mention>,
}

impl Document {
    pub fn new(version: i32, text: &str, encoding: Encoding) -> Self {
        let lines = split(text);
        let snapshot = Arc::new(Snapshot::of(&lines, encoding));
        Self { version, encoding, lines, snapshot }
    }

    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.snapshot
    }

    /// Takes changes in, each to what the one before it left.
    pub fn change(&mut self, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        for change in changes {
            match change.range {
                Some(range) => self.replace(range, &change.text),
                None => self.lines = split(&change.text),
            }
        }
        self.version = version;
        self.snapshot = Arc::new(Snapshot::of(&self.lines, self.encoding));
    }

    fn replace(&mut self, range: Range, text: &str) {
        let (from, to) = (self.place(range.start), self.place(range.end));
        let (from, to) = (from.min(to), from.max(to));
        // a line break may be put together out of what is there and what comes
        let broken = from.0 > 0 && from.1 == 0 && self.lines[from.0 - 1].ends_with('\r');
        let first = if broken { from.0 - 1 } else { from.0 };
        let before = if broken { self.lines[first].clone() } else { self.lines[first][..from.1].to_owned() };
        let new = split(&format!("{before}{text}{}", &self.lines[to.0][to.1..]));
        // the last line has no end, and what ends in one is followed by another
        let more = to.0 + 1 < self.lines.len();
        let count = if more && new.last().is_some_and(String::is_empty) { new.len() - 1 } else { new.len() };
        self.lines.splice(first..=to.0, new.into_iter().take(count));
    }

    /// A line and a byte in it, both within the text.
    fn place(&self, at: Position) -> (usize, usize) {
        match self.lines.get(at.line as usize) {
            Some(line) => (at.line as usize, byte_in(line, at.character, self.encoding)),
            None => (self.lines.len() - 1, self.lines.last().map_or(0, String::len)),
        }
    }
}

impl Snapshot {
    fn of(lines: &[String], encoding: Encoding) -> Self {
        let mut end = 0;
        let start_of = |line: &String| {
            end += line.len();
            end - line.len()
        };
        let starts = lines.iter().map(start_of).collect();
        Self { text: lines.concat(), encoding, starts, read: OnceLock::new() }
    }

    /// What the text says; none where there is nothing, or far too much.
    pub fn read(&self) -> Option<&Read> {
        let text = &self.text;
        let read = || {
            let tree = (text.len() <= MOST_BYTES).then(|| read(text).tree).flatten()?;
            Some(Read { mentions: mentions(text, &tree), tree })
        };
        self.read.get_or_init(read).as_ref()
    }

    /// The byte at a place; behind the end of a line, its end.
    pub fn byte(&self, at: Position) -> usize {
        let Some(start) = self.starts.get(at.line as usize) else { return self.text.len() };
        let end = self.starts.get(at.line as usize + 1).copied().unwrap_or(self.text.len());
        start + byte_in(&self.text[*start..end], at.character, self.encoding)
    }

    /// The place of a byte; within a character, of that character.
    pub fn position(&self, byte: usize) -> Position {
        let byte = (0..=byte.min(self.text.len())).rev().find(|b| self.text.is_char_boundary(*b)).unwrap_or(0);
        let line = self.starts.partition_point(|s| *s <= byte).saturating_sub(1);
        let before = &self.text[self.starts.get(line).copied().unwrap_or(0)..byte];
        let column: usize = match self.encoding {
            Encoding::Utf8 => before.len(),
            Encoding::Utf16 => before.chars().map(char::len_utf16).sum(),
        };
        Position { line: line as u32, character: column as u32 }
    }

    pub fn range(&self, span: &Span) -> Range {
        Range { start: self.position(span.start), end: self.position(span.end.max(span.start)) }
    }
}

/// The byte at a column; behind the end of the line, before what ends it.
fn byte_in(line: &str, column: u32, encoding: Encoding) -> usize {
    let words = line.trim_end_matches(['\r', '\n']);
    let mut left = column as usize;
    for (at, c) in words.char_indices() {
        let width = encoding.width(c);
        // a column inside a character is that character's
        if left < width {
            return at;
        }
        left -= width;
    }
    words.len()
}

/// Lines as the protocol has them: ended by \n, \r\n or \r. The last one has no end.
fn split(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    for (i, b) in bytes.iter().enumerate() {
        if *b == b'\n' || (*b == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
            lines.push(text[from..=i].to_owned());
            from = i + 1;
        }
    }
    lines.push(text[from..].to_owned());
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn columns_are_counted_as_agreed() {
        let text = "é𝄞\"x\"\r\nb\rc\n";
        let wide = Document::new(1, text, Encoding::Utf16);
        let bytes = Document::new(1, text, Encoding::Utf8);
        assert_eq!(wide.snapshot.position(6), at(0, 3));
        assert_eq!(bytes.snapshot.position(6), at(0, 6));
        assert_eq!((wide.snapshot.byte(at(0, 3)), bytes.snapshot.byte(at(0, 6))), (6, 6));
        // in the middle of a surrogate pair, and behind the end of a line
        assert_eq!((wide.snapshot.byte(at(0, 2)), wide.snapshot.byte(at(0, 99))), (2, 9));
        assert_eq!((wide.snapshot.position(11), wide.snapshot.position(13)), (at(1, 0), at(2, 0)));
        assert_eq!((wide.snapshot.position(999), wide.snapshot.byte(at(9, 9))), (at(3, 0), text.len()));
    }

    #[test]
    fn an_empty_text_takes_changes() {
        let mut document = Document::new(1, "", Encoding::Utf16);
        document.change(2, &[change(at(0, 0), at(0, 0), "a\nb")]);
        document.change(3, &[change(at(0, 1), at(1, 0), "")]);
        assert_eq!((document.snapshot.text.as_str(), document.version), ("ab", 3));
    }

    fn change(start: Position, end: Position, text: &str) -> TextDocumentContentChangeEvent {
        let range = Some(Range { start, end });
        TextDocumentContentChangeEvent { range, range_length: None, text: text.to_owned() }
    }

    proptest! {
        #[test]
        fn a_change_is_what_replacing_in_the_whole_text_gives(
            text in "[ab\u{e9}\u{1d11e}\r\n]{0,20}",
            new in "[ab\u{e9}\r\n]{0,6}",
            places in prop::collection::vec((0u32..6, 0u32..8), 2),
            utf8 in any::<bool>(),
        ) {
            let encoding = if utf8 { Encoding::Utf8 } else { Encoding::Utf16 };
            let mut document = Document::new(1, &text, encoding);
            let mut ends = [places[0], places[1]].map(|(l, c)| document.snapshot.byte(at(l, c)));
            ends.sort_unstable();
            let mut expected = text.clone();
            expected.replace_range(ends[0]..ends[1], &new);
            document.change(2, &[change(at(places[0].0, places[0].1), at(places[1].0, places[1].1), &new)]);
            prop_assert_eq!(&document.snapshot.text, &expected);
            prop_assert_eq!(&document.lines, &split(&expected));
            for byte in (0..=expected.len()).filter(|b| expected.is_char_boundary(*b)) {
                let back = document.snapshot.byte(document.snapshot.position(byte));
                // between \r and \n there is no place
                let inside_end = expected[..byte].ends_with('\r') && expected[byte..].starts_with('\n');
                prop_assert!(back == byte || inside_end);
            }
        }
    }
}
