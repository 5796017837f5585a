//! A scenario's file as it is written: where everything that resolved stands.
//!
//! What resolves lies in the tree in the order of the scenario, so that a place is found by counting.

use super::text::{Shape, Tree};
use super::{NodeIx, PersonIx};
use crate::diagnostic::Span;

/// The text with its tree. Made by `resolve` only, so that every part of the scenario is in it.
#[derive(Clone, Debug)]
pub struct Written<'a> {
    pub text: &'a str,
    pub tree: Tree,
    pub comments: Vec<Span>,
}

impl Written<'_> {
    /// A value of the scenario itself; where it is left out, its opening.
    pub fn field(&self, name: &str) -> Span {
        self.tree.field(self.text, name).map_or(self.head(&self.tree), |t| t.span.clone())
    }

    /// The id of a node or an ending.
    pub fn key(&self, node: NodeIx) -> Span {
        let item = self.tree.field(self.text, "nodes").and_then(|nodes| nodes.items.get(node.index()));
        item.and_then(|i| i.key.clone()).unwrap_or(0..0)
    }

    /// A node or an ending, whole.
    pub fn node(&self, node: NodeIx) -> Option<&Tree> {
        self.tree.field(self.text, "nodes")?.items.get(node.index()).map(|i| &i.value)
    }

    /// A person, whole.
    pub fn person(&self, person: PersonIx) -> Option<&Tree> {
        self.tree.field(self.text, "people")?.items.get(person.index()).map(|i| &i.value)
    }

    /// A choice, whole; `choice` counts from 0 in file order.
    pub fn choice(&self, node: NodeIx, choice: usize) -> Option<&Tree> {
        self.node(node)?.field(self.text, "choices")?.items.get(choice).map(|i| &i.value)
    }

    /// The first of these fields that a choice has; without any, where the choice begins.
    pub fn of_choice(&self, node: NodeIx, choice: usize, fields: &[&str]) -> Span {
        self.choice(node, choice).map_or(0..0, |tree| self.within(tree, fields))
    }

    /// The first of these fields that a value has; without any, its opening.
    pub fn within(&self, tree: &Tree, fields: &[&str]) -> Span {
        let found = fields.iter().find_map(|f| tree.field(self.text, f));
        found.map_or_else(|| self.head(tree), |t| t.span.clone())
    }

    /// A line of a node, by its slot: everything in `says` in file order, then `closed`.
    pub fn line(&self, node: NodeIx, slot: usize) -> Option<&Tree> {
        lines_of(self.text, self.node(node)?).get(slot).copied()
    }

    /// The name and bracket a value opens with, or all of a leaf.
    pub fn head(&self, tree: &Tree) -> Span {
        let end = match (&tree.name, tree.shape) {
            (Some(name), _) => name.end,
            (None, Shape::Leaf) => tree.span.end,
            (None, Shape::Paren | Shape::List | Shape::Map) => tree.span.start + 1,
        };
        tree.span.start..end
    }
}

/// The lines of a node, by their slots.
pub(super) fn lines_of<'t>(text: &str, node: &'t Tree) -> Vec<&'t Tree> {
    let mut lines = Vec::new();
    for field in ["says", "closed"] {
        node.field(text, field).into_iter().for_each(|t| gather(text, t, &mut lines));
    }
    lines
}

fn gather<'t>(text: &str, tree: &'t Tree, lines: &mut Vec<&'t Tree>) {
    if tree.name.as_ref().is_some_and(|n| &text[n.clone()] == "Line") {
        return lines.push(tree);
    }
    tree.items.iter().for_each(|item| gather(text, &item.value, lines));
}

#[cfg(test)]
mod tests {
    use super::super::library::known;
    use super::super::resolve::resolve;
    use super::NodeIx;
    use crate::model::Model;
    use crate::scenario::{PlaceKind, Say};

    #[test]
    fn what_is_found_is_what_resolved() {
        for text in
            [include_str!("../../tests/scenarios/two-doors.ron"), include_str!("../../scenarios/the-olive-door.ron")]
        {
            let read = resolve("x", text, &Model::shipped().techniques, known()).expect("it resolves");
            let (scenario, written) = (&read.scenario, &read.written);
            let words = |span: std::ops::Range<usize>| text[span].trim_matches('"').replace('\'', "’");
            for (i, place) in scenario.nodes.iter().enumerate() {
                let at = NodeIx(i as u32);
                assert_eq!(words(written.key(at)), place.id);
                let PlaceKind::Node(node) = &place.kind else { continue };
                for (c, choice) in node.choices.iter().enumerate().filter(|(_, c)| !c.text.is_empty()) {
                    assert_eq!(words(written.of_choice(at, c, &["text"])), choice.text.replace('‘', "’"));
                }
                let lines: Vec<_> = node.says.iter().flat_map(Say::lines).chain(&node.closed).collect();
                for (slot, line) in lines.iter().enumerate() {
                    let tree = written.line(at, slot).expect("it is written");
                    assert_eq!(words(written.within(tree, &["text"])), line.text.replace('‘', "’"));
                }
                assert!(written.line(at, lines.len()).is_none());
            }
        }
    }
}
