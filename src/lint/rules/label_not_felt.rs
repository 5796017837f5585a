//! Labels for feelings that are nowhere to be seen.

use crate::diagnostic::{Explanation, Severity};
use crate::explore::reach::Met;
use crate::lint::{Checkup, Finding, Rule};
use crate::model::{Emotion, Feeling, TechniqueIx};
use crate::scenario::{Choice, PersonIx, Scenario};

pub(super) const LABEL_NOT_FELT: Rule = Rule {
    explanation: Explanation {
        code: "label-not-felt",
        severity: Severity::Warning,
        summary: "a line names a feeling that nobody here ever has",
        matters: "no trainee who looks would name it, so naming feelings is trained as a mistake",
        more: "A wrong label makes a good trap where the feeling is near: somebody else has it, or the person had it a moment ago, or a right label \
               stands beside it. This one is none of these: nobody in the whole scenario ever feels it, and no other label offered here can \
               be right. Most often the feeling is missing in feels, or another name was meant.",
        bad: r#"Choice(text: "You're disgusted.", uses: [EmotionLabel], label: (Disgust, 2), to: "good"),"#,
        good: r#"Choice(text: "You're furious.", uses: [EmotionLabel], label: (Anger, 2), to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let felt = felt(checkup.scenario);
    let naming = ["emotion_label", "complex_reflection"].map(|id| checkup.model.techniques.find(id));
    let mut found = Vec::new();
    for (at, node) in checkup.scenario.talks() {
        let Some(met) = checkup.reach.met(at) else { continue };
        let labels = || node.choices.iter().enumerate().filter_map(|(c, choice)| Some((c, label(choice, &naming)?)));
        if labels().any(|(c, label)| may_be_right(met, c, label.0)) {
            continue;
        }
        for (c, (emotion, _)) in labels().filter(|(_, label)| !felt[label.0 as usize]) {
            let message = format!("\"{emotion:?}\" is named here, and nobody in the scenario ever feels it");
            let fix = "name what they feel, or write in feels of the node that they feel it";
            found.push(Finding::new(checkup.written.of_choice(at, c, &["label"]), message, fix));
        }
    }
    found
}

/// The label, where the line names a feeling at all.
fn label(choice: &Choice, naming: &[Option<TechniqueIx>]) -> Option<Feeling> {
    choice.label.filter(|_| choice.techniques.iter().any(|t| naming.contains(&Some(*t))))
}

fn may_be_right(met: &Met, choice: usize, emotion: Emotion) -> bool {
    let to_whom = met.choices[choice].to_whom;
    let mut people = met.people.iter().zip(0..).filter(|(_, p)| to_whom.contains(PersonIx(*p)));
    people.any(|(person, _)| person.may_feel(emotion))
}

/// By emotion, whether anybody ever feels it.
fn felt(scenario: &Scenario) -> [bool; Emotion::ALL.len()] {
    let mut felt = [false; Emotion::ALL.len()];
    scenario.people.iter().for_each(|p| felt[p.feels.0 as usize] = true);
    scenario.talks().flat_map(|(_, n)| &n.feels).for_each(|(_, emotion, _)| felt[*emotion as usize] = true);
    felt
}
