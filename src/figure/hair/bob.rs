//! Curled hair to the jaw, with a fringe.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Point, Spline, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::profile;
use crate::figure::tones::Tones;

use super::Style;
use super::chance::Chance;
use super::combing::{Combing, Spot, lock};
use super::mass::{Swell, hanging};

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: None };

const HAIRLINE: [Spot; 14] = [
    (84.0, 72.0),
    (76.0, 42.0),
    (73.0, 8.0),
    (69.0, -14.0),
    (56.0, -33.0),
    (34.0, -46.0),
    (6.0, -44.0),
    (-18.0, -40.0),
    (-40.0, -38.0),
    (-56.0, -28.0),
    (-66.0, -8.0),
    (-71.0, 14.0),
    (-75.0, 42.0),
    (-82.0, 70.0),
];
const VOLUME: f64 = 14.0;
/// Heights of the outer edge from below upwards, and the share of the volume there.
const EDGE: [(f64, f64); 9] = [
    (78.0, 0.45),
    (58.0, 1.25),
    (30.0, 1.45),
    (0.0, 1.2),
    (-26.0, 1.05),
    (-50.0, 1.0),
    (-72.0, 1.0),
    (-88.0, 1.0),
    (-97.0, 1.0),
];
const SWELL: Swell = Swell { along: [3.0, 0.6, -2.6], ease: (0.0, 3.0), strength: (0.5, 1.3) };
const CURLS: usize = 34;

/// Behind jaw and neck.
fn back(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    let [right, left] = [Side::Right, Side::Left].map(|side| {
        let edge = |y, volume| profile::behind(rig, side, y, volume);
        let end = edge(60.0, 10.4);
        [edge(-34.0, 2.0), edge(16.0, 2.0), end, end.moved(-side.sign() * 8.0, 25.0)]
    });
    let low = rig.project(0.0, 80.0, -50.0);
    let middle = Point { y: f64::midpoint(right[3].y, left[3].y) + 4.0, ..low };
    let mut outline = right.to_vec();
    outline.push(middle);
    outline.extend(left.into_iter().rev());
    outline.push(rig.project(0.0, -40.0, -30.0));
    canvas.flat(shape(&outline), rig.hair.deep);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let volume = rig.look.hair.volume.unwrap_or(VOLUME);
    let outline = SWELL.along(&hanging(rig, &EDGE, volume), 1.0, &mut Chance::of(rig, 1));
    let edge = combing.mass(outline, &HAIRLINE, &rig.hair, 38.0, canvas);
    low_shade(combing, canvas);
    curls(combing, volume, canvas);
    fringe(combing, canvas);
    if let Some(gray) = rig.look.hair.gray {
        gray_locks(combing, gray, canvas);
    }
    canvas.end();
    for side in Side::BOTH {
        low_curls(combing, side, canvas);
    }
    fringe_ends(combing, canvas);
    edge
}

/// The plane that faces away from the light goes on below the ear.
fn low_shade(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    let k = rig.shaded.sign();
    let mut plane: Vec<Point> =
        [(71.0, 22.0), (66.0, 56.0), (50.0, 96.0)].map(|(azimuth, y)| rig.over_skull(k * azimuth, y, 8.0)).into();
    plane.extend([96.0, 22.0].map(|y| rig.edge(rig.shaded, y).moved(k * 60.0, 0.0)));
    canvas.fill(shape(&plane), rig.hair.shade, 0.9, 1.2);
}

/// Hooks of light and dark all over but the face.
fn curls(combing: &Combing, volume: f64, canvas: &mut Canvas) {
    let rig = combing.rig;
    let mut chance = Chance::of(rig, 2);
    for i in 0..CURLS {
        let (azimuth, y) = (chance.within(-104.0, 104.0), chance.within(-96.0, 74.0));
        let (lift, r, threshold) = (chance.within(1.0, volume), chance.within(5.5, 10.0), chance.within(-20.0, 10.0));
        if azimuth.abs() < 64.0 && y > -48.0 || rig.seen(&[(azimuth, y)]) < 0.5 {
            continue;
        }
        let p = rig.over_skull(azimuth, y, lift);
        let lit = combing.lit_at(p, threshold);
        let curl = [(-1.0, 0.7), (-0.5, -0.7), (0.8, -0.5), (1.0, 0.6), (0.2, 1.0)].map(|(x, y)| p.moved(x * r, y * r));
        let color = if i % 3 == 0 { rig.hair.deep } else { mix(rig.hair.deep, rig.hair.light, lit) };
        canvas.fill(taper(&curl, &[0.4, 4.2, 4.6, 3.2, 0.4]), color, lerp(0.6, 0.45, lit), 0.5);
    }
}

fn fringe(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    for i in 0..7 {
        let a = 46.0 - 15.0 * f64::from(i);
        let end = if i == 0 || i == 6 { -40.0 } else { -37.0 };
        let line = [(a + 8.0, -84.0), (a + 2.0, -64.0), (a - 5.0, -48.0), (a - 13.0, end)];
        let color = if i % 2 == 1 { tones.light } else { tones.deep };
        canvas.fill(combing.lock(&line, &[1.0, 8.0, 8.0, 1.0], 8.0), color, 0.42, 0.7);
    }
}

fn gray_locks(combing: &Combing, gray: Color, canvas: &mut Canvas) {
    let rig = combing.rig;
    let color = mix(rig.hair.light, Tones::cloth(gray, rig.light).base, 0.7);
    for i in 0..7 {
        let a = 30.0 - 12.0 * f64::from(i);
        let line = [(a + 12.0, -92.0), (a + 3.0, -68.0), (a - 6.0, -46.0)];
        canvas.fill(combing.lock(&line, &[0.4, 2.6, 0.4], 9.0), color, 0.6, 0.3);
    }
}

/// Beside the jaw the mass ends in curls.
fn low_curls(combing: &Combing, side: Side, canvas: &mut Canvas) {
    let rig = combing.rig;
    let color = if side == rig.lit { rig.hair.base } else { rig.hair.shade };
    for (azimuth, y, width) in [(76.0, 50.0, 8.0), (82.0, 61.0, 9.0), (94.0, 65.0, 9.0)] {
        let line = [
            (azimuth + 4.0, y - 12.0),
            (azimuth - 2.0, y + 2.0),
            (azimuth + 2.0, y + 12.0),
            (azimuth + 12.0, y + 14.0),
        ];
        canvas.flat(lock(rig, side, &line, &[width * 0.6, width, width * 0.8, 0.4], 5.0), color);
    }
}

/// Where the fringe runs out on the forehead.
fn fringe_ends(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    for (a, y) in [(40.0, -44.0), (22.0, -46.0), (2.0, -44.0), (-20.0, -40.0), (-42.0, -40.0)] {
        let line = [(a + 4.0, y - 12.0), (a, y - 2.0), (a - 8.0, y + 5.0), (a - 17.0, y + 4.0)];
        let color = if combing.lightward(a) > -14.0 { tones.base } else { tones.shade };
        canvas.flat(combing.lock(&line, &[5.0, 7.0, 4.0, 0.3], 4.0), color);
    }
}
