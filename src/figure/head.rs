//! The head's planes: one edge between light and shade, what is lit, the sockets, cheeks and folds.

use crate::cast::person::HairStyle;

use super::brows;
use super::canvas::Canvas;
use super::color::mix;
use super::curve::{shape, taper};
use super::expression::Side;
use super::freckles;
use super::math::clamp;
use super::mouth::Mouth;
use super::rig::Rig;

/// Where light turns to shade, from crown to chin: azimuth away from the light, and height.
const TERMINATOR: [[f64; 2]; 13] = [
    [58.0, -92.0],
    [56.0, -62.0],
    [53.0, -40.0],
    [47.0, -24.0],
    [60.0, -6.0],
    [61.0, 8.0],
    [49.0, 22.0],
    [40.0, 36.0],
    [35.0, 50.0],
    [33.0, 62.0],
    [29.0, 74.0],
    [22.0, 85.0],
    [10.0, 95.0],
];

/// The large shapes of light and shade.
pub fn planes(rig: &Rig, canvas: &mut Canvas) {
    canvas.clip(&rig.head_path);
    shade_side(rig, canvas);
    turning_cheek(rig, canvas);
    forehead_light(rig, canvas);
    cheekbone_light(rig, canvas);
    full_cheek(rig, canvas);
    chin_light(rig, canvas);
    behind_jaw(rig, canvas);
    canvas.end();
}

/// In profile the jaw ends below the ear, and the neck begins behind it.
fn behind_jaw(rig: &Rig, canvas: &mut Canvas) {
    if rig.profile <= 0.0 {
        return;
    }
    let side = if rig.far(Side::Left) { Side::Right } else { Side::Left };
    let e = side.sign();
    let at = |azimuth: f64, y: f64| rig.skull(e * azimuth, y);
    let beside = |y: f64| rig.edge(side, y).moved(e * 30.0, 0.0);
    let neck = [
        at(96.0, 20.0),
        at(90.0, 34.0),
        at(84.0, 52.0),
        at(74.0, 65.0),
        at(58.0, 76.0),
        rig.edge(side, 84.0).moved(e * 4.0, 6.0),
        beside(70.0),
        beside(40.0),
        beside(16.0),
    ];
    let tone =
        if side == rig.lit { mix(rig.skin.base, rig.skin.shade, 0.8) } else { mix(rig.skin.shade, rig.skin.deep, 0.6) };
    canvas.fill(shape(&neck), tone, 0.9 * rig.profile, 1.6);
}

fn shade_side(rig: &Rig, canvas: &mut Canvas) {
    let (side, k) = (rig.shaded, rig.shaded.sign());
    let mut points: Vec<_> = TERMINATOR.iter().map(|[azimuth, y]| rig.skull(k * azimuth, *y)).collect();
    points.push(rig.edge(side, 108.0));
    points.push(rig.edge(side, 99.0).moved(k * 40.0, 30.0));
    points.push(rig.edge(side, 0.0).moved(k * 60.0, 0.0));
    points.push(rig.edge(side, -90.0).moved(k * 60.0, 0.0));
    canvas.fill(shape(&points), rig.skin.shade, 0.92, 1.1);
}

/// Under the cheekbone on the lit side, and the turning edge of the jaw.
fn turning_cheek(rig: &Rig, canvas: &mut Canvas) {
    let (l, gaunt) = (rig.lit.sign(), rig.look.face.gaunt);
    let at = |azimuth: f64, y: f64| rig.skull(l * azimuth, y);
    let turn = [
        at(64.0, 14.0),
        at(50.0, 27.0),
        at(43.0, 44.0),
        at(52.0, 60.0),
        at(40.0, 84.0),
        at(70.0, 78.0),
        at(92.0, 50.0),
        at(88.0, 20.0),
    ];
    canvas.fill(shape(&turn), rig.skin.shade, 0.26 + 0.12 * gaunt, 2.6);
    if gaunt != 0.0 {
        let hollow = [at(-52.0, 30.0), at(-34.0, 44.0), at(-40.0, 62.0), at(-60.0, 52.0)];
        canvas.fill(shape(&hollow), rig.skin.deep, 0.2 * gaunt, 3.0);
        let hollow = [at(52.0, 30.0), at(36.0, 44.0), at(44.0, 62.0), at(60.0, 52.0)];
        canvas.fill(shape(&hollow), rig.skin.shade, 0.36 * gaunt, 4.5);
    }
}

fn forehead_light(rig: &Rig, canvas: &mut Canvas) {
    let l = rig.lit.sign();
    let at = |azimuth: f64, y: f64| rig.skull(l * azimuth, y);
    let points = [
        at(40.0, -76.0),
        at(4.0, -72.0),
        at(-16.0, -56.0),
        at(-14.0, -38.0),
        at(0.0, -27.0),
        at(14.0, -32.0),
        at(40.0, -37.0),
        at(58.0, -32.0),
        at(62.0, -50.0),
    ];
    canvas.fill(shape(&points), rig.skin.light, 0.48, 2.2);
}

