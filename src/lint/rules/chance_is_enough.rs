//! Somebody who does not read the lines does well.

use super::{places, rated};
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::model::Dimension;

/// What not reading may earn, on average over the four dimensions (scoring basis, 4.6).
const MOST_MEAN: f64 = 50.0;

pub(super) const CHANCE_IS_ENOUGH: Rule = Rule {
    explanation: Explanation {
        code: "chance-is-enough",
        severity: Severity::Warning,
        summary: "a simulated trainee who does not read the lines is rated above 50",
        matters: "the ratings of this scenario cannot tell skill from luck or a trick",
        more: "Four simulated trainees do not read: one says the longest line, one whatever stands at the top of the screen, one \
               anything, and one the strongest and the weakest in turn. The rating is made so that picking at random earns about \
               35; 50 on average over the four dimensions is as much as any of them should get. Mostly it is \
               length that gives them more, or turns where nearly all lines are equally good. Told where their conversations have \
               eight turns or more on average.",
        bad: r#"Choice(text: "You've been up since five, and nobody in this house has asked you once how it was.", uses: [SimpleReflection, Validation], to: "good"),
Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "Calm down.", uses: [CalmDown], to: "bad"),"#,
        good: r#"Choice(text: "Up since five, and nobody asked.", uses: [SimpleReflection, Validation], to: "good"),
Choice(text: "You should try earplugs, they work wonders for a light sleeper.", uses: [Advice], to: "bad"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),"#,
    },
    find,
};

/// A trainee, what an instructor would say of them, and what would find them out.
const TRICKS: [(&str, &str, &str); 4] = [
    ("longest", "always says the longest line", "make a weaker line the longest"),
    ("first", "says whatever stands at the top", "let fewer of the lines be as good as the best"),
    ("random", "says anything", "let fewer of the lines be as good as the best"),
    ("alternate", "says the strongest and the weakest line in turn", "let the weakest line cost more"),
];

fn find(checkup: &Checkup) -> Vec<Finding> {
    TRICKS.iter().filter_map(|(trainee, who, change)| enough(checkup, trainee, who, change)).collect()
}

fn enough(checkup: &Checkup, trainee: &str, who: &str, change: &str) -> Option<Finding> {
    let rated = rated::rated(checkup, trainee).filter(|r| r.mean.is_over(MOST_MEAN))?;
    let message = format!(
        "somebody who {who} would be rated {:.0} on average; {MOST_MEAN} is as much as not reading should earn",
        rated.mean.value
    );
    let nodes = rated::let_through(checkup, trainee, &Dimension::ALL);
    let fix = match nodes.as_slice() {
        [] => change.to_owned(),
        some => format!("{change}, first in {}", places::named(checkup, some)),
    };
    Some(Finding::new(places::of_all(checkup), message, fix))
}
