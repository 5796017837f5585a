//! A nightgown with a long cardigan thrown over it.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Point, at, open, polygon, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::tones::Tones;

use super::{Cut, Fitting, Garment, fallen, print};

pub(super) const GARMENT: Garment = Garment { back: |_, _| {}, front };

fn front(fitting: &Fitting, canvas: &mut Canvas) -> Cut {
    let tones = fitting.inner();
    nightgown(fitting, &tones, canvas);
    frill(fitting, &tones, canvas);
    let mut path = Path::default();
    for side in Side::BOTH {
        path.join(cardigan(fitting, &tones, side, canvas));
    }
    Cut { path, edge: None }
}

fn nightgown(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (neck, k, l) = (fitting.body.neck, fitting.rig.shaded.sign(), fitting.rig.lit.sign());
    let outline = [
        fitting.high(-neck - 17.0, 129.0).sharp(),
        fitting.high(-neck * 0.9, 146.0),
        fitting.high(0.0, 160.0),
        fitting.high(neck * 0.9, 146.0),
        fitting.high(neck + 17.0, 129.0).sharp(),
        fitting.at(92.0, 190.0).sharp(),
        fitting.at(96.0, 900.0).sharp(),
        fitting.at(-96.0, 900.0).sharp(),
        fitting.at(-92.0, 190.0).sharp(),
    ];
    let path = shape(&outline);
    canvas.flat(path.clone(), tones.base);
    canvas.clip(&path);
    let away = [(10.0, 140.0), (16.0, 260.0), (12.0, 900.0), (140.0, 900.0), (130.0, 140.0)];
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(k * x, y))), tones.shade, 0.85, 1.6);
    for x in [-40.0, -18.0, 6.0, 26.0, 46.0] {
        let fold = [
            fitting.high(x, 176.0),
            fitting.at(x * 1.1, 260.0),
            fitting.at(x * 1.3, 560.0),
            fitting.at(x * 1.4, 880.0),
        ];
        let color = if x * l > 0.0 { tones.shade } else { tones.deep };
        canvas.fill(taper(&fold, &[0.4, 3.0, 6.0, 6.0]), color, 0.4, 1.4);
    }
    print::flowers(fitting, tones, canvas);
    canvas.end();
}

/// Round the neck, with a button.
fn frill(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (neck, l) = (fitting.body.neck, fitting.rig.lit.sign());
    let line = [(-neck - 6.0, 134.0), (-neck * 0.7, 154.0), (0.0, 166.0), (neck * 0.7, 154.0), (neck + 6.0, 134.0)];
    let line = line.map(|(x, y)| fitting.high(x, y));
    canvas.fill(taper(&line, &[6.0, 8.0, 8.0, 8.0, 6.0]), tones.light, 0.95, 0.0);
    for p in open(&line).flatten(4) {
        let gather = [(-5.0, 1.0), (0.0, -1.0), (5.0, 1.0), (3.0, 7.0), (-3.0, 7.0)].map(|(x, y)| p.moved(x, y));
        let color = if (p.x - fitting.body.axis) * l > -8.0 { tones.light } else { tones.base };
        canvas.fill(shape(&gather), color, 0.95, 0.0);
        canvas.fill(taper(&[p.moved(4.4, 0.0), p.moved(4.6, 6.0)], &[0.4, 1.2]), tones.deep, 0.4, 0.0);
    }
    let button = [(-3.0, 172.0), (0.0, 169.0), (3.0, 172.0), (0.0, 175.0)].map(|(x, y)| fitting.high(x, y));
    canvas.fill(shape(&button), tones.deep, 0.5, 0.0);
}

