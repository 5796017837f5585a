//! The lips themselves, and what shows between them.

use crate::cast::Color;

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, shape, taper_in};
use crate::figure::expression::Side;
use crate::figure::math::{clamp, lerp, smoothstep};
use crate::figure::rig::Rig;

use super::{Mouth, over, point};

/// One mouth while it is drawn.
pub(super) struct Lips<'a> {
    pub(super) rig: &'a Rig<'a>,
    pub(super) mouth: Mouth,
    /// x of the middle between the corners.
    pub(super) middle: f64,
    /// Lower edge of the upper lip, from the viewer's left.
    upper_edge: [Point; 7],
    /// Upper edge of the lower lip.
    lower_edge: [Point; 7],
}

/// Where the lips' edges are taken, across the mouth from -1 to 1, and the wave of the upper one with its tubercle.
const UPPER_WAVE: [(f64, f64); 7] =
    [(-1.0, 0.0), (-0.62, -0.5), (-0.3, -0.3), (0.0, 0.9), (0.3, -0.3), (0.62, -0.5), (1.0, 0.0)];
const LOWER_WAVE: [(f64, f64); 7] =
    [(-1.0, 0.0), (-0.62, 0.1), (-0.3, 0.0), (0.0, 0.5), (0.3, 0.0), (0.62, 0.1), (1.0, 0.0)];
/// How late the edges turn to the corners.
const UPPER_TURN: f64 = 1.7;
const LOWER_TURN: f64 = 2.1;
/// How much later they turn in a lip that is drawn up, and in stretched lips.
const SQUARED: f64 = 2.4;
const STRETCHED: f64 = 1.4;

impl<'a> Lips<'a> {
    pub(super) fn of(rig: &'a Rig<'a>) -> Self {
        let mouth = Mouth::of(rig);
        let middle = (mouth.corners[Side::Right].x + mouth.corners[Side::Left].x) / 2.0;
        let (upper, lower) = (mouth.upper, mouth.lower);
        let mut lips =
            Self { rig, mouth, middle, upper_edge: [Point::default(); 7], lower_edge: [Point::default(); 7] };
        lips.upper_edge = UPPER_WAVE.map(|(t, wave)| lips.at(t, lips.raised(t, upper + wave)));
        lips.lower_edge =
            LOWER_WAVE.map(|(t, wave)| lips.at(t, lips.bent(t, lower + wave, LOWER_TURN + STRETCHED * rig.unit(20))));
        lips
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) {
        if self.mouth.is_open() {
            self.inside(canvas);
        }
        self.upper_lip(canvas);
        self.lower_lip(canvas);
        self.line(canvas);
    }

    fn corner(&self, t: f64) -> Point {
        self.mouth.corners[if t < 0.0 { Side::Right } else { Side::Left }]
    }

    /// x at a share of the way from the middle (0) to the corners (-1 and 1).
    fn x(&self, t: f64) -> f64 {
        self.middle + t.abs() * (self.corner(t).x - self.middle)
    }

    pub(super) fn at(&self, t: f64, y: f64) -> Point {
        point(self.rig, self.x(t), y)
    }

    fn side(t: f64) -> Side {
        if t < 0.0 { Side::Right } else { Side::Left }
    }

    /// Height of an edge that is at `middle` between the corners. Pulled-down corners turn late: a mouth, not a roof.
    fn bent(&self, t: f64, middle: f64, turn: f64) -> f64 {
        let late = 1.5 * self.rig.unit_on(15, Self::side(t));
        lerp(middle, self.corner(t).y, libm::pow(t.abs(), turn + late))
    }

    /// As [`Self::bent`] for the upper lip, which a sneer (9, 10) squares and may draw up on one side.
    fn raised(&self, t: f64, middle: f64) -> f64 {
        let unit = |n| self.rig.unit_on(n, Self::side(t));
        let turn = UPPER_TURN + SQUARED * clamp(unit(10) + 0.4 * unit(9)) + STRETCHED * self.rig.unit(20);
        self.bent(t, middle - self.uneven(t), turn)
    }

    fn uneven(&self, t: f64) -> f64 {
        self.mouth.uneven[Self::side(t)] * smoothstep(0.0, 0.5, t.abs())
    }

    fn upper_bent(&self, t: f64) -> f64 {
        self.raised(t, self.mouth.upper)
    }

    fn inside(&self, canvas: &mut Canvas) {
        let (rig, gap) = (self.rig, self.mouth.gap());
        let hole = between(&self.upper_edge, self.lower_edge[1..6].iter().rev());
        canvas.clip(&hole);
        canvas.flat(hole, mix(rig.skin.dark, Color::hex(0x2a0e10), 0.72));
        if gap > 8.0 {
            self.tongue(gap, canvas);
        }
        self.teeth(canvas);
        let shadow = [
            self.at(-1.0, self.upper_bent(-1.0) - 3.0),
            self.at(0.0, self.mouth.upper - 3.0),
            self.at(1.0, self.upper_bent(1.0) - 3.0),
            self.at(0.6, self.upper_bent(0.6) + 1.0),
            self.at(0.0, self.mouth.upper + 1.8),
            self.at(-0.6, self.upper_bent(-0.6) + 1.0),
        ];
        canvas.fill(shape(&shadow), rig.skin.dark, 0.45, 0.6);
        canvas.end();
    }

