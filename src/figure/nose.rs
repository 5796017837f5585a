//! The nose.

use super::canvas::Canvas;
use super::curve::{Point, shape, taper};
use super::expression::{Side, Sides};
use super::math::{clamp, lerp, smoothstep};
use super::rig::Rig;

/// One nose while it is drawn.
pub struct Nose<'a> {
    rig: &'a Rig<'a>,
    /// How far each side of it is drawn up.
    up: Sides<f64>,
    /// Factor of its width at the wings.
    wide: f64,
    hump: f64,
    /// Depth of the tip.
    tip: f64,
}

/// Half the width over which one side's lift goes over into the other's.
const HALF_BASE: f64 = 12.0;
/// What a nose that is drawn up folds into: x outwards, y and depth; and how wide the fold is.
const WRINKLES: [([[f64; 3]; 3], f64); 4] = [
    ([[0.4, -11.5, 78.0], [4.5, -9.6, 78.0], [8.0, -12.4, 74.0]], 1.7),
    ([[1.6, -3.4, 83.0], [6.8, -5.6, 79.0], [12.0, -1.0, 72.0]], 2.1),
    ([[2.6, 3.6, 86.0], [7.6, 2.4, 80.0], [13.6, 8.4, 72.0]], 2.4),
    ([[3.4, 11.0, 88.0], [8.4, 10.4, 82.0], [14.4, 17.6, 73.0]], 2.0),
];

/// Draws the nose.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let nose = Nose::of(rig);
    nose.side_plane(canvas);
    nose.underside(canvas);
    nose.lit_wing(canvas);
    nose.ridge(canvas);
    nose.cast_shadow(canvas);
    Side::BOTH.into_iter().for_each(|side| nose.wrinkles(side, canvas));
}

impl<'a> Nose<'a> {
    pub fn of(rig: &'a Rig<'a>) -> Self {
        let face = &rig.look.face;
        let flared = 0.10 * rig.unit(38) + 0.08 * rig.unit(4) * rig.unit(5) + 0.08 * rig.unit(9) + 0.05 * rig.unit(12);
        Self {
            rig,
            up: Sides::of(|side| 4.2 * rig.unit_on(9, side) + 1.8 * rig.unit_on(10, side) + 0.6 * rig.unit(12)),
            wide: face.nose_width * (1.0 + flared),
            hump: face.nose_hump,
            tip: 101.0 + face.nose_out,
        }
    }

    /// Its middle from the root over the tip to the lip.
    pub fn profile(&self) -> [Point; 9] {
        let Self { hump, tip, .. } = *self;
        [
            (-7.0, 78.0 + hump * 0.2),
            (8.0, 87.0 + hump),
            (24.0, 94.5 + hump * 0.6),
            (35.0, tip + 0.4),
            (41.0, tip + 0.6),
            (45.4, tip - 2.4),
            (47.8, tip - 8.0),
            (49.8, 89.0),
            (51.8, 81.5),
        ]
        .map(|(y, z)| self.at(0.0, y, z))
    }

    fn at(&self, x: f64, y: f64, z: f64) -> Point {
        let rig = self.rig;
        let longer = rig.look.face.nose_length * smoothstep(0.0, 42.0, y);
        let up = lerp(self.up[Side::Right], self.up[Side::Left], clamp(0.5 + x / HALF_BASE / 2.0));
        rig.project(x, y + longer - up * smoothstep(8.0, 40.0, y) + rig.lengthening(y), z)
    }

    /// The plane away from the light.
    fn side_plane(&self, canvas: &mut Canvas) {
        let Self { rig, wide, hump, tip, .. } = *self;
        let k = rig.shaded.sign();
        let at = |x: f64, y: f64, z: f64| self.at(k * x, y, z);
        let side = [
            at(8.5, -17.0, 76.0),
            at(4.6, -6.0, 78.0 + hump * 0.4),
            at(3.8, 10.0, 85.0 + hump),
            at(4.0, 24.0, 91.0 + hump * 0.6),
            at(5.4, 36.0, tip - 3.0),
            at(4.6, 43.0, tip - 3.0),
            at(1.0, 47.5, tip - 8.0).sharp(),
            at(7.0, 49.3, 86.0),
            at(12.5 * wide, 47.5, 79.0).sharp(),
            at(15.4 * wide, 43.0, 76.0),
            at(13.6 * wide, 35.0, 77.0),
            at(8.8, 26.0, 79.0),
            at(8.6, 10.0, 76.0),
            at(10.8, -2.0, 72.0),
        ];
        canvas.fill(shape(&side), rig.skin.shade, 0.95, 0.7);
        let wing = [
            at(12.5 * wide, 34.5, 79.0),
            at(8.4, 38.0, 86.0),
            at(8.2, 45.0, 86.0),
            at(12.0 * wide, 48.0, 80.0),
            at(16.0 * wide, 44.0, 76.0),
        ];
        canvas.fill(shape(&wing), rig.skin.deep, 0.28, 1.0);
    }

