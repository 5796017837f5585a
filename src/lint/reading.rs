//! The school year by which what is said here can be read.

use super::words::{lower, words};
use crate::scenario::Scenario;

/// The US school year of a text, by the formula of Kincaid, Fishburne, Rogers and Chissom (1975): 0.39 times the words of a
/// sentence, plus 11.8 times the syllables of a word, minus 15.59. Short lines go below 0. None where there is no word.
pub fn grade(text: &str) -> Option<f64> {
    let syllables: Vec<usize> = words(text).map(|(_, word)| syllables(word)).collect();
    let count = syllables.len() as f64;
    let sentences = sentences(text).max(1) as f64;
    let all: usize = syllables.iter().sum();
    (count > 0.0).then(|| 0.39 * count / sentences + 11.8 * all as f64 / count - 15.59)
}

/// The middle one of the grades of all that is said in a scenario, on either side; none where nothing is.
pub fn median_grade(scenario: &Scenario) -> Option<f64> {
    let said = scenario.talks().flat_map(|(_, node)| {
        let theirs = node.says.iter().flat_map(|say| say.lines()).chain(&node.closed).map(|line| line.text.as_str());
        theirs.chain(node.choices.iter().map(|choice| choice.text.as_str()))
    });
    let mut grades: Vec<f64> = said.filter_map(grade).collect();
    grades.sort_by(f64::total_cmp);
    let (low, high) = (grades.get(grades.len().checked_sub(1)? / 2)?, grades.get(grades.len() / 2)?);
    Some((low + high) / 2.0)
}

fn sentences(text: &str) -> usize {
    let ends = text.split(['.', '!', '?', '…']);
    ends.filter(|part| part.chars().any(char::is_alphanumeric)).count()
}

/// Runs of vowels, without an e that is not heard at the end; at least one. A rule of thumb: dictionaries differ from it in
/// about one word of ten.
fn syllables(word: &str) -> usize {
    let word = lower(word);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut runs = 0;
    let mut before = false;
    for c in word.chars() {
        runs += usize::from(vowel(c) && !before);
        before = vowel(c);
    }
    let unheard = word.ends_with('e') && !word.ends_with("le") && !word.ends_with("ee");
    (runs - usize::from(unheard && runs > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_by_ear() {
        let counted = ["the", "licensing", "coffee", "table", "made", "you", "I'm", "officer", "12"].map(syllables);
        assert_eq!(counted, [1, 3, 2, 2, 1, 1, 1, 3, 1]);
    }

    #[test]
    fn the_grade_is_that_of_the_formula() {
        // six words of one syllable: 0.39 x 6 + 11.8 - 15.59
        let short = grade("The cat sat on the mat.").expect("words");
        assert!((short + 1.45).abs() < 1e-9, "{short}");
        let two = grade("The cat sat. On the mat!").expect("words");
        assert!((two + 2.62).abs() < 1e-9, "{two}");
        assert_eq!(grade(" … "), None);
        assert!(grade("Licensing regulations necessitate documentation.") > Some(15.0));
    }
}
