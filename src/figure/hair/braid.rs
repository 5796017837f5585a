//! Hair drawn back over the ears into one thick braid that hangs over the near shoulder.

use crate::cast::Color;
use crate::figure::body::Body;
use crate::figure::canvas::Canvas;
use crate::figure::clothes::Torso;
use crate::figure::curve::{Point, Spline, at, shape, taper};
use crate::figure::math::lerp;
use crate::figure::profile;

use super::Style;
use super::combing::{Combing, Spot};
use super::mass::Volume;
use super::nape::Nape;
use super::rope::Rope;
use super::strands::{broad, roots, tuft};

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: Some(over) };

const HAIRLINE: [Spot; 12] = [
    (104.0, 36.0),
    (96.0, 22.0),
    (84.0, 4.0),
    (74.0, -20.0),
    (60.0, -42.0),
    (40.0, -56.0),
    (16.0, -64.0),
    (-8.0, -69.0),
    (-28.0, -62.0),
    (-48.0, -46.0),
    (-63.0, -24.0),
    (-74.0, 2.0),
];
const NAPE: Nape = Nape {
    contour: [(-40.0, 7.0), (6.0, 7.0), (30.0, 5.0)],
    lobe: [(1.0, 0.0), (-6.0, 30.0)],
    inside: &[[26.0, 84.0, -62.0], [0.0, 60.0, -50.0], [0.0, 0.0, -40.0]],
};
/// Where the mass begins at the temple of the side turned away, and behind the ear of the side we see.
const AT_TEMPLE: f64 = 10.0;
const BEHIND_EAR: f64 = 36.0;
const LOBES: usize = 20;
const WIDTHS: [f64; 6] = [20.0, 25.0, 28.0, 25.0, 19.0, 12.0];
/// Of what ties it, where the person's file names none.
const TIE: Color = Color::hex(0x7d5a6a);

fn back(combing: &Combing, canvas: &mut Canvas) {
    canvas.flat(NAPE.path(combing.rig, combing.near), combing.rig.hair.deep);
}

/// The mass drawn back over the ears.
pub(super) fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let near = Volume { from: lerp(BEHIND_EAR, AT_TEMPLE, combing.turned), out: [3.0, 7.0, 10.0, 12.0, 14.0, 14.0] };
    let away = Volume { from: lerp(AT_TEMPLE, BEHIND_EAR, combing.turned), out: [1.0, 5.0, 8.0, 10.0, 12.0, 13.0] };
    let hairline = combing.drawn_back_hairline(&HAIRLINE);
    let edge = combing.grown_mass(combing.crown(&near, &away), &hairline, &rig.hair, 37.0, canvas);
    planes(combing, canvas);
    canvas.end();
    loose_strands(combing, canvas);
    roots(combing, &hairline, 1.0, canvas);
    edge
}

/// Broad planes along the combing, and fine strands over them.
fn planes(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let (light, deep) = (tones.light, tones.deep);
    let near = [
        (0.06, 8.0, light, 0.40),
        (0.20, 5.0, deep, 0.45),
        (0.36, 11.0, light, 0.42),
        (0.54, 6.0, deep, 0.45),
        (0.70, 9.0, light, 0.36),
        (0.88, 5.0, deep, 0.40),
    ];
    let away = [(0.12, 6.0, light, 0.38), (0.38, 4.0, deep, 0.40), (0.62, 7.0, light, 0.34), (0.86, 3.0, deep, 0.40)];
    broad(
        combing,
        &near,
        |width| [0.8, width * 0.8, width, width * 0.8, 2.0],
        &away,
        |width| [0.5, width, 0.8],
        canvas,
    );
    for (i, share) in [0.03, 0.14, 0.28, 0.45, 0.52, 0.66, 0.82, 0.95].into_iter().enumerate() {
        let color = if i % 2 == 1 { light } else { deep };
        canvas.fill(combing.lock(&combing.drawn_back(share), &[0.2, 1.1, 1.3, 1.0, 0.3], 3.0), color, 0.6, 0.0);
    }
}

/// What has come loose at the temples and along the outline.
fn loose_strands(combing: &Combing, canvas: &mut Canvas) {
    let base = combing.rig.hair.base;
    let before_ear = [(70.0, -32.0), (73.0, -10.0), (80.0, 8.0), (78.0, 24.0)];
    let temple = [(60.0, -44.0), (68.0, -22.0), (74.0, -2.0)];
    let away = [(-62.0, -30.0), (-72.0, -8.0), (-73.0, 14.0), (-69.0, 30.0)];
    let strands = [
        combing.lock(&before_ear, &[0.4, 1.6, 1.2, 0.2], 4.0),
        combing.lock(&temple, &[1.5, 1.1, 0.2], 4.0),
        combing.lock(&away, &[0.4, 1.6, 1.2, 0.2], 4.0),
    ];
    for strand in strands {
        canvas.fill(strand, base, 0.9, 0.0);
    }
    for (y, length) in [(-84.0, 16.0), (-66.0, 14.0), (-44.0, 12.0)] {
        let line = [(y, 11.0), (y + length * 0.5, 15.5), (y + length, 15.0)];
        canvas.fill(tuft(combing.rig, combing.near, line, &[1.4, 1.1, 0.2]), base, 0.9, 0.0);
    }
}

/// The braid itself, over the shoulder.
fn over(combing: &Combing, body: &Body, torso: &Torso, canvas: &mut Canvas) {
    let Combing { rig, near, .. } = *combing;
    let line = line(combing, body);
    let shadow = line.map(|p| p.moved(-6.0 * rig.lit.sign(), 8.0));
    canvas.clip(&torso.path);
    canvas.fill(taper(&shadow, &[20.0, 24.0, 28.0, 26.0, 20.0, 13.0]), torso.cloth.deep, 0.6, 3.0);
    canvas.end();
    Rope { rig, line: &line, widths: &WIDTHS, lit: near == rig.lit }.thick(LOBES, canvas);
    end(combing, line[5], canvas);
}

fn line(combing: &Combing, body: &Body) -> [Point; 6] {
    let (n, neck) = (combing.near.sign(), body.neck);
    let root = profile::behind(combing.rig, combing.near, 52.0, 2.0);
    let swung = |y: f64| combing.rig.swing() * (y - 130.0).max(0.0) / 100.0;
    let on_chest = |out: f64, y: f64| at(body.front(n * (neck + out), y) + swung(y), y);
    [
        root.moved(-n * 6.0, -6.0),
        at(root.x + n * 4.0, 104.0),
        on_chest(22.0, 146.0),
        on_chest(22.0, 214.0),
        on_chest(8.0, 282.0),
        on_chest(10.0, 330.0),
    ]
}

/// What ties it, and the loose ends below.
fn end(combing: &Combing, p: Point, canvas: &mut Canvas) {
    let rig = combing.rig;
    let tie = [(-6.0, -5.0), (6.0, -5.0), (6.0, 3.0), (-6.0, 3.0)].map(|(dx, dy)| p.moved(dx, dy).sharp());
    canvas.flat(shape(&tie), rig.look.hair.tie.unwrap_or(TIE));
    for (dx, length) in [(-7.0, 30.0), (-2.0, 38.0), (4.0, 34.0), (8.0, 26.0)] {
        let lock = [p.moved(dx * 0.4, 2.0), p.moved(dx * 0.8, length * 0.55), p.moved(dx * 0.7, length)];
        let color = if dx * rig.lit.sign() > 0.0 { rig.hair.base } else { rig.hair.shade };
        canvas.flat(taper(&lock, &[4.0, 5.0, 0.3]), color);
    }
}
