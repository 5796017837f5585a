//! Puts a finished document where it was asked for: on standard output, or whole into a file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{fail, unwritten};

/// Writes to the file, or to standard output where none is given.
pub fn put(document: &str, file: Option<&Path>) -> ExitCode {
    match file {
        None => match io::stdout().lock().write_all(document.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => unwritten("the document", &e),
        },
        Some(file) => match replace(file, document) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => fail(2, format_args!("could not write {}: {e}", file.display())),
        },
    }
}

/// The old file stays whole until the new one is.
fn replace(file: &Path, document: &str) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut fresh = builder().tempfile_in(folder)?;
    fresh.write_all(document.as_bytes())?;
    fresh.as_file().sync_all()?;
    fresh.persist(file)?;
    Ok(())
}

/// For files as readable as others are, within what the user's own settings allow; a temporary file alone would be for its
/// owner's eyes.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}
