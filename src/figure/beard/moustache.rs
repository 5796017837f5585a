//! A moustache: two wings that follow the upper lip, each with its own corner of the mouth.

use crate::cast::person::Beard;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Point, shape, taper};
use crate::figure::expression::Side;
use crate::figure::mouth::{self, Mouth};
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

/// Height of the corners of a plain mouth.
const CORNER: f64 = 64.0;

/// Draws it, `beyond` the half-width of the mouth.
pub fn draw(rig: &Rig, beard: &Beard, beyond: f64, canvas: &mut Canvas) {
    let tones = Tones::cloth(beard.color, rig.light);
    let mouth = Mouth::of(rig);
    let opacity = beard.opacity.unwrap_or(1.0).max(0.8);
    for side in Side::BOTH {
        let wing = shape(&wing(rig, &mouth, side, mouth.half_width + beyond));
        let color = if side == rig.lit { tones.base } else { mix(tones.base, tones.shade, 0.7) };
        // In profile the lip hides the far wing.
        let opacity = opacity * (1.0 - rig.hidden(side));
        canvas.fill(wing.clone(), color, opacity, 0.5);
        canvas.clip(&wing);
        strands(rig, &tones, (side, opacity), canvas);
        canvas.end();
    }
}

fn wing(rig: &Rig, mouth: &Mouth, side: Side, width: f64) -> [Point; 8] {
    let e = side.sign();
    let corner = mouth.corners[side];
    let down = (corner.y - CORNER) * 1.05 - 2.2 * rig.unit_on(14, side);
    let wide = (corner.x.abs() - mouth.half_width) * 0.6;
    let at = |x: f64, y: f64, lift: f64| mouth::over(rig, e * x, y, lift);
    [
        at(0.6, 53.2, 2.0),
        at(8.0, 51.6, 2.0),
        at(17.0, 55.0, 1.0),
        at(width - 1.0 + 0.5 * wide, 61.0 + down, 0.0),
        at(width + 1.5 + wide, 67.0 + down * 1.15, 0.0),
        at(width - 4.0 + 0.5 * wide, 64.0 + down, 0.0),
        at(12.0, mouth.top + 2.6, 2.0),
        at(0.6, mouth.top + 2.0, 2.0),
    ]
}

fn strands(rig: &Rig, tones: &Tones, (side, opacity): (Side, f64), canvas: &mut Canvas) {
    let at = |x: f64, y: f64, lift: f64| mouth::over(rig, side.sign() * x, y, lift);
    for i in 0..6 {
        let across = f64::from(i);
        let line =
            [at(1.0 + 3.0 * across, 51.5, 2.0), at(4.0 + 3.6 * across, 57.0, 2.0), at(6.0 + 4.2 * across, 64.0, 0.0)];
        let color = if i % 2 == 1 { tones.light } else { tones.deep };
        canvas.fill(taper(&line, &[0.4, 1.5, 0.3]), color, 0.5 * opacity, 0.2);
    }
}
