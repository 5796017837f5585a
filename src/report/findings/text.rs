//! For people: each finding with its line, and at the end how many there are and what to do next.

use std::io::{Result, Write};

use super::Checked;
use crate::diagnostic::{Diagnostic, Lines, Severity, render};
use crate::report::ink::Ink;
use crate::report::page::clean;

/// Writes it.
///
/// # Errors
/// When the output is gone.
pub fn write(out: &mut dyn Write, checked: &[Checked], ink: Ink) -> Result<()> {
    for one in checked {
        let (lines, name) = (Lines::of(&one.text), clean(&one.name()));
        let told = |p: &Diagnostic| render(p, &name, &lines, ink == Ink::Color);
        one.problems.iter().try_for_each(|p| writeln!(out, "{}\n", told(p)))?;
    }
    let of = |severity| checked.iter().flat_map(|c| &c.problems).filter(move |p| p.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    let counts = [many(checked.len(), "file"), many(errors, "error"), many(warnings, "warning")];
    writeln!(out, "{} checked, {}, {}", counts[0], counts[1], counts[2])?;
    let first = of(Severity::Error).chain(of(Severity::Warning)).next();
    writeln!(out, "{}", next(checked, first))
}

/// What to do next.
fn next(checked: &[Checked], first: Option<&Diagnostic>) -> String {
    match (first, checked) {
        (Some(Diagnostic { code, severity, .. }), _) => {
            let stands = match severity {
                Severity::Error => "An error keeps a scenario from being played.",
                Severity::Warning => "It can be played as it is.",
            };
            format!("{stands} `alongside explain {code}` tells more about a finding, with an example put right.")
        }
        (None, [one]) => format!("Nothing to mend. `alongside play {}` plays it.", clean(&one.name())),
        (None, _) => "Nothing to mend.".to_owned(),
    }
}

fn many(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
