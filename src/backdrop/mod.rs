//! Paints a place as a few pictures that lie behind and in front of the person: pure, at any size.

mod band;
mod camera;
pub mod company;
mod coverage;
mod finish;
mod framing;
mod ink;
#[cfg(test)]
mod laws;
mod life;
mod ops;
mod outline;
mod plane;

pub use camera::{Camera, Wish};
pub use framing::{Framing, Head};
pub use life::{Corner, Placement, Sprite, Streak, falling, now, sprite, still};
pub use plane::{Picture, Plane, Side, paint, planes, shift};

/// Size of the frame in units.
pub const FRAME: [f32; 2] = [1280.0, 720.0];
/// How far a picture reaches beyond the frame on the left and on the right, in units, so that it may move.
pub const BLEED: f32 = 50.0;
/// Share of the frame's width that the nearest plane moves when the camera is at 1.
const TRAVEL: f32 = 0.03;
