//! A lanyard with an identity card.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::{Shift, shift};
use crate::figure::curve::{Path, Point, polygon, shape, taper};
use crate::figure::expression::Side;

use super::Fitting;

const CARD: Color = Color::hex(0xe8e4da);
const WRITING: Color = Color::hex(0x8a8f92);

/// Draws it, if one is worn.
pub fn draw(fitting: &Fitting, _torso: &Path, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.lanyard else { return };
    let neck = fitting.body.neck;
    let swung = |p: Point, y: f64| p.moved(fitting.rig.swing() * (y - 132.0) / 100.0, 0.0);
    for side in Side::BOTH {
        let heights = [132.0, 200.0, 282.0];
        let band = fitting.high_out(side, [(neck + 10.0, heights[0]), (neck - 2.0, heights[1]), (5.0, heights[2])]);
        let band: [Point; 3] = std::array::from_fn(|i| swung(band[i], heights[i]));
        let scale = fitting.by_light(side, 1.0, 0.75);
        canvas.flat(taper(&band, &[4.0; 3]), shift(color, Shift { scale, ..Shift::SAME }));
    }
    let on = |x: f64, y: f64| swung(fitting.high(x, y), y).sharp();
    canvas.flat(shape(&[on(-24.0, 284.0), on(24.0, 284.0), on(24.0, 346.0), on(-24.0, 346.0)]), CARD);
    let picture = [on(-18.0, 292.0), on(0.0, 292.0), on(0.0, 318.0), on(-18.0, 318.0)];
    canvas.flat(shape(&picture), fitting.rig.skin.shade);
    for (y, end) in [(294.0, 19.0), (303.0, 16.0), (312.0, 13.0)] {
        canvas.flat(bar(&on, [5.0, end], y, 3.0), WRITING);
    }
    canvas.flat(bar(&on, [-18.0, 18.0], 328.0, 6.0), color);
}

/// A bar on the card.
fn bar(on: &impl Fn(f64, f64) -> Point, [left, right]: [f64; 2], y: f64, height: f64) -> Path {
    let [left, right] = [on(left, y), on(right, y)];
    polygon(&[left, right, right.moved(0.0, height), left.moved(0.0, height)])
}
