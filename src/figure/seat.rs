//! What shows that a person sits: their lap, or the table before them.

use crate::cast::{Color, Light};

use super::body::Body;
use super::canvas::Canvas;
use super::clothes;
use super::curve::{Path, Point, at, polygon, shape, taper};
use super::expression::Side;
use super::poses::HeldArm;
use super::rig::Rig;
use super::tones::Tones;

const WOOD: Color = Color::hex(0x6e4d37);
/// Half the width of a table, past both sides of any picture.
const HALF: f64 = 2400.0;
/// How far its top reaches behind what rests on it, and its whole depth, as seen.
const BEHIND: f64 = 46.0;
const DEPTH: f64 = 112.0;
/// Thickness of its top.
const EDGE: f64 = 26.0;

/// Where the lap begins.
pub const LAP: f64 = 490.0;

/// How far below the shoulders' joints forearms rest on a table, in lengths of the arm.
const REST: f64 = 215.0;

/// The height of the far edge of the table that somebody sits at.
pub fn table_back(body: &Body) -> f64 {
    body.still + REST * body.arm_length - BEHIND
}

/// Thighs that come towards the viewer, over the lower edge of what is worn.
pub fn lap(rig: &Rig, body: &Body, canvas: &mut Canvas) {
    let build = &rig.look.body;
    let wide = body.shoulder * (build.hip + build.heavy * 0.20 + 0.06);
    let lap = Lap { rig, body, wide, tones: clothes::trousers(rig) };
    lap.between(canvas);
    Side::BOTH.into_iter().for_each(|side| lap.shin(side, canvas));
    // The leg away from the turned side lies nearer.
    let near = if body.turn.sin > 0.0 { Side::Right } else { Side::Left };
    for side in [near.other(), near] {
        lap.thigh(side, canvas);
    }
}

struct Lap<'a> {
    rig: &'a Rig<'a>,
    body: &'a Body,
    /// Half-width of the hips.
    wide: f64,
    tones: Tones,
}

