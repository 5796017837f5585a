//! A class, read back from a store: what many machines have sent there, put together again.

use std::collections::BTreeMap;

use serde_json::Value;
use uuid::Uuid;

use super::iri::{self, Verb};
use super::statement::key;
use super::wire::{Answer, Later, Wire};
use super::{Credential, Setup};
use crate::model::Dimension;
use crate::rating::Terms;
use crate::records::{ClassAttempt, ClassTurn, Stamp};
use crate::session::Mode;

/// Which attempts are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// A scenario's id; all its versions are read.
    pub scenario: &'a str,
    /// Begun in this span.
    pub from: Stamp,
    pub to: Stamp,
}

/// Statements asked for at once.
const PAGE: usize = 200;

/// Reads the finished attempts of a class, oldest first. Where the setup names a class, only that one's; an attempt that has not
/// come whole yet is left out.
///
/// # Errors
/// A sentence that says what to do.
pub fn class(setup: &Setup, credential: Credential, wanted: Wanted) -> Result<Vec<ClassAttempt>, String> {
    read(setup, &Wire::new(setup, credential), wanted)
}

/// As [`class`], over a connection that is there already.
///
/// # Errors
/// A sentence that says what to do.
pub fn read(setup: &Setup, wire: &Wire, wanted: Wanted) -> Result<Vec<ClassAttempt>, String> {
    let mut gathered = Gathered { setup, wanted, attempts: BTreeMap::new() };
    // some stores leave out the very moment that is asked for
    let since = Stamp { ms: wanted.from.ms.saturating_sub(1), zone: 0 }.utc();
    let mut next = Some(format!("{}/statements?since={}&limit={PAGE}", wire.endpoint(), iri::segment(&since)));
    while let Some(address) = next {
        let page = wire.get(&address).map_err(told)?.ok_or("there is no store at this address; check it")?;
        let statements =
            page.get("statements").and_then(Value::as_array).ok_or("the store's answer holds no statements")?;
        statements.iter().for_each(|statement| {
            gathered.add(statement);
        });
        next = more(&page, wire.endpoint())?.filter(|more| *more != address);
    }
    Ok(gathered.whole())
}

fn told(answer: Answer) -> String {
    match answer {
        Answer::Conflict(why) | Answer::Malformed(why) | Answer::TooLarge(why) | Answer::Stop(why) => why,
        Answer::Later(Later { why, .. }) => format!("{why}; try again later"),
        Answer::Taken => "the store's answer holds no statements".to_owned(),
    }
}

/// Where the next page lies. The credential goes to no other server, whatever a page says.
fn more(page: &Value, endpoint: &str) -> Result<Option<String>, String> {
    let more = page.get("more").and_then(Value::as_str).unwrap_or_default();
    let server: String = endpoint.split('/').take(3).collect::<Vec<_>>().join("/");
    match more {
        "" => Ok(None),
        path if path.starts_with('/') && !path.starts_with("//") => Ok(Some(format!("{server}{path}"))),
        whole if whole.starts_with(&format!("{server}/")) => Ok(Some(whole.to_owned())),
        _ => Err("the store sends us to another server for the rest, where this does not follow".to_owned()),
    }
}

/// What has come of one attempt so far.
#[derive(Default)]
struct Coming {
    head: Option<ClassAttempt>,
    /// By their number.
    turns: BTreeMap<u64, ClassTurn>,
    /// How it ended: the ending's node, the final scores, and how many turns it had.
    ended: Option<(String, [Option<f64>; 4], usize)>,
}

struct Gathered<'a> {
    setup: &'a Setup,
    wanted: Wanted<'a>,
    attempts: BTreeMap<Uuid, Coming>,
}

