//! Reading values out of the tree, reporting everything that is off and going on.

use serde::de::DeserializeOwned;

use super::Resolver;
use super::record::Fields;
use crate::diagnostic::{Span, is_override, short};
use crate::scenario::limits::{MOST_ITEMS, MOST_LETTERS};
use crate::scenario::text::{Shape, Tree};

const QUOTES: [char; 8] = ['"', '\'', '“', '”', '„', '‟', '«', '»'];
pub(super) const IN_QUOTES: &str = "write it in double quotes";

impl Resolver<'_> {
    pub(super) fn slice(&self, span: &Span) -> &str {
        self.text.get(span.clone()).unwrap_or("")
    }

    /// The word before a value's `(`, or a bare word.
    pub(super) fn head(&self, tree: &Tree) -> &str {
        match &tree.name {
            Some(name) => self.slice(name),
            None if tree.shape == Shape::Leaf => self.slice(&tree.span),
            None => "",
        }
    }

    pub(super) fn text_field(&mut self, fields: &Fields, name: &'static str) -> String {
        self.required(fields, name).and_then(|t| self.words(t)).unwrap_or_default()
    }

    /// The id by which a translation finds a line: checked here, read by whatever translates.
    pub(super) fn line_id(&mut self, fields: &Fields) {
        let Some(tree) = fields.get("id") else { return };
        let Some(id) = self.words(tree) else { return };
        self.kebab(&id, &tree.span, "the id of a line");
        if !self.line_ids.insert(id.clone()) {
            let message = format!("another line has the id \"{}\" too", short(&id));
            self.tell("duplicate-key", &tree.span, message, "give one of them another id");
        }
    }

    pub(super) fn optional_text(&mut self, fields: &Fields, name: &'static str) -> String {
        fields.get(name).and_then(|t| self.words(t)).unwrap_or_default()
    }

    /// A number within bounds; `default` where the field is absent.
    pub(super) fn number(&mut self, fields: &Fields, name: &'static str, default: f64, low: f64, high: f64) -> f64 {
        fields.get(name).and_then(|t| self.number_at(t, low, high)).unwrap_or(default)
    }

    pub(super) fn required_number(&mut self, fields: &Fields, name: &'static str, low: f64, high: f64) -> f64 {
        self.required(fields, name).and_then(|t| self.number_at(t, low, high)).unwrap_or(low)
    }

    pub(super) fn number_at(&mut self, tree: &Tree, low: f64, high: f64) -> Option<f64> {
        let bare = self.slice(&tree.span).strip_prefix('"').map(|rest| rest.trim_end_matches('"'));
        let fix = match bare.filter(|bare| bare.parse::<f64>().is_ok()) {
            Some(bare) => format!("write it without quotes: {}", short(bare)),
            None => String::from("write a number alone, such as 30"),
        };
        let number: f64 = self.leaf(tree, "a number", &fix)?;
        if !(low..=high).contains(&number) {
            self.tell(
                "out-of-range",
                &tree.span,
                format!("{number} is outside {low} to {high}"),
                format!("write a number from {low} to {high}"),
            );
            return None;
        }
        Some(number)
    }

    /// A whole number within bounds.
    pub(super) fn whole_at(&mut self, tree: &Tree, low: u8, high: u8) -> Option<u8> {
        let number = self.number_at(tree, f64::from(low), f64::from(high))?;
        if number.fract() != 0.0 {
            let fix = format!("write a whole number from {low} to {high}");
            self.tell("out-of-range", &tree.span, format!("{number} is not a whole number"), fix);
            return None;
        }
        Some(number as u8)
    }

    pub(super) fn flag(&mut self, fields: &Fields, name: &'static str, default: bool) -> bool {
        fields.get(name).and_then(|t| self.truth(t)).unwrap_or(default)
    }

    /// `true` or `false`; what was meant by another word is told of and taken for it.
    pub(super) fn truth(&mut self, tree: &Tree) -> Option<bool> {
        let (meant, fix) = match self.slice(&tree.span).trim_matches('"').to_lowercase().as_str() {
            "true" | "yes" => (Some(true), "write true, in small letters and without quotes"),
            "false" | "no" => (Some(false), "write false, in small letters and without quotes"),
            _ => (None, "write true or false"),
        };
        self.leaf(tree, "true or false", fix).or(meant)
    }

    /// A leaf, read by `ron` and serde. Of a text whose quotes are at fault the reader has told, and it is read as it was
    /// meant.
    pub(super) fn leaf<T: DeserializeOwned>(&mut self, tree: &Tree, what: &str, fix: &str) -> Option<T> {
        if tree.shape == Shape::Leaf && self.mended.contains(&tree.span.start) {
            return ron::from_str::<T>(&format!("{:?}", self.mended_text(&tree.span))).ok();
        }
        let read = (tree.shape == Shape::Leaf).then(|| ron::from_str::<T>(self.slice(&tree.span)).ok()).flatten();
        if read.is_none() && !tree.span.is_empty() {
            let found = short(self.slice(&tree.span)).to_owned();
            let word = found.starts_with(char::is_alphabetic) && tree.shape == Shape::Leaf && !found.contains('"');
            let fix = if fix == IN_QUOTES && word { format!("{IN_QUOTES}: \"{found}\"") } else { fix.to_owned() };
            self.tell("wrong-type", &tree.span, format!("{what} is expected here, found {}", quoted(&found)), fix);
        }
        read
    }

    /// What was meant to stand between the quotes.
    pub(super) fn mended_text(&self, span: &Span) -> &str {
        let written = self.slice(span);
        let inside = written.strip_prefix(QUOTES).unwrap_or(written);
        inside.strip_suffix(QUOTES).unwrap_or(inside)
    }

    /// A text that may stand on a screen: no control characters, no direction overrides, not too long.
    pub(super) fn words(&mut self, tree: &Tree) -> Option<String> {
        let text: String = self.leaf(tree, "a text", IN_QUOTES)?;
        if let Some(c) = text.chars().find(|c| c.is_control() || is_override(*c)) {
            self.tell(
                "control-character",
                &tree.span,
                format!("this text holds the control character U+{:04X}", c as u32),
                "take it out; texts are single paragraphs of plain words",
            );
        }
        let count = text.chars().count();
        if count > MOST_LETTERS {
            self.tell(
                "too-long",
                &tree.span,
                format!("this text has {count} letters, and the most is {MOST_LETTERS}"),
                "say it in less, or spread it over two lines",
            );
        }
        Some(typeset(&text))
    }

    pub(super) fn list<'t>(&mut self, tree: Option<&'t Tree>, what: &str) -> Vec<&'t Tree> {
        let Some(tree) = tree else { return Vec::new() };
        if tree.shape != Shape::List {
            self.tell(
                "wrong-type",
                &tree.span,
                format!("a list of {what} is expected here"),
                "write it in square brackets: [.., ..]",
            );
            self.lost_parts = true;
            return Vec::new();
        }
        if let Some(item) = tree.items.get(MOST_ITEMS) {
            let message = format!("this list has {} {what}, and the most is {MOST_ITEMS}", tree.items.len());
            self.tell("too-many", &item.value.span, message, "take out what is not needed");
        }
        if let Some(item) = tree.items.iter().find(|i| i.key.is_some()) {
            let message = format!("{what} in a list have no names before them");
            self.tell("wrong-type", &item.value.span, message, "take out the name and the \":\"");
        }
        tree.items.iter().take(MOST_ITEMS).map(|i| &i.value).collect()
    }

    pub(super) fn texts(&mut self, fields: &Fields, name: &'static str) -> Vec<String> {
        let items = self.list(fields.get(name), "texts");
        items.into_iter().filter_map(|t| self.words(t)).collect()
    }

    /// The entries of `{"key": value}`; repeated keys are reported.
    pub(super) fn entries<'t>(&mut self, tree: Option<&'t Tree>, what: &str) -> Vec<(String, Span, &'t Tree)> {
        let Some(tree) = tree else { return Vec::new() };
        if tree.shape != Shape::Map {
            self.tell(
                "wrong-type",
                &tree.span,
                format!("{what} are expected here"),
                "write them in braces: {\"id\": .., \"id\": ..}",
            );
            self.lost_parts = true;
            if tree.items.iter().all(|i| i.key.is_none()) {
                return Vec::new();
            }
        }
        let mut out: Vec<(String, Span, &Tree)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for item in &tree.items {
            let Some(key) = &item.key else {
                let fix = self.home(&item.value).unwrap_or("write \"an-id\": before it");
                self.tell("wrong-type", &item.value.span, "this has no id before it", fix);
                self.lost_parts = true;
                continue;
            };
            let id = self.entry_id(key);
            if !seen.insert(id.clone()) {
                self.tell(
                    "duplicate-key",
                    key,
                    format!("the id \"{}\" stands here twice", short(&id)),
                    "give one of them another id",
                );
                self.lost_parts = true;
                continue;
            }
            out.push((id, key.clone(), &item.value));
        }
        out
    }

    /// The id before an entry; one without quotes is told of and read all the same, so that what speaks of it finds it.
    fn entry_id(&mut self, key: &Span) -> String {
        if self.mended.contains(&key.start) {
            return self.mended_text(key).to_owned();
        }
        let written = self.slice(key).to_owned();
        ron::from_str::<String>(&written).unwrap_or_else(|_| {
            let message = format!("an id in quotes is expected here, found {}", quoted(short(&written)));
            let fix = if written.contains('"') {
                IN_QUOTES.to_owned()
            } else {
                format!("{IN_QUOTES}: \"{}\"", short(&written))
            };
            self.tell("wrong-type", key, message, fix);
            self.lost_parts = true;
            written
        })
    }

    /// One of a few words, as an enum; one in quotes is told of and taken for what it was meant to be.
    pub(super) fn word<T: Copy>(
        &mut self,
        tree: &Tree,
        what: &str,
        code: &'static str,
        all: &[(&str, T)],
    ) -> Option<T> {
        let word = self.head(tree).to_owned();
        let bare = word.trim_matches('"');
        let found = all.iter().find(|(name, _)| *name == bare && tree.shape == Shape::Leaf).map(|(_, value)| *value);
        if found.is_none() {
            let fix = self.guess(bare, all.iter().map(|(name, _)| *name));
            self.tell(code, &tree.span, format!("{} is not {what}", quoted(short(&word))), fix);
        } else if bare != word {
            self.tell(code, &tree.span, format!("{word} stands here in quotes"), format!("write {bare}"));
        }
        found
    }
}

/// What stands in a file, in quotes where it has none of its own.
pub(super) fn quoted(found: &str) -> String {
    if found.starts_with('"') { found.to_owned() } else { format!("\"{found}\"") }
}

/// Straight single quotes as an author types them, in the curly form that is read.
fn typeset(text: &str) -> String {
    let mut before = ' ';
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '“' | '"');
        out.push(match (c, opens) {
            ('\'', true) => '‘',
            ('\'', false) => '’',
            (c, _) => c,
        });
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::typeset;

    #[test]
    fn single_quotes_are_set_as_they_are_read() {
        assert_eq!(typeset("I'd be, 'quiet', it's"), "I’d be, ‘quiet’, it’s");
        assert_eq!(typeset("Mill Street"), "Mill Street");
    }
}
