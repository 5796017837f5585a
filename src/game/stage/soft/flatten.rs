//! A cubic outline as a polygon in pixels.

use bevy::math::Vec2;

use super::View;

/// The outline's corners in pixels, without points that add nothing; the coarser the softer its edge is. Empty when there is
/// nothing to fill.
pub(super) fn flatten(outline: &[[f32; 2]], view: &View, sigma: f32) -> Vec<Vec2> {
    let tolerance = tolerance(sigma);
    let mut points = Vec::with_capacity(outline.len());
    for cubic in outline.windows(4).step_by(3) {
        let q = [0, 1, 2, 3].map(|k| view.pixel(cubic[k]));
        let steps = steps(&q, tolerance);
        points.extend((0..steps).map(|j| at(&q, j as f32 / steps as f32)));
    }
    if let (Some(first), Some(last)) = (points.first().copied(), outline.last().map(|p| view.pixel(*p)))
        && first.distance_squared(last) > 1e-4
    {
        points.push(last);
    }
    thin(&mut points, tolerance);
    if points.len() < 3 { Vec::new() } else { points }
}

/// How far a polygon may leave its outline, in pixels: the farther the softer its edge is.
pub(super) fn tolerance(sigma: f32) -> f32 {
    0.3 + 0.35 * sigma.min(2.5)
}

/// A point of a cubic, `t` from 0 to 1.
pub(super) fn at(q: &[Vec2; 4], t: f32) -> Vec2 {
    let u = 1.0 - t;
    u * u * u * q[0] + 3.0 * u * u * t * q[1] + 3.0 * u * t * t * q[2] + t * t * t * q[3]
}

/// How many straight pieces keep a cubic within `tolerance` pixels (from its second differences).
pub(super) fn steps(q: &[Vec2; 4], tolerance: f32) -> usize {
    let bend = |a: Vec2, b: Vec2, c: Vec2| (a - 2.0 * b + c).length_squared();
    let most = bend(q[0], q[1], q[2]).max(bend(q[1], q[2], q[3])).sqrt();
    ((0.75 / tolerance * most).sqrt() * 1.1).ceil().clamp(1.0, 16.0) as usize
}

/// Drops points in dense, nearly straight runs.
fn thin(points: &mut Vec<Vec2>, tolerance: f32) {
    let (Some(first), Some(mut last)) = (points.first().copied(), points.last().copied()) else { return };
    let mut kept = 0;
    for i in 0..points.len() {
        let (p, next) = (points[i], points.get(i + 1).copied().unwrap_or(first));
        if is_needed(last, p, next, tolerance) {
            points[kept] = p;
            kept += 1;
            last = p;
        }
    }
    points.truncate(kept);
}

/// Whether a polygon would be another one without the point between these two.
pub(super) fn is_needed(last: Vec2, p: Vec2, next: Vec2, tolerance: f32) -> bool {
    let (a, b) = (p - last, next - last);
    let forward = a.dot(next - p) > 0.0;
    let straight = a.perp_dot(b).abs() < 0.6 * tolerance * b.length() && b.length() < 24.0;
    a.length() >= 0.02 && !(forward && straight)
}
