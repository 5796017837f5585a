//! The people, nodes and endings of a file with their first words, as an editor lists them.

use super::name_of;
use crate::diagnostic::Span;
use crate::scenario::text::{Shape, Tree};

/// A person, a node or an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub name: String,
    pub key: Span,
    /// With its key.
    pub span: Span,
    pub is_ending: bool,
    /// The first line said, how it ends, or a person's name and role; empty where it is not written yet.
    pub words: String,
}

/// Nodes and endings, in the order of the file.
pub fn places<'t>(text: &'t str, tree: &'t Tree) -> impl Iterator<Item = Entry> + 't {
    entries(text, tree, "nodes", |text, tree| match head(text, tree) {
        "Ending" => field_words(text, tree, "text"),
        _ => tree.field(text, "says").and_then(|says| first_line(text, says)),
    })
}

/// People, in the order of the file.
pub fn people<'t>(text: &'t str, tree: &'t Tree) -> impl Iterator<Item = Entry> + 't {
    entries(text, tree, "people", |text, tree| {
        let both = ["name", "role"].map(|f| field_words(text, tree, f).unwrap_or_default());
        Some(both.join(", "))
    })
}

fn entries<'t>(
    text: &'t str,
    tree: &'t Tree,
    field: &str,
    words: fn(&str, &Tree) -> Option<String>,
) -> impl Iterator<Item = Entry> + 't {
    let items = tree.field(text, field).filter(|t| t.shape == Shape::Map).map_or(&[][..], |t| &t.items[..]);
    items.iter().filter_map(move |item| {
        let key = item.key.clone()?;
        Some(Entry {
            name: text.get(key.clone()).and_then(name_of)?,
            span: key.start..item.value.span.end.max(key.end),
            key,
            is_ending: head(text, &item.value) == "Ending",
            words: words(text, &item.value).unwrap_or_default(),
        })
    })
}

fn head<'t>(text: &'t str, tree: &Tree) -> &'t str {
    tree.name.as_ref().and_then(|n| text.get(n.clone())).unwrap_or("")
}

fn field_words(text: &str, tree: &Tree, field: &str) -> Option<String> {
    let leaf = tree.field(text, field).filter(|t| t.shape == Shape::Leaf)?;
    ron::from_str(text.get(leaf.span.clone())?).ok()
}

fn first_line(text: &str, tree: &Tree) -> Option<String> {
    if head(text, tree) == "Line" {
        return field_words(text, tree, "text");
    }
    let is_condition = |key: &Option<Span>| key.as_ref().is_some_and(|k| text.get(k.clone()) == Some("when"));
    tree.items.iter().filter(|i| !is_condition(&i.key)).find_map(|i| first_line(text, &i.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::text::read;

    #[test]
    fn nodes_are_told_by_their_first_words() {
        let text = "Scenario(people: {\"sam\": Person(name: \"Sam\", role: \"tenant\")}, nodes: {
            \"a\": Node(says: [FirstThatFits([(when: Fact(\"x\"), say: Line(text: \"Who’s there?\"))])], \"b\": Ending(text: ";
        let tree = read(text).tree.expect("a value");
        let told: Vec<_> = people(text, &tree).chain(places(text, &tree)).map(|e| (e.name, e.words)).collect();
        let told: Vec<_> = told.iter().map(|(n, w)| (n.as_str(), w.as_str())).collect();
        assert_eq!(told, [("sam", "Sam, tenant"), ("a", "Who’s there?"), ("b", "")]);
    }
}
