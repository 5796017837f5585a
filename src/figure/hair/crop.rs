//! Hair cut close to the head; gray grows in at the temple.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Spline, shape};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
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
/// Height at which short hair begins on a side we see, and on one turned away.
pub(super) const BEFORE_EAR: f64 = 26.0;
pub(super) const AT_TEMPLE: f64 = -14.0;

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let Combing { rig, near, .. } = *combing;
    let hairline = combing.cut_hairline(&HAIRLINE);
    let volume = rig.look.hair.volume.unwrap_or(VOLUME);
    let [from, far_from] = [near, near.other()].map(|side| lerp(AT_TEMPLE, BEFORE_EAR, combing.seen(side)));
    let near = Volume { from, out: [0.0, 0.6, 0.8, 1.0, 1.0, 1.0].map(|share| share * volume) };
    let away = Volume { from: far_from, out: [0.0, 0.5, 0.8, 1.0, 1.0, 1.0].map(|share| share * volume) };
    let edge = combing.grown_mass(combing.crown(&near, &away), &hairline, &rig.hair, 38.0, canvas);
    let l = rig.lit.sign();
    let light = [(34.0, -78.0), (4.0, -84.0), (-20.0, -88.0), (10.0, -97.0), (60.0, -88.0)];
    canvas.fill(shape(&light.map(|(a, y)| rig.over_skull(l * a, y, 3.0))), rig.hair.light, 0.55, 3.0);
    if let Some(gray) = rig.look.hair.gray {
        let temple = [(70.0, 30.0), (70.0, -14.0), (84.0, -36.0), (104.0, -24.0), (100.0, 30.0)];
        let gray = Tones::cloth(gray, rig.light).shade;
        for side in Side::BOTH {
            let temple = temple.map(|(azimuth, y)| rig.over_skull(side.sign() * azimuth, y, 2.0));
            canvas.fill(shape(&temple), gray, 0.42 * combing.seen(side), 4.0);
        }
    }
    canvas.end();
    roots(combing, &hairline[..HAIRLINE.len()], 0.75, canvas);
    edge
}
