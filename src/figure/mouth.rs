//! The mouth: lips, what shows between them, and the marks about them.

use crate::cast::Color;

use super::canvas::Canvas;
use super::color::mix;
use super::curve::{Path, Point, at, shape, taper, taper_in};
use super::expression::{Side, Sides};
use super::math::{clamp, lerp, smoothstep};
use super::rig::Rig;

/// Where the lips are, in front view.
#[derive(Clone, Debug)]
pub struct Mouth {
    /// Half-width at rest.
    pub half_width: f64,
    pub corners: Sides<Point>,
    /// Height of the upper lip's lower edge.
    pub upper: f64,
    /// Height of the lower lip's upper edge.
    pub lower: f64,
    /// Height of the upper lip's top.
    pub top: f64,
    /// Height of the lower lip's bottom.
    pub bottom: f64,
}

impl Mouth {
    pub fn of(rig: &Rig) -> Self {
        let face = &rig.look.face;
        let unit = |n| rig.unit(n);
        let open = clamp(unit(25) + unit(26));
        let line = middle(rig) - 1.7 * unit(17) - 2.4 * unit(10) - 1.6 * unit(9) + unit(12) - 0.6 * unit(24);
        let upper = line - unit(25) - 1.6 * unit(26) - 2.4 * unit(10) * open - 1.6 * unit(12) * open;
        let lower = line + 3.2 * unit(25) + 13.0 * unit(26) - 0.6 * unit(17);
        let pressed = 0.62 * unit(24);
        let thin = pressed + 0.52 * unit(23) + 0.32 * unit(12) + 0.28 * unit(20) + 0.25 * unit(10) + 0.2 * unit(15);
        let full = 0.34 * unit(17) - 0.5 * unit(23) - 0.22 * unit(12) - 0.34 * unit(20) - 0.1 * unit(26);
        Self {
            half_width: face.mouth_width,
            corners: Sides::of(|side| corner(rig, side)),
            upper,
            lower,
            top: upper - face.lip_upper * (1.0 - thin).clamp(LEAST_LIP, 1.0),
            bottom: lower + face.lip_lower * (1.0 - pressed + full).clamp(LEAST_LIP, 1.0),
        }
    }

    /// How far the lips are apart.
    pub fn gap(&self) -> f64 {
        (self.lower - self.upper).max(0.0)
    }

    fn is_open(&self) -> bool {
        self.gap() > 1.2
    }
}

/// Share of a lip's height that is left when it is pressed away.
const LEAST_LIP: f64 = 0.22;

fn middle(rig: &Rig) -> f64 {
    rig.look.face.mouth_y - rig.unit(17)
}

fn corner(rig: &Rig, side: Side) -> Point {
    let unit = |n| rig.unit_on(n, side);
    let (jaw, lifted) = (rig.unit(26), rig.unit(10));
    let wide = 6.6 * unit(12) + 6.0 * unit(20) + 2.0 * unit(15) + lifted;
    let narrow = 2.6 * unit(23) + 2.2 * unit(24) + 1.2 * unit(14) + 2.4 * jaw + unit(17);
    let x = rig.look.face.mouth_width + wide - narrow;
    let down = 4.6 * unit(15) + 1.8 * unit(20) + 4.2 * jaw + 1.2 * unit(17) + 1.6 * lifted;
    let y = middle(rig) + 0.9 + down - 7.6 * unit(12) - 1.6 * unit(14) + rig.look.face.corner;
    let asym = &rig.look.asym;
    at(side.sign() * x + asym.mouth_x, y + asym.mouth_y * side.sign())
}

/// A point on the round of the mouth, given in front view.
pub fn point(rig: &Rig, x: f64, y: f64) -> Point {
    over(rig, x, y, 0.0)
}

/// A point that stands off the round of the mouth by `lift`.
pub fn over(rig: &Rig, x: f64, y: f64, lift: f64) -> Point {
    let out = x.abs() / 26.0;
    rig.project(x, y + rig.lengthening(y), rig.depth(x, 62.0) + 3.5 - 3.0 * out * out + lift)
}

/// Draws the mouth.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let lips = Lips::of(rig);
    if lips.mouth.is_open() {
        lips.inside(canvas);
    }
    lips.upper_lip(canvas);
    lips.lower_lip(canvas);
    lips.line(canvas);
    for side in Side::BOTH {
        lips.corner_marks(side, canvas);
    }
    lips.philtrum(canvas);
    lips.under_lip(canvas);
    lips.chin(canvas);
    lips.ring(canvas);
}

/// One mouth while it is drawn.
struct Lips<'a> {
    rig: &'a Rig<'a>,
    mouth: Mouth,
    /// x of the middle between the corners.
    middle: f64,
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

impl<'a> Lips<'a> {
    fn of(rig: &'a Rig<'a>) -> Self {
        let mouth = Mouth::of(rig);
        let middle = (mouth.corners[Side::Right].x + mouth.corners[Side::Left].x) / 2.0;
        let (upper, lower) = (mouth.upper, mouth.lower);
        let mut lips =
            Self { rig, mouth, middle, upper_edge: [Point::default(); 7], lower_edge: [Point::default(); 7] };
        lips.upper_edge = UPPER_WAVE.map(|(t, wave)| lips.at(t, lips.bent(t, upper + wave, UPPER_TURN)));
        lips.lower_edge = LOWER_WAVE.map(|(t, wave)| lips.at(t, lips.bent(t, lower + wave, LOWER_TURN)));
        lips
    }

    fn corner(&self, t: f64) -> Point {
        self.mouth.corners[if t < 0.0 { Side::Right } else { Side::Left }]
    }

