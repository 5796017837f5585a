//! From the outbox to the store: in order, in batches, until nothing waits or the store has had enough.
//!
//! A statement leaves the outbox once the store has said that it has it. Whoever dies before that sends it again, under the same
//! id, and the store sees that it has it already.

mod background;
mod same;

use serde_json::Value;
use uuid::Uuid;

use super::Setup;
use super::progress::{LONGEST_WAIT, Progress};
use super::wire::{Answer, Later, Wire};
use crate::records::{Records, Stamp, Trouble, Waiting};

pub use background::{Sender, spawn};

/// What came of a delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Statements that the store took, or had.
    pub sent: usize,
    /// Statements that it did not want; they are set aside.
    pub refused: usize,
    pub stands: Stands,
}

/// How it stands then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Nothing waits.
    Done,
    /// What waits is held by another sender.
    Elsewhere,
    /// It is tried again then.
    Later { at: Stamp, why: String },
    /// Somebody has to do something first.
    Stopped { why: String },
}

/// Why a batch was not delivered.
enum Halt {
    Later(Later),
    Stop(String),
    Disk(Trouble),
}

impl From<Trouble> for Halt {
    fn from(trouble: Trouble) -> Self {
        Self::Disk(trouble)
    }
}

/// Sends what waits, now, whatever was waited for before.
///
/// # Errors
/// What the disk says; everything that was not delivered is still there.
pub fn send(records: &mut Records, wire: &Wire, setup: &Setup, now: &dyn Fn() -> Stamp) -> Result<Sent, Trouble> {
    let mut delivery = Delivery { records, wire, now, me: Uuid::new_v4(), sent: 0, refused: 0 };
    let halt = delivery.all(setup.batch).err();
    let Delivery { records, me, sent, refused, .. } = delivery;
    let stands = match halt {
        None if records.waiting()? > 0 => Stands::Elsewhere,
        None => Stands::Done,
        Some(Halt::Disk(trouble)) => return Err(trouble),
        Some(Halt::Later(later)) => {
            let at = put_off(records, &later.why, later.after, now())?;
            Stands::Later { at, why: later.why }
        }
        Some(Halt::Stop(why)) => {
            put_off(records, &why, LONGEST_WAIT, now())?;
            Stands::Stopped { why }
        }
    };
    records.let_go(me)?;
    Ok(Sent { sent, refused, stands })
}

fn put_off(records: &Records, why: &str, at_least: i64, now: Stamp) -> Result<Stamp, Trouble> {
    let mut progress = Progress::of(records)?;
    let chance = f64::from(Uuid::new_v4().as_fields().0) / f64::from(u32::MAX);
    progress.failed(why.to_owned(), at_least, chance, now);
    progress.keep(records)?;
    Ok(Stamp { ms: now.ms.saturating_add(progress.wait(now)), ..now })
}

struct Delivery<'a> {
    records: &'a mut Records,
    wire: &'a Wire,
    now: &'a dyn Fn() -> Stamp,
    me: Uuid,
    sent: usize,
    refused: usize,
}

impl Delivery<'_> {
    fn all(&mut self, batch: usize) -> Result<(), Halt> {
        loop {
            let waiting = self.records.take(self.me, batch, (self.now)())?;
            if waiting.is_empty() {
                return Ok(());
            }
            self.deliver(&waiting)?;
        }
    }

    /// One batch. Where the store wants something in it not, it is halved until that one stands alone, so that it holds up none
    /// of the others.
    fn deliver(&mut self, batch: &[Waiting]) -> Result<(), Halt> {
        self.records.hold(self.me, (self.now)())?;
        let texts: Vec<&str> = batch.iter().map(|waiting| waiting.statement.as_str()).collect();
        match (self.wire.post(&texts), batch) {
            (Answer::Taken, _) => self.has_taken(batch),
            (Answer::Later(later), _) => Err(Halt::Later(later)),
            (Answer::Stop(why), _) => Err(Halt::Stop(why)),
            (Answer::Conflict(why), [one]) => self.settle(one, &why),
            (Answer::Malformed(why) | Answer::TooLarge(why), [one]) => self.set_aside(one, &why),
            (Answer::Conflict(_) | Answer::Malformed(_) | Answer::TooLarge(_), batch) => {
                let (first, second) = batch.split_at(batch.len() / 2);
                self.deliver(first)?;
                self.deliver(second)
            }
        }
    }

    fn has_taken(&mut self, batch: &[Waiting]) -> Result<(), Halt> {
        self.records.delivered(batch)?;
        self.sent += batch.len();
        let mut progress = Progress::of(self.records)?;
        progress.took(batch.len(), (self.now)());
        Ok(progress.keep(self.records)?)
    }

    /// The store has something under this id: the same counts as delivered, however it answered.
    fn settle(&mut self, one: &Waiting, why: &str) -> Result<(), Halt> {
        let theirs = match self.wire.statement(one.id) {
            Ok(theirs) => theirs,
            Err(Answer::Later(later)) => return Err(Halt::Later(later)),
            Err(Answer::Stop(why)) => return Err(Halt::Stop(why)),
            Err(Answer::Taken | Answer::Conflict(_) | Answer::Malformed(_) | Answer::TooLarge(_)) => None,
        };
        let ours: Option<Value> = serde_json::from_str(&one.statement).ok();
        match (ours, theirs) {
            (Some(ours), Some(theirs)) if same::says(&ours, &theirs) => self.has_taken(std::slice::from_ref(one)),
            _ => self.set_aside(one, why),
        }
    }

    fn set_aside(&mut self, one: &Waiting, why: &str) -> Result<(), Halt> {
        self.records.refuse(one, why)?;
        self.refused += 1;
        Ok(())
    }
}
