//! A line whose parts are marked: `[kept] and {added}`.

/// A run of a marked line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Plain(String),
    Kept(String),
    Added(String),
}

impl Part {
    pub fn words(&self) -> &str {
        let (Self::Plain(words) | Self::Kept(words) | Self::Added(words)) = self;
        words
    }
}

/// Takes a line apart.
///
/// # Errors
/// A sentence, where a mark does not close or stands inside another.
pub fn parts(line: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['[', ']', '{', '}']) {
        let (before, marked) = rest.split_at(at);
        let close = match marked.as_bytes()[0] {
            b'[' => ']',
            b'{' => '}',
            _ => return Err(format!("in \"{line}\" a mark closes that was never opened")),
        };
        let end = marked.find(close).ok_or_else(|| format!("in \"{line}\" a mark stays open; add {close}"))?;
        let words = marked[1..end].to_owned();
        if words.contains(['[', '{', ']', '}']) {
            return Err(format!("in \"{line}\" one mark stands inside another"));
        }
        if !before.is_empty() {
            parts.push(Part::Plain(before.to_owned()));
        }
        parts.push(if close == ']' { Part::Kept(words) } else { Part::Added(words) });
        rest = &marked[end + 1..];
    }
    if !rest.is_empty() {
        parts.push(Part::Plain(rest.to_owned()));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_a_line_and_lose_no_letter() {
        let line = parts("[It was a kid], and {it's the job}.").expect("well marked");
        assert_eq!(line[0], Part::Kept("It was a kid".to_owned()));
        assert_eq!(line[2], Part::Added("it's the job".to_owned()));
        assert_eq!(line.iter().map(Part::words).collect::<String>(), "It was a kid, and it's the job.");
    }

    #[test]
    fn a_mark_that_does_not_fit_is_told() {
        for wrong in ["[open", "closed]", "[a {b} c]", "{a ] b"] {
            assert!(parts(wrong).is_err(), "{wrong}");
        }
    }
}
