//! Short hair with a direction: flat, swept or tousled.

use std::f64::consts::PI;

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Spline, shape};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::Style;
use super::chance::Chance;
use super::combing::{Combing, Spot, lock};
use super::mass::{Swell, Volume};
use super::nape;
use super::strands::roots;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back: nape::short, front, over: None };

const HAIRLINE: [Spot; 13] = [
    (92.0, 24.0),
    (80.0, 20.0),
    (75.0, -6.0),
    (72.0, -30.0),
    (61.0, -47.0),
    (44.0, -53.0),
    (22.0, -62.0),
    (-2.0, -64.0),
    (-26.0, -62.0),
    (-46.0, -54.0),
    (-58.0, -43.0),
    (-66.0, -25.0),
    (-74.0, -10.0),
];
const VOLUME: f64 = 12.0;
/// Height at which the mass begins on a side we see, and on one turned away.
const BEFORE_EAR: f64 = 24.0;
const AT_TEMPLE: f64 = -10.0;
/// Locks of the top, as far as they fall out of order.
const SWELL: Swell = Swell { along: [2.6, 0.4, -2.4], ease: (3.0, 12.0), strength: (0.5, 1.5) };
/// How much narrower each unit of height makes the line over the forehead.
const NARROWING: f64 = 0.004;

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let hair = &rig.look.hair;
    let (volume, tousle) = (hair.volume.unwrap_or(VOLUME), hair.tousle);
    let v = volume;
    let side = combing.near;
    let [from, far_from] = [side, side.other()].map(|side| lerp(AT_TEMPLE, BEFORE_EAR, combing.seen(side)));
    let near = Volume { from, out: [1.0, 3.0, 5.0 + v * 0.3, v * 0.9, v * 1.15, v * 1.08] };
    let away = Volume { from: far_from, out: [0.0, 2.0, 4.0 + v * 0.15, v * 0.7, v * 0.95, v] };
    let mut outline = combing.crown(&near, &away);
    if tousle > 0.0 {
        outline = SWELL.along(&outline, tousle, &mut Chance::of(rig, 1));
    }
    let edge = combing.grown_mass(outline, &hairline(combing), &rig.hair, 37.0, canvas);
    for side in Side::BOTH {
        clipped(rig, side, canvas);
    }
    locks(combing, volume, canvas);
    if let Some(gray) = hair.gray {
        gray_temples(rig, gray, canvas);
    }
    canvas.end();
    if tousle > 0.0 {
        forelocks(combing, canvas);
    }
    let line = combing.cut_hairline(&HAIRLINE.map(|spot| combing.raised(spot)));
    roots(combing, &line[..HAIRLINE.len()], 1.0, canvas);
    edge
}

/// Raised and drawn together over the forehead, uneven where the hair is tousled.
fn hairline(combing: &Combing) -> Vec<Spot> {
    let hair = &combing.rig.look.hair;
    let mut chance = Chance::of(combing.rig, 2);
    let mut place = |spot: &Spot| {
        let (azimuth, y) = combing.raised(*spot);
        let narrower = if azimuth.abs() < 62.0 { 1.0 - NARROWING * hair.up } else { 1.0 };
        (azimuth * narrower, y + chance.within(-2.0, 2.0) * hair.tousle)
    };
    combing.cut_hairline(&HAIRLINE.map(|spot| place(&spot)))
}

/// The sides, cut shorter: a darker plane.
fn clipped(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let e = side.sign();
    let plane = [(70.0, 30.0, 2.0), (70.0, -10.0, 2.0), (80.0, -36.0, 3.0), (104.0, -30.0, 3.0), (104.0, 30.0, 3.0)];
    let plane = plane.map(|(azimuth, y, lift)| rig.over_skull(e * azimuth, y, lift));
    canvas.fill(shape(&plane), rig.hair.deep, 0.5, 3.0);
}

/// Locks of the top, swept to the near side.
fn locks(combing: &Combing, volume: f64, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let mut chance = Chance::of(combing.rig, 3);
    for i in 0..10 {
        let t = f64::from(i) / 9.0;
        let (a, y) = (-50.0 + 104.0 * t, -55.0 - 9.0 * (PI * t).sin() - volume * 0.1);
        let stray = chance.within(-2.0, 2.0) * combing.rig.look.hair.tousle;
        let broad = [(a, y + 3.0), (a + 4.0 + stray, y - 12.0), (a + 16.0, y - 25.0 - stray), (a + 38.0, y - 33.0)];
        let (color, opacity) = if i % 2 == 1 { (tones.light, 0.42) } else { (tones.deep, 0.6) };
        canvas.fill(combing.lock(&broad, &[1.0, 6.0, 7.0, 0.6], volume * 0.6), color, opacity, 0.8);
        let fine = [(a + 3.0, y + 1.0), (a + 9.0, y - 13.0), (a + 22.0 + stray, y - 25.0), (a + 42.0, y - 31.0)];
        canvas.fill(combing.lock(&fine, &[0.3, 1.2, 1.3, 0.3], volume * 0.7), tones.light, 0.5, 0.2);
    }
}

fn gray_temples(rig: &Rig, gray: Color, canvas: &mut Canvas) {
    let color = mix(rig.hair.light, Tones::cloth(gray, rig.light).base, 0.55);
    for side in Side::BOTH {
        for i in 0..6 {
            let step = f64::from(i);
            let line = [
                (73.0 + 2.6 * step, -26.0 + 7.5 * step),
                (80.0 + 2.6 * step, -23.0 + 7.5 * step),
                (92.0 + 2.0 * step, -12.0 + 6.0 * step),
            ];
            let width = 1.3 + f64::from(i % 3) * 0.6;
            canvas.fill(lock(rig, side, &line, &[0.3, width, 0.3], 3.0), color, 0.6, 0.5);
        }
    }
}

/// Locks that fall on the forehead.
fn forelocks(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let locks = [(32.0, -56.0, 7.0, 6.0), (16.0, -62.0, 10.0, 7.0), (-6.0, -62.0, 6.0, 6.0), (-26.0, -60.0, 8.0, 6.0)];
    for (a, y, length, width) in locks {
        let line = [(a - 9.0, y - 9.0), (a, y - 1.0), (a + 7.0, y + length * 0.5), (a + 13.0, y + length)];
        let color = if combing.lightward(a) > -20.0 { tones.base } else { tones.shade };
        canvas.flat(combing.lock(&line, &[width * 0.7, width, width * 0.6, 0.2], 4.0), color);
    }
}
