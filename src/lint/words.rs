//! Words of a text, and lists of words and phrases to be found in it.

use std::collections::BTreeMap;

/// The words of a text with the byte each begins at: letters and digits, with apostrophes inside a word.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let mut chars = text[start..].char_indices().peekable();
        let mut length = text.len() - start;
        while let Some((at, c)) = chars.next() {
            let inside = c.is_alphanumeric()
                || (matches!(c, '’' | '\'') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric()));
            if !inside {
                length = at;
                break;
            }
        }
        from = start + length;
        Some((start, &text[start..from]))
    })
}

/// A word without the `’s` of whom something belongs to.
pub fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// Words and phrases, each with the number of what it stands for.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By the first word: the words after it, and the number.
    phrases: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// By the first byte: the lengths of first words, as bits, so that most words are passed over at a glance.
    lengths: Vec<u64>,
}

/// One of them in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met<'t> {
    pub number: usize,
    /// As it is written there.
    pub words: &'t str,
}

impl Lexicon {
    /// Of small letters, words parted by one space; a hyphen parts words too.
    pub fn new<'w>(all: impl Iterator<Item = (&'w str, usize)>) -> Self {
        let mut lexicon = Self { phrases: BTreeMap::new(), lengths: vec![0; 256] };
        for (phrase, number) in all {
            let mut parts = words(phrase).map(|(_, w)| bare(w).replace('\'', "’"));
            let Some(first) = parts.next() else { continue };
            lexicon.lengths[usize::from(first.as_bytes()[0])] |= 1 << (first.len() % 64);
            lexicon.phrases.entry(first).or_default().push((parts.collect(), number));
        }
        lexicon
    }

    /// Everything met in a text, in its order; capitals make no difference.
    pub fn find<'t>(&self, text: &'t str) -> Vec<Met<'t>> {
        let mut found = Vec::new();
        let mut rest = words(text);
        while let Some((start, word)) = rest.next() {
            let first = bare(word);
            let byte = first.as_bytes()[0].to_ascii_lowercase();
            if self.lengths.get(usize::from(byte)).is_none_or(|l| l & (1 << (first.len() % 64)) == 0) {
                continue;
            }
            let Some(phrases) = self.phrases.get(first.to_lowercase().as_str()) else { continue };
            for (after, number) in phrases {
                if let Some(end) = end_of(after, start + first.len(), rest.clone()) {
                    found.push(Met { number: *number, words: &text[start..end] });
                }
            }
        }
        found
    }
}

/// The byte behind a phrase whose first word ends at `end`; none where other words follow.
fn end_of<'t>(after: &[String], mut end: usize, mut rest: impl Iterator<Item = (usize, &'t str)>) -> Option<usize> {
    for wanted in after {
        let (start, word) = rest.next()?;
        let same = |word: &str| word.to_lowercase() == *wanted;
        let word = if same(word) { word } else { bare(word) };
        if !same(word) {
            return None;
        }
        end = start + word.len();
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::{Lexicon, words};

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let lexicon = Lexicon::new(phrases.iter().enumerate().map(|(i, p)| (*p, i)));
        lexicon.find(text).iter().map(|m| m.words.to_owned()).collect()
    }

    #[test]
    fn words_keep_the_apostrophes_inside_them() {
        let all: Vec<&str> = words("“Don’t, Éva!” ‘quiet’ 3C self-harm").map(|(_, w)| w).collect();
        assert_eq!(all, ["Don’t", "Éva", "quiet", "3C", "self", "harm"]);
    }

    #[test]
    fn phrases_are_found_whole_and_whatever_their_capitals() {
        assert_eq!(found(&["bum", "bums"], "Bumblebee bum knee. A BUM’s bums."), ["bum", "BUM", "bums"]);
        assert_eq!(found(&["can't go on", "go"], "I can’t go on. Can’t go"), ["can’t go on", "go", "go"]);
        assert_eq!(found(&["self-harm"], "Self harm, self. Harm"), ["Self harm", "self. Harm"]);
        assert!(found(&["self-harm"], "self").is_empty());
    }
}
