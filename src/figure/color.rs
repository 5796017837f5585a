//! Shifting colors where equal steps look equal: OKLab and OKLCH (Ottosson, 2020).

use crate::cast::Color;
use crate::cast::oklab::{color, lab};

pub use crate::cast::oklab::mix;

use super::math::clamp;

/// How [`shift`] moves a color in OKLCH; [`Shift::SAME`] leaves it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shift {
    /// Factor of the lightness.
    pub scale: f64,
    /// Added to the lightness then.
    pub lighter: f64,
    /// Factor of the chroma.
    pub chroma: f64,
    /// Added to the chroma then.
    pub richer: f64,
    /// Degrees added to the hue.
    pub hue: f64,
}

impl Shift {
    pub const SAME: Self = Self { scale: 1.0, lighter: 0.0, chroma: 1.0, richer: 0.0, hue: 0.0 };
}

/// A color moved in OKLCH.
pub fn shift(c: Color, by: Shift) -> Color {
    let [lightness, a, b] = lab(c);
    let chroma = a.hypot(b) * by.chroma + by.richer;
    let (sin, cos) = (b.atan2(a) + by.hue.to_radians()).sin_cos();
    color([clamp(lightness * by.scale + by.lighter), chroma * cos, chroma * sin])
}

/// OKLab lightness, 0 to 1.
pub fn lightness(c: Color) -> f64 {
    lab(c)[0]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_turns_the_hue_and_keeps_within_the_colors_there_are() {
        let deep = Shift { scale: 0.62, richer: 0.008, hue: -17.0, ..Shift::SAME };
        assert_eq!(shift(Color::hex(0xcf9a74), deep).to_string(), "#7f422d");
        assert_eq!(shift(Color::WHITE, Shift { lighter: 0.5, ..Shift::SAME }), Color::WHITE);
    }
}
