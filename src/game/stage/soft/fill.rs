//! The inside of a polygon and the rings of its soft edge.

use bevy::math::Vec2;
use i_overlay::core::fill_rule::FillRule;
use i_overlay::float::simplify::SimplifyShape;

use super::ears::ears;
use super::{Brush, Geometry, View};

/// A half thickness no blur reaches.
const THICK: f32 = 1e6;

/// One spoke across the edge, at the point `point`; a sharp corner has three.
struct Spoke {
    point: usize,
    outward: Vec2,
    /// Also outwards, for the rings that lie inside.
    inward: Vec2,
}

/// Fills a polygon. One that crosses itself is replaced by the outline of its union.
pub(super) fn fill(geometry: &mut Geometry, brush: &Brush, points: Vec<Vec2>, view: &View) {
    if points.len() < 3 {
        return;
    }
    let points = positive(points);
    if shade(geometry, brush, &points, view) {
        return;
    }
    let flat: Vec<[f32; 2]> = points.iter().map(|p| p.to_array()).collect();
    for shape in flat.simplify_shape(FillRule::NonZero) {
        if let Some(outer) = shape.first().filter(|o| o.len() > 2) {
            let outer = positive(outer.iter().map(|p| Vec2::from(*p)).collect());
            shade(geometry, brush, &outer, view);
        }
    }
}

fn positive(mut points: Vec<Vec2>) -> Vec<Vec2> {
    let n = points.len();
    let area: f32 = (0..n).map(|i| points[i].perp_dot(points[(i + 1) % n])).sum();
    if area < 0.0 {
        points.reverse();
    }
    points
}

/// Where the rings lie, in standard deviations inwards from the outline.
fn rings(sigma: f32) -> &'static [f32] {
    if sigma < 1.0 {
        &[-1.6, 1.6]
    } else if sigma < 2.5 {
        &[-1.9, 0.0, 1.9]
    } else {
        &[-2.2, -0.8, 0.8, 2.2]
    }
}

/// False, with nothing drawn, when the polygon has an inside but crosses itself.
fn shade(geometry: &mut Geometry, brush: &Brush, points: &[Vec2], view: &View) -> bool {
    let rings = rings(brush.sigma);
    let reach = rings[rings.len() - 1] * brush.sigma;
    let (spokes, half) = edge(points, reach);
    let inside = if half.iter().any(|h| *h > reach) {
        let Some(triangles) = ears(points) else { return false };
        triangles
    } else {
        Vec::new()
    };
    let base = geometry.positions.len() as u32;
    for (r, ring) in rings.iter().enumerate() {
        let thick = if r == rings.len() - 1 { 1.0 } else { brush.profile(ring * brush.sigma, 2.0 * THICK) };
        for spoke in &spokes {
            let h = half[spoke.point];
            let depth = (ring * brush.sigma).min(h);
            let alpha = if r == 0 {
                0.0
            } else if h >= THICK {
                thick
            } else {
                brush.profile(depth, 2.0 * h)
            };
            let along = if depth < 0.0 { spoke.outward } else { spoke.inward };
            geometry.push(brush, points[spoke.point] - along * depth, alpha);
        }
    }
    // the inside first, then the bands from the inside out: the first fragment of a layer wins
    let count = spokes.len() as u32;
    let innermost = base + count * (rings.len() as u32 - 1);
    if !inside.is_empty() {
        solid(geometry, &inside, &spokes, innermost);
    }
    for r in (0..rings.len() as u32 - 1).rev() {
        band(geometry, base + count * r, count, view.size);
    }
    true
}

/// The inside's triangles, hung on the innermost ring, and the wedges that a concave corner leaves there.
fn solid(geometry: &mut Geometry, inside: &[u32], spokes: &[Spoke], innermost: u32) {
    let mut first = Vec::with_capacity(spokes.len());
    for (k, spoke) in spokes.iter().enumerate() {
        if first.len() == spoke.point {
            first.push(innermost + k as u32);
        }
    }
    geometry.indices.extend(inside.iter().map(|&t| first[t as usize]));
    for (k, pair) in spokes.windows(2).enumerate() {
        let (at, root) = (innermost + k as u32, first[pair[0].point]);
        if pair[0].point == pair[1].point && pair[0].inward != pair[1].inward && root != at {
            geometry.indices.extend([root, at, at + 1]);
        }
    }
}

