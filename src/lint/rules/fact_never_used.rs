//! Facts that nobody ever asks for.

use crate::diagnostic::{Explanation, Severity, Span, short};
use crate::lint::asked::Asked;
use crate::lint::ways;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::{NameIx, Node, NodeIx, Say};

pub(super) const FACT_NEVER_USED: Rule = Rule {
    explanation: Explanation {
        code: "fact-never-used",
        severity: Severity::Warning,
        summary: "a fact is told or learned and never used",
        matters: "it looks as if listening for it mattered, and nothing comes of it",
        more: "No line uses it with knows, and no condition asks for it. Either something that was to rest on it is missing or misspelled, or \
               the fact can go: what is said is said without it.",
        bad: r#"Line(who: "sam", text: "My boy's asleep in there.", body: "A look over the shoulder.", tells: ["the-boy"]),"#,
        good: r#"Line(who: "sam", text: "My boy's asleep in there.", body: "A look over the shoulder.", tells: ["the-boy"]),
Choice(text: "Let's not wake him. Out here?", uses: [SeekPermission], knows: ["the-boy"], to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let scenario = checkup.scenario;
    let mut used = Asked::of(scenario).facts;
    scenario.talks().flat_map(|(_, n)| &n.choices).flat_map(|c| &c.knows).for_each(|f| used[f.index()] = true);
    let mut found = Vec::new();
    for (at, node) in scenario.talks() {
        each_taught(checkup, at, node, &mut |fact: NameIx, place: &dyn Fn() -> Span| {
            // each is told once
            if !std::mem::replace(&mut used[fact.index()], true) {
                let message = format!("nothing ever uses \"{}\"", short(&scenario.facts[fact.index()]));
                found.push(Finding::new(place(), message, "let a line use it with knows, or take it out"));
            }
        });
    }
    found
}

fn each_taught(checkup: &Checkup, at: NodeIx, node: &Node, look: &mut dyn FnMut(NameIx, &dyn Fn() -> Span)) {
    let written = checkup.written;
    for (slot, line) in node.says.iter().flat_map(Say::lines).chain(&node.closed).enumerate() {
        for fact in &line.tells {
            look(*fact, &|| written.line(at, slot).map_or(0..0, |tree| written.within(tree, &["tells"])));
        }
    }
    for (c, choice) in node.choices.iter().enumerate() {
        for (item, fact) in choice.learns.iter().enumerate() {
            look(*fact, &|| ways::listed(written, at, c, "learns", item));
        }
    }
}
