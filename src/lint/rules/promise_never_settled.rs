//! Promises that nothing ever comes of.

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::asked::Asked;
use crate::lint::{Checkup, Finding, Rule};

pub(super) const PROMISE_NEVER_SETTLED: Rule = Rule {
    explanation: Explanation {
        code: "promise-never-settled",
        severity: Severity::Warning,
        summary: "a promise is made and never comes up again",
        matters: "a trainee learns that promising costs nothing",
        more: "Nothing keeps it, breaks it or asks for it, and nobody answers to the line that makes it. Let the person come back to it \
               (Promised), let a later line keep or break it, or take the promise out. Promises made in the last line of a \
               conversation are not meant: they come due after it.",
        bad: r#"Choice(text: "I'll talk to your landlord.", uses: [FalsePromise], promises: "landlord", to: "hall"),
"hall": Node(says: [Line(who: "sam", text: "Come in, then.", body: "The chain comes off.")], choices: [
    Choice(text: "After you.", uses: [SeekPermission], to: "good"),
    Choice(text: "In there.", uses: [Command], to: "bad"),
]),"#,
        good: r#"Choice(text: "I'll talk to your landlord.", uses: [FalsePromise], promises: "landlord", to: "hall"),
"hall": Node(says: [FirstThatFits([
    (when: Promised("landlord"), say: Line(who: "sam", text: "You talk to him, you said.", body: "The chain comes off.")),
    (say: Line(who: "sam", text: "Come in, then.", body: "The chain comes off.")),
])], choices: [
    Choice(text: "After you.", uses: [SeekPermission], to: "good"),
    Choice(text: "In there.", uses: [Command], to: "bad"),
]),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let scenario = checkup.scenario;
    let asked = Asked::of(scenario);
    let mut first = vec![None; scenario.promises.len()];
    let mut settled = asked.promises.clone();
    for (at, node) in scenario.talks() {
        for (c, choice) in node.choices.iter().enumerate() {
            choice.keeps.iter().chain(&choice.breaks).for_each(|p| settled[p.index()] = true);
            let Some(promise) = choice.promises else { continue };
            let last_word = choice.to.targets().iter().all(|to| scenario.node(*to).is_none());
            settled[promise.index()] |= last_word || asked.chose(at, c);
            first[promise.index()].get_or_insert((at, c));
        }
    }
    let open = first.iter().zip(settled).enumerate().filter(|(_, (_, settled))| !settled);
    let tell = |(p, (first, _)): (usize, (&Option<(_, usize)>, bool))| {
        let (at, c) = (*first)?;
        let message = format!("\"{}\" is promised, and never comes up again", short(&scenario.promises[p]));
        let place = checkup.written.of_choice(at, c, &["promises"]);
        Some(Finding::new(place, message, "let somebody come back to it with Promised, or keep or break it"))
    };
    open.filter_map(tell).collect()
}
