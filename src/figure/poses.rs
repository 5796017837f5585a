//! How one person's arms and body are held: a pose, or the way from one pose to another.

use std::f64::consts::PI;

use crate::cast::poses::{Anchor, ArmPose, HANGING, HandShape, Level, Pose, Prop, Surface};
pub use crate::cast::poses::{Carriage, Poses};

use super::body::Body;
use super::curve::{Point, at};
use super::expression::{Posture, Side, Sides};
use super::math::{lerp, smoothstep};
use super::rig::Rig;

/// Height of the shoulder's joint that the poses are given for.
const PLAIN_JOINT: f64 = 185.0;
/// Half-width of the shoulders that the poses are given for.
const PLAIN_SHOULDER: f64 = 158.0;
/// Share of its length that a forearm keeps, at least, while it moves across, and while it rises or falls, when it comes
/// towards the viewer.
const LEAST_ACROSS: f64 = 0.66;
const LEAST_UPRIGHT: f64 = 0.42;

/// One arm of one person, in figure units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HeldArm {
    pub side: Side,
    pub shoulder: Point,
    pub elbow: Point,
    pub wrist: Point,
    /// Degrees of the hand clockwise from fingers-up.
    pub rotation: f64,
    pub hand: HandShape,
    /// Factor of the hand's size.
    pub size: f64,
    pub over: bool,
    /// It lies on what stands before the body.
    pub rests: bool,
    pub level: Level,
    pub prop: Option<Prop>,
}

impl Poses {
    /// What the arms do to the body between two poses.
    pub fn carriage(&self, Posture { arms, surface, .. }: &Posture) -> Carriage {
        let [from, to] = [&arms.from, &arms.to].map(|name| &self.behind(name, *surface).body);
        let eased = smoothstep(0.0, 1.0, f64::from(arms.share));
        Carriage {
            shoulders: lerp(from.shoulders, to.shoulders, eased),
            shrink: lerp(from.shrink, to.shrink, eased),
            lean: lerp(from.lean, to.lean, eased),
            turn: lerp(from.turn, to.turn, eased),
            tilt: lerp(from.tilt, to.tilt, eased),
            nod: lerp(from.nod, to.nod, eased),
            drop: lerp(from.drop, to.drop, eased),
            sink: lerp(from.sink, to.sink, eased),
        }
    }

    /// What the hands rest on, or what they are behind.
    pub fn surface(&self, Posture { arms, surface, .. }: &Posture) -> Option<Surface> {
        let name = if arms.share < 0.5 { &arms.from } else { &arms.to };
        self.behind(name, *surface).surface.or(*surface)
    }
}

/// Both arms, held as the posture says.
pub fn held(rig: &Rig, body: &Body, poses: &Poses) -> Sides<HeldArm> {
    let arms = &rig.posture.arms;
    let [from, to] = [&arms.from, &arms.to].map(|name| poses.behind(name, rig.posture.surface));
    Sides::of(|side| {
        let resolved = |pose: &Pose| {
            let (arm, rests) = behind_surface(poses, pose, side, rig.posture.surface);
            resolve(rig, body, arm, side, rests)
        };
        between(&resolved(from), &resolved(to), f64::from(arms.share))
    })
}

/// A pose's arm, and whether it rests on something: who sits does not let an idle arm hang.
fn behind_surface<'a>(poses: &'a Poses, pose: &'a Pose, side: Side, surface: Option<Surface>) -> (&'a ArmPose, bool) {
    let own = arm_of(pose, side);
    match surface.and_then(Surface::at_rest) {
        Some(name) if own == arm_of(poses.get(HANGING), side) => (arm_of(poses.get(name), side), true),
        _ => (own, pose.surface.is_some()),
    }
}

fn arm_of(pose: &Pose, side: Side) -> &ArmPose {
    match side {
        Side::Right => &pose.right,
        Side::Left => &pose.left,
    }
}

