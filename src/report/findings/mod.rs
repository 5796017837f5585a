//! What `check` found, one way of writing it per file.

pub mod github;
pub mod json;
pub mod sarif;
pub mod text;

use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Lines, Position, Severity};

/// A file that was read, with everything there is to say about it.
#[derive(Clone, Debug)]
pub struct Checked {
    /// As it was named.
    pub path: PathBuf,
    pub text: String,
    /// In the order of the file.
    pub problems: Vec<Diagnostic>,
}

impl Checked {
    /// The file as it is shown to people.
    fn name(&self) -> String {
        self.path.display().to_string()
    }
}

/// The word for a severity in every format that has these two.
fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Where a problem begins, and the place just behind its end.
fn region(lines: &Lines, problem: &Diagnostic) -> (Position, Position) {
    (lines.position(problem.span.start), lines.position(problem.span.end))
}

/// The path with `/` between its parts, byte for byte as far as the system tells.
fn slashed(path: &Path) -> Vec<u8> {
    let bytes = path.as_os_str().as_encoded_bytes().to_vec();
    match std::path::MAIN_SEPARATOR {
        '\\' => bytes.into_iter().map(|b| if b == b'\\' { b'/' } else { b }).collect(),
        _ => bytes,
    }
}