fn cheekbone_light(rig: &Rig, canvas: &mut Canvas) {
    let l = rig.lit.sign();
    let up = 3.5 * rig.unit(6) + 2.0 * rig.unit(12) + 0.6 * rig.look.face.cheek_up;
    let at = |x: f64, y: f64| rig.face(l * x, y - up);
    let points = [at(54.0, 5.0).sharp(), at(38.0, 13.0), at(19.0, 25.0).sharp(), at(33.0, 29.0), at(48.0, 22.0)];
    canvas.fill(shape(&points), rig.skin.light, 0.62, 1.6);
}

/// A broad disc of light and a soft turning below it.
fn full_cheek(rig: &Rig, canvas: &mut Canvas) {
    let (l, round) = (rig.lit.sign(), rig.look.face.round);
    if round == 0.0 {
        return;
    }
    let at = |x: f64, y: f64| rig.face(l * x, y);
    let disc = [at(52.0, 16.0), at(36.0, 14.0), at(22.0, 26.0), at(24.0, 42.0), at(38.0, 50.0), at(54.0, 40.0)];
    canvas.fill(shape(&disc), rig.skin.light, 0.26 * round, 5.0);
    for side in Side::BOTH {
        let e = side.sign();
        let turn = [rig.face(e * 30.0, 60.0), rig.over_jaw(e * 38.0, 70.0, 0.0), rig.over_jaw(e * 34.0, 82.0, 0.0)];
        let tone = if side == rig.lit { rig.skin.shade } else { rig.skin.deep };
        canvas.fill(taper(&turn, &[0.4, 3.2, 0.4]), tone, 0.35 * round, 1.6);
    }
}

fn chin_light(rig: &Rig, canvas: &mut Canvas) {
    let l = rig.lit.sign();
    let at = |x: f64, y: f64| rig.over_jaw(l * x, y, 0.0);
    let points = [at(9.0, 82.0), at(-3.0, 83.0), at(-4.0, 91.0), at(5.0, 93.5), at(12.0, 90.0)];
    canvas.fill(shape(&points), rig.skin.light, 0.34, 2.6);
}

/// The hollow an eye lies in.
pub fn socket(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let (e, lit) = (side.sign(), side == rig.lit);
    let (ridge, round) = (rig.look.face.ridge, rig.look.face.round);
    let dy = brows::points(rig, side)[1].y + 23.6;
    let at = |x: f64, y: f64| rig.face(e * x, y);
    let hollow = [
        at(8.5, -15.0 + dy * 0.6),
        at(17.0, -18.0 + dy),
        at(30.0, -18.5 + dy * 0.9),
        at(43.0, -15.0 + dy * 0.5),
        at(53.0, -7.5 + dy * 0.2).sharp(),
        at(42.0, -8.5),
        at(28.0, -9.5),
        at(17.0, -2.0),
        at(12.5, 6.0),
        at(9.5, 3.0),
        at(7.5, -6.0),
    ];
    let depth = if lit { 0.46 } else { 0.74 };
    canvas.fill(shape(&hollow), rig.skin.shade, clamp(depth + 0.22 * ridge - 0.12 * round), 1.4);
    if ridge > 0.2 {
        let under = [at(12.0, -15.0 + dy), at(26.0, -17.5 + dy), at(42.0, -15.5 + dy * 0.7), at(52.0, -9.0 + dy * 0.3)];
        canvas.fill(taper(&under, &[1.0, 5.0, 5.0, 0.5]), rig.skin.deep, 0.35 * ridge, 1.4);
    }
    let beside_nose =
        [at(8.0, -13.0 + dy * 0.6), at(15.5, -13.0 + dy * 0.7), at(14.5, -5.0), at(11.5, 4.0).sharp(), at(8.5, 0.0)];
    canvas.fill(shape(&beside_nose), rig.skin.deep, if lit { 0.24 } else { 0.34 }, 1.4);
}

/// Blood in the cheeks, and their raised apples.
pub fn cheeks(rig: &Rig, canvas: &mut Canvas) {
    let blush = f64::from(rig.posture.blush);
    for side in Side::BOTH {
        let e = side.sign();
        let at = |x: f64, y: f64| rig.face(e * x, y);
        let warm = [at(24.0, 24.0), at(36.0, 18.0), at(50.0, 22.0), at(48.0, 36.0), at(34.0, 42.0), at(24.0, 36.0)];
        let share = if side == rig.lit { 1.0 } else { 0.7 };
        canvas.fill(shape(&warm), rig.flush.blush, clamp(0.5 * (rig.look.flush + blush)) * share, 8.0);
        raised_apple(rig, side, canvas);
    }
    freckles::draw(rig, canvas);
    if blush > 0.2 {
        let nose = [(-9.0, 20.0, 90.0), (9.0, 20.0, 90.0), (11.0, 34.0, 92.0), (-11.0, 34.0, 92.0)];
        canvas.fill(shape(&nose.map(|(x, y, z)| rig.project(x, y, z))), rig.flush.blush, 0.30 * blush, 4.0);
    }
}

