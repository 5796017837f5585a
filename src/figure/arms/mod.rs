//! The two arms of a figure: all upper arms first, then the forearms with sleeve, cuff and hand.

mod forearm;
mod grasp;
mod sleeve;
mod tube;
mod upper;

use crate::cast::Color;
pub use crate::cast::poses::Level;
use crate::cast::poses::Surface;

use super::body::{Body, BodySide};
use super::canvas::Canvas;
use super::clothes::Torso;
use super::color::mix;
use super::curve::{Path, Point, at};
use super::expression::{Side, Sides};
use super::math::{clamp, smoothstep};
use super::poses::{self, HeldArm, Poses};
use super::props;
use super::rig::Rig;
use super::seat;
use super::tones::Tones;

/// Both arms, resolved for one person.
pub struct Limbs {
    /// In the order they are drawn.
    arms: [HeldArm; 2],
    surface: Option<Surface>,
    /// How far the body has sunk, in figure units.
    pub sink: f64,
    /// What has been painted of them: later parts throw their shadow on it.
    painted: Path,
}

impl Limbs {
    pub fn solve(rig: &Rig, body: &Body, poses: &Poses) -> Self {
        let held = poses::held(rig, body, poses);
        let mut arms = Side::BOTH.map(|side| held[side]);
        arms.sort_by_key(|arm| arm.over);
        Self {
            arms,
            surface: poses.surface(&rig.posture.arms).or(rig.posture.surface),
            sink: rig.carriage.sink * 100.0 * body.arm_length,
            painted: Path::default(),
        }
    }

    /// Whether the hands lie in a lap.
    pub fn sits(&self) -> bool {
        self.surface == Some(Surface::Lap)
    }

    /// How far each arm is raised, 0 hanging to 1: the cloth of the torso goes with it.
    pub fn raised(&self, body: &Body) -> Sides<f64> {
        Sides::of(|side| self.arms.iter().find(|arm| arm.side == side).map_or(0.0, |arm| raised(arm, body)))
    }

    /// The lap of somebody who sits, over their clothes and under their hands.
    pub fn lap(&self, rig: &Rig, body: &Body, canvas: &mut Canvas) {
        if self.sits() {
            seat::lap(rig, body, canvas);
        }
    }

    /// What stands between the body and the arms. It does not move with the body.
    pub fn furniture(&self, rig: &Rig, body: &Body, canvas: &mut Canvas) {
        let sunk = |p: Point| p.moved(0.0, self.sink);
        let resting = self.arms.iter().filter(|arm| arm.rests);
        match self.surface {
            Some(Surface::Counter) => {
                let wrists: Vec<_> = resting.map(|arm| sunk(arm.wrist)).collect();
                props::counter(rig.light, counter_top(body), &wrists, canvas);
            }
            Some(Surface::Table) => {
                let placed = |arm: &HeldArm| HeldArm { elbow: sunk(arm.elbow), wrist: sunk(arm.wrist), ..*arm };
                let arms: Vec<_> = resting.map(placed).collect();
                seat::table(rig.light, body, &arms, canvas);
            }
            Some(Surface::Lap) | None => {}
        }
    }

    /// The height below which something stands before the torso, as the body sees it.
    fn hidden_below(&self, body: &Body) -> Option<f64> {
        match self.surface? {
            Surface::Counter => Some(counter_top(body) - self.sink),
            Surface::Lap => Some(seat::LAP),
            Surface::Table => Some(seat::table_back(body) - self.sink),
        }
    }

    /// Whether an arm hangs behind the furniture.
    fn behind(&self, held: &HeldArm, body: &Body) -> bool {
        let below = match self.surface {
            Some(Surface::Counter) => BEHIND_COUNTER,
            Some(Surface::Table) => BEHIND_TABLE,
            Some(Surface::Lap) | None => return false,
        };
        !held.rests && self.hidden_below(body).is_some_and(|y| held.wrist.y > y + below)
    }

    /// The arms that hang behind the furniture.
    pub fn draw_behind(&self, rig: &Rig, body: &Body, torso: &Torso, canvas: &mut Canvas) {
        let hidden_below = self.hidden_below(body);
        for held in self.arms.into_iter().filter(|held| self.behind(held, body)) {
            let arm = Arm::new(rig, body, torso, held, hidden_below);
            let mut painted = Path::default();
            upper::draw(&arm, &mut painted, canvas);
            forearm::draw(&arm, &mut painted, canvas);
        }
    }

