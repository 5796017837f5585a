//! Hair on cheeks, jaw and chin. It leaves room for the lips and goes with their corners.

use crate::cast::person::Beard;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, at, closed, open, polygon, shape, taper, taper_in};
use crate::figure::expression::Side;
use crate::figure::hair::Chance;
use crate::figure::math::clamp;
use crate::figure::mouth::{self, Mouth};
use crate::figure::profile;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

/// How one cut grows.
pub struct Cut {
    /// Height on the cheek that it grows down from.
    cheek: f64,
}

pub const FULL: Cut = Cut { cheek: 44.0 };
pub const SHORT: Cut = Cut { cheek: 50.0 };

/// The height from which it hides the contour of the face.
pub const COVERED: f64 = 38.0;

/// Heights along the contour of the jaw, how far the shortest hair stands off it there, and the share of the length.
const JAW: [(f64, f64, f64); 5] =
    [(36.0, 1.0, 0.0), (58.0, 2.0, 0.22), (76.0, 3.0, 0.45), (90.0, 3.0, 0.7), (98.0, 2.0, 1.0)];

pub fn draw(rig: &Rig, beard: &Beard, cut: &Cut, canvas: &mut Canvas) {
    let tones = Tones::cloth(beard.color, rig.light);
    let opacity = beard.opacity.unwrap_or(1.0);
    let mouth = Mouth::of(rig);
    let mass = shape(&outline(rig, beard, cut, &mouth));
    canvas.fill(mass.clone(), tones.base, opacity, 0.7);
    canvas.clip(&mass);
    canvas.fill(shape(&shade(rig)), tones.shade, 0.85 * opacity, 1.2);
    strands(rig, beard, &tones, canvas);
    canvas.end();
    for side in Side::BOTH {
        ragged_edge(rig, &upper_edge(rig, cut, &mouth, side), &tones, (side, opacity), canvas);
    }
    for side in Side::BOTH {
        lifted_corner(rig, &mouth, &tones, side, canvas);
    }
}

/// The second light along the beard, where it hides the contour of the face.
pub fn rim(rig: &Rig, beard: &Beard, cut: &Cut, canvas: &mut Canvas) {
    let Some(light) = rig.rim_light() else { return };
    let e = light.side.sign();
    let from = rig.edge(light.side, 66.0).moved(-12.0 * e, 0.0).x;
    let top = rig.edge(light.side, COVERED).y;
    let to = from + 900.0 * e;
    canvas.clip(&polygon(&[at(from, top), at(to, top), at(to, 900.0), at(from, 900.0)]));
    let edge = closed(&outline(rig, beard, cut, &Mouth::of(rig)));
    let color = mix(Tones::cloth(beard.color, rig.light).rim, rig.light.rim(), 0.35);
    canvas.fill(edge.rim(light.direction, light.width * 0.8, 1.0), color, 0.8, 0.4);
    canvas.end();
}

fn outline(rig: &Rig, beard: &Beard, cut: &Cut, mouth: &Mouth) -> Vec<Point> {
    let mut points: Vec<_> = upper_edge(rig, cut, mouth, Side::Right).into();
    points.extend(upper_edge(rig, cut, mouth, Side::Left).into_iter().rev());
    let contour = |side| JAW.map(|(y, out, share)| profile::jaw(rig, side, y, out + share * beard.length));
    points.extend(contour(Side::Left));
    points.push(rig.project(0.0, rig.lowered(100.0) + 2.0 + beard.length, 62.0));
    points.extend(contour(Side::Right).into_iter().rev());
    points
}

/// From the ear round the corner of the mouth to below the lip.
pub(super) fn upper_edge(rig: &Rig, cut: &Cut, mouth: &Mouth, side: Side) -> [Point; 7] {
    let e = side.sign();
    let jaw = |x: f64, y: f64| rig.over_jaw(e * x, y, 2.0);
    let wide = mouth.corners[side].x * e - mouth.half_width;
    let below = mouth.bottom - rig.jaw;
    let edge = [
        rig.over_skull(e * 82.0, 18.0, 1.0),
        rig.over_skull(e * 66.0, 30.0, 1.0),
        jaw(38.0 + 0.5 * wide, cut.cheek + 2.0),
        jaw(29.0 + 0.8 * wide, 60.0),
        jaw(27.0 + 0.7 * wide, 70.0),
        jaw(14.0, below + 6.0),
        jaw(6.0, below + 3.0),
    ];
    // In profile the lips hide the far cheek.
    let (under_lip, hidden) = (jaw(10.0, below + 8.0), rig.hidden(side));
    std::array::from_fn(|i| if i < 6 { edge[i].toward(under_lip, hidden) } else { edge[i] })
}

