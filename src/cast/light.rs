//! The light of a place, as it falls on people.

use serde::Deserialize;

use super::Color;

/// Part of a place's file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// The lamp or sun that makes the lit side.
    pub key: Color,
    /// What fills the shade.
    pub ambient: Color,
    /// A second light along the edge; without it, the key's color.
    #[serde(default)]
    pub rim: Option<Color>,
    /// Share of the key's color in the base tone, 0 to 1.
    #[serde(default = "key_mix")]
    pub key_mix: f64,
    /// Share of the ambient color in the shade, 0 to 1.
    #[serde(default = "ambient_mix")]
    pub ambient_mix: f64,
    /// Factor of the lightness of everything lit.
    #[serde(default = "one")]
    pub exposure: f64,
    /// -1 from the viewer's left, 1 from the right.
    #[serde(default = "from_left")]
    pub light_x: f64,
    /// Where the rim light comes from: x to the viewer's right, y down.
    #[serde(default)]
    pub rim_dir: [f64; 2],
    /// Width of the rim in figure units; 0 for none.
    #[serde(default)]
    pub rim_w: f64,
    /// Factor of the lightness of clothes, so that a white shirt does not outshine a face.
    #[serde(default = "one")]
    pub cloth: f64,
}

impl Light {
    /// The color of the light along the edge.
    pub fn rim(&self) -> Color {
        self.rim.unwrap_or(self.key)
    }
}

fn key_mix() -> f64 {
    0.08
}

fn ambient_mix() -> f64 {
    0.15
}

fn one() -> f64 {
    1.0
}

fn from_left() -> f64 {
    -1.0
}