    fn tongue(&self, gap: f64, canvas: &mut Canvas) {
        let low = self.mouth.lower;
        let tongue = [
            self.at(-0.5, low - 1.0),
            self.at(-0.2, low - gap * 0.30),
            self.at(0.25, low - gap * 0.30),
            self.at(0.5, low - 1.0),
            self.at(0.0, low + 8.0),
        ];
        canvas.fill(shape(&tongue), Color::hex(0x8c4440), 0.8, 0.8);
    }

    fn teeth(&self, canvas: &mut Canvas) {
        let rig = self.rig;
        let bared = clamp(rig.unit(12) * 0.8 + rig.unit(10) + rig.unit(20) * 0.9);
        let height = 0.8 + 4.4 * bared + 1.6 * rig.unit(26);
        let across: [f64; 7] = [-0.84, -0.6, -0.3, 0.0, 0.3, 0.6, 0.84];
        let above = across.iter().map(|t| self.at(*t, self.upper_bent(*t) - 3.0));
        let below = across.iter().rev().map(|t| {
            let middle = if *t == 0.0 { 1.06 } else { 1.0 };
            self.at(*t, self.upper_bent(*t) + height * (1.0 - (t / 0.9).powi(4)) * middle)
        });
        let row: Vec<_> = above.chain(below).collect();
        let color = mix(Color::hex(0xefe4d2), rig.skin.shade, 0.22);
        canvas.fill(shape(&row), color, 0.95 * smoothstep(0.8, 2.6, height), 0.3);
    }

    fn upper_lip(&self, canvas: &mut Canvas) {
        let (rig, top) = (self.rig, self.mouth.top);
        let sulk = clamp(rig.unit(15));
        let shoulder = |y: f64, t: f64| {
            let squared = 0.14 * rig.unit_on(10, Self::side(t));
            lerp(top + 2.0 - self.uneven(t), y, 0.30 - (0.16 * sulk).max(squared))
        };
        let (right, left) = (self.corner(-1.0).y, self.corner(1.0).y);
        let dip = top + 1.5 * (1.0 - 0.5 * rig.unit(12));
        let bow = [
            self.at(-1.0, right),
            self.at(-0.62, shoulder(right, -0.62)),
            self.at(-0.27, top - self.uneven(-0.27)),
            over(rig, self.x(0.0), dip, 1.0),
            self.at(0.27, top + 0.15 - self.uneven(0.27)),
            self.at(0.62, shoulder(left, 0.62)),
            self.at(1.0, left),
        ];
        let lip = between(&bow, self.upper_edge[1..6].iter().rev());
        canvas.fill(lip, mix(rig.flush.upper_lip, rig.skin.shade, 0.30), 0.94, 0.25);
    }

    fn lower_lip(&self, canvas: &mut Canvas) {
        let (rig, bottom) = (self.rig, self.mouth.bottom);
        let (right, left) = (self.corner(-1.0).y, self.corner(1.0).y);
        let round = [
            self.at(0.66, lerp(bottom - 1.6, left, 0.34)),
            self.at(0.3, bottom - 0.2),
            self.at(-0.02, bottom + 0.2),
            self.at(-0.32, bottom - 0.3),
            self.at(-0.68, lerp(bottom - 1.6, right, 0.34)),
        ];
        let lip = between(&self.lower_edge, round.iter());
        canvas.fill(lip.clone(), rig.flush.lower_lip, 0.9, 0.3);
        canvas.clip(&lip);
        self.lower_lip_planes(canvas);
        canvas.end();
    }

    fn lower_lip_planes(&self, canvas: &mut Canvas) {
        let (rig, Mouth { lower, bottom, .. }) = (self.rig, self.mouth.clone());
        let (k, l) = (rig.shaded.sign(), rig.lit.sign());
        let (middle, height) = ((lower + bottom) / 2.0, bottom - lower);
        let shade = [
            self.at(k * 0.12, lower - 2.0),
            self.at(k * 0.3, middle),
            self.at(k * 0.12, bottom + 2.0),
            self.at(k * 1.1, bottom + 2.0),
            self.at(k * 1.1, lower - 3.0),
        ];
        canvas.fill(shape(&shade), rig.flush.upper_lip, 0.75, 1.2);
        let light = [
            self.at(l * 0.48, middle - height * 0.10),
            self.at(l * 0.2, middle - height * 0.26),
            self.at(l * -0.12, middle - height * 0.12),
            self.at(l * 0.15, middle + height * 0.22),
        ];
        canvas.fill(shape(&light), mix(rig.skin.light, rig.flush.lower_lip, 0.45), 0.75, 0.8);
    }

    /// How tight the lips are.
    pub(super) fn tight(&self) -> f64 {
        clamp(self.rig.unit(23) + self.rig.unit(24))
    }

    /// The lip line: the one dark accent, thick towards the corners.
    fn line(&self, canvas: &mut Canvas) {
        let end = (2.0 + 0.8 * self.tight()) * 0.8;
        let (widths, opacity) = if self.mouth.is_open() {
            ([0.3, 1.1, 0.9, 0.9, 0.9, 1.1, 0.3], 0.8)
        } else {
            ([0.4, end, 1.35, 1.8, 1.35, end, 0.4], 0.95)
        };
        canvas.fill(taper_in(&self.upper_edge, &widths, 4), self.rig.flush.lip_line, opacity, 0.2);
    }
}

/// A shape with its corners at the ends of one edge, closed by the points of another.
fn between<'p>(edge: &[Point], back: impl Iterator<Item = &'p Point>) -> Path {
    let mut points = edge.to_vec();
    let last = points.len() - 1;
    points[0] = points[0].sharp();
    points[last] = points[last].sharp();
    points.extend(back);
    shape(&points)
}
