//! True or False with a capital letter.

use super::{Case, Edit};

/// A value of the wrong kind.
pub fn mend(case: &Case) -> Option<Vec<Edit>> {
    let span = case.problem.span.clone();
    match case.text.get(span.clone())? {
        "True" | "TRUE" => Some(vec![Edit::replace(span, "true")]),
        "False" | "FALSE" => Some(vec![Edit::replace(span, "false")]),
        _ => None,
    }
}
