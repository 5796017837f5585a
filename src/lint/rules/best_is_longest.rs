//! The strongest line stands out by its length.

use std::collections::BTreeMap;

use super::giveaway::words_shown;
use super::places;
use crate::diagnostic::{Explanation, Severity};
use crate::explore::lines::strongest;
use crate::explore::statistics::{median, most_by_chance};
use crate::lint::{Checkup, Finding, Rule};
use crate::scenario::NodeIx;
use crate::session::Turn;

/// The strongest line has at most so many times the median words of what is on offer (scoring basis, 4.6).
const MOST_OF_MEDIAN: f64 = 1.25;
/// A difference of fewer words than this is not seen (our choice).
const LEAST_SEEN: f64 = 3.0;
/// The strongest line may be the longest in this part of the turns (scoring basis, 4.6).
const MOST_LONGEST: f64 = 0.35;
/// Of fewer turns no part is taken.
const LEAST_TURNS: usize = 5;

pub(super) const BEST_IS_LONGEST: Rule = Rule {
    explanation: Explanation {
        code: "best-is-longest",
        severity: Severity::Warning,
        summary: "the strongest line is much longer than what stands beside it, or is the longest too often",
        matters: "a trainee who has noticed picks the long line and need not read the person",
        more: "Good lines grow while one writes: a reason here, a name there. In a simulation somebody who only ever picked \
               the longest line was rated 86 of 100 where the strong line was the longest, and 37 where it was not. A \
               strongest line may have a quarter more words than the middle of what is offered with it; one or two \
               words are let pass, for nobody sees them. Over a conversation of five turns or more it may be the longest in \
               about a third of them: it is told when it is more than 35 % and more than would come about by chance in \
               one scenario out of ten. What is done counts by the words that tell it; a bare silence is left out. Cut the strong line, or let a weak one talk.",
        bad: r#"Choice(text: "You have been on your feet since five, and now there is somebody from the city in your door as well.", uses: [SimpleReflection], to: "good"),
Choice(text: "You need to calm down first.", uses: [CalmDown], to: "bad"),
Choice(text: "Why didn't you call us yourself?", uses: [WhyAccuse], to: "bad"),"#,
        good: r#"Choice(text: "On your feet since five, and now me.", uses: [SimpleReflection], to: "good"),
Choice(text: "You need to calm down first, and then we can talk.", uses: [CalmDown], to: "bad"),
Choice(text: "Why didn't you call us yourself, before it came to this?", uses: [WhyAccuse], to: "bad"),"#,
    },
    find,
};

/// What was seen of one node.
#[derive(Default)]
struct Seen {
    /// Of every choice of the node.
    words: Vec<f64>,
    times: usize,
    longest: usize,
    /// The mean over the times of what picking blindly would give.
    chance: f64,
    /// Per choice: how often it was the strongest and too long, and the median then.
    long: BTreeMap<usize, (usize, f64)>,
}

fn find(checkup: &Checkup) -> Vec<Finding> {
    let mut nodes: BTreeMap<NodeIx, Seen> = BTreeMap::new();
    for turn in checkup.survey.turns() {
        look(checkup, turn, nodes.entry(turn.node).or_default());
    }
    nodes.retain(|_, seen| seen.times > 0);
    let mut found: Vec<Finding> = too_often(checkup, &nodes).into_iter().collect();
    for (node, seen) in &nodes {
        let often = seen.long.iter().filter(|(_, (times, _))| times * 2 >= seen.times);
        found.extend(often.map(|(choice, (_, middle))| too_long(checkup, *node, *choice, *middle)));
    }
    found
}

fn look(checkup: &Checkup, turn: &Turn, seen: &mut Seen) {
    let (Some(node), Some(best)) = (checkup.scenario.node(turn.node), strongest(turn)) else { return };
    if seen.words.is_empty() {
        seen.words = node.choices.iter().map(words_shown).collect();
    }
    let words = |i: usize| seen.words[turn.offered[i].choice];
    let shown: Vec<f64> = (0..turn.offered.len()).map(words).filter(|w| *w > 0.0).collect();
    let Some(middle) = median(&shown).filter(|_| shown.len() > 1) else { return };
    let best_words = words(best);
    let is_longest = (0..turn.offered.len()).all(|i| i == best || words(i) < best_words);
    seen.times += 1;
    seen.chance += 1.0 / turn.offered.len() as f64;
    seen.longest += usize::from(is_longest);
    if best_words > MOST_OF_MEDIAN * middle && best_words >= middle + LEAST_SEEN {
        seen.long.entry(turn.offered[best].choice).or_insert((0, middle)).0 += 1;
    }
}

fn too_long(checkup: &Checkup, node: NodeIx, choice: usize, middle: f64) -> Finding {
    let words = checkup.scenario.node(node).map_or(0.0, |n| words_shown(&n.choices[choice]));
    let message = format!("this is the strongest line here, and with {words} words it can be told by its length");
    let most = (MOST_OF_MEDIAN * middle).max(middle + LEAST_SEEN - 1.0).floor();
    let fix = format!(
        "say it in {most} words or fewer, or let the others say more: half of them have {} or fewer",
        middle.floor()
    );
    Finding::new(checkup.written.of_choice(node, choice, &["text", "deed"]), message, fix)
}

fn too_often(checkup: &Checkup, nodes: &BTreeMap<NodeIx, Seen>) -> Option<Finding> {
    let longest: Vec<NodeIx> = nodes.iter().filter(|(_, s)| s.longest * 2 > s.times).map(|(n, _)| *n).collect();
    let chances: Vec<f64> = nodes.values().map(|s| s.chance / s.times as f64).collect();
    let most = most_by_chance(&chances).max((MOST_LONGEST * nodes.len() as f64).floor() as usize);
    if nodes.len() < LEAST_TURNS || longest.len() <= most {
        return None;
    }
    let message =
        format!("the strongest line is the longest of its turn in {} of {} turns", longest.len(), nodes.len());
    let shown = &longest[..longest.len().min(6)];
    let fix = format!(
        "let it be so in {most} at most: cut it, or let a weaker line talk, in {}",
        places::named(checkup, shown)
    );
    Some(Finding::new(places::of_all(checkup), message, fix))
}
