//! A moment at which nothing right can be said.

use std::collections::BTreeMap;

use crate::diagnostic::{Explanation, Severity, short};
use crate::explore::lines::strongest;
use crate::lint::{Checkup, Finding, Rule};
use crate::model::State;
use crate::scenario::NodeIx;

/// Composite evidence, -8 to 8, at or under which a line is bad (our choice). A plain question is 0; a silence or a feeling
/// named at the wrong moment costs half a point, a plain answer to somebody who does not feel heard three quarters; what is wrong
/// by the book has -1 (parroting) or, mostly, -2 and less.
const BAD: f64 = -1.0;

pub(super) const EVERY_CHOICE_BAD: Rule = Rule {
    explanation: Explanation {
        code: "every-choice-bad",
        severity: Severity::Warning,
        summary: "a moment can be reached at which every line on offer makes it worse",
        matters: "a trainee who does badly there could not have done well, and learns that nothing helps",
        more: "The strongest line on offer has a composite evidence of -1 or less (0 is a plain question, -0.5 a silence at the wrong moment), in a state that \
               simulated trainees come to. Either all lines are weak ones, or the only good one is right for somebody calm and \
               wrong for somebody who comes here upset. Offer something small that is never wrong: a reflection in the \
               person's own words, a word about what happens next. The node where talk has to stop is left out: there, \
               distance is the answer.",
        bad: r#"Choice(text: "Calm down.", uses: [CalmDown], to: "bad"),
Choice(text: "Why didn't you say so at once?", uses: [WhyAccuse], to: "bad"),"#,
        good: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "Why didn't you say so at once?", uses: [WhyAccuse], to: "bad"),"#,
    },
    find,
};

/// The worst moment seen at a node.
struct Worst {
    evidence: f64,
    choice: usize,
    state: State,
    bad: usize,
    times: usize,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut nodes: BTreeMap<NodeIx, Worst> = BTreeMap::new();
    for turn in checkup.survey.turns().filter(|t| t.node != checkup.scenario.stop) {
        let Some(offered) = strongest(turn).map(|best| &turn.offered[best]) else { continue };
        let (evidence, choice) = (offered.evidence.composite(), offered.choice);
        let state = turn.people[offered.to_whom.index()].before;
        let new = Worst { evidence, choice, state, bad: 0, times: 0 };
        let worst = nodes.entry(turn.node).or_insert(new);
        (worst.bad, worst.times) = (worst.bad + usize::from(evidence <= BAD), worst.times + 1);
        if evidence < worst.evidence {
            (worst.evidence, worst.choice, worst.state) = (evidence, choice, state);
        }
    }
    nodes.into_iter().filter(|(_, w)| w.bad > 0).map(|(node, worst)| told(checkup, node, &worst)).collect()
}

fn told(checkup: &Checkup, node: NodeIx, worst: &Worst) -> Finding {
    let id = short(&checkup.scenario.place_at(node).id);
    let choice = checkup.scenario.node(node).map(|n| &n.choices[worst.choice]);
    let best = choice.map_or("", |c| short(if c.text.is_empty() { &c.deed } else { &c.text }));
    let State { arousal, trust, heard, .. } = worst.state;
    let when = if worst.bad == worst.times { "every line makes it worse" } else { "every line can make it worse" };
    let message = format!(
        "at \"{id}\" {when}: at arousal {arousal:.0}, trust {trust:.0} and heard {heard:.0} the best is \"{best}\" ({:.1})",
        worst.evidence
    );
    let fix = "offer one that is right for somebody in that state, or let such people come to another node";
    Finding::new(checkup.written.key(node), message, fix)
}
