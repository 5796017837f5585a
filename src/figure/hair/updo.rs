//! Long hair drawn back over the ears to a low knot; gray grows in at the temples and beside the part.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Spline, taper};
use crate::figure::math::lerp;
use crate::figure::tones::Tones;

use super::Style;
use super::combing::{Combing, Spot};
use super::knot::Knot;
use super::mass::Volume;
use super::nape::Nape;
use super::strands::{broad, roots, tuft};

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: None };

const HAIRLINE: [Spot; 12] = [
    (104.0, 36.0),
    (96.0, 22.0),
    (84.0, 4.0),
    (74.0, -20.0),
    (60.0, -43.0),
    (40.0, -57.0),
    (16.0, -66.0),
    (-8.0, -72.0),
    (-28.0, -64.0),
    (-48.0, -47.0),
    (-63.0, -24.0),
    (-74.0, 2.0),
];
const NAPE: Nape = Nape {
    contour: [(-40.0, 9.0), (6.0, 9.0), (30.0, 6.0)],
    lobe: [(1.0, 0.0), (-8.0, 26.0)],
    inside: &[[26.0, 78.0, -62.0], [0.0, 60.0, -50.0], [0.0, 0.0, -40.0]],
};
/// Of the side turned away.
const FAR_NAPE: Nape = Nape {
    contour: [(-40.0, 5.0), (4.0, 6.0), (30.0, 5.0)],
    lobe: [(0.0, 0.0), (-9.0, 25.0)],
    inside: &[[22.0, 78.0, -60.0], [0.0, 60.0, -50.0], [0.0, 0.0, -40.0]],
};
/// How far below the eyes the mass begins at the temple of the side turned away, and behind the ear of the side we see.
const AT_TEMPLE: f64 = 10.0;
const BEHIND_EAR: f64 = 34.0;

fn back(combing: &Combing, canvas: &mut Canvas) {
    let Combing { rig, near, turned } = *combing;
    let (n, deep) = (near.sign(), rig.hair.deep);
    if turned > 0.3 {
        canvas.flat(FAR_NAPE.path(rig, near.other()), deep);
    }
    canvas.flat(NAPE.path(rig, near), deep);
    let knot = Knot {
        middle: rig.project(n * 34.0, 44.0, lerp(-98.0, -66.0, rig.profile)).moved(n * 6.0, 0.0),
        radius: 31.0,
        near,
    };
    knot.draw(&rig.hair, canvas);
    for (inward, length) in [(0.0, 20.0), (7.0, 14.0)] {
        let root = rig.project(n * (34.0 - inward), 74.0, -40.0);
        let wisp = [root, root.moved(n * 3.0, length * 0.5), root.moved(n * -2.0, length)];
        canvas.fill(taper(&wisp, &[2.0, 1.3, 0.2]), deep, 0.9, 0.0);
    }
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let near = Volume { from: lerp(BEHIND_EAR, AT_TEMPLE, combing.turned), out: [3.0, 9.0, 13.0, 17.0, 20.0, 20.0] };
    let away = Volume { from: lerp(AT_TEMPLE, BEHIND_EAR, combing.turned), out: [1.0, 6.0, 11.0, 14.0, 17.0, 19.0] };
    let hairline = combing.drawn_back_hairline(&HAIRLINE);
    let edge = combing.grown_mass(combing.crown(&near, &away), &hairline, &rig.hair, 36.0, canvas);
    planes(combing, canvas);
    if let Some(gray) = rig.look.hair.gray {
        gray_locks(combing, Grays::of(&rig.hair, &Tones::cloth(gray, rig.light)), canvas);
    }
    fine_strands(combing, canvas);
    canvas.end();
    loose_strands(combing, canvas);
    roots(combing, &hairline, 1.0, canvas);
    edge
}

