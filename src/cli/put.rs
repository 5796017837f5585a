//! Puts a finished document where it was asked for: on standard output, or whole into a file.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{fail, unwritten};
use crate::rewrite::write;

/// Writes to the file, or to standard output where none is given.
pub fn put(document: &str, file: Option<&Path>) -> ExitCode {
    match file {
        None => match io::stdout().lock().write_all(document.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => unwritten("the document", &e),
        },
        Some(file) => match write::over(file, document) {
            Ok(()) => ExitCode::SUCCESS,
            Err(e) => fail(2, format_args!("could not write {}: {e}", file.display())),
        },
    }
}
