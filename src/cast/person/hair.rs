//! Hair, beards and glasses.

use serde::Deserialize;

use crate::cast::Color;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HairStyle {
    Bob,
    Braid,
    Braids,
    Cap,
    Coils,
    Crop,
    Hijab,
    Long,
    Ponytail,
    Receding,
    Shaved,
    /// Parted at the side.
    Side,
    /// Combed back hard into a low knot.
    Strict,
    Turban,
    Updo,
    Waves,
}

/// Hair, or what covers it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hair {
    pub style: HairStyle,
    pub color: Color,
    /// Color of the locks that have gone gray.
    #[serde(default)]
    pub gray: Option<Color>,
    /// Chooses among equal locks.
    #[serde(default)]
    pub seed: Option<u64>,
    #[serde(default)]
    pub hides_ears: bool,
    /// How far it stands off the head, in figure units; the style's own without it.
    #[serde(default)]
    pub volume: Option<f64>,
    /// Higher over the forehead.
    #[serde(default)]
    pub up: f64,
    /// 0 to 1: how far locks fall out of order.
    #[serde(default)]
    pub tousle: f64,
    /// 0 to 1; the style's own without it.
    #[serde(default)]
    pub opacity: Option<f64>,
    /// Of a knitted cap, or of the band below a turban or a headscarf.
    #[serde(default)]
    pub cap: Option<Color>,
    /// Of what holds a braid or a tail.
    #[serde(default)]
    pub tie: Option<Color>,
    #[serde(default)]
    pub beads: Option<Color>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum BeardStyle {
    Full,
    Moustache,
    Short,
    Stubble,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beard {
    pub style: BeardStyle,
    pub color: Color,
    #[serde(default)]
    pub opacity: Option<f64>,
    /// How far it reaches below the chin, in figure units.
    #[serde(default)]
    pub length: f64,
    /// How many hairs stand out in it.
    #[serde(default = "strands")]
    pub strands: u32,
}

fn strands() -> u32 {
    40
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glasses {
    pub color: Color,
    /// Half-width and half-height of a lens, in figure units.
    #[serde(default = "lens_rx")]
    pub rx: f64,
    #[serde(default = "lens_ry")]
    pub ry: f64,
    /// 0 round to 1 square.
    #[serde(default = "half")]
    pub square: f64,
    /// Of the frame's rim.
    #[serde(default = "frame_width")]
    pub width: f64,
    /// How far the middle of a lens lies below that of the eye.
    #[serde(default = "lens_y")]
    pub y: f64,
}

fn lens_rx() -> f64 {
    22.0
}

fn lens_ry() -> f64 {
    17.0
}

fn half() -> f64 {
    0.5
}

fn frame_width() -> f64 {
    2.6
}

fn lens_y() -> f64 {
    3.0
}