/// The plane of it that faces away from the light.
fn shade(rig: &Rig) -> [Point; 6] {
    let k = rig.shaded.sign();
    let skull = |azimuth: f64, y: f64| rig.skull(k * azimuth, y);
    [
        skull(44.0, 20.0),
        skull(34.0, 60.0),
        skull(18.0, 90.0),
        skull(4.0, 120.0),
        rig.edge(rig.shaded, 100.0).moved(k * 60.0, 40.0),
        rig.edge(rig.shaded, 20.0).moved(k * 40.0, 0.0),
    ]
}

fn strands(rig: &Rig, beard: &Beard, tones: &Tones, canvas: &mut Canvas) {
    let mut chance = Chance::of(rig, 5);
    let opacity = 0.55 * beard.opacity.unwrap_or(1.0);
    let (mut light, mut deep) = (Path::default(), Path::default());
    for i in 0..beard.strands {
        let (azimuth, y) = (chance.within(-78.0, 78.0), chance.within(50.0, 96.0));
        let length = chance.within(7.0, 12.0) * (1.0 + beard.length / 40.0);
        let middle = azimuth * 0.97 + chance.within(-2.0, 2.0);
        let line = [(azimuth, y), (middle, y + length * 0.5), (azimuth * 0.9, y + length)];
        let hair = taper(&line.map(|(azimuth, y)| rig.over_skull(azimuth, y, 2.0)), &[0.4, 2.0, 0.2]);
        if i % 2 == 1 { &mut light } else { &mut deep }.join(hair);
    }
    canvas.fill(deep, tones.deep, opacity, 0.2);
    canvas.fill(light, tones.light, opacity, 0.2);
}

/// Single hairs across the edge on the cheek: no edge of hair is a cut edge.
fn ragged_edge(rig: &Rig, edge: &[Point], tones: &Tones, (side, opacity): (Side, f64), canvas: &mut Canvas) {
    let mut chance = Chance::of(rig, 6);
    let mut hairs = Path::default();
    for p in &open(&edge[..5]).flatten(5)[2..18] {
        let (above, aside) = (chance.within(1.0, 3.4), chance.within(0.5, 3.0));
        let root = p.moved(side.sign() * aside, -above);
        let tip = p.moved(-side.sign() * aside, chance.within(3.0, 6.0));
        let width = chance.within(1.0, 2.0);
        hairs.join(taper_in(&[root, tip], &[0.2, width], 2));
    }
    let color = if side == rig.lit { tones.base } else { tones.shade };
    let seen = 1.0 - rig.hidden(side);
    canvas.fill(hairs, color, 0.85 * opacity * seen, 0.2);
}

/// A lifted corner shows in the hair beside it: a dark fold below, a notch of skin above.
fn lifted_corner(rig: &Rig, mouth: &Mouth, tones: &Tones, side: Side, canvas: &mut Canvas) {
    let lifted = clamp(rig.unit_on(14, side) * 0.9 + rig.unit_on(12, side) * 0.5) * (1.0 - rig.hidden(side));
    let e = side.sign();
    let Point { x, y, .. } = mouth.corners[side];
    let beside = |dx: f64, dy: f64, lift: f64| mouth::over(rig, x + e * dx, y + dy, lift);
    let fold = [beside(3.5, -8.0, 2.0), beside(8.5, -1.0, 1.0), beside(6.0, 8.0, 1.0)];
    canvas.fill(taper(&fold, &[0.5, 4.2, 0.5]), tones.dark, 0.75 * lifted, 0.5);
    let skin = |dx: f64, y: f64| rig.face(e * (x.abs() + dx), y);
    let notch = [skin(5.0, 52.0), skin(12.0, 45.5), skin(17.0, 44.5), skin(15.0, 51.0), skin(8.5, 57.0)];
    let tone = if side == rig.lit { rig.skin.light } else { mix(rig.skin.base, rig.skin.shade, 0.45) };
    canvas.fill(shape(&notch), tone, 0.45 * lifted, 2.2);
}