/// Broad light and dark planes along the combing, and the part.
fn planes(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let (light, deep) = (tones.light, tones.deep);
    let near = [
        (0.10, 10.0, light, 0.40),
        (0.24, 7.0, deep, 0.60),
        (0.42, 14.0, light, 0.42),
        (0.60, 7.0, deep, 0.60),
        (0.74, 10.0, light, 0.34),
        (0.90, 6.0, deep, 0.55),
    ];
    let away = [(0.10, 7.0, light, 0.38), (0.30, 4.0, deep, 0.55), (0.52, 8.0, light, 0.34), (0.80, 4.0, deep, 0.55)];
    broad(
        combing,
        &near,
        |width| [1.0, width * 0.8, width, width * 0.9, 2.0],
        &away,
        |width| [0.6, width * 0.8, 0.6],
        canvas,
    );
    let part = combing.lock(&[(-8.0, -70.0), (-9.5, -80.0), (-11.0, -92.0)], &[2.4, 1.8, 0.3], 3.0);
    canvas.fill(part, mix(combing.rig.skin.shade, tones.base, 0.3), 0.9, 0.3);
}

/// Locks that are all gray, and locks that are turning.
struct Grays {
    full: Color,
    half: Color,
}

impl Grays {
    fn of(hair: &Tones, gray: &Tones) -> Self {
        Self { full: mix(hair.light, gray.base, 0.70), half: mix(hair.base, gray.base, 0.46) }
    }
}

fn gray_locks(combing: &Combing, Grays { full, half }: Grays, canvas: &mut Canvas) {
    let near = [
        (0.06, 3.4, full),
        (0.13, 2.2, half),
        (0.55, 2.2, half),
        (0.70, 4.6, half),
        (0.76, 2.6, full),
        (0.84, 4.2, full),
        (0.93, 3.2, half),
        (0.98, 2.2, full),
    ];
    for (share, width, color) in near {
        let mut line = combing.drawn_back(share);
        line[0].1 += 1.0;
        let lock = combing.lock(&line, &[width * 0.7, width, width * 0.8, width * 0.5, 0.3], 3.0);
        canvas.fill(lock, color, 0.85, 0.3);
    }
    for (share, width, color) in [(0.62, 2.4, half), (0.74, 3.2, full), (0.9, 2.6, half)] {
        let lock = combing.lock(&combing.drawn_back_away(share), &[width * 0.7, width, 0.4], 3.0);
        canvas.fill(lock, color, 0.85, 0.3);
    }
}

fn fine_strands(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    for (i, share) in [0.04, 0.18, 0.31, 0.37, 0.50, 0.66, 0.80].into_iter().enumerate() {
        let color = if i % 2 == 1 { tones.light } else { tones.deep };
        let strand = combing.lock(&combing.drawn_back(share), &[0.2, 1.1, 1.3, 1.0, 0.3], 3.0);
        canvas.fill(strand, color, 0.65, 0.0);
    }
}

/// Strands that have come loose at the temples, and two that leave the outline.
fn loose_strands(combing: &Combing, canvas: &mut Canvas) {
    let Combing { rig, near, .. } = *combing;
    let tones = &rig.hair;
    let gray = rig.look.hair.gray.map_or(tones.base, |gray| Tones::cloth(gray, rig.light).base);
    let before_ear = [(66.0, -36.0), (67.0, -12.0), (72.0, 12.0), (68.0, 34.0), (71.0, 52.0)];
    let beside_it = [(72.0, -22.0), (73.0, 2.0), (79.0, 20.0), (79.0, 36.0)];
    let away = [(-64.0, -26.0), (-73.0, -6.0), (-75.0, 12.0), (-71.0, 28.0)];
    let strands = [
        (combing.lock(&before_ear, &[0.6, 2.4, 2.0, 1.4, 0.2], 4.0), tones.base),
        (combing.lock(&beside_it, &[0.5, 1.7, 1.3, 0.2], 4.0), mix(tones.base, gray, 0.5)),
        (combing.lock(&away, &[0.5, 2.1, 1.6, 0.2], 4.0), tones.shade),
    ];
    for (strand, color) in strands {
        canvas.fill(strand, color, 0.96, 0.0);
    }
    for (y, length) in [(-84.0, 20.0), (-60.0, 16.0)] {
        let line = [(y, 17.0), (y + length * 0.5, 21.5), (y + length, 22.0)];
        canvas.fill(tuft(rig, near, line, &[1.6, 1.2, 0.2]), tones.shade, 0.9, 0.0);
    }
}
