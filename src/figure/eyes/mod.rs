//! The eyes: lids, ball, lashes, and the lines about them.

mod opening;

use crate::cast::Color;

use super::brows;
use super::canvas::Canvas;
use super::color::{Shift, lightness, mix, shift};
use super::curve::{Path, Point, at, shape, taper};
use super::expression::Side;
use super::math::{clamp, lerp};
use super::rig::Rig;

use opening::Opening;

const PUPIL: Color = Color::hex(0x15100f);
const GLINT: Color = Color::hex(0xfff8ea);

/// The share of the profile from which on the bridge of the nose hides the far eye.
const HIDDEN: f64 = 0.46;

/// One eye while it is drawn.
struct Eye<'a> {
    rig: &'a Rig<'a>,
    side: Side,
    e: f64,
    lit: bool,
    opening: Opening,
    /// The crease above the upper lid.
    crease: [Point; 6],
    /// Height of the lid between lash line and crease.
    lid: f64,
}

/// Draws one eye.
pub fn draw(rig: &Rig, side: Side, canvas: &mut Canvas) {
    if rig.far(side) && rig.profile > HIDDEN {
        return;
    }
    let opening = Opening::of(rig, side);
    let lid = lid_height(rig, side, opening.shut);
    let crease = crease(rig, side, &opening, lid);
    let eye = Eye { rig, side, e: side.sign(), lit: side == rig.lit, opening, crease, lid };
    eye.lid(canvas);
    if eye.opening.shut < 0.97 {
        eye.ball(canvas);
    }
    eye.lower_lid(canvas);
    eye.lashes(canvas);
    eye.crow_feet(canvas);
}

fn lid_height(rig: &Rig, side: Side, shut: f64) -> f64 {
    let unit = |n| rig.unit_on(n, side);
    let hooded = ((brows::points(rig, side)[2].y + 27.0) / 10.0).clamp(-0.6, 1.0);
    let height = (4.6 + 3.2 * shut - 1.4 * unit(5) + rig.gaze_y.max(0.0) * 2.2) * rig.look.face.lid;
    (height - 1.2 * hooded - 1.3 * unit(4) * (1.0 - unit(1)) - 0.8 * rig.age).max(1.4)
}

fn crease(rig: &Rig, side: Side, opening: &Opening, lid: f64) -> [Point; 6] {
    let unit = |n| rig.unit_on(n, side);
    let (a, upper) = (opening.half_width, &opening.upper);
    let slant = -1.6 * unit(1) * (0.4 + unit(4) * 0.6);
    let sag = 1.6 * rig.age + 1.2 * unit(1) * (1.0 - unit(2));
    [
        at(-a * 0.92, 0.2 + slant * 0.3),
        at(-a * 0.62, upper[1].y - lid * 0.75 + slant),
        at(-a * 0.12, upper[2].y - lid + slant * 0.5),
        at(a * 0.46, upper[3].y - lid * 0.86 + sag * 0.5),
        at(a * 0.9, upper[4].y - lid * 0.45 + sag),
        at(a * 1.16, 0.4 + sag),
    ]
}

