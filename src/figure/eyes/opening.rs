//! How far an eye is open.

use crate::figure::curve::{Point, at};
use crate::figure::expression::Side;
use crate::figure::math::clamp;
use crate::figure::rig::Rig;

/// How much a lid that is drawn up (unit 5) adds to an eye's height: enough for white to show over the iris, which is what
/// tells fear from worry.
const WIDE: f64 = 0.62;
/// However tight, a lower lid stays below the middle by so much.
const LEAST_LOW: f64 = 0.4;

/// One eye's opening: u outwards from its middle, v down.
pub(super) struct Opening {
    pub half_width: f64,
    /// Upper edge from the nose outwards.
    pub upper: [Point; 6],
    /// Lower edge from the temple inwards.
    pub lower: [Point; 5],
    /// Depth of the lower lid.
    pub low: f64,
    /// 0 open, 1 shut.
    pub shut: f64,
}

impl Opening {
    pub fn of(rig: &Rig, side: Side) -> Self {
        let face = &rig.look.face;
        let unit = |n| rig.unit_on(n, side);
        let a = face.eye_width;
        let shut = clamp(unit(43).max(unit(45)));
        let tight = 2.3 * unit(7) + 2.4 * unit(6) + 2.4 * unit(9) + 0.8 * unit(10);
        let low = (face.eye_low - tight + 0.7 * unit(5) + 0.6 * rig.gaze_y.max(0.0)).max(LEAST_LOW);
        let (inner, outer) = (inner_pull(rig, side), outer_pull(rig, side));
        let high = upper_height(rig, side);
        let (nose, temple) = (at(-a, 2.6), at(a, 0.2 - face.canthus + outer * 0.5));
        let open = [
            nose,
            at(-a * 0.64, -high * 0.60 + inner),
            at(-a * 0.14, -high * 0.99 + inner * 0.6),
            at(a * 0.42, -high * 0.84 + outer * 0.7),
            at(a * 0.82, -high * 0.34 + outer * 0.9),
            temple,
        ];
        let closed = [
            nose,
            at(-a * 0.64, low * 0.62),
            at(-a * 0.14, low * 0.95),
            at(a * 0.42, low * 0.86),
            at(a * 0.82, low * 0.42),
            temple,
        ];
        Self {
            half_width: a,
            upper: std::array::from_fn(|i| open[i].toward(closed[i], shut)),
            lower: [temple, at(a * 0.62, low * 0.76), at(a * 0.08, low), at(-a * 0.5, low * 0.78), nose],
            low,
            shut,
        }
    }
}

/// Height of the open upper lid. It goes down with the gaze: without this, shame looks like fear.
fn upper_height(rig: &Rig, side: Side) -> f64 {
    let face = &rig.look.face;
    let unit = |n| rig.unit_on(n, side);
    let tension = 1.0 + WIDE * unit(5) - 0.26 * unit(7) - 0.10 * unit(6) - 0.22 * unit(9);
    let gaze = 3.6 * rig.gaze_y.max(0.0) * (1.0 - 0.6 * unit(5)) - 1.6 * (-rig.gaze_y).max(0.0);
    face.eye_open * tension - face.droop * 2.0 * (1.0 - 0.7 * unit(5)) - gaze
}

fn inner_pull(rig: &Rig, side: Side) -> f64 {
    let unit = |n| rig.unit_on(n, side);
    -1.8 * unit(1) * (0.4 + 0.6 * unit(4)) + 1.7 * unit(4) * (1.0 - unit(1)) + unit(9)
}

fn outer_pull(rig: &Rig, side: Side) -> f64 {
    let unit = |n| rig.unit_on(n, side);
    1.7 * unit(1) * (1.0 - unit(2)) + 0.9 * rig.age - 0.8 * unit(2) + 1.2 * unit(6)
}
