//! Kind words give away how good a line is.

use super::giveaway::giveaway;
use super::places;
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::Choice;

/// Of the scoring basis, 4.6, with the forms they take.
const NICE: [&str; 16] = [
    "sorry",
    "understand",
    "understands",
    "understood",
    "understanding",
    "hear",
    "hears",
    "heard",
    "hearing",
    "feel",
    "feels",
    "felt",
    "feeling",
    "feelings",
    "thank",
    "thanks",
];
/// Fewer lines with one of them teach nothing.
const LEAST_LINES: usize = 3;

pub(super) const NICE_WORDS_PREDICT: Rule = Rule {
    explanation: Explanation {
        code: "nice-words-predict",
        severity: Severity::Warning,
        summary: "over the conversation, words like \"sorry\" or \"understand\" go with how strong a line is",
        matters: "a trainee who has noticed looks for the kind word, and says it to people it does not help",
        more: "\"Sorry\", \"understand\", \"hear\", \"feel\" and \"thank\" sound like empathy, and a line can hold one and step over \
               what somebody just said. If they stand in the strong lines only, the word is what is learned. Counted \
               like length-predicts: the rank correlation between having such a word and the evidence, within turns, \
               should stay within 0.20 either way, and is told where it is also more than chance would give in one \
               scenario out of ten, from five turns and three such lines on. Say a strong line without the word, and put one into a weak line: \"I hear \
               you, but\" is a real thing that officers say.",
        bad: r#"Choice(text: "I hear you. Since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "They say it was loud in here.", uses: [Inform], to: "bad"),
Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),"#,
        good: r#"Choice(text: "I hear you. Since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "They say it was loud in here.", uses: [Inform], to: "bad"),
Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "I understand, but calm down, will you?", uses: [CalmDown], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let nodes = checkup.scenario.talks();
    let nice = nodes.flat_map(|(_, n)| &n.choices).filter(|c| is_nice(c)).take(LEAST_LINES).count();
    if nice < LEAST_LINES {
        return Vec::new();
    }
    let has_one = |choice: &Choice| Some(f64::from(u8::from(is_nice(choice))));
    let Some(found) = giveaway(checkup, has_one) else { return Vec::new() };
    let (what, fix) = match found.value > 0.0 {
        true => ("strong", "say a strong line without it, or put one into a weak line, in"),
        false => ("weak", "take it out of a weak line, or put one into a strong line, in"),
    };
    let message = format!(
        "words like \"sorry\", \"understand\" or \"thank\" mark the {what} lines ({:+.2} over {} lines, {:.2} is as much as may be)",
        found.value, found.lines, found.most
    );
    let fix = format!("{fix} {}", places::named(checkup, &found.nodes));
    vec![Finding::new(places::of_all(checkup), message, fix)]
}

/// Looks at bytes, so that the hundred thousand lines of a large file take a few milliseconds.
fn is_nice(choice: &Choice) -> bool {
    let may_be = |word: &[u8]| word.len() >= 4 && b"sufhtSUFHT".contains(&word[0]);
    let nice = |word: &[u8]| may_be(word) && NICE.iter().any(|nice| word.eq_ignore_ascii_case(nice.as_bytes()));
    choice.text.as_bytes().split(|b| !b.is_ascii_alphabetic()).any(nice)
}
