//! One JSON document: for each file its problems, each with where it is, what it means and what to do.

use std::io::{Result, Write};

use serde_json::{Value, json};

use super::{Checked, region};
use crate::diagnostic::{Diagnostic, Lines};

/// Writes it.
///
/// # Errors
/// When the output is gone.
pub fn write(out: &mut dyn Write, checked: &[Checked]) -> Result<()> {
    let files: Vec<Value> = checked.iter().map(file).collect();
    serde_json::to_writer_pretty(&mut *out, &files)?;
    writeln!(out)
}

fn file(checked: &Checked) -> Value {
    let lines = Lines::of(&checked.text);
    let problem = |p: &Diagnostic| {
        let (from, to) = region(&lines, p);
        json!({
            "code": p.code, "severity": p.severity, "from": from, "to": to,
            "message": p.message, "why": p.why, "fix": p.fix,
        })
    };
    json!({ "file": checked.name(), "problems": checked.problems.iter().map(problem).collect::<Vec<_>>() })
}
