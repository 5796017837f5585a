//! The sentences that every format says alike.

use crate::explore::Exploration;
use crate::explore::findings::{Coverage, How, Standing, Unseen, points};
use crate::explore::path::Path;
use crate::explore::search::{Bound, Kind, Search};
use crate::explore::tally::{OfTrainee, Proof};
use crate::scenario::Outcome;

/// Said in every report.
pub(super) const HONESTY: &str = "These are properties of the arithmetic, not findings about officers. The expert reads \
    the same key that does the scoring, and no real person always chooses in one way. Use this to find holes in a scenario \
    before a class does, never to say what a class will score.";

/// 12345 as 12 345.
pub(super) fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

pub(super) fn many(n: u64, what: &str) -> String {
    format!("{} {what}{}", number(n), if n == 1 { "" } else { "s" })
}

/// A share in percent, never rounded to nothing or to all.
pub(super) fn share(part: u64, of: u64) -> String {
    if part == 0 || of == 0 {
        return "0\u{a0}%".to_owned();
    }
    let tenths = (u128::from(part) * 1000 + u128::from(of) / 2) / u128::from(of);
    match tenths {
        0 => "<0.1\u{a0}%".to_owned(),
        1000 if part < of => ">99.9\u{a0}%".to_owned(),
        t if t < 100 => format!("{}.{}\u{a0}%", t / 10, t % 10),
        t => format!("{}\u{a0}%", (t + 5) / 10),
    }
}

pub(super) fn how_made(exploration: &Exploration) -> String {
    let (id, trainees) = (&exploration.identity, &exploration.tally.trainees);
    let kinds = match trainees.len() {
        1 => format!("all by the trainee called {}", trainees[0].name),
        n => format!("by {n} kinds of simulated trainee in turn"),
    };
    let last = id.seed.wrapping_add(id.plays.saturating_sub(1));
    format!(
        "{}, {kinds}, with the seeds {} to {last}; {}.",
        many(id.plays, "play"),
        id.seed,
        many(exploration.tally.turns, "turn")
    )
}

/// Turns of a play: shortest, median, longest.
pub(super) fn lengths(exploration: &Exploration) -> Option<(usize, usize, usize)> {
    let mut all = vec![0_u64; exploration.tally.trainees.first()?.lengths.len()];
    for of in &exploration.tally.trainees {
        all.iter_mut().zip(&of.lengths).for_each(|(to, by)| *to = to.saturating_add(*by));
    }
    let shortest = all.iter().position(|n| *n > 0)?;
    let longest = all.iter().rposition(|n| *n > 0)?;
    Some((shortest, crate::explore::tally::spread::percentile(&all, 50)?, longest))
}

pub(super) fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Good => "good",
        Outcome::Mixed => "mixed",
        Outcome::Poor => "poor",
        Outcome::Left => "left",
        Outcome::Stopped => "stopped",
    }
}

pub(super) fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Holds => "holds",
        Standing::Fails => "FAILS",
        Standing::NotMeasured => "not measured",
    }
}

/// How far what a search found is to be believed.
pub(super) fn searched(search: &Search) -> String {
    let steps = many(search.steps, "turn");
    let found = match search.kind {
        Kind::Exact => format!("Exact: every path was walked, {steps} in all."),
        Kind::Beam { width } => format!(
            "A bound found by search, not a proof: there are too many paths to walk them all, so at each turn the {width} \
             most promising were kept, for each bound anew ({steps}). What stands here can be reached; more might be."
        ),
    };
    let seed = search.seed;
    let varied = match search.varied.as_slice() {
        [] => {
            "The seed changes nothing but wording and the order of lines here, so this holds for every seed.".to_owned()
        }
        nodes => format!(
            "It was made with seed {seed}. In {} the seed also changes who speaks, what is told or what is asked, so other \
             seeds may reach more or less.",
            listed(nodes)
        ),
    };
    format!("{found} {varied}")
}

fn listed(names: &[String]) -> String {
    const MOST: usize = 4;
    let shown: Vec<String> = names.iter().take(MOST).map(|n| format!("\"{n}\"")).collect();
    let more = names.len().saturating_sub(MOST);
    let more = if more > 0 { format!(" and {more} more nodes") } else { String::new() };
    shown.join(", ") + &more
}

