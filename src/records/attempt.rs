//! Writing an attempt down: when it begins, after each turn, when it is over.

use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use uuid::Uuid;

use super::course::{self, Arriving};
use super::news::{News, Said};
use super::{Conclusion, Records, Stamp, Trouble, news, seal};
use crate::case::Course;
use crate::growth::{Context, context};
use crate::rating::Terms;
use crate::session::{Mode, Session, Turn};

/// Who begins, and what for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning {
    pub trainee: i64,
    /// The assessment form it belongs to.
    pub form: Option<i64>,
    pub at: Stamp,
}

/// An attempt that stands in the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub ix: i64,
    pub id: Uuid,
}

/// Keeps one conversation: what of it is on disk already, and what still has to be.
#[derive(Clone, Debug)]
pub struct Keeper {
    pub(super) beginning: Beginning,
    pub(super) attempt: Option<Attempt>,
    /// Turns that are on disk.
    pub(super) kept: usize,
    /// Milliseconds each line took to be chosen, as far as that was measured.
    pub(super) took: Vec<Option<u32>>,
    pub(super) over: bool,
    /// The visit of a case that it is.
    pub(super) arriving: Option<Arriving>,
}

/// How an attempt stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It came to its ending.
    Done = 1,
    /// It was left before, for good. (0 is an attempt under way.)
    Left = 2,
}

impl How {
    pub(super) fn number(self) -> i64 {
        self as i64
    }
}

pub(super) fn mode_number(mode: Mode) -> i64 {
    match mode {
        Mode::Coached => 0,
        Mode::Practice => 1,
        Mode::Assessment => 2,
    }
}

pub(super) fn mode_of(number: i64) -> Mode {
    match number {
        0 => Mode::Coached,
        2 => Mode::Assessment,
        _ => Mode::Practice,
    }
}

impl Keeper {
    pub fn new(beginning: Beginning) -> Self {
        Self { beginning, attempt: None, kept: 0, took: Vec::new(), over: false, arriving: None }
    }

    /// Begins anew, as the same trainee.
    pub fn again(&mut self, at: Stamp) {
        *self = Self::new(Beginning { at, ..self.beginning });
    }

    /// A visit of a case begins.
    pub fn visiting(beginning: Beginning, arriving: Arriving) -> Self {
        Self { arriving: Some(arriving), ..Self::new(beginning) }
    }

    /// The visit of a case that it is.
    pub fn arriving(&self) -> Option<&Arriving> {
        self.arriving.as_ref()
    }

    /// How far the course will be once this visit is over; written with its conclusion.
    pub fn leads_to(&mut self, course: Course) {
        if let Some(arriving) = &mut self.arriving {
            arriving.afterwards = Some(course);
        }
    }

    /// Where it stands in the records, once it does.
    pub fn attempt(&self) -> Option<Attempt> {
        self.attempt
    }

    /// The turns that are on disk.
    pub fn kept(&self) -> usize {
        self.kept
    }

    /// Tells how long the line of turn `ix` (from 0) took to be chosen, in seconds.
    pub fn took(&mut self, ix: usize, secs: f64) {
        if self.took.len() <= ix {
            self.took.resize(ix + 1, None);
        }
        self.took[ix] = Some((secs * 1e3).clamp(0.0, f64::from(u32::MAX)) as u32);
    }
}

impl Records {
    /// Writes down whatever of the conversation is not on disk yet, its beginning and its conclusion among it: all of it,
    /// durably, or nothing. Call it before the next turn is shown.
    ///
    /// # Errors
    /// Says what to do; the same call after the next turn makes up for it.
    pub fn keep(&mut self, keeper: &mut Keeper, session: &Session, now: Stamp) -> Result<(), Trouble> {
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let attempt = match keeper.attempt {
            Some(attempt) => attempt,
            None => {
                let attempt = begin(&tx, &keeper.beginning, session)?;
                keeper.arriving.iter().try_for_each(|arriving| course::arrive(&tx, attempt.ix, arriving))?;
                attempt
            }
        };
        let turns = &session.transcript().turns;
        let held: usize = turns_held(&tx, attempt)?;
        if held != keeper.kept && keeper.attempt.is_some() {
            return Err(Trouble::Elsewhere);
        }
        let mut said = Vec::new();
        for (number, turn) in turns.iter().enumerate().skip(keeper.kept) {
            let one = Said { at: now, took: keeper.took.get(number).copied().flatten() };
            write_turn(&tx, attempt, number, turn, one)?;
            said.push(one);
        }
        let over = session.ending().is_some();
        let ends = over && !keeper.over;
        if ends {
            conclude(&tx, attempt, session, now)?;
            if let Some(Arriving { course, afterwards: Some(after), .. }) = &keeper.arriving {
                course::write(&tx, *course, after, now)?;
            }
        }
        if let Some(teller) = &self.teller {
            let (from, first, ended) = (keeper.kept, keeper.attempt.is_none(), ends.then_some(now));
            news::tell(&tx, teller, attempt.ix, &News::Kept { session, from, first, said, ended })?;
        }
        tx.commit()?;
        (keeper.attempt, keeper.kept, keeper.over) = (Some(attempt), turns.len(), over);
        Ok(())
    }

