//! Where ways to say and ways to go are written, and facts in a list.

use crate::diagnostic::Span;
use crate::explore::reach::conditions::Stands;
use crate::scenario::NodeIx;
use crate::scenario::text::Tree;
use crate::scenario::written::Written;

/// The condition that stands there; where it is left out, the opening of what it would stand in.
pub(super) fn condition(written: &Written, stands: Stands) -> Span {
    match stands {
        Stands::Gate(at, choice) => written.of_choice(at, choice, &["when"]),
        Stands::Say(at, way) => way_to_say(written, at, way).map_or(0..0, |t| written.within(t, &["when"])),
        Stands::Way(at, choice, way) => {
            way_to_go(written, at, choice, way).map_or(0..0, |t| written.within(t, &["when"]))
        }
    }
}

/// A way to say, by its number in the node.
pub(super) fn way_to_say<'w>(written: &'w Written, at: NodeIx, way: usize) -> Option<&'w Tree> {
    let mut ways = Vec::new();
    gather(written, written.node(at)?.field(written.text, "says")?, &mut ways);
    ways.get(way).copied()
}

/// A way to go of a choice.
pub(super) fn way_to_go<'w>(written: &'w Written, at: NodeIx, choice: usize, way: usize) -> Option<&'w Tree> {
    let to = written.choice(at, choice)?.field(written.text, "to")?;
    to.items.first()?.value.items.get(way).map(|i| &i.value)
}

/// The `item`-th thing in a list of a choice.
pub(super) fn listed(written: &Written, at: NodeIx, choice: usize, field: &str, item: usize) -> Span {
    let list = written.choice(at, choice).and_then(|t| t.field(written.text, field));
    let found = list.and_then(|l| l.items.get(item)).map(|i| i.value.span.clone());
    found.unwrap_or_else(|| written.of_choice(at, choice, &[field]))
}

/// All ways in what is said, those within others too, in the order of the file.
fn gather<'t>(written: &Written, says: &'t Tree, ways: &mut Vec<&'t Tree>) {
    for say in &says.items {
        gather_in(written, &say.value, ways);
    }
}

fn gather_in<'t>(written: &Written, say: &'t Tree, ways: &mut Vec<&'t Tree>) {
    if say.name.as_ref().is_none_or(|n| written.text.get(n.clone()) != Some("FirstThatFits")) {
        return;
    }
    for way in say.items.iter().flat_map(|list| &list.value.items) {
        ways.push(&way.value);
        if let Some(inner) = way.value.field(written.text, "say") {
            gather_in(written, inner, ways);
        }
    }
}
