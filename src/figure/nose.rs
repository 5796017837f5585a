//! The nose.

use super::canvas::Canvas;
use super::curve::{Point, shape, taper};
use super::expression::Side;
use super::math::smoothstep;
use super::rig::Rig;

/// One nose while it is drawn.
struct Nose<'a> {
    rig: &'a Rig<'a>,
    /// How far it is drawn up.
    up: f64,
    /// Factor of its width at the wings.
    wide: f64,
    hump: f64,
    /// Depth of the tip.
    tip: f64,
}

/// Draws the nose.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let face = &rig.look.face;
    let wrinkled = rig.unit(9);
    let flared = 0.10 * rig.unit(38) + 0.08 * rig.unit(4) * rig.unit(5) + 0.06 * wrinkled + 0.05 * rig.unit(12);
    let nose = Nose {
        rig,
        up: 2.6 * wrinkled + rig.unit(10) + 0.6 * rig.unit(12),
        wide: face.nose_width * (1.0 + flared),
        hump: face.nose_hump,
        tip: 101.0 + face.nose_out,
    };
    nose.side_plane(canvas);
    nose.underside(canvas);
    nose.lit_wing(canvas);
    nose.ridge(canvas);
    nose.cast_shadow(canvas);
    if wrinkled > 0.03 {
        nose.wrinkles(wrinkled, canvas);
    }
}

impl Nose<'_> {
    fn at(&self, x: f64, y: f64, z: f64) -> Point {
        let rig = self.rig;
        let longer = rig.look.face.nose_length * smoothstep(0.0, 42.0, y);
        rig.project(x, y + longer - self.up * smoothstep(8.0, 40.0, y) + rig.lengthening(y), z)
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

    /// Across the root, while it is drawn up in disgust.
    fn wrinkles(&self, wrinkled: f64, canvas: &mut Canvas) {
        for y in [-2.0, 3.5, 9.0] {
            for side in Side::BOTH {
                let e = side.sign();
                let line = [
                    self.at(e * 2.0, y + 1.0, 84.0),
                    self.at(e * 6.5, y - 1.5, 80.0),
                    self.at(e * 11.0, y + 1.2, 74.0),
                ];
                canvas.fill(taper(&line, &[0.3, 1.5, 0.3]), self.rig.skin.deep, 0.62 * wrinkled, 0.4);
            }
        }
    }
}
