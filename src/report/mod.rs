//! Finished values as documents: one format per file. A format invents no judgment.

pub mod class;
pub mod completions;
mod csv;
pub mod debrief;
pub mod graph;
pub mod markup;
pub mod explore;
pub mod explained;
pub mod findings;
pub mod ink;
pub mod library;
pub mod page;
mod paper;
mod plot;
pub mod script;
pub mod sheet;
mod template;
pub mod text;
pub mod trainee;
mod typeface;
