//! The bones of a figure: where the points of head and face come to lie for one person, posture and light.

use crate::cast::person::Clothes;
use crate::cast::{Light, Look};

use super::color::{Shift, shift};
use super::curve::{Path, Point, Spline, at, closed};
use super::expression::{ActionUnits, Posture, Side};
use super::math::{length, lerp, smoothstep};
use super::poses::Carriage;
use super::profile;
use super::skull::{self, Section};
use super::tones::{Flush, Tones};

/// Heights at which the contour is taken.
const HEIGHTS: [f64; 17] =
    [-97.0, -89.0, -73.0, -50.0, -30.0, -18.0, -2.0, 12.0, 22.0, 34.0, 46.0, 58.0, 70.0, 81.0, 90.0, 96.0, 99.0];
/// The head rolls about this height.
const PIVOT: f64 = 90.0;
/// The azimuth behind the ear that hair is drawn to, in degrees.
const FARTHEST_BACK: f64 = 125.0;
/// Figure units that the end of what hangs swings for each degree, if it is 100 units long.
const SWING: f64 = 1.1;
/// The lowest edge of what somebody wears who sits.
const SEATED_HEM: f64 = 522.0;
/// An angle with its sine and cosine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Angle {
    pub radians: f64,
    pub sin: f64,
    pub cos: f64,
}

impl Angle {
    pub fn of(degrees: f64) -> Self {
        let radians = degrees.to_radians();
        Self { radians, sin: radians.sin(), cos: radians.cos() }
    }
}

/// One person in one posture under one light. In the person's own frame x runs to the viewer's right, y down, z to the viewer.
pub struct Rig<'a> {
    pub look: &'a Look,
    pub light: &'a Light,
    pub units: &'a ActionUnits,
    pub posture: &'a Posture,
    pub carriage: Carriage,
    pub yaw: Angle,
    pub pitch: Angle,
    pub roll: Angle,
    /// How much the head shows its profile, 0 while two eyes are seen to 1.
    pub profile: f64,
    /// Where the head sits, beside its place at rest.
    pub head_x: f64,
    pub head_y: f64,
    /// Shoulders, -1 low to 1 high, and 0 to 1 the body made small: posture and pose together.
    pub shoulders: f64,
    pub shrink: f64,
    pub breath: f64,
    pub gaze_x: f64,
    pub gaze_y: f64,
    /// How much the years show, 0 to 1.
    pub age: f64,
    /// The side the light comes from, and the other.
    pub lit: Side,
    pub shaded: Side,
    /// How far the jaw is dropped.
    pub jaw: f64,
    pub skin: Tones,
    pub flush: Flush,
    pub hair: Tones,
    /// The person's clothes, as bright as the place lets them be.
    pub clothes: Clothes,
    /// Whether a lap covers the lower edge of what they wear.
    pub sits: bool,
    /// The contour of the head, as a curve and as a shape.
    pub head: Spline,
    pub head_path: Path,
}

impl<'a> Rig<'a> {
    pub fn new(
        look: &'a Look,
        light: &'a Light,
        units: &'a ActionUnits,
        posture: &'a Posture,
        carriage: Carriage,
    ) -> Self {
        let yaw = Angle::of(f64::from(posture.yaw));
        let breath = f64::from(posture.breath);
        let stoop = look.body.stoop;
        let pitch = (f64::from(posture.pitch) + carriage.nod).clamp(-16.0, 22.0);
        let nod = 3.0 * pitch.abs() / 20.0;
        // Through the middle smoothly, or a stooping head would hop from side to side.
        let forward = 8.0 * smooth_sign(yaw.sin);
        let skin = Tones::skin(look.skin, light);
        let lit = if light.light_x < 0.0 { Side::Right } else { Side::Left };
        let mut rig = Self {
            look,
            light,
            units,
            posture,
            carriage,
            yaw,
            pitch: Angle::of(pitch),
            roll: Angle::of(f64::from(posture.roll)),
            profile: profile::share(yaw.sin),
            head_x: f64::from(posture.head_x) + forward * stoop,
            head_y: f64::from(posture.head_y) + carriage.drop + nod - breath * 1.5 + 15.0 * stoop,
            shoulders: f64::from(posture.shoulders) + carriage.shoulders,
            shrink: f64::from(posture.shrink) + carriage.shrink,
            breath,
            gaze_x: f64::from(posture.gaze_x),
            gaze_y: f64::from(posture.gaze_y),
            age: look.age_lines,
            lit,
            shaded: lit.other(),
            jaw: 15.0 * f64::from(units.most(26)) + 1.2 * f64::from(units.most(25)),
            skin,
            flush: Flush::of(&skin),
            hair: Tones::cloth(look.hair.color, light),
            clothes: dimmed(&look.clothes, light.cloth),
            sits: false,
            head: Spline::default(),
            head_path: Path::default(),
        };
        rig.head = closed(&rig.contour());
        rig.head_path = profile::head(&rig);
        rig
    }

