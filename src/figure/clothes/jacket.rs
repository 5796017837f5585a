//! What blazers and cardigans share: the shirt beneath, and the body of the jacket down to its hem.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Spline, closed, shape, taper};
use crate::figure::expression::Side;

use super::collar::Collar;
use super::{Fitting, dot, tie, torso};

/// Height of the first closed button of whoever names none.
const BUTTON: f64 = 330.0;

/// Where the jacket is closed.
pub fn button(fitting: &Fitting) -> f64 {
    fitting.rig.clothes.button.unwrap_or(BUTTON)
}

/// The shirt beneath with its collar, and the tie where one is worn.
pub fn shirt(fitting: &Fitting, canvas: &mut Canvas) {
    let (neck, tones, k) = (fitting.body.neck, fitting.inner(), fitting.rig.shaded.sign());
    let outline = [
        fitting.high(-neck - 17.0, 129.0).sharp(),
        fitting.high(-neck * 0.7, 140.0),
        fitting.high(0.0, 166.0).sharp(),
        fitting.high(neck * 0.7, 140.0),
        fitting.high(neck + 17.0, 129.0).sharp(),
        fitting.at(84.0, 190.0).sharp(),
        fitting.at(64.0, 560.0).sharp(),
        fitting.at(-64.0, 560.0).sharp(),
        fitting.at(-84.0, 190.0).sharp(),
    ];
    let path = shape(&outline);
    canvas.flat(path.clone(), tones.base);
    canvas.clip(&path);
    let away = [(8.0, 140.0), (14.0, 240.0), (8.0, 560.0), (130.0, 560.0), (120.0, 140.0)];
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(k * x, y))), tones.shade, 0.8, 1.5);
    let seam = [fitting.high(0.0, 166.0), fitting.at(2.0, 260.0), fitting.at(1.0, 560.0)];
    canvas.fill(taper(&seam, &[1.0, 2.0, 2.0]), tones.deep, 0.7, 0.4);
    for y in [192.0, 230.0, 268.0] {
        canvas.fill(dot(fitting.high(0.0, y), 2.4), tones.deep, 0.6, 0.0);
    }
    canvas.end();
    Collar::of(&tones, 168.0).spread(0.96).draw(fitting, &path, canvas);
    tie::over_shirt(fitting, canvas);
}

/// The jacket without what it is edged with.
pub fn body(fitting: &Fitting, canvas: &mut Canvas) -> (Spline, Path) {
    let (neck, button, cloth) = (fitting.body.neck, button(fitting), &fitting.cloth);
    let neckline = [
        fitting.high(-neck - 15.0, 124.0),
        fitting.high(-neck * 1.05, 190.0),
        fitting.high(0.0, button).sharp(),
        fitting.high(neck * 1.05, 190.0),
        fitting.high(neck + 15.0, 124.0),
    ];
    let edge = closed(&torso::outline(fitting, &neckline));
    let path = edge.path();
    canvas.flat(path.clone(), cloth.base);
    canvas.clip(&path);
    planes(fitting, canvas);
    torso::side_plane(fitting, cloth, canvas);
    for side in Side::BOTH {
        torso::tension(fitting, fitting.by_light(side, cloth.shade, cloth.deep), side, canvas);
        let (pit, e) = (fitting.body.sides[side].pit, side.sign());
        let fold = [pit.moved(e * -4.0, 0.0), pit.moved(e * -24.0, 12.0), pit.moved(e * -44.0, 4.0)];
        canvas.fill(taper(&fold, &[3.0, 3.0, 0.3]), fitting.by_light(side, cloth.shade, cloth.deep), 0.6, 1.0);
    }
    canvas.end();
    (edge, path)
}

/// Stiffer cloth than a shirt's: the terminator lies further out.
fn planes(fitting: &Fitting, canvas: &mut Canvas) {
    const TERMINATOR: [(f64, f64); 7] =
        [(0.40, 120.0), (0.46, 180.0), (0.40, 250.0), (0.44, 340.0), (0.38, 560.0), (1.7, 560.0), (1.6, 120.0)];
    torso::terminator(fitting, &TERMINATOR, fitting.cloth.shade, 1.6, canvas);
    let l = fitting.rig.lit.sign();
    let lit = &fitting.body.sides[fitting.rig.lit];
    let top = [
        lit.trapezius.moved(0.0, -6.0),
        lit.mid.moved(0.0, -8.0),
        lit.shoulder.moved(0.0, -4.0),
        lit.deltoid.moved(l * 4.0, 0.0),
        lit.deltoid.moved(l * -12.0, 8.0),
        lit.shoulder.moved(l * -14.0, 14.0),
        lit.mid.moved(0.0, 12.0),
    ];
    canvas.fill(shape(&top), fitting.cloth.light, 0.55, 2.0);
}