impl Lap<'_> {
    /// A point by its share of the hips outwards, its height, and how far it lies before the body.
    fn at(&self, side: Side, share: f64, y: f64, before: f64) -> Point {
        let turn = self.body.turn;
        at(self.body.axis + side.sign() * self.wide * share * turn.cos + before * turn.sin, y)
    }

    /// The dark between the legs, over what is worn.
    fn between(&self, canvas: &mut Canvas) {
        let half = |side: Side| {
            [
                self.at(side, 0.30, 512.0, 20.0),
                self.at(side, 0.42, 600.0, 90.0),
                self.at(side, 0.42, 960.0, 100.0).sharp(),
            ]
        };
        let ([a, b, c], [p, q, r]) = (half(Side::Right), half(Side::Left));
        canvas.flat(shape(&[a, p, q, r, c, b]), self.tones.dark);
    }

    fn shin(&self, side: Side, canvas: &mut Canvas) {
        let outline = [
            self.at(side, 0.94, 640.0, 120.0),
            self.at(side, 0.84, 760.0, 110.0),
            self.at(side, 0.78, 960.0, 100.0).sharp(),
            self.at(side, 0.34, 960.0, 100.0).sharp(),
            self.at(side, 0.30, 760.0, 110.0),
            self.at(side, 0.22, 640.0, 120.0),
        ];
        let color = if side == self.rig.lit { self.tones.shade } else { self.tones.deep };
        canvas.flat(shape(&outline), color);
    }

    fn thigh(&self, side: Side, canvas: &mut Canvas) {
        let outline = [
            self.at(side, 0.02, 514.0, 20.0).sharp(),
            self.at(side, 0.46, 490.0, 16.0),
            self.at(side, 0.86, 486.0, 6.0),
            self.at(side, 0.99, 506.0, 10.0),
            self.at(side, 1.06, 564.0, 60.0),
            self.at(side, 1.03, 640.0, 120.0),
            self.at(side, 0.86, 694.0, 140.0),
            self.at(side, 0.50, 700.0, 140.0),
            self.at(side, 0.20, 672.0, 132.0),
            self.at(side, 0.09, 600.0, 90.0),
        ];
        let path = shape(&outline);
        canvas.flat(path.clone(), self.tones.base);
        canvas.clip(&path);
        self.planes(side, canvas);
        self.folds(side, canvas);
        canvas.end();
    }

    /// The knee turns down from the light above, one flank from the light at the side; the body throws its shadow.
    fn planes(&self, side: Side, canvas: &mut Canvas) {
        let (tones, lit) = (&self.tones, side == self.rig.lit);
        let top = [
            self.at(side, 0.34, 520.0, 20.0),
            self.at(side, 0.80, 520.0, 20.0),
            self.at(side, 0.90, 600.0, 90.0),
            self.at(side, 0.78, 640.0, 120.0),
            self.at(side, 0.46, 642.0, 120.0),
            self.at(side, 0.30, 600.0, 90.0),
        ];
        canvas.fill(shape(&top), tones.light, if lit { 0.5 } else { 0.22 }, 5.0);
        let front = [
            self.at(side, 0.0, 656.0, 130.0),
            self.at(side, 0.50, 664.0, 130.0),
            self.at(side, 1.2, 636.0, 130.0),
            self.at(side, 1.2, 720.0, 130.0),
            self.at(side, 0.0, 720.0, 130.0),
        ];
        canvas.fill(shape(&front), tones.shade, 0.85, 3.0);
        let (inner, outer) = if lit { (0.30, -0.2) } else { (0.74, 1.4) };
        let flank = [
            self.at(side, inner, 480.0, 10.0),
            self.at(side, inner, 560.0, 60.0),
            self.at(side, inner + if lit { -0.06 } else { 0.06 }, 640.0, 120.0),
            self.at(side, inner, 720.0, 140.0),
            self.at(side, outer, 720.0, 140.0),
            self.at(side, outer, 480.0, 10.0),
        ];
        canvas.fill(shape(&flank), tones.shade, 0.9, 2.0);
        let shadow = [(0.0, 512.0), (0.5, 492.0), (1.0, 498.0)].map(|(share, y)| self.at(side, share, y, 14.0));
        canvas.fill(taper(&shadow, &[20.0, 26.0, 16.0]), tones.deep, 0.7, 5.0);
    }

    /// Cloth drawn from the groin, and along the thigh.
    fn folds(&self, side: Side, canvas: &mut Canvas) {
        for (to, y, width) in [(0.56, 520.0, 5.0), (0.48, 548.0, 4.4), (0.34, 578.0, 3.4)] {
            let fold = [
                self.at(side, 0.05, 520.0 + (y - 520.0) * 0.5, 26.0),
                self.at(side, to * 0.55, y + 7.0, 46.0),
                self.at(side, to, y, 50.0),
            ];
            canvas.fill(taper(&fold, &[width, width * 0.8, 0.3]), self.tones.deep, 0.5, 1.4);
        }
        let knee = [(0.34, 650.0), (0.56, 658.0), (0.84, 642.0)].map(|(share, y)| self.at(side, share, y, 128.0));
        canvas.fill(taper(&knee, &[0.3, 3.4, 0.3]), self.tones.deep, 0.4, 1.4);
    }
}