    /// The same, sitting: no cloth hangs lower than the lap.
    pub fn sitting(mut self) -> Self {
        self.clothes.hem = self.clothes.hem.min(SEATED_HEM);
        self.sits = true;
        self
    }

    /// Intensity of an action unit on the stronger side, 0 to 1.
    pub fn unit(&self, unit: usize) -> f64 {
        f64::from(self.units.most(unit))
    }

    /// Intensity of an action unit on one side, 0 to 1.
    pub fn unit_on(&self, unit: usize, side: Side) -> f64 {
        f64::from(self.units.at(unit, side))
    }

    /// How far to the viewer's right what hangs loose has swung at its end, for each 100 units of its length.
    pub fn swing(&self) -> f64 {
        SWING * f64::from(self.posture.swing)
    }

    /// Degrees that pose and light turn the body.
    pub fn turn(&self) -> f64 {
        self.carriage.turn * -self.lit.sign()
    }

    /// Where a point of the head is seen.
    pub fn project(&self, x: f64, y: f64, z: f64) -> Point {
        let across = x * self.yaw.cos + z * self.yaw.sin;
        let deep = -x * self.yaw.sin + z * self.yaw.cos;
        self.rolled(across, y * self.pitch.cos + deep * self.pitch.sin * 0.9)
    }

    pub(super) fn rolled(&self, x: f64, y: f64) -> Point {
        let y = y - PIVOT;
        at(
            x * self.roll.cos - y * self.roll.sin + self.head_x,
            x * self.roll.sin + y * self.roll.cos + PIVOT + self.head_y,
        )
    }

    /// The person's cross-section at a height.
    pub fn section(&self, y: f64) -> Section {
        skull::section(&self.look.face, y, self.unit(12) * 0.7 + self.unit(6) * 0.3)
    }

    /// A height of the plain head, moved by the jaw and by the length of face and skull.
    pub fn lowered(&self, y: f64) -> f64 {
        y + self.jaw * smoothstep(38.0, 96.0, y) + self.lengthening(y)
            - self.look.face.skull * smoothstep(-30.0, -100.0, y)
    }

    /// How far the length of the face moves a height.
    pub fn lengthening(&self, y: f64) -> f64 {
        self.look.face.long * smoothstep(10.0, 100.0, y)
    }

    /// Depth of the face's surface.
    pub fn depth(&self, x: f64, y: f64) -> f64 {
        self.section(y).depth(x)
    }

    /// A point on the face, given in front view.
    pub fn face(&self, x: f64, y: f64) -> Point {
        self.over_face(x, y, 0.0)
    }

    /// A point that stands off the face by `lift`.
    pub fn over_face(&self, x: f64, y: f64, lift: f64) -> Point {
        self.project_face(x, y, self.depth(x, y.min(97.0)) + lift)
    }

    /// A point on the face that goes with the jaw, `lift` off it.
    pub fn over_jaw(&self, x: f64, y: f64, lift: f64) -> Point {
        self.project(x, self.lowered(y), self.depth(x, y.min(97.0)) + lift)
    }

    /// A point on the skull by azimuth (degrees, 0 is the front, positive to the viewer's right) and height.
    pub fn skull(&self, azimuth: f64, y: f64) -> Point {
        self.over_skull(azimuth, y, 0.0)
    }

