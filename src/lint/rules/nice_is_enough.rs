//! Somebody who only ever does one thing well passes.

use super::{places, rated};
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};

/// What one habit may earn on the weakest of the four dimensions (scoring basis, 4.6).
const MOST_LEAST: f64 = 70.0;

pub(super) const NICE_IS_ENOUGH: Rule = Rule {
    explanation: Explanation {
        code: "nice-is-enough",
        severity: Severity::Warning,
        summary: "a simulated trainee who only ever does one thing passes on all four dimensions",
        matters: "a trainee can pass with one habit and without reading the person",
        more: "Four simulated trainees each have one habit: the warmest line, the firmest, the one that listens most, and \
               the one that is best by the book whatever the moment. Each of them should be found out on at least one dimension: \
               rated 70 of 100 at most on their weakest, on average over 24 conversations. What finds them out are lines that \
               are right in kind and wrong here: a warm line that lets a limit go, a deep reflection to a stranger at \
               high arousal, silence when somebody has asked. Told where their conversations have eight turns or more on average; \
               over fewer a rating spreads too far to be held to this.",
        bad: r#"Choice(text: "Up since five, and nobody asked. I can see why, and it has to end at eleven.", uses: [SimpleReflection, LimitReason], to: "good"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),
Choice(text: "Whatever.", uses: [Dismiss, Threat], to: "bad"),"#,
        good: r#"Choice(text: "Up since five. It has to end at eleven, and I can tell you why.", uses: [SimpleReflection, LimitReason], to: "good"),
Choice(text: "Mm. You must be so afraid, and anybody would be.", uses: [EmotionLabel, Validation, MinimalEncourager], label: (Fear, 3), to: "bad"),
Choice(text: "It ends at eleven, or you go out. Which?", uses: [LimitChoice], to: "bad"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),"#,
    },
    find,
};

/// A trainee, what an instructor would say of them, and what would find them out.
const HABITS: [(&str, &str, &str); 4] = [
    (
        "nicest",
        "only ever says the warmest line",
        "a line that is warm and lets a limit go, or is warm about the wrong feeling",
    ),
    ("firmest", "only ever holds the line", "a line that is firm and leaves the person unheard"),
    ("listener", "only ever listens", "a line that gives back what was said where they need an answer or a limit"),
    ("textbook", "goes by the book and never looks up", "a line that is right by the book and wrong at this moment"),
];

fn find(checkup: &Checkup) -> Vec<Finding> {
    HABITS.iter().filter_map(|(trainee, who, trap)| enough(checkup, trainee, who, trap)).collect()
}

fn enough(checkup: &Checkup, trainee: &str, who: &str, trap: &str) -> Option<Finding> {
    let rated = rated::rated(checkup, trainee).filter(|r| r.least.is_over(MOST_LEAST))?;
    let message = format!(
        "somebody who {who} would be rated {:.0} on their weakest dimension, mostly {}; {MOST_LEAST} is as much as that should earn",
        rated.least.value,
        rated::name(rated.weakest)
    );
    let nodes = rated::let_through(checkup, trainee, &[rated.weakest]);
    let fix = match nodes.as_slice() {
        [] => format!("offer {trap}"),
        some => format!("what they say is as good as the best in {}: offer there {trap}", places::named(checkup, some)),
    };
    Some(Finding::new(places::of_all(checkup), message, fix))
}
