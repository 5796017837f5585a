//! Alongside: practice the conversations that come before force is a question.
//!
//! The core (everything but `game`) knows nothing of windows; the tree reads top to bottom, each module using only those above it.

pub mod diagnostic;
pub mod model;
pub mod cast;
pub mod scenario;
pub mod rating;
pub mod session;
pub mod debrief;
pub mod report;
pub mod terminal;
#[cfg(feature = "game")]
pub mod game;
pub mod cli;
