//! How a person is drawn: a pure function from looks, light, action units and posture to closed shapes.

pub mod arms;
pub mod beard;
pub mod body;
pub mod canvas;
pub mod clothes;
pub mod color;
pub mod curve;
mod draw;
pub mod drawing;
pub mod expression;
pub mod glasses;
pub mod hair;
pub mod math;
pub mod poses;
pub mod rig;
pub mod tones;

pub use draw::draw;
pub use drawing::{Drawing, Kind, Layer, Outline};
pub use expression::{ActionUnits, Arms, Posture, Side, Sides};
pub use poses::Poses;
