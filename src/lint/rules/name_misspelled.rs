//! Names that are a letter or two off one that is used here.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Explanation, Severity};
use crate::lint::texts::{Kind, Text};
use crate::lint::words::{bare, words};
use crate::lint::{Checkup, Finding, Rule};

pub(super) const NAME_MISSPELLED: Rule = Rule {
    explanation: Explanation {
        code: "name-misspelled",
        severity: Severity::Warning,
        summary: "a name is a letter or two off another",
        matters: "a trainee who listens wonders who that is, and somebody's name is the first thing to get right",
        more: "Looked for are capitalized words that differ from a person's name, or from a name used often, as slips of the \
               finger do: a doubled letter too many or too few, two letters changed over, and in long names one or two letters \
               wrong. Mark beside Mara is another person, and so is whoever is named at least half as often.",
        bad: r#"Choice(text: "Have a seat with me, Ortizz, would you?", uses: [SeekPermission], to: "good"),"#,
        good: r#"Choice(text: "Have a seat with me, Ortiz, would you?", uses: [SeekPermission], to: "good"),"#,
    },
    find,
};

/// A shorter name is too near to too many words.
const LEAST_LETTERS: usize = 4;
/// In a name of this length one wrong letter is a slip; in shorter ones it is another name.
const LONG: usize = 6;
/// And two in a name of this length.
const VERY_LONG: usize = 9;
/// A capitalized word inside a sentence so often is a name.
const OFTEN: usize = 5;
/// Who is in the cast counts as named so much more often than the texts do.
const CAST: usize = 3;
const MOST_LETTERS: usize = 30;
const MOST_NAMES: usize = 200;
/// So many pairs are compared; a conversation needs a few hundred.
const MOST_COMPARISONS: usize = 200_000;

/// How often a capitalized word is met.
#[derive(Clone, Copy, Default)]
struct Uses {
    all: usize,
    /// Where only a name has a capital.
    as_name: usize,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let texts: Vec<&Text> = checkup.texts.iter().filter(|t| t.is_read_by_trainees()).collect();
    let mut used: BTreeMap<&str, Uses> = BTreeMap::new();
    for text in &texts {
        for (at, word) in capitalized(text.words) {
            let uses = used.entry(word).or_default();
            uses.all += 1;
            uses.as_name += usize::from(text.kind != Kind::Title && is_a_name(text.words, at, word));
        }
    }
    let cast: BTreeSet<&str> =
        texts.iter().filter(|t| t.kind == Kind::Name).flat_map(|t| capitalized(t.words)).map(|(_, w)| w).collect();
    let mut slips = slips(&used, &cast);
    if slips.is_empty() {
        return Vec::new();
    }
    for (_, word) in texts.iter().flat_map(|t| words(t.words)).filter(|(_, w)| w.starts_with(char::is_lowercase)) {
        slips.retain(|slip, _| slip.to_lowercase() != bare(word));
    }
    let told = |text: &Text| -> Vec<Finding> {
        let met: BTreeSet<&str> = capitalized(text.words).map(|(_, w)| w).collect();
        met.into_iter().filter_map(|word| Some(told(checkup, text, word, slips.get(word)?))).collect()
    };
    texts.into_iter().flat_map(told).collect()
}

/// Words with one capital at their beginning, without what shows whom something belongs to.
fn capitalized(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let with_capital = words(text).filter(|(_, w)| w.starts_with(char::is_uppercase));
    with_capital.map(|(at, w)| (at, bare(w))).filter(|(_, w)| w.chars().nth(1).is_some_and(char::is_lowercase))
}

/// Whether a capital is there because it is a name: inside a sentence, or calling somebody at its beginning.
fn is_a_name(text: &str, at: usize, word: &str) -> bool {
    let before = text[..at].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '‘' | '('));
    let inside = !before.is_empty() && !before.ends_with(['.', '!', '?', '…', ':', '—', '-']);
    inside || text[at + word.len()..].starts_with(',') || text[at + word.len()..].starts_with("’s")
}

/// Each word that looks like a slip, with the name that was meant.
fn slips<'a>(used: &BTreeMap<&'a str, Uses>, cast: &BTreeSet<&'a str>) -> BTreeMap<&'a str, &'a str> {
    let letters = |w: &str| w.chars().count();
    let weight = |w: &str| used.get(w).map_or(0, |u| u.all) + if cast.contains(w) { CAST } else { 0 };
    let fits = |w: &str| (LEAST_LETTERS..=MOST_LETTERS).contains(&letters(w));
    let often = used.iter().filter(|(w, u)| u.as_name >= OFTEN && letters(w) > LEAST_LETTERS).map(|(w, _)| *w);
    let mut names: Vec<&str> = often.chain(cast.iter().copied()).filter(|w| fits(w)).collect();
    names.sort_by_key(|w| (std::cmp::Reverse(weight(w)), *w));
    names.dedup();
    names.truncate(MOST_NAMES);
    let mut suspects: Vec<(&str, Uses)> = used.iter().map(|(w, u)| (*w, *u)).collect();
    suspects.retain(|(w, u)| u.as_name > 0 && fits(w) && !cast.contains(w));
    suspects.sort_unstable_by_key(|(w, _)| *w);
    let most = MOST_COMPARISONS / names.len().max(1);
    let meant = |(word, uses): &(&'a str, Uses)| {
        let name = names.iter().find(|n| uses.all * 2 <= weight(n) && is_slip(word, n))?;
        Some((*word, *name))
    };
    suspects.iter().take(most).filter_map(meant).collect()
}

fn is_slip(word: &str, name: &str) -> bool {
    let (word, name) = (word.to_lowercase(), name.to_lowercase());
    if word == name {
        return false;
    }
    if undoubled(&word) == undoubled(&name) {
        return true;
    }
    let most_apart = match word.chars().count().min(name.chars().count()) {
        ..LONG => 0,
        LONG..VERY_LONG => 1,
        VERY_LONG.. => 2,
    };
    let longer = word.starts_with(&name) || name.starts_with(&word);
    let same_start = word.chars().next() == name.chars().next();
    let apart = strsim::osa_distance(&word, &name);
    // two letters changed over, also in a short name
    let turned = apart == 1 && sorted(&word) == sorted(&name);
    turned || (same_start && !longer && apart <= most_apart)
}

/// Each run of the same letter as one.
fn undoubled(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters
}

fn sorted(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

fn told(checkup: &Checkup, text: &Text, word: &str, name: &str) -> Finding {
    let message = format!("\"{word}\" looks like \"{name}\" with a slip in it");
    let fix = format!("write \"{name}\", or leave it where it is somebody else");
    Finding::new(text.span_of(checkup.written, word), message, fix)
}
