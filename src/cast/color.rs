//! A color as the files write it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, de::Error};

/// sRGB, 8 bits a channel; in files `"#rrggbb"`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Color(pub [u8; 3]);

impl Color {
    pub const WHITE: Self = Self::hex(0xff_ffff);

    /// From `0xrrggbb`.
    pub const fn hex(rgb: u32) -> Self {
        Self([(rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8])
    }
}

impl FromStr for Color {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no color: write `#rrggbb`");
        let digits = text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        let rgb = u32::from_str_radix(digits.ok_or_else(wrong)?, 16).map_err(|_| wrong())?;
        Ok(Self::hex(rgb))
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl<'de> Deserialize<'de> for Color {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_color_is_read_as_it_is_written() {
        assert_eq!("#cf9a74".parse::<Color>().map(|c| c.to_string()), Ok("#cf9a74".to_owned()));
    }

    #[test]
    fn what_is_no_color_is_refused_with_the_way_to_write_one() {
        for text in ["cf9a74", "#cf9a7", "#cf9a7g", "#+f9a74", "#äää"] {
            assert_eq!(text.parse::<Color>(), Err(format!("`{text}` is no color: write `#rrggbb`")));
        }
    }
}
