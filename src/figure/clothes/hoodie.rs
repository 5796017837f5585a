//! A hooded jersey, its hood on the shoulders.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{shape, taper};
use crate::figure::expression::Side;

use super::{Cut, Fitting, Garment, fallen, torso};

pub(super) const GARMENT: Garment = Garment { back, front };

/// Of cords that nobody chose.
const CORD: Color = Color::hex(0xd8d2c4);

fn back(fitting: &Fitting, canvas: &mut Canvas) {
    let (neck, lift) = (fitting.body.neck, fitting.body.raised * 0.6);
    let outline = [
        (-neck - 34.0, 138.0 - lift),
        (-neck - 20.0, 104.0 - lift),
        (-10.0, 92.0 - lift),
        (10.0, 92.0 - lift),
        (neck + 20.0, 104.0 - lift),
        (neck + 34.0, 138.0 - lift),
        (neck, 176.0),
        (-neck, 176.0),
    ];
    canvas.flat(shape(&outline.map(|(x, y)| fitting.at(x, y))), fitting.cloth.deep);
}

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let neck = fitting.body.neck;
    let neckline = [
        fitting.high(-neck - 17.0, 129.0),
        fitting.high(-neck * 0.95, 150.0),
        fitting.high(0.0, 166.0),
        fitting.high(neck * 0.95, 150.0),
        fitting.high(neck + 17.0, 129.0),
    ];
    let edge = torso::cloth(fitting, &neckline, &fitting.cloth, canvas);
    canvas.end();
    for side in Side::BOTH {
        roll(fitting, side, canvas);
        cord(fitting, side, canvas);
    }
    tee(fitting, canvas);
    edge.into()
}

/// One of the two soft rolls of the hood that meet in front.
fn roll(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth) = (fitting.body.neck, &fitting.cloth);
    let out = |x: f64, y: f64| fitting.high(side.sign() * x, y);
    let outline = [
        out(neck + 6.0, 106.0).sharp(),
        out(neck + 1.0, 134.0),
        out(neck * 0.55, 156.0),
        out(1.0, 168.0).sharp(),
        out(6.0, 190.0),
        out(neck + 8.0, 172.0),
        out(neck + 40.0, 150.0),
        out(neck + 36.0, 124.0),
        out(neck + 22.0, 104.0),
    ];
    let path = shape(&outline);
    let shadow = outline.map(|p| p.smooth());
    canvas.fill(fallen(&shadow, 2.0 * fitting.rig.shaded.sign(), 7.0), cloth.deep, 0.6, 2.0);
    canvas.flat(path.clone(), fitting.by_light(side, cloth.light, cloth.base));
    canvas.clip(&path);
    let turned = [
        (neck + 14.0, 106.0),
        (neck + 10.0, 140.0),
        (neck * 0.6, 164.0),
        (2.0, 178.0),
        (8.0, 196.0),
        (neck + 10.0, 178.0),
        (neck + 44.0, 154.0),
    ];
    let color = fitting.by_light(side, cloth.base, cloth.shade);
    canvas.fill(shape(&fitting.high_out(side, turned)), color, 0.95, 1.2);
    let inside = [(neck + 4.0, 108.0), (neck - 1.0, 136.0), (neck * 0.5, 160.0), (2.0, 170.0)];
    canvas.fill(taper(&fitting.high_out(side, inside), &[3.0, 5.0, 5.0, 3.0]), cloth.deep, 0.7, 0.8);
    canvas.end();
}

fn cord(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let tones = fitting.tones(fitting.rig.clothes.cord.unwrap_or(CORD));
    let end = match side {
        Side::Right => 244.0,
        Side::Left => 262.0,
    };
    let line = fitting.high_out(side, [(15.0, 170.0), (18.0, 206.0), (16.0, end)]);
    canvas.flat(taper(&line, &[2.6, 2.4, 3.0]), fitting.by_light(side, tones.base, tones.shade));
}

/// What shows of the shirt in the neckline.
fn tee(fitting: &Fitting, canvas: &mut Canvas) {
    let Some(color) = fitting.rig.clothes.tee else { return };
    let neck = fitting.body.neck;
    let line = [fitting.high(-neck * 0.8, 148.0), fitting.high(0.0, 163.0), fitting.high(neck * 0.8, 148.0)];
    canvas.flat(taper(&line, &[1.0, 6.0, 1.0]), fitting.tones(color).base);
}
