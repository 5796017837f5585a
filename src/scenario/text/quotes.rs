//! Texts, and where they were meant to end when their quotes are missing, curly, single, or inside.

use super::Mend;
use super::reader::Reader;
use super::space::is_space;
use crate::diagnostic::Span;
use crate::scenario::limits::MOST_LETTERS;

const UNCLOSED: &str = "this text has no closing quote";
const CLOSE: &str = "put a double quote at its end; one inside a text is written \\\"";
const INSIDE: &str = "write \\\" for a quote inside a text, or a single one, '";
pub(super) const CURLY: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
const CURLY_OR_STRAIGHT: [char; 7] = ['“', '”', '„', '‟', '«', '»', '"'];
const STRAIGHTEN: &str =
    "write straight double quotes, \"..\"; word processors make them curly, plain text editors do not";
/// A letter takes four bytes at most.
const MOST_BYTES_OF_TEXT: usize = 4 * MOST_LETTERS;
/// A file with so many texts whose end has to be looked for is not worth going on with.
const MOST_UNCLOSED: usize = 50;

impl Reader<'_> {
    /// A text whose opening quote ends before `from`.
    pub(super) fn text_from(&mut self, from: usize) {
        let start = self.at;
        match closing(self.text, from) {
            Some(end) => {
                self.at = end + 1;
                self.doubt(start, from, end);
            }
            // never closed: take it to end in its line, so that the rest can still be read
            None => {
                let line = self.text[from..].find('\n').map_or(self.text.len(), |n| from + n + 1);
                let meant = meant_end(near(&self.text[from..line]));
                let end = from + meant.unwrap_or(line - from);
                self.mend(start..end, UNCLOSED, CLOSE);
                self.certain(meant.and_then(|_| self.close(from..end)));
            }
        }
    }

    pub(super) fn raw_text(&mut self, hashes: usize) {
        let start = self.at;
        let opener = self.rest().find('"').map_or(self.text.len(), |i| start + i + 1);
        let closer = format!("\"{}", "#".repeat(hashes));
        match self.text[opener..].find(&closer) {
            Some(i) => self.at = opener + i + closer.len(),
            None => {
                self.at = self.text.len();
                self.fault(start..opener, UNCLOSED, CLOSE);
            }
        }
    }

    /// `ron` takes no text with a letter right behind its closing quote: that quote was meant to be another.
    fn doubt(&mut self, start: usize, from: usize, end: usize) {
        let next = self.rest().chars().next();
        if next.is_none_or(|c| is_space(c) || ",:)]}/;=#".contains(c)) || field_begins(self.rest()) {
            return;
        }
        let inside = near(&self.text[from..end]);
        let curly = inside.char_indices().find(|(i, c)| CURLY.contains(c) && closes(&inside[i + c.len_utf8()..]));
        let field = meant_end(inside);
        let meant = field.or_else(|| trailing_comma(inside, self.rest()));
        let (end, message, fix, mend) = match (curly, meant, self.ends_in_line(&['"'])) {
            (Some((i, c)), _, _) => {
                let quote = from + i..from + i + c.len_utf8();
                let alone = in_pairs(&inside[..i], &CURLY).then(|| Mend::replace(quote.clone(), "\""));
                (quote.end, "this text ends with a curly quote", STRAIGHTEN, alone)
            }
            (None, Some(meant), _) => {
                let sure = field.is_some() || self.closers.last() == Some(&b']');
                let close = self.close(from..from + meant).filter(|_| sure);
                (from + meant, UNCLOSED, CLOSE, close)
            }
            (None, None, Some(length)) => {
                (self.at + length, "a quote inside this text ends it too early", INSIDE, None)
            }
            (None, None, None) => return self.count_search(),
        };
        self.mend(start..end, message, fix);
        self.certain(mend);
    }

    /// A quote behind these words, where no bracket of theirs was taken for one of the file's and something new follows.
    fn close(&self, words: Span) -> Option<Mend> {
        let text = &self.text[words.clone()];
        let own = |marks: [char; 3]| text.matches(marks).count();
        let rest = near(&self.text[words.end..]);
        let next = rest.trim_start_matches(|c: char| is_space(c) || "),]}\"".contains(c));
        // one of these may stand where the quote belongs
        let other = text.ends_with(['\'', '’', '`', '´', ';', '=', ':', ',']);
        let sure = !other && !text.is_empty() && own(['(', '[', '{']) == own([')', ']', '}']) && thing_begins(next);
        let last = text.char_indices().next_back().filter(|(_, c)| CURLY.contains(c));
        let mend = match last {
            Some((i, _)) if in_pairs(&text[..i], &CURLY) => Mend::replace(words.start + i..words.end, "\""),
            Some(_) => return None,
            None => Mend::insert(words.end, "\""),
        };
        sure.then_some(mend)
    }

    /// Straight quotes at both ends of a text and none inside; nothing where `others` inside could have ended it.
    fn straight(&self, text: Span, others: &[char]) -> Vec<Mend> {
        let mut letters = self.text[text.clone()].char_indices();
        let (Some((_, first)), Some((last, _))) = (letters.next(), letters.next_back()) else { return Vec::new() };
        let (from, to) = (text.start + first.len_utf8(), text.start + last);
        let words = &self.text[from..to];
        if words.contains('\\') || !in_pairs(words, others) {
            return Vec::new();
        }
        let inside = words.match_indices('"').map(|(i, _)| Mend::replace(from + i..from + i + 1, "\\\""));
        let ends = [Mend::replace(text.start..from, "\""), Mend::replace(to..text.end, "\"")];
        ends.into_iter().chain(inside).collect()
    }

    /// Takes the text for what it was meant to be, after its end was looked for.
    fn mend(&mut self, span: Span, message: &str, fix: &'static str) {
        self.at = span.end;
        self.mended.push(span.start);
        self.fault(span, message, fix);
        self.count_search();
    }

    /// Each was looked for as far as the file goes.
    fn count_search(&mut self) {
        self.unclosed += 1;
        if self.unclosed == MOST_UNCLOSED {
            self.give_up();
        }
    }

    /// A text that begins with a curly quote; nothing else does.
    pub(super) fn curly_text(&mut self) {
        let opening = self.rest().chars().next().unwrap_or_default();
        let start = self.at;
        self.at += opening.len_utf8();
        let length = self.ends_in_line(&CURLY_OR_STRAIGHT);
        self.at += length.unwrap_or_else(|| {
            let line = near(&self.rest()[..self.line_left()]);
            let first = line.char_indices().find(|(_, c)| CURLY.contains(c)).map(|(i, c)| i + c.len_utf8());
            first.or_else(|| meant_end(line)).unwrap_or(line.len())
        });
        self.mended.push(start);
        let mends = length.map_or(Vec::new(), |_| self.straight(start..self.at, &CURLY_OR_STRAIGHT));
        self.habit(start, &format!("this text stands in curly quotes, {opening}"), STRAIGHTEN, mends);
        if length.is_none() {
            self.count_search();
        }
    }

    /// A word that a quote follows at once, with something behind it that can follow a text.
    pub(super) fn opening_forgotten(&mut self, text: Span) -> Span {
        match self.text[text.end..].strip_prefix('"') {
            Some(rest) if closes(rest) => {
                let span = text.start..text.end + 1;
                self.mend(span.clone(), "this text has no opening quote", "put a double quote at its beginning");
                let first = self.text[..span.start].trim_end().ends_with([':', ',', '[', '(', '{']);
                self.certain(first.then(|| Mend::insert(span.start, "\"")));
                span
            }
            _ => text,
        }
    }

    /// A text between single quotes; `ron` takes only one letter there.
    pub(super) fn single_text(&mut self) -> bool {
        let start = self.at;
        self.at += 1;
        let Some(length) = self.ends_in_line(&['\'']) else {
            self.at = start;
            self.count_search();
            return false;
        };
        self.at += length;
        self.mended.push(start);
        let mends = self.straight(start..self.at, &['"']);
        self.habit(start, "this text stands in single quotes", "write double quotes, \"..\", at both ends", mends);
        true
    }

    /// How far it is in this line to a closing quote with something behind it that can follow a text.
    fn ends_in_line(&self, quotes: &[char]) -> Option<usize> {
        let rest = self.rest();
        let line = near(rest).char_indices().take_while(|(_, c)| *c != '\n');
        let mut ends = line.filter(|(_, c)| quotes.contains(c)).map(|(i, c)| i + c.len_utf8());
        ends.find(|end| closes(&rest[*end..]))
    }
}