fn raised_apple(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let raised = clamp(rig.unit_on(6, side) * 0.8 + rig.unit_on(12, side) * 0.35);
    if raised <= 0.03 {
        return;
    }
    let e = side.sign();
    let at = |x: f64, y: f64| rig.face(e * x, y);
    let apple = [at(22.0, 20.0), at(34.0, 14.0), at(47.0, 16.0), at(46.0, 26.0), at(34.0, 30.0), at(24.0, 28.0)];
    let share = if side == rig.lit { 0.5 } else { 0.16 };
    canvas.fill(shape(&apple), rig.skin.light, share * raised, 2.4);
    let below = [at(20.0, 33.0), at(30.0, 39.0), at(42.0, 36.0), at(50.0, 27.0)];
    canvas.fill(taper(&below, &[0.5, 3.2, 2.6, 0.4]), rig.skin.shade, 0.55 * raised, 1.8);
}

/// The folds from nose to mouth.
pub fn folds(rig: &Rig, canvas: &mut Canvas) {
    let mouth = Mouth::of(rig);
    for side in Side::BOTH {
        let (e, lit) = (side.sign(), side == rig.lit);
        let unit = |n| rig.unit_on(n, side);
        let sneer = clamp(0.75 * unit(9) + 0.75 * unit(10));
        let pulled = 0.62 * unit(12) + 0.7 * sneer + 0.35 * unit(6);
        let depth = clamp(0.16 + 0.46 * rig.age + pulled + 0.2 * unit(20) + 0.15 * unit(15));
        let (x, y) = (mouth.corners[side].x.abs(), mouth.corners[side].y);
        let wide = 1.0 + clamp(unit(12) + 1.4 * sneer);
        let fold = [
            rig.face(e * 14.5, 36.0 - 7.0 * sneer),
            rig.face(e * (20.0 + unit(12) * 3.0 + sneer * 2.5), 43.0 - 6.0 * sneer),
            rig.face(e * (x + 2.6 + unit(12) * 1.2 + sneer * 2.0), 52.5 + (y - 64.0) * 0.30 - 2.0 * sneer),
            rig.face(e * (x + 6.0), y + 1.0 + unit(12) * 3.0 + unit(15) * 2.0),
        ];
        let tone = if lit { mix(rig.skin.shade, rig.skin.deep, 0.35 + 0.4 * sneer) } else { rig.skin.deep };
        let opacity = (0.72 + 0.16 * sneer) * depth;
        canvas.fill(taper(&fold, &[0.8, 2.3 * wide, 1.9 * wide, 0.3]), tone, opacity, 0.6);
        let [a, b, c, d] = fold;
        let beside = [a, b, c, d, rig.face(e * (x + 1.0), y - 8.0), rig.face(e * 17.0, 46.0)];
        let share = if lit { 1.0 } else { 0.6 };
        canvas.fill(shape(&beside), rig.skin.shade, 0.38 * depth * share, 1.6);
        pushed_cheek(rig, side, sneer, canvas);
    }
}

/// The flesh beside the nose, pushed up against the lower lid by a lifted lip.
fn pushed_cheek(rig: &Rig, side: Side, sneer: f64, canvas: &mut Canvas) {
    let at = |x: f64, y: f64| rig.face(side.sign() * x, y);
    let swollen = [at(17.0, 25.0), at(24.0, 17.0), at(36.0, 16.0), at(40.0, 24.0), at(32.0, 35.0), at(22.0, 34.0)];
    let share = if side == rig.lit { 0.55 } else { 0.16 };
    canvas.fill(shape(&swollen), rig.skin.light, share * sneer, 2.2);
    let under_lid = [at(14.0, 13.0), at(24.0, 12.6), at(35.0, 12.0)];
    canvas.fill(taper(&under_lid, &[0.4, 2.2, 0.3]), rig.skin.deep, 0.6 * sneer, 0.7);
}

/// The second light along the contour. A scarf about the face keeps it off.
pub fn rim(rig: &Rig, canvas: &mut Canvas) {
    if rig.look.hair.style == HairStyle::Hijab {
        return;
    }
    if let Some(light) = rig.rim_light() {
        canvas.fill(rig.head.rim(light.direction, light.width * 0.8, 1.0), rig.skin.rim, 0.85, 0.4);
    }
}
