//! Choices of one node that a trainee could not tell apart.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::words::{lower, words};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::{Choice, Node, NodeIx};

pub(super) const ALIKE_CHOICES: Rule = Rule {
    explanation: Explanation {
        code: "alike-choices",
        severity: Severity::Warning,
        summary: "two choices of a node say almost the same",
        matters: "which of the two was said is chance, and the rating takes it for a decision",
        more: "The same words in another order are the same line, and so are \"you sound\" and \"you sounded\", or ten words of \
               which one differs. A short line may hang on one word, so there only the same words are told, and a difference \
               in \"not\", in who is meant, in what is asked or in a number is always a difference. Choices that are never \
               on offer together may be alike.",
        bad: r#"Choice(text: "You sound tired, Sam.", uses: [EmotionLabel], label: (Anger, 1), to: "good"),
Choice(text: "Sam, you sounded tired.", uses: [SimpleReflection], to: "bad"),"#,
        good: r#"Choice(text: "You sound tired, Sam.", uses: [EmotionLabel], label: (Anger, 1), to: "good"),
Choice(text: "How long since you slept?", uses: [ClosedQuestion], to: "bad"),"#,
    },
    find,
};

/// Words that add nothing a trainee would choose by.
const FILLERS: [&str; 9] = ["the", "a", "an", "so", "well", "and", "oh", "ok", "okay"];
/// Letters of the longest of them.
const MOST_FILLER: usize = 4;

/// Words that turn a line around by themselves.
const TURNING: [&str; 38] = [
    "not", "no", "never", "none", "nobody", "nothing", "without", "cannot", "unless", "i", "me", "my", "you", "your",
    "he", "him", "his", "she", "her", "we", "us", "our", "they", "them", "their", "who", "what", "when", "where",
    "why", "how", "which", "all", "both", "before", "after", "please", "sorry",
];

/// From so many words on, one that differs is hardly seen. Our choice.
const LONG: usize = 10;

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut met = None;
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        let lines: Vec<Vec<Key>> = node.choices.iter().map(keys).collect();
        for (second, b) in lines.iter().enumerate() {
            let mut before = lines[..second].iter().enumerate();
            let alike = before.find(|(first, a)| {
                let near = difference(a, b).is_some();
                near && are_alike(shown(&node.choices[*first]), shown(&node.choices[second])) && {
                    let met = met.get_or_insert_with(|| offered_together(checkup));
                    open_together(node, *first, second) || met.contains(&(at, *first, second))
                }
            });
            found.extend(alike.map(|(first, _)| told(checkup, at, node, first, second)));
        }
    }
    found
}

/// What the trainee sees of a choice.
fn shown(choice: &Choice) -> &str {
    match (choice.text.is_empty(), choice.deed.is_empty()) {
        (false, _) => &choice.text,
        (true, false) => &choice.deed,
        (true, true) => "Say nothing.",
    }
}

/// Stands for a word, so that lines are compared without writing their words down again.
type Key = u64;

/// The telling words of a choice in a fixed order.
fn keys(choice: &Choice) -> Vec<Key> {
    let all = || words(shown(choice)).map(|(_, w)| lower(w));
    let mut keys: Vec<Key> = Vec::with_capacity(16);
    keys.extend(all().filter(|w| !is_filler(w)).map(|w| key(&w)));
    if keys.is_empty() {
        keys.extend(all().map(|w| key(&w)));
    }
    keys.sort_unstable();
    keys
}

/// FNV-1a (Fowler, Noll and Vo 1991). Two words with one key would only send a pair on to be compared word by word.
fn key(word: &str) -> Key {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn is_filler(word: &str) -> bool {
    word.len() <= MOST_FILLER && FILLERS.contains(&word)
}

fn are_alike(a: &str, b: &str) -> bool {
    let sorted = |line| {
        let all = || words(line).map(|(_, w)| lower(w));
        let mut telling: Vec<Cow<str>> = all().filter(|w| !is_filler(w)).collect();
        if telling.is_empty() {
            telling.extend(all());
        }
        telling.sort_unstable();
        telling
    };
    let (a, b) = (sorted(a), sorted(b));
    let turns =
        |w: &&Cow<str>| TURNING.contains(&w.as_ref()) || w.ends_with("n’t") || w.contains(|c: char| c.is_ascii_digit());
    match difference(&a, &b) {
        None => false,
        Some((None, None)) => true,
        Some((Some(x), Some(y))) if same_stem(x, y) => true,
        Some((x, y)) => a.len().min(b.len()) >= LONG && !x.iter().chain(&y).any(turns),
    }
}

/// The one that each has and the other has not, of two lists in order; none where there are more.
fn difference<'w, T: Ord>(a: &'w [T], b: &'w [T]) -> Option<(Option<&'w T>, Option<&'w T>)> {
    let (mut i, mut k) = (0, 0);
    let (mut only_a, mut only_b) = (None, None);
    loop {
        let order = match (a.get(i), b.get(k)) {
            (Some(x), Some(y)) => x.cmp(y),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return Some((only_a, only_b)),
        };
        let another = match order {
            Ordering::Less => only_a.replace(&a[i]).is_some(),
            Ordering::Greater => only_b.replace(&b[k]).is_some(),
            Ordering::Equal => false,
        };
        if another {
            return None;
        }
        i += usize::from(order != Ordering::Greater);
        k += usize::from(order != Ordering::Less);
    }
}

/// "sound", "sounds" and "sounded".
fn same_stem(a: &str, b: &str) -> bool {
    let stem = |w: &str| ["ed", "es", "s", "d"].iter().find_map(|e| w.strip_suffix(e)).unwrap_or(w).to_owned();
    let (a_stem, b_stem) = (stem(a), stem(b));
    let near = a_stem == b_stem || a_stem == b || b_stem == a;
    near && a_stem.chars().count().min(b_stem.chars().count()) >= 3
}

/// Whether nothing in the file keeps them apart.
fn open_together(node: &Node, first: usize, second: usize) -> bool {
    let (a, b) = (&node.choices[first], &node.choices[second]);
    !a.is_gated() || !b.is_gated() || (a.when == b.when && a.knows == b.knows)
}

/// The pairs of choices that some simulated trainee had before them at once.
fn offered_together(checkup: &Checkup) -> BTreeSet<(NodeIx, usize, usize)> {
    let mut pairs = BTreeSet::new();
    for turn in checkup.survey.turns() {
        let offered: Vec<usize> = turn.offered.iter().map(|o| o.choice).collect();
        for (i, first) in offered.iter().enumerate() {
            pairs.extend(offered[i + 1..].iter().map(|second| (turn.node, *first, *second)));
        }
    }
    pairs
}

fn told(checkup: &Checkup, at: NodeIx, node: &Node, first: usize, second: usize) -> Finding {
    let [a, b] = [first, second].map(|i| short(shown(&node.choices[i])));
    let message = format!("choice {} \"{b}\" says what choice {} says: \"{a}\"", second + 1, first + 1);
    let span = checkup.written.of_choice(at, second, &["text", "deed"]);
    Finding::new(span, message, "let it do something else, or take one of the two out")
}
