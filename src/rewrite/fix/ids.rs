//! Ids for translators: once one line has an id, every line gets one.

use std::collections::BTreeSet;

use super::Edit;
use super::places::each;
use crate::scenario::text::{Reading, Tree};

/// An id for each line and choice without one, where at least one has one: that of its node, and a number that counts the
/// lines and choices of the node. Ids that are there stay; no two are the same.
pub fn missing_ids(text: &str, reading: &Reading) -> Vec<Edit> {
    let Some(tree) = &reading.tree else { return Vec::new() };
    let mut taken = BTreeSet::new();
    each(text, tree, &mut |_, value| {
        let id = value.field(text, "id").filter(|_| is_said(text, value));
        taken.extend(id.map(|t| text[t.span.clone()].trim_matches('"').to_owned()));
    });
    if taken.is_empty() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for node in tree.field(text, "nodes").map_or(&[][..], |t| &t.items) {
        let Some(key) = node.key.clone().map(|k| text[k].trim_matches('"')) else { continue };
        let mut number = 0;
        each(text, &node.value, &mut |_, value| {
            if is_said(text, value) {
                number += 1;
                edits.extend(given(text, value, key, number, &mut taken));
            }
        });
    }
    edits
}

/// Lines, and choices with words to translate: a silence without a deed has none.
fn is_said(text: &str, tree: &Tree) -> bool {
    match tree.name.clone().map(|n| &text[n]) {
        Some("Line") => true,
        Some("Choice") => ["text", "deed"].iter().any(|f| tree.field(text, f).is_some()),
        Some(_) | None => false,
    }
}

/// The id as the last field.
fn given(text: &str, said: &Tree, node: &str, number: usize, taken: &mut BTreeSet<String>) -> Option<Edit> {
    let last = said.items.last()?;
    if said.field(text, "id").is_some() {
        return None;
    }
    // an id has room for 60 letters
    let stem: &str = &node[..node.char_indices().nth(50).map_or(node.len(), |(i, _)| i)];
    let id = (number..).map(|n| format!("{stem}-{n}")).find(|id| !taken.contains(id))?;
    let edit = Edit::insert(last.value.span.end, format!(", id: \"{id}\""));
    taken.insert(id);
    Some(edit)
}

#[cfg(test)]
mod tests {
    use super::super::edit::apply;
    use super::missing_ids;
    use crate::scenario::text::read;

    fn with_ids(text: &str) -> String {
        let edits = missing_ids(text, &read(text)).into_iter().map(|e| vec![e]).collect();
        apply(text, edits).0
    }

    #[test]
    fn once_one_line_has_an_id_all_get_one_and_keep_it() {
        let text = "S(nodes: {\"a\": Node(says: [Line(text: \"x\"), Line(text: \"y\", id: \"a-3\")], choices: [Choice(text: \"z\"), Choice(silence: true), Choice(deed: \"w\", to: F([(to: \"a\")]),)])})";
        let given = with_ids(text);
        assert_eq!(
            given,
            "S(nodes: {\"a\": Node(says: [Line(text: \"x\", id: \"a-1\"), Line(text: \"y\", id: \"a-3\")], choices: [Choice(text: \"z\", id: \"a-4\"), Choice(silence: true), Choice(deed: \"w\", to: F([(to: \"a\")]), id: \"a-5\",)])})"
        );
        assert_eq!(with_ids(&given), given);
    }

    #[test]
    fn a_scenario_without_ids_stays_without() {
        let text = "S(nodes: {\"a\": Node(says: [Line(text: \"x\")])})";
        assert_eq!(with_ids(text), text);
    }
}
