//! One binary for everything that is tested from outside.

mod conformance;
#[cfg(feature = "game")]
mod tour;
