//! An open shirt over a plain one.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Spline, shape, taper};
use crate::figure::expression::Side;

use super::{Cut, Fitting, Garment, collar, print, torso};

pub(super) const GARMENT: Garment = Garment { back: collar::behind, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    inner(fitting, canvas);
    let edge = outer(fitting, canvas);
    print::leaves(fitting, &edge.path(), canvas);
    for side in Side::BOTH {
        collar(fitting, side, canvas);
    }
    edge.into()
}

/// The shirt beneath.
fn inner(fitting: &Fitting, canvas: &mut Canvas) {
    let Fitting { rig, body, .. } = fitting;
    let tones = fitting.inner();
    let neck = body.neck;
    let neckline =
        [(-neck - 17.0, 129.0), (-neck * 0.82, 148.0), (0.0, 160.0), (neck * 0.82, 148.0), (neck + 17.0, 129.0)];
    let neckline = neckline.map(|(x, y)| fitting.high(x, y));
    let edge = torso::cloth(fitting, &neckline, &tones, canvas);
    canvas.end();
    canvas.fill(taper(&neckline, &[4.0, 5.5, 6.0, 5.5, 4.0]), tones.shade, 0.9, 0.3);
    let k = rig.shaded.sign();
    let away = [(6.0, 150.0), (12.0, 240.0), (6.0, 560.0), (90.0, 560.0), (90.0, 140.0)];
    canvas.clip(&edge.path());
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(k * x, y))), tones.shade, 0.9, 1.4);
    let folds = [
        ([(-26.0, 196.0), (-4.0, 226.0), (20.0, 236.0)], 3.5),
        ([(26.0, 262.0), (4.0, 292.0), (-20.0, 300.0)], 4.0),
        ([(-22.0, 322.0), (0.0, 350.0), (18.0, 356.0)], 4.0),
    ];
    for (line, width) in folds {
        let color = if line[0].0 * k < 0.0 { tones.shade } else { tones.deep };
        let path = taper(&line.map(|(x, y)| fitting.high(x, y)), &[0.3, width, 0.3]);
        canvas.fill(path, color, 0.7, 1.0);
    }
    canvas.end();
}

fn outer(fitting: &Fitting, canvas: &mut Canvas) -> Spline {
    let neck = fitting.body.neck;
    let neckline = [
        fitting.high(-neck - 20.0, 128.0),
        fitting.high(-neck + 2.0, 186.0),
        fitting.high(-27.0, 270.0),
        fitting.at(-36.0, 555.0).sharp(),
        fitting.at(46.0, 555.0).sharp(),
        fitting.high(30.0, 270.0),
        fitting.high(neck - 2.0, 186.0),
        fitting.high(neck + 20.0, 128.0),
    ];
    let edge = torso::cloth(fitting, &neckline, &fitting.cloth, canvas);
    for side in Side::BOTH {
        placket(fitting, side, canvas);
        pocket(fitting, side, canvas);
    }
    canvas.end();
    edge
}

/// The edge that hangs open.
fn placket(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let e = side.sign();
    let hem = match side {
        Side::Right => -43.0,
        Side::Left => 53.0,
    };
    let line =
        [fitting.high(e * (fitting.body.neck + 3.0), 186.0), fitting.high(e * 33.0, 270.0), fitting.at(hem, 555.0)];
    canvas.fill(taper(&line, &[1.4, 1.8, 1.8]), fitting.cloth.deep, 0.55, 0.4);
}

/// The flap of a breast pocket, and a fold below it.
fn pocket(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let Fitting { rig, body, cloth } = fitting;
    let (e, lit) = (side.sign(), side == rig.lit);
    let middle = e * body.shoulder * 0.47;
    let flap = |x: f64, y: f64| fitting.high(middle + x, y);
    let outline = [
        flap(-22.0, 232.0).sharp(),
        flap(22.0, 232.0).sharp(),
        flap(21.0, 244.0).sharp(),
        flap(0.0, 252.0).sharp(),
        flap(-21.0, 244.0).sharp(),
    ];
    canvas.fill(shape(&outline), if lit { cloth.light } else { cloth.base }, 0.55, 0.0);
    let below = [flap(-21.0, 245.0), flap(0.0, 253.0), flap(21.0, 245.0)];
    canvas.fill(taper(&below, &[1.0, 2.0, 1.0]), cloth.deep, 0.7, 0.4);
    let fold = [(40.0, 318.0), (66.0, 352.0), (60.0, 400.0)].map(|(x, y)| fitting.at(e * x, y));
    canvas.fill(taper(&fold, &[0.3, 5.0, 0.4]), if lit { cloth.shade } else { cloth.deep }, 0.7, 1.4);
}

fn collar(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let Fitting { rig, body, cloth } = fitting;
    let out = |x: f64, y: f64| fitting.high(side.sign() * (body.neck + x), y);
    let outline = [
        out(4.0, 110.0).sharp(),
        out(2.0, 140.0),
        out(3.0, 186.0).sharp(),
        out(34.0, 178.0).sharp(),
        out(32.0, 146.0),
        out(22.0, 116.0).sharp(),
    ];
    let shadow = outline.map(|p| p.moved(rig.shaded.sign() * 3.0, 5.0).smooth());
    canvas.fill(shape(&shadow), cloth.deep, 0.55, 1.6);
    canvas.flat(shape(&outline), if side == rig.lit { cloth.light } else { cloth.base });
}
