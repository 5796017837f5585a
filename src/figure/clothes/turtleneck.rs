//! A jersey with a high, folded neck.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{shape, taper};

use super::{Cut, Fitting, Garment, torso};

pub(super) const GARMENT: Garment = Garment { back: |_, _| {}, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let neck = fitting.body.neck;
    let neckline =
        [(-neck - 17.0, 129.0), (-neck * 0.82, 148.0), (0.0, 160.0), (neck * 0.82, 148.0), (neck + 17.0, 129.0)];
    let edge = torso::cloth(fitting, &neckline.map(|(x, y)| fitting.high(x, y)), &fitting.cloth, canvas);
    canvas.end();
    roll(fitting, canvas);
    edge.into()
}

fn roll(fitting: &Fitting, canvas: &mut Canvas) {
    let (neck, cloth, k) = (fitting.body.neck, &fitting.cloth, fitting.rig.shaded.sign());
    let high = |x: f64, y: f64| fitting.high(x, y);
    let outline = [
        high(-neck - 6.0, 118.0),
        high(-neck - 1.0, 108.0),
        high(-14.0, 114.0),
        high(12.0, 114.0),
        high(neck + 1.0, 108.0),
        high(neck + 6.0, 118.0),
        high(neck + 16.0, 142.0),
        high(18.0, 158.0),
        high(-16.0, 158.0),
        high(-neck - 16.0, 142.0),
    ];
    let path = shape(&outline);
    canvas.flat(path.clone(), cloth.base);
    canvas.clip(&path);
    let away = [(6.0, 90.0), (14.0, 170.0), (90.0, 170.0), (90.0, 80.0)];
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(k * x, y))), cloth.shade, 0.9, 1.0);
    let fold = [high(-neck - 8.0, 130.0), high(0.0, 142.0), high(neck + 8.0, 128.0)];
    canvas.fill(taper(&fold, &[2.0, 5.0, 2.0]), cloth.deep, 0.5, 0.9);
    let edge = [high(-neck, 108.0), high(0.0, 117.0), high(neck, 108.0)];
    canvas.fill(taper(&edge, &[2.0, 4.0, 2.0]), cloth.light, 0.5, 0.6);
    canvas.end();
}
