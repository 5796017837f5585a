//! The brows, and the lines that they and the forehead make.

use super::canvas::Canvas;
use super::color::mix;
use super::curve::{Point, at, taper};
use super::expression::Side;
use super::math::{clamp, smoothstep};
use super::rig::Rig;

/// A brow at rest from the nose to the temple: x outwards, y down.
const REST: [[f64; 2]; 5] = [[12.4, -20.4], [22.0, -23.6], [36.0, -26.0], [46.5, -23.0], [54.0, -17.0]];
/// Share of the arch at each point.
const ARCH: [f64; 5] = [0.0, 0.0, 1.0, 0.6, 0.0];
/// What each action unit does to the five points at full intensity.
const MOVES: [(usize, [[f64; 2]; 5]); 6] = [
    (1, [[-0.6, -9.6], [0.0, -7.0], [0.0, -1.6], [0.0, 0.4], [0.0, 0.8]]),
    (2, [[0.0, -1.2], [0.0, -4.2], [0.0, -8.2], [0.0, -8.6], [0.0, -5.5]]),
    (4, [[-4.8, 8.6], [-3.4, 8.0], [-2.0, 5.0], [-0.6, 1.6], [0.0, 0.2]]),
    (9, [[-1.8, 4.2], [-1.0, 3.4], [0.0, 1.6], [0.0, 0.3], [0.0, 0.0]]),
    (6, [[0.0, 0.2], [0.0, 0.5], [0.0, 1.0], [0.0, 1.8], [0.0, 1.6]]),
    (43, [[0.0, 0.6], [0.0, 0.8], [0.0, 0.9], [0.0, 0.9], [0.0, 0.8]]),
];
/// How much of unit 4's drop unit 1 cancels at each point.
const CANCELED: [f64; 5] = [1.0, 0.80, 0.35, 0.0, 0.0];

/// The five points of a brow on the face: x outwards, y down.
pub fn points(rig: &Rig, side: Side) -> [Point; 5] {
    let face = &rig.look.face;
    let low = face.brow_y + rig.look.asym.brow_y * side.sign();
    let raised = rig.unit_on(1, side);
    let mut points = [Point::default(); 5];
    for (i, point) in points.iter_mut().enumerate() {
        *point = at(REST[i][0] + face.brow_x, REST[i][1] - face.brow_arch * ARCH[i] + low);
        for (unit, moves) in &MOVES {
            let by = rig.unit_on(*unit, side);
            let kept = if *unit == 4 { 1.0 - CANCELED[i] * raised } else { 1.0 };
            *point = point.moved(moves[i][0] * by, moves[i][1] * by * kept);
        }
    }
    points
}

/// One brow, with a few hairs at its inner end that keep it from looking stamped.
pub fn draw(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let e = side.sign();
    // In profile the bone of the brow hides the far one.
    let width = rig.look.face.brow_width * (1.0 - smoothstep(0.0, 0.75, rig.hidden(side)));
    let points = points(rig, side);
    let own = rig.look.brow_color.unwrap_or_else(|| mix(rig.hair.base, rig.skin.dark, 0.45));
    let color = mix(own, rig.skin.deep, 0.08);
    let on_brow = |x: f64, y: f64| rig.over_face(e * x, y, 2.5);
    let inner = points[0];
    let mut line = vec![on_brow(inner.x - 2.6, inner.y + 1.4)];
    line.extend(points.iter().map(|p| on_brow(p.x, p.y)));
    let widths = [1.6 * width, 3.6 * width, 5.4 * width, 4.7 * width, 3.1 * width, 0.5];
    canvas.fill(taper(&line, &widths), color, 0.94, 0.25);
    for (dx, length) in [(-0.4, 4.2), (1.8, 4.8), (4.6, 4.6)] {
        let (x, y) = (inner.x + dx, inner.y - 0.1 * dx);
        let hair = [on_brow(x, y + 1.6), on_brow(x + 1.0, y - length * 0.7 * width)];
        canvas.fill(taper(&hair, &[1.5 * width, 0.3]), color, 0.55, 0.0);
    }
}

/// Furrows between the brows and lines across the forehead.
pub fn lines(rig: &Rig, canvas: &mut Canvas) {
    for side in Side::BOTH {
        furrow(rig, side, canvas);
    }
    let (inner, outer) = (rig.unit(1), rig.unit(2));
    let raised = clamp((inner + outer) * 0.5 * (0.45 + 0.75 * rig.age) + inner * 0.25 * rig.age);
    if raised >= 0.05 {
        raised_lines(rig, raised, canvas);
    }
    if rig.age > 0.35 {
        resting_lines(rig, raised, canvas);
    }
}

fn furrow(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let (e, age) = (side.sign(), rig.age);
    let depth = clamp(rig.unit_on(4, side) * (0.8 + 0.3 * age) + 0.10 * age + rig.unit_on(9, side) * 0.5);
    let up = rig.unit_on(1, side);
    let dy = points(rig, side)[0].y + 20.4;
    let line = [
        rig.over_face(e * 5.4, -10.0 + dy, 2.0),
        rig.over_face(e * 5.0, -17.0 + dy, 2.0),
        rig.over_face(e * (6.6 + up), -26.0 + dy * 0.6, 1.0),
        rig.over_face(e * (6.8 + up), -31.0 + dy * 0.5, 1.0),
    ];
    canvas.fill(taper(&line, &[0.3, 1.9, 1.5, 0.2]), rig.skin.deep, 0.70 * depth, 0.4);
}

/// Across the forehead while the brows are up: short and bent when only their inner ends are.
fn raised_lines(rig: &Rig, raised: f64, canvas: &mut Canvas) {
    let (inner, outer) = (rig.unit(1), rig.unit(2));
    let narrow = clamp(inner - outer);
    let bend = -2.5 * narrow + 1.5 * clamp(outer - inner);
    let soft = mix(rig.skin.shade, rig.skin.deep, 0.5);
    let rows = [(-39.0, 33.0, soft, 0.75), (-48.0, 36.0, soft, 0.7), (-57.0, 30.0, rig.skin.shade, 0.5)];
    for (y, width, tone, opacity) in rows {
        let y = y - (inner + outer) * 1.6;
        let w = width * (1.0 - 0.35 * narrow);
        let line = [
            rig.face(-w, y + 3.4),
            rig.face(-w * 0.5, y - 0.6),
            rig.face(0.0, y + 1.2 + bend),
            rig.face(w * 0.5, y - 0.8),
            rig.face(w, y + 3.0),
        ];
        canvas.fill(taper(&line, &[0.2, 1.5, 1.3, 1.6, 0.2]), tone, opacity * raised, 0.4);
    }
}

/// What the years leave across the forehead.
fn resting_lines(rig: &Rig, raised: f64, canvas: &mut Canvas) {
    for (x, y) in [(-28.0, -42.0), (-25.0, -52.0)] {
        let line = [rig.face(x, y + 2.0), rig.face(-8.0, y), rig.face(10.0, y + 1.2), rig.face(27.0, y + 2.4)];
        let widths = [0.2, 1.2, 1.1, 0.2];
        canvas.fill(taper(&line, &widths), rig.skin.shade, 0.42 * rig.age * (1.0 - raised), 0.4);
    }
}
