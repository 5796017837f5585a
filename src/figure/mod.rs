//! How a person is drawn: a pure function from looks, light, action units and posture to closed shapes.

pub mod drawing;
pub mod expression;
pub mod motion;

pub use drawing::{Drawing, Kind, Layer, Outline};
pub use expression::{ActionUnits, Arms, Posture, Side};
pub use motion::Motion;
