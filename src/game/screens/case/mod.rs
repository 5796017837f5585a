//! A case on the screen: its people, the days between two visits, and the night told twice.

pub mod board;
pub mod days;
pub mod epilogue;
