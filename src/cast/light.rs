//! The light of a place, as it falls on whoever stands there.

use serde::Deserialize;

use super::color::Color;

/// One key light, what fills the shade, and an edge from a second light.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Light {
    /// Color of the lit side.
    pub key: Color,
    /// Color that the shade is mixed towards.
    pub ambient: Color,
    /// Color of the lit edge.
    pub rim: Color,
    /// How far lit tones are mixed to the key, 0 to 1.
    pub key_mix: f32,
    /// How far shaded tones are mixed to the ambient, 0 to 1.
    pub ambient_mix: f32,
    /// Factor on the lightness of skin, hair and cloth; 1 leaves them.
    pub exposure: f32,
    /// Side the key comes from: -1 the viewer's left, 1 the right.
    pub light_x: f32,
    /// Towards the second light: x to the viewer's right, y down.
    pub rim_dir: [f32; 2],
    /// Width of the lit edge in figure units.
    pub rim_w: f32,
    /// Factor on the lightness of clothes alone.
    pub cloth: f32,
}
