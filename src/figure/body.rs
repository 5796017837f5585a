//! The torso's anchor points: everything that clothes and arms hang on.

use crate::cast::person;

use super::curve::{Point, at};
use super::expression::{Side, Sides};
use super::math::{length, table};
use super::rig::{Angle, Rig};

/// Half-width of the shoulders that the plain proportions are given for.
const PLAIN_SHOULDER: f64 = 158.0;

/// The torso of one person in one posture.
#[derive(Clone, Debug)]
pub struct Body {
    /// x of the axis the body turns about.
    pub axis: f64,
    /// x of the body's middle, as it is seen at the collar.
    pub middle: f64,
    /// How far it is turned; positive to the viewer's right.
    pub turn: Angle,
    /// How far the shoulders are raised.
    pub raised: f64,
    /// Half-width of the neck.
    pub neck: f64,
    /// Half-width of the shoulders.
    pub shoulder: f64,
    pub sides: Sides<BodySide>,
    /// The pit of the neck.
    pub throat: Point,
    /// Height of the shoulders' joints while nothing moves: what arms rest on stays where it is.
    pub still: f64,
    /// Factor of the arms' length.
    pub arm_length: f64,
    /// Half-width of the upper arm.
    pub arm_width: f64,
    /// Half-width of the wrist.
    pub wrist_width: f64,
    /// Factor of the hands' size.
    pub hand_size: f64,
    /// How far each arm lifts the cloth, 0 to 1.
    pub lifted: Sides<f64>,
    /// Factor of the shoulders' width in a body made small.
    narrow: f64,
    /// Half-width and depth of the trunk by height.
    girth: [(f64, [f64; 2]); 7],
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
}

impl Body {
    pub fn of(rig: &Rig) -> Self {
        let build = &rig.look.body;
        let turn = Angle::of((f64::from(rig.posture.body_yaw) + rig.turn()).clamp(-MOST, MOST));
        let raised = rig.shoulders * 15.0 - rig.breath * 3.0 + build.lift;
        let axis = rig.head_x * 0.3;
        let middle = axis + turn.sin * 26.0;
        let wide = build.shoulder / PLAIN_SHOULDER - 1.0;
        let arm_width = 26.0 * (1.0 + 0.45 * wide) * build.arm * (1.0 + 0.10 * build.heavy);
        let place = Placing { turn, raised, axis, arm_width };
        Self {
            axis,
            middle,
            turn,
            raised,
            neck: build.neck,
            shoulder: build.shoulder,
            sides: Sides::of(|side| body_side(rig, side, &place)),
            throat: at(middle, 146.0 - raised * 0.35),
            still: 146.0 + build.slope * 1.25 - build.lift + arm_width * 0.85,
            arm_length: 1.0 + 0.30 * wide + build.arm_length,
            arm_width,
            wrist_width: 14.5 * (1.0 + 0.5 * wide) * (1.0 + 0.5 * (build.arm - 1.0)),
            hand_size: build.hand * (1.0 + 0.45 * wide),
            lifted: Sides::default(),
            narrow: narrow(rig),
            girth: girth(build),
        }
    }

    /// The same body with its cloth following raised arms.
    pub fn lifted_by(mut self, arms: Sides<f64>) -> Self {
        self.sides = Sides::of(|side| {
            let (o, e, lift) = (self.sides[side], side.sign(), arms[side]);
            BodySide {
                pit: o.pit.moved(e * 4.0 * lift, -26.0 * lift),
                waist: o.waist.moved(e * 3.0 * lift, -8.0 * lift),
                ..o
            }
        });
        self.lifted = arms;
        self
    }

    /// How far a garment's lower edge is drawn up on a side.
    pub fn hem_lift(&self, side: Side) -> f64 {
        15.0 * self.lifted[side]
    }

    /// Where a point of the front is seen that lies `x` beside the middle of a body that is not turned. What has turned out of
    /// sight lies beyond the edge.
    pub fn front(&self, x: f64, y: f64) -> f64 {
        let [wide, deep] = table(&self.girth, y);
        let (sin, cos) = (self.turn.sin, self.turn.cos);
        let away = if sin < 0.0 { -1.0 } else { 1.0 };
        let edge = length(wide * cos, deep * sin);
        let horizon = wide * wide * cos / edge;
        if x * away > horizon {
            return self.axis + away * (edge + (x * away - horizon) * cos);
        }
        self.axis + x * cos + bulge(x / wide) * deep * sin
    }

    /// Where an arm's joint is seen that is held `x` beside the middle: before the body it lies nearer to the viewer.
    pub fn held(&self, x: f64, y: f64) -> f64 {
        let [_, deep] = table(&self.girth, y.max(CHEST));
        let x = x * self.narrow;
        self.axis + x * self.turn.cos + bulge(x / (self.shoulder * 0.8)) * (deep + BEFORE) * self.turn.sin
    }
}

/// Height of a half-circle over its diameter from -1 to 1, 0 beside it.
fn bulge(x: f64) -> f64 {
    (1.0 - x * x).max(0.0).sqrt()
}

/// Degrees a body can turn; profiles are not drawn.
const MOST: f64 = 42.0;
/// Where the trunk is as deep as it gets.
const CHEST: f64 = 250.0;
/// How far forearms lie before the trunk.
const BEFORE: f64 = 22.0;

