//! Faults of the writing itself, where the reader says what puts them right.

use super::{Case, Edit};
use crate::scenario::text::{Fault, Mend};

const BRACKETS: [&str; 6] = ["(", ")", "[", "]", "{", "}"];
/// What is told where things may stand in another value than they were meant to.
const MISPLACED: [&str; 3] = ["duplicate-key", "unknown-field", "wrong-type"];

/// All the places of a fault at once.
pub fn mend(case: &Case) -> Option<Vec<Edit>> {
    let told = |f: &&Fault| f.span == case.problem.span && f.message == case.problem.message;
    let fault = case.reading.faults.iter().find(told)?;
    let edits: Vec<Edit> = fault.mends.iter().map(|m| Edit::replace(m.span.clone(), m.text)).collect();
    (!edits.is_empty() && !is_unsure(case, fault)).then_some(edits)
}

/// Whether a bracket may be wrong only because of something else: a fault nobody can mend, or, where another one is
/// missing, a value that stands where it does not belong.
fn is_unsure(case: &Case, fault: &Fault) -> bool {
    let bracket = |m: &Mend| [&case.text[m.span.clone()], m.text].iter().any(|t| BRACKETS.contains(t));
    let open = || case.reading.faults.iter().any(|f| f.mends.is_empty());
    let misplaced = || case.reading.torn && case.problems.iter().any(|p| MISPLACED.contains(&p.code));
    fault.mends.iter().any(bracket) && (open() || misplaced())
}
