//! What stands between two things: comments, each on the line of what came before or on later ones, and blank lines.

use std::iter::Peekable;
use std::slice::Iter;

use crate::diagnostic::Span;

/// A comment on its way into the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Note<'a> {
    pub text: &'a str,
    /// A blank line stands before it.
    pub blank: bool,
    /// It stands on a line of its own, or begins one.
    pub own: bool,
    /// What follows it stands on the next line.
    pub breaks: bool,
}

/// Everything between two things.
#[derive(Debug, Default)]
pub(super) struct Gap<'a> {
    /// On the line of what came before, in front of the comma.
    pub close: Vec<&'a str>,
    /// And behind it.
    pub behind: Vec<&'a str>,
    /// Whether those end their line.
    pub ends_line: bool,
    /// On later lines.
    pub later: Vec<Note<'a>>,
    /// A blank line stands before what comes next.
    pub blank: bool,
}

/// The comments of a text, handed out from its beginning to its end.
pub(super) struct Comments<'a> {
    text: &'a str,
    left: Peekable<Iter<'a, Span>>,
}

impl<'a> Comments<'a> {
    pub fn of(text: &'a str, comments: &'a [Span]) -> Self {
        Self { text, left: comments.iter().peekable() }
    }

    /// What stands in `from..to`; comments before it belong to words that are copied whole.
    pub fn gap(&mut self, from: usize, to: usize) -> Gap<'a> {
        let mut gap = Gap::default();
        let (mut at, mut on_line, mut comma) = (from, true, false);
        while let Some(comment) = self.left.next_if(|c| c.start < to) {
            if comment.start < at {
                continue;
            }
            let space = &self.text[at..comment.start];
            on_line &= !space.contains('\n');
            comma |= space.contains(',');
            let words = self.words(comment);
            let breaks = words.starts_with("//") || self.ends_line(comment.end, to);
            match (on_line, comma || words.starts_with("//")) {
                (true, false) => gap.close.push(words),
                (true, true) => gap.behind.push(words),
                (false, _) => {
                    gap.later.push(Note { text: words, blank: is_blank(space), own: space.contains('\n'), breaks });
                }
            }
            gap.ends_line |= on_line && breaks;
            at = comment.end;
        }
        gap.blank = is_blank(&self.text[at..to]);
        gap
    }

    fn words(&self, comment: &Span) -> &'a str {
        let words = &self.text[comment.clone()];
        if words.starts_with("//") { words.trim_end_matches(is_space) } else { words }
    }

    /// Whether a line break follows before anything else but a comma.
    fn ends_line(&self, at: usize, to: usize) -> bool {
        let next = self.left.clone().next().map_or(to, |c| c.start.min(to));
        next == self.text.len() || self.text[at..next].contains('\n')
    }
}

impl<'a> Gap<'a> {
    /// Comments before what comes next, where nothing came before.
    pub fn into_notes(self) -> Vec<Note<'a>> {
        let near = self.close.into_iter().chain(self.behind);
        let note = |text: &'a str| Note { text, blank: false, own: false, breaks: text.starts_with("//") };
        near.map(note).chain(self.later).collect()
    }
}

pub(super) fn is_space(c: char) -> bool {
    // the two marks of reading direction are read over, as the reader does
    c.is_whitespace() || matches!(c, '\u{200e}' | '\u{200f}')
}

/// Whether one of the lines that lie wholly in it is blank.
pub(super) fn is_blank(space: &str) -> bool {
    let mut lines = space.split('\n');
    lines.next();
    lines.next_back();
    lines.any(|line| line.chars().all(is_space))
}
