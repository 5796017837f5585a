//! What a whole exploration says: which gates hold, what was never seen, and how sure that is.

use serde::Serialize;

use super::Exploration;
use super::tally::{LONG, NEEDED, OfTrainee, Proof};
use crate::model::Dimension;

/// Judgments drawn from an exploration. Every format tells these and none makes its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Findings {
    pub gates: Vec<Gate>,
    pub coverage: Coverage,
}

/// A demand on a scenario that plays can test (scoring basis, 4.6; every number there is our choice).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Gate {
    /// Whom or what it is about.
    pub about: String,
    /// What is asked for, in a sentence.
    pub demand: String,
    /// What was found; empty where nothing was measured.
    pub found: String,
    pub standing: Standing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Holds,
    Fails,
    /// That trainee did not play, or nothing was at stake.
    NotMeasured,
}

/// What no play came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Coverage {
    pub places: usize,
    pub places_seen: usize,
    pub lines: usize,
    pub lines_taken: usize,
    /// Where something is not proved: at most one play in so many comes there, at 95 % (the rule of three). None where
    /// there were fewer than [`FEW`] plays.
    pub one_in: Option<u64>,
    pub unseen: Vec<Unseen>,
}

/// A place no play came to, or a line no play took.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unseen {
    /// In file order, from 0.
    pub place: usize,
    /// A line of that place, from 0; `None` for the place itself.
    pub line: Option<usize>,
    pub how: How,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It can never happen.
    Proved(Proof),
    /// It was on offer, and nobody chose it.
    NeverChosen,
    /// The play came to its node, and its condition never held.
    NeverOffered,
    /// Nobody came there.
    NotSeen,
}

/// Below this many plays the rule of three says nothing worth hearing.
const FEW: u64 = 30;

/// Draws them.
pub fn findings(exploration: &Exploration) -> Findings {
    Findings { gates: gates(exploration), coverage: coverage(exploration) }
}

#[derive(Clone, Copy)]
enum Asked {
    LeastAtLeast(u64),
    LeastAtMost(u64),
    MeanAtMost(u64),
}

/// Scoring basis 4.6, point 6.
const BOTS: [(&str, Asked); 9] = [
    ("expert", Asked::LeastAtLeast(80)),
    ("textbook", Asked::LeastAtMost(70)),
    ("nicest", Asked::LeastAtMost(70)),
    ("firmest", Asked::LeastAtMost(70)),
    ("listener", Asked::LeastAtMost(70)),
    ("longest", Asked::MeanAtMost(50)),
    ("first", Asked::MeanAtMost(50)),
    ("random", Asked::MeanAtMost(50)),
    ("alternate", Asked::MeanAtMost(50)),
];

fn gates(exploration: &Exploration) -> Vec<Gate> {
    let tally = &exploration.tally;
    let of = |name: &str| tally.trainees.iter().find(|t| t.name == name);
    let bots = BOTS.iter().map(|(name, asked)| bot(name, *asked, of(name)));
    let stakes = Dimension::ALL.iter().map(|d| at_stake(exploration, *d));
    bots.chain(stakes).chain([nothing_right(exploration)]).collect()
}

fn bot(name: &str, asked: Asked, of: Option<&OfTrainee>) -> Gate {
    let (demand, value, holds): (_, _, fn(u64, u64) -> bool) = match asked {
        Asked::LeastAtLeast(n) => {
            ((n, "weakest rating, on average", "or more"), of.and_then(OfTrainee::least), |v, n| v >= n)
        }
        Asked::LeastAtMost(n) => {
            ((n, "weakest rating, on average", "or less"), of.and_then(OfTrainee::least), |v, n| v <= n)
        }
        Asked::MeanAtMost(n) => ((n, "mean rating", "or less"), of.and_then(OfTrainee::mean), |v, n| v <= n),
    };
    let (bound, what, side) = demand;
    let brief = of.is_some_and(is_brief);
    let after = if brief { format!(", in fewer than {LONG} turns") } else { String::new() };
    let standing = |v: u64| if brief { Standing::NotMeasured } else { judged(holds(whole(v), bound)) };
    Gate {
        about: name.to_owned(),
        demand: format!("{what}: {bound} {side}"),
        found: value.map(|v| format!("{}{after}", whole(v))).unwrap_or_default(),
        standing: value.map_or(Standing::NotMeasured, standing),
    }
}

