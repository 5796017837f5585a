//! One binary for everything that is tested from outside.

mod architecture;
mod bad_input;
mod cli;
mod conformance;
mod guide;
mod playthroughs;
mod watch;
