//! One screen per file: a view of plain values, drawn by a function that gives back what was asked for.

mod beside;
pub mod board;
pub mod briefing;
pub mod care;
pub mod case;
pub mod class;
pub mod debrief;
pub mod findings;
pub mod handed_in;
pub mod hard_call;
pub mod lesson;
pub mod pause;
pub mod progress;
pub mod recall;
mod row;
pub mod talk;
pub mod title;
pub mod welcome;
pub mod who;