/// As far as the longest text can reach, so that looking for an end never goes through the whole file.
fn near(text: &str) -> &str {
    let end = (0..=text.len().min(MOST_BYTES_OF_TEXT)).rev().find(|i| text.is_char_boundary(*i));
    &text[..end.unwrap_or(0)]
}

/// Where the next quote stands that no backslash belongs to.
pub(super) fn closing(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut i = from;
    while i < bytes.len() && bytes[i] != b'"' {
        i += 1 + usize::from(bytes[i] == b'\\');
    }
    (i < bytes.len()).then_some(i)
}

/// Whether each of these quotes can have its partner.
fn in_pairs(words: &str, quotes: &[char]) -> bool {
    words.matches(quotes).count().is_multiple_of(2)
}

/// Where a text was meant to end that runs on: before the next field, or before the brackets at the end of its line.
fn meant_end(inside: &str) -> Option<usize> {
    let line = inside.find('\n');
    let field = inside[..line.unwrap_or(inside.len())].match_indices(',').map(|(i, _)| i);
    let field = field.into_iter().find(|i| field_begins(inside[i + 1..].trim_start()));
    field.or_else(|| Some(inside[..line?].trim_end_matches(|c: char| is_space(c) || "),]}".contains(c)).len()))
}

/// `"one, "two"` in a list: the comma was to stand behind the first text.
fn trailing_comma(inside: &str, rest: &str) -> Option<usize> {
    let trimmed = inside.trim_end().strip_suffix(',')?;
    let next = closing(rest, 0)?;
    closes(&rest[next + 1..]).then_some(trimmed.len())
}

/// `name:` in small letters.
pub(super) fn field_begins(rest: &str) -> bool {
    let after = rest.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_');
    after.len() < rest.len() && after.trim_start().starts_with(':')
}

/// Whether a text may have ended before this: a bracket, the end of a line, or a comma with something new behind it.
fn closes(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', '\t', '\r']);
    match rest.strip_prefix(',') {
        None => rest.is_empty() || rest.starts_with(['\n', ')', ']', '}', ':']),
        Some(next) => thing_begins(next.trim_start()),
    }
}

/// Something that is no word of a text, or the end.
fn thing_begins(next: &str) -> bool {
    let word = next.trim_start_matches(char::is_alphanumeric);
    next.is_empty()
        || next.starts_with(|c: char| c.is_ascii_digit())
        || next.starts_with(['"', '\'', ')', ']', '}', '(', '/', '#'])
        || next.starts_with(CURLY)
        || field_begins(next)
        || (word.len() < next.len() && word.starts_with('('))
}
