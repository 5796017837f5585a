//! One binary for everything that is tested from outside.

mod architecture;
mod conformance;
#[cfg(feature = "game")]
mod tour;
