//! An apron with a bib.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Point, shape, taper};
use crate::figure::expression::Side;
use crate::figure::tones::Tones;

use super::{Fitting, dot, fallen};

const STUD: Color = Color::hex(0xb08d4a);
/// Half-widths of the bib at its top, in half-widths of the shoulders.
const BIB: f64 = 0.38;

/// Draws it, if one is worn.
pub fn draw(fitting: &Fitting, torso: &Path, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.apron else { return };
    let tones = fitting.tones(color);
    let outline = outline(fitting);
    canvas.clip(torso);
    canvas.fill(fallen(&outline, fitting.rig.lit.sign() * -4.0, 7.0), fitting.cloth.deep, 0.6, 3.0);
    canvas.flat(shape(&outline), tones.base);
    planes(fitting, &tones, canvas);
    for side in Side::BOTH {
        strap(fitting, &tones, side, canvas);
    }
    canvas.end();
}

/// Half an apron, outwards in half-widths of the shoulders, from the bib down.
const HALF: [(f64, f64); 5] = [(BIB, 236.0), (0.44, 320.0), (0.64, 380.0), (0.80, 470.0), (0.9, 700.0)];

fn half(fitting: &Fitting, side: Side) -> [Point; 5] {
    let [a, b, c, d, e] = fitting.out(side, HALF.map(|(x, y)| (x * fitting.body.shoulder, y)));
    [a.sharp(), b, c, d.sharp(), e.sharp()]
}

fn outline(fitting: &Fitting) -> [Point; 11] {
    let ([a, b, c, d, e], [p, q, r, s, t]) = (half(fitting, Side::Right), half(fitting, Side::Left));
    [a, fitting.at(0.0, 241.0), p, q, r, s, t, e, d, c, b]
}

/// The shade, the seam of the bib, the band round the waist and the folds below it.
fn planes(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (width, k) = (fitting.body.shoulder, fitting.rig.shaded.sign());
    let [a, b, c, d, e] = half(fitting, fitting.rig.shaded);
    let edge = [(30.0, 239.5), (34.0, 330.0), (24.0, 420.0), (30.0, 700.0)].map(|(x, y)| fitting.at(k * x, y));
    let [p, q, r, s] = edge;
    canvas.fill(shape(&[p.sharp(), q, r, s.sharp(), e, d, c, b, a]), tones.shade, 0.9, 1.6);
    let line = |points: [(f64, f64); 3]| points.map(|(x, y)| fitting.at(x * width, y));
    let seam = line([(-BIB, 243.0), (0.0, 248.0), (BIB, 243.0)]);
    canvas.fill(taper(&seam, &[1.4, 1.8, 1.4]), tones.deep, 0.7, 0.3);
    let band = line([(-0.68, 402.0), (0.0, 414.0), (0.68, 402.0)]);
    canvas.fill(taper(&band, &[7.0, 8.0, 7.0]), tones.deep, 0.5, 0.6);
    for x in [-40.0, 20.0, 52.0] {
        let fold = [fitting.at(x, 424.0), fitting.at(x * 1.2, 500.0), fitting.at(x * 1.3, 600.0)];
        canvas.fill(taper(&fold, &[4.0, 6.0, 1.0]), tones.deep, 0.4, 1.6);
    }
}

/// From the bib over the shoulder, and what fastens it.
fn strap(fitting: &Fitting, tones: &Tones, side: Side, canvas: &mut Canvas) {
    let (neck, x, e) = (fitting.body.neck, fitting.body.shoulder * 0.33, side.sign());
    let line = [fitting.at(e * x, 244.0), fitting.at(e * (neck + 30.0), 190.0), fitting.high(e * (neck + 17.0), 128.0)];
    canvas.flat(taper(&line, &[11.0, 11.0, 10.0]), fitting.by_light(side, tones.base, tones.shade));
    canvas.flat(dot(fitting.at(e * x, 246.0), 3.4), STUD);
}