    /// A point that stands off the skull by `lift`; what lies past the far horizon stays on it.
    pub fn over_skull(&self, azimuth: f64, y: f64, lift: f64) -> Point {
        let Section { half_width, center, half_depth } = self.section(y);
        let horizon = self.horizon(y);
        // Where near and far change over, the near side has its horizon too, or what lies past both would hop.
        let near = lerp(horizon, FARTHEST_BACK, smoothstep(0.0, 0.08, self.yaw.sin.abs()));
        let azimuth = if self.yaw.sin > 0.0 { azimuth.clamp(-near, horizon) } else { azimuth.clamp(-horizon, near) };
        let (sin, cos) = azimuth.to_radians().sin_cos();
        let y_lifted = self.lowered(y) - lift * smoothstep(-60.0, -100.0, y);
        self.project((half_width + lift) * sin, y_lifted, center + (half_depth + lift) * cos)
    }

    /// The azimuth of the far horizon at a height, in degrees from the front.
    pub fn horizon(&self, y: f64) -> f64 {
        let Section { half_width, half_depth, .. } = self.section(y);
        (half_width * self.yaw.cos).atan2(half_depth * self.yaw.sin.abs()).to_degrees()
    }

    /// Whether a side is the one turned away from the viewer.
    pub fn far(&self, side: Side) -> bool {
        (side == Side::Left) == (self.yaw.radians > 0.0)
    }

    /// The contour of the head at a height on one side.
    pub fn edge(&self, side: Side, y: f64) -> Point {
        self.edge_out(side, y, 0.0)
    }

    /// The contour, pushed out by `volume`.
    pub fn edge_out(&self, side: Side, y: f64, volume: f64) -> Point {
        let far = self.far(side);
        let relief = if far { self.relief(y) * self.yaw.sin.abs() * 2.2 } else { 0.0 };
        self.edge_with(side, y, volume, relief)
    }

    /// The contour without brow, cheekbone and chin, pushed out by `volume`: what hair lies on.
    pub fn smooth_edge(&self, side: Side, y: f64, volume: f64) -> Point {
        self.edge_with(side, y, volume, 0.0)
    }

    fn edge_with(&self, side: Side, y: f64, volume: f64, relief: f64) -> Point {
        let depth = skull::contour_depth(y) * (0.875 + 0.125 * side.sign() * (self.yaw.sin / 0.3).clamp(-1.0, 1.0));
        let y_seen =
            self.lowered(y) * self.pitch.cos + depth * self.pitch.sin * 0.9 - volume * smoothstep(-50.0, -100.0, y);
        self.rolled(self.across_edge(side, y, volume, relief), y_seen)
    }

    /// How far beside the head's axis its contour is seen.
    pub(super) fn across_edge(&self, side: Side, y: f64, volume: f64, relief: f64) -> f64 {
        let Section { half_width, center, half_depth } = self.section(y);
        let (sin, cos) = (self.yaw.sin, self.yaw.cos);
        let reach = length((half_width + volume) * cos, (half_depth + volume) * sin) + relief;
        center * sin + side.sign() * reach
    }

    /// Points round the head, from the crown down the viewer's right side.
    fn contour(&self) -> Vec<Point> {
        let crown = std::iter::once(self.edge(Side::Left, -100.0));
        let down = HEIGHTS.iter().map(|y| self.edge(Side::Left, *y));
        let chin = std::iter::once(self.edge(Side::Left, 100.0));
        let up = HEIGHTS.iter().rev().map(|y| self.edge(Side::Right, *y));
        crown.chain(down).chain(chin).chain(up).collect()
    }

    /// Light coming along the edge; none where the place has none.
    pub fn rim_light(&self) -> Option<RimLight> {
        (self.light.rim_w > 0.0).then(|| RimLight {
            direction: self.light.rim_dir,
            width: self.light.rim_w,
            side: if self.light.rim_dir[0] > 0.0 { Side::Left } else { Side::Right },
        })
    }
}

/// -1 to 1, and nothing but those from about 12 degrees on.
fn smooth_sign(sin: f64) -> f64 {
    2.0 * smoothstep(-0.2, 0.2, sin) - 1.0
}

fn dimmed(clothes: &Clothes, factor: f64) -> Clothes {
    let mut clothes = clothes.clone();
    if factor != 1.0 {
        clothes.colors_mut().for_each(|color| *color = shift(*color, Shift { scale: factor, ..Shift::SAME }));
    }
    clothes
}

/// The second light of a place.
#[derive(Clone, Copy, Debug)]
pub struct RimLight {
    pub direction: [f64; 2],
    /// Of the strip it makes.
    pub width: f64,
    /// The side it falls on.
    pub side: Side,
}