impl Eye<'_> {
    /// A point of the eye on the face, on the ball's bulge.
    fn at(&self, u: f64, v: f64) -> Point {
        let x = self.e * self.rig.look.face.eye_x;
        let y = self.rig.look.asym.eye_y * self.e;
        let out = (u.abs() / self.opening.half_width).min(1.2);
        self.rig.over_face(x + self.e * u, y + v, -5.0 + 4.5 * (1.0 - out * out))
    }

    fn on(&self, point: Point) -> Point {
        self.at(point.x, point.y)
    }

    fn either(&self, lit: f64, shaded: f64) -> f64 {
        if self.lit { lit } else { shaded }
    }

    fn lid(&self, canvas: &mut Canvas) {
        let (rig, a, upper) = (self.rig, self.opening.half_width, &self.opening.upper);
        let mut plane: Vec<_> = self.crease.iter().map(|p| self.on(*p)).collect();
        plane[0] = plane[0].sharp();
        plane[5] = plane[5].sharp();
        plane.push(self.on(upper[5]).sharp());
        plane.extend(upper[..5].iter().rev().map(|p| self.on(*p)));
        let tone = mix(rig.skin.base, rig.skin.shade, self.either(0.35, 0.9));
        canvas.flat(shape(&plane), tone);
        let bulge = [
            self.at(-a * 0.3, upper[2].y - self.lid * 0.75),
            self.at(a * 0.25, upper[3].y - self.lid * 0.8),
            self.at(a * 0.4, upper[3].y - self.lid * 0.3),
            self.at(-a * 0.2, upper[2].y - self.lid * 0.2),
        ];
        canvas.fill(shape(&bulge), rig.skin.light, self.either(0.55, 0.22), 0.8);
    }

    fn ball(&self, canvas: &mut Canvas) {
        let almond = self.almond();
        let white = self.white();
        canvas.clip(&almond);
        canvas.flat(almond, if self.lit { white } else { mix(white, self.rig.skin.shade, 0.30) });
        self.iris(canvas);
        self.lid_shadow(canvas);
        let a = self.opening.half_width;
        let caruncle = [self.at(-a, 2.6), self.at(-a + 2.6, 0.6), self.at(-a + 3.2, 3.4)];
        canvas.fill(shape(&caruncle), mix(self.rig.flush.upper_lip, white, 0.35), 0.8, 0.3);
        let toward_light = self.rig.lit.sign() * self.e;
        canvas.fill(self.disc(1.75, toward_light * 2.7, -2.9), GLINT, 0.96, 0.0);
        canvas.fill(self.disc(0.95, -toward_light * 2.5, 2.9), GLINT, 0.40, 0.0);
        canvas.end();
    }

    fn almond(&self) -> Path {
        let Opening { upper, lower, .. } = &self.opening;
        let rim = upper[..5].iter().chain(&lower[..4]);
        let mut points: Vec<_> = rim.map(|p| self.on(*p)).collect();
        points[0] = points[0].sharp();
        points[5] = points[5].sharp();
        shape(&points)
    }

    /// Never plain white: it takes on the skin and the air about it.
    fn white(&self) -> Color {
        let base = self.rig.skin.base;
        let share = 0.18 + 0.22 * (1.0 - lightness(base));
        mix(mix(Color::hex(0xefe6da), base, share), self.rig.light.ambient, 0.10)
    }

    /// A disc about the middle of the iris.
    fn disc(&self, radius: f64, du: f64, dv: f64) -> Path {
        let (u, v) = (self.rig.gaze_x * 6.0 * self.e + du, -0.5 + self.rig.gaze_y * 4.2 + dv);
        let points: [Point; 10] = std::array::from_fn(|i| {
            let (sin, cos) = (i as f64 * std::f64::consts::PI / 5.0).sin_cos();
            self.at(u + radius * cos, v + radius * sin)
        });
        shape(&points)
    }

    fn iris(&self, canvas: &mut Canvas) {
        let (radius, color) = (self.rig.look.face.iris, self.rig.look.eyes);
        canvas.flat(self.disc(radius, 0.0, 0.0), shift(color, Shift { scale: 0.62, ..Shift::SAME }));
        canvas.flat(self.disc(radius * 0.86, 0.0, 0.0), color);
        let glow = shift(color, Shift { lighter: 0.10, chroma: 1.1, ..Shift::SAME });
        canvas.fill(self.disc(radius * 0.55, 0.0, radius * 0.34), glow, 0.7, 0.7);
        let pupil = radius * (0.44 + 0.10 * f64::from(self.rig.posture.pupil));
        canvas.flat(self.disc(pupil, 0.0, 0.0), PUPIL);
    }

    /// The shadow that the upper lid throws on the ball.
    fn lid_shadow(&self, canvas: &mut Canvas) {
        let (a, upper) = (self.opening.half_width, &self.opening.upper);
        let above = upper.iter().map(|p| p.moved(0.0, -4.0));
        // a lid that is drawn up lets light in
        let wide = self.rig.unit_on(5, self.side);
        let reach = 2.9 - 1.5 * wide;
        let below = upper.iter().rev().map(|p| p.moved(0.0, reach - p.x.abs() / a * 1.2));
        let points: Vec<_> = above.chain(below).map(|p| self.on(p)).collect();
        canvas.fill(shape(&points), self.rig.skin.dark, 0.50 - 0.2 * wide, 0.6);
    }

    /// A thin edge of light, a soft line, and the bag.
    fn lower_lid(&self, canvas: &mut Canvas) {
        let (rig, lower) = (self.rig, &self.opening.lower);
        let edge: [Point; 5] = std::array::from_fn(|i| self.on(lower[4 - i].moved(0.0, 0.7)));
        let wet = mix(rig.skin.light, rig.flush.upper_lip, 0.25);
        canvas.fill(taper(&edge, &[0.5, 1.2, 1.3, 1.2, 0.4]), wet, 0.55, 0.0);
        let line: [Point; 4] = std::array::from_fn(|i| self.on(lower[3 - i].moved(0.0, 1.5)));
        canvas.fill(taper(&line, &[0.3, 0.9, 1.2, 1.4]), rig.skin.deep, 0.42, 0.3);
        self.bag(canvas);
    }

    fn bag(&self, canvas: &mut Canvas) {
        let (rig, a, low) = (self.rig, self.opening.half_width, self.opening.low);
        let unit = |n| rig.unit_on(n, self.side);
        let full = rig.age * 0.55 + 0.5 * unit(7) + 0.55 * unit(6) + 0.5 * unit(9) + 0.3 * unit(10);
        let drop = 5.6 - 1.6 * unit(6) + rig.age;
        let line = [
            self.at(-a * 0.86, 5.4),
            self.at(-a * 0.45, low + drop * 0.86),
            self.at(a * 0.1, low + drop),
            self.at(a * 0.62, low + drop * 0.62),
            self.at(a * 0.9, low + drop * 0.2),
        ];
        let tone = if self.lit { rig.skin.shade } else { rig.skin.deep };
        let opacity = 0.75 * clamp(full + 0.15) * self.either(1.0, 0.6);
        canvas.fill(taper(&line, &[0.5, 2.6, 2.2, 1.4, 0.2]), tone, opacity, 0.7);
    }

    fn lashes(&self, canvas: &mut Canvas) {
        let (rig, a, upper) = (self.rig, self.opening.half_width, &self.opening.upper);
        let crease = self.crease.map(|p| self.on(p));
        canvas.fill(taper(&crease, &[0.6, 1.1, 1.4, 1.6, 1.5, 0.4]), rig.skin.deep, 0.8, 0.2);
        let lash = rig.look.face.lash;
        let color = mix(rig.skin.dark, Color::hex(0x120c0c), 0.62);
        let mut line = vec![self.at(-a - 0.6, 3.4)];
        line.extend(upper[1..].iter().map(|p| self.on(*p)));
        line.push(self.at(a + 1.4 + 0.9 * lash, upper[5].y + 0.1 - 0.5 * lash + 2.0 * self.opening.shut));
        let full = 2.0 + 0.6 * lash;
        let widths = [0.8, 1.4 + 0.3 * lash, 1.8 + 0.5 * lash, full, full, 1.5 + 0.3 * lash, 0.2];
        canvas.fill(taper(&line, &widths), color, 0.96, 0.0);
        if self.opening.shut > 0.5 {
            self.lash_ticks(color, canvas);
        }
    }

    /// Single lashes that show on a shut lid.
    fn lash_ticks(&self, color: Color, canvas: &mut Canvas) {
        let (a, upper) = (self.opening.half_width, &self.opening.upper);
        for share in [0.25, 0.55, 0.85] {
            let root = self.at(lerp(-a, a, 0.35 + share * 0.62), lerp(upper[3].y, upper[5].y, share * 0.9) + 0.6);
            canvas.fill(taper(&[root, root.moved(self.e * 1.6, 2.6)], &[1.2, 0.2]), color, 0.8, 0.0);
        }
    }

    fn crow_feet(&self, canvas: &mut Canvas) {
        let (rig, a) = (self.rig, self.opening.half_width);
        let smile = rig.unit_on(6, self.side);
        let seen = if self.e * rig.yaw.radians <= 0.0 { 1.0 } else { (1.0 - 4.5 * rig.yaw.sin.abs()).max(0.0) };
        let depth = (rig.age * (0.25 + 0.9 * smile) + 0.15 * smile) * seen;
        for q in [-4.6_f64, -0.6, 3.6] {
            let line = [
                self.at(a + 4.0, q * 0.4),
                self.at(a + 7.5, q * 0.85 + 0.2),
                self.at(a + 11.5 - q.abs() * 0.3, q * 1.6),
            ];
            canvas.fill(taper(&line, &[0.3, 1.1, 0.2]), rig.skin.deep, 0.55 * clamp(depth), 0.2);
        }
    }
}
