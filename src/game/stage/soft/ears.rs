//! Cutting a polygon into triangles.

use bevy::math::Vec2;

/// Indices of the triangles that fill a polygon of positive area, or `None` when it crosses itself.
pub(super) fn ears(points: &[Vec2]) -> Option<Vec<u32>> {
    let mut left: Vec<u32> = (0..points.len() as u32).collect();
    let mut triangles = Vec::with_capacity(points.len() * 3);
    let (mut at, mut missed) = (0, 0);
    while left.len() > 3 {
        let n = left.len();
        let ear = [left[(at + n - 1) % n], left[at % n], left[(at + 1) % n]];
        if is_ear(points, &left, ear) {
            triangles.extend(ear);
            left.remove(at % n);
            at = at.saturating_sub(1);
            missed = 0;
        } else {
            at = (at + 1) % n;
            missed += 1;
        }
        if missed > n {
            return None;
        }
    }
    if left.len() == 3 {
        if turn(points, left[0], left[1], left[2]) <= -0.01 {
            return None;
        }
        triangles.extend(left);
    }
    Some(triangles)
}

fn is_ear(points: &[Vec2], left: &[u32], [a, b, c]: [u32; 3]) -> bool {
    turn(points, a, b, c) > 1e-7
        && !left.iter().any(|&q| {
            q != a
                && q != b
                && q != c
                && turn(points, a, b, q) > 0.0
                && turn(points, b, c, q) > 0.0
                && turn(points, c, a, q) > 0.0
        })
}

fn turn(points: &[Vec2], a: u32, b: u32, c: u32) -> f32 {
    let (a, b, c) = (points[a as usize], points[b as usize], points[c as usize]);
    (b - a).perp_dot(c - a)
}
