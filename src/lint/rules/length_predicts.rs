//! Length gives away how good a line is.

use super::giveaway::{giveaway, words_shown};
use super::places;
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::Choice;

pub(super) const LENGTH_PREDICTS: Rule = Rule {
    explanation: Explanation {
        code: "length-predicts",
        severity: Severity::Warning,
        summary: "over the conversation, the number of words goes with how strong a line is",
        matters: "a trainee who has noticed is rated for counting words, not for reading the person",
        more: "All lines are put in the order of their words within their turn, and in the order of their evidence, and the \
               two orders are compared (Spearman's rank correlation: 1 where the longer is always the stronger, -1 where \
               it is always the weaker, 0 where the one says nothing about the other). It should stay within 0.20 either \
               way. Few lines give larger values by chance alone, so it is told only where it is also more than chance \
               would give in one scenario out of ten: with four lines a turn that is 0.39 at six turns, 0.30 at ten, and 0.20 from \
               23 on. Of fewer than five turns nothing is told. What is done counts by the words that tell it; a bare silence is left out. Shorten strong lines, let weak ones talk, and now and then \
               the other way round.",
        bad: r#"Choice(text: "You've been up since five, and nobody has asked you once.", uses: [SimpleReflection], to: "good"),
Choice(text: "Well, they do say it was quite loud.", uses: [Inform], to: "bad"),
Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "Calm down.", uses: [CalmDown], to: "bad"),"#,
        good: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "They say it was quite loud.", uses: [Inform], to: "bad"),
Choice(text: "You should try earplugs, they work wonders.", uses: [Advice], to: "bad"),
Choice(text: "Just calm down, will you?", uses: [CalmDown], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let words = |choice: &Choice| Some(words_shown(choice)).filter(|words| *words > 0.0);
    let Some(found) = giveaway(checkup, words) else { return Vec::new() };
    let (longer, other) = if found.value > 0.0 { ("longer", "shorter") } else { ("shorter", "longer") };
    let message = format!(
        "whoever picks the {longer} line does well here: length and strength go together ({:+.2} over {} lines)",
        found.value, found.lines
    );
    let fix = format!(
        "make strong lines {other} or weak ones {longer}, until it is within {:.2}; begin with {}",
        found.most,
        places::named(checkup, &found.nodes)
    );
    vec![Finding::new(places::of_all(checkup), message, fix)]
}
