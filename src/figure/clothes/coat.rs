//! A heavy coat with broad lapels and a scarf.

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{at, corner, shape, taper};
use crate::figure::expression::Side;
use crate::figure::tones::Tones;

use super::{Cut, Fitting, Garment, dot, fallen, torso};

pub(super) const GARMENT: Garment = Garment { back, front };

fn back(fitting: &Fitting, canvas: &mut Canvas) {
    let (neck, lift) = (fitting.body.neck, fitting.body.raised * 0.6);
    let outline = [
        (-neck - 30.0, 140.0 - lift),
        (-neck - 18.0, 88.0 - lift),
        (-10.0, 96.0 - lift),
        (10.0, 96.0 - lift),
        (neck + 18.0, 88.0 - lift),
        (neck + 30.0, 140.0 - lift),
        (neck, 176.0),
        (-neck, 176.0),
    ];
    canvas.flat(shape(&outline.map(|(x, y)| fitting.at(x, y))), fitting.cloth.deep);
}

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let (neck, cloth) = (fitting.body.neck, &fitting.cloth);
    let lining = [(-60.0, 130.0), (60.0, 130.0), (60.0, 560.0), (-60.0, 560.0)];
    canvas.flat(shape(&lining.map(|(x, y)| fitting.at(x, y).sharp())), fitting.inner().shade);
    let neckline = [
        fitting.high(-neck - 20.0, 126.0),
        fitting.high(-neck * 0.9, 180.0),
        fitting.high(-6.0, 262.0).sharp(),
        fitting.high(neck * 0.7, 190.0),
        fitting.high(neck + 20.0, 126.0),
    ];
    let edge = torso::cloth(fitting, &neckline, cloth, canvas);
    let closing = [fitting.high(-6.0, 262.0), fitting.at(-2.0, 340.0), fitting.at(-4.0, 560.0)];
    canvas.fill(taper(&closing, &[2.0, 4.0, 5.0]), cloth.deep, 0.8, 0.6);
    for y in [290.0, 350.0, 410.0] {
        canvas.fill(dot(fitting.at(-13.0, y), 5.0), cloth.dark, 0.9, 0.0);
    }
    canvas.end();
    for side in Side::BOTH {
        lapel(fitting, side, canvas);
    }
    if let Some(color) = fitting.rig.clothes.scarf {
        scarf(fitting, &fitting.tones(color), canvas);
    }
    edge.into()
}

fn lapel(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth) = (fitting.body.neck, &fitting.cloth);
    let out = |x: f64, y: f64| fitting.high(side.sign() * x, y);
    let foot = match side {
        Side::Right => -6.0,
        Side::Left => 2.0,
    };
    let outline = [
        out(neck + 20.0, 88.0).sharp(),
        out(neck + 8.0, 130.0),
        out(neck * 0.72, 190.0),
        fitting.high(foot, 258.0).sharp(),
        out(neck + 26.0, 232.0).sharp(),
        out(neck + 46.0, 176.0),
        out(neck + 38.0, 120.0),
    ];
    let shadow = outline.map(|p| p.smooth());
    canvas.fill(fallen(&shadow, fitting.rig.shaded.sign() * 4.0, 6.0), cloth.deep, 0.6, 2.0);
    canvas.flat(shape(&outline), fitting.by_light(side, cloth.light, mix(cloth.base, cloth.shade, 0.4)));
    let fold = [out(neck + 17.0, 94.0), out(neck + 9.0, 130.0), out(neck * 0.78, 190.0)];
    canvas.fill(taper(&fold, &[2.0, 5.0, 1.0]), fitting.by_light(side, cloth.shade, cloth.deep), 0.7, 0.8);
}

/// Wound round the neck, one end hanging towards the light.
fn scarf(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (neck, k) = (fitting.body.neck, fitting.rig.shaded.sign());
    let high = |x: f64, y: f64| fitting.high(x, y);
    let outline = [
        high(-neck - 7.0, 112.0),
        high(-16.0, 124.0),
        high(12.0, 126.0),
        high(neck + 7.0, 112.0),
        high(neck + 12.0, 140.0),
        high(18.0, 168.0),
        high(-10.0, 172.0),
        high(-neck - 12.0, 144.0),
    ];
    let path = shape(&outline);
    canvas.fill(fallen(&outline, 0.0, 7.0), fitting.cloth.deep, 0.6, 2.0);
    canvas.flat(path.clone(), tones.base);
    canvas.clip(&path);
    let away = [(6.0, 100.0), (14.0, 180.0), (90.0, 180.0), (90.0, 90.0)];
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(k * x, y))), tones.shade, 0.9, 1.0);
    let folds = [
        ([high(-neck - 8.0, 126.0), high(-8.0, 140.0), high(neck + 6.0, 124.0)], [2.0, 5.0, 2.0], tones.deep),
        ([high(-neck - 10.0, 140.0), high(-4.0, 158.0), high(neck, 142.0)], [1.0, 4.0, 1.0], tones.deep),
        ([high(-neck - 4.0, 120.0), high(-10.0, 132.0), high(20.0, 130.0)], [1.0, 3.0, 0.4], tones.light),
    ];
    for (line, widths, color) in folds {
        canvas.fill(taper(&line, &widths), color, 0.6, 0.7);
    }
    canvas.end();
    hanging_end(fitting, tones, canvas);
}

fn hanging_end(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let l = fitting.rig.lit.sign();
    let outline = [
        corner(4.0, 160.0),
        corner(24.0, 158.0),
        at(26.0, 210.0),
        corner(22.0, 250.0),
        corner(3.0, 252.0),
        at(6.0, 200.0),
    ];
    let outline = outline.map(|p| {
        let placed = fitting.high(l * p.x, p.y);
        if p.corner { placed.sharp() } else { placed }
    });
    canvas.flat(shape(&outline), tones.base);
    let fold = [(12.0, 166.0), (14.0, 210.0), (11.0, 250.0)].map(|(x, y)| fitting.high(l * x, y));
    canvas.fill(taper(&fold, &[1.0, 4.0, 1.0]), tones.shade, 0.8, 0.6);
}
