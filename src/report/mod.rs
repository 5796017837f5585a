//! Finished values as documents: one format per file. A format invents no judgment.

pub mod explore;
pub mod page;
pub mod text;
