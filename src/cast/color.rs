//! A color as people write it: "#rrggbb".

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

/// Red, green and blue in sRGB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

impl Color {
    /// The color of "#rrggbb".
    ///
    /// # Errors
    /// A sentence naming the text, when it is anything else.
    pub fn parse(text: &str) -> Result<Self, String> {
        let wrong = || format!("a color is written \"#rrggbb\", not \"{text}\"");
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        let number = digits.and_then(|d| u32::from_str_radix(d, 16).ok()).ok_or_else(wrong)?;
        let [_, red, green, blue] = number.to_be_bytes();
        Ok(Self([red, green, blue]))
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Color;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a color as \"#rrggbb\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Color, E> {
        Color::parse(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_six_digits() {
        assert_eq!(Color::parse("#1e12ff"), Ok(Color([0x1e, 0x12, 0xff])));
    }

    #[test]
    fn anything_else_is_named() {
        for text in ["1e12ff", "#1e12f", "#1e12fg", "#+e12ff", "", "#ééé"] {
            assert!(Color::parse(text).is_err_and(|e| e.contains(text)), "{text}");
        }
    }
}
