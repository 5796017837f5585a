//! Marks that are missing or too many, where what stands around leaves no doubt about the place.

use super::places::{begin, fields, is_field, item, opening_at};
use super::values::curly;
use super::{Case, Edit, edit};
use crate::diagnostic::Span;
use crate::scenario::resolve::RECORDS;
use crate::scenario::text::{Item, Reading, Shape, Tree, read};

/// Each is tried by reading the whole text again.
const MOST_PLACES: usize = 8;

/// A fault of the writing itself.
pub fn mend(case: &Case) -> Option<Vec<Edit>> {
    let message = case.problem.message.as_str();
    let is = |beginning: &str| message.starts_with(beginning);
    match () {
        () if is("\",\" is missing here") => between(case),
        () if is("\":\" is missing after") => colon(case),
        () if is("\",\" does not belong here") => comma_again(case),
        () if is("this \"") && message.ends_with("is never closed") => bracket(case),
        () => None,
    }
}

/// Two things without a mark between them.
fn between(case: &Case) -> Option<Vec<Edit>> {
    let at = case.problem.span.start;
    let tree = case.reading.tree.as_ref()?;
    let (group, i) = item(tree, at, &|i| i.value.span.end == at)?;
    let (before, after) = (&group.items[i], group.items.get(i + 1)?);
    if let Some(edits) = curly(case.text, before.value.span.start) {
        return Some(edits);
    }
    let word = |item: &Item| case.text.get(begin(item)..item.value.span.end).unwrap_or("");
    let unnamed = before.key.is_none() && after.key.is_none();
    if group.shape == Shape::Paren && unnamed && is_field(word(before)) && holds(case.text, &after.value) {
        return Some(vec![Edit::insert(at, ":")]);
    }
    let apart = match group.shape {
        Shape::Paren if unnamed => group.name.is_none() && is_feeling(word(before), word(after)),
        Shape::Paren => key_is(case.text, before, is_field) && key_is(case.text, after, is_field),
        Shape::Map => key_is(case.text, before, is_quoted) && key_is(case.text, after, is_quoted),
        Shape::List => unnamed && are_two(case.text, before, after),
        Shape::Leaf => false,
    };
    apart.then(|| vec![Edit::insert(at, ",")])
}

/// Whether two values of a list are surely two, and no text with a quote in it.
fn are_two(text: &str, before: &Item, after: &Item) -> bool {
    let grouped = |item: &Item| item.value.shape != Shape::Leaf;
    let name = |item: &Item| text[item.value.span.clone()].starts_with(|c: char| c.is_ascii_uppercase());
    let quoted = |item: &Item| is_quoted(&text[item.value.span.clone()]);
    let lines = text[before.value.span.end..begin(after)].contains('\n');
    (grouped(before) && grouped(after)) || (name(before) && name(after)) || (lines && quoted(before) && quoted(after))
}

fn key_is(text: &str, item: &Item, is: fn(&str) -> bool) -> bool {
    item.key.clone().is_some_and(|k| is(&text[k]))
}

fn is_quoted(word: &str) -> bool {
    word.len() > 1 && word.starts_with('"') && word.ends_with('"')
}

/// Whether it is a value that can stand behind a field's name, rather than a word of a text.
fn holds(text: &str, value: &Tree) -> bool {
    value.shape != Shape::Leaf || text[value.span.clone()].starts_with(|c: char| c == '"' || c.is_ascii_digit())
}

/// `(Anger, 2)` without its comma.
fn is_feeling(word: &str, strength: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && matches!(strength, "1" | "2" | "3")
}

fn colon(case: &Case) -> Option<Vec<Edit>> {
    let at = case.problem.span.start;
    let tree = case.reading.tree.as_ref()?;
    let (group, i) = item(tree, at, &|i| i.key.as_ref().is_some_and(|k| k.end == at))?;
    let sure = key_is(case.text, &group.items[i], is_field) && holds(case.text, &group.items[i].value);
    sure.then(|| vec![Edit::insert(at, ":")])
}

/// A comma right behind another one, or behind an opening bracket.
fn comma_again(case: &Case) -> Option<Vec<Edit>> {
    let at = case.problem.span.start;
    let before = case.text.get(..at)?.trim_end();
    let in_comment = case.reading.comments.iter().any(|c| c.contains(&before.len().saturating_sub(1)));
    let again = before.ends_with([',', '(', '[', '{']) && !in_comment;
    again.then(|| vec![Edit::remove(case.problem.span.clone())])
}