/// Whether a trainee's conversations are too short, on average, for their ratings to say anything about the scenario: with
/// four turns an expert misses 80 more often than not (our choice, from the spread in the simulation of 4.6).
fn is_brief(of: &OfTrainee) -> bool {
    let plays: u64 = of.lengths.iter().sum();
    let turns: u64 = of.lengths.iter().zip(0..).map(|(plays, turns)| plays * turns).sum();
    turns < plays.saturating_mul(LONG as u64)
}

/// The demands are made in whole points, and nothing finer is claimed for them.
fn whole(thousandths: u64) -> u64 {
    thousandths.saturating_add(500) / 1000
}

fn judged(holds: bool) -> Standing {
    if holds { Standing::Holds } else { Standing::Fails }
}

/// Thousandths of a point with one digit behind the point, as people read them.
pub fn points(thousandths: u64) -> String {
    let tenths = thousandths.saturating_add(50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Scoring basis 4.6, point 5, over the plays that were made.
fn at_stake(exploration: &Exploration, dimension: Dimension) -> Gate {
    let of = &exploration.tally.stakes[dimension as usize];
    let needed = NEEDED[dimension as usize];
    Gate {
        about: dimension.name().to_owned(),
        demand: format!("at stake in {needed} turns or more of every play of {LONG} turns or more"),
        found: of.fewest.map_or_else(String::new, |fewest| {
            let short = of.short;
            let plays = of.plays;
            format!("fewest {}; short of it in {short} of {plays} plays", fewest.value)
        }),
        standing: of.fewest.map_or(Standing::NotMeasured, |_| judged(of.short == 0)),
    }
}

/// Scoring basis 4.6, point 7, over the states that plays came to. The stop node may leave no good line.
fn nothing_right(exploration: &Exploration) -> Gate {
    let stop = exploration.stop;
    let bad = exploration.tally.places.iter().enumerate().filter(|(i, p)| *i != stop as usize && p.all_bad > 0);
    let names: Vec<String> = bad.map(|(_, p)| format!("{} ({} of {} visits)", p.id, p.all_bad, p.visits)).collect();
    let more = names.len().saturating_sub(3);
    let more = if more > 0 { format!(", and {more} more") } else { String::new() };
    Gate {
        about: "Every turn".to_owned(),
        demand: "some line on offer is not bad, but for where talk has to stop".to_owned(),
        found: if names.is_empty() { String::new() } else { names[..names.len().min(3)].join(", ") + &more },
        standing: judged(names.is_empty()),
    }
}

fn coverage(exploration: &Exploration) -> Coverage {
    let tally = &exploration.tally;
    let mut unseen = Vec::new();
    for (at, place) in tally.places.iter().enumerate() {
        let proved = |proof: Option<Proof>| proof.map(How::Proved);
        if place.visits == 0 {
            unseen.push(Unseen { place: at, line: None, how: proved(place.proof).unwrap_or(How::NotSeen) });
            continue;
        }
        for (i, line) in place.choices.iter().enumerate().filter(|(_, c)| c.taken == 0) {
            let merely = if line.offered > 0 { How::NeverChosen } else { How::NeverOffered };
            unseen.push(Unseen { place: at, line: Some(i), how: proved(line.proof).unwrap_or(merely) });
        }
    }
    let lines = || tally.places.iter().flat_map(|p| &p.choices);
    Coverage {
        places: tally.places.len(),
        places_seen: tally.places.iter().filter(|p| p.visits > 0).count(),
        lines: lines().count(),
        lines_taken: lines().filter(|c| c.taken > 0).count(),
        one_in: (tally.plays >= FEW).then_some(tally.plays / 3),
        unseen,
    }
}
