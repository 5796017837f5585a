//! Ties.

use crate::figure::canvas::Canvas;
use crate::figure::curve::shape;

use super::Fitting;

/// The tie in a jacket's opening, where one is worn.
pub fn over_shirt(fitting: &Fitting, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.tie else { return };
    let (tones, k) = (fitting.tones(color), fitting.rig.shaded.sign());
    let outline = [
        fitting.high(-6.5, 160.0).sharp(),
        fitting.high(6.5, 160.0).sharp(),
        fitting.high(5.0, 176.0).sharp(),
        fitting.at(13.0, 300.0),
        fitting.at(15.0, 412.0).sharp(),
        fitting.at(0.5, 430.0).sharp(),
        fitting.at(-14.0, 412.0).sharp(),
        fitting.at(-12.0, 300.0),
        fitting.high(-5.0, 176.0).sharp(),
    ];
    canvas.flat(shape(&outline), tones.base);
    let shade = [
        fitting.high(k, 178.0).sharp(),
        fitting.at(k * 3.0, 300.0),
        fitting.at(k * 2.0, 428.0).sharp(),
        fitting.at(k * 14.0, 412.0).sharp(),
        fitting.at(k * 12.0, 300.0),
        fitting.high(k * 5.0, 176.0).sharp(),
    ];
    canvas.fill(shape(&shade), tones.shade, 0.9, 0.0);
}

/// The tie of a uniform, up to the closed collar.
pub fn of_uniform(fitting: &Fitting, canvas: &mut Canvas) {
    let (tones, k) = (fitting.tones(fitting.rig.clothes.tie.unwrap_or(super::uniform::TIE)), fitting.rig.shaded.sign());
    let outline = [
        fitting.high(-6.5, 148.0).sharp(),
        fitting.high(6.5, 148.0).sharp(),
        fitting.high(5.0, 162.0).sharp(),
        fitting.high(12.0, 240.0),
        fitting.at(15.0, 412.0).sharp(),
        fitting.at(1.0, 430.0).sharp(),
        fitting.at(-13.0, 412.0).sharp(),
        fitting.high(-11.0, 240.0),
        fitting.high(-5.0, 162.0).sharp(),
    ];
    canvas.flat(shape(&outline), tones.base);
    let shade = [
        fitting.high(k, 164.0).sharp(),
        fitting.high(k * 3.0, 240.0),
        fitting.at(k * 2.0, 428.0).sharp(),
        fitting.at(k * 14.0, 412.0).sharp(),
        fitting.high(k * 11.0, 240.0),
        fitting.high(k * 5.0, 163.0).sharp(),
    ];
    canvas.fill(shape(&shade), tones.dark, 0.8, 0.0);
    let knot = [(-6.5, 148.0), (6.5, 148.0), (5.0, 161.0), (-5.0, 161.0)];
    canvas.fill(shape(&knot.map(|(x, y)| fitting.high(x, y).sharp())), tones.light, 0.8, 0.0);
}