impl Gathered<'_> {
    /// Takes in what a statement says; one that is none of ours says nothing.
    fn add(&mut self, statement: &Value) -> Option<()> {
        let base = &self.setup.base;
        let grouping = statement.pointer("/context/contextActivities/grouping")?.as_array()?;
        let grouped = |id: &str| grouping.iter().any(|activity| text(activity, "/id") == Some(id));
        if !grouped(&iri::conversation(base, self.wanted.scenario)) || !self.setup.class.as_deref().is_none_or(grouped)
        {
            return None;
        }
        let registration = text(statement, "/context/registration")?.parse().ok()?;
        let verb = text(statement, "/verb/id")?;
        let verb = Verb::ALL.into_iter().find(|known| known.iri(base) == verb)?;
        let coming = self.attempts.entry(registration).or_default();
        let of = Of { base, statement };
        match verb {
            Verb::Initialized => coming.head = Some(of.head(registration)?),
            Verb::Chose => {
                let (number, turn) = of.turn()?;
                coming.turns.insert(number, turn);
            }
            Verb::Completed => coming.ended = Some(of.ended()?),
            Verb::Launched | Verb::Passed | Verb::Failed | Verb::Terminated => {}
        }
        Some(())
    }

    fn whole(self) -> Vec<ClassAttempt> {
        let wanted = self.wanted;
        let whole = self.attempts.into_values().filter_map(|coming| {
            let (ending, finals, count) = coming.ended?;
            let turns: Vec<ClassTurn> = coming.turns.into_values().collect();
            (turns.len() == count).then_some(ClassAttempt { ending, finals, turns, ..coming.head? })
        });
        let mut class: Vec<ClassAttempt> =
            whole.filter(|attempt| (wanted.from.ms..=wanted.to.ms).contains(&attempt.began.ms)).collect();
        class.sort_by_key(|attempt| (attempt.began.ms, attempt.id));
        class
    }
}

fn text<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer)?.as_str()
}

/// One statement, asked for its parts.
struct Of<'a> {
    base: &'a str,
    statement: &'a Value,
}

impl Of<'_> {
    fn around(&self, word: &str) -> Option<&Value> {
        self.statement.get("context")?.get("extensions")?.get(iri::extension(self.base, word))
    }

    fn said(&self, word: &str) -> Option<&Value> {
        self.statement.get("result")?.get("extensions")?.get(iri::extension(self.base, word))
    }

    fn number(&self, word: &str) -> Option<u64> {
        // some stores make 3.0 of 3
        self.said(word)?.as_f64().filter(|n| *n >= 0.0).map(|n| n as u64)
    }

    fn head(&self, id: Uuid) -> Option<ClassAttempt> {
        let zone = self.around("utc-offset").and_then(Value::as_f64).map_or(0, |minutes| minutes as i32);
        Some(ClassAttempt {
            id,
            trainee: text(self.statement, "/actor/account/name")?.parse().ok()?,
            hash: self.around("scenario-hash")?.as_str()?.to_owned(),
            mode: match self.around("mode")?.as_str()? {
                "coached" => Mode::Coached,
                "assessment" => Mode::Assessment,
                "practice" => Mode::Practice,
                _ => return None,
            },
            again: self.around("again")?.as_bool()?,
            began: Stamp { zone, ..Stamp::read(text(self.statement, "/timestamp")?)? },
            seed: self.around("seed")?.as_str()?.parse().ok()?,
            ending: String::new(),
            finals: [None; 4],
            turns: Vec::new(),
        })
    }

    fn turn(&self) -> Option<(u64, ClassTurn)> {
        let place = |number: u64| usize::try_from(number).ok();
        let state = |word: &str, variable: &str| self.said(word)?.get(variable)?.as_f64();
        let choice: usize = text(self.statement, "/result/response")?.parse().ok()?;
        let turn = ClassTurn {
            node: place(self.number("node")?)?,
            choice: choice.checked_sub(1)?,
            shown: place(self.number("shown")?)?.checked_sub(1)?,
            took: self.number("milliseconds").and_then(|ms| u32::try_from(ms).ok()),
            arousal: (state("state-before", "arousal")?, state("state-after", "arousal")?),
            trust: (state("state-before", "trust")?, state("state-after", "trust")?),
            terms: self.terms(),
        };
        Some((self.number("turn")?, turn))
    }

    /// What was at stake, as far as it is told.
    fn terms(&self) -> [Option<Terms>; 4] {
        let rated = |dimension| {
            let rated = self.said("ratings")?.get(key(dimension))?;
            let number = |word: &str| rated.get(word)?.as_f64();
            // single precision, as the records keep them
            let kept = |word: &str| number(word).map(|n| f64::from(n as f32));
            Some(Terms { w: kept("weight")?, q: kept("quality")?, g: kept("chance")? })
        };
        Dimension::ALL.map(rated)
    }

    fn ended(&self) -> Option<(String, [Option<f64>; 4], usize)> {
        let ratings = self.said("ratings")?;
        let finals = Dimension::ALL.map(|dimension| ratings.get(key(dimension))?.as_f64());
        Some((self.said("ending")?.as_str()?.to_owned(), finals, usize::try_from(self.number("turns")?).ok()?))
    }
}
