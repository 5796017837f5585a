//! Long hair parted beside the middle, falling over the temples and both shoulders.

use crate::figure::body::Body;
use crate::figure::canvas::Canvas;
use crate::figure::clothes::Torso;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, Spline, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::rig::Rig;

use super::Style;
use super::combing::{Combing, Spot};
use super::curtain::{self, Curtain, Fall};
use super::mass::hanging;
use super::strands::roots;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: Some(over) };

const HAIRLINE: [Spot; 13] = [
    (98.0, 74.0),
    (86.0, 42.0),
    (77.0, 6.0),
    (68.0, -26.0),
    (50.0, -52.0),
    (24.0, -67.0),
    (-6.0, -75.0),
    (-30.0, -66.0),
    (-50.0, -48.0),
    (-63.0, -22.0),
    (-70.0, 8.0),
    (-72.0, 40.0),
    (-66.0, 72.0),
];
const VOLUME: f64 = 14.0;
/// Heights of the outer edge from below upwards, and the share of the volume there.
const EDGE: [(f64, f64); 8] =
    [(78.0, 0.9), (44.0, 1.1), (10.0, 1.0), (-22.0, 0.9), (-48.0, 0.95), (-70.0, 1.0), (-88.0, 1.0), (-97.0, 1.0)];
const FALL: Fall = Fall {
    outer: [(24.0, 7.5), (62.0, 15.0)],
    inner: [(30.0, -8.0), (64.0, -6.0)],
    jaw: (10.0, 16.0, 112.0, 42.0),
    spread: 0.0,
};
/// The part's azimuth.
const PART: f64 = -6.0;

fn back(combing: &Combing, canvas: &mut Canvas) {
    curtain::behind(combing.rig, 15.0, 215.0, canvas);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let outline = hanging(rig, &EDGE, rig.look.hair.volume.unwrap_or(VOLUME));
    let edge = combing.mass(outline, &HAIRLINE, &rig.hair, 38.0, canvas);
    for side in [1.0, -1.0] {
        planes(combing, side, canvas);
    }
    let part = combing.lock(&[(PART, -74.0), (-7.4, -84.0), (-8.0, -95.0)], &[2.2, 1.7, 0.3], 3.0);
    canvas.fill(part, mix(rig.skin.shade, rig.hair.base, 0.3), 0.9, 0.3);
    canvas.end();
    let loose = [(-64.0, -34.0), (-72.0, -6.0), (-75.0, 20.0), (-70.0, 52.0)];
    canvas.fill(combing.lock(&loose, &[0.5, 2.2, 1.8, 0.2], 5.0), rig.hair.base, 0.95, 0.0);
    roots(combing, &HAIRLINE, 1.0, canvas);
    Side::BOTH.into_iter().for_each(|side| past_jaw(combing, side, canvas));
    edge
}

/// Planes and strands of one side, 1 for the side it is combed to and -1 for the other.
fn planes(combing: &Combing, side: f64, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let (light, deep) = (tones.light, tones.deep);
    let planes = [
        (0.02, 6.0, deep, 0.50),
        (0.22, 9.0, light, 0.36),
        (0.42, 6.0, deep, 0.55),
        (0.60, 10.0, light, 0.34),
        (0.80, 7.0, deep, 0.50),
        (0.96, 7.0, light, 0.28),
    ];
    for (share, w, color, opacity) in planes {
        let (from, to) = (-76.0 - 14.0 * share, 72.0 + 34.0 * share);
        let lock = falling(combing, side, from, to, share, &[0.6, w * 0.8, w, w, w, 3.0]);
        canvas.fill(lock, color, opacity, 0.8);
    }
    for i in 0..5 {
        let share = 0.1 + 0.19 * f64::from(i);
        let (from, to) = (-77.0 - 13.0 * share, 73.0 + 33.0 * share);
        let strand = falling(combing, side, from, to, share, &[0.2, 1.1, 1.3, 1.3, 1.1, 0.3]);
        canvas.fill(strand, if i % 2 == 1 { light } else { deep }, 0.6, 0.2);
    }
}

/// From the part over the temple and down.
fn falling(combing: &Combing, side: f64, from: f64, to: f64, share: f64, widths: &[f64]) -> Path {
    let (start, end, low) = (PART + side * 3.0, side * to, 1.0 - share);
    let line = [
        (start, from),
        (lerp(start, end, 0.55), from - 8.0 + 12.0 * low),
        (end * 0.94, -34.0 + 20.0 * low),
        (end, 10.0),
        (end * 0.98, 50.0),
        (end * 0.93, 84.0),
    ];
    combing.lock(&line, widths, 5.0)
}

