//! How a person is drawn: a pure function from looks, light, action units and posture to closed shapes.

pub mod arms;
pub mod beard;
pub mod body;
pub mod brows;
pub mod canvas;
pub mod clothes;
pub mod color;
pub mod curve;
mod draw;
pub mod drawing;
pub mod ears;
pub mod expression;
pub mod eyes;
mod freckles;
pub mod glasses;
pub mod hair;
pub mod hand;
pub mod head;
pub mod math;
pub mod motion;
pub mod mouth;
pub mod neck;
pub mod nose;
pub mod poses;
mod profile;
pub mod props;
pub mod rig;
pub mod seat;
pub mod skull;
pub mod tones;

pub use draw::draw;
pub use drawing::{Drawing, Kind, Layer, Outline};
pub use expression::{ActionUnits, Arms, Posture, Side, Sides};
pub use motion::Motion;
pub use poses::Poses;
