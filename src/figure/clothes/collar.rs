//! Collars of shirts.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, shape, taper};
use crate::figure::expression::Side;

use super::Fitting;

/// The inside of a collar, behind the neck.
pub fn behind(fitting: &Fitting, canvas: &mut Canvas) {
    let neck = fitting.body.neck;
    let lift = fitting.body.raised * 0.6;
    let outline = [
        fitting.at(-neck - 9.0, 132.0 - lift),
        fitting.at(-neck - 2.0, 113.0 - lift),
        fitting.at(0.0, 108.0 - lift),
        fitting.at(neck + 2.0, 113.0 - lift),
        fitting.at(neck + 9.0, 132.0 - lift),
        fitting.at(neck, 160.0),
        fitting.at(-neck, 160.0),
    ];
    canvas.flat(shape(&outline), fitting.cloth.deep);
}

/// A turned-down collar that is open down to the height `open`, with its shadow on the cloth of `torso`.
pub fn turned_down(fitting: &Fitting, torso: &Path, open: f64, canvas: &mut Canvas) {
    for side in Side::BOTH {
        half(fitting, torso, open, side, canvas);
    }
}

fn half(fitting: &Fitting, torso: &Path, open: f64, side: Side, canvas: &mut Canvas) {
    let Fitting { rig, body, cloth } = fitting;
    let out = |x: f64, y: f64| fitting.high(side.sign() * x, y);
    let neck = body.neck;
    let (top, inner, opening) = (out(neck + 1.0, 109.0), out(neck - 9.0, 130.0), out(3.5, open));
    let tip = out(neck * 0.55 + 6.0, open + 3.0);
    let (edge, shoulder) = (out(neck + 9.0, f64::midpoint(open, 136.0) + 5.0), out(neck + 20.0, 136.0));
    let shadow = [inner, opening, tip, edge, shoulder].map(|p| p.moved(rig.shaded.sign() * 3.0, 5.0));
    canvas.clip(torso);
    canvas.fill(shape(&shadow), cloth.deep, 0.6, 1.4);
    canvas.end();
    let outline =
        shape(&[top.sharp(), inner, opening.sharp(), tip.sharp(), edge, shoulder.sharp(), out(neck + 11.0, 117.0)]);
    let (color, fold) = if side == rig.lit { (cloth.light, cloth.shade) } else { (cloth.base, cloth.deep) };
    canvas.flat(outline.clone(), color);
    canvas.clip(&outline);
    canvas.fill(taper(&[top, inner, opening], &[4.0, 5.0, 2.0]), fold, 0.7, 0.8);
    canvas.end();
}