/// Heights that the locks past the jaw run through, and the azimuths of the foremost of them there.
const PAST_JAW: [f64; 3] = [24.0, 54.0, 75.0];
const NEAR_FACE: [f64; 3] = [84.0, 90.0, 97.0];
const AWAY_FACE: [f64; 3] = [74.0, 71.0, 65.0];

/// Locks that lead from the mass past the jaw to what hangs below: without them the mass would end in a cut.
fn past_jaw(combing: &Combing, side: Side, canvas: &mut Canvas) {
    let Combing { rig, near, .. } = *combing;
    let (e, tones) = (side.sign(), &rig.hair);
    if rig.far(side) && rig.profile > 0.5 {
        return;
    }
    let along_face = if side == near { NEAR_FACE } else { AWAY_FACE };
    let (color, line) = if side == rig.lit { (tones.base, tones.light) } else { (tones.shade, tones.base) };
    let jaw = rig.smooth_edge(side, 80.0, 4.0);
    for i in 0..6 {
        let inward = f64::from(i) / 5.0;
        let skull = |k: usize| rig.over_skull(e * lerp(104.0, along_face[k], inward), PAST_JAW[k], 7.0);
        let end = Point { x: jaw.x + e * lerp(11.0, -9.0, inward), y: jaw.y + lerp(40.0, 26.0, inward), corner: false };
        let points = [skull(0), skull(1), skull(2), end];
        canvas.flat(taper(&points, &[0.6, 7.5, 8.5, 0.4]), color);
        let strand = if i % 2 == 0 { tones.deep } else { line };
        canvas.fill(taper(&points.map(|p| p.moved(e, 0.0)), &[0.3, 1.3, 1.3, 0.3]), strand, 0.6, 0.2);
    }
}

fn over(combing: &Combing, body: &Body, torso: &Torso, canvas: &mut Canvas) {
    let rig = combing.rig;
    curtain::both(combing, body, torso, &FALL, canvas, |curtain, side, canvas| {
        let color = if side == rig.lit { rig.hair.base } else { rig.hair.shade };
        let [outer, inner] = [curtain.outer[5], curtain.inner[5]];
        let tip = Point { x: f64::midpoint(outer.x, inner.x), y: outer.y + 12.0, corner: true };
        let outline = shape(&curtain.outline(Some(tip)));
        canvas.flat(outline.clone(), color);
        canvas.clip(&outline);
        hanging_planes(rig, curtain, side, canvas);
        canvas.end();
        for (share, dx, dy) in [(0.2, -4.0, 16.0), (0.62, 5.0, 20.0), (0.85, -3.0, 12.0)] {
            let [.., before, end] = curtain.line(share);
            canvas.flat(taper(&[before, end.moved(dx * 0.3, 0.0), end.moved(dx, dy)], &[1.0, 3.4, 0.2]), color);
        }
        let apart = [0.0, 3.0, 5.0, 5.5].iter().zip(&curtain.outer[1..5]);
        let beside: Vec<_> = apart.map(|(out, p)| p.moved(side.sign() * out, 0.0)).collect();
        canvas.fill(taper(&beside, &[0.5, 1.6, 1.4, 0.2]), color, 0.9, 0.0);
    });
}

fn hanging_planes(rig: &Rig, curtain: &Curtain, side: Side, canvas: &mut Canvas) {
    let tones = &rig.hair;
    let light = if side == rig.lit { tones.light } else { tones.base };
    let planes = [
        (0.04, 7.0, tones.deep, 0.60),
        (0.25, 9.0, light, 0.34),
        (0.46, 7.0, tones.deep, 0.50),
        (0.68, 10.0, light, 0.30),
        (0.92, 8.0, tones.deep, 0.60),
    ];
    for (share, w, color, opacity) in planes {
        canvas.fill(taper(&curtain.line(share), &[w * 0.8, w, w, w, w * 0.8, 1.0]), color, opacity, 0.8);
    }
    for i in 0..5 {
        let strand = taper(&curtain.line(0.12 + 0.19 * f64::from(i)), &[0.4, 1.2, 1.3, 1.2, 1.1, 0.3]);
        canvas.fill(strand, if i % 2 == 1 { tones.light } else { tones.deep }, 0.6, 0.2);
    }
}
