//! Ways of a FirstThatFits that nobody ever goes or hears.

use crate::diagnostic::{Explanation, Severity, Span};
use crate::explore::Answer;
use crate::explore::reach::conditions::Stands;
use crate::lint::ways;
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::NodeIx;

pub(super) const WAY_NEVER_TAKEN: Rule = Rule {
    explanation: Explanation {
        code: "way-never-taken",
        severity: Severity::Warning,
        summary: "a way is never taken",
        matters: "what is written there is never seen, and something else is seen in its place",
        more: "Of several ways the first that fits is taken. This one never is: either its condition cannot hold when the talk comes here, \
               or the ways before it leave nothing over for it. Where the last one is never taken, the one before it needs no \
               condition.",
        bad: r#"Choice(text: "May I come in?", uses: [SeekPermission], to: FirstThatFits([
    (when: Trust(AtLeast(20)), to: "good"),
    (to: "bad"),
])),"#,
        good: r#"Choice(text: "May I come in?", uses: [SeekPermission], to: "good"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, _) in checkup.scenario.talks() {
        let Some(met) = checkup.reach.met(at) else { continue };
        // where a fact cannot be known yet, that is told instead
        let unknown = |stands: Stands| met.unknown.iter().any(|(s, _)| *s == stands);
        for way in never(&met.says).filter(|way| !unknown(Stands::Say(at, *way))) {
            found.push(told(said(checkup, at, way), &met.says, way));
        }
        for (c, offer) in met.choices.iter().enumerate() {
            for way in never(&offer.ways).filter(|way| !unknown(Stands::Way(at, c, *way))) {
                found.push(told(gone(checkup, at, c, way), &offer.ways, way));
            }
        }
    }
    found
}

fn never(fits: &[Answer]) -> impl Iterator<Item = usize> {
    fits.iter().enumerate().filter(|(_, fit)| **fit == Answer::Never).map(|(way, _)| way)
}

fn said(checkup: &Checkup, at: NodeIx, way: usize) -> Span {
    let written = checkup.written;
    ways::way_to_say(written, at, way).map_or(0..0, |tree| written.within(tree, &["when", "say"]))
}

fn gone(checkup: &Checkup, at: NodeIx, choice: usize, way: usize) -> Span {
    let written = checkup.written;
    ways::way_to_go(written, at, choice, way).map_or(0..0, |tree| written.within(tree, &["when", "to"]))
}

fn told(place: Span, fits: &[Answer], way: usize) -> Finding {
    if way > 0 && fits[way - 1] == Answer::Always {
        let message = "this way is never taken: those before it always fit";
        return Finding::new(place, message, "take it out, or make the way before it harder to fit");
    }
    let message = "this way is never taken: it cannot fit here";
    Finding::new(place, message, "take it out, or ask for something that can be so by then")
}
