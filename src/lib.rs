//! Alongside: practice the conversations that come before force is a question.
//!
//! The core (everything but `game`) knows nothing of windows; the tree reads top to bottom, each module using only those above it.

pub mod model;
pub mod scenario;
