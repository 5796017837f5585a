//! Workflow commands by which GitHub shows each finding beside its line.
//!
//! <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>: a value ends at `,` and a name at `:`,
//! and what they hold is escaped with `%`.

use std::io::{Result, Write};

use super::{Checked, level, region, slashed};
use crate::diagnostic::{Diagnostic, Lines};

/// Writes a command for each finding.
///
/// # Errors
/// When the output is gone.
pub fn write(out: &mut dyn Write, checked: &[Checked]) -> Result<()> {
    for one in checked {
        let lines = Lines::of(&one.text);
        let file = String::from_utf8_lossy(&slashed(&one.path)).into_owned();
        one.problems.iter().try_for_each(|p| writeln!(out, "{}", command(&file, &lines, p)))?;
    }
    Ok(())
}

fn command(file: &str, lines: &Lines, problem: &Diagnostic) -> String {
    let (from, to) = region(lines, problem);
    let mut place = format!("file={},line={},endLine={}", value(file), from.line, to.line);
    // columns are for a place within one line; the last one is the last letter of the place
    if from.line == to.line {
        place += &format!(",col={},endColumn={}", from.column, to.column.saturating_sub(1).max(from.column));
    }
    let parts = [&problem.message, &problem.why, &problem.fix].into_iter().filter(|part| !part.is_empty());
    let message = parts.cloned().collect::<Vec<_>>().join("\n");
    format!("::{} {place},title={}::{}", level(problem.severity), value(problem.code), escaped(&message))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn value(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
