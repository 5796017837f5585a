//! The body below the head.

use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// Half-width of the shoulders: 142 a teenager, 206 a broad man.
    pub shoulder: f64,
    /// Half-width of the neck.
    pub neck: f64,
    /// How far the shoulder lies below the neck.
    pub slope: f64,
    pub lift: f64,
    /// 0 to 1.5.
    pub heavy: f64,
    pub belly: f64,
    pub bust: f64,
    pub chest: f64,
    /// In shoulder half-widths.
    pub waist: f64,
    pub hip: f64,
    /// Factor of the arms' thickness.
    pub arm: f64,
    /// Added to the factor of the arms' length.
    pub arm_length: f64,
    /// Factors of the hands' size and width.
    pub hand: f64,
    pub hand_wide: f64,
    /// 0 to 1: head low and forward.
    pub stoop: f64,
}

impl Default for Body {
    fn default() -> Self {
        Self {
            shoulder: 158.0,
            neck: 31.0,
            slope: 20.0,
            lift: 8.0,
            heavy: 0.0,
            belly: 0.0,
            bust: 0.0,
            chest: 0.0,
            waist: 0.68,
            hip: 0.74,
            arm: 1.0,
            arm_length: 0.0,
            hand: 1.0,
            hand_wide: 1.0,
            stoop: 0.0,
        }
    }
}
