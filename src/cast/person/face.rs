//! The bones and features of a face.

use serde::Deserialize;

/// Bones and features; 0 (or the default) is the plain head of the proportions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Face {
    /// Factor of the head's width.
    pub width: f64,
    /// Longer below the eyes.
    pub long: f64,
    /// Higher crown.
    pub skull: f64,
    pub temple: f64,
    /// Wider cheeks.
    pub cheek: f64,
    /// Higher cheekbones.
    pub cheek_up: f64,
    pub jaw: f64,
    /// Corner of the jaw.
    pub jaw_angle: f64,
    pub chin: f64,
    /// 0 to 1.1: the face closes towards a circle.
    pub round: f64,
    /// 0 to 1: narrow lower face.
    pub thin: f64,
    /// 0 to 1: hollow cheeks.
    pub gaunt: f64,
    /// 0 to 1: heavy brow bone.
    pub ridge: f64,
    /// 0 to 1: a roll under the chin.
    pub double_chin: f64,
    /// Factor of the ears.
    pub ear: f64,
    /// Half-width of an eye.
    pub eye_width: f64,
    /// Height of the upper lid above the eye's middle.
    pub eye_open: f64,
    /// Depth of the lower lid below it.
    pub eye_low: f64,
    /// Distance of an eye's middle from the nose.
    pub eye_x: f64,
    /// How far the outer corner lies above the inner.
    pub canthus: f64,
    /// Heavy upper lids.
    pub droop: f64,
    /// Factor of the lid's visible height.
    pub lid: f64,
    /// Radius of the iris.
    pub iris: f64,
    pub lash: f64,
    /// Factor of the nose's width.
    pub nose_width: f64,
    pub nose_length: f64,
    pub nose_hump: f64,
    /// How far the tip stands out.
    pub nose_out: f64,
    /// Half-width of the mouth.
    pub mouth_width: f64,
    pub mouth_y: f64,
    /// Height of each lip.
    pub lip_upper: f64,
    pub lip_lower: f64,
    /// How far the corners of the mouth hang.
    pub corner: f64,
    /// Factor of the brows' thickness.
    pub brow_width: f64,
    pub brow_x: f64,
    pub brow_y: f64,
    pub brow_arch: f64,
}

impl Default for Face {
    fn default() -> Self {
        Self {
            width: 1.0,
            long: 0.0,
            skull: 0.0,
            temple: 0.0,
            cheek: 0.0,
            cheek_up: 0.0,
            jaw: 0.0,
            jaw_angle: 0.0,
            chin: 0.0,
            round: 0.0,
            thin: 0.0,
            gaunt: 0.0,
            ridge: 0.0,
            double_chin: 0.0,
            ear: 1.0,
            eye_width: 17.2,
            eye_open: 7.4,
            eye_low: 5.3,
            eye_x: 31.5,
            canthus: 1.2,
            droop: 0.0,
            lid: 1.0,
            iris: 7.5,
            lash: 1.0,
            nose_width: 1.0,
            nose_length: 0.0,
            nose_hump: 0.0,
            nose_out: 0.0,
            mouth_width: 23.5,
            mouth_y: 63.5,
            lip_upper: 6.4,
            lip_lower: 8.6,
            corner: 0.0,
            brow_width: 1.0,
            brow_x: 0.0,
            brow_y: 0.0,
            brow_arch: 0.0,
        }
    }
}

/// What keeps a face from being a mirror image.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asymmetry {
    pub eye_y: f64,
    pub brow_y: f64,
    pub mouth_x: f64,
    pub mouth_y: f64,
}
