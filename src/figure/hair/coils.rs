//! Tight coils: edge and hairline are built of round locks, with crescents inside.

use std::f64::consts::FRAC_PI_3;

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, Spline, open, shape, taper};
use crate::figure::math::{length, lerp, smoothstep};
use crate::figure::rig::{Rig, RimLight};

use super::Style;
use super::chance::Chance;
use super::combing::{Combing, Spot};
use super::mass::Volume;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back: |_, _| {}, front, over: None };

const HAIRLINE: [Spot; 11] = [
    (88.0, 4.0),
    (79.0, -6.0),
    (73.0, -28.0),
    (60.0, -50.0),
    (40.0, -60.0),
    (16.0, -64.0),
    (-8.0, -64.0),
    (-30.0, -60.0),
    (-50.0, -48.0),
    (-62.0, -24.0),
    (-72.0, -2.0),
];
const VOLUME: f64 = 26.0;
const CRESCENTS: usize = 120;
/// How far from the middle of the head, towards the light, its locks begin to be lit.
const LIT_FROM: f64 = 6.0;

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let v = rig.look.hair.volume.unwrap_or(VOLUME);
    let near = Volume { from: 8.0, out: [2.0, 4.0, 14.0, v * 0.9, v * 1.1, v] };
    let away = Volume { from: 2.0, out: [0.0, 3.0, 12.0, v * 0.8, v, v] };
    let crown = combing.crown(&near, &away);
    let locks = outer_locks(combing, &crown, canvas);
    combing.grown_mass(crown, &HAIRLINE, &rig.hair, 34.0, canvas);
    canvas.end();
    if let Some(rim) = rig.rim_light() {
        let color = mix(rig.hair.rim, rig.light.rim(), 0.35);
        canvas.fill(edge_light(rig, &locks, &rim), color, 0.6, 0.5);
    }
    hairline_locks(combing, canvas);
    crescents(combing, v, canvas);
    // Locks cover the edge of the mass, and have taken the light along it.
    Spline::default()
}

/// The middle and the radius of a round lock.
type Lock = (Point, f64);

/// Round locks along the outline, larger towards the crown.
fn outer_locks(combing: &Combing, crown: &[Point], canvas: &mut Canvas) -> Vec<Lock> {
    let (rig, line) = (combing.rig, open(crown).flatten(5));
    let last = line.len() - 1;
    let mut chance = Chance::of(rig, 1);
    let mut locks = Vec::with_capacity(line.len());
    for (i, p) in line.iter().enumerate() {
        let grown = smoothstep(1.0, 12.0, i.min(last - i) as f64);
        let radius = (3.0 + 5.5 * grown) * chance.within(0.75, 1.25);
        let middle = p.moved((rig.head_x - p.x) * 0.045, 3.0 * grown);
        let color = mix(rig.hair.shade, rig.hair.base, combing.lit_at(*p, LIT_FROM));
        canvas.flat(round_lock(middle, radius, &mut chance), color);
        locks.push((middle, radius));
    }
    locks
}

/// A crescent of light on each outer lock, as wide as the outline faces the second light.
fn edge_light(rig: &Rig, locks: &[Lock], rim: &RimLight) -> Path {
    let center = rig.project(0.0, -50.0, 0.0);
    let reach = length(rim.direction[0], rim.direction[1]).max(f64::MIN_POSITIVE);
    let [x, y] = rim.direction.map(|v| v / reach);
    let mut light = Path::default();
    for &(middle, radius) in locks {
        let out = center.distance(middle).max(f64::MIN_POSITIVE);
        let (u, v) = ((middle.x - center.x) / out, (middle.y - center.y) / out);
        let width = rim.width * smoothstep(-0.1, 0.9, u * x + v * y);
        let on_edge = |along: f64, across: f64| {
            middle.moved(radius * (u * along - v * across), radius * (v * along + u * across))
        };
        let arc = [on_edge(0.45, -0.8), on_edge(0.85, -0.35), on_edge(0.85, 0.35), on_edge(0.45, 0.8)];
        light.join(taper(&arc, &[0.1, width * 0.7, width * 0.7, 0.1]));
    }
    light
}

/// And along the hairline, smaller.
fn hairline_locks(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    let mut chance = Chance::of(rig, 2);
    let top = combing.top(&HAIRLINE);
    let line = open(&HAIRLINE.map(|spot| combing.point(combing.over_brow(spot, top), 1.5))).flatten(4);
    for (i, p) in line.iter().enumerate().step_by(2) {
        // They run out towards the ears, or they would hang there like beads.
        let grown = smoothstep(-3.0, 10.0, i.min(line.len() - 1 - i) as f64);
        let radius = chance.within(2.2, 3.8) * grown;
        let color = mix(rig.hair.shade, rig.hair.base, combing.lit_at(*p, LIT_FROM));
        canvas.flat(round_lock(p.moved(0.0, -1.5), radius, &mut chance), color);
    }
}

fn round_lock(middle: Point, radius: f64, chance: &mut Chance) -> Path {
    let outline: [Point; 6] = std::array::from_fn(|i| {
        let (sin, cos) = (i as f64 * FRAC_PI_3).sin_cos();
        middle.moved(radius * cos * chance.within(0.9, 1.12), radius * sin * chance.within(0.9, 1.12))
    });
    shape(&outline)
}

/// Short crescents all over, most of them light on the side of the light.
fn crescents(combing: &Combing, volume: f64, canvas: &mut Canvas) {
    let rig = combing.rig;
    let mut chance = Chance::of(rig, 3);
    for i in 0..CRESCENTS {
        let azimuth = chance.within(-96.0, 96.0);
        let lowest = if azimuth.abs() < 56.0 { -56.0 } else { -22.0 };
        let y = chance.within(-99.0, lowest);
        let lift = chance.within(1.0, volume * 0.95) * smoothstep(-20.0, -75.0, y);
        let (r, threshold) = (chance.within(2.8, 5.2), chance.within(-26.0, 14.0));
        let p = combing.point((azimuth, y), lift);
        // Past the horizon they would crowd along the edge.
        let shown = smoothstep(-0.1, 0.2, combing.facing((azimuth, y)));
        let r = r * lerp(0.4, 1.0, shown);
        let lit = combing.lit_at(p, threshold);
        let line = [(-1.0, 0.4), (-0.3, -0.8), (0.9, -0.1), (0.5, 0.8)].map(|(x, y)| p.moved(x * r, y * r));
        let color = if i % 3 == 0 { rig.hair.deep } else { mix(rig.hair.deep, rig.hair.light, lit) };
        canvas.fill(taper(&line, &[0.3, 1.7, 1.5, 0.3]), color, lerp(0.75, 0.6, lit) * lerp(0.04, 1.0, shown), 0.0);
    }
}
