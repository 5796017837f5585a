//! A cardigan over a shirt.

use crate::figure::canvas::Canvas;
use crate::figure::curve::taper;
use crate::figure::expression::Side;

use super::{Cut, Fitting, Garment, collar, jacket};

pub(super) const GARMENT: Garment = Garment { back: collar::inner_behind, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    jacket::shirt(fitting, canvas);
    let (edge, _) = jacket::body(fitting, canvas);
    for side in Side::BOTH {
        band(fitting, side, canvas);
    }
    edge.into()
}

/// The knitted band along the opening.
fn band(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth, e) = (fitting.body.neck, &fitting.cloth, side.sign());
    let line = [(neck + 16.0, 122.0), (neck * 1.08, 190.0), (1.0, jacket::button(fitting))];
    let course = |across: f64, down: f64| {
        let [a, b, c] = line.map(|(x, y)| fitting.high(e * (x + across), y + down));
        [a, b, c, fitting.at(e * (1.0 + across), 560.0)]
    };
    let widths = [9.0, 11.0, 11.0, 11.0];
    canvas.fill(taper(&course(0.0, 0.0), &widths), fitting.by_light(side, cloth.light, cloth.shade), 0.9, 0.3);
    canvas.fill(taper(&course(6.0, 2.0), &[1.4, 1.6, 1.6, 1.6]), cloth.deep, 0.6, 0.4);
}
