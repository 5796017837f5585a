//! The two arms of a figure: all upper arms first, then the forearms with sleeve, cuff and hand.

mod arm;
mod forearm;
mod grasp;
mod sleeve;
mod tube;
mod upper;

pub use crate::cast::poses::Level;
use crate::cast::poses::Surface;

use super::body::Body;
use super::canvas::Canvas;
use super::clothes::Torso;
use super::curve::{Path, Point};
use super::expression::{Side, Sides};
use super::math::{clamp, smoothstep};
use super::poses::{self, HeldArm, Poses};
use super::props;
use super::rig::Rig;
use super::seat;
use arm::{Arm, STRAIGHT, along, dimmed, direction};

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
            surface: poses.surface(rig.posture),
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

#[cfg(test)]
mod tests {
    use crate::cast::{Look, look};
    use crate::figure::{ActionUnits, Arms, Drawing, Posture};

    use super::*;

    fn drawn(look: &Look, arms: Arms) -> Drawing {
        let posture = Posture { arms, ..Posture::default() };
        let light = r##"(key: "#ffd9a8", ambient: "#3a4658", rim_dir: (1, -0.3), rim_w: 4)"##;
        let (light, units, poses) = (ron::from_str(light).expect("a light"), ActionUnits::default(), Poses::shipped());
        let rig = Rig::new(look, &light, &units, &posture, poses.carriage(&posture));
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
