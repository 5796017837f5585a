//! Hair combed back hard over the ears into a small low knot.

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Point, Spline, shape, taper};
use crate::figure::math::lerp;

use super::Style;
use super::combing::{Combing, Spot};
use super::mass::Volume;
use super::nape::Nape;
use super::strands::{broad, roots, tuft};

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: None };

const HAIRLINE: [Spot; 12] = [
    (104.0, 34.0),
    (96.0, 20.0),
    (85.0, 0.0),
    (74.0, -24.0),
    (58.0, -46.0),
    (34.0, -60.0),
    (10.0, -66.0),
    (-8.0, -70.0),
    (-28.0, -62.0),
    (-48.0, -47.0),
    (-61.0, -28.0),
    (-70.0, -10.0),
];
const NAPE: Nape = Nape {
    contour: [(-30.0, 4.0), (2.0, 4.0), (28.0, 3.0)],
    lobe: [(0.0, 0.0), (-12.0, 22.0)],
    inside: &[[20.0, 74.0, -60.0], [0.0, 0.0, -40.0]],
};
/// The knot's outline, from its middle in radii: outwards and down.
const KNOT: [(f64, f64); 6] = [(1.0, -0.2), (0.7, 0.75), (-0.2, 0.9), (-1.0, 0.0), (-0.2, -0.95), (0.7, -0.8)];
const KNOT_RADIUS: f64 = 20.0;
/// How far below the eyes the mass begins at the temple of the side turned away, and behind the ear of the side we see.
const AT_TEMPLE: f64 = -6.0;
const BEHIND_EAR: f64 = 32.0;

fn back(combing: &Combing, canvas: &mut Canvas) {
    let Combing { rig, near, turned } = *combing;
    if turned > 0.02 {
        canvas.flat(NAPE.grown(turned).path(rig, near.other()), rig.hair.deep);
    }
    canvas.flat(NAPE.path(rig, near), rig.hair.deep);
    knot(combing, canvas);
}

/// A small hard knot, with turns of hair across it.
fn knot(combing: &Combing, canvas: &mut Canvas) {
    let (tones, n) = (&combing.rig.hair, combing.near.sign());
    let behind = lerp(-92.0, -70.0, combing.rig.profile);
    let middle = combing.rig.project(n * 34.0, 38.0, behind).moved(n * 2.0, 0.0);
    let point = |(out, down): (f64, f64)| middle.moved(n * KNOT_RADIUS * out, KNOT_RADIUS * down);
    let outline = shape(&KNOT.map(point));
    canvas.flat(outline.clone(), tones.shade);
    canvas.clip(&outline);
    for down in [-0.4, 0.1, 0.5] {
        let line: [Point; 3] = [(-1.0, down * 0.6), (0.0, down - 0.15), (1.0, down * 0.7)].map(point);
        let color = if down < 0.0 { tones.base } else { tones.deep };
        canvas.fill(taper(&line, &[0.4, 3.0, 0.4]), color, 0.8, 0.4);
    }
    canvas.end();
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let near = Volume { from: lerp(BEHIND_EAR, AT_TEMPLE, combing.turned), out: [2.0, 4.0, 6.0, 9.0, 11.0, 11.0] };
    let away = Volume { from: lerp(AT_TEMPLE, BEHIND_EAR, combing.turned), out: [0.0, 2.5, 5.0, 7.0, 9.0, 10.0] };
    let hairline = combing.drawn_back_hairline(&HAIRLINE);
    let edge = combing.grown_mass(combing.crown(&near, &away), &hairline, &combing.rig.hair, 38.0, canvas);
    planes(combing, canvas);
    canvas.end();
    loose_strands(combing, canvas);
    roots(combing, &hairline, 1.0, canvas);
    edge
}

/// Broad planes and fine strands along the combing, and the part.
fn planes(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let (light, deep) = (tones.light, tones.deep);
    let near = [
        (0.08, 8.0, light, 0.40),
        (0.22, 5.0, deep, 0.50),
        (0.40, 11.0, light, 0.42),
        (0.58, 6.0, deep, 0.55),
        (0.76, 8.0, light, 0.34),
        (0.92, 5.0, deep, 0.50),
    ];
    let away = [(0.12, 6.0, light, 0.38), (0.36, 4.0, deep, 0.50), (0.60, 7.0, light, 0.34), (0.84, 3.0, deep, 0.50)];
    broad(
        combing,
        &near,
        |width| [0.6, width * 0.8, width, width * 0.8, 2.0],
        &away,
        |width| [0.5, width, 0.8],
        canvas,
    );
    let part = combing.lock(&[(-8.0, -70.0), (-9.5, -80.0), (-11.0, -92.0)], &[2.0, 1.5, 0.3], 3.0);
    canvas.fill(part, mix(combing.rig.skin.shade, tones.base, 0.35), 0.9, 0.3);
    for (i, share) in [0.04, 0.15, 0.30, 0.47, 0.52, 0.66, 0.84].into_iter().enumerate() {
        let color = if i % 2 == 1 { light } else { deep };
        canvas.fill(combing.lock(&combing.drawn_back(share), &[0.2, 1.0, 1.2, 1.0, 0.3], 3.0), color, 0.6, 0.0);
    }
}

/// What no comb holds: single hairs at the temples, and three that leave the outline.
fn loose_strands(combing: &Combing, canvas: &mut Canvas) {
    let base = combing.rig.hair.base;
    let strands = [
        [(69.0, -32.0), (70.0, -12.0), (75.0, 8.0), (73.0, 22.0)],
        [(73.0, -22.0), (77.0, -6.0), (82.0, 6.0), (82.0, 16.0)],
        [(-63.0, -28.0), (-71.0, -8.0), (-71.0, 10.0), (-67.0, 22.0)],
    ];
    for line in strands {
        canvas.fill(combing.lock(&line, &[0.4, 1.5, 1.1, 0.2], 3.0), base, 0.92, 0.0);
    }
    for (y, length, volume) in [(-90.0, 15.0, 10.0), (-66.0, 14.0, 9.0), (-42.0, 13.0, 7.0)] {
        let line = [(y, volume), (y + length * 0.5, volume + 4.0), (y + length, volume + 3.4)];
        canvas.fill(tuft(combing.rig, combing.near, line, &[1.4, 1.1, 0.2]), base, 0.9, 0.0);
    }
}
