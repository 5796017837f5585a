//! A turban: a long cloth wound so that its layers meet over the forehead, above the band below it.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Spline, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::{lerp, smoothstep};
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::Style;
use super::combing::{Combing, Spot};
use super::mass::Volume;
use super::nape::Nape;

pub(super) const STYLE: Style = Style { hairline: &EDGE, back, front, over: None };

const EDGE: [Spot; 13] = [
    (102.0, 16.0),
    (92.0, 5.0),
    (80.0, -12.0),
    (66.0, -27.0),
    (46.0, -40.0),
    (24.0, -49.0),
    (2.0, -56.0),
    (-20.0, -50.0),
    (-42.0, -41.0),
    (-58.0, -29.0),
    (-68.0, -16.0),
    (-76.0, -4.0),
    (-82.0, 4.0),
];
const NAPE: Nape = Nape {
    contour: [(-40.0, 14.0), (-12.0, 9.0), (6.0, 1.0)],
    lobe: [(-4.0, 3.0), (-18.0, 14.0)],
    inside: &[[16.0, 60.0, -60.0], [0.0, 0.0, -40.0]],
};
const NEAR: Volume = Volume { from: 10.0, out: [7.0, 15.0, 25.0, 32.0, 35.0, 35.0] };
const AWAY: Volume = Volume { from: 2.0, out: [5.0, 13.0, 23.0, 30.0, 33.0, 34.0] };
/// Layers on each side.
const LAYERS: usize = 6;

fn back(combing: &Combing, canvas: &mut Canvas) {
    let nape = NAPE.grown(1.0 - combing.rig.profile);
    canvas.flat(nape.path(combing.rig, combing.near), combing.rig.hair.deep);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    if let Some(beard) = &rig.look.beard {
        let tones = Tones::cloth(beard.color, rig.light);
        Side::BOTH.into_iter().for_each(|side| sideburn(rig, side, &tones, canvas));
    }
    let edge = mass(combing, canvas);
    if let Some(color) = rig.look.hair.cap {
        band(combing, &Tones::cloth(color, rig.light), canvas);
    }
    for layer in (0..LAYERS).rev() {
        for side in [-1.0, 1.0] {
            fold(combing, layer as f64, side, canvas);
        }
    }
    hem(combing, canvas);
    canvas.end();
    edge
}

/// The cloth; on the side of a head in profile it comes down behind the ear.
fn mass(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let (rig, near) = (combing.rig, combing.near);
    let shown = |side| rig.shown(side);
    let lowered = |volume: &Volume, side| Volume { from: lerp(volume.from, 36.0, shown(side)), out: volume.out };
    let mut edge = EDGE.to_vec();
    let last = edge.len() - 1;
    for (end, side, behind) in [(0, near, 112.0), (last, near.other(), -112.0)] {
        let (azimuth, y) = edge[end];
        edge[end] = (lerp(azimuth, behind, shown(side)), lerp(y, 38.0, shown(side)));
    }
    let crown = combing.crown(&lowered(&NEAR, near), &lowered(&AWAY, near.other()));
    combing.mass(crown, &edge, &rig.hair, 38.0, canvas)
}

/// What joins the beard to the hair below the cloth.
fn sideburn(rig: &Rig, side: Side, tones: &Tones, canvas: &mut Canvas) {
    let e = side.sign();
    let seen = 1.0 - smoothstep(0.0, 0.4, rig.hidden(side));
    let at = |azimuth: f64, y: f64| rig.over_skull(e * azimuth, y, 1.5);
    let (base, line) = if side == rig.lit { (tones.base, tones.light) } else { (tones.shade, tones.base) };
    let outline = [
        at(70.0, -18.0),
        at(71.0, 4.0),
        at(69.0, 20.0),
        at(67.0, 34.0),
        at(80.0, 36.0),
        at(86.0, 10.0),
        at(88.0, -14.0),
    ];
    canvas.fill(shape(&outline), base, seen, 0.5);
    for (i, azimuth) in [71.5, 74.0, 77.0, 80.0, 83.0].into_iter().enumerate() {
        let hair = [at(azimuth + 1.0, -12.0), at(azimuth, 8.0), at(azimuth - 2.5, 31.0)];
        canvas.fill(
            taper(&hair, &[0.3, 1.6, 0.3]),
            if i.is_multiple_of(2) { tones.deep } else { line },
            0.5 * seen,
            0.2,
        );
    }
}

/// How far the cloth stands off the skull at a height.
fn thickness(y: f64) -> f64 {
    lerp(5.0, 30.0, smoothstep(0.0, -90.0, y))
}

fn lock(combing: &Combing, line: &[Spot], widths: &[f64]) -> Path {
    let points: Vec<_> = line.iter().map(|spot| combing.point(*spot, thickness(spot.1))).collect();
    taper(&points, widths)
}

/// The cloth below, where the layers leave it free over the middle of the forehead.
fn band(combing: &Combing, tones: &Tones, canvas: &mut Canvas) {
    let peak = [(2.0, -53.0), (26.0, -46.0), (14.0, -58.5), (0.0, -68.0), (-11.0, -58.5), (-23.0, -46.0)];
    let points = peak.map(|spot| combing.point(spot, 4.0));
    canvas.flat(shape(&points), if combing.lightward(2.0) > -20.0 { tones.base } else { tones.shade });
}

/// The edge of one layer, counted from below: from over the ear up to the middle; the near side lies over the other.
fn fold(combing: &Combing, layer: f64, side: f64, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let rise = layer * 7.0;
    let meet = -2.0 - 2.0 * layer;
    let line = [
        (meet, -66.0 - rise * 0.92),
        (side * 22.0, -58.0 - rise * 0.98),
        (side * 46.0, -47.0 - rise),
        (side * 70.0, -30.0 - rise),
        (side * 94.0, -3.0 - rise * 1.15),
        (side * 118.0, 20.0 - rise * 1.3),
    ];
    let above = line.map(|(azimuth, y)| (azimuth, y - 3.0));
    let lit = combing.lightward(side * 46.0) > -20.0;
    let color = if lit { tones.light } else { tones.base };
    canvas.fill(lock(combing, &above, &[1.0, 4.5, 5.0, 4.5, 4.0, 3.0]), color, if lit { 0.34 } else { 0.4 }, 0.8);
    let below = line.map(|(azimuth, y)| (azimuth, y + 1.2));
    canvas.fill(lock(combing, &below, &[0.6, 2.6, 3.0, 3.4, 3.0, 2.0]), tones.shade, 0.7, 0.8);
    canvas.fill(lock(combing, &line, &[0.4, 1.3, 1.5, 1.6, 1.4, 1.0]), tones.deep, 0.85, 0.2);
}

/// The lowest layer turns under along the edge.
fn hem(combing: &Combing, canvas: &mut Canvas) {
    let line: Vec<_> = EDGE[1..12].iter().map(|(azimuth, y)| combing.point((*azimuth, y - 1.2), 2.0)).collect();
    let color: Color = combing.rig.hair.deep;
    canvas.fill(taper(&line, &[1.0, 2.6, 2.6, 2.6, 1.0]), color, 0.6, 0.3);
}
