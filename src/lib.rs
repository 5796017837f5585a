//! Alongside: practice the conversations that come before force is a question.
//!
//! The core (everything but `game`) knows nothing of windows. The modules stand in order: each uses only those above it, and
//! `tests/architecture.rs` holds them to that.

pub mod diagnostic;
pub mod model;
pub mod cast;
pub mod figure;
pub mod backdrop;
pub mod scenario;
pub mod rating;
pub mod session;
pub mod debrief;
pub mod explore;
pub mod growth;
pub mod lint;
pub mod rewrite;
pub mod case;
pub mod lesson;
pub mod records;
pub mod xapi;
pub mod report;
pub mod lsp;
pub mod terminal;
#[cfg(feature = "game")]
pub mod game;
pub mod cli;
