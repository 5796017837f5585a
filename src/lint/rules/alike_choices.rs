//! Choices of one node that a trainee could not tell apart.

use std::collections::BTreeSet;

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::words::words;
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

/// Words that turn a line around by themselves.
const TURNING: [&str; 38] = [
    "not", "no", "never", "none", "nobody", "nothing", "without", "cannot", "unless", "i", "me", "my", "you", "your",
    "he", "him", "his", "she", "her", "we", "us", "our", "they", "them", "their", "who", "what", "when", "where",
    "why", "how", "which", "all", "both", "before", "after", "please", "sorry",
];

/// From so many words on, one that differs is hardly seen. Our choice.
const LONG: usize = 10;

/// A line as it is compared.
struct Line {
    /// Small letters, in the order of the alphabet.
    words: Vec<String>,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut met = None;
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        let lines: Vec<Line> = node.choices.iter().map(line).collect();
        for (second, b) in lines.iter().enumerate() {
            let mut before = lines[..second].iter().enumerate();
            let alike = before.find(|(first, a)| {
                are_alike(a, b) && {
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

fn line(choice: &Choice) -> Line {
    let all = || words(shown(choice)).map(|(_, w)| w.to_lowercase());
    let mut telling: Vec<String> = all().filter(|w| !FILLERS.contains(&w.as_str())).collect();
    if telling.is_empty() {
        telling = all().collect();
    }
    telling.sort_unstable();
    Line { words: telling }
}

fn are_alike(a: &Line, b: &Line) -> bool {
    if a.words.len().abs_diff(b.words.len()) > 1 {
        return false;
    }
    let Some((only_a, only_b)) = difference(&a.words, &b.words) else { return false };
    let turns = |w: &&str| TURNING.contains(w) || w.ends_with("n’t") || w.contains(|c: char| c.is_ascii_digit());
    match (only_a, only_b) {
        (None, None) => true,
        (Some(a), Some(b)) if same_stem(a, b) => true,
        (x, y) => a.words.len().min(b.words.len()) >= LONG && !x.iter().chain(&y).any(turns),
    }
}

/// The one word that each has and the other has not; none where there are more.
fn difference<'w>(a: &'w [String], b: &'w [String]) -> Option<(Option<&'w str>, Option<&'w str>)> {
    let (mut i, mut k) = (0, 0);
    let (mut only_a, mut only_b) = (None, None);
    while i < a.len() || k < b.len() {
        let a_first = k >= b.len() || (i < a.len() && a[i] < b[k]);
        let one = match (i < a.len() && k < b.len() && a[i] == b[k], a_first) {
            (true, _) => {
                (i, k) = (i + 1, k + 1);
                continue;
            }
            (false, true) => (&mut only_a, &a[i], &mut i),
            (false, false) => (&mut only_b, &b[k], &mut k),
        };
        if one.0.replace(one.1.as_str()).is_some() {
            return None;
        }
        *one.2 += 1;
    }
    Some((only_a, only_b))
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
