//! All of a trainee's own, to take along: one JSON document whose shape is `docs/records.schema.json`, and back again.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, TransactionBehavior, params};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::attempt::{mode_number, mode_of, model_of, scenario_row};
use super::course::{self, Arriving};
use super::hard_call::{self, HardCall};
use super::lesson::{self, LessonTry};
use super::recall::{self, Recalled};
use super::resolution::{self, Resolution};
use super::{Conclusion, Records, Stamp, Trouble, seal};
use crate::case::{Course, Passport};
use crate::session::Mode;

/// What the document calls itself.
pub const FORMAT: &str = "alongside records 1";

/// Everything about one trainee but their PIN.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exported {
    pub format: String,
    pub trainee: ExportedTrainee,
    /// Oldest first.
    pub attempts: Vec<ExportedAttempt>,
    /// How far they are in each case.
    #[serde(default)]
    pub courses: Vec<Course>,
    /// Their tries in the first lesson, oldest first.
    #[serde(default)]
    pub lesson: Vec<LessonTry>,
    /// Calls on shift that they marked as hard, oldest first.
    #[serde(default)]
    pub hard_calls: Vec<HardCall>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportedTrainee {
    pub id: Uuid,
    pub name: String,
    pub officer: String,
    pub keeps_practice: bool,
    /// Milliseconds since 1970, UTC; so are all times here.
    pub made: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportedAttempt {
    pub id: Uuid,
    pub scenario: String,
    /// Of the scenario as it stood.
    pub hash: String,
    pub title: String,
    pub model: String,
    pub seed: u64,
    pub mode: Mode,
    /// The trainee had been in this conversation before.
    pub again: bool,
    pub began: i64,
    /// Minutes that local time was ahead of UTC.
    pub zone: i32,
    pub ended: Option<i64>,
    pub state: ExportedState,
    /// The ending's node, where it came to one.
    pub ending: Option<String>,
    pub conclusion: Option<Conclusion>,
    /// How everybody stood as it began, where it is a visit of a case.
    #[serde(default)]
    pub arrived: Option<Passport>,
    /// The case, by its id.
    #[serde(default)]
    pub case: Option<String>,
    /// How the question of the day after was answered.
    #[serde(default)]
    pub recall: Option<Recalled>,
    /// What they mean to do on shift, in their own words.
    #[serde(default)]
    pub resolution: Option<Resolution>,
    pub turns: Vec<ExportedTurn>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportedState {
    Open,
    Finished,
    Left,
}

/// One line that was said. `terms` is as the file holds it: twelve single-precision numbers as hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportedTurn {
    pub node: i64,
    pub choice: i64,
    /// The answer to a cue question, from 1; 0 or none where there was none.
    pub cue: Option<i64>,
    /// Place among the lines as shown, from 0.
    pub shown: i64,
    /// Milliseconds until it was chosen.
    pub took: Option<i64>,
    /// Before and after, in tenths, of the person it was said to.
    pub arousal: (i64, i64),
    pub trust: (i64, i64),
    pub context: i64,
    pub terms: String,
}

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    pub added: usize,
    /// They were here already.
    pub known: usize,
    /// The trainee is new here.
    pub newcomer: bool,
}

