//! The load vest of a patrol officer.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Point, shape, taper};
use crate::figure::expression::Side;
use crate::figure::tones::Tones;

use super::{Fitting, fallen, lettering};

const LETTERS: Color = Color::hex(0xc9ccc8);
/// x of each pouch's middle in half-widths of the shoulders, its top, width and height.
const POUCHES: [(f64, f64, f64, f64); 2] = [(0.36, 330.0, 44.0, 70.0), (0.72, 336.0, 34.0, 62.0)];

/// Draws it, if one is worn.
pub fn draw(fitting: &Fitting, torso: &Path, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.vest else { return };
    let (tones, width, l) = (fitting.tones(color), fitting.body.shoulder, fitting.rig.lit.sign());
    let outline = outline(fitting);
    canvas.clip(torso);
    canvas.fill(fallen(&outline, l * -4.0, 6.0), fitting.cloth.dark, 0.5, 3.0);
    canvas.flat(shape(&outline), tones.base);
    canvas.fill(shape(&shade(fitting)), tones.shade, 0.9, 1.6);
    let seam = [(-0.9, 300.0), (0.0, 312.0), (0.9, 300.0)].map(|(x, y)| fitting.at(x * width, y));
    canvas.fill(taper(&seam, &[2.0, 2.4, 2.0]), tones.deep, 0.8, 0.5);
    for side in Side::BOTH {
        for pouch in POUCHES {
            draw_pouch(fitting, &tones, side, pouch, canvas);
        }
    }
    canvas.end();
    name(fitting, &tones, canvas);
}

/// Half a vest from the shoulder strap's inner end down to the hem.
fn half(fitting: &Fitting, side: Side) -> [Point; 7] {
    let (neck, width, e) = (fitting.body.neck, fitting.body.shoulder, side.sign());
    [
        fitting.high(e * (neck + 30.0), 120.0).sharp(),
        fitting.high(e * (neck + 66.0), 138.0).sharp(),
        fitting.high(e * width * 0.62, 210.0),
        fitting.high(e * width * 0.72, 262.0),
        fitting.at(e * width * 0.9, 300.0).sharp(),
        fitting.at(e * width * 0.9, 452.0).sharp(),
        fitting.at(0.0, 470.0),
    ]
}

/// Half its neckline, from the strap to the middle.
fn neckline(fitting: &Fitting, side: Side) -> [Point; 2] {
    let e = side.sign();
    [fitting.high(e * (fitting.body.neck + 12.0), 170.0), fitting.high(e * 34.0, 206.0)]
}

fn outline(fitting: &Fitting) -> [Point; 18] {
    let ([a, b, c, d, e, f, _], [p, q, r, s, t, u, foot]) = (half(fitting, Side::Right), half(fitting, Side::Left));
    let ([n, o], [v, w]) = (neckline(fitting, Side::Right), neckline(fitting, Side::Left));
    [a, n, o, fitting.high(0.0, 214.0), w, v, p, q, r, s, t, u, foot, f, e, d, c, b]
}

/// The half away from the light.
fn shade(fitting: &Fitting) -> [Point; 12] {
    let (side, k) = (fitting.rig.shaded, fitting.rig.shaded.sign());
    let [strap, shoulder, c, d, e, f, _] = half(fitting, side);
    let [inner, front] = neckline(fitting, side);
    [
        fitting.high(k * 29.0, 208.0).sharp(),
        front,
        inner,
        strap,
        shoulder,
        c,
        d,
        e,
        f,
        fitting.at(k * 26.0, 470.0).sharp(),
        fitting.at(k * 30.0, 380.0),
        fitting.at(k * 34.0, 260.0),
    ]
}

fn draw_pouch(fitting: &Fitting, tones: &Tones, side: Side, pouch: (f64, f64, f64, f64), canvas: &mut Canvas) {
    let (share, top, width, height) = pouch;
    let (middle, half, l) = (side.sign() * fitting.body.shoulder * share, width / 2.0, fitting.rig.lit.sign());
    let on = |x: f64, y: f64| fitting.at(middle + x, top + y);
    let outline = [
        on(-half, 0.0).sharp(),
        on(half, 0.0).sharp(),
        on(half, height * 0.8),
        on(half - 4.0, height).sharp(),
        on(4.0 - half, height).sharp(),
        on(-half, height * 0.8),
    ];
    canvas.fill(fallen(&outline, l * -3.0, 5.0), tones.dark, 0.6, 2.0);
    canvas.flat(shape(&outline), fitting.by_light(side, tones.light, tones.base));
    let flap = [on(-half, 18.0), on(0.0, 20.0), on(half, 18.0)];
    canvas.fill(taper(&flap, &[1.4, 2.0, 1.4]), tones.deep, 0.8, 0.3);
}

/// The word across the chest.
fn name(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let plate = [(-46.0, 262.0), (46.0, 262.0), (46.0, 284.0), (-46.0, 284.0)];
    canvas.flat(shape(&plate.map(|(x, y)| fitting.high(x, y).sharp())), tones.deep);
    for stroke in lettering::strokes("POLICE", 12.0, 2.6) {
        let letter = stroke.map(|p| fitting.high(p.x, 279.0 + p.y).sharp());
        canvas.fill(shape(&letter), LETTERS, 0.9, 0.0);
    }
}
