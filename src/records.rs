//! The record of a conversation on disk: the replay document, whole or not at all.

use std::io::{self, Write};
use std::path::Path;

use crate::session::{Session, replay};

/// Writes the replay document beside its place and moves it there, so that a kill or a full disk leaves the old one or the
/// new one.
///
/// # Errors
/// When the folder cannot be written; the old record stands.
pub fn write(session: &Session, path: &Path) -> io::Result<()> {
    let text = serde_json::to_vec_pretty(&replay::document(session))?;
    let beside = path.with_extension("part");
    let mut file = std::fs::File::create(&beside)?;
    file.write_all(&text)?;
    file.sync_all()?;
    std::fs::rename(&beside, path)
}
