//! Facts that are asked for before anybody can know them.

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::ways;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::NameIx;

pub(super) const FACT_BEFORE_KNOWN: Rule = Rule {
    explanation: Explanation {
        code: "fact-before-known",
        severity: Severity::Warning,
        summary: "a fact is asked for where nobody can know it yet",
        matters: "what rests on it is never seen here",
        more: "On no road to this place has any line told it or taught it. Move what asks for it to after the telling, or tell it earlier. Asking that \
               a fact is not known is no fault.",
        bad: r#"Choice(text: "Let's not wake him. Out here?", uses: [SeekPermission], knows: ["the-boy"], to: "good"),
Choice(text: "Who's with you?", uses: [OpenQuestion], learns: ["the-boy"], to: "good"),
Choice(text: "Open up.", uses: [Command], to: "bad"),"#,
        good: r#"Line(who: "sam", text: "My boy's asleep in there.", body: "A look over the shoulder.", tells: ["the-boy"]),
Choice(text: "Let's not wake him. Out here?", uses: [SeekPermission], knows: ["the-boy"], to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut found = Vec::new();
    let tell = |place, fact: NameIx| {
        let name = short(&checkup.scenario.facts[fact.index()]);
        let message = format!("nobody can know \"{name}\" here yet");
        Finding::new(place, message, "tell it on the way here, or ask for it later")
    };
    for (at, node) in checkup.scenario.talks() {
        let Some(met) = checkup.reach.met(at) else { continue };
        for (stands, fact) in &met.unknown {
            found.push(tell(ways::condition(checkup.written, *stands), *fact));
        }
        for (c, (choice, offer)) in node.choices.iter().zip(&met.choices).enumerate() {
            for item in &offer.unknown {
                found.push(tell(ways::listed(checkup.written, at, c, "knows", *item), choice.knows[*item]));
            }
        }
    }
    found
}
