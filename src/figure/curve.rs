//! Smooth outlines through points, strokes that taper, and light along an edge.

use super::drawing::{Kind, Outline};
use super::math::{clamp, length, lerp, smoothstep};

/// A point of an outline, in figure units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    /// The outline breaks here instead of bending.
    pub corner: bool,
}

/// A point where the outline bends.
pub const fn at(x: f64, y: f64) -> Point {
    Point { x, y, corner: false }
}

/// A point where the outline breaks.
pub const fn corner(x: f64, y: f64) -> Point {
    Point { x, y, corner: true }
}

impl Point {
    /// The same place as a corner.
    pub const fn sharp(self) -> Self {
        Self { corner: true, ..self }
    }

    /// The same place as a bend.
    pub const fn smooth(self) -> Self {
        Self { corner: false, ..self }
    }

    /// Moved; a corner stays a corner.
    pub fn moved(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// A bend on the straight line to another point.
    pub fn toward(self, other: Self, share: f64) -> Self {
        at(lerp(self.x, other.x, share), lerp(self.y, other.y, share))
    }

    pub fn distance(self, other: Self) -> f64 {
        length(other.x - self.x, other.y - self.y)
    }
}

/// Cubic segments end to end: the first point, then three for each segment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spline(Vec<[f64; 2]>);

/// One shape to fill or to clip by.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    pub outlines: Vec<Outline>,
    pub kind: Kind,
}

impl Path {
    /// Adds the outlines of another shape.
    pub fn join(&mut self, other: Self) {
        self.outlines.extend(other.outlines);
    }
}

/// A closed curve through points.
pub fn closed(points: &[Point]) -> Spline {
    Spline::through(points, true)
}

/// A curve through points that ends at the last.
pub fn open(points: &[Point]) -> Spline {
    Spline::through(points, false)
}

/// A closed smooth shape through points.
pub fn shape(points: &[Point]) -> Path {
    let mut outline = Vec::with_capacity(3 * points.len() + 1);
    trace(points, true, |x, y| outline.push([x as f32, y as f32]));
    Path { outlines: vec![outline], kind: Kind::Shape }
}

/// A closed shape with straight sides.
pub fn polygon(points: &[Point]) -> Path {
    let points: Vec<_> = points.iter().map(|p| [p.x, p.y]).collect();
    Path { outlines: vec![straight(&points)], kind: Kind::Shape }
}

/// A stroke as one shape whose width varies along it: brows, lash lines, folds, strands.
pub fn taper(points: &[Point], widths: &[f64]) -> Path {
    taper_in(points, widths, 5)
}

/// As [`taper`], with `steps` points for each segment instead of 5.
pub fn taper_in(points: &[Point], widths: &[f64], steps: usize) -> Path {
    let line = open(points).flatten(steps);
    let last = line.len() - 1;
    let mut outline = vec![Point::default(); 2 * line.len()];
    for (i, p) in line.iter().enumerate() {
        let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(last)]);
        let half = width_at(widths, i as f64 / last as f64) / 2.0;
        let scale = half / positive(a.distance(b));
        let (nx, ny) = (-(b.y - a.y) * scale, (b.x - a.x) * scale);
        let end = i == 0 || i == last;
        outline[i] = Point { x: p.x + nx, y: p.y + ny, corner: end };
        outline[2 * last + 1 - i] = Point { x: p.x - nx, y: p.y - ny, corner: end };
    }
    shape(&outline)
}

/// A short stroke as a leaf: pointed at both ends, `width` wide at the point it bends through. A quarter of a taper's work.
pub fn leaf([from, bend, to]: [Point; 3], width: f64) -> Path {
    let half = width / 2.0 / positive(from.distance(to));
    let (nx, ny) = (-(to.y - from.y) * half, (to.x - from.x) * half);
    shape(&[from.sharp(), bend.smooth().moved(nx, ny), to.sharp(), bend.smooth().moved(-nx, -ny)])
}

fn width_at(widths: &[f64], share: f64) -> f64 {
    let spans = widths.len() - 1;
    let along = share * spans as f64;
    let span = (along as usize).min(spans - 1);
    lerp(widths[span], widths[span + 1], smoothstep(0.0, 1.0, along - span as f64))
}

const TINY: f64 = 1e-6;
/// Share of a segment's length that its handles take.
const HANDLE: f64 = 0.36;

impl Spline {
    fn through(points: &[Point], closed: bool) -> Self {
        let mut line = Vec::with_capacity(3 * points.len() + 1);
        trace(points, closed, |x, y| line.push([x, y]));
        Self(line)
    }

    /// Whether it has no point at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The area within.
    pub fn path(&self) -> Path {
        let outline = self.0.iter().map(|&[x, y]| [x as f32, y as f32]).collect();
        Path { outlines: vec![outline], kind: Kind::Shape }
    }

    /// Points along the curve, `steps` for each segment, and the end.
    pub fn flatten(&self, steps: usize) -> Vec<Point> {
        let mut points = Vec::with_capacity(self.0.len() / 3 * steps + 1);
        for segment in self.0.windows(4).step_by(3) {
            points.extend((0..steps).map(|k| on_cubic(segment, k as f64 / steps as f64)));
        }
        points.extend(self.0.last().map(|&[x, y]| at(x, y)));
        points
    }

