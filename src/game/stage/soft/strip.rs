//! A strip between two outlines: the light along an edge, the frame of a pair of glasses.

use bevy::math::Vec2;

use super::flatten::{at, is_needed, steps, tolerance};
use super::{Brush, Geometry, View};

/// A place along the strip: a point of either side.
type Pair = [Vec2; 2];

/// Points across the strip, from one side to the other, with their coverage.
type Rung = [(Vec2, f32); 4];

/// Coverage that no eye sees.
const NOTHING: f32 = 0.5 / 255.0;

/// Fills the strip between two outlines with as many cubics each, drawn in opposite directions or in the same.
pub(super) fn strip(geometry: &mut Geometry, brush: &Brush, view: &View, outer: &[[f32; 2]], inner: &[[f32; 2]]) {
    let pairs = pairs(outer, inner, view, tolerance(brush.sigma));
    let rungs: Vec<Rung> = pairs.iter().map(|[p, q]| across(brush, *p, *q)).collect();
    let mut places = vec![None; rungs.len()];
    let mut place = |i: usize| {
        *places[i].get_or_insert_with(|| {
            let first = geometry.positions.len() as u32;
            rungs[i].iter().for_each(|(at, alpha)| geometry.push(brush, *at, *alpha));
            first
        })
    };
    let next = |i: usize| (i + 1) % rungs.len();
    let shown = (0..rungs.len()).filter(|i| shows(&rungs[*i], &rungs[next(*i)], view.size));
    let shown: Vec<[u32; 2]> = shown.map(|i| [place(i), place(next(i))]).collect();
    // the middle first: the first fragment of a layer wins
    for ring in [1, 0, 2] {
        for [a, b] in shown.iter().map(|pair| pair.map(|first| first + ring)) {
            geometry.indices.extend([a, a + 1, b + 1, a, b + 1, b]);
        }
    }
}

/// Whether anything is seen of the strip between two rungs.
fn shows(a: &Rung, b: &Rung, size: Vec2) -> bool {
    let both = || a.iter().chain(b);
    let (low, high) = both().fold((Vec2::MAX, Vec2::MIN), |(low, high), (p, _)| (low.min(*p), high.max(*p)));
    both().any(|(_, alpha)| *alpha > NOTHING) && low.cmple(size).all() && high.cmpge(Vec2::ZERO).all()
}

fn across(brush: &Brush, p: Vec2, q: Vec2) -> Rung {
    let thickness = p.distance(q);
    let along = (q - p).normalize_or_zero();
    let reach = 1.7 * brush.sigma;
    let half = thickness * 0.5;
    let alpha = |depth: f32| brush.profile(depth, thickness);
    let (near, far) = (half.min(reach), (thickness - reach).max(half));
    let rung = [(-reach, 0.0), (near, alpha(near)), (far, alpha(far)), (thickness + reach, 0.0)];
    rung.map(|(depth, alpha)| (p + along * depth, alpha))
}

/// Both sides in step, without places that add nothing to either.
fn pairs(outer: &[[f32; 2]], inner: &[[f32; 2]], view: &View, tolerance: f32) -> Vec<Pair> {
    let pixels = |outline: &[[f32; 2]]| -> Vec<Vec2> { outline.iter().map(|point| view.pixel(*point)).collect() };
    let (outer, mut inner) = (pixels(outer), pixels(inner));
    if area(&outer) * area(&inner) < 0.0 {
        inner.reverse();
    }
    let mut pairs = Vec::new();
    for (p, q) in cubics(&outer).zip(cubics(&inner)) {
        let steps = steps(&p, tolerance).max(steps(&q, tolerance));
        pairs.extend((0..steps).map(|j| j as f32 / steps as f32).map(|t| [at(&p, t), at(&q, t)]));
    }
    thin(&mut pairs, tolerance);
    pairs
}

fn cubics(points: &[Vec2]) -> impl Iterator<Item = [Vec2; 4]> {
    points.windows(4).step_by(3).map(|four| [four[0], four[1], four[2], four[3]])
}

fn thin(pairs: &mut Vec<Pair>, tolerance: f32) {
    let (Some(first), Some(mut last)) = (pairs.first().copied(), pairs.last().copied()) else { return };
    let mut kept = 0;
    for i in 0..pairs.len() {
        let (here, next) = (pairs[i], pairs.get(i + 1).copied().unwrap_or(first));
        if (0..2).any(|side| is_needed(last[side], here[side], next[side], tolerance)) {
            pairs[kept] = here;
            kept += 1;
            last = here;
        }
    }
    pairs.truncate(kept);
}

fn area(points: &[Vec2]) -> f32 {
    (0..points.len()).map(|i| points[i].perp_dot(points[(i + 1) % points.len()])).sum()
}
