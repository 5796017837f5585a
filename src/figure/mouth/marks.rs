//! The marks a mouth makes about it: at its corners, above the lips, under them, on the chin.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::clamp;

use super::lips::Lips;
use super::{over, point};

impl Lips<'_> {
    pub(super) fn marks(&self, canvas: &mut Canvas) {
        for side in Side::BOTH {
            self.corner_marks(side, canvas);
        }
        self.philtrum(canvas);
        self.under_lip(canvas);
        self.chin(canvas);
        self.ring(canvas);
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
        // the cheek folds beside a mouth that is drawn wide without a smile
        let stretched = [at(4.4, -7.5), at(6.6, 0.5), at(4.6, 9.0)];
        canvas.fill(taper(&stretched, &[0.3, 2.0, 0.3]), rig.skin.deep, 0.55 * unit(20), 0.6);
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
