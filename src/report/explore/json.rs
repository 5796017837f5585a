//! An exploration as a document for programs; its shape is described in `docs/explore.md`.

use serde::Serialize;

use crate::explore::{Exploration, Findings, findings};

/// What is written: the numbers, and behind them what they say, once they are whole.
#[derive(Serialize)]
pub struct Document<'e> {
    #[serde(flatten)]
    exploration: &'e Exploration,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Findings>,
}

pub fn document(exploration: &Exploration) -> Document<'_> {
    let whole = exploration.shard.is_none();
    Document { exploration, findings: whole.then(|| findings(exploration)) }
}
