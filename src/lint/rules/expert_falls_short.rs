//! The strongest lines together do not make a good conversation.

use super::{places, rated};
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};

/// What the strongest line every time should earn on the weakest of the four dimensions (scoring basis, 4.6).
const LEAST: f64 = 80.0;

pub(super) const EXPERT_FALLS_SHORT: Rule = Rule {
    explanation: Explanation {
        code: "expert-falls-short",
        severity: Severity::Warning,
        summary: "the strongest line every time earns less than 80 on one dimension",
        matters: "even the best possible trainee is told that they are weak at something, so nobody can learn to do it right here",
        more: "A simulated expert says the strongest line each time, by the sum over the four dimensions. If that earns less than 80 of 100 \
               on one of them, the strong lines pay for it: they empathize and drop the limit, or hold it and do not \
               listen, while a weaker line beside them does better there. Give the strong line what the other one has. \
               Told where those conversations have eight turns or more on average.",
        bad: r#"Choice(text: "Up since five, and nobody asked. Take all the time you need.", uses: [SimpleReflection, Validation], to: "good"),
Choice(text: "It ends at eleven, or you go out. Which?", uses: [LimitChoice], to: "good"),
Choice(text: "Forget the rule.", uses: [Appease], to: "bad"),"#,
        good: r#"Choice(text: "Up since five. It ends at eleven; here or outside?", uses: [SimpleReflection, LimitChoice], to: "good"),
Choice(text: "It ends at eleven, that's the rule for everybody.", uses: [Jargon], to: "good"),
Choice(text: "Forget the rule.", uses: [Appease], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let Some(rated) = rated::rated(checkup, "expert").filter(|r| r.least.is_under(LEAST)) else { return Vec::new() };
    let weakest = rated::name(rated.weakest);
    let message = format!(
        "somebody who says the strongest line every time would be rated {:.0} on their weakest dimension, mostly {weakest}; it \
         should be {LEAST} or more",
        rated.least.value
    );
    let nodes = rated::held_back(checkup, "expert", &[rated.weakest]);
    let fix = match nodes.as_slice() {
        [] => "see that the strong lines do no harm of their own".to_owned(),
        some => format!(
            "a weaker line has more of {weakest} in {}: let the strong one have it too",
            places::named(checkup, some)
        ),
    };
    vec![Finding::new(places::of_all(checkup), message, fix)]
}
