//! Lines that are simply better or worse: nothing to weigh, and nothing that a look at the person would change.

use std::collections::BTreeMap;

use super::places;
use crate::diagnostic::{Explanation, Severity};
use crate::lint::{Checkup, Finding, Rule};
use crate::model::{Dimension, Evidence, Model};
use crate::scenario::{Choice, NodeIx};
use crate::session::Turn;

/// Of the turns, so many should have a line that is right by the book and wrong at this moment (scoring basis, 4.6).
const LEAST_PART: f64 = 0.4;
/// A node has such a line if it is wrong for one in four who come there: for others it may be right (our choice).
const LEAST_TIMES: f64 = 0.25;
/// Of fewer nodes nothing is told (our choice).
const LEAST_NODES: usize = 5;
/// By the book a good line has at least so much composite evidence: thanks have 2, a simple reflection 3 (our choice).
const GOOD: f64 = 1.0;
/// At this moment it is poor if it does so much harm on a dimension where the book sees none ..
const HARM: f64 = -0.5;
/// .. or if no more than this part of it is left (our choice).
const LEFT: f64 = 0.5;
/// On one dimension as good as the best of the turn ..
const AS_GOOD: f64 = 0.25;

pub(super) const NO_WRONG_MOMENT: Rule = Rule {
    explanation: Explanation {
        code: "no-wrong-moment",
        severity: Severity::Warning,
        summary: "the lines are simply better or worse, whoever stands there and however they feel",
        matters: "who knows the techniques by heart does as well as who looks at the person",
        more: "Two kinds of line make a trainee look up. One is right by the book and wrong at this moment: a deep reflection to a \
               stranger, silence when somebody has asked, information before they feel heard, the wrong feeling named. Two turns out of \
               five should have one. The other has a price: it does one thing as well as the best line and another clearly worse, \
               as a warm line that lets the limit go. Each turn should have a line of either kind. In a simulation a trainee \
               who goes by the book was rated like an expert where no line was wrong for the moment; on the weakest dimension it was 18 \
               points less where half of the turns had one, and 38 where all had. Told from five nodes on; the node where talk \
               has to stop is left out.",
        bad: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection, LimitChoice], to: "good"),
Choice(text: "Calm down, will you?", uses: [CalmDown], to: "bad"),
Choice(text: "I don't care, to be honest.", uses: [Dismiss], to: "bad"),"#,
        good: r#"Choice(text: "Up since five this morning.", uses: [SimpleReflection, LimitChoice], to: "good"),
Choice(text: "You've lost more than sleep over this.", uses: [ComplexReflection], to: "bad"),
Choice(text: "I don't care, to be honest.", uses: [Dismiss], to: "bad"),"#,
    },
    find,
};

#[derive(Default)]
struct Seen {
    times: f64,
    wrong_moment: f64,
    either: f64,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut nodes: BTreeMap<NodeIx, Seen> = BTreeMap::new();
    for turn in checkup.survey.turns().filter(|t| t.node != checkup.scenario.stop) {
        let seen = nodes.entry(turn.node).or_default();
        let wrong_moment = has_wrong_moment(checkup, turn);
        seen.times += 1.0;
        seen.wrong_moment += f64::from(u8::from(wrong_moment));
        seen.either += f64::from(u8::from(wrong_moment || has_price(checkup.model, turn)));
    }
    if nodes.len() < LEAST_NODES {
        return Vec::new();
    }
    let plain = nodes.iter().filter(|(_, seen)| seen.either * 2.0 < seen.times).map(|(node, _)| told(checkup, *node));
    too_few(checkup, &nodes).into_iter().chain(plain).collect()
}

fn too_few(checkup: &Checkup, nodes: &BTreeMap<NodeIx, Seen>) -> Option<Finding> {
    let has_one = |seen: &Seen| seen.wrong_moment >= LEAST_TIMES * seen.times;
    let without: Vec<NodeIx> = nodes.iter().filter(|(_, seen)| !has_one(seen)).map(|(node, _)| *node).collect();
    let (with, all) = (nodes.len() - without.len(), nodes.len());
    let wanted = (LEAST_PART * all as f64).ceil() as usize;
    if with >= wanted {
        return None;
    }
    let message = format!(
        "in {with} of {all} turns a line is right by the book and wrong at this moment; it should be {wanted} or more"
    );
    let some = places::named(checkup, &without[..without.len().min(6)]);
    let fix = format!(
        "write one into {} more: a deep reflection to a stranger, silence when they asked, information before they feel heard, the \
         wrong feeling named; so far there is none in {some}",
        wanted - with
    );
    Some(Finding::new(places::of_all(checkup), message, fix))
}

fn told(checkup: &Checkup, node: NodeIx) -> Finding {
    let message =
        format!("the lines of {} are simply better or worse than one another", places::named(checkup, &[node]));
    let fix =
        "let one cost something, as warmth that lets the limit go, or be right by the book and wrong at this moment";
    Finding::new(checkup.written.key(node), message, fix)
}

/// Whether a line on offer is right by the book and poor here.
fn has_wrong_moment(checkup: &Checkup, turn: &Turn) -> bool {
    let Some(node) = checkup.scenario.node(turn.node) else { return false };
    turn.offered.iter().any(|offered| {
        let book = by_the_book(checkup.model, &node.choices[offered.choice]);
        let Some(book) = book.filter(|b| b.composite() >= GOOD) else { return false };
        let hurts = |d: Dimension| book[d] >= 0.0 && offered.evidence[d] <= HARM;
        Dimension::ALL.into_iter().any(hurts) || offered.evidence.composite() <= LEFT * book.composite()
    })
}

/// What the techniques of a line are worth in a neutral moment; none where one of them never is.
fn by_the_book(model: &Model, choice: &Choice) -> Option<Evidence> {
    let techniques = || choice.techniques.iter().map(|t| model.techniques.get(*t).evidence);
    let sum = |d: Dimension| techniques().map(|e| e[d]).sum::<f64>().clamp(-2.0, 2.0);
    techniques().all(|e| e.composite() >= 0.0).then(|| Evidence(Dimension::ALL.map(sum)))
}

/// Whether a line on offer does one thing as well as the best and another clearly worse, both being at stake.
fn has_price(model: &Model, turn: &Turn) -> bool {
    let at_stake = Dimension::ALL.into_iter().filter(|d| turn.terms[*d as usize].is_some());
    let most = |d: Dimension| turn.offered.iter().map(|o| o.evidence[d]).fold(f64::MIN, f64::max);
    let best: Vec<(Dimension, f64)> = at_stake.map(|d| (d, most(d).min(model.constants.rating_ceiling))).collect();
    turn.offered.iter().any(|o| {
        let behind = |(d, best): &(Dimension, f64)| best - o.evidence[*d];
        best.iter().any(|b| behind(b) <= AS_GOOD + 1e-9)
            && best.iter().any(|b| behind(b) >= model.constants.rating_range - 1e-9)
    })
}