/// One front of the cardigan; gives back its outline.
fn cardigan(fitting: &Fitting, beneath: &Tones, side: Side, canvas: &mut Canvas) -> Path {
    let (cloth, l) = (&fitting.cloth, fitting.rig.lit.sign());
    let outline = outline(fitting, side);
    let path = shape(&outline);
    canvas.fill(fallen(&outline, l * -5.0, 3.0), beneath.deep, 0.45, 3.0);
    canvas.flat(path.clone(), fitting.by_light(side, cloth.base, cloth.shade));
    canvas.clip(&path);
    planes(fitting, side, canvas);
    for (x, width) in [(70.0, 4.0), (92.0, 6.0), (112.0, 4.0)] {
        let fold = fitting.out(side, [(x * 0.8, 230.0), (x * 0.9, 330.0), (x, 500.0), (x, 640.0)]);
        canvas.fill(taper(&fold, &[0.4, width, width, 1.0]), cloth.deep, 0.35, 2.0);
    }
    band(fitting, side, canvas);
    canvas.end();
    path
}

fn outline(fitting: &Fitting, side: Side) -> [Point; 14] {
    let (neck, o, middle) = (fitting.body.neck, &fitting.body.sides[side], fitting.body.axis);
    let out = |x: f64, y: f64| fitting.at(side.sign() * x, y);
    [
        fitting.high(side.sign() * (neck + 7.0), 120.0).sharp(),
        o.mid,
        o.shoulder,
        at(lerp(middle, o.shoulder.x, 1.03), o.shoulder.y + 28.0),
        o.pit,
        at(lerp(o.pit.x, o.waist.x, 0.45), 310.0),
        o.waist,
        at(o.hip.x, 520.0),
        at(lerp(middle, o.hip.x, 1.03), 640.0).sharp(),
        out(60.0, 652.0).sharp(),
        out(56.0, 480.0),
        out(50.0, 330.0),
        out(neck + 12.0, 220.0),
        out(neck + 4.0, 160.0),
    ]
}

fn planes(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth, o, e) = (fitting.body.neck, &fitting.cloth, &fitting.body.sides[side], side.sign());
    if side == fitting.rig.lit {
        let shade = [(120.0, 230.0), (112.0, 330.0), (120.0, 660.0), (300.0, 660.0), (300.0, 230.0)];
        canvas.fill(shape(&fitting.out(side, shade)), cloth.shade, 0.8, 2.0);
    } else {
        let base = [(40.0, 120.0), (84.0, 150.0), (70.0, 260.0), (72.0, 660.0), (30.0, 660.0)];
        canvas.fill(shape(&fitting.out(side, base)), cloth.base, 0.55, 2.0);
    }
    let top = [
        o.mid.moved(0.0, -8.0),
        o.shoulder.moved(0.0, -4.0),
        o.shoulder.moved(e * -14.0, 14.0),
        o.mid.moved(0.0, 12.0),
        fitting.high(e * (neck + 10.0), 140.0),
    ];
    canvas.fill(shape(&top), cloth.light, fitting.by_light(side, 0.5, 0.2), 2.0);
}

/// Along the opening, and the rows of knitting.
fn band(fitting: &Fitting, side: Side, canvas: &mut Canvas) {
    let (neck, cloth, e) = (fitting.body.neck, &fitting.cloth, side.sign());
    let line = |across: f64| {
        let [first, rest @ ..] = [
            (neck + 5.0, 122.0),
            (neck + 4.0, 160.0),
            (neck + 12.0, 220.0),
            (50.0, 330.0),
            (56.0, 480.0),
            (60.0, 652.0),
        ]
        .map(|(x, y)| (e * (x + across), y));
        let mut points = vec![fitting.high(first.0, first.1)];
        points.extend(rest.map(|(x, y)| fitting.at(x, y)));
        points
    };
    let color = fitting.by_light(side, cloth.light, cloth.base);
    canvas.fill(taper(&line(6.0), &[13.0; 6]), color, 0.75, 0.4);
    canvas.fill(taper(&line(13.0), &[1.6; 6]), cloth.deep, 0.5, 0.4);
    for row in 0..55 {
        let y = 150.0 + 9.0 * f64::from(row);
        let [a, b] = [fitting.at(e * (neck - 20.0), y), fitting.at(e * (neck + 60.0), y)];
        canvas.fill(polygon(&[a, b, b.moved(0.0, 1.6), a.moved(0.0, 1.6)]), cloth.deep, 0.10, 0.0);
    }
}
