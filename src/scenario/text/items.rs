//! What stands between two brackets: things and their names, and the marks between them.

use super::brackets::{Slip, is_closer};
use super::quotes::{CURLY, field_begins};
use super::reader::Reader;
use super::space::is_space;
use super::{Item, Mend, Shape, Tree};
use crate::diagnostic::{Span, short};

impl Reader<'_> {
    pub(super) fn items(&mut self, tree: &mut Tree, opener: usize, close: u8) {
        self.ended = self.at;
        loop {
            self.skip();
            match self.peek() {
                c if c == close => {
                    self.at += 1;
                    self.ended = self.at;
                    return;
                }
                c if is_closer(c) && self.slip(tree).is_some() => match self.slip(tree) {
                    Some(Slip::Other) => return self.closed_otherwise(tree, close),
                    Some(Slip::Extra) | None => self.closed_twice(tree),
                },
                c if self.at_end() || (is_closer(c) && self.closers.contains(&c)) => {
                    self.torn |= !self.at_end();
                    self.never_closed(opener, close);
                    let alone = if self.at_end() { self.closers.len() == 1 } else { self.around() == Some(c) };
                    if alone {
                        self.close_here(close);
                    }
                    return;
                }
                c @ (b')' | b']' | b'}' | b',' | b':' | b';' | b'=') => {
                    let message = format!("\"{}\" does not belong here", c as char);
                    self.at += 1;
                    self.fault(self.at - 1..self.at, message, "take it out, or add what is missing before it");
                    self.comma_again();
                }
                _ if self.belongs_outside(tree) => {
                    self.left_open = true;
                    self.never_closed(opener, close);
                    return self.close_here(close);
                }
                _ => match self.mark_alone() {
                    0 => self.item(tree),
                    length => {
                        let span = self.at..self.at + length;
                        self.at = span.end;
                        let message = format!("\"{}\" means nothing here", short(&self.text[span.clone()]));
                        self.fault(span, message, "take it out, or write what it stands for");
                    }
                },
            }
        }
    }

    /// The length of a dash, dots or the like that stand where a value could; 0 where there are none.
    fn mark_alone(&self) -> usize {
        let rest = self.rest();
        let run = &rest[..rest.find(|c: char| is_space(c) || "()[]{},:;=\"'".contains(c)).unwrap_or(rest.len())];
        let worded = run.contains(|c: char| c.is_alphanumeric() || c == '_' || c == '/' || CURLY.contains(&c));
        if worded { 0 } else { run.len() }
    }

    /// A comma right behind another one, or behind an opening bracket, can go.
    fn comma_again(&mut self) {
        let comma = self.at - 1..self.at;
        let before = self.text[..comma.start].trim_end();
        let noted = self.comments.last().is_some_and(|c| c.end >= before.len());
        let again = self.text[comma.clone()] == *"," && before.ends_with([',', '(', '[', '{']) && !noted;
        self.certain(again.then(|| Mend::remove(comma)));
    }

    /// Whether the next thing of a value surely begins here, rather than a part of the last one.
    fn another_begins(&self, tree: &Tree) -> bool {
        let Some(last) = tree.items.last() else { return false };
        let (rest, before) = (self.rest(), &self.text[last.value.span.clone()]);
        let word = rest.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        let group = word.starts_with(['(', '[', '{']);
        let name = |text: &str| text.starts_with(|c: char| c.is_ascii_uppercase());
        match (tree.shape, &last.key) {
            (Shape::Paren, Some(_)) => field_begins(rest),
            (Shape::Map, Some(_)) => rest.starts_with('"'),
            // (Fear, 2)
            (Shape::Paren, None) => {
                tree.name.is_none() && name(before) && rest.starts_with(|c: char| c.is_ascii_digit())
            }
            (Shape::List, None) => {
                let new_line = self.text[last.value.span.end..self.at].contains('\n');
                let texts = new_line && before.ends_with('"') && rest.starts_with('"');
                (last.value.shape != Shape::Leaf && group) || (name(before) && name(rest)) || texts
            }
            _ => false,
        }
    }

    /// Whether this can be nothing but the name of a value.
    fn names(&self, tree: &Tree, key: &Span) -> bool {
        let key = &self.text[key.clone()];
        match tree.shape {
            Shape::Map => key.len() > 1 && key.starts_with('"') && key.ends_with('"'),
            Shape::Paren => key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'),
            Shape::List | Shape::Leaf => false,
        }
    }

    /// Whether what begins here is a value as the format writes them, and no word of a text.
    fn surely_value(&self) -> bool {
        let rest = self.rest();
        let begins = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "\"-([{".contains(c);
        rest.starts_with(begins) || rest.starts_with("true") || rest.starts_with("false")
    }

    fn item(&mut self, tree: &mut Tree) {
        let mut value = self.value();
        let mut key = None;
        self.skip();
        if self.takes_for_key(tree, &value) {
            self.skip();
            key = Some(value.span);
            value = if self.value_follows() { self.value() } else { self.no_value() };
            self.unquoted_words(tree, &mut value);
        }
        let (end, missing) = (value.span.end, value.span.is_empty());
        if value.shape == Shape::Leaf {
            self.ended = end;
        }
        tree.items.push(Item { key, value });
        self.skip();
        let left_open = std::mem::take(&mut self.left_open);
        match self.peek() {
            b',' => self.at += 1,
            b';' => {
                self.at += 1;
                self.fault(self.at - 1..self.at, "\";\" stands where \",\" belongs", "put \",\" in its place");
                let mark = self.at - 1..self.at;
                self.skip();
                let sure = !missing && (is_closer(self.peek()) || self.another_begins(tree));
                self.certain(sure.then(|| Mend::replace(mark, ",")));
            }
            b'<' | b'>' => self.comparison(),
            _ if self.value_follows() && !left_open => {
                self.fault(end..end, "\",\" is missing here", "put \",\" between one thing and the next");
                let sure = end < self.at && self.another_begins(tree);
                self.certain(sure.then(|| Mend::insert(end, ",")));
            }
            _ => {}
        }
    }

    /// Reads the mark between a key and its value, or tells of the one that should be there.
    fn takes_for_key(&mut self, tree: &Tree, value: &Tree) -> bool {
        let unkeyed = tree.items.last().is_some_and(|i| i.key.is_none());
        match self.peek() {
            // in a list a name before a value is for whoever reads it to tell: another bracket was meant
            b':' if tree.shape != Shape::List || (value.shape == Shape::Leaf && !unkeyed) => self.at += 1,
            b'=' if tree.shape != Shape::List => {
                let start = self.at;
                self.at += self.rest().len() - self.rest().trim_start_matches(['=', '>', ':']).len();
                let message = format!("\"{}\" stands where \":\" belongs", short(&self.text[start..self.at]));
                self.fault(start..self.at, message, "put \":\" between a name and its value");
                let sure = self.names(tree, &value.span);
                let apart = &self.text[value.span.end..start];
                let from = if apart.trim().is_empty() { value.span.end } else { start };
                self.certain(sure.then(|| Mend::replace(from..self.at, ":")));
            }
            _ if self.colon_forgotten(tree, value) => {
                let name = short(self.text[value.span.clone()].trim_matches('"'));
                let message = format!("\":\" is missing after \"{name}\"");
                self.fault(value.span.end..value.span.end, message, "put \":\" between the name and its value");
                let sure = value.span.end < self.at && self.names(tree, &value.span) && self.surely_value();
                self.certain(sure.then(|| Mend::insert(value.span.end, ":")));
            }
            _ => return false,
        }
        true
    }

    /// A bare word followed by a value, where things have names.
    fn colon_forgotten(&self, tree: &Tree, value: &Tree) -> bool {
        let text = &self.text[value.span.clone()];
        let small = !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        let named = match (tree.shape, tree.items.last()) {
            (Shape::List, _) => false,
            (Shape::Paren | Shape::Map | Shape::Leaf, Some(last)) => last.key.is_some(),
            (Shape::Paren, None) => small,
            (Shape::Map | Shape::Leaf, None) => true,
        };
        named && value.shape == Shape::Leaf && self.value_follows()
    }

    /// `Trust > 30`, up to what follows it.
    fn comparison(&mut self) {
        let start = self.at;
        let end = self.rest().find([',', ')', ']', '}', '\n', '"']).unwrap_or(self.rest().len());
        self.at += end;
        let message = format!("\"{}\" means nothing here", short(self.text[start..self.at].trim_end()));
        self.fault(start..self.at, message, "write a bound in words, as in Trust(AtLeast(30)) or Arousal(Below(60))");
        if self.peek() == b',' {
            self.at += 1;
        }
    }

    /// A text somebody forgot to quote: its words are one value, which whoever reads it will call no text. From the second
    /// word on a comma is one of the text's own, unless a field follows it.
    fn unquoted_words(&mut self, tree: &Tree, value: &mut Tree) {
        let worded = |text: &str| text.starts_with(char::is_alphabetic);
        let mut count = 1;
        while value.shape == Shape::Leaf && worded(&self.text[value.span.clone()]) {
            let written = value.span.clone();
            value.span = self.opening_forgotten(written.clone());
            if value.span != written {
                return;
            }
            let before = self.at;
            self.skip();
            if count > 1 && self.peek() == b',' && tree.shape == Shape::Paren {
                self.at += 1;
                self.skip();
            }
            let next = if worded(self.rest()) { self.leaf() } else { self.at..self.at };
            let tight = self.peek() == b'"';
            self.skip();
            if next.is_empty() || (!tight && matches!(self.peek(), b':' | b'(' | b'"' | b'=')) {
                self.at = before;
                return;
            }
            value.span.end = next.end;
            self.at = next.end;
            count += 1;
        }
    }

    fn value_follows(&self) -> bool {
        !self.at_end() && !matches!(self.peek(), b',' | b':' | b')' | b']' | b'}' | b';' | b'=' | b'<' | b'>')
    }

    fn no_value(&mut self) -> Tree {
        let at = self.at;
        self.fault(at..at, "a value is missing here", "write one behind the \":\"");
        Tree::missing(at)
    }
}
