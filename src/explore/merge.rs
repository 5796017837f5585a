//! Shares of one exploration, joined to the very whole that a single run would have given.

use std::fmt;

use super::Exploration;
use super::exploration::{Identity, stronger, weaker};
use super::plan::Shard;

/// Why shares do not make a whole. Files are named as they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unjoined {
    NoShares,
    /// Two shares are of different explorations.
    Differ {
        file: String,
        other: String,
        what: &'static str,
        values: [String; 2],
    },
    Doubled {
        shard: Shard,
        files: [String; 2],
    },
    Missing {
        of: u64,
        numbers: Vec<u64>,
    },
    /// The numbers of a share do not fit the others, or themselves.
    Damaged {
        file: String,
    },
}

impl fmt::Display for Unjoined {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoShares => write!(f, "there are no shares to join"),
            Self::Differ { file, other, what, values: [a, b] } => write!(
                f,
                "{file} and {other} do not belong together: the {what} is \"{a}\" in one and \"{b}\" in the other; \
                 make all shares with the same program, scenario, seed, plays and trainees"
            ),
            Self::Doubled { shard: Shard { number, of }, files: [a, b] } => {
                write!(f, "share {number}/{of} is there twice, in {a} and in {b}; leave one out")
            }
            Self::Missing { of, numbers } => {
                let shown: Vec<String> = numbers.iter().take(MOST_NAMED).map(|n| format!("{n}/{of}")).collect();
                let more = numbers.len().saturating_sub(MOST_NAMED);
                let more = if more > 0 { format!(" and {more} more") } else { String::new() };
                write!(f, "of {of} shares these are missing: {}{more}; make them with --shard", shown.join(", "))
            }
            Self::Damaged { file } => {
                write!(f, "the numbers in {file} do not fit together; make that share again")
            }
        }
    }
}

impl std::error::Error for Unjoined {}

const MOST_NAMED: usize = 12;

/// Joins all shares of one exploration, in any order, each with the name of its file.
///
/// # Errors
/// [`Unjoined`] where they are not all there once, or do not belong together.
pub fn join(mut shares: Vec<(String, Exploration)>) -> Result<Exploration, Unjoined> {
    shares.sort_by_key(|(_, share)| shard(share).number);
    all_of_one(&shares)?;
    all_there(&shares)?;
    let mut shares = shares.into_iter();
    let Some((_, mut whole)) = shares.next() else { return Err(Unjoined::NoShares) };
    for (_, share) in shares {
        whole.tally.add(&share.tally);
        whole.search = whole.search.or(share.search);
        whole.strongest = stronger(whole.strongest, share.strongest);
        whole.weakest = weaker(whole.weakest, share.weakest);
    }
    whole.shard = None;
    Ok(whole)
}

fn shard(share: &Exploration) -> Shard {
    share.shard.unwrap_or(Shard::WHOLE)
}

fn all_of_one(shares: &[(String, Exploration)]) -> Result<(), Unjoined> {
    let Some((first_file, first)) = shares.first() else { return Err(Unjoined::NoShares) };
    for (file, share) in shares {
        let [a, b] = [first, share].map(|s| facts(&s.identity, shard(s)));
        if let Some(((what, a), (_, b))) = a.into_iter().zip(b).find(|(a, b)| a != b) {
            return Err(Unjoined::Differ { file: first_file.clone(), other: file.clone(), what, values: [a, b] });
        }
        if !share.is_sound() || !share.tally.is_alike(&first.tally) {
            return Err(Unjoined::Damaged { file: file.clone() });
        }
    }
    Ok(())
}

fn facts(identity: &Identity, shard: Shard) -> [(&'static str, String); 9] {
    [
        ("form of the document", identity.form.to_string()),
        ("scenario", identity.scenario.clone()),
        ("content of the scenario (its hash)", identity.hash.clone()),
        ("version of the program", identity.alongside.clone()),
        ("version of the model", identity.model.clone()),
        ("first seed", identity.seed.to_string()),
        ("number of plays", identity.plays.to_string()),
        ("list of trainees", identity.trainees.join(", ")),
        ("number of shares", shard.of.to_string()),
    ]
}

/// The shares stand in order by now.
fn all_there(shares: &[(String, Exploration)]) -> Result<(), Unjoined> {
    for pair in shares.windows(2) {
        let [(a, first), (b, second)] = pair else { continue };
        if shard(first) == shard(second) {
            return Err(Unjoined::Doubled { shard: shard(first), files: [a.clone(), b.clone()] });
        }
    }
    let of = shares.first().map_or(1, |(_, s)| shard(s).of);
    let mut there = shares.iter().map(|(_, s)| shard(s).number).peekable();
    let numbers: Vec<u64> = (1..=of).filter(|n| there.next_if_eq(n).is_none()).collect();
    if numbers.is_empty() { Ok(()) } else { Err(Unjoined::Missing { of, numbers }) }
}
