//! Thick short hair swept up and over in waves, with locks on the forehead and pointed sideburns.

use std::f64::consts::PI;

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, Spline, open};
use crate::figure::expression::Side;
use crate::figure::math::smoothstep;

use super::Style;
use super::chance::Chance;
use super::combing::{Combing, Spot, lock};
use super::mass::{Volume, pushed_out};
use super::nape::Nape;
use super::strands::tuft;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: None };

const HAIRLINE: [Spot; 12] = [
    (86.0, 10.0),
    (74.0, 4.0),
    (74.0, -22.0),
    (60.0, -46.0),
    (40.0, -57.0),
    (16.0, -63.0),
    (-8.0, -62.0),
    (-32.0, -58.0),
    (-50.0, -46.0),
    (-62.0, -22.0),
    (-68.0, 2.0),
    (-78.0, 4.0),
];
const NAPE: Nape = Nape {
    contour: [(-40.0, 5.0), (-5.0, 5.0), (24.0, 1.0)],
    lobe: [(0.0, 0.0), (-10.0, 26.0)],
    inside: &[[16.0, 74.0, -60.0], [0.0, 0.0, -40.0]],
};
const NEAR_VOLUME: Volume = Volume { from: 12.0, out: [4.0, 7.0, 14.0, 24.0, 29.0, 26.0] };
const FAR_VOLUME: Volume = Volume { from: 2.0, out: [2.0, 5.0, 11.0, 20.0, 25.0, 24.0] };
/// How far the outline swells out and falls back along one lock.
const SWELL: [f64; 3] = [3.0, 0.2, -2.6];

fn back(combing: &Combing, canvas: &mut Canvas) {
    canvas.flat(NAPE.path(combing.rig, combing.near), combing.rig.hair.deep);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let outline = swelling(combing, &combing.crown(&NEAR_VOLUME, &FAR_VOLUME));
    let edge = combing.grown_mass(outline, &HAIRLINE, &combing.rig.hair, 36.0, canvas);
    waves(combing, canvas);
    temples(combing, canvas);
    canvas.end();
    forelocks(combing, canvas);
    for side in Side::BOTH {
        ends(combing, side, canvas);
    }
    edge
}

/// Each lock of the top is one swell of the outline.
fn swelling(combing: &Combing, crown: &[Point]) -> Vec<Point> {
    let line = open(crown).flatten(3);
    let last = line.len() - 1;
    let mut chance = Chance::of(combing.rig, 1);
    pushed_out(&line, |i| {
        // One step is left out twice, or the locks would lie as even as tiles.
        let step = i + usize::from(i > 9) + usize::from(i > 17);
        SWELL[step % 3] * smoothstep(2.0, 9.0, i.min(last - i) as f64) * chance.within(0.35, 1.6)
    })
}

/// Locks swept up and over to the near side, each an S.
fn waves(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    for i in 0..8 {
        let share = f64::from(i) / 7.0;
        let (a, y) = (50.0 - 104.0 * share, -54.0 - 10.0 * (PI * share).sin());
        let broad =
            [(a, y + 3.0), (a - 7.0, y - 13.0), (a + 6.0, y - 27.0), (a + 30.0, y - 38.0), (a + 58.0, y - 36.0)];
        let (color, opacity) = if i % 2 == 1 { (tones.light, 0.42) } else { (tones.deep, 0.70) };
        canvas.fill(combing.lock(&broad, &[1.0, 8.0, 10.0, 7.0, 1.0], 10.0), color, opacity, 0.8);
        let fine = [(a + 4.0, y + 1.0), (a - 2.0, y - 14.0), (a + 11.0, y - 27.0), (a + 34.0, y - 35.0)];
        canvas.fill(combing.lock(&fine, &[0.3, 1.5, 1.5, 0.3], 11.0), tones.light, 0.55, 0.2);
    }
}

fn temples(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    for side in Side::BOTH {
        for y in [-30.0, -16.0, -3.0] {
            let line = [(66.0, y + 3.0), (77.0, y - 2.0), (92.0, y + 2.0)];
            canvas.fill(lock(rig, side, &line, &[0.3, 3.5, 0.4], 3.0), rig.hair.deep, 0.5, 1.0);
        }
    }
}

/// Locks that fall on the forehead.
fn forelocks(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let locks = [(34.0, -58.0, 9.0, 7.0), (18.0, -62.0, 13.0, 8.5), (-2.0, -62.0, 10.0, 8.0), (-22.0, -60.0, 8.0, 7.0)];
    for (a, y, length, width) in locks {
        let line = [(a - 9.0, y - 8.0), (a, y + 1.0), (a + 5.0, y + length * 0.6), (a + 14.0, y + length)];
        let color = if combing.lightward(a) > -20.0 { tones.base } else { tones.shade };
        canvas.flat(combing.lock(&line, &[width * 0.7, width, width * 0.62, 0.2], 4.0), color);
    }
}

/// A sideburn's azimuth, its top, its tip and its width.
type Sideburn = (f64, f64, f64, f64);
const NEAR_SIDEBURNS: [Sideburn; 3] = [(76.0, -14.0, 24.0, 6.0), (82.0, -10.0, 30.0, 6.5), (88.0, -6.0, 22.0, 5.0)];
const FAR_SIDEBURNS: [Sideburn; 2] = [(72.0, -16.0, 10.0, 4.5), (77.0, -12.0, 14.0, 4.0)];
/// The root's height, length and volume of a lock that leaves the outline.
type Tip = (f64, f64, f64);
const NEAR_TIPS: [Tip; 4] = [(-78.0, 15.0, 26.0), (-52.0, 15.0, 19.0), (-26.0, 14.0, 11.0), (-6.0, 15.0, 7.0)];
const FAR_TIPS: [Tip; 3] = [(-70.0, 13.0, 23.0), (-40.0, 12.0, 12.0), (-16.0, 13.0, 6.0)];

/// Sideburns run out in points, temple and nape in single locks.
fn ends(combing: &Combing, side: Side, canvas: &mut Canvas) {
    let rig = combing.rig;
    let color = if side == rig.lit { rig.hair.base } else { rig.hair.shade };
    let near = side == combing.near;
    let sideburns: &[Sideburn] = if near { &NEAR_SIDEBURNS } else { &FAR_SIDEBURNS };
    for &(azimuth, top, tip, width) in sideburns {
        let line = [(azimuth, top), (azimuth + 0.6, f64::midpoint(top, tip)), (azimuth - 2.0, tip)];
        canvas.flat(lock(rig, side, &line, &[width, width * 0.8, 0.2], 2.0), color);
    }
    let tips: &[Tip] = if near { &NEAR_TIPS } else { &FAR_TIPS };
    for &(y, length, volume) in tips {
        let line = [(y, volume * 0.62), (y + length * 0.55, volume * 0.78), (y + length, volume * 0.92)];
        canvas.flat(tuft(rig, side, line, &[5.0, 4.0, 0.2]), color);
    }
}
