//! The life of a place at a moment: where its moving pictures are, and what falls. The same seed and second give the same.

mod chance;
mod falling;
#[cfg(test)]
mod laws;
mod motion;
mod sprite;
mod timing;

pub use falling::{Streak, falling};
pub use motion::{Placement, now, still};
pub use sprite::{Corner, Sprite, sprite};
