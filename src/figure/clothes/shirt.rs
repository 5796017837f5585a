//! A shirt, open at the throat, with a chain where one is worn.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{shape, taper};

use super::collar::{self, Collar};
use super::{Cut, Fitting, Garment, torso};

pub(super) const GARMENT: Garment = Garment { back: collar::behind, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let (neck, open) = (fitting.body.neck, fitting.rig.clothes.open);
    let neckline = [
        fitting.high(-neck - 17.0, 129.0),
        fitting.high(-neck * 0.72, 150.0),
        fitting.high(0.0, open + 6.0).sharp(),
        fitting.high(neck * 0.72, 150.0),
        fitting.high(neck + 17.0, 129.0),
    ];
    let edge = torso::cloth(fitting, &neckline, &fitting.cloth, canvas);
    placket(fitting, open, canvas);
    folds(fitting, canvas);
    canvas.end();
    Collar::of(&fitting.cloth, open).draw(fitting, &edge.path(), canvas);
    chain(fitting, canvas);
    edge.into()
}

/// The edge that is buttoned over, and its buttons.
fn placket(fitting: &Fitting, open: f64, canvas: &mut Canvas) {
    let cloth = &fitting.cloth;
    let seam = [fitting.high(1.0, open), fitting.high(3.0, 250.0), fitting.at(3.0, 360.0), fitting.at(2.0, 560.0)];
    canvas.fill(taper(&seam, &[1.2, 2.4, 2.4, 2.4]), cloth.deep, 0.75, 0.4);
    let stitching = [fitting.high(-7.0, open + 12.0), fitting.high(-6.0, 260.0), fitting.at(-6.0, 560.0)];
    canvas.fill(taper(&stitching, &[0.4, 1.4, 1.4]), cloth.light, 0.35, 0.4);
    for down in [28.0, 74.0, 120.0] {
        let button = |line: [(f64, f64); 4]| shape(&line.map(|(x, y)| fitting.high(x, open + down + y)));
        canvas.fill(button([(-3.6, 0.0), (-1.0, -2.6), (1.6, 0.0), (-1.0, 2.6)]), cloth.light, 0.9, 0.0);
        canvas.fill(button([(-2.6, 1.0), (-1.0, 2.6), (1.6, 0.6), (-0.4, 1.4)]), cloth.deep, 0.7, 0.0);
    }
}

/// Three long folds down the chest.
fn folds(fitting: &Fitting, canvas: &mut Canvas) {
    let Fitting { rig, cloth, .. } = fitting;
    let (l, k) = (rig.lit.sign(), rig.shaded.sign());
    let folds = [
        (
            [fitting.high(l * 30.0, 200.0), fitting.high(l * 44.0, 236.0), fitting.at(l * 40.0, 290.0)],
            [0.3, 4.0, 0.4],
            cloth.shade,
        ),
        (
            [fitting.high(k * 26.0, 206.0), fitting.high(k * 40.0, 250.0), fitting.at(k * 34.0, 300.0)],
            [0.3, 5.0, 0.4],
            cloth.deep,
        ),
        (
            [fitting.high(l * 62.0, 180.0), fitting.high(l * 74.0, 206.0), fitting.high(l * 72.0, 240.0)],
            [0.3, 3.0, 0.3],
            cloth.shade,
        ),
    ];
    for (line, widths, color) in folds {
        canvas.fill(taper(&line, &widths), color, 0.65, 1.2);
    }
}

fn chain(fitting: &Fitting, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.chain else { return };
    let neck = fitting.body.neck;
    let line = [(-neck + 5.0, 124.0), (-14.0, 158.0), (0.0, 168.0), (14.0, 158.0), (neck - 5.0, 124.0)];
    canvas.flat(taper(&line.map(|(x, y)| fitting.high(x, y)), &[0.5, 1.0, 1.2, 1.0, 0.5]), color);
    let pendant = [(-2.0, 169.0), (0.0, 166.5), (2.0, 169.0), (0.0, 172.5)];
    canvas.flat(shape(&pendant.map(|(x, y)| fitting.high(x, y))), color);
}