/// From the least to the greatest that was reached.
pub(super) fn bound(bound: &Bound) -> Option<(String, String)> {
    let score = |f: &crate::explore::search::Found| points(f.strength.score);
    Some((bound.lowest.as_ref().map(score)?, bound.highest.as_ref().map(score)?))
}

/// How much of the scenario was seen, and what that is worth.
pub(super) fn seen(coverage: &Coverage) -> String {
    let Coverage { places, places_seen, lines, lines_taken, .. } = coverage;
    format!("{places_seen} of {places} places were seen, and {lines_taken} of {lines} lines were said.")
}

/// What "not seen" is worth.
pub(super) fn how_sure(coverage: &Coverage) -> String {
    let sure = match coverage.one_in {
        Some(n) => format!(
            "What was not seen is not proved impossible: with 95 % certainty fewer than 1 in {} of such plays would come \
             there (three divided by the number of plays). A real trainee may still.",
            number(n)
        ),
        None => {
            "What was not seen is not proved impossible, and there were too few plays to say how rare it is.".to_owned()
        }
    };
    format!("{sure} What is proved is said apart.")
}

pub(super) fn unseen(exploration: &Exploration, unseen: &Unseen) -> (String, &'static str) {
    let place = &exploration.tally.places[unseen.place];
    let what = match unseen.line.and_then(|i| Some((i, place.choices.get(i)?))) {
        Some((i, line)) => format!("{}, line {}: {}", place.id, i + 1, line.text),
        None => place.id.clone(),
    };
    (what, how(unseen.how))
}

fn how(how: How) -> &'static str {
    match how {
        How::Proved(Proof::NoRoad) => "proved: no road leads there",
        How::Proved(Proof::NoStateLeadsThere) => "proved: no state that anybody can be in opens it",
        How::Proved(Proof::EveryPathWalked) => "proved: no path at all comes to it",
        How::NeverChosen => "on offer, never chosen",
        How::NeverOffered => "never on offer in these plays",
        How::NotSeen => "not seen in these plays",
    }
}

/// Who made this path, and the ratings it got.
pub(super) fn path(path: &Path) -> String {
    match (&path.trainee, path.held.play) {
        (Some(who), Some(play)) => {
            format!("Play {} by the trainee called {who}, seed {}.", number(play.saturating_add(1)), path.seed)
        }
        _ => format!("Found by search, seed {}; no simulated trainee did as much.", path.seed),
    }
}

/// A cue question and what was answered.
pub(super) fn cue((question, answer, right): &(String, String, bool)) -> String {
    let verdict = if *right { "" } else { " (not this time)" };
    format!("{question} {answer}{verdict}")
}

/// Of the trainees, those with the largest share of their plays in something, largest first.
pub(super) fn mostly(trainees: &[OfTrainee], count: impl Fn(usize, &OfTrainee) -> u64, most: usize) -> String {
    let mut all: Vec<(u64, u64, &str)> =
        trainees.iter().enumerate().map(|(i, t)| (count(i, t), t.plays, t.name.as_str())).collect();
    all.retain(|(n, of, _)| *n > 0 && *of > 0);
    all.sort_by_key(|(n, of, _)| std::cmp::Reverse(u128::from(*n) * 1_000_000 / u128::from(*of)));
    let shown = all.iter().take(most).map(|(n, of, name)| format!("{name} {}", share(*n, *of)));
    shown.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::{number, share};

    #[test]
    fn a_share_is_never_rounded_to_nothing_or_to_all() {
        let shares = [share(0, 9), share(1, 100_000), share(99_999, 100_000), share(9, 9), share(1, 30), share(1, 3)];
        let plain = shares.map(|s| s.replace('\u{a0}', " "));
        assert_eq!(plain, ["0 %", "<0.1 %", ">99.9 %", "100 %", "3.3 %", "33 %"]);
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!([7, 1234, 1_000_000].map(number), ["7", "1\u{a0}234", "1\u{a0}000\u{a0}000"]);
    }
}
