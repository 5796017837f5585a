//! Values that are nearly right: curly quotes around a text, and True or False with a capital letter.

use super::{Case, Edit};

const CURLY: [char; 4] = ['“', '”', '„', '‟'];

/// No text may be as long as this.
const MOST_LETTERS: usize = 1000;

/// A value of the wrong kind.
pub fn mend(case: &Case) -> Option<Vec<Edit>> {
    let span = case.problem.span.clone();
    let words = case.text.get(span.clone())?;
    match words {
        "True" | "TRUE" => Some(vec![Edit::replace(span, "true")]),
        "False" | "FALSE" => Some(vec![Edit::replace(span, "false")]),
        _ => curly(case.text, span.start),
    }
}

/// A text between curly quotes that begins at a byte and ends in the same line.
pub fn curly(text: &str, start: usize) -> Option<Vec<Edit>> {
    let rest = text.get(start..)?;
    let most = rest.char_indices().nth(MOST_LETTERS).map_or(rest.len(), |(i, _)| i);
    let line = rest[..most].split('\n').next()?;
    let opener = line.chars().next().filter(|c| CURLY.contains(c))?;
    let inside = &line[opener.len_utf8()..];
    let (at, closer) =
        inside.char_indices().find(|(i, c)| (*c == '"' || CURLY.contains(c)) && ends(&inside[i + c.len_utf8()..]))?;
    let words = &inside[..at];
    if words.contains('"') {
        return None;
    }
    let at = start + opener.len_utf8() + at;
    let open = Edit::replace(start..start + opener.len_utf8(), "\"");
    Some(vec![open, Edit::replace(at..at + closer.len_utf8(), "\"")])
}

/// Whether what follows a text can follow one.
fn ends(rest: &str) -> bool {
    rest.trim_start().chars().next().is_none_or(|c| ",)]}:".contains(c))
}
