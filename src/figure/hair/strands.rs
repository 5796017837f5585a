//! What lies on a mass of hair and at its edge: broad planes, tufts, and single hairs, so that no edge is a cut edge.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, corner, open};
use crate::figure::expression::Side;
use crate::figure::math::{clamp, lerp, smoothstep};
use crate::figure::rig::Rig;

use super::chance::Chance;
use super::combing::{Combing, Spot, narrowed};

/// A broad plane along the combing: where, from 0 to 1, how wide, in which color and how opaque.
pub type Plane = (f64, f64, Color, f64);

/// Puts down broad planes on hair drawn back over the near ear and over the other; the widths are told along each.
pub fn broad(
    combing: &Combing,
    near: &[Plane],
    along_near: impl Fn(f64) -> [f64; 5],
    away: &[Plane],
    along_away: impl Fn(f64) -> [f64; 3],
    canvas: &mut Canvas,
) {
    for (share, width, color, opacity) in near {
        let lock = combing.lock(&combing.drawn_back(*share), &along_near(*width), 3.0);
        canvas.fill(lock, *color, *opacity, 1.0);
    }
    for (share, width, color, opacity) in away {
        let lock = combing.lock(&combing.drawn_back_away(*share), &along_away(*width), 3.0);
        canvas.fill(lock, *color, *opacity, 1.0);
    }
}

/// A lock that leaves the outline: heights and volumes along the skull's contour, from its root to its tip.
pub fn tuft(rig: &Rig, side: Side, line: [(f64, f64); 3], widths: &[f64]) -> Path {
    let seen = 1.0 - smoothstep(0.0, 0.5, rig.hidden(side));
    narrowed(&line.map(|(y, volume)| rig.smooth_edge(side, y, volume)), widths, seen)
}

/// Single hairs across the hairline, combed up at the forehead and back at the temples. `length` is 1 for long hair.
pub fn roots(combing: &Combing, hairline: &[Spot], length: f64, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let corners: Vec<_> = hairline.iter().map(|(azimuth, y)| corner(*azimuth, *y)).collect();
    let line = open(&corners).flatten(4);
    let mut chance = Chance::of(combing.rig, 17);
    for spot in &line[2..line.len() - 2] {
        if chance.within(0.0, 1.0) < 0.35 {
            continue;
        }
        let color = if combing.lightward(spot.x) > -16.0 { tones.base } else { tones.shade };
        // At the horizon they would stand out from the face.
        let shown = smoothstep(-0.05, 0.1, combing.facing((spot.x, spot.y)));
        canvas.fill(root(combing, (spot.x, spot.y), length, &mut chance), color, 0.85 * lerp(0.01, 1.0, shown), 0.0);
    }
}

fn root(combing: &Combing, (azimuth, y): Spot, length: f64, chance: &mut Chance) -> Path {
    let start = azimuth + chance.within(-2.5, 2.5);
    let rise = chance.within(1.5, 3.5) * length;
    let below = chance.within(0.6, 4.2) * length;
    let width = chance.within(0.9, 1.7) * length;
    let aside = clamp(azimuth.abs() / 80.0);
    let outward = if azimuth > -6.0 { 1.0 } else { -1.0 };
    let end = (start + (3.0 + 5.0 * aside) * outward, y - rise * (1.0 - 0.7 * aside));
    combing.lock(&[(start, y + below), end], &[0.15, width], 2.4)
}
