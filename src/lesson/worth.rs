//! What the rating makes of the lines of a try.

use std::sync::Arc;

use super::Try;
use crate::model::{Evidence, Model};
use crate::rating::turn_terms;
use crate::session::{Mode, Session};

/// Per line, by its place in the file, 0 to 1: the mean of its quality on the dimensions that are at stake there, as a rating of the
/// turn has it (scoring basis, 4.1); 0 where none is.
pub fn worth(one: &Try) -> Vec<f64> {
    let session = Session::begin(Arc::clone(&one.scene), Model::shipped(), 1, Mode::Practice);
    let evidence: Vec<Evidence> = session.evidence().iter().copied().collect();
    let of = |line: usize| {
        let terms = turn_terms(session.model(), &evidence, line, 1.0);
        let at_stake: Vec<f64> = terms.iter().flatten().map(|term| term.q).collect();
        at_stake.iter().sum::<f64>() / at_stake.len().max(1) as f64
    };
    (0..evidence.len()).map(of).collect()
}
