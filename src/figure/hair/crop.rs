//! Hair cut close to the head; gray grows in at the temple.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Spline, shape};
use crate::figure::tones::Tones;

use super::Style;
use super::combing::{Combing, Spot};
use super::mass::Volume;
use super::nape;
use super::strands::roots;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back: nape::short, front, over: None };

/// The line of a barber's clippers, squared at the temples; shaved heads keep its shadow.
pub(super) const HAIRLINE: [Spot; 13] = [
    (90.0, 26.0),
    (79.0, 22.0),
    (75.0, -6.0),
    (73.0, -26.0),
    (62.0, -50.0),
    (44.0, -54.0),
    (24.0, -68.0),
    (0.0, -66.0),
    (-24.0, -68.0),
    (-46.0, -54.0),
    (-58.0, -44.0),
    (-66.0, -26.0),
    (-73.0, -12.0),
];
const VOLUME: f64 = 3.0;

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let volume = rig.look.hair.volume.unwrap_or(VOLUME);
    let near = Volume { from: 26.0, out: [0.0, 0.6, 0.8, 1.0, 1.0, 1.0].map(|share| share * volume) };
    let away = Volume { from: -14.0, out: [0.0, 0.5, 0.8, 1.0, 1.0, 1.0].map(|share| share * volume) };
    let edge = combing.mass(combing.crown(&near, &away), &HAIRLINE, &rig.hair, 38.0, canvas);
    let l = rig.lit.sign();
    let light = [(34.0, -78.0), (4.0, -84.0), (-20.0, -88.0), (10.0, -97.0), (60.0, -88.0)];
    canvas.fill(shape(&light.map(|(a, y)| rig.over_skull(l * a, y, 3.0))), rig.hair.light, 0.55, 3.0);
    if let Some(gray) = rig.look.hair.gray {
        let temple = [(70.0, 30.0), (70.0, -14.0), (84.0, -36.0), (104.0, -24.0), (100.0, 30.0)];
        let gray = Tones::cloth(gray, rig.light).shade;
        canvas.fill(shape(&temple.map(|spot| combing.point(spot, 2.0))), gray, 0.42, 4.0);
    }
    canvas.end();
    roots(combing, &HAIRLINE, 0.75, canvas);
    edge
}
