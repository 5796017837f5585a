//! The tunic that nurses wear.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{shape, taper};
use crate::figure::expression::Side;

use super::{Cut, Fitting, Garment, torso};

pub(super) const GARMENT: Garment = Garment { back: |_, _| {}, front };

const PEN: Color = Color::hex(0x2a3b6b);

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let neck = fitting.body.neck;
    let neckline = [
        fitting.high(-neck - 17.0, 129.0),
        fitting.high(-neck * 0.86, 150.0),
        fitting.high(0.0, 206.0).sharp(),
        fitting.high(neck * 0.86, 150.0),
        fitting.high(neck + 17.0, 129.0),
    ];
    let edge = torso::cloth(fitting, &neckline, &fitting.cloth, canvas);
    for side in Side::BOTH {
        binding(fitting, side, canvas);
    }
    pocket(fitting, canvas);
    canvas.end();
    edge.into()
}

fn binding(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth) = (fitting.body.neck, &fitting.cloth);
    let line = |across: f64, down: f64| {
        let line = [(neck + 15.0, 128.0), (neck * 0.86, 152.0), (1.0, 207.0)];
        fitting.high_out(side, line.map(|(x, y)| (x + across, y + down)))
    };
    canvas.fill(taper(&line(0.0, 0.0), &[9.0, 10.0, 9.0]), fitting.by_light(side, cloth.light, cloth.base), 0.9, 0.3);
    canvas.fill(taper(&line(5.0, 3.0), &[1.4, 1.6, 1.4]), cloth.deep, 0.6, 0.4);
}

/// A breast pocket with a pen in it.
fn pocket(fitting: &Fitting, canvas: &mut Canvas) {
    let (cloth, middle) = (&fitting.cloth, fitting.body.shoulder * 0.36 * fitting.rig.shaded.sign());
    let on = |x: f64, y: f64| fitting.high(middle + x, y);
    let outline = [(-25.0, 262.0), (25.0, 262.0), (25.0, 318.0), (-25.0, 318.0)].map(|(x, y)| on(x, y).sharp());
    canvas.fill(shape(&outline), cloth.shade, 0.35, 0.0);
    let hem = [on(-26.0, 262.0), on(0.0, 263.0), on(26.0, 262.0)];
    canvas.fill(taper(&hem, &[1.6, 2.2, 1.6]), cloth.deep, 0.7, 0.4);
    canvas.flat(taper(&[on(8.0, 252.0), on(9.0, 276.0)], &[3.0, 3.0]), PEN);
}
