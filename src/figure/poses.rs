//! How arms and body are held: the poses of `assets/people/poses.ron`.

use super::expression::Arms;

/// What a pose does to the body besides the arms.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carriage {
    /// Added to the posture's own.
    pub shoulders: f64,
    pub shrink: f64,
    /// Degrees about the hips, away from the light.
    pub lean: f64,
    /// Degrees about the body's own axis, away from the light.
    pub turn: f64,
    /// How far one shoulder sinks and the other rises, in figure units.
    pub tilt: f64,
}

/// Every pose by its name.
#[derive(Clone, Debug, Default)]
pub struct Poses;

impl Poses {
    /// The body between two poses.
    pub fn carriage(&self, _arms: &Arms) -> Carriage {
        Carriage::default()
    }
}
