//! One canonical layout of a scenario's text. Every comment stays with what it speaks of, words and numbers are copied byte
//! for byte, and so are the line ends of the file and its byte-order mark.

mod gap;
mod page;
mod parts;
mod shape;

use crate::diagnostic::Span;
use crate::scenario::text::{Fault, Reading, Shape, Tree, read};

/// A line is filled up to this column where it can be broken at all.
const WIDTH: usize = 144;
/// Spaces for each level.
const STEP: usize = 4;
const MARK: &str = "\u{feff}";

/// Why a text is not laid out.
#[derive(Clone, Debug, PartialEq)]
pub enum Untouched {
    /// Its writing is at fault.
    Faulty(Vec<Fault>),
    /// Something of it would be lost; a fault of ours, which must never cost an author a word.
    Lossy,
}

/// The text in its canonical layout: a function of its values, comments and blank lines, so that doing it twice changes
/// nothing.
///
/// # Errors
/// An [`Untouched`].
pub fn canonical(text: &str) -> Result<String, Untouched> {
    let reading = read(text);
    match &reading.tree {
        Some(tree) if reading.faults.is_empty() => lay_out(text, tree, &reading).ok_or(Untouched::Lossy),
        Some(_) | None => Err(Untouched::Faulty(reading.faults)),
    }
}

fn lay_out(text: &str, tree: &Tree, reading: &Reading) -> Option<String> {
    let laid = page::print(&parts::file(text, tree, &reading.comments), text);
    let again = read(&laid);
    let kept = again.tree.as_ref().is_some_and(|new| same_values((text, tree), (&laid, new)));
    (kept && again.faults.is_empty() && again.comments.len() == reading.comments.len()).then_some(laid)
}

/// Whether two trees hold the same values in the same order.
fn same_values((text, tree): (&str, &Tree), (other_text, other): (&str, &Tree)) -> bool {
    let alike = tree.shape == other.shape
        && tree.items.len() == other.items.len()
        && words(text, tree.name.as_ref()) == words(other_text, other.name.as_ref())
        && (tree.shape != Shape::Leaf || text[tree.span.clone()] == other_text[other.span.clone()]);
    alike
        && tree.items.iter().zip(&other.items).all(|(a, b)| {
            words(text, a.key.as_ref()) == words(other_text, b.key.as_ref())
                && same_values((text, &a.value), (other_text, &b.value))
        })
}

fn words<'a>(text: &'a str, span: Option<&Span>) -> Option<&'a str> {
    span.and_then(|s| text.get(s.clone()))
}
