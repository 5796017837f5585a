//! What simulated trainees make of a scenario, and what that says about it.

pub mod lines;
pub mod play;
pub mod statistics;
pub mod survey;
pub mod trainee;

pub use play::play;
pub use survey::{Played, Survey, survey};
pub use trainee::{TRAINEES, Trainee};
