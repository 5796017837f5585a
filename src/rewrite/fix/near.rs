//! A name or a word that is one letter off, where only one can have been meant.

use super::places::each;
use super::{Case, Edit};
use crate::model::Model;
use crate::scenario::grammar::Vocabulary;
use crate::scenario::resolve::{CONDITIONS, RECORDS};
use crate::scenario::text::{Shape, Tree};

/// In shorter words one letter is too much of the whole.
const FEWEST_LETTERS: usize = 4;

/// Replaces it where `check` made a guess, the guess is one letter off, and no other word is.
pub fn misspelled(case: &Case) -> Option<Vec<Edit>> {
    let meant = case.problem.fix.strip_prefix("did you mean \"")?.strip_suffix("\"?")?;
    let start = case.problem.span.start;
    let (from, word) = word_at(case.text, start)?;
    let tree = case.reading.tree.as_ref()?;
    let near: Vec<&str> = candidates(case, tree).into_iter().filter(|k| is_near(word, k)).collect();
    let unique = near.contains(&meant) && near.iter().all(|k| *k == meant);
    (unique && meant.chars().count() >= FEWEST_LETTERS).then(|| vec![Edit::replace(from..from + word.len(), meant)])
}

/// One letter more, less, other or swapped; capitals do not count. Numbers in names are told apart.
fn is_near(word: &str, known: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    word.len().abs_diff(known.len()) <= 4
        && digits(word) == digits(known)
        && strsim::damerau_levenshtein(&word.to_lowercase(), &known.to_lowercase()) <= 1
}

/// The name at a byte, without its quotes.
fn word_at(text: &str, start: usize) -> Option<(usize, &str)> {
    let rest = text.get(start..)?;
    let (from, inside) = rest.strip_prefix('"').map_or((start, rest), |inside| (start + 1, inside));
    let end = inside.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(inside.len());
    let closed = from == start || inside[end..].starts_with('"');
    (end > 0 && end <= 60 && closed).then(|| (from, &inside[..end]))
}

/// Everything that could have been meant.
fn candidates<'a>(case: &Case<'a>, tree: &'a Tree) -> Vec<&'a str> {
    let text = case.text;
    match case.problem.code {
        "unknown-node" => keys(text, tree, "nodes"),
        "unknown-person" => keys(text, tree, "people"),
        "unknown-field" => RECORDS.iter().flat_map(|(_, fields)| fields.iter().copied()).collect(),
        "unknown-technique" => techniques(),
        "unknown-fact" => named(text, tree, &["tells", "learns"]),
        "unknown-promise" => named(text, tree, &["promises"]),
        "unknown-condition" => CONDITIONS.to_vec(),
        _ => Vocabulary::ALL.iter().flat_map(|v| v.words().iter().copied()).collect(),
    }
}

fn keys<'a>(text: &'a str, tree: &Tree, field: &str) -> Vec<&'a str> {
    let items = tree.field(text, field).map_or(&[][..], |t| &t.items);
    items.iter().filter_map(|i| i.key.clone()).map(|k| text[k].trim_matches('"')).collect()
}

fn techniques() -> Vec<&'static str> {
    static NAMES: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    let all = || Model::shipped().techniques.iter().map(|(_, t)| t.camel_case()).collect();
    NAMES.get_or_init(all).iter().map(String::as_str).collect()
}

/// The texts in these fields.
fn named<'a>(text: &'a str, tree: &Tree, fields: &[&str]) -> Vec<&'a str> {
    let mut names = Vec::new();
    each(text, tree, &mut |key, value| {
        let leaves = [value].into_iter().chain(value.items.iter().map(|i| &i.value));
        if fields.contains(&key) {
            names.extend(leaves.filter(|t| t.shape == Shape::Leaf).map(|t| text[t.span.clone()].trim_matches('"')));
        }
    });
    names
}
