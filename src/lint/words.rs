//! Words of a text, and lists of words and phrases to be found in it.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// The words of a text with the byte each begins at: letters and digits, with apostrophes inside a word.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = run(text, from, |c, _| !c.is_alphanumeric());
        let inside = |c: char, after: usize| {
            c.is_alphanumeric() || (matches!(c, '’' | '\'') && text[after..].starts_with(char::is_alphanumeric))
        };
        from = run(text, start, inside);
        (from > start).then(|| (start, &text[start..from]))
    })
}

/// The byte behind a run of characters, each judged with the byte that follows it.
fn run(text: &str, mut at: usize, goes_on: impl Fn(char, usize) -> bool) -> usize {
    while at < text.len() {
        let byte = text.as_bytes()[at];
        // most of a text is plain, and this is gone through for every rule
        let c = if byte.is_ascii() { char::from(byte) } else { text[at..].chars().next().unwrap_or(' ') };
        let next = at + c.len_utf8();
        if !goes_on(c, next) {
            break;
        }
        at = next;
    }
    at
}

/// In small letters.
pub fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.to_lowercase())
}

/// A word without the `’s` of whom something belongs to.
pub fn bare(word: &str) -> &str {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word)
}

/// Words and phrases, each with the number of what it stands for.
#[derive(Debug)]
pub struct Lexicon {
    /// By the first word: the words after it, and the number.
    phrases: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// Bits for how first words look from outside, so that most words are passed over at a glance.
    looks: [u64; 64],
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
        let mut lexicon = Self { phrases: BTreeMap::new(), looks: [0; 64] };
        for (phrase, number) in all {
            let mut parts = words(phrase).map(|(_, w)| bare(w).replace('\'', "’"));
            let Some(first) = parts.next() else { continue };
            let (place, bit) = look(&first);
            lexicon.looks[place] |= bit;
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
            let (place, bit) = look(first);
            if self.looks[place] & bit == 0 {
                continue;
            }
            let Some(phrases) = self.phrases.get(lower(first).as_ref()) else { continue };
            for (after, number) in phrases {
                if let Some(end) = end_of(after, start + first.len(), rest.clone()) {
                    found.push(Met { number: *number, words: &text[start..end] });
                }
            }
        }
        found
    }
}

/// First and last byte in small letters, and the length, mixed into one of 4096 bits.
fn look(word: &str) -> (usize, u64) {
    let bytes = word.as_bytes();
    let end = |byte: Option<&u8>| usize::from(byte.map_or(0, u8::to_ascii_lowercase));
    let mixed = end(bytes.first()) * 131 + end(bytes.last()) * 31 + bytes.len() * 7;
    ((mixed / 64) % 64, 1 << (mixed % 64))
}

/// The byte behind a phrase whose first word ends at `end`; none where other words follow.
fn end_of<'t>(after: &[String], mut end: usize, mut rest: impl Iterator<Item = (usize, &'t str)>) -> Option<usize> {
    for wanted in after {
        let (start, word) = rest.next()?;
        let same = |word: &str| word.len() == wanted.len() && lower(word) == wanted.as_str();
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
