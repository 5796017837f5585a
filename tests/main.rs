//! One binary for everything that is tested from outside.

mod architecture;
mod cli;
mod conformance;
mod cues;
mod figures;
#[cfg(feature = "game")]
mod tour;