/// About the collar the neck's own, below it the trunk's.
fn girth(build: &person::Body) -> [(f64, [f64; 2]); 7] {
    let (width, neck) = (build.shoulder, build.neck);
    let (waist, hip) = (build.waist + build.heavy * 0.20, build.hip + build.heavy * 0.20);
    [
        (118.0, [neck + 22.0, neck * 0.85]),
        (150.0, [neck + 34.0, neck * 0.95]),
        (196.0, [width * 0.80, width * 0.36]),
        (CHEST, [width * 0.86, width * 0.42 + build.bust * 7.0 + build.heavy * 8.0]),
        (330.0, [width * (0.4 + 0.5 * waist), width * 0.38 + build.heavy * 10.0 + build.belly * 10.0]),
        (420.0, [width * waist, width * 0.36 + build.heavy * 10.0 + build.belly * 24.0]),
        (540.0, [width * hip, width * 0.42 + build.heavy * 8.0 + build.belly * 10.0]),
    ]
}

struct Placing {
    turn: Angle,
    raised: f64,
    axis: f64,
    arm_width: f64,
}

fn narrow(rig: &Rig) -> f64 {
    1.0 - 0.10 * rig.shrink
}

fn body_side(rig: &Rig, side: Side, place: &Placing) -> BodySide {
    let Placing { turn, raised, axis, arm_width } = *place;
    let (build, inward) = (&rig.look.body, rig.shrink);
    let (slope, heavy) = (build.slope, build.heavy);
    let e = side.sign();
    // Nearness makes the shoulder that comes forward a little larger, and lets it sink.
    let near = -e * turn.sin;
    let width = build.shoulder * narrow(rig);
    // The shoulder away from the light sinks with the pose's tilt, the other rises.
    let tilt = e * rig.carriage.tilt * -rig.lit.sign() - near * 6.0;
    let out = |share: f64, y: f64, back: f64| {
        at(axis + e * width * share * turn.cos * (1.0 + 0.06 * near) - back * turn.sin, y)
    };
    // The trunk shows its side as it turns.
    let edge = |share: f64, y: f64, deep: f64| at(axis + e * length(width * share * turn.cos, deep * turn.sin), y);
    let depth = build.shoulder * 0.38 + heavy * 10.0;
    let shoulder = out(0.88, 146.0 + slope * 1.25 - raised + inward * 9.0, 12.0).moved(0.0, -tilt);
    let pit = edge(0.80, 235.0 - raised * 0.3 - tilt * 0.6, depth);
    let joint = axis + e * (width * 0.985 - arm_width) * turn.cos * (1.0 + 0.06 * near) - 8.0 * turn.sin;
    BodySide {
        neck: at(axis + turn.sin * 14.0 + e * build.neck, 92.0),
        neck_base: at(axis + turn.sin * 18.0 + e * (build.neck + 3.0), 116.0 - raised * 0.4),
        trapezius: at(
            axis + turn.sin * 14.0 + e * (build.neck + 24.0) * (1.0 + 0.25 * near),
            136.0 - raised * 0.8 + inward * 2.0 - tilt * 0.35,
        ),
        mid: out(0.64, 134.0 + slope - raised + inward * 5.0 - tilt * 0.8, 4.0),
        shoulder,
        deltoid: out(1.0, 180.0 + slope * 1.2 - raised * 0.9 + inward * 10.0 - tilt, 10.0),
        arm: out(1.055 + heavy * 0.05, 250.0 + slope - raised * 0.5 + inward * 8.0, 8.0),
        elbow: out(1.09 + heavy * 0.10, 345.0, 4.0),
        pit,
        waist: edge(build.waist + heavy * 0.20, 408.0, build.shoulder * 0.34 + heavy * 10.0 + build.belly * 16.0),
        hip: edge(build.hip + heavy * 0.20, 520.0, build.shoulder * 0.42 + heavy * 8.0 + build.belly * 8.0),
        joint: at(joint, shoulder.y + arm_width * 0.85),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Posture};

    fn turned(who: &str, body_yaw: f32) -> Body {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        let (units, posture) = (ActionUnits::default(), Posture { body_yaw, ..Posture::default() });
        Body::of(&Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default()))
    }

    #[test]
    fn a_body_that_is_not_turned_is_seen_as_it_is() {
        let body = turned("mara", 0.0);
        for x in [-200.0, -60.0, 0.0, 60.0, 200.0] {
            assert!((body.front(x, 250.0) - x).abs() < 1e-9 && (body.held(x, 300.0) - x).abs() < 1e-9);
        }
    }

    #[test]
    fn buttons_wander_to_the_turned_side_and_the_far_shoulder_comes_nearer() {
        for (yaw, far) in [(30.0, Side::Left), (-30.0, Side::Right)] {
            let body = turned("dev", yaw);
            let to = far.sign();
            assert!(body.front(0.0, 250.0) * to > 20.0 && body.throat.x * to > 8.0);
            let reach = |side: Side| (body.sides[side].shoulder.x - body.throat.x).abs();
            assert!(reach(far) < reach(far.other()) * 0.85, "{} {}", reach(far), reach(far.other()));
        }
    }

    #[test]
    fn the_front_never_folds_over_itself_and_turns_without_a_jump() {
        for who in ["mara", "dev", "marcus", "donna"] {
            for step in -35..35 {
                let (one, next) = (turned(who, step as f32), turned(who, step as f32 + 1.0));
                for y in [120.0, 160.0, 210.0, 300.0, 420.0, 560.0] {
                    let row: Vec<f64> = (-40..=40).map(|x| one.front(f64::from(x) * 5.0, y)).collect();
                    let trunk = &row[24..=56];
                    assert!(trunk.windows(2).all(|pair| pair[0] <= pair[1] + 1e-6), "{who} {step} {y}");
                    for (ix, x) in row.iter().enumerate() {
                        let moved = next.front((ix as f64 - 40.0) * 5.0, y) - x;
                        assert!(moved.abs() < 6.0, "{who} {step} {y}: {moved}");
                    }
                }
            }
        }
    }
}
