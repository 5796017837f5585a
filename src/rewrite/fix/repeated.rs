//! What can go without anybody missing it.

use super::places::{begin, item};
use super::{Case, Edit};
use crate::diagnostic::Span;

/// A field or an id that stands there twice with the very same value: the second goes.
pub fn twice_the_same(case: &Case) -> Option<Vec<Edit>> {
    let key = &case.problem.span;
    let tree = case.reading.tree.as_ref()?;
    let (group, second) = item(tree, key.start, &|i| i.key.as_ref() == Some(key))?;
    let words = |i: usize| {
        let item = &group.items[i];
        (item.key.clone().map(|k| &case.text[k]), &case.text[item.value.span.clone()])
    };
    (0..second).any(|first| words(first) == words(second)).then(|| {
        let item = &group.items[second];
        vec![Edit::remove(with_comma(case.text, begin(item)..item.value.span.end))]
    })
}

/// A comment that allows what is not there any more. One with a misspelled code is for its author to put right.
pub fn unused_comment(case: &Case) -> Option<Vec<Edit>> {
    let comment = &case.problem.span;
    let known = case.reading.comments.contains(comment) && !case.problem.fix.starts_with("did you mean");
    known.then(|| vec![Edit::remove(with_line(case.text, comment.clone()))])
}

fn with_comma(text: &str, span: Span) -> Span {
    let rest = &text[span.end..];
    let comma = rest.trim_start().strip_prefix(',').map(|after| text.len() - after.len());
    with_line(text, span.start..comma.unwrap_or(span.end))
}

/// With its whole line where nothing else stands in it, else with the spaces before it.
fn with_line(text: &str, span: Span) -> Span {
    let before = text[..span.start].trim_end_matches([' ', '\t']);
    let after = text[span.end..].trim_start_matches([' ', '\t', '\r']);
    let alone = before.is_empty() || before.ends_with('\n');
    match after.strip_prefix('\n') {
        Some(next) if alone => before.len()..text.len() - next.len(),
        Some(_) | None => before.len()..span.end,
    }
}
