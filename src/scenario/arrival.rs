//! How things stand when a visit begins that is not the first.

use serde::Serialize;

use super::{NameIx, PersonIx};
use crate::model::Variable;

/// One way in which earlier visits may have gone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arrival {
    /// In kebab case; unique in the scenario.
    pub id: String,
    /// As the trainee reads it: "You kept your word in October".
    pub what: String,
    /// Where somebody stands otherwise than the scenario's own start says.
    pub people: Vec<(PersonIx, Stance)>,
    pub known: Vec<NameIx>,
    pub promised: Vec<NameIx>,
    pub kept: Vec<NameIx>,
    pub broken: Vec<NameIx>,
}

/// What earlier visits have made of a person; what is not set is as the scenario's start has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stance {
    /// Values, not shifts, each 0 to 100.
    pub state: Vec<(Variable, f64)>,
    /// -3 to 3.
    pub history: Option<f64>,
}