/// The quads between the ring that starts at `outer` and the next one inwards, where they can be seen.
fn band(geometry: &mut Geometry, outer: u32, count: u32, size: Vec2) {
    let inner = outer + count;
    for k in 0..count {
        let l = (k + 1) % count;
        let quad = [inner + k, outer + k, outer + l, inner + l];
        let [a, b, c, d] = quad.map(|v| {
            let p = geometry.positions[v as usize];
            Vec2::new(p[0], p[1])
        });
        let (low, high) = (a.min(b).min(c).min(d), a.max(b).max(c).max(d));
        if low.y > size.y || low.x > size.x || high.x < 0.0 || high.y < 0.0 {
            continue;
        }
        if (b - a).perp_dot(c - a).abs() > 0.04 {
            geometry.indices.extend([quad[0], quad[1], quad[2]]);
        }
        if (c - a).perp_dot(d - a).abs() > 0.04 {
            geometry.indices.extend([quad[0], quad[2], quad[3]]);
        }
    }
}

/// The spokes of a polygon's edge, and half the thickness of the shape under each point.
fn edge(points: &[Vec2], reach: f32) -> (Vec<Spoke>, Vec<f32>) {
    let n = points.len();
    let normals: Vec<Vec2> = (0..n)
        .map(|i| {
            let d = (points[(i + 1) % n] - points[i]).normalize_or_zero();
            Vec2::new(d.y, -d.x)
        })
        .collect();
    let mut spokes = Vec::with_capacity(n + 16);
    let mut half = Vec::with_capacity(n);
    for i in 0..n {
        let (before, after) = (normals[(i + n - 1) % n], normals[i]);
        let middle = spokes_at(&mut spokes, i, before, after);
        half.push(half_thickness(points, i, middle, 2.0 * reach + 1e-3));
    }
    slope(points, &mut half);
    (spokes, half)
}

/// Adds the spokes of one point; gives the direction between its two edges' normals.
fn spokes_at(spokes: &mut Vec<Spoke>, point: usize, before: Vec2, after: Vec2) -> Vec2 {
    let dot = before.dot(after);
    let middle = if dot < -0.999 { Vec2::new(after.y, -after.x) } else { (before + after).normalize_or_zero() };
    // the mitre, at most 2
    let mitre = middle * (1.0 / (0.5 + 0.5 * dot).max(0.0).sqrt().max(0.1)).min(2.0);
    if dot > 0.72 {
        spokes.push(Spoke { point, outward: mitre, inward: mitre });
    } else if before.perp_dot(after) > 0.0 {
        spokes.extend([before, middle, after].map(|outward| Spoke { point, outward, inward: mitre }));
    } else {
        spokes.extend([before, middle, after].map(|inward| Spoke { point, outward: mitre, inward }));
    }
    middle
}

/// Half the way from a point straight inwards to the other side; [`THICK`] where that is `limit` or more.
fn half_thickness(points: &[Vec2], i: usize, outwards: Vec2, limit: f32) -> f32 {
    let (n, p) = (points.len(), points[i]);
    let side = |q: Vec2| outwards.perp_dot(q - p);
    let mut best = limit;
    let mut before = side(points[n - 1]);
    for (j, &q) in points.iter().enumerate() {
        let here = side(q);
        let j0 = (j + n - 1) % n;
        if (here > 0.0) != (before > 0.0) && j0 != i && j != i {
            let crossing = points[j0].lerp(q, before / (before - here)) - p;
            let depth = -crossing.dot(outwards);
            if depth > 1e-4 && depth < best {
                best = depth;
            }
        }
        before = here;
    }
    if best >= limit { THICK } else { best * 0.5 }
}

/// Lets the thickness grow no faster than the way along the outline, in both directions.
fn slope(points: &[Vec2], half: &mut [f32]) {
    let n = points.len();
    let mut relax = |i: usize, j: usize| half[j] = half[j].min(half[i] + points[i].distance(points[j]));
    for q in 0..2 * n {
        relax(q % n, (q + 1) % n);
    }
    for q in (0..2 * n).rev() {
        relax((q + 1) % n, q % n);
    }
}
