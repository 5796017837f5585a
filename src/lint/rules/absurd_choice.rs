//! Lines that no officer would say, put there to be passed over.

use std::collections::BTreeMap;

use crate::diagnostic::{Explanation, Severity, short};
use crate::lint::{Checkup, Finding, Rule};
use crate::model::{Dimension, Technique};
use crate::scenario::{Choice, NodeIx};
use crate::session::{Offered, Turn};

/// One is allowed in a scenario (scoring basis, 4.6).
const ALLOWED: usize = 1;
/// Contempt: what a technique of severity 2 shows of regard at its lowest.
const CONTEMPT: f64 = -2.0;
const SEVERE: u8 = 2;
/// One such technique is what people say when they are tired; two in a line are a caricature. Our choice.
const PILED_UP: usize = 2;
/// So far below the weakest of the others a line is no temptation: half of what one technique of severity 2 costs. Our choice.
const FAR_BELOW: f64 = 3.0;
/// Trainees who read what they choose.
const READERS: [&str; 5] = ["expert", "textbook", "nicest", "firmest", "listener"];

pub(super) const ABSURD_CHOICE: Rule = Rule {
    explanation: Explanation {
        code: "absurd-choice",
        severity: Severity::Warning,
        summary: "another line that nobody would say",
        matters: "a line that rules itself out leaves one fewer to choose from, and teaches nothing",
        more: "A wrong line is worth reading when a decent, tired officer might say it: it is a habit that mostly works, or right \
               at another moment. A line counts as absurd when it piles up two of Threat, Judgment and Sarcasm, lies far below \
               everything else on offer wherever simulated trainees met it, and nobody who reads what they say ever chose it. \
               One in a scenario may be there to show the floor; from the second on they are told.",
        bad: r#"Choice(text: "You had a long night.", uses: [SimpleReflection], to: "good"),
Choice(text: "Who is in there with you?", uses: [ClosedQuestion], to: "bad"),
Choice(text: "Poor you. Open up or I kick it in.", uses: [Sarcasm, Threat], to: "bad"),
Choice(text: "Oh, great. You people never learn.", uses: [Judgment, Sarcasm], to: "bad"),"#,
        good: r#"Choice(text: "You had a long night.", uses: [SimpleReflection], to: "good"),
Choice(text: "Who is in there with you?", uses: [ClosedQuestion], to: "bad"),
Choice(text: "Poor you. Open up or I kick it in.", uses: [Sarcasm, Threat], to: "bad"),
Choice(text: "Open up, or you're going in the car.", uses: [Threat], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    // whether each was out of the question whenever it was met
    let mut met: BTreeMap<(NodeIx, usize), bool> = BTreeMap::new();
    for played in &checkup.survey.plays {
        let reader = READERS.contains(&played.trainee.name);
        for turn in &played.turns {
            for (choice, far) in contemptuous(checkup, turn) {
                let chosen = reader && turn.chosen().choice == choice;
                let so_far = met.entry((turn.node, choice)).or_insert(true);
                *so_far &= far && !chosen;
            }
        }
    }
    let absurd = met.into_iter().filter(|(_, always)| *always).skip(ALLOWED);
    absurd.map(|((at, choice), _)| told(checkup, at, choice)).collect()
}

/// The lines on offer that could be absurd, and whether each lies far below all that could not.
fn contemptuous(checkup: &Checkup, turn: &Turn) -> Vec<(usize, bool)> {
    let Some(node) = checkup.scenario.node(turn.node) else { return Vec::new() };
    let (low, others): (Vec<&Offered>, Vec<&Offered>) =
        turn.offered.iter().partition(|o| is_contemptuous(checkup, &node.choices[o.choice]));
    if low.is_empty() {
        return Vec::new();
    }
    let floor = others.iter().map(|o| o.evidence.composite()).reduce(f64::min);
    let far = |composite: f64| floor.is_some_and(|f| composite <= f - FAR_BELOW);
    low.into_iter().map(|o| (o.choice, far(o.evidence.composite()))).collect()
}

fn is_contemptuous(checkup: &Checkup, choice: &Choice) -> bool {
    let all = choice.techniques.iter().map(|t| checkup.model.techniques.get(*t));
    let contempt = |t: &&Technique| t.severity >= SEVERE && t.evidence[Dimension::Regard] <= CONTEMPT;
    all.filter(contempt).count() >= PILED_UP
}

fn told(checkup: &Checkup, at: NodeIx, choice: usize) -> Finding {
    let text = checkup.scenario.node(at).map_or("", |n| &n.choices[choice].text);
    let message = format!("\"{}\" is one more line that nobody would say", short(text));
    let fix = "write what a tired officer might say instead: a habit, or the right thing too early";
    Finding::new(checkup.written.of_choice(at, choice, &["text", "deed"]), message, fix)
}
