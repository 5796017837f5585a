//! Patterns printed on cloth. They belong to the cloth, not to chance: nothing of them moves from frame to frame.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, shape};
use crate::figure::tones::Tones;

use super::Fitting;

/// Of flowers that nobody chose, and of their leaves.
const FLOWER: Color = Color::hex(0x8a6f9a);
const LEAF: Color = Color::hex(0x6f8a6a);
/// Steps that never fall into a grid: the golden ratio and its like for two dimensions (Roberts, 2018).
const STEPS: [f64; 2] = [0.754_877_666_246_7, 0.569_840_290_998];

/// The `ix`th place of an even spread, each 0 to 1.
fn place(ix: usize) -> [f64; 2] {
    STEPS.map(|step| (0.37 + step * (ix + 1) as f64).fract())
}

/// Leaves on a shirt that hangs open.
pub fn leaves(fitting: &Fitting, torso: &Path, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.print else { return };
    canvas.clip(torso);
    for ix in 0..84 {
        let [x, y] = place(ix);
        let (x, y) = ((x * 2.0 - 1.0) * fitting.body.shoulder * 0.98, 140.0 + 420.0 * y);
        if x.abs() < 40.0 {
            continue;
        }
        let opacity = if x * fitting.rig.lit.sign() > -20.0 { 0.55 } else { 0.34 };
        canvas.fill(leaf(fitting, [x, y], (ix as f64 * 2.4).sin_cos()), color, opacity, 0.0);
    }
    canvas.end();
}

fn leaf(fitting: &Fitting, [x, y]: [f64; 2], (sin, cos): (f64, f64)) -> Path {
    let on = |ahead: f64, aside: f64| fitting.at(x + cos * ahead - sin * aside, y + sin * ahead + cos * aside);
    shape(&[on(-9.0, 0.0).sharp(), on(0.0, 3.6), on(9.0, 0.0).sharp(), on(0.0, -3.6)])
}

/// Small washed-out flowers on a nightgown.
pub fn flowers(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let flower = mix(tones.base, fitting.rig.clothes.print.unwrap_or(FLOWER), 0.7);
    let leaf = mix(tones.base, LEAF, 0.7);
    for ix in 0..64 {
        let [across, down] = place(ix);
        let (x, y) = (across * 128.0 - 64.0, 178.0 + 442.0 * down);
        let radius = 1.8 + 1.1 * (across * 7.0).fract();
        let on = |points: &[(f64, f64)]| -> Vec<Point> {
            points.iter().map(|(dx, dy)| fitting.at(x + dx * radius, y + dy * radius)).collect()
        };
        canvas.fill(shape(&on(&[(-1.0, 0.0), (0.0, -1.0), (1.0, 0.0), (0.0, 1.0)])), flower, 0.75, 0.0);
        canvas.fill(shape(&on(&[(-0.3, 1.5), (0.6, 1.0), (0.5, 2.1)])), leaf, 0.6, 0.0);
    }
}
