//! Reading records and leaves out of the tree, reporting everything that is off and going on.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::Resolver;
use crate::diagnostic::{Span, is_override, short};
use crate::scenario::text::{Shape, Tree};

/// The fields of one record, by name.
pub(super) struct Fields<'t> {
    pub span: Span,
    what: &'static str,
    by_name: HashMap<&'static str, &'t Tree>,
}

/// At most this many letters in a text.
const MOST_LETTERS: usize = 600;
/// And this many items in a list.
const MOST_ITEMS: usize = 100;

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

    /// Reads `Name(field: value, ..)`. Unknown and repeated fields are reported; `name` empty means a record without one.
    pub(super) fn record<'t>(
        &mut self,
        tree: &'t Tree,
        name: &'static str,
        what: &'static str,
        known: &[&'static str],
    ) -> Option<Fields<'t>> {
        let named = tree.name.as_ref().is_some_and(|n| self.slice(n) == name);
        if tree.shape != Shape::Paren || (tree.name.is_some() && !named) || (tree.name.is_none() && !name.is_empty()) {
            let wanted = if name.is_empty() { "(..)".to_owned() } else { format!("{name}(..)") };
            let found = self.head(tree).to_owned();
            self.error(
                "wrong-type",
                &tree.span,
                format!("{what} is expected here, found \"{}\"", short(&found)),
                format!("write {wanted}"),
            );
            self.lost_parts = true;
            return None;
        }
        let mut fields = Fields { span: tree.span.clone(), what, by_name: HashMap::new() };
        for item in &tree.items {
            let Some(key) = &item.key else {
                self.error(
                    "wrong-type",
                    &item.value.span,
                    format!("{what} has named fields, and this value has no name"),
                    "put the field's name and \":\" before it",
                );
                continue;
            };
            let word = self.slice(key).to_owned();
            let Some(field) = known.iter().find(|k| **k == word) else {
                let fix = self.guess(&word, known.iter().copied());
                self.error("unknown-field", key, format!("{what} has no field \"{}\"", short(&word)), fix);
                self.lost_parts = true;
                continue;
            };
            if fields.by_name.insert(field, &item.value).is_some() {
                self.error("duplicate-key", key, format!("\"{word}\" stands here twice"), "keep one of the two");
                self.lost_parts = true;
            }
        }
        Some(fields)
    }

    /// A field that must be there.
    pub(super) fn required<'t>(&mut self, fields: &Fields<'t>, name: &'static str) -> Option<&'t Tree> {
        let found = fields.by_name.get(name).copied();
        if found.is_none() {
            let span = fields.span.start..fields.span.start + self.head_len(&fields.span);
            self.error("missing-field", &span, format!("{} has no \"{name}\"", fields.what), format!("add {name}: .."));
        }
        found
    }

    fn head_len(&self, span: &Span) -> usize {
        self.slice(span).find('(').map_or(1, |i| i + 1).min(40)
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
            self.error("duplicate-key", &tree.span, message, "give one of them another id");
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
        let number: f64 = self.leaf(tree, "a number", "write a number")?;
        if !(low..=high).contains(&number) {
            self.error(
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
            self.error("out-of-range", &tree.span, format!("{number} is not a whole number"), fix);
            return None;
        }
        Some(number as u8)
    }

    pub(super) fn flag(&mut self, fields: &Fields, name: &'static str, default: bool) -> bool {
        let tree = fields.get(name);
        tree.and_then(|t| self.leaf(t, "true or false", "write true or false")).unwrap_or(default)
    }

    /// A leaf, read by `ron` and serde.
    pub(super) fn leaf<T: DeserializeOwned>(&mut self, tree: &Tree, what: &str, fix: &str) -> Option<T> {
        let read = (tree.shape == Shape::Leaf).then(|| ron::from_str::<T>(self.slice(&tree.span)).ok()).flatten();
        if read.is_none() && !tree.span.is_empty() {
            let found = short(self.slice(&tree.span)).to_owned();
            self.error("wrong-type", &tree.span, format!("{what} is expected here, found \"{found}\""), fix.to_owned());
        }
        read
    }

    /// A text that may stand on a screen: no control characters, no direction overrides, not too long.
    pub(super) fn words(&mut self, tree: &Tree) -> Option<String> {
        let text: String = self.leaf(tree, "a text", "write it in double quotes")?;
        if let Some(c) = text.chars().find(|c| c.is_control() || is_override(*c)) {
            self.error(
                "control-character",
                &tree.span,
                format!("this text holds the control character U+{:04X}", c as u32),
                "take it out; texts are single paragraphs of plain words",
            );
        }
        let count = text.chars().count();
        if count > MOST_LETTERS {
            self.error(
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
            self.error(
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
            self.error("too-many", &item.value.span, message, "take out what is not needed");
        }
        if let Some(item) = tree.items.iter().find(|i| i.key.is_some()) {
            let message = format!("{what} in a list have no names before them");
            self.error("wrong-type", &item.value.span, message, "take out the name and the \":\"");
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
            self.error(
                "wrong-type",
                &tree.span,
                format!("{what} are expected here"),
                "write them in braces: {\"id\": .., \"id\": ..}",
            );
            self.lost_parts = true;
            return Vec::new();
        }
        let mut out: Vec<(String, Span, &Tree)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for item in &tree.items {
            let Some(key) = &item.key else {
                self.error("wrong-type", &item.value.span, "this has no id before it", "write \"an-id\": before it");
                self.lost_parts = true;
                continue;
            };
            let Ok(id) = ron::from_str::<String>(self.slice(key)) else {
                self.error(
                    "wrong-type",
                    key,
                    format!("an id in quotes is expected here, found \"{}\"", short(self.slice(key))),
                    "write it in double quotes",
                );
                self.lost_parts = true;
                continue;
            };
            if !seen.insert(id.clone()) {
                self.error(
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

    /// One of a few words, as an enum.
    pub(super) fn word<T: Copy>(
        &mut self,
        tree: &Tree,
        what: &str,
        code: &'static str,
        all: &[(&str, T)],
    ) -> Option<T> {
        let word = self.head(tree).to_owned();
        let found = all.iter().find(|(name, _)| *name == word && tree.shape == Shape::Leaf).map(|(_, value)| *value);
        if found.is_none() {
            let fix = self.guess(&word, all.iter().map(|(name, _)| *name));
            self.error(code, &tree.span, format!("\"{}\" is not {what}", short(&word)), fix);
        }
        found
    }
}

impl<'t> Fields<'t> {
    pub(super) fn get(&self, name: &str) -> Option<&'t Tree> {
        self.by_name.get(name).copied()
    }
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
