//! Lines that a translation would miss, because others have an id and these have none.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::texts::lines_written;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::text::Tree;
use crate::scenario::written::Written;

pub(super) const LINE_WITHOUT_ID: Rule = Rule {
    explanation: Explanation {
        code: "line-without-id",
        severity: Severity::Warning,
        summary: "some lines have an id, and this one has none",
        matters: "who plays a translation meets this line in the first language",
        more: "A translation finds each line and choice by its id, so that a line may be mended or moved without losing its \
               translations. A scenario in one language needs none. Once one line has an id, all of them need it.",
        bad: r#"Line(who: "sam", text: "What is it?", body: "The chain stays on."),"#,
        good: r#"Line(who: "sam", text: "What is it?", body: "The chain stays on.", id: "door-what-is-it"),"#,
    },
    find,
};

/// The lines and choices that have words to translate and no id, in file order; a `Line(..)` or `Choice(..)` each.
pub fn without_id<'a>(written: &'a Written) -> Vec<&'a Tree> {
    to_translate(written).filter(|tree| !has_id(written, tree)).collect()
}

fn to_translate<'a>(written: &'a Written) -> impl Iterator<Item = &'a Tree> {
    let nodes = written.tree.field(written.text, "nodes").map_or(&[][..], |t| &t.items);
    nodes.iter().flat_map(|node| {
        let choices = node.value.field(written.text, "choices").map_or(&[][..], |t| &t.items);
        // a silence without a deed has no words of its own
        let spoken = |t: &&Tree| ["text", "deed"].iter().any(|f| t.field(written.text, f).is_some());
        lines_written(written, &node.value).into_iter().chain(choices.iter().map(|i| &i.value).filter(spoken))
    })
}

fn has_id(written: &Written, tree: &Tree) -> bool {
    tree.field(written.text, "id").is_some()
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let written = checkup.written;
    if !to_translate(written).any(|tree| has_id(written, tree)) {
        return Vec::new();
    }
    let told = |tree: &Tree| {
        let fix = "add id: \"..\" to it; \"alongside check --fix\" writes the missing ones";
        Finding::new(written.head(tree), "this line has no id, and others here have one", fix)
    };
    without_id(written).into_iter().map(told).collect()
}
