//! Finding in a tree what a problem speaks of.

use crate::scenario::text::{Item, Tree};

/// The deepest group with an item that `is` it, and the place of that item.
pub fn item<'t>(tree: &'t Tree, at: usize, is: &dyn Fn(&Item) -> bool) -> Option<(&'t Tree, usize)> {
    let around = |t: &Item| begin(t) <= at && at <= t.value.span.end;
    let inside = tree.items.iter().filter(|i| around(i)).find_map(|i| item(&i.value, at, is));
    inside.or_else(|| tree.items.iter().position(is).map(|i| (tree, i)))
}

/// Where an item begins.
pub fn begin(item: &Item) -> usize {
    item.key.as_ref().map_or(item.value.span.start, |k| k.start)
}

/// Every value of a tree in the order of the file, with the field it stands in.
pub fn each<'t>(text: &str, tree: &'t Tree, visit: &mut dyn FnMut(&str, &'t Tree)) {
    for item in &tree.items {
        let key = item.key.clone().and_then(|k| text.get(k)).unwrap_or("");
        visit(key, &item.value);
        each(text, &item.value, visit);
    }
}
