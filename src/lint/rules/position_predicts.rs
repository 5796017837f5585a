//! The strongest line stands at the same place of nearly every node.

use super::places;
use crate::diagnostic::{Explanation, Severity};
use crate::explore::lines::NodeMet;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::NodeIx;

/// Of fewer nodes nothing is told.
const LEAST_NODES: usize = 6;

pub(super) const POSITION_PREDICTS: Rule = Rule {
    explanation: Explanation {
        code: "position-predicts",
        severity: Severity::Warning,
        summary: "the strongest line is written at the same place in nearly every node",
        matters: "lines are shuffled before they are shown, but whoever reads the file or a printed script sees the pattern, and \
                  what was written last was often written only to be wrong",
        more: "The order on the screen is drawn anew for every conversation, so a trainee cannot use it. It is told for the sake \
               of the lines themselves: where the strong one always comes first, the others tend to be afterthoughts. It \
               is told from six nodes on, where three quarters of them have their strongest line at the same place; with \
               four lines a node chance does that once in fifty scenarios of six nodes, and less often in longer ones. When lines change places, their \
               numbers in Chose(..) change with them.",
        bad: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),"#,
        good: r#"Choice(text: "You should try earplugs.", uses: [Advice], to: "bad"),
Choice(text: "Up since five this morning.", uses: [SimpleReflection], to: "good"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    const WORDS: [&str; 5] = ["first", "second", "third", "fourth", "fifth"];
    let nodes = checkup.survey.nodes_met();
    let nodes: Vec<(NodeIx, usize)> = nodes.iter().filter_map(|n| Some((n.node, place(n)?))).collect();
    let mut found = Vec::new();
    for (place, word) in WORDS.iter().enumerate() {
        let here: Vec<NodeIx> = nodes.iter().filter(|(_, p)| *p == place).map(|(n, _)| *n).collect();
        if nodes.len() >= LEAST_NODES && here.len() * 4 >= nodes.len() * 3 {
            let message = format!("the strongest line is written {word} in {} of {} nodes", here.len(), nodes.len());
            let some = places::named(checkup, &here[..here.len().min(4)]);
            let fix = format!(
                "see whether the others there could be somebody's honest try, and change the order in some, as in {some}"
            );
            found.push(Finding::new(places::of_all(checkup), message, fix));
        }
    }
    found
}

/// Where the strongest line stands among those that can be offered, from 0.
fn place(node: &NodeMet) -> Option<usize> {
    let strongest = node.strongest()?.choice;
    node.lines.iter().position(|l| l.choice == strongest).filter(|_| node.lines.len() > 1)
}
