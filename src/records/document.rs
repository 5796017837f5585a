//! The record of a conversation on disk: the replay document, whole or not at all.

use std::path::Path;

use crate::rewrite::write::{Unwritten, over};
use crate::session::{Session, replay};

/// Writes the record, if one is wanted, over the one of the turn before; gives what to tell when that fails. The old record
/// stands then.
pub fn save(session: &Session, record: Option<&Path>) -> Option<String> {
    let error = write(session, record?).err()?;
    Some(format!("The record could not be written ({error}). The conversation goes on."))
}

fn write(session: &Session, path: &Path) -> Result<(), Unwritten> {
    let text = serde_json::to_string_pretty(&replay::document(session)).map_err(std::io::Error::from)?;
    over(path, &text)
}
