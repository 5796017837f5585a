//! Words that make a person into one thing: `assets/words/labels.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

use super::words::Lexicon;

/// A word, or several that are told alike.
#[derive(Debug, Deserialize)]
pub struct Label {
    pub words: Vec<String>,
    pub kind: LabelKind,
    /// What the word does, as a clause.
    pub why: String,
    /// What to write for it; empty where there is no place for any such word.
    pub instead: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum LabelKind {
    /// Told whoever says it.
    Slur,
    /// Told where the officer or the narrator says it.
    Label,
}

/// All of them, and where to look them up.
pub struct Labels {
    pub all: Vec<Label>,
    pub lexicon: Lexicon,
}

/// Those that ship.
pub static LABELS: LazyLock<Labels> = LazyLock::new(|| {
    let all: Vec<Label> = ron::from_str(SHIPPED).expect("the embedded labels parse");
    let lexicon = Lexicon::new(all.iter().enumerate().flat_map(|(i, l)| l.words.iter().map(move |w| (w.as_str(), i))));
    Labels { all, lexicon }
});

const SHIPPED: &str = include_str!("../../assets/words/labels.ron");

#[cfg(test)]
mod tests {
    use super::{LABELS, LabelKind};

    #[test]
    fn each_label_says_why_and_what_to_write_instead() {
        assert!(LABELS.all.len() > 10);
        for label in &LABELS.all {
            assert!(!label.why.is_empty(), "{:?}", label.words);
            assert_eq!(label.instead.is_empty(), label.kind == LabelKind::Slur, "{:?}", label.words);
            assert!(label.words.iter().all(|w| *w == w.to_lowercase() && LABELS.lexicon.find(w).len() == 1));
        }
    }
}
