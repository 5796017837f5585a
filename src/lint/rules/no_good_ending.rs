//! Scenarios that cannot go well.

use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::{Outcome, PlaceKind};

pub(super) const NO_GOOD_ENDING: Rule = Rule {
    explanation: Explanation {
        code: "no-good-ending",
        severity: Severity::Warning,
        summary: "no good ending can be reached",
        matters: "a trainee who does everything well is told that it went badly",
        more: "Either no ending has the outcome Good, or the gates on the way to it cannot hold. A talk may be hard and its best end small: \
               Good is the best that could come of it, however little that is. Where nothing good can come of it by design, allow this \
               and say why.",
        bad: r#"Choice(text: "May I come in?", uses: [SeekPermission], when: Trust(AtLeast(80)), to: "good"),
Choice(text: "Open up.", uses: [Command], to: "bad"),
Choice(text: "You had a long night.", uses: [SimpleReflection], to: "bad"),"#,
        good: r#"Choice(text: "May I come in?", uses: [SeekPermission], to: "good"),
Choice(text: "Open up.", uses: [Command], to: "bad"),
Choice(text: "You had a long night.", uses: [SimpleReflection], to: "bad"),"#,
    },
    find,
};

fn find(checkup: &Checkup) -> Vec<Finding> {
    let (scenario, reach) = (checkup.scenario, &checkup.reach);
    let ends = |wanted: fn(Outcome) -> bool| {
        scenario.places().filter(move |(_, place)| matches!(&place.kind, PlaceKind::Ending(e) if wanted(e.outcome)))
    };
    let some_end = ends(|_| true).any(|(at, _)| reach.by_road(at));
    let mut good = ends(|outcome| outcome == Outcome::Good);
    if !some_end || good.any(|(at, _)| reach.can_be_met(at)) {
        return Vec::new();
    }
    let finding = match ends(|outcome| outcome == Outcome::Good).next() {
        Some((at, place)) => {
            let message = format!("\"{}\" is good, and neither it nor any other good ending can be reached", place.id);
            Finding::new(checkup.written.key(at), message, "lower the gates on the way to it")
        }
        None => {
            let best = ends(|outcome| outcome == Outcome::Mixed).chain(ends(|_| true)).next();
            let at = best.map_or(scenario.opening, |(at, _)| at);
            Finding::new(
                checkup.written.key(at),
                "no ending is good",
                "write outcome: Good at the best that can come of it",
            )
        }
    };
    vec![finding]
}
