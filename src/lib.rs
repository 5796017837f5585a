//! Alongside: practice the conversations that come before force is a question.
//!
//! The core (everything but `game`) knows nothing of windows; the tree reads top to bottom, each module using only those above it.

pub mod cast;
pub mod cli;
pub mod debrief;
pub mod diagnostic;
pub mod figure;
#[cfg(feature = "game")]
pub mod game;
pub mod model;
pub mod rating;
pub mod records;
pub mod report;
pub mod scenario;
pub mod session;
pub mod terminal;
