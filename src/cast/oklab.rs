//! Colors where equal steps look equal: OKLab (Ottosson, 2020).

use std::sync::LazyLock;

use super::Color;

/// Lightness 0 to 1, then green to red and blue to yellow.
pub type Lab = [f64; 3];

/// From `a` at 0 to `b` at 1.
pub fn mix(a: Color, b: Color, share: f64) -> Color {
    color(between(lab(a), lab(b), share))
}

/// From `a` at 0 to `b` at 1.
pub fn between(a: Lab, b: Lab, share: f64) -> Lab {
    [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * share)
}

static LINEAR: LazyLock<[f64; 256]> = LazyLock::new(|| {
    std::array::from_fn(|i| {
        let v = i as f64 / 255.0;
        if v <= 0.04045 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
    })
});

pub fn lab(c: Color) -> Lab {
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

/// The nearest color a screen can show.
pub fn color([lightness, a, b]: Lab) -> Color {
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
    let v = linear.clamp(0.0, 1.0);
    let encoded = if v <= 0.0031308 { 12.92 * v } else { 1.055 * libm::pow(v, 1.0 / 2.4) - 0.055 };
    (255.0 * encoded.clamp(0.0, 1.0)).round() as u8
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
}
