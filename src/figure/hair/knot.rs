//! A knot of hair at the back of the head.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, shape, taper};
use crate::figure::expression::Side;
use crate::figure::tones::Tones;

/// Its outline, from the middle in radii: outwards and down.
const OUTLINE: [(f64, f64); 7] =
    [(0.9, -0.55), (1.02, 0.2), (0.62, 0.86), (-0.1, 0.98), (-0.8, 0.5), (-0.8, -0.5), (0.0, -0.95)];
/// The plane of it that faces up.
const LIT: [(f64, f64); 5] = [(-1.0, -1.0), (0.4, -1.1), (0.75, -0.3), (0.1, 0.1), (-1.0, 0.1)];

pub struct Knot {
    pub middle: Point,
    pub radius: f64,
    /// The side it shows on.
    pub near: Side,
}

impl Knot {
    pub fn draw(&self, tones: &Tones, canvas: &mut Canvas) {
        let outline = shape(&OUTLINE.map(|offset| self.point(offset)));
        canvas.flat(outline.clone(), tones.shade);
        canvas.clip(&outline);
        canvas.fill(shape(&LIT.map(|offset| self.point(offset))), tones.base, 1.0, 0.8);
        let turns = [
            (-0.55, 3.4, tones.light),
            (-0.2, 2.4, tones.deep),
            (0.12, 3.0, tones.base),
            (0.42, 2.6, tones.deep),
            (0.66, 2.2, tones.base),
        ];
        for (down, width, color) in turns {
            let line =
                [(-0.9, down * 0.7 - 0.1), (-0.1, down - 0.28), (0.6, down * 0.9 - 0.05), (0.86, down * 0.6 + 0.35)];
            let widths = [0.6, width, width * 0.8, 0.3];
            canvas.fill(taper(&line.map(|offset| self.point(offset)), &widths), color, 0.75, 0.3);
        }
        canvas.end();
        self.loose_ends(tones, canvas);
    }

    fn loose_ends(&self, tones: &Tones, canvas: &mut Canvas) {
        for (root, length) in [((0.3, -0.9), 16.0), ((0.9, 0.3), 13.0)] {
            let root = self.point(root);
            let n = self.near.sign();
            let line = [root, root.moved(n * 7.0, -3.0), root.moved(n * length, 5.0)];
            canvas.fill(taper(&line, &[1.6, 1.2, 0.2]), tones.shade, 0.9, 0.0);
        }
    }

    fn point(&self, (out, down): (f64, f64)) -> Point {
        self.middle.moved(self.near.sign() * self.radius * out, self.radius * down).smooth()
    }
}
