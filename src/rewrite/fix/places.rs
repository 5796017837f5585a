//! Finding in a tree what a problem speaks of.

use crate::scenario::resolve::RECORDS;
use crate::scenario::text::{Item, Shape, Tree};

/// The deepest group with an item that `is` it, and the place of that item.
pub fn item<'t>(tree: &'t Tree, at: usize, is: &dyn Fn(&Item) -> bool) -> Option<(&'t Tree, usize)> {
    let around = |t: &Item| begin(t) <= at && at <= t.value.span.end;
    let inside = tree.items.iter().filter(|i| around(i)).find_map(|i| item(&i.value, at, is));
    inside.or_else(|| tree.items.iter().position(is).map(|i| (tree, i)))
}

/// The group that opens with the bracket at a byte.
pub fn opening_at<'t>(text: &str, tree: &'t Tree, at: usize) -> Option<&'t Tree> {
    let from = tree.name.as_ref().map_or(tree.span.start, |n| n.end);
    let opens = tree.shape != Shape::Leaf && text.get(from..at).is_some_and(|space| space.trim().is_empty());
    if opens {
        return Some(tree);
    }
    let around = tree.items.iter().filter(|i| i.value.span.start <= at && at < i.value.span.end);
    around.filter_map(|i| opening_at(text, &i.value, at)).next()
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

/// The fields of a record by its name; all there are where it has none, or one that is not known.
pub fn fields(name: &str) -> Vec<&'static str> {
    let named = RECORDS.iter().find(|(record, _)| *record == name);
    named.map_or_else(|| RECORDS.iter().flat_map(|(_, fields)| fields.iter().copied()).collect(), |(_, f)| f.to_vec())
}

pub fn is_field(word: &str) -> bool {
    RECORDS.iter().any(|(_, fields)| fields.contains(&word))
}
