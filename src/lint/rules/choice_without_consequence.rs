//! Choices between which nothing differs but the words.

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::asked::Asked;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::Choice;

pub(super) const CHOICE_WITHOUT_CONSEQUENCE: Rule = Rule {
    explanation: Explanation {
        code: "choice-without-consequence",
        severity: Severity::Warning,
        summary: "two choices of a node come to the same",
        matters: "whichever of the two a trainee picks, nothing comes of it",
        more: "Both use the same techniques, say the same to the same person, lead to the same place, teach and promise the same, and no \
               condition asks which of them was chosen. Then the model cannot tell them apart, and neither can the trainee. Give one \
               another technique or road, or have somebody answer to it with Chose. A thing done and a thing said are not compared.",
        bad: r#"Choice(text: "You've had a long night.", uses: [SimpleReflection], to: "good"),
Choice(text: "All night you've been up.", uses: [SimpleReflection], to: "good"),"#,
        good: r#"Choice(text: "You've had a long night.", uses: [SimpleReflection], to: "good"),
Choice(text: "What kept you up?", uses: [OpenQuestion], to: "good"),"#,
    },
    find,
};

/// Over this many words a line counts as long (rule R03).
const LONG: u32 = 25;

fn find(checkup: &Checkup) -> Vec<Finding> {
    let asked = Asked::of(checkup.scenario);
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        for (c, choice) in node.choices.iter().enumerate() {
            let same = node.choices[..c].iter().enumerate().find(|(_, other)| same(other, choice));
            let Some((other, first)) = same else { continue };
            if asked.chose(at, c) || asked.chose(at, other) {
                continue;
            }
            let message = format!("\"{}\" and \"{}\" come to the same", words(first), words(choice));
            let fix = "give one of them another technique or another road, or take it out";
            found.push(Finding::new(checkup.written.of_choice(at, c, &["text", "deed", "silence"]), message, fix));
        }
    }
    found
}

fn words(choice: &Choice) -> &str {
    if choice.text.is_empty() { short(&choice.deed) } else { short(&choice.text) }
}

fn same(a: &Choice, b: &Choice) -> bool {
    let model = a.techniques == b.techniques && a.label == b.label && a.need == b.need && a.to_whom == b.to_whom;
    let touches = a.touches == b.touches && a.touched_techniques == b.touched_techniques;
    let promises = a.promises == b.promises && a.keeps == b.keeps && a.breaks == b.breaks;
    let long = (a.words > LONG) == (b.words > LONG);
    // to do a thing and to say it are not the same, whatever the model makes of it
    let spoken = a.text.is_empty() == b.text.is_empty();
    model && touches && promises && long && spoken && a.learns == b.learns && a.to == b.to
}
