//! A strip between two outlines: the light along an edge, the frame of a pair of glasses.

use bevy::math::Vec2;

use super::flatten::at;
use super::{Brush, Geometry, View};

/// Straight pieces a cubic is cut into.
const PIECES: usize = 4;

/// Fills the strip between two outlines with as many cubics each, drawn in opposite directions or in the same.
pub(super) fn strip(geometry: &mut Geometry, brush: &Brush, view: &View, outer: &[[f32; 2]], inner: &[[f32; 2]]) {
    let (outer, mut inner) = (cut(outer, view), cut(inner, view));
    if area(&outer) * area(&inner) < 0.0 {
        inner.reverse();
    }
    let count = outer.len().min(inner.len());
    let base = geometry.positions.len() as u32;
    for (p, q) in outer.iter().zip(&inner) {
        across(geometry, brush, *p, *q);
    }
    // the middle first: the first fragment of a layer wins
    for ring in [1, 0, 2] {
        for i in 0..count as u32 {
            let (a, b) = (base + 4 * i + ring, base + 4 * ((i + 1) % count as u32) + ring);
            geometry.indices.extend([a, a + 1, b + 1, a, b + 1, b]);
        }
    }
}

/// Four vertices from one side to the other.
fn across(geometry: &mut Geometry, brush: &Brush, p: Vec2, q: Vec2) {
    let thickness = p.distance(q);
    let along = (q - p).normalize_or_zero();
    let reach = 1.7 * brush.sigma;
    let half = thickness * 0.5;
    let ends = [-reach, half.min(reach), (thickness - reach).max(half), thickness + reach];
    for (k, depth) in ends.into_iter().enumerate() {
        let alpha = if k == 0 || k == 3 { 0.0 } else { brush.profile(depth, thickness) };
        geometry.push(brush, p + along * depth, alpha);
    }
}

fn cut(outline: &[[f32; 2]], view: &View) -> Vec<Vec2> {
    let mut points = Vec::new();
    for cubic in outline.windows(4).step_by(3) {
        let q = [0, 1, 2, 3].map(|k| view.pixel(cubic[k]));
        points.extend((0..PIECES).map(|j| at(&q, j as f32 / PIECES as f32)));
    }
    points
}

fn area(points: &[Vec2]) -> f32 {
    (0..points.len()).map(|i| points[i].perp_dot(points[(i + 1) % points.len()])).sum()
}