/// An arm's joints for this person: across in widths of the shoulder, down in lengths of the arm.
fn resolve(rig: &Rig, body: &Body, pose: &ArmPose, side: Side, rests: bool) -> HeldArm {
    let e = side.sign();
    let shoulder = body.sides[side].joint;
    let root = if rests { body.still } else { shoulder.y };
    let place = |[x, y]: [f64; 2]| {
        let y = root + (y * 100.0 - PLAIN_JOINT) * body.arm_length;
        at(body.held(e * x * 100.0 * body.shoulder / PLAIN_SHOULDER, y), y)
    };
    HeldArm {
        side,
        shoulder,
        elbow: place(pose.elbow),
        wrist: match pose.anchor {
            None => place(pose.wrist),
            Some(Anchor::Cheek) => rig.face(e * 44.0, 62.0).moved(e * 20.0, 62.0),
            Some(Anchor::Chin) => rig.face(0.0, 92.0).moved(e * 34.0, 66.0),
            Some(Anchor::Neck) => {
                let root = at(rig.project(0.0, 60.0, -12.0).x, rig.project(0.0, 100.0, 0.0).y);
                root.moved(e * (body.neck + 40.0), 52.0)
            }
        },
        rotation: pose.rotation * -e,
        hand: pose.hand,
        size: pose.size,
        over: pose.over,
        rests,
        level: pose.level,
        prop: pose.prop,
    }
}

/// The elbow turns about the shoulder, the wrist moves on a straight line, the hand changes shape half way, where it is
/// fastest. What interpolates of the hand is its angle to the forearm, so that no wrist breaks.
fn between(from: &HeldArm, to: &HeldArm, share: f64) -> HeldArm {
    if share <= 0.0 {
        return *from;
    }
    let eased = smoothstep(0.0, 1.0, share);
    let shoulder = from.shoulder.toward(to.shoulder, eased);
    let elbow = swung(from, to, shoulder, eased);
    let wrist = clear_of_elbow(from, to, elbow, eased);
    let bend = |arm: &HeldArm| within_half_turn(arm.rotation - bearing(arm.elbow, arm.wrist), 180.0);
    let turned = within_half_turn(bend(to) - bend(from), 180.0) * eased;
    HeldArm {
        shoulder,
        elbow,
        wrist,
        rotation: bearing(elbow, wrist) + bend(from) + turned,
        size: lerp(from.size, to.size, eased),
        ..*if share < 0.5 { from } else { to }
    }
}

fn swung(from: &HeldArm, to: &HeldArm, shoulder: Point, eased: f64) -> Point {
    let polar = |arm: &HeldArm| {
        let (x, y) = (arm.elbow.x - arm.shoulder.x, arm.elbow.y - arm.shoulder.y);
        (x.hypot(y), y.atan2(x))
    };
    let ((first_length, first_angle), (last_length, last_angle)) = (polar(from), polar(to));
    let length = lerp(first_length, last_length, eased);
    let (sin, cos) = (first_angle + within_half_turn(last_angle - first_angle, PI) * eased).sin_cos();
    shoulder.moved(length * cos, length * sin)
}

/// The wrist on its way; where it would come too near the elbow it passes below it, or on the body's side.
fn clear_of_elbow(from: &HeldArm, to: &HeldArm, elbow: Point, eased: f64) -> Point {
    let wrist = from.wrist.toward(to.wrist, eased);
    let (x, y) = (to.wrist.x - from.wrist.x, to.wrist.y - from.wrist.y);
    let across = x.abs() > y.abs();
    let length = lerp(from.elbow.distance(from.wrist), to.elbow.distance(to.wrist), eased);
    let least = length * if across { LEAST_ACROSS } else { LEAST_UPRIGHT };
    let (dx, dy) = (wrist.x - elbow.x, wrist.y - elbow.y);
    if dx.hypot(dy) >= least {
        return wrist;
    }
    let way = if x.hypot(y) == 0.0 { 1.0 } else { x.hypot(y) };
    let aside = [-y / way, x / way];
    let kept = if across { aside[1] > 0.0 } else { aside[0] * from.side.sign() < 0.0 };
    let [nx, ny] = if kept { aside } else { [-aside[0], -aside[1]] };
    let off = dx * nx + dy * ny;
    let along_squared = dx * dx + dy * dy - off * off;
    let push = (least * least - along_squared).max(0.0).sqrt() - off;
    wrist.moved(nx * push, ny * push)
}

