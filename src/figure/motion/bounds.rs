//! What a figure can draw, and what counts as time.

use crate::figure::{ActionUnits, Posture, Side};

/// No time at all for what is no number, or below 0.
pub(super) fn finite(seconds: f32) -> f32 {
    if seconds.is_finite() { seconds.max(0.0) } else { 0.0 }
}

/// Within 0 and 1.
pub(super) fn bounded_units(mut units: ActionUnits) -> ActionUnits {
    for number in 1..=ActionUnits::LAST {
        let [right, left] = [Side::Right, Side::Left].map(|side| units.at(number, side).clamp(0.0, 1.0));
        units.set(number, right, left);
    }
    units
}

/// Within what a figure can draw (ART, section 2).
pub(super) fn bounded(posture: Posture) -> Posture {
    Posture {
        yaw: posture.yaw.clamp(-30.0, 30.0),
        pitch: posture.pitch.clamp(-16.0, 22.0),
        roll: posture.roll.clamp(-10.0, 10.0),
        body_yaw: posture.body_yaw.clamp(-30.0, 30.0),
        gaze_x: posture.gaze_x.clamp(-1.0, 1.0),
        gaze_y: posture.gaze_y.clamp(-1.0, 1.0),
        shoulders: posture.shoulders.clamp(-1.0, 1.0),
        shrink: posture.shrink.clamp(0.0, 1.0),
        breath: posture.breath.clamp(-1.5, 1.0),
        pupil: posture.pupil.clamp(0.0, 1.0),
        blush: posture.blush.clamp(0.0, 1.0),
        lean: posture.lean.clamp(-6.0, 6.0),
        ..posture
    }
}
