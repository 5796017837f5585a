//! Mixing and shifting colors where equal steps look equal: OKLab and OKLCH (Ottosson, 2020).

use std::sync::LazyLock;

use crate::cast::Color;

use super::math::{clamp, lerp};

/// Lightness 0 to 1, then green to red and blue to yellow.
type Lab = [f64; 3];

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

/// From `a` at 0 to `b` at 1, in OKLab.
pub fn mix(a: Color, b: Color, share: f64) -> Color {
    let (p, q) = (lab(a), lab(b));
    color([lerp(p[0], q[0], share), lerp(p[1], q[1], share), lerp(p[2], q[2], share)])
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

static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let v = i as f64 / 255.0;
        if v <= 0.04045 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
    })
});

fn lab(c: Color) -> Lab {
    let [r, g, b] = c.0.map(|v| LINEAR[usize::from(v)]);
    let l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b).cbrt();
    let m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b).cbrt();
    let s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b).cbrt();
    [
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
}

fn color([lightness, a, b]: Lab) -> Color {
    let l = (lightness + 0.3963377774 * a + 0.2158037573 * b).powi(3);
    let m = (lightness - 0.1055613458 * a - 0.0638541728 * b).powi(3);
    let s = (lightness - 0.0894841775 * a - 1.2914855480 * b).powi(3);
    Color([
        quantized(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        quantized(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        quantized(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    ])
}

fn quantized(linear: f64) -> u8 {
    let v = clamp(linear);
    let encoded = if v <= 0.0031308 { 12.92 * v } else { 1.055 * libm::pow(v, 1.0 / 2.4) - 0.055 };
    (255.0 * clamp(encoded)).round() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gray_survives_the_way_there_and_back() {
        for v in 0..=255 {
            let gray = Color([v; 3]);
            assert_eq!(mix(gray, Color::WHITE, 0.0), gray);
        }
    }

    #[test]
    fn a_mix_keeps_the_hue_alive() {
        assert_eq!(mix(Color::hex(0xcf9a74), Color::hex(0x3a4658), 0.5).to_string(), "#827069");
    }

    #[test]
    fn a_shift_turns_the_hue_and_keeps_within_the_colors_there_are() {
        let deep = Shift { scale: 0.62, richer: 0.008, hue: -17.0, ..Shift::SAME };
        assert_eq!(shift(Color::hex(0xcf9a74), deep).to_string(), "#7f422d");
        assert_eq!(shift(Color::WHITE, Shift { lighter: 0.5, ..Shift::SAME }), Color::WHITE);
    }
}
