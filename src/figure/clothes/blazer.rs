//! A blazer with lapels over a shirt.

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, shape, taper};
use crate::figure::expression::Side;

use super::{Cut, Fitting, Garment, collar, fallen, jacket};

pub(super) const GARMENT: Garment = Garment { back: collar::inner_behind, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    jacket::shirt(fitting, canvas);
    let (edge, path) = jacket::body(fitting, canvas);
    for side in Side::BOTH {
        lapel(fitting, &path, side, canvas);
    }
    edge.into()
}

fn lapel(fitting: &Fitting, jacket: &Path, side: Side, canvas: &mut Canvas) {
    let (neck, cloth, button) = (fitting.body.neck, &fitting.cloth, jacket::button(fitting));
    let out = |x: f64, y: f64| fitting.high(side.sign() * x, y);
    let upper = [
        out(neck + 11.0, 118.0).sharp(),
        out(neck + 5.0, 146.0),
        out(neck + 8.0, 172.0).sharp(),
        out(neck + 30.0, 178.0).sharp(),
        out(neck + 33.0, 160.0).sharp(),
        out(neck + 27.0, 136.0),
    ];
    let lower = [
        out(neck + 6.0, 160.0).sharp(),
        out(neck - 4.0, 220.0),
        out(2.0, button).sharp(),
        out(neck + 6.0, 262.0),
        out(neck + 46.0, 188.0).sharp(),
        out(neck + 10.0, 174.0).sharp(),
    ];
    let color = fitting.by_light(side, mix(cloth.base, cloth.light, 0.55), mix(cloth.base, cloth.shade, 0.45));
    for piece in [lower, upper] {
        canvas.clip(jacket);
        canvas.fill(fallen(&piece, fitting.rig.shaded.sign() * 3.0, 5.0), cloth.deep, 0.6, 1.6);
        canvas.end();
        canvas.flat(shape(&piece), color);
    }
    let notch = [out(neck + 7.0, 173.0), out(neck + 31.0, 180.0)];
    canvas.fill(taper(&notch, &[1.0, 2.2]), cloth.deep, 0.8, 0.2);
    let edge = [out(neck + 2.0, 172.0), out(neck - 8.0, 226.0), out(1.0, button)];
    canvas.fill(taper(&edge, &[1.2, 2.0, 1.0]), fitting.by_light(side, cloth.light, cloth.base), 0.6, 0.4);
}
