//! Finished values as documents: one format per file. A format invents no judgment.

pub mod graph;
pub mod markup;
pub mod explore;
pub mod explained;
pub mod findings;
pub mod ink;
pub mod page;
pub mod script;
mod template;
pub mod text;
mod typeface;
