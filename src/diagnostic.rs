//! What an author is told: a code, the place, what is wrong, what it means for the trainee, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::Serialize;

/// A place in a file, in bytes.
pub type Span = Range<usize>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The scenario cannot be played.
    Error,
    /// It can, but a trainee would notice.
    Warning,
}

/// One problem at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Kebab case, as in the authors' guide.
    pub code: &'static str,
    pub severity: Severity,
    pub span: Span,
    /// Lower case, no full stop, the offending text quoted.
    pub message: String,
    /// What it means for the trainee; may be empty.
    pub why: String,
    /// What to do; may be empty.
    pub fix: String,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Where the lines of a text begin, counted once.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn of(text: &'a str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte; past the end, the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = (0..=byte.min(self.text.len())).rev().find(|b| self.text.is_char_boundary(*b)).unwrap_or(0);
        let line = self.starts.partition_point(|s| *s <= byte);
        let start = self.starts[line - 1];
        Position { line, column: self.text[start..byte].chars().count() + 1 }
    }
}

/// One diagnostic as text: message, `file:line:column`, the line itself with the place marked, why, and the fix.
pub fn render(diagnostic: &Diagnostic, file: &str, text: &str, colored: bool) -> String {
    let text = printable(text);
    let span = within(&text, &diagnostic.span);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let snippet = Snippet::source(text.as_str()).path(file).annotation(AnnotationKind::Primary.span(span));
    let message = printable(&diagnostic.message);
    let mut group = level.primary_title(&message).id(diagnostic.code).element(snippet);
    let (why, fix) = (printable(&diagnostic.why), printable(&diagnostic.fix));
    if !why.is_empty() {
        group = group.element(Level::NOTE.message(why));
    }
    if !fix.is_empty() {
        group = group.element(Level::HELP.message(fix));
    }
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Control characters and direction overrides become spaces of the same length, so that places stay right.
fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let harmful = (c.is_control() && c != '\n' && c != '\t') || is_override(c);
            let (shown, count) = if harmful { (' ', c.len_utf8()) } else { (c, 1) };
            std::iter::repeat_n(shown, count)
        })
        .collect()
}

/// Whether a character turns the reading direction round.
pub fn is_override(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn within(text: &str, span: &Span) -> Span {
    let edge = |at: usize| (0..=at.min(text.len())).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(0);
    let (start, end) = (edge(span.start), edge(span.end));
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let lines = Lines::of("é\n“ab”");
        assert_eq!(lines.position(3 + 3), Position { line: 2, column: 2 });
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        assert_eq!(Lines::of("ab\n").position(99), Position { line: 2, column: 1 });
    }
}
