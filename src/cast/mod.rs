//! Who and where: the people and places that are drawn, as data.

pub mod color;
pub mod light;
pub mod place;
pub mod shape;

pub use color::Color;
pub use light::Light;
pub use place::{Place, place, place_exists, place_ids};

/// The people that are drawn.
pub const LOOKS: [&str; 2] = ["dev", "mara"];

pub fn look_exists(id: &str) -> bool {
    LOOKS.contains(&id)
}