    fn underside(&self, canvas: &mut Canvas) {
        let Self { rig, wide, tip, .. } = *self;
        let under = [
            self.at(-12.6 * wide, 46.6, 79.0).sharp(),
            self.at(-7.5, 45.0, 88.0),
            self.at(-3.2, 46.6, tip - 7.0),
            self.at(0.0, 47.4, tip - 7.0),
            self.at(3.2, 46.6, tip - 7.0),
            self.at(7.5, 45.0, 88.0),
            self.at(12.6 * wide, 46.6, 79.0).sharp(),
            self.at(7.5, 49.6, 84.0),
            self.at(0.0, 51.6, 86.0),
            self.at(-7.5, 49.6, 84.0),
        ];
        canvas.fill(shape(&under), rig.skin.deep, 0.62, 0.5);
        for side in Side::BOTH {
            let e = side.sign();
            let nostril = [
                self.at(e * 3.4, 48.6, 88.0).sharp(),
                self.at(e * 6.4, 45.9, 89.0),
                self.at(e * 9.6 * wide, 46.4, 84.0),
                self.at(e * 10.6 * wide, 48.4, 81.0).sharp(),
                self.at(e * 7.0, 49.2, 86.0),
            ];
            canvas.fill(shape(&nostril), rig.skin.dark, 0.86, 0.35);
        }
    }

    fn lit_wing(&self, canvas: &mut Canvas) {
        let l = self.rig.lit.sign() * self.wide;
        let line = [
            self.at(l * 11.5, 34.5, 80.0),
            self.at(l * 15.2, 40.0, 77.0),
            self.at(l * 14.6, 45.4, 76.0),
            self.at(l * 11.0, 48.3, 79.0),
        ];
        canvas.fill(taper(&line, &[0.3, 1.7, 2.0, 0.4]), self.rig.skin.deep, 0.55, 0.4);
    }

    /// Light along the ridge and on the tip.
    fn ridge(&self, canvas: &mut Canvas) {
        let Self { rig, hump, tip, .. } = *self;
        let l = rig.lit.sign();
        let at = |x: f64, y: f64, z: f64| self.at(l * x, y, z);
        let ridge = [
            at(2.2, -7.0, 79.0),
            at(0.2, 8.0, 87.0 + hump),
            at(-0.8, 24.0, 94.0),
            at(-1.4, 36.0, tip),
            at(2.4, 37.0, tip),
            at(3.6, 24.0, 92.0),
            at(3.4, 8.0, 84.0 + hump),
        ];
        canvas.fill(shape(&ridge), rig.skin.light, 0.80, 0.8);
        let ball = [at(-1.5, 36.5, tip), at(2.5, 34.5, tip), at(5.0, 38.0, tip - 2.0), at(2.0, 41.0, tip)];
        canvas.fill(shape(&ball), rig.skin.light, 0.9, 0.7);
    }

    fn cast_shadow(&self, canvas: &mut Canvas) {
        let k = self.rig.shaded.sign();
        let shadow = [
            self.at(-8.0, 49.4, 83.0),
            self.at(0.0, 51.0, 86.0),
            self.at(9.0, 49.6, 83.0),
            self.at(k * 5.0 + 3.0, 53.4, 81.0),
            self.at(k * 3.0 - 4.0, 53.0, 82.0),
        ];
        canvas.fill(shape(&shadow), self.rig.skin.shade, 0.45, 1.0);
    }

    /// From the root down its side, and where the wing meets the cheek, while it is drawn up in disgust.
    fn wrinkles(&self, side: Side, canvas: &mut Canvas) {
        let (rig, e, wrinkled) = (self.rig, side.sign(), self.rig.unit_on(9, side));
        if wrinkled <= 0.03 {
            return;
        }
        let at = |[x, y, z]: [f64; 3]| self.at(e * x, y, z);
        // a slight wrinkle is seen more than its share: it is what tells disgust
        let seen = wrinkled * (1.4 - 0.4 * wrinkled);
        let tone = if side == rig.lit { rig.skin.deep } else { rig.skin.dark };
        let share = if side == rig.lit { 0.85 } else { 0.55 } * (1.0 - rig.hidden(side));
        for (line, width) in WRINKLES {
            canvas.fill(taper(&line.map(at), &[0.4, width, 0.3]), tone, share * seen, 0.3);
            let swollen = line.map(|[x, y, z]| at([x + 0.6, y + 2.4, z]));
            canvas.fill(taper(&swollen, &[0.3, 1.7, 0.2]), rig.skin.light, 0.5 * share * seen, 0.5);
        }
    }
}
