//! Places of a scenario as findings speak of them.

use crate::diagnostic::{Span, short};
use crate::lint::Checkup;
use crate::scenario::NodeIx;

/// Where the nodes begin: the place of what is true of the whole conversation.
pub(super) fn of_all(checkup: &Checkup) -> Span {
    let written = checkup.written;
    written.tree.field(written.text, "nodes").map_or_else(|| written.field("nodes"), |nodes| written.head(nodes))
}

/// `"a", "b" and "c"`
pub(super) fn named(checkup: &Checkup, nodes: &[NodeIx]) -> String {
    let quoted: Vec<String> = nodes.iter().map(|n| format!("\"{}\"", id(checkup, *n))).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A path as it is walked; of a long one, its beginning.
pub(super) fn path(checkup: &Checkup, nodes: impl ExactSizeIterator<Item = NodeIx>) -> String {
    const MOST_SHOWN: usize = 24;
    let rest = nodes.len().saturating_sub(MOST_SHOWN);
    let shown: Vec<&str> = nodes.take(MOST_SHOWN).map(|n| id(checkup, n)).collect();
    let rest = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    format!("{}{rest}", shown.join(" > "))
}

fn id<'a>(checkup: &'a Checkup, node: NodeIx) -> &'a str {
    short(&checkup.scenario.place_at(node).id)
}
