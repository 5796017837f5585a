//! What a scenario's author holds it to: playthroughs beside it in `NAME.plays.ron`, each with what it should come to.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ron::Options;
use ron::extensions::Extensions;
use serde::Deserialize;

use super::shelf::shelf;
use super::{library, limits::MOST_BYTES};
use crate::diagnostic::Lines;
use crate::model::Dimension;

/// The habits of talking that every shipped scenario has a playthrough of, in the order in which they are told.
pub const HABITS: [&str; 5] = ["Expert", "Nice", "Firm", "Careless", "Mixed"];

/// How the name of such a file ends.
pub const ENDING: &str = ".plays.ron";

/// One way through a scenario.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Play")]
pub struct Playthrough {
    /// Unique in its file.
    pub name: String,
    pub seed: u64,
    /// The id of an arrival; none for the first one, or where the scenario has none.
    #[serde(default)]
    pub arrives: Option<String>,
    /// Lines by their place in their node's file order, from 1.
    pub choices: Vec<usize>,
    /// Answers to the cue questions, from 1; 0 passes one over.
    #[serde(default)]
    pub cues: Vec<usize>,
    /// The id of the ending it should come to.
    pub ending: String,
    #[serde(default)]
    pub ratings: Bands,
}

/// Between what each final score should lie, both included, 0 to 100; nothing is asked of the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Bands {
    pub empathy: Option<(f64, f64)>,
    pub listening: Option<(f64, f64)>,
    pub boundaries: Option<(f64, f64)>,
    pub regard: Option<(f64, f64)>,
}

impl Bands {
    pub fn of(&self, dimension: Dimension) -> Option<(f64, f64)> {
        match dimension {
            Dimension::Empathy => self.empathy,
            Dimension::Listening => self.listening,
            Dimension::Boundaries => self.boundaries,
            Dimension::Regard => self.regard,
        }
    }
}

/// What keeps a file of playthroughs from being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The byte it is at.
    pub at: usize,
    /// Lower case, no full stop.
    pub message: String,
}

#[derive(Deserialize)]
#[serde(rename = "Plays")]
struct File(Vec<Playthrough>);

/// Reads the text of such a file.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn read(text: &str) -> Result<Vec<Playthrough>, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault { at: 0, message: format!("the file is larger than {MOST_BYTES} bytes") });
    }
    let options = Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let File(plays) = options.from_str(text).map_err(|error| Fault {
        at: byte_at(text, error.span.start.line, error.span.start.col),
        message: small(&error.code.to_string()),
    })?;
    match fault_of(&plays) {
        Some((name, message)) => Err(Fault { at: place_of(text, name), message }),
        None => Ok(plays),
    }
}

/// A sentence of the reader's, as the others begin.
fn small(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
}

/// Where a playthrough's name is written.
pub fn place_of(text: &str, name: &str) -> usize {
    text.find(&format!("\"{name}\"")).unwrap_or(0)
}

fn fault_of(plays: &[Playthrough]) -> Option<(&str, String)> {
    let mut names = BTreeSet::new();
    plays.iter().find_map(|play| {
        let name = play.name.as_str();
        if !names.insert(name) {
            return Some((name, format!("two playthroughs are called \"{name}\"; give each its own name")));
        }
        let odd = Dimension::ALL.into_iter().find_map(|d| play.ratings.of(d).filter(|band| !is_band(*band)))?;
        Some((
            name,
            format!("\"{name}\" has a band of ({}, {}); write the lower end first, both 0 to 100", odd.0, odd.1),
        ))
    })
}

fn is_band((low, high): (f64, f64)) -> bool {
    (0.0..=100.0).contains(&low) && (low..=100.0).contains(&high)
}

/// Lines and columns count from 1, columns in characters.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let lines = Lines::of(text);
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let mut candidates = starts.filter(|start| lines.position(*start).line == line);
    let Some(start) = candidates.next() else { return 0 };
    text[start..].char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at)
}

/// The file of playthroughs beside a scenario's own.
pub fn beside(scenario: &Path) -> PathBuf {
    scenario.with_extension("plays.ron")
}

/// Whether a file's name is that of such a file.
pub fn is_of_plays(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(ENDING))
}

/// The text that stands beside the scenario of this name, as [`library::load`] finds it; none where there is no such file.
pub fn text_beside(name: &str, user: Option<&Path>) -> Option<String> {
    match library::file_of(name, user) {
        Some(path) => library::read_file(&beside(&path)).ok().map(|contents| contents.text),
        None => shelf().into_iter().find(|s| s.id == name)?.plays.map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> String {
        match read(text) {
            Ok(plays) => format!("{} plays", plays.len()),
            Err(Fault { at, message }) => format!("{}: {message}", &text[at..][..5]),
        }
    }

    const ONE: &str = r#"Play(name: "Firm", seed: 1, choices: [1], ending: "out", ratings: (regard: (8, 14.5)))"#;

    #[test]
    fn what_may_be_left_out_is_nothing() {
        let plays = read(&format!("Plays([{ONE}])")).expect("it reads");
        assert_eq!((plays[0].arrives.as_deref(), plays[0].cues.len()), (None, 0));
        assert_eq!(Dimension::ALL.map(|d| plays[0].ratings.of(d)), [None, None, None, Some((8.0, 14.5))]);
        let arriving = ONE.replace("seed", "arrives: \"kept\", seed");
        assert_eq!(read(&format!("Plays([{arriving}])")).expect("it reads")[0].arrives.as_deref(), Some("kept"));
    }

    #[test]
    fn a_fault_is_told_at_its_place() {
        assert_eq!(
            check(&format!("Plays([{ONE}, {ONE}])")),
            "\"Firm: two playthroughs are called \"Firm\"; give each its own name"
        );
        let odd = ONE.replace("(8, 14.5)", "(14, 8)");
        assert_eq!(
            check(&format!("Plays([{odd}])")),
            "\"Firm: \"Firm\" has a band of (14, 8); write the lower end first, both 0 to 100"
        );
        let misspelled = check(&format!("Plays([\n{}])", ONE.replace("choices", "choice")));
        assert!(misspelled.contains("`choice`"), "{misspelled}");
    }

    #[test]
    fn a_line_and_a_column_make_a_byte() {
        assert_eq!(byte_at("é\nab", 2, 2), 4);
        assert_eq!(byte_at("é\nab", 9, 1), 0);
    }
}