    /// Light along the inside of a closed curve, `width` wide where it faces `direction` and narrower away from it by `power`.
    pub fn rim(&self, direction: [f64; 2], width: f64, power: f64) -> Path {
        let mut line = self.flatten(7);
        line.pop();
        let reach = positive(length(direction[0], direction[1]));
        let light = direction.map(|v| v / reach);
        let count = line.len();
        let outward = if area(&line) > 0.0 { 1.0 } else { -1.0 };
        let inner: Vec<_> = (0..count)
            .map(|i| {
                let (p, a, b) = (line[i], line[(i + count - 1) % count], line[(i + 1) % count]);
                let length = positive(a.distance(b));
                let (nx, ny) = ((b.y - a.y) / length * outward, -(b.x - a.x) / length * outward);
                let depth = width * libm::pow(clamp(nx * light[0] + ny * light[1]), power);
                [p.x - nx * depth, p.y - ny * depth]
            })
            .collect();
        let outer: Vec<_> = line.iter().map(|p| [p.x, p.y]).collect();
        Path { outlines: vec![straight(&outer), straight(&inner)], kind: Kind::Strip }
    }
}

/// Hands over the first point of a curve, then three for each segment.
fn trace(points: &[Point], closed: bool, mut put: impl FnMut(f64, f64)) {
    let count = points.len();
    let segments = if closed { count } else { count - 1 };
    put(points[0].x, points[0].y);
    let mut leaving = tangent(points, 0, closed);
    for i in 0..segments {
        let j = if i + 1 == count { 0 } else { i + 1 };
        let (a, b) = (points[i], points[j]);
        let reach = a.distance(b) * HANDLE;
        let arriving = tangent(points, j, closed);
        match leaving {
            Some([x, y]) => put(a.x + x * reach, a.y + y * reach),
            None => put(lerp(a.x, b.x, 0.33), lerp(a.y, b.y, 0.33)),
        }
        match arriving {
            Some([x, y]) => put(b.x - x * reach, b.y - y * reach),
            None => put(lerp(a.x, b.x, 0.67), lerp(a.y, b.y, 0.67)),
        }
        put(b.x, b.y);
        leaving = arriving;
    }
}

/// The direction of the curve at a point; none at a corner and at a loose end.
fn tangent(points: &[Point], i: usize, closed: bool) -> Option<[f64; 2]> {
    let (p, last) = (points[i], points.len() - 1);
    if p.corner || (!closed && (i == 0 || i == last)) {
        return None;
    }
    let before = points[if i == 0 { last } else { i - 1 }];
    let after = points[if i == last { 0 } else { i + 1 }];
    let (x0, y0, x1, y1) = (p.x - before.x, p.y - before.y, after.x - p.x, after.y - p.y);
    // The shorter side decides: each side's direction weighs as much as the other side is long.
    let ratio = positive(length(x1, y1)) / positive(length(x0, y0));
    let (x, y) = (x0 * ratio + x1 / ratio, y0 * ratio + y1 / ratio);
    let scale = 1.0 / positive(length(x, y));
    Some([x * scale, y * scale])
}

fn positive(length: f64) -> f64 {
    if length == 0.0 { TINY } else { length }
}

fn on_cubic(segment: &[[f64; 2]], t: f64) -> Point {
    let u = 1.0 - t;
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let sum = |k: usize| (0..4).map(|i| weights[i] * segment[i][k]).sum();
    at(sum(0), sum(1))
}

/// Twice the signed area, positive when the outline turns clockwise on the screen.
fn area(line: &[Point]) -> f64 {
    let next = line.iter().cycle().skip(1);
    line.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum()
}

/// Straight sides as cubics; the last side back to the start is left to the closing.
fn straight(points: &[[f64; 2]]) -> Outline {
    let single = |p: [f64; 2]| p.map(|v| v as f32);
    let mut outline = Vec::with_capacity(3 * points.len());
    outline.extend(points.first().copied().map(single));
    for pair in points.windows(2) {
        let along = |share: f64| single([lerp(pair[0][0], pair[1][0], share), lerp(pair[0][1], pair[1][1], share)]);
        outline.extend([along(1.0 / 3.0), along(2.0 / 3.0), along(1.0)]);
    }
    outline
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corner_keeps_its_sides_straight() {
        let square = [corner(0.0, 0.0), corner(3.0, 0.0), corner(3.0, 3.0), corner(0.0, 3.0)];
        assert_eq!(shape(&square).outlines[0][1..4], [[0.99, 0.0], [2.01, 0.0], [3.0, 0.0]]);
    }

    #[test]
    fn a_bend_passes_through_its_points() {
        let line = open(&[at(0.0, 0.0), at(1.0, 1.0), at(2.0, 0.0)]).flatten(2);
        assert_eq!([line[0], line[2], line[4]], [at(0.0, 0.0), at(1.0, 1.0), at(2.0, 0.0)]);
    }

    #[test]
    fn a_leaf_is_as_wide_as_it_says_where_it_bends() {
        let leaf = leaf([at(0.0, 0.0), at(2.0, 1.0), at(4.0, 0.0)], 3.0);
        let outline = &leaf.outlines[0];
        assert_eq!([outline[0], outline[3], outline[6], outline[9]], [[0.0, 0.0], [2.0, 2.5], [4.0, 0.0], [2.0, -0.5]]);
    }

    #[test]
    fn a_rim_lies_only_where_the_edge_faces_the_light() {
        let disc = closed(&[at(-5.0, 0.0), at(0.0, -5.0), at(5.0, 0.0), at(0.0, 5.0)]);
        let rim = disc.rim([1.0, 0.0], 2.0, 1.0);
        let depth = |i: usize| (rim.outlines[0][3 * i][0] - rim.outlines[1][3 * i][0]).abs();
        assert_eq!(depth(0), 0.0);
        assert!((depth(14) - 2.0).abs() < 1e-6);
    }
}
