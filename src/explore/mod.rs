//! What simulated trainees make of a scenario, and what that says about it.

pub mod exploration;
pub mod findings;
pub mod lines;
pub mod merge;
pub mod path;
pub mod plan;
pub mod play;
pub mod reach;
mod reachable;
pub mod sample;
pub mod search;
pub mod statistics;
pub mod survey;
pub mod tally;
pub mod trainee;

pub use exploration::{Exploration, explore};
pub use findings::{Findings, findings};
pub use merge::{Unjoined, join};
pub use plan::{Plan, Shard};
pub use play::play;
pub use reach::{Answer, Reach, reach};
pub use survey::{Played, Survey, survey};
pub use trainee::{TRAINEES, Trainee};
