//! Playthroughs beside a scenario that cannot be read, or no longer come to what their author wrote down.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Explanation, Severity};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::scenario::plays;
use crate::session::replay::proof::differences;

const UNREADABLE: Explanation = Explanation {
    code: "plays-unreadable",
    severity: Severity::Warning,
    summary: "the file of playthroughs beside the scenario cannot be read",
    matters: "nobody notices when a change makes a conversation end otherwise",
    more: "Beside NAME.ron may lie NAME.plays.ron, with Plays([Play(name: \"Expert\", seed: 1, choices: [2, 1], cues: [1], ending: \
           \"an-id\", ratings: (empathy: (82, 92)))]) in it. Choices are numbers of lines in their node's file order, from 1; cues \
           and ratings may be left out, and so may arrives, the id of an arrival.",
    bad: "",
    good: "",
};

const DIFFERS: Explanation = Explanation {
    code: "play-differs",
    severity: Severity::Warning,
    summary: "a playthrough does not come to what stands beside it",
    matters: "a way of talking that was rated so before is rated otherwise now, or ends elsewhere",
    more: "Each playthrough in NAME.plays.ron names the ending that it should come to, and bands in which its ratings should lie. \
           A change to the scenario, or to the model, may move both. If you meant it, write down what is found now; if \
           not, look at the line that was changed.",
    bad: "",
    good: "",
};

pub(super) const EXPLANATIONS: [Explanation; 2] = [UNREADABLE, DIFFERS];

/// Everything to say about the text of a scenario's playthroughs, in the order of the file.
pub fn check(scenario: &Arc<Scenario>, text: &str, model: &'static Model) -> Vec<Diagnostic> {
    let plays = match plays::read(text) {
        Ok(plays) => plays,
        Err(fault) => {
            let fix = "`alongside explain plays-unreadable` shows how it is written";
            return vec![told(&UNREADABLE, fault.at, fault.message, fix)];
        }
    };
    let of = |play| differences(scenario, model, play).into_iter().map(move |words| (play, words));
    let found = plays.iter().flat_map(of);
    let fix = "write down what is found now if you mean it, or look at what was changed";
    found.map(|(play, words)| told(&DIFFERS, plays::place_of(text, &play.name), words, fix)).collect()
}

fn told(explanation: &Explanation, at: usize, message: String, fix: &str) -> Diagnostic {
    let Explanation { code, severity, matters, .. } = *explanation;
    Diagnostic { code, severity, span: at..at, message, why: matters.to_owned(), fix: fix.to_owned() }
}
