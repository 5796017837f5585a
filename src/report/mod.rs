//! Finished values as documents: one format per file. A format invents no judgment.

pub mod explained;
pub mod findings;
pub mod ink;
pub mod page;
pub mod text;
