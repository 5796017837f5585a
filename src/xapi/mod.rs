//! What an academy's own store is told: xAPI statements, queued with what is kept and delivered at least once, so that the
//! store has each exactly once.
//!
//! `docs/xapi.md` says what is sent, when, and what is not.

mod base64;
pub mod credential;
pub mod delivery;
pub mod export;
pub mod iri;
pub mod profile;
pub mod progress;
pub mod read;
pub mod setup;
pub mod statement;
pub mod wire;

use crate::records::{Named, News, Queued, Records, Trouble};

pub use credential::Credential;
pub use delivery::{Sender, spawn};
pub use setup::Setup;

/// Lets the records queue statements from now on, where a store is set up; gives whether one is. Call it after every opening
/// of records that somebody plays with.
///
/// # Errors
/// What the disk says.
pub fn attach(records: &mut Records) -> Result<bool, Trouble> {
    let Some(setup) = Setup::of(records)? else { return Ok(false) };
    records.tell(Box::new(move |named, news| queued(&setup, named, news)));
    Ok(true)
}

fn queued(setup: &Setup, named: &Named, news: &News) -> Vec<Queued> {
    let statements = statement::statements(setup, named, news).into_iter();
    statements.map(|s| Queued { id: s.id, registration: named.id, statement: s.value.to_string() }).collect()
}
