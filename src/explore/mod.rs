//! What simulated trainees make of a scenario, and what that says about it.

pub mod play;
pub mod reach;
pub mod survey;
pub mod trainee;

pub use play::play;
pub use reach::{Answer, Reach, reach};
pub use survey::{Played, Survey, survey};
pub use trainee::{TRAINEES, Trainee};