    /// The other arms of one level; those in front of the body come first.
    pub fn draw(&mut self, rig: &Rig, body: &Body, torso: &Torso, level: Level, canvas: &mut Canvas) {
        let hidden_below = self.hidden_below(body);
        let before = self.arms.into_iter().filter(|held| !self.behind(held, body));
        let arms: Vec<_> = before.map(|held| Arm::new(rig, body, torso, held, hidden_below)).collect();
        if level == Level::Body {
            for arm in &arms {
                upper::draw(arm, &mut self.painted, canvas);
            }
        }
        for arm in arms.iter().filter(|arm| arm.held.level == level) {
            forearm::draw(arm, &mut self.painted, canvas);
        }
    }
}

/// How far below the shoulders' joints hands lean on a counter, in lengths of the arm, and its top below their wrists.
const LEANS: f64 = 271.0;
const TOP: f64 = 34.0;
/// How far below its edge a wrist must be to hang behind a counter, whose edge is near, and behind a table, over which hands move.
const BEHIND_COUNTER: f64 = -50.0;
const BEHIND_TABLE: f64 = 84.0;

fn counter_top(body: &Body) -> f64 {
    body.still + LEANS * body.arm_length + TOP
}

/// Length of an upper arm that hangs.
const PLAIN_UPPER_ARM: f64 = 161.0;
/// Shares of that length down to the elbow, where the cloth begins to lift and where it has.
const LIFTS: [f64; 2] = [0.86, 0.45];
/// How far the wrist is above the elbow, likewise, and how much that adds.
const RISES: [f64; 2] = [40.0, 140.0];
const RISE: f64 = 0.4;

fn raised(arm: &HeldArm, body: &Body) -> f64 {
    let down = (arm.elbow.y - arm.shoulder.y) / (PLAIN_UPPER_ARM * body.arm_length);
    let up = (arm.elbow.y - arm.wrist.y) / body.arm_length;
    clamp(smoothstep(LIFTS[0], LIFTS[1], down) + RISE * smoothstep(RISES[0], RISES[1], up))
}

/// How far the shadow of an upper arm reaches, in its lengths.
const SHADOW: f64 = 1.45;

/// A forearm whose wrist lies higher than this below the elbow is in front of the body.
const RAISED: f64 = 95.0;
/// Length of a forearm that is not foreshortened.
const PLAIN_FOREARM: f64 = 150.0;
/// An arm bent less than this hangs straight.
const STRAIGHT: f64 = 0.25;
/// Between these the sleeve begins to break over the elbow.
const UNBROKEN: f64 = 0.16;
const BROKEN: f64 = 0.34;

/// One arm, with what its parts are drawn from.
struct Arm<'a> {
    rig: &'a Rig<'a>,
    body: &'a Body,
    torso: &'a Torso,
    held: HeldArm,
    anchors: &'a BodySide,
    /// Whether it is on the side of the light.
    lit: bool,
    /// Shoulder to elbow and elbow to wrist, as directions of length one and lengths.
    upper: [f64; 2],
    fore: [f64; 2],
    upper_length: f64,
    fore_length: f64,
    /// 0 for a straight arm, 1 for one bent past a right angle.
    bend: f64,
    /// 1 for an arm that hangs straight, whose sleeve runs over the elbow unbroken; 0 for a bent one.
    unbroken: f64,
    /// How much wider a forearm looks that comes towards the viewer.
    nearness: f64,
    /// How far forearm and hand are drawn down into the shade, 0 to 1.
    fore_dim: f64,
    hand_dim: f64,
    /// The height below which something stands before the torso.
    hidden_below: Option<f64>,
    /// Half-widths of the sleeve at the shoulder and at the elbow.
    sleeve: f64,
    elbow: f64,
}

