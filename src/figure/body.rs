//! The torso's anchor points: everything that clothes and arms hang on.

use super::curve::{Point, at};
use super::expression::{Side, Sides};
use super::rig::Rig;

/// Half-width of the shoulders that the plain proportions are given for.
const PLAIN_SHOULDER: f64 = 158.0;

/// The torso of one person in one posture.
#[derive(Clone, Debug)]
pub struct Body {
    /// x of the body's middle.
    pub middle: f64,
    /// How far the shoulders are raised.
    pub raised: f64,
    /// Half-width of the neck.
    pub neck: f64,
    /// Half-width of the shoulders.
    pub shoulder: f64,
    pub sides: Sides<BodySide>,
    /// The pit of the neck.
    pub throat: Point,
    /// Factor of the arms' length.
    pub arm_length: f64,
    /// Half-width of the upper arm.
    pub arm_width: f64,
    /// Half-width of the wrist.
    pub wrist_width: f64,
    /// Factor of the hands' size.
    pub hand_size: f64,
}

/// One side of the torso, from the neck down.
#[derive(Clone, Copy, Debug)]
pub struct BodySide {
    pub neck: Point,
    /// Where the neck meets the trapezius.
    pub neck_base: Point,
    pub trapezius: Point,
    /// On the shoulder's slope.
    pub mid: Point,
    pub shoulder: Point,
    pub deltoid: Point,
    pub arm: Point,
    pub elbow: Point,
    /// Of the arm.
    pub pit: Point,
    pub waist: Point,
    pub hip: Point,
    /// The joint the arm turns about.
    pub joint: Point,
    /// From the middle to the shoulder's end, as seen.
    pub width: f64,
}

impl Body {
    pub fn of(rig: &Rig) -> Self {
        let build = &rig.look.body;
        let turn = (f64::from(rig.posture.body_yaw) + rig.turn()).to_radians();
        let raised = rig.shoulders * 15.0 - rig.breath * 3.0 + build.lift;
        let middle = turn.sin() * 26.0 + rig.head_x * 0.3;
        let wide = build.shoulder / PLAIN_SHOULDER - 1.0;
        let arm_width = 26.0 * (1.0 + 0.45 * wide) * build.arm * (1.0 + 0.10 * build.heavy);
        let place = Placing { turn, raised, middle, arm_width };
        Self {
            middle,
            raised,
            neck: build.neck,
            shoulder: build.shoulder,
            sides: Sides::of(|side| body_side(rig, side, &place)),
            throat: at(middle, 146.0 - raised * 0.35),
            arm_length: 1.0 + 0.30 * wide + build.arm_length,
            arm_width,
            wrist_width: 14.5 * (1.0 + 0.5 * wide) * (1.0 + 0.5 * (build.arm - 1.0)),
            hand_size: build.hand * (1.0 + 0.45 * wide),
        }
    }
}

struct Placing {
    turn: f64,
    raised: f64,
    middle: f64,
    arm_width: f64,
}

fn body_side(rig: &Rig, side: Side, place: &Placing) -> BodySide {
    let Placing { turn, raised, middle, arm_width } = *place;
    let (build, inward) = (&rig.look.body, rig.shrink);
    let (slope, heavy) = (build.slope, build.heavy);
    let e = side.sign();
    let far = (e > 0.0) == (turn > 0.0) && turn.abs() > 0.01;
    let foreshortened = if far { 0.16 } else { -0.02 };
    let width = build.shoulder * (1.0 - foreshortened * turn.sin().abs() * 2.0) * (1.0 - 0.10 * inward);
    // The shoulder away from the light sinks with the pose's tilt, the other rises.
    let tilt = e * rig.carriage.tilt * -rig.lit.sign();
    let out = |share: f64, y: f64| at(middle + e * width * share, y);
    let shoulder = out(0.88, 146.0 + slope * 1.25 - raised + inward * 9.0).moved(0.0, -tilt);
    BodySide {
        neck: at(middle * 0.55 + e * build.neck, 92.0),
        neck_base: at(middle + e * (build.neck + 3.0), 116.0 - raised * 0.4),
        trapezius: at(middle + e * (build.neck + 24.0), 136.0 - raised * 0.8 + inward * 2.0 - tilt * 0.35),
        mid: out(0.64, 134.0 + slope - raised + inward * 5.0 - tilt * 0.8),
        shoulder,
        deltoid: out(1.0, 180.0 + slope * 1.2 - raised * 0.9 + inward * 10.0 - tilt),
        arm: out(1.055 + heavy * 0.05, 250.0 + slope - raised * 0.5 + inward * 8.0),
        elbow: out(1.09 + heavy * 0.10, 345.0),
        pit: out(0.80, 235.0 - raised * 0.3 - tilt * 0.6),
        waist: out(build.waist + heavy * 0.20, 408.0),
        hip: out(build.hip + heavy * 0.20, 520.0),
        joint: at(middle + e * (width * 0.985 - arm_width), shoulder.y + arm_width * 0.85),
        width,
    }
}