/// A bracket that is never closed ends before the first thing that cannot stand in it.
fn bracket(case: &Case) -> Option<Vec<Edit>> {
    let tree = opening_at(case.text, case.reading.tree.as_ref()?, case.problem.span.start)?;
    let inside = own(case.text, tree);
    let last = tree.items[..inside].last()?;
    let close = match tree.shape {
        Shape::Paren => ")",
        Shape::List => "]",
        Shape::Map => "}",
        Shape::Leaf => return None,
    };
    Some(vec![Edit::insert(last.value.span.end, close)])
}

/// How many of its first items belong to a group.
fn own(text: &str, tree: &Tree) -> usize {
    let count = |fits: &dyn Fn(&Item) -> bool| tree.items.iter().take_while(|i| fits(i)).count();
    match tree.shape {
        Shape::List => count(&|i| i.key.is_none() && !text[i.value.span.end..].trim_start().starts_with(':')),
        Shape::Map => count(&|i| key_is(text, i, is_quoted)),
        Shape::Paren => match tree.name.clone() {
            Some(name) => fields_in(text, tree, &fields(&text[name])),
            None => {
                let unnamed = RECORDS.iter().filter(|(name, _)| name.starts_with(char::is_lowercase));
                unnamed.map(|(_, fields)| fields_in(text, tree, fields)).max().unwrap_or(0)
            }
        },
        Shape::Leaf => 0,
    }
}

/// How many of the first items are fields of a record, each there once.
fn fields_in(text: &str, tree: &Tree, fields: &[&str]) -> usize {
    let mut seen = Vec::new();
    let own = |item: &&Item| {
        let key = item.key.clone().map_or("", |k| &text[k]);
        let fits = fields.contains(&key) && !seen.contains(&key);
        seen.push(key);
        fits
    };
    tree.items.iter().take_while(own).count()
}

/// A text whose closing quote is missing runs into the lines behind it, and nothing that is found there is a guide. It is
/// cut in its own line, where exactly one place leaves the fewest faults, and none in that line.
pub fn quote(text: &str, reading: &Reading, start: usize) -> Option<Vec<Edit>> {
    let line = text[start..].split('\n').next()?.trim_end();
    let end = start + line.len();
    let better = |edit: Edit| {
        let (mended, _) = edit::apply(text, vec![vec![edit.clone()]]);
        let faults = read(&mended).faults;
        let clean = faults.iter().all(|f| !(start..=end + 1).contains(&f.span.start));
        (clean && faults.len() < reading.faults.len()).then_some((faults.len(), edit))
    };
    let mut best: Vec<(usize, Edit)> = places(text, start, end).into_iter().filter_map(better).collect();
    best.sort();
    match &best[..] {
        [(_, edit)] => Some(vec![edit.clone()]),
        [(fewest, edit), (next, _), ..] if fewest < next => Some(vec![edit.clone()]),
        _ => None,
    }
}

/// Where a quote could be missing in a text: before each of the marks that end its line, in place of a curly quote there,
/// or at its very end.
fn places(text: &str, start: usize, end: usize) -> Vec<Edit> {
    let line = &text[start..end];
    let words = line.trim_end_matches([',', ')', ']', '}', ' ']);
    if words.len() <= 1 {
        return Vec::new();
    }
    if let Some(words) = words.strip_suffix('”') {
        let at = start + words.len();
        return vec![Edit::replace(at..at + '”'.len_utf8(), "\"")];
    }
    let marks = (words.len()..=line.len()).filter(|i| !line[*i..].starts_with(' '));
    marks.take(MOST_PLACES).map(|i| Edit::insert(start + i, "\"")).collect()
}

/// Where the first text begins that does not end in its line, in a text that has faults.
pub fn open_text(text: &str, reading: &Reading) -> Option<usize> {
    fn first(text: &str, tree: &Tree) -> Option<usize> {
        let opens = |span: &Span| {
            let words = &text[span.clone()];
            words.starts_with('"') && (words.contains('\n') || !is_quoted(words))
        };
        if tree.shape == Shape::Leaf && opens(&tree.span) {
            return Some(tree.span.start);
        }
        let key = |item: &Item| item.key.clone().filter(&opens).map(|k| k.start);
        tree.items.iter().find_map(|item| key(item).or_else(|| first(text, &item.value)))
    }
    let faulty = reading.tree.as_ref().filter(|_| !reading.faults.is_empty());
    faulty.and_then(|tree| first(text, tree))
}
