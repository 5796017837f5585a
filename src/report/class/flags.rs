//! What an instructor may want to ask about: facts on how lines were chosen, never why (scoring basis, 4.6).

use std::collections::BTreeMap;

use uuid::Uuid;

use super::{Names, habits};
use crate::model::Model;
use crate::records::ClassAttempt;
use crate::scenario::Scenario;

/// One fact, and of whom it holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    pub sign: Sign,
    pub count: usize,
    /// By name with what was seen; empty where names are hidden.
    pub named: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    Hurried,
    Longest,
    SamePlace,
    OnlyReplays,
    Alternating,
}

impl Sign {
    const ALL: [Self; 5] = [Self::Hurried, Self::Longest, Self::SamePlace, Self::OnlyReplays, Self::Alternating];

    /// The fact in a sentence.
    pub fn fact(self) -> &'static str {
        match self {
            Self::Hurried => {
                "Lines of more than twelve words were chosen in under two seconds, half of the time or more."
            }
            Self::Longest => "The longest line was chosen more often than chance gives in 99 of 100 cases.",
            Self::SamePlace => "One place in the list was chosen more often than chance gives in 99 of 100 cases.",
            Self::OnlyReplays => "Variations met before went better each time; those not met before did not.",
            Self::Alternating => "Strong lines and weak ones took turns.",
        }
    }

    fn seen(self, attempts: &[&ClassAttempt], scenario: &Scenario, model: &Model) -> Option<String> {
        match self {
            Self::Hurried => {
                let (median, lines) = habits::hurried(attempts, scenario)?;
                Some(format!("{median:.1} seconds in the middle, of {lines} such lines"))
            }
            Self::Longest => {
                let (count, of) = habits::longest(attempts, scenario)?;
                Some(format!("{count} of {of} turns"))
            }
            Self::SamePlace => {
                let (place, count, of) = habits::same_place(attempts, scenario)?;
                Some(format!("place {place}, {count} of {of} turns"))
            }
            Self::OnlyReplays => {
                let (again, new) = only_replays(attempts)?;
                Some(format!("{again} times met before, {new} times not"))
            }
            Self::Alternating => {
                habits::alternating(attempts, scenario, model)?;
                Some("seen from each line to the next".to_owned())
            }
        }
    }
}

/// Stands under the flags.
pub const NO_ACCUSATION: &str = "This says how lines were chosen, not why. By luck alone, about one trainee in a hundred \
    shows each of the signs that are measured against chance. Ask before you conclude, and conclude nothing from this alone.";

/// Those that hold of anybody.
pub fn flags(attempts: &[&ClassAttempt], scenario: &Scenario, model: &Model, names: Option<&Names>) -> Vec<Flag> {
    let mut each: BTreeMap<Uuid, Vec<&ClassAttempt>> = BTreeMap::new();
    attempts.iter().for_each(|a| each.entry(a.trainee).or_default().push(a));
    each.values_mut().for_each(|own| own.sort_by_key(|a| a.began));
    let flag = |sign: Sign| {
        let found = each.iter().filter_map(|(id, own)| Some((id, sign.seen(own, scenario, model)?)));
        let found: Vec<(&Uuid, String)> = found.collect();
        let mut named: Vec<(String, String)> = match names {
            Some(names) => found.iter().map(|(id, seen)| (named(names, id), seen.clone())).collect(),
            None => Vec::new(),
        };
        named.sort();
        Flag { sign, count: found.len(), named }
    };
    Sign::ALL.map(flag).into_iter().filter(|flag| flag.count > 0).collect()
}

/// Whoever has no name goes by the beginning of their id.
fn named(names: &Names, id: &Uuid) -> String {
    let name = names.get(id).filter(|name| !name.is_empty()).cloned();
    name.unwrap_or_else(|| id.to_string().chars().take(8).collect())
}

/// A rise of so many points, mean of the four, is more than two plays differ by (error of one play about 8); less than half
/// of it is none (our choice).
const RISE: f64 = 15.0;
/// So often each kind must have been played, the very first aside (our choice).
const FEWEST_AGAIN: usize = 3;
const FEWEST_NEW: usize = 2;

/// How often variations (seeds) met before were played, and how often new ones, where only the former went better.
fn only_replays(own: &[&ClassAttempt]) -> Option<(usize, usize)> {
    let score = |a: &ClassAttempt| {
        let rated: Vec<f64> = a.finals.iter().flatten().copied().collect();
        crate::explore::statistics::mean(rated)
    };
    let met = |i: usize| own[..i].iter().any(|before| before.seed == own[i].seed);
    let scores = |again: bool| -> Vec<f64> {
        (1..own.len()).filter(|i| met(*i) == again).filter_map(|i| score(own[i])).collect()
    };
    let first = score(own.first()?)?;
    let (again, new) = (scores(true), scores(false));
    if again.len() < FEWEST_AGAIN || new.len() < FEWEST_NEW {
        return None;
    }
    let rises = |of: &[f64], from: f64| of.last().map_or(0.0, |last| last - from);
    let only = rises(&again, first) >= RISE && rises(&new, first) < RISE / 2.0;
    only.then_some((again.len(), new.len()))
}
