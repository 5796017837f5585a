//! One arm with what its parts are drawn from.

use crate::cast::Color;
use crate::figure::body::{Body, BodySide};
use crate::figure::clothes::Torso;
use crate::figure::color::mix;
use crate::figure::curve::{Point, at};
use crate::figure::math::{clamp, smoothstep};
use crate::figure::poses::HeldArm;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

/// How far the shadow of an upper arm reaches, in its lengths.
const SHADOW: f64 = 1.45;

/// A forearm whose wrist lies higher than this below the elbow is in front of the body.
const RAISED: f64 = 95.0;
/// Length of a forearm that is not foreshortened.
const PLAIN_FOREARM: f64 = 150.0;
/// An arm bent less than this hangs straight.
pub(super) const STRAIGHT: f64 = 0.25;
/// Between these the sleeve begins to break over the elbow.
const UNBROKEN: f64 = 0.16;
const BROKEN: f64 = 0.34;

/// One arm, with what its parts are drawn from.
pub(super) struct Arm<'a> {
    pub(super) rig: &'a Rig<'a>,
    pub(super) body: &'a Body,
    pub(super) torso: &'a Torso,
    pub(super) held: HeldArm,
    pub(super) anchors: &'a BodySide,
    /// Whether it is on the side of the light.
    pub(super) lit: bool,
    /// Shoulder to elbow and elbow to wrist, as directions of length one and lengths.
    pub(super) upper: [f64; 2],
    pub(super) fore: [f64; 2],
    pub(super) upper_length: f64,
    pub(super) fore_length: f64,
    /// 0 for a straight arm, 1 for one bent past a right angle.
    pub(super) bend: f64,
    /// 1 for an arm that hangs straight, whose sleeve runs over the elbow unbroken; 0 for a bent one.
    pub(super) unbroken: f64,
    /// How much wider a forearm looks that comes towards the viewer.
    pub(super) nearness: f64,
    /// How far forearm and hand are drawn down into the shade, 0 to 1.
    pub(super) fore_dim: f64,
    pub(super) hand_dim: f64,
    /// The height below which something stands before the torso.
    pub(super) hidden_below: Option<f64>,
    /// Half-widths of the sleeve at the shoulder and at the elbow.
    pub(super) sleeve: f64,
    pub(super) elbow: f64,
}

impl<'a> Arm<'a> {
    pub(super) fn new(
        rig: &'a Rig,
        body: &'a Body,
        torso: &'a Torso,
        held: HeldArm,
        hidden_below: Option<f64>,
    ) -> Self {
        let ((upper, upper_length), (fore, fore_length)) =
            (direction(held.shoulder, held.elbow), direction(held.elbow, held.wrist));
        let lit = held.side == rig.lit;
        let raised = held.wrist.y < held.elbow.y + RAISED * body.arm_length;
        let (fore_dim, hand_dim) = match (lit, raised) {
            (true, _) => (0.0, 0.0),
            (false, true) => (0.30, 0.06),
            (false, false) => (0.92, 0.22),
        };
        let cosine = (upper[0] * fore[0] + upper[1] * fore[1]).clamp(-1.0, 1.0);
        let bend = clamp(cosine.acos() / 1.6);
        Self {
            rig,
            body,
            torso,
            anchors: &body.sides[held.side],
            lit,
            upper,
            fore,
            upper_length,
            fore_length,
            bend,
            unbroken: smoothstep(BROKEN, UNBROKEN, bend),
            nearness: 1.0 + clamp(1.0 - fore_length / (PLAIN_FOREARM * body.arm_length)) * 0.16,
            fore_dim,
            hand_dim,
            sleeve: body.arm_width * rig.clothes.ease,
            elbow: body.arm_width * 0.80 * rig.clothes.ease,
            hidden_below,
            held,
        }
    }

    /// A point by its share of the upper arm's length and its distance from the middle, positive outwards.
    pub(super) fn at_upper(&self, share: f64, out: f64) -> Point {
        let [nx, ny] = self.outward();
        let along = self.upper_length * share;
        self.held.shoulder.moved(self.upper[0] * along + nx * out, self.upper[1] * along + ny * out)
    }

    /// How far down the torso the upper arm's shadow falls, 1 without a table or a lap that hides it.
    pub(super) fn shadow_reach(&self) -> f64 {
        let Some(hidden) = self.hidden_below else { return 1.0 };
        let reach = (hidden - self.held.shoulder.y) / (self.upper[1] * self.upper_length * SHADOW).max(1.0);
        reach.clamp(0.2, 1.0)
    }

    /// Square to the upper arm, away from the body.
    pub(super) fn outward(&self) -> [f64; 2] {
        let e = self.held.side.sign();
        [self.upper[1] * e, -self.upper[0] * e]
    }

    /// Sign of the side.
    pub(super) fn e(&self) -> f64 {
        self.held.side.sign()
    }

    /// Whether the light along the edge falls on this arm.
    pub(super) fn has_rim(&self) -> bool {
        self.rig.rim_light().is_some_and(|rim| rim.side == self.held.side)
    }

    pub(super) fn cloth_rim(&self) -> Color {
        mix(self.torso.cloth.rim, self.rig.light.rim(), 0.4)
    }
}

/// Length one, and the length it had.
pub(super) fn direction(from: Point, to: Point) -> ([f64; 2], f64) {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = if x.hypot(y) == 0.0 { 1.0 } else { x.hypot(y) };
    ([x / length, y / length], length)
}

/// A point on the way from `a` to `b`, and beside it.
pub(super) fn along(a: Point, b: Point, share: f64, beside: f64) -> Point {
    let ([x, y], length) = direction(a, b);
    at(a.x + x * length * share - y * beside, a.y + y * length * share + x * beside)
}

/// A material drawn down into the shade by `share`.
pub(super) fn dimmed(tones: &Tones, share: f64) -> Tones {
    if share <= 0.01 {
        return *tones;
    }
    Tones {
        light: mix(tones.light, tones.base, share),
        base: mix(tones.base, tones.shade, share),
        shade: mix(tones.shade, tones.deep, 0.55 * share),
        ..*tones
    }
}