impl<'a> Arm<'a> {
    fn new(rig: &'a Rig, body: &'a Body, torso: &'a Torso, held: HeldArm, hidden_below: Option<f64>) -> Self {
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
    fn at_upper(&self, share: f64, out: f64) -> Point {
        let [nx, ny] = self.outward();
        let along = self.upper_length * share;
        self.held.shoulder.moved(self.upper[0] * along + nx * out, self.upper[1] * along + ny * out)
    }

    /// How far down the torso the upper arm's shadow falls, 1 without a table or a lap that hides it.
    fn shadow_reach(&self) -> f64 {
        let Some(hidden) = self.hidden_below else { return 1.0 };
        let reach = (hidden - self.held.shoulder.y) / (self.upper[1] * self.upper_length * SHADOW).max(1.0);
        reach.clamp(0.2, 1.0)
    }

    /// Square to the upper arm, away from the body.
    fn outward(&self) -> [f64; 2] {
        let e = self.held.side.sign();
        [self.upper[1] * e, -self.upper[0] * e]
    }

    /// Sign of the side.
    fn e(&self) -> f64 {
        self.held.side.sign()
    }

    /// Whether the light along the edge falls on this arm.
    fn has_rim(&self) -> bool {
        self.rig.rim_light().is_some_and(|rim| rim.side == self.held.side)
    }

    fn cloth_rim(&self) -> Color {
        mix(self.torso.cloth.rim, self.rig.light.rim(), 0.4)
    }
}

/// Length one, and the length it had.
fn direction(from: Point, to: Point) -> ([f64; 2], f64) {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = if x.hypot(y) == 0.0 { 1.0 } else { x.hypot(y) };
    ([x / length, y / length], length)
}

/// A point on the way from `a` to `b`, and beside it.
fn along(a: Point, b: Point, share: f64, beside: f64) -> Point {
    let ([x, y], length) = direction(a, b);
    at(a.x + x * length * share - y * beside, a.y + y * length * share + x * beside)
}

/// A material drawn down into the shade by `share`.
fn dimmed(tones: &Tones, share: f64) -> Tones {
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

#[cfg(test)]
mod tests {
    use crate::cast::{Look, look};
    use crate::figure::{ActionUnits, Arms, Drawing, Posture};

    use super::*;

    fn drawn(look: &Look, arms: Arms) -> Drawing {
        let posture = Posture { arms, ..Posture::default() };
        let light = r##"(key: "#ffd9a8", ambient: "#3a4658", rim_dir: (1, -0.3), rim_w: 4)"##;
        let (light, units, poses) = (ron::from_str(light).expect("a light"), ActionUnits::default(), Poses::shipped());
        let rig = Rig::new(look, &light, &units, &posture, poses.carriage(&posture.arms));
        let body = Body::of(&rig);
        let torso = Torso { path: rig.head_path.clone(), cloth: rig.hair };
        let mut canvas = Canvas::default();
        let mut limbs = Limbs::solve(&rig, &body, poses);
        limbs.lap(&rig, &body, &mut canvas);
        limbs.draw_behind(&rig, &body, &torso, &mut canvas);
        limbs.furniture(&rig, &body, &mut canvas);
        for level in [Level::Body, Level::Head] {
            limbs.draw(&rig, &body, &torso, level, &mut canvas);
        }
        canvas.finish()
    }

    fn arms(from: &str, to: &str, share: f32) -> Arms {
        Arms { from: from.to_owned(), to: to.to_owned(), share }
    }

    #[test]
    fn the_way_between_any_two_poses_can_be_drawn() {
        for id in ["mara", "dev"] {
            let look = look(id).expect("somebody drawn");
            for (from, to) in Poses::shipped().names().flat_map(|a| Poses::shipped().names().map(move |b| (a, b))) {
                let drawing = drawn(look, arms(from, to, 0.4));
                let mut points = drawing.layers.iter().flat_map(|layer| &layer.outlines).flatten().flatten();
                assert!(points.all(|v| v.is_finite()), "{id}, {from} to {to}");
            }
        }
    }

    #[test]
    fn a_change_of_pose_begins_and_ends_at_the_poses() {
        let dev = look("dev").expect("Dev");
        let [hanging, folded] = ["hanging", "folded"].map(|name| drawn(dev, arms(name, name, 0.0)));
        assert_eq!(drawn(dev, arms("hanging", "folded", 0.0)), hanging);
        let end = drawn(dev, arms("hanging", "folded", 1.0));
        assert_eq!(end.layers.len(), folded.layers.len());
        for (got, want) in end.layers.iter().zip(&folded.layers) {
            assert_eq!(got.color, want.color);
            let apart = |(a, b): (&[f32; 2], &[f32; 2])| (a[0] - b[0]).abs().max((a[1] - b[1]).abs());
            let points = got.outlines.iter().flatten().zip(want.outlines.iter().flatten());
            assert!(points.map(apart).all(|d| d < 1e-3));
        }
    }

    #[test]
    fn an_unknown_pose_hangs() {
        let dev = look("dev").expect("Dev");
        assert_eq!(drawn(dev, arms("salute", "salute", 0.5)), drawn(dev, arms("hanging", "hanging", 0.5)));
    }
}