    /// What a trainee left open of one conversation is not gone on with: it begins anew. An assessment stays open.
    ///
    /// # Errors
    /// What the disk says.
    pub fn leave_open(&mut self, trainee: i64, scenario: &str, now: Stamp) -> Result<(), Trouble> {
        let sql = "SELECT ix FROM attempt WHERE trainee = ?1 AND how = 0 AND mode != 2
            AND scenario IN (SELECT ix FROM scenario WHERE id = ?2)";
        let open: Vec<i64> = {
            let mut find = self.db.prepare_cached(sql)?;
            find.query_map(params![trainee, scenario], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        open.into_iter().try_for_each(|attempt| self.leave(attempt, now))
    }

    /// The conversation was left, not to be gone on with. What was said in it stays.
    ///
    /// # Errors
    /// What the disk says.
    pub fn leave(&mut self, attempt: i64, now: Stamp) -> Result<(), Trouble> {
        let sql = "UPDATE attempt SET how = ?2, ended = ?3 WHERE ix = ?1 AND how = 0";
        let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let left = tx.execute(sql, params![attempt, How::Left.number(), now.ms])?;
        if let Some(teller) = self.teller.as_ref().filter(|_| left > 0) {
            news::tell(&tx, teller, attempt, &News::Left { at: now })?;
        }
        tx.commit()?;
        Ok(())
    }
}

fn turns_held(tx: &Transaction, attempt: Attempt) -> Result<usize, Trouble> {
    let mut count = tx.prepare_cached("SELECT count(*) FROM turn WHERE attempt = ?1")?;
    Ok(count.query_row([attempt.ix], |row| row.get::<_, i64>(0))?.unsigned_abs() as usize)
}

fn begin(tx: &Transaction, beginning: &Beginning, session: &Session) -> Result<Attempt, Trouble> {
    let scenario = scenario_of(tx, session)?;
    let model = model_of(tx, &session.model().version)?;
    let again = was_met(tx, beginning.trainee, &session.scenario().id)?;
    let id = Uuid::new_v4();
    let mut add = tx.prepare_cached(
        "INSERT INTO attempt (id, trainee, scenario, model, seed, mode, form, again, began, zone)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    let Beginning { trainee, form, at } = *beginning;
    let mode = mode_number(session.mode());
    let seed = session.seed().cast_signed();
    let ix = add.insert(params![id.into_bytes(), trainee, scenario, model, seed, mode, form, again, at.ms, at.zone])?;
    Ok(Attempt { ix, id })
}

pub(super) fn scenario_of(tx: &Transaction, session: &Session) -> Result<i64, Trouble> {
    let scenario = session.scenario();
    scenario_row(tx, &scenario.id, &scenario.hash, &scenario.title)
}

pub(super) fn scenario_row(tx: &Transaction, id: &str, hash: &str, title: &str) -> Result<i64, Trouble> {
    let mut find = tx.prepare_cached("SELECT ix FROM scenario WHERE id = ?1 AND hash = ?2")?;
    if let Some(ix) = find.query_row([id, hash], |row| row.get(0)).optional()? {
        return Ok(ix);
    }
    Ok(tx.prepare_cached("INSERT INTO scenario (id, hash, title) VALUES (?1, ?2, ?3)")?.insert([id, hash, title])?)
}

pub(super) fn model_of(tx: &Transaction, version: &str) -> Result<i64, Trouble> {
    let mut find = tx.prepare_cached("SELECT ix FROM model WHERE version = ?1")?;
    if let Some(ix) = find.query_row([version], |row| row.get(0)).optional()? {
        return Ok(ix);
    }
    Ok(tx.prepare_cached("INSERT INTO model (version) VALUES (?1)")?.insert([version])?)
}

/// Whether this trainee has said anything in this conversation before, in any version of it.
fn was_met(tx: &Transaction, trainee: i64, scenario: &str) -> Result<bool, Trouble> {
    let mut find = tx.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM attempt JOIN scenario ON scenario.ix = attempt.scenario
           WHERE attempt.trainee = ?1 AND scenario.id = ?2
             AND EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.ix))",
    )?;
    Ok(find.query_row(params![trainee, scenario], |row| row.get(0))?)
}

