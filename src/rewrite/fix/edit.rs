//! Changes to a text, and putting many of them in at once.

use std::collections::BTreeMap;

use crate::diagnostic::Span;

/// Puts `text` in the place of `span`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    pub span: (usize, usize),
    pub text: String,
}

impl Edit {
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Self { span: (span.start, span.end), text: text.into() }
    }
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }
    pub fn remove(span: Span) -> Self {
        Self::replace(span, "")
    }
}

/// The text with every fix that touches none before it, and how many those are; each is put in whole or not at all.
pub fn apply(text: &str, fixes: Vec<Vec<Edit>>) -> (String, usize) {
    let mut taken: BTreeMap<usize, Edit> = BTreeMap::new();
    let mut count = 0;
    for fix in fixes {
        let fits = !fix.is_empty() && fix.iter().all(|e| is_sound(text, e) && is_free(&taken, e));
        if fits {
            count += 1;
            taken.extend(fix.into_iter().map(|e| (e.span.0, e)));
        }
    }
    let mut out = String::with_capacity(text.len() + 16 * taken.len());
    let mut at = 0;
    for edit in taken.into_values() {
        let (start, end) = edit.span;
        if start < at {
            continue;
        }
        out.push_str(&text[at..start]);
        out.push_str(&edit.text);
        at = end;
    }
    out.push_str(&text[at..]);
    (out, count)
}

fn is_sound(text: &str, edit: &Edit) -> bool {
    text.get(edit.span.0..edit.span.1).is_some()
}

/// Whether it neither overlaps nor touches what is taken.
fn is_free(taken: &BTreeMap<usize, Edit>, edit: &Edit) -> bool {
    let before = taken.range(..=edit.span.1).next_back();
    before.is_none_or(|(_, e)| e.span.1 < edit.span.0)
}

#[cfg(test)]
mod tests {
    use super::{Edit, apply};

    #[test]
    fn what_touches_another_edit_waits() {
        let fixes = vec![
            vec![Edit::insert(1, "1")],
            vec![Edit::replace(0..2, "x")],
            vec![Edit::insert(3, "3"), Edit::insert(1, "again")],
            vec![Edit::insert(3, "3")],
        ];
        assert_eq!(apply("abcd", fixes), ("a1bc3d".to_owned(), 2));
    }

    #[test]
    fn an_edit_outside_the_text_is_left_out() {
        assert_eq!(apply("é", vec![vec![Edit::insert(1, "x")], vec![Edit::remove(0..9)]]), ("é".to_owned(), 0));
    }
}
