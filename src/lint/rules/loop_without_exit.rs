//! Circles that only a gate leads out of.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::roads;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::{NodeIx, Scenario};

pub(super) const LOOP_WITHOUT_EXIT: Rule = Rule {
    explanation: Explanation {
        code: "loop-without-exit",
        severity: Severity::Warning,
        summary: "only gates lead out of a circle",
        matters: "a trainee for whom the gate stays shut goes around for ever",
        more: "From these nodes every road that is always open leads back to them. The ways out ask for something that can be lost for good: \
               a level of trust, a feeling, or that something has not happened. Facts, promises and places visited are not \
               counted: they can be earned by trying. Somebody at arousal 95 or about to leave gets out by the engine's \
               watch, and nobody should have to.",
        bad: r#"Choice(text: "Let's go over it once more.", uses: [OpenQuestion], to: "door"),
Choice(text: "Tell me from the start.", uses: [VoiceInvite], to: "door"),
Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(33)), to: "good"),"#,
        good: r#"Choice(text: "Let's go over it once more.", uses: [OpenQuestion], to: "door"),
Choice(text: "I'll come back tomorrow.", uses: [ThankClose], to: "bad"),
Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(33)), to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let (scenario, reach) = (checkup.scenario, &checkup.reach);
    let ends = roads::sure_to_end(scenario, reach);
    let stuck = |at: NodeIx| reach.can_be_met(at) && !ends[at.index()];
    let mut circles = Circles::of(scenario, &stuck);
    let mut told = vec![false; scenario.nodes.len()];
    let mut found = Vec::new();
    for (at, node) in scenario.talks().filter(|(at, _)| stuck(*at)) {
        let leads_out = node.choices.iter().flat_map(|c| c.to.targets()).any(|to| ends[to.index()]);
        let circle = circles.root(at.index());
        if leads_out && !std::mem::replace(&mut told[circle], true) {
            let message = format!("from \"{}\" every road that is always open leads around", scenario.place_at(at).id);
            let fix = "add a choice without a gate that leads on, perhaps to a poor ending";
            found.push(Finding::new(checkup.written.key(at), message, fix));
        }
    }
    found
}

/// Which nodes hang together: each points to another of its circle, and one to itself.
struct Circles(Vec<usize>);

impl Circles {
    fn of(scenario: &Scenario, stuck: &dyn Fn(NodeIx) -> bool) -> Self {
        let mut circles = Self((0..scenario.nodes.len()).collect());
        for (at, node) in scenario.talks().filter(|(at, _)| stuck(*at)) {
            for to in node.choices.iter().flat_map(|c| c.to.targets()).filter(|to| stuck(*to)) {
                let (a, b) = (circles.root(at.index()), circles.root(to.index()));
                circles.0[a.max(b)] = a.min(b);
            }
        }
        circles
    }

    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }
}
