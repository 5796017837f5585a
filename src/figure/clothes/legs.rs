//! Trousers below the hem, as far as a picture ever shows them.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, at, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::Fitting;

/// Of trousers that nobody chose.
const PLAIN: Color = Color::hex(0x2f3136);

/// The tones of somebody's trousers.
pub fn tones(rig: &Rig) -> Tones {
    Tones::cloth(rig.clothes.lower.unwrap_or(PLAIN), rig.light)
}

pub fn draw(fitting: &Fitting, canvas: &mut Canvas) {
    let rig = fitting.rig;
    let tones = tones(rig);
    let (l, k) = (rig.lit.sign(), rig.shaded.sign());
    let trousers = shape(&outline(fitting));
    canvas.flat(trousers.clone(), tones.base);
    canvas.clip(&trousers);
    let away = [(k * 46.0, 480.0), (k * 60.0, 700.0), (k * 50.0, 920.0), (k * 300.0, 920.0), (k * 300.0, 480.0)];
    canvas.fill(shape(&away.map(|(x, y)| fitting.at(x, y))), tones.shade, 0.9, 2.0);
    let between = [(l * 6.0, 690.0), (l * 22.0, 790.0), (l * 16.0, 920.0), (-4.0, 920.0), (0.0, 660.0)];
    canvas.fill(shape(&between.map(|(x, y)| fitting.at(x, y))), tones.shade, 0.8, 2.0);
    let seam = [(0.0, 570.0), (2.0, 630.0), (0.0, 697.0)].map(|(x, y)| fitting.at(x, y));
    canvas.fill(taper(&seam, &[2.0, 2.4, 3.0]), tones.deep, 0.8, 0.5);
    canvas.fill(shape(&shadow_of_hem(fitting)), tones.deep, 0.7, 3.0);
    canvas.end();
}

fn outline(fitting: &Fitting) -> [Point; 13] {
    let hip = |side: Side, share: f64, y: f64| at(lerp(fitting.body.axis, fitting.body.sides[side].hip.x, share), y);
    let (right, left) = (Side::Right, Side::Left);
    [
        hip(right, 0.8, 480.0).sharp(),
        hip(left, 0.8, 480.0).sharp(),
        hip(left, 0.98, 545.0),
        hip(left, 1.02, 640.0),
        hip(left, 0.96, 900.0).sharp(),
        fitting.at(10.0, 900.0).sharp(),
        fitting.at(5.0, 720.0),
        fitting.at(0.0, 694.0),
        fitting.at(-5.0, 720.0),
        fitting.at(-10.0, 900.0).sharp(),
        hip(right, 0.96, 900.0).sharp(),
        hip(right, 1.02, 640.0),
        hip(right, 0.98, 545.0),
    ]
}

fn shadow_of_hem(fitting: &Fitting) -> [Point; 5] {
    let hem = fitting.rig.clothes.hem;
    let [right, left] = Side::BOTH.map(|side| fitting.body.sides[side].hip.x);
    [
        at(right, 500.0).sharp(),
        at(left, 500.0).sharp(),
        at(left, hem + 12.0 - fitting.body.hem_lift(Side::Left)).sharp(),
        fitting.at(0.0, hem + 22.0),
        at(right, hem + 12.0 - fitting.body.hem_lift(Side::Right)).sharp(),
    ]
}