/// Degrees clockwise from straight up.
fn bearing(from: Point, to: Point) -> f64 {
    (to.x - from.x).atan2(-(to.y - from.y)).to_degrees()
}

/// The same angle between minus and plus `half_turn`.
fn within_half_turn(angle: f64, half_turn: f64) -> f64 {
    (angle + half_turn).rem_euclid(2.0 * half_turn) - half_turn
}

#[cfg(test)]
mod tests {
    use crate::cast::look;
    use crate::figure::{ActionUnits, Arms};

    use super::*;

    /// Elbow, wrist and rotation of each arm of Mara at rest.
    fn mara(from: &str, to: &str, share: f32) -> [String; 2] {
        let arms = Arms { from: from.to_owned(), to: to.to_owned(), share };
        let posture = Posture { yaw: -17.0, pitch: 2.0, roll: -2.0, arms: arms.clone(), ..Posture::default() };
        let light = ron::from_str(r##"(key: "#ffd9a8", ambient: "#3a4658")"##).expect("a light");
        let (look, units, poses) = (look("mara").expect("Mara"), ActionUnits::default(), Poses::shipped());
        let rig = Rig::new(look, &light, &units, &posture, poses.carriage(&posture));
        let held = held(&rig, &Body::of(&rig), poses);
        Side::BOTH.map(|side| {
            let HeldArm { elbow, wrist, rotation, hand, .. } = held[side];
            format!("{:.1} {:.1}, {:.1} {:.1}, {rotation:.1} {hand:?}", elbow.x, elbow.y, wrist.x, wrist.y)
        })
    }

    #[test]
    fn a_pose_fits_itself_to_the_person() {
        let want = ["-126.0 351.1, -125.0 503.1, 181.0 Relaxed", "144.0 275.1, 73.4 152.2, -40.0 Flat"];
        assert_eq!(mara("neck", "neck", 0.0), want);
        assert_eq!(mara("neck", "hug", 0.0), want);
    }

    #[test]
    fn between_two_poses_elbows_turn_and_wrists_go_straight() {
        let want = ["-126.3 340.2, -164.6 419.6, -102.0 PalmUp", "132.6 324.9, 188.2 347.4, 68.2 PalmUp"];
        assert_eq!(mara("open", "pointing", 0.3), want);
    }

    fn arm(elbow: Point, wrist: Point, rotation: f64) -> HeldArm {
        HeldArm {
            side: Side::Right,
            shoulder: at(0.0, 0.0),
            elbow,
            wrist,
            rotation,
            hand: HandShape::Flat,
            size: 1.0,
            over: false,
            rests: false,
            level: Level::Body,
            prop: None,
        }
    }

    #[test]
    fn the_hand_changes_shape_half_way() {
        let from = arm(at(0.0, 100.0), at(0.0, 200.0), 180.0);
        let to = HeldArm { hand: HandShape::Fist, ..from };
        let shapes = [0.0, 0.49, 0.5, 1.0].map(|share| between(&from, &to, share).hand);
        assert_eq!(shapes, [HandShape::Flat, HandShape::Flat, HandShape::Fist, HandShape::Fist]);
    }

    #[test]
    fn a_forearm_that_swings_past_the_elbow_keeps_a_part_of_its_length() {
        let elbow = at(0.0, 100.0);
        let (from, to) = (arm(elbow, at(-100.0, 100.0), 90.0), arm(elbow, at(100.0, 100.0), 90.0));
        let half = between(&from, &to, 0.5);
        assert!((half.wrist.x.abs() < 1e-9) && (half.wrist.y - 166.0).abs() < 1e-9, "{half:?}");
    }

    #[test]
    fn the_hand_keeps_its_angle_to_the_forearm() {
        let from = arm(at(0.0, 100.0), at(0.0, 200.0), 180.0);
        let to = arm(at(0.0, 100.0), at(100.0, 100.0), 90.0);
        for share in [0.25, 0.5, 0.75] {
            let half = between(&from, &to, share);
            let bend = half.rotation - bearing(half.elbow, half.wrist);
            assert!(within_half_turn(bend, 180.0).abs() < 1e-9, "{share}: {bend}");
        }
    }
}
