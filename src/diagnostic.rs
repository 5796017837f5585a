//! What an author is told: a code, the place, what is wrong, what it means for the trainee, and what to do.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
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

/// What a code means: the same words in the authors' guide, in `explain` and in an editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Kebab case.
    pub code: &'static str,
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub summary: &'static str,
    /// What it means for the trainee, in one line without a full stop; told with every finding.
    pub matters: &'static str,
    /// The rest of the story, in whole sentences: why it is so, and what to do instead.
    pub more: &'static str,
    /// How it looks in a file (empty where no fragment could show it) ..
    pub bad: &'static str,
    /// .. and the same put right.
    pub good: &'static str,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
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
        // a byte-order mark is no column: editors do not show it
        let first = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The position of a byte; past the end, the end.
    pub fn position(&self, byte: usize) -> Position {
        let byte = floor(self.text, byte).max(self.starts[0]);
        let line = self.line_of(byte);
        let start = self.starts[line - 1];
        Position { line, column: self.text[start..byte].chars().count() + 1 }
    }

    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|s| *s <= byte)
    }

    /// The line a place begins in, as far as is worth showing, and the place within it; none where it lies too far along.
    fn excerpt(&self, span: &Span) -> Option<(usize, String, Span)> {
        let from = floor(self.text, span.start).max(self.starts[0]);
        let line = self.line_of(from);
        let start = self.starts[line - 1];
        let whole = self.text[start..].split('\n').next().unwrap_or("").trim_end_matches('\r');
        let end = floor(whole, span.end.saturating_sub(start).min(from - start + MOST_SHOWN));
        let shown = &whole[..floor(whole, end + MOST_SHOWN)];
        let from = from - start;
        (from <= MOST_SHOWN).then(|| (line, printable(shown), floor(whole, from)..end.max(from).min(shown.len())))
    }
}

/// Of a long line, this many bytes before and after a place are shown.
const MOST_SHOWN: usize = 600;

/// The last character's beginning at or before a byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(0)
}

/// One diagnostic as text: message, `file:line:column`, the line itself with the place marked, why, and the fix.
pub fn render(diagnostic: &Diagnostic, file: &str, lines: &Lines, colored: bool) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = printable(&diagnostic.message);
    let title = level.primary_title(&message).id(diagnostic.code);
    let excerpt = lines.excerpt(&diagnostic.span);
    let mut group = match &excerpt {
        Some((line, shown, span)) => {
            let mark = AnnotationKind::Primary.span(span.clone());
            title.element(Snippet::source(shown.as_str()).path(file).line_start(*line).annotation(mark))
        }
        None => {
            let at = lines.position(diagnostic.span.start);
            title.element(Origin::path(file).line(at.line).char_column(at.column))
        }
    };
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
            let harmful = c.is_control() || is_override(c);
            let (shown, count) = if harmful { (' ', c.len_utf8()) } else { (c, 1) };
            std::iter::repeat_n(shown, count)
        })
        .collect()
}

/// The first letters of something an author wrote.
pub fn short(text: &str) -> &str {
    let line = text.lines().next().unwrap_or("");
    line.char_indices().nth(40).map_or(line, |(i, _)| &line[..i])
}

/// Whether a character turns the reading direction round, or breaks a line where nobody sees it.
pub fn is_override(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
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
    fn a_byte_order_mark_is_no_column() {
        let lines = Lines::of("\u{feff}é: b\n");
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(3 + 2), Position { line: 1, column: 2 });
        assert!(render(&problem(5..6), "x.ron", &lines, false).contains("x.ron:1:2\n"));
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        assert_eq!(Lines::of("ab\n").position(99), Position { line: 2, column: 1 });
    }

    fn problem(span: Span) -> Diagnostic {
        let (why, fix) = ("nobody would see it".to_owned(), "write b".to_owned());
        Diagnostic { code: "a-code", severity: Severity::Error, span, message: "\"a\" is wrong".to_owned(), why, fix }
    }

    #[test]
    fn a_problem_is_told_with_its_line_its_reason_and_its_fix() {
        insta::assert_snapshot!(render(&problem(7..8), "x.ron", &Lines::of("é: b,\na: c\n"), false), @r#"
        error[a-code]: "a" is wrong
         --> x.ron:2:1
          |
        2 | a: c
          | ^
          |
          = note: nobody would see it
          = help: write b
        "#);
    }

    #[test]
    fn of_a_line_without_end_only_the_place_is_told() {
        let text = "a".repeat(5_000_000);
        let told = render(&problem(4_000_000..4_900_000), "x.ron", &Lines::of(&text), false);
        assert!(told.contains("x.ron:1:4000001") && told.len() < 1000, "{told}");
        assert!(render(&problem(20..4_900_000), "x.ron", &Lines::of(&text), false).len() < 5000);
    }

    #[test]
    fn what_could_drive_a_terminal_is_shown_as_space() {
        let told = render(&problem(0..1), "x.ron", &Lines::of("a\u{1b}[2J\u{202e}b\r\n"), false);
        assert!(!told.contains(|c: char| (c.is_control() && c != '\n') || is_override(c)), "{told:?}");
    }
}
