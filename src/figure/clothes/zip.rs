//! The zip of a jacket, and its pockets.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, shape, taper};
use crate::figure::expression::Side;

use super::Fitting;

const METAL: Color = Color::hex(0xb9b4a6);
const SLIDER: Color = Color::hex(0xcfc9ba);

/// Draws it on the cloth, if there is one.
pub fn draw(fitting: &Fitting, torso: &Path, canvas: &mut Canvas) {
    if !fitting.rig.clothes.zip {
        return;
    }
    let line = [fitting.high(0.0, 182.0), fitting.at(2.0, 300.0), fitting.at(1.0, 560.0)];
    canvas.clip(torso);
    canvas.fill(taper(&line, &[7.0; 3]), fitting.cloth.deep, 0.8, 0.4);
    canvas.fill(taper(&line, &[2.2; 3]), METAL, 0.8, 0.0);
    for side in Side::BOTH {
        let x = fitting.body.shoulder * 0.40;
        let pocket = fitting.out(side, [(x + 8.0, 372.0), (x - 10.0, 436.0), (x - 18.0, 476.0)]);
        canvas.fill(taper(&pocket, &[1.0, 3.2, 1.0]), fitting.cloth.deep, 0.8, 0.5);
    }
    canvas.end();
    let slider = [(-3.0, 184.0), (3.0, 184.0), (3.0, 200.0), (0.0, 204.0), (-3.0, 200.0)];
    canvas.flat(shape(&slider.map(|(x, y)| fitting.high(x, y))), SLIDER);
}