impl Records {
    /// All of a trainee's own.
    ///
    /// # Errors
    /// What the disk says.
    pub fn export(&self, trainee: i64) -> Result<Exported, Trouble> {
        let who = self.trainee(trainee)?;
        let mut find = self.db.prepare(
            "SELECT attempt.ix, attempt.id, scenario.id, hash, title, version, seed, mode, again, began, zone, ended, how,
               ending, conclusion
             FROM attempt JOIN scenario ON scenario.ix = attempt.scenario JOIN model ON model.ix = attempt.model
             WHERE trainee = ?1 ORDER BY began, attempt.ix",
        )?;
        let rows = find.query_map([trainee], |row| {
            let attempt = ExportedAttempt {
                id: Uuid::from_bytes(row.get(1)?),
                scenario: row.get(2)?,
                hash: row.get(3)?,
                title: row.get(4)?,
                model: row.get(5)?,
                seed: row.get::<_, i64>(6)?.cast_unsigned(),
                mode: mode_of(row.get(7)?),
                again: row.get(8)?,
                began: row.get(9)?,
                zone: row.get(10)?,
                ended: row.get(11)?,
                state: [ExportedState::Open, ExportedState::Finished, ExportedState::Left]
                    [row.get::<_, i64>(12)?.clamp(0, 2) as usize],
                ending: row.get(13)?,
                conclusion: row.get::<_, Option<String>>(14)?.and_then(|text| serde_json::from_str(&text).ok()),
                arrived: None,
                case: None,
                recall: None,
                resolution: None,
                turns: Vec::new(),
            };
            Ok((row.get::<_, i64>(0)?, attempt))
        })?;
        let mut attempts = Vec::new();
        for row in rows {
            let (ix, mut attempt) = row?;
            attempt.turns = self.exported_turns(ix)?;
            if let Some(arriving) = self.arriving(ix)? {
                (attempt.arrived, attempt.case) = (Some(arriving.passport), arriving.case);
            }
            attempt.recall = self.recalled_of(ix)?;
            attempt.resolution = self.resolution_of(ix)?;
            attempts.push(attempt);
        }
        let trainee = ExportedTrainee {
            id: who.id,
            name: who.name,
            officer: who.officer,
            keeps_practice: who.keeps_practice,
            made: who.made.ms,
        };
        let (courses, lesson) = (self.courses(who.ix)?, self.lesson(who.ix)?);
        let hard_calls = self.hard_calls(who.ix)?;
        Ok(Exported { format: FORMAT.to_owned(), trainee, attempts, courses, lesson, hard_calls })
    }

