//! One binary for everything that is tested from outside.

mod architecture;
mod bad_input;
mod cli;
mod conformance;
mod cues;
mod figures;
mod findings;
mod guide;
mod lint;
mod playthroughs;
#[cfg(feature = "game")]
mod screens;
#[cfg(feature = "game")]
mod tour;
mod watch;
