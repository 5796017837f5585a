//! One pass over the text.

use super::{Fault, Item, MOST_DEPTH, Shape, Tree};
use crate::diagnostic::Span;

/// Reads a text. A fault is reported once and reading goes on behind it; without any value the tree is `None`.
pub fn read(text: &str) -> (Option<Tree>, Vec<Fault>) {
    let mut reader = Reader { text, at: 0, closers: Vec::new(), faults: Vec::new(), too_deep: false };
    if text.starts_with('\u{feff}') {
        reader.at = '\u{feff}'.len_utf8();
    }
    reader.skip_attributes();
    let tree = (!reader.at_end()).then(|| reader.value());
    reader.skip();
    if !reader.at_end() && !reader.too_deep {
        let end = reader.text[reader.at..].find('\n').map_or(text.len(), |i| reader.at + i);
        reader.fault(reader.at..end, "only one value belongs in a file, and this comes after it");
    }
    if tree.is_none() {
        reader.fault(0..text.len().min(1), "the file is empty");
    }
    (tree, reader.faults)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    closers: Vec<u8>,
    faults: Vec<Fault>,
    too_deep: bool,
}

impl Reader<'_> {
    fn at_end(&self) -> bool {
        self.at >= self.text.len()
    }
    /// The byte here; 0 at the end.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }
    fn fault(&mut self, span: Span, message: impl Into<String>) {
        self.faults.push(Fault { span, message: message.into() });
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
    fn skip(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if self.rest().starts_with("//") {
                self.at += self.rest().find('\n').unwrap_or(self.rest().len());
            } else if self.rest().starts_with("/*") {
                self.skip_block();
            } else {
                return;
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
        self.fault(start..start + 2, "this comment is never closed");
    }

    fn value(&mut self) -> Tree {
        let start = self.at;
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
            self.fault(opener..opener + 1, format!("this is nested deeper than {MOST_DEPTH} levels"));
            (self.at, self.too_deep) = (self.text.len(), true);
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
                    if !self.too_deep {
                        let open = &self.text[opener..=opener];
                        let message = format!("this \"{open}\" is never closed");
                        self.fault(opener..opener + 1, message);
                    }
                    return;
                }
                c @ (b')' | b']' | b'}' | b',' | b':') => {
                    self.fault(self.at..self.at + 1, format!("\"{}\" does not belong here", c as char));
                    self.at += 1;
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
            self.fault(
                value.span.end..value.span.end,
                format!("\":\" is missing after \"{}\"", &self.text[value.span.clone()]),
            );
            key = Some(value.span);
            value = self.value();
        }
        let end = value.span.end;
        tree.items.push(Item { key, value });
        self.skip();
        if self.peek() == b',' {
            self.at += 1;
        } else if self.value_follows() {
            self.fault(end..end, "\",\" is missing here");
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
        self.fault(self.at..self.at, "a value is missing here");
        Tree::missing(self.at)
    }

    /// A word, a number, a character or a text.
    fn leaf(&mut self) -> Span {
        let start = self.at;
        let rest = self.rest();
        let quoted = rest.find('"').filter(|i| matches!(&rest[..*i], "" | "b"));
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
        self.fault(start..self.at, "this text has no closing quote");
    }

    fn raw_text(&mut self, hashes: usize) {
        let start = self.at;
        let opener = self.rest().find('"').map_or(self.text.len(), |i| start + i + 1);
        let closer = format!("\"{}", "#".repeat(hashes));
        match self.text[opener..].find(&closer) {
            Some(i) => self.at = opener + i + closer.len(),
            None => {
                self.at = self.text.len();
                self.fault(start..opener, "this text has no closing quote");
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
        let stop = |c: char| c.is_whitespace() || "()[]{},:\"".contains(c) || c == '/';
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

fn is_closer(c: u8) -> bool {
    matches!(c, b')' | b']' | b'}')
}

#[cfg(test)]
mod tests {
    use super::read;

    fn faults(text: &str) -> Vec<String> {
        read(text).1.into_iter().map(|f| format!("{}..{} {}", f.span.start, f.span.end, f.message)).collect()
    }

    #[test]
    fn a_well_written_text_has_no_fault() {
        assert!(faults("// hi\nA(b: \"x\", c: [1, 2,], d: {\"k\": (e: 'x', f: r#\"\"\"#)}, /* /* */ */)").is_empty());
    }

    #[test]
    fn every_fault_is_found_in_one_pass() {
        assert_eq!(
            faults("A(b \"x\", c: , d: [1 2], e: \"open\n)"),
            [
                "3..3 \",\" is missing here",
                "12..12 a value is missing here",
                "19..19 \",\" is missing here",
                "27..32 this text has no closing quote"
            ]
        );
    }

    #[test]
    fn a_bracket_never_closed_is_told_at_its_opening() {
        assert_eq!(faults("A(b: [1, 2)"), ["5..6 this \"[\" is never closed"]);
    }

    #[test]
    fn depth_is_bounded_and_told_once() {
        let deep = "A(".repeat(300_000);
        assert_eq!(faults(&deep).len(), 1);
    }
}