/// A table before the body, with the shadows of the forearms that rest on it.
pub fn table(light: &Light, body: &Body, arms: &[HeldArm], canvas: &mut Canvas) {
    let wood = Tones::cloth(WOOD, light);
    let back = table_back(body);
    let front = back + DEPTH;
    canvas.flat(slab(back, front), wood.base);
    canvas.fill(slab(back, back + 22.0), wood.shade, 0.35, 8.0);
    let mirrored = [(-150.0, -20.0), (150.0, -20.0), (120.0, 34.0), (0.0, 46.0), (-120.0, 34.0)];
    canvas.clip(&slab(back, front));
    canvas.fill(shape(&mirrored.map(|(x, y)| at(body.axis + x, back + y))), wood.deep, 0.5, 9.0);
    for arm in arms {
        forearm_shadow(arm, back, wood.dark, canvas);
    }
    canvas.end();
    canvas.flat(slab(front - 3.0, front), wood.light);
    canvas.flat(slab(front, front + EDGE), wood.shade);
    canvas.flat(slab(front + EDGE, 1000.0), wood.dark);
    canvas.fill(slab(front + EDGE, front + EDGE + 14.0), wood.dark, 0.6, 4.0);
}

/// Where the arm touches the table; what of it is raised throws none.
fn forearm_shadow(arm: &HeldArm, back: f64, color: Color, canvas: &mut Canvas) {
    let lies = arm.wrist.y > back - 20.0;
    let (elbow, wrist) = (arm.elbow.moved(0.0, 16.0), arm.wrist.moved(0.0, 14.0));
    let line = if lies {
        [elbow, elbow.toward(wrist, 0.5), wrist.toward(elbow, -0.6)]
    } else {
        [elbow.moved(-34.0, 0.0), elbow.moved(0.0, 4.0), elbow.moved(40.0, 0.0)]
    };
    canvas.fill(taper(&line, &[16.0, 34.0, 18.0]), color, 0.45, 6.0);
}

fn slab(top: f64, bottom: f64) -> Path {
    polygon(&[at(-HALF, top), at(HALF, top), at(HALF, bottom), at(-HALF, bottom)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::cast::poses::Surface;
    use crate::figure::{ActionUnits, Arms, Drawing, Poses, Posture, draw};

    fn drawn(pose: &str, surface: Surface, breath: f32, lean: f32) -> Drawing {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        let arms = Arms { from: pose.to_owned(), to: pose.to_owned(), share: 0.0 };
        let posture = Posture { arms, breath, lean, surface: Some(surface), ..Posture::default() };
        draw(look("mara").expect("Mara"), &light, &ActionUnits::default(), &posture, Poses::shipped())
    }

    /// The top edge of the table: of the first layer as broad as one.
    fn edge(drawing: &Drawing) -> f32 {
        let broad = |outline: &Vec<[f32; 2]>| outline.iter().any(|p| f64::from(p[0]) <= -HALF);
        let table = drawing.layers.iter().flat_map(|layer| &layer.outlines).find(|outline| broad(outline));
        table.expect("a table").iter().map(|p| p[1]).fold(f32::MAX, f32::min)
    }

    #[test]
    fn a_table_stays_where_it_is_whatever_is_done_at_it() {
        let still = edge(&drawn("table", Surface::Table, 0.0, 0.0));
        for pose in ["hanging", "folded", "head_in_hands"] {
            assert!((edge(&drawn(pose, Surface::Table, 1.0, 5.0)) - still).abs() < 1e-3, "{pose}");
        }
    }

    #[test]
    fn what_wants_standing_is_done_sitting() {
        for (pose, surface, sitting) in [
            ("fists", Surface::Lap, "seated_fists"),
            ("mop", Surface::Lap, "seated"),
            ("counter", Surface::Table, "table"),
        ] {
            let [meant, done] = [pose, sitting].map(|pose| drawn(pose, surface, 0.0, 0.0));
            assert!(meant == done, "{pose}");
        }
    }

    #[test]
    fn an_idle_arm_does_not_hang_when_somebody_sits() {
        let [idle, seated] = ["hanging", "seated"].map(|pose| drawn(pose, Surface::Lap, 0.0, 0.0).layers.len());
        assert_eq!(idle, seated);
        assert_ne!(idle, drawn("folded", Surface::Lap, 0.0, 0.0).layers.len());
    }
}