fn write_turn(tx: &Transaction, attempt: Attempt, number: usize, turn: &Turn, said: Said) -> Result<(), Trouble> {
    let mut add =
        tx.prepare_cached("INSERT INTO turn VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?;
    let person = turn.addressee();
    let shown = turn.order.iter().position(|i| *i == turn.chosen).unwrap_or(0);
    let cue = turn.cue_answer.map(|answer| answer as i64 + 1);
    add.execute(params![
        attempt.ix,
        number as i64,
        turn.node.index() as i64,
        turn.chosen().choice as i64,
        cue,
        shown as i64,
        said.took,
        tenths(person.before.arousal),
        tenths(person.after.arousal),
        tenths(person.before.trust),
        tenths(person.after.trust),
        context_number(context(&person.before)),
        terms_bytes(&turn.terms),
    ])?;
    let mut add = tx.prepare_cached("INSERT INTO said (attempt, number, at) VALUES (?1, ?2, ?3)")?;
    add.execute([attempt.ix, number as i64, said.at.ms])?;
    Ok(())
}

/// Bit 0 for arousal of 60 or more, bit 1 for trust under 40, bit 2 for a stage before preparation.
fn context_number(context: Context) -> u8 {
    u8::from(context.upset) | u8::from(context.wary) << 1 | u8::from(context.before_preparation) << 2
}

pub(super) fn context_of(number: u8) -> Context {
    let bit = |place: u8| number & (1 << place) != 0;
    Context { upset: bit(0), wary: bit(1), before_preparation: bit(2) }
}

fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}

/// Weight, quality and chance of each dimension as single-precision numbers, lowest byte first; a weight of 0 where nothing
/// was at stake.
fn terms_bytes(terms: &[Option<Terms>; 4]) -> Vec<u8> {
    let numbers = terms.iter().flat_map(|t| t.map_or([0.0; 3], |t| [t.w, t.q, t.g]));
    numbers.flat_map(|number| (number as f32).to_le_bytes()).collect()
}

pub(super) fn terms_of(bytes: &[u8]) -> [Option<Terms>; 4] {
    let number = |i: usize| {
        let four = bytes.get(4 * i..4 * i + 4).and_then(|b| b.try_into().ok());
        f64::from(four.map_or(0.0, f32::from_le_bytes))
    };
    std::array::from_fn(|d| {
        let [w, q, g] = [number(3 * d), number(3 * d + 1), number(3 * d + 2)];
        (w > 0.0).then_some(Terms { w, q, g })
    })
}

fn conclude(tx: &Transaction, attempt: Attempt, session: &Session, now: Stamp) -> Result<(), Trouble> {
    let conclusion = Conclusion::of(session);
    let text = serde_json::to_string(&conclusion).map_err(|e| Trouble::Other(e.to_string()))?;
    let [empathy, listening, boundaries, regard] = conclusion.ratings.map(|r| r.map(|r| r.final_score));
    let ending = session.ending().map(|(_, at)| session.scenario().place_at(at).id.clone());
    let mut set = tx.prepare_cached(
        "UPDATE attempt SET ended = ?2, how = ?3, ending = ?4, empathy = ?5, listening = ?6, boundaries = ?7, regard = ?8,
           conclusion = ?9 WHERE ix = ?1",
    )?;
    let how = How::Done.number();
    set.execute(params![attempt.ix, now.ms, how, ending, empathy, listening, boundaries, regard, text])?;
    if session.mode() == Mode::Assessment {
        seal::seal(tx, attempt.ix, now)?;
    }
    Ok(())
}
