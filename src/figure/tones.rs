//! One material under one light, as flat tones.

use crate::cast::{Color, Light};

use super::color::{Shift, lightness, mix, shift};

/// The tones of a material, from light to dark, and its edge in the second light.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tones {
    pub light: Color,
    pub base: Color,
    pub shade: Color,
    pub deep: Color,
    pub dark: Color,
    pub rim: Color,
}

impl Tones {
    /// Skin: lit warmer, shaded towards red, never gray.
    pub fn skin(color: Color, light: &Light) -> Self {
        let color = shift(color, Shift { scale: light.exposure, ..Shift::SAME });
        let (key, ambient) = (light.key_mix, light.ambient_mix);
        let lighter = 0.042 + 0.07 * (1.0 - lightness(color));
        let lit = |by, share| mix(shift(color, by), light.key, share);
        let shaded = |by, share| mix(shift(color, by), light.ambient, share);
        Self {
            light: lit(Shift { lighter, chroma: 0.93, hue: 6.0, ..Shift::SAME }, key * 1.9),
            base: mix(color, light.key, key),
            shade: shaded(Shift { scale: 0.815, chroma: 1.06, richer: 0.006, hue: -9.0, ..Shift::SAME }, ambient),
            deep: shaded(Shift { scale: 0.62, richer: 0.008, hue: -17.0, ..Shift::SAME }, ambient * 1.25),
            dark: shaded(Shift { scale: 0.40, chroma: 0.8, hue: -24.0, ..Shift::SAME }, ambient * 1.2),
            rim: rim(color, light),
        }
    }

    /// Hair, cloth, and everything else that is not skin.
    pub fn cloth(color: Color, light: &Light) -> Self {
        let color = shift(color, Shift { scale: light.exposure, ..Shift::SAME });
        let (key, ambient) = (light.key_mix, light.ambient_mix);
        let lit = |by, share| mix(shift(color, by), light.key, share);
        let shaded = |by, share| mix(shift(color, by), light.ambient, share);
        Self {
            light: lit(Shift { lighter: 0.07, chroma: 0.95, ..Shift::SAME }, key * 2.2),
            base: mix(color, light.key, key * 0.8),
            shade: shaded(Shift { scale: 0.78, chroma: 0.98, hue: -4.0, ..Shift::SAME }, ambient),
            deep: shaded(Shift { scale: 0.58, chroma: 0.9, hue: -8.0, ..Shift::SAME }, ambient * 1.2),
            dark: shaded(Shift { scale: 0.4, chroma: 0.8, ..Shift::SAME }, ambient),
            rim: rim(color, light),
        }
    }
}

fn rim(color: Color, light: &Light) -> Color {
    mix(mix(color, light.rim(), 0.62), Color::WHITE, 0.06)
}

/// The colors of blood under skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flush {
    pub upper_lip: Color,
    pub lower_lip: Color,
    pub lip_line: Color,
    pub blush: Color,
}

impl Flush {
    pub fn of(skin: &Tones) -> Self {
        let red = shift(skin.base, Shift { scale: 0.84, richer: 0.014, hue: -20.0, ..Shift::SAME });
        let upper_lip = mix(red, skin.base, 0.22);
        Self {
            upper_lip,
            lower_lip: shift(upper_lip, Shift { lighter: 0.03, chroma: 0.95, ..Shift::SAME }),
            lip_line: shift(upper_lip, Shift { scale: 0.56, chroma: 0.85, hue: -4.0, ..Shift::SAME }),
            blush: shift(skin.base, Shift { scale: 0.88, richer: 0.055, hue: -28.0, ..Shift::SAME }),
        }
    }
}