    fn exported_turns(&self, attempt: i64) -> Result<Vec<ExportedTurn>, Trouble> {
        let mut find = self.db.prepare_cached(
            "SELECT node, choice, cue, shown, took, arousal_before, arousal_after, trust_before, trust_after, context,
               hex(terms) FROM turn WHERE attempt = ?1 ORDER BY number",
        )?;
        let rows = find.query_map([attempt], |row| {
            Ok(ExportedTurn {
                node: row.get(0)?,
                choice: row.get(1)?,
                cue: row.get(2)?,
                shown: row.get(3)?,
                took: row.get(4)?,
                arousal: (row.get(5)?, row.get(6)?),
                trust: (row.get(7)?, row.get(8)?),
                context: row.get(9)?,
                terms: row.get(10)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds what is not here yet. A finished assessment is sealed anew, as of now: its old seal belongs to the old chain.
    ///
    /// # Errors
    /// A document of another kind, or what the disk says; nothing was added then.
    pub fn import(&mut self, exported: &Exported, now: Stamp) -> Result<Imported, Trouble> {
        if exported.format != FORMAT {
            return Err(Trouble::Other(format!(
                "this is not an export that this program reads (it should begin with \"{FORMAT}\")"
            )));
        }
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let who = &exported.trainee;
        let id = who.id.into_bytes();
        let known: Option<i64> =
            tx.query_row("SELECT ix FROM trainee WHERE id = ?1", [id], |row| row.get(0)).optional()?;
        let mut imported = Imported { newcomer: known.is_none(), ..Imported::default() };
        let trainee = match known {
            Some(ix) => ix,
            None => {
                let names = [super::trainee::tidy(&who.name), super::trainee::tidy(&who.officer)];
                let add = "INSERT INTO trainee (id, name, officer, keeps_practice, made, here) VALUES (?1, ?2, ?3, ?4, ?5, ?5)";
                tx.execute(add, params![id, names[0], names[1], who.keeps_practice, who.made])?;
                tx.last_insert_rowid()
            }
        };
        for attempt in &exported.attempts {
            if add(&tx, trainee, attempt, now)? { imported.added += 1 } else { imported.known += 1 }
        }
        exported.courses.iter().try_for_each(|one| course::add(&tx, trainee, one, now))?;
        lesson::add(&tx, trainee, &exported.lesson)?;
        hard_call::add(&tx, trainee, &exported.hard_calls)?;
        tx.commit()?;
        Ok(imported)
    }
}

/// False where it is here already.
fn add(tx: &rusqlite::Transaction, trainee: i64, attempt: &ExportedAttempt, now: Stamp) -> Result<bool, Trouble> {
    let id = attempt.id.into_bytes();
    let known: bool = tx.query_row("SELECT EXISTS (SELECT 1 FROM attempt WHERE id = ?1)", [id], |row| row.get(0))?;
    if known {
        return Ok(false);
    }
    let scenario = scenario_row(tx, &attempt.scenario, &attempt.hash, &attempt.title)?;
    let model = model_of(tx, &attempt.model)?;
    let finals = attempt.conclusion.as_ref().map(|c| c.ratings.map(|r| r.map(|r| r.final_score))).unwrap_or_default();
    let conclusion = attempt.conclusion.as_ref().and_then(|c| serde_json::to_string(c).ok());
    let seed = attempt.seed.cast_signed();
    let how = attempt.state as i64;
    tx.execute(
        "INSERT INTO attempt (id, trainee, scenario, model, seed, mode, again, began, zone, ended, how, ending, empathy,
           listening, boundaries, regard, conclusion)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        params![
            id,
            trainee,
            scenario,
            model,
            seed,
            mode_number(attempt.mode),
            attempt.again,
            attempt.began,
            attempt.zone,
            attempt.ended,
            how,
            attempt.ending,
            finals[0],
            finals[1],
            finals[2],
            finals[3],
            conclusion
        ],
    )?;
    let ix = tx.last_insert_rowid();
    if let Some(passport) = attempt.arrived.clone() {
        course::arrive(tx, ix, &Arriving { case: attempt.case.clone(), course: 0, passport, afterwards: None })?;
    }
    if let Some(recalled) = attempt.recall {
        recall::add(tx, ix, recalled)?;
    }
    if let Some(resolution) = &attempt.resolution {
        resolution::add(tx, ix, resolution)?;
    }
    for (number, turn) in attempt.turns.iter().enumerate() {
        add_turn(tx, ix, number, turn)?;
    }
    if attempt.mode == Mode::Assessment && attempt.state == ExportedState::Finished {
        seal::seal(tx, ix, now)?;
    }
    Ok(true)
}

fn add_turn(tx: &rusqlite::Transaction, attempt: i64, number: usize, turn: &ExportedTurn) -> Result<(), Trouble> {
    let terms = bytes(&turn.terms)
        .ok_or_else(|| Trouble::Other(format!("turn {} of an attempt has terms that cannot be read", number + 1)))?;
    let number = number as i64;
    let numbers = [attempt, number, turn.node, turn.choice].map(Value::Integer);
    let after = [turn.arousal.0, turn.arousal.1, turn.trust.0, turn.trust.1, turn.context].map(Value::Integer);
    let optional = |value: Option<i64>| value.map_or(Value::Null, Value::Integer);
    let middle = [optional(turn.cue), Value::Integer(turn.shown), optional(turn.took)];
    let row = numbers.into_iter().chain(middle).chain(after).chain([Value::Blob(terms)]);
    let mut add =
        tx.prepare_cached("INSERT INTO turn VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?;
    add.execute(rusqlite::params_from_iter(row))?;
    Ok(())
}

/// Forty-eight bytes from their hexadecimal digits.
fn bytes(digits: &str) -> Option<Vec<u8>> {
    let pairs: Option<Vec<u8>> =
        digits.as_bytes().chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect();
    pairs.filter(|bytes| bytes.len() == 48)
}
