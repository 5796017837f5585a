//! Long lines offered to somebody who is beside themselves.

use std::collections::BTreeSet;

use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};

/// At this arousal a person takes in little (scoring basis, rules R03 and 3).
const HIGH_AROUSAL: f64 = 70.0;
const MOST_WORDS: u32 = 25;

pub(super) const LINE_TOO_LONG: Rule = Rule {
    explanation: Explanation {
        code: "line-too-long",
        severity: Severity::Warning,
        summary: "a line over 25 words is offered to somebody at high arousal",
        matters: "somebody that upset takes in a sentence or two, so no officer would say it",
        more: "From an arousal of 70 people hear the tone and the first words. A long line there is no real choice: the \
               model marks it down and the trainee learns only that long is bad. Say the first half, and let the rest \
               be the next turn. Counted over what simulated trainees meet.",
        bad: r#"Choice(text: "I can hear how angry you are about all of this, and I want you to know that I'm going to listen to every single part of it before I say anything at all.",
    uses: [EmotionLabel], label: (Anger, 3), to: "the-step"),"#,
        good: r#"Choice(text: "You're furious. Tell me the worst of it.", uses: [EmotionLabel], label: (Anger, 3), to: "the-step"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut long = BTreeSet::new();
    for turn in checkup.survey.turns() {
        let Some(node) = checkup.scenario.node(turn.node) else { continue };
        for offered in turn.offered.iter() {
            let aroused = turn.people[offered.to_whom.index()].before.arousal >= HIGH_AROUSAL;
            if aroused && node.choices[offered.choice].words > MOST_WORDS {
                long.insert((turn.node, offered.choice));
            }
        }
    }
    long.into_iter().map(|(node, choice)| told(checkup, node, choice)).collect()
}

fn told(checkup: &Checkup, node: crate::scenario::NodeIx, choice: usize) -> Finding {
    let words = checkup.scenario.node(node).map_or(0, |n| n.choices[choice].words);
    let message =
        format!("this line has {words} words, and can be offered when their arousal is {HIGH_AROUSAL} or more");
    let fix = format!("say it in {MOST_WORDS} words or fewer, or offer it later");
    Finding::new(checkup.written.of_choice(node, choice, &["text"]), message, fix)
}