    /// x at a share of the way from the middle (0) to the corners (-1 and 1).
    fn x(&self, t: f64) -> f64 {
        self.middle + t.abs() * (self.corner(t).x - self.middle)
    }

    fn at(&self, t: f64, y: f64) -> Point {
        point(self.rig, self.x(t), y)
    }

    /// Height of an edge that is at `middle` between the corners. Pulled-down corners turn late: a mouth, not a roof.
    fn bent(&self, t: f64, middle: f64, turn: f64) -> f64 {
        let side = if t < 0.0 { Side::Right } else { Side::Left };
        lerp(middle, self.corner(t).y, t.abs().powf(turn + 1.5 * self.rig.unit_on(15, side)))
    }

    fn upper_bent(&self, t: f64) -> f64 {
        self.bent(t, self.mouth.upper, UPPER_TURN)
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
        let bared = clamp(rig.unit(12) * 0.8 + rig.unit(10) + rig.unit(20) * 0.7);
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
        let shoulder = |y: f64| lerp(top + 2.0, y, 0.30 - 0.16 * sulk);
        let (right, left) = (self.corner(-1.0).y, self.corner(1.0).y);
        let dip = top + 1.5 * (1.0 - 0.5 * rig.unit(12));
        let bow = [
            self.at(-1.0, right),
            self.at(-0.62, shoulder(right)),
            self.at(-0.27, top),
            over(rig, self.x(0.0), dip, 1.0),
            self.at(0.27, top + 0.15),
            self.at(0.62, shoulder(left)),
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
    fn tight(&self) -> f64 {
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

    fn corner_marks(&self, side: Side, canvas: &mut Canvas) {
        let rig = self.rig;
        let Point { x, y, .. } = self.mouth.corners[side];
        let unit = |n| rig.unit_on(n, side);
        let e = side.sign();
        let at = |dx: f64, dy: f64| point(rig, x + e * dx, y + dy);
        let deep = 0.35 + 0.5 * unit(12) + unit(14) + 0.6 * unit(15) + 0.4 * unit(24) + 0.3 * rig.age;
        let r = 1.7 + 1.2 * unit(14) + 0.8 * unit(15);
        let dent = [at(-1.5, 0.0), at(1.2, -r), at(2.6 + unit(14) * 1.2, 0.4), at(1.0, r + unit(15) * 0.8)];
        canvas.fill(shape(&dent), rig.skin.deep, 0.50 * clamp(deep), 0.9);
        if unit(14) > 0.05 {
            let dimple = [at(4.6, -5.5), at(6.8, -0.6), at(5.0, 4.2)];
            canvas.fill(taper(&dimple, &[0.4, 2.4, 0.4]), rig.skin.deep, 0.60 * unit(14), 0.5);
        }
        let marionette = [at(2.5, 2.5), at(4.0, 8.0), at(3.2, 14.0)];
        let depth = clamp(rig.age * 0.55 + 0.55 * unit(15) + 0.25 * unit(17) - 0.3 * unit(12));
        let tone = if side == rig.lit { rig.skin.shade } else { rig.skin.deep };
        canvas.fill(taper(&marionette, &[0.6, 1.9, 0.3]), tone, 0.50 * depth, 1.0);
    }

    fn philtrum(&self, canvas: &mut Canvas) {
        let (rig, k, top) = (self.rig, self.rig.shaded.sign(), self.mouth.top);
        let at = |dx: f64, y: f64| over(rig, self.middle + dx * k, y, 1.0);
        let groove = [at(-2.2, 53.0), at(1.6, 53.0), at(3.2, top - 0.6), at(-0.6, top + 0.6)];
        canvas.fill(shape(&groove), rig.skin.shade, 0.26, 1.2);
    }

    fn under_lip(&self, canvas: &mut Canvas) {
        let (rig, drop) = (self.rig, self.rig.jaw * 0.12);
        let at = |dx: f64, dy: f64| point(rig, self.middle + dx, self.mouth.bottom + dy);
        let shadow = [
            at(-13.0, -0.6).sharp(),
            at(0.0, 0.8),
            at(13.0, -0.6).sharp(),
            at(7.0, 4.0 + drop),
            at(0.0, 5.2 + drop),
            at(-7.0, 4.0 + drop),
        ];
        canvas.fill(shape(&shadow), rig.skin.shade, 0.70, 1.0);
    }

    /// The stipple of a chin that is pushed up.
    fn chin(&self, canvas: &mut Canvas) {
        let (rig, pushed) = (self.rig, self.rig.unit(17));
        if pushed <= 0.05 {
            return;
        }
        let dots = [
            (-7.0, 86.0, 1.6),
            (-2.0, 83.4, 1.4),
            (3.0, 86.6, 1.7),
            (8.0, 84.6, 1.4),
            (-3.5, 89.4, 1.3),
            (5.0, 90.2, 1.2),
        ];
        for (dx, y, r) in dots {
            let p = rig.over_jaw(self.middle + dx, y - 2.0 * pushed, 0.0);
            let dot = [p.moved(-r * 1.3, 0.0), p.moved(0.0, -r), p.moved(r * 1.3, 0.0), p.moved(0.0, r * 0.8)];
            canvas.fill(shape(&dot), rig.skin.deep, 0.20 * pushed, 0.8);
        }
    }

    /// The muscle ring bulges above tight lips.
    fn ring(&self, canvas: &mut Canvas) {
        let (tight, top) = (self.tight(), self.mouth.top);
        if tight > 0.05 {
            let line = [self.at(-0.7, top - 2.4), self.at(0.0, top - 3.4), self.at(0.7, top - 2.4)];
            canvas.fill(taper(&line, &[0.4, 1.8, 0.4]), self.rig.skin.shade, 0.55 * tight, 0.6);
        }
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
