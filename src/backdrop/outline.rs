//! Forms as paths.

use tiny_skia::{FillRule, Path, PathBuilder, Rect};

use crate::cast::shape::{Form, Point};

/// How long a handle is, as a share of its segment.
const HANDLE: f32 = 0.36;
/// Points of a stroke's outline for each segment of its line.
const STEPS: usize = 6;

/// The closed path of a form; none when it encloses nothing.
pub fn path(form: &Form) -> Option<Path> {
    match form {
        Form::Rect(x, y, width, height) => Rect::from_xywh(*x, *y, *width, *height).map(PathBuilder::from_rect),
        Form::Ellipse(x, y, rx, ry) => {
            let around = Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry)?;
            PathBuilder::from_oval(around)
        }
        Form::Polygon(points) => polygon(&points.0),
        Form::Curve(points) => closed(&points.0),
        Form::Stroke(points, widths) => stroke(&points.0, widths),
        Form::Without(form, holes) => {
            let mut outline = PathBuilder::new();
            outline.push_path(&path(form)?);
            holes.iter().filter_map(path).for_each(|hole| outline.push_path(&hole));
            outline.finish()
        }
    }
}

/// What of a form's path is inside.
pub fn rule(form: &Form) -> FillRule {
    match form {
        Form::Without(..) => FillRule::EvenOdd,
        Form::Rect(..) | Form::Ellipse(..) | Form::Polygon(_) | Form::Curve(_) | Form::Stroke(..) => FillRule::Winding,
    }
}

fn polygon(points: &[Point]) -> Option<Path> {
    let (first, rest) = points.split_first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.x, first.y);
    rest.iter().for_each(|p| path.line_to(p.x, p.y));
    path.close();
    path.finish()
}

fn closed(points: &[Point]) -> Option<Path> {
    let first = points.first()?;
    let mut path = PathBuilder::new();
    path.move_to(first.x, first.y);
    for Segment([_, b, c, d]) in segments(points, points.len()) {
        path.cubic_to(b[0], b[1], c[0], c[1], d[0], d[1]);
    }
    path.close();
    path.finish()
}

/// A cubic: start, two handles, end.
struct Segment([[f32; 2]; 4]);

impl Segment {
    fn at(&self, t: f32) -> [f32; 2] {
        let u = 1.0 - t;
        let shares = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
        [0, 1].map(|axis| self.0.iter().zip(shares).map(|(p, share)| p[axis] * share).sum())
    }
}

/// The first `count` segments of the smooth closed curve through the points.
fn segments(points: &[Point], count: usize) -> Vec<Segment> {
    let at = |i: usize| points[i % points.len()];
    let tangents: Vec<_> = (0..points.len()).map(|i| tangent(at(i + points.len() - 1), at(i), at(i + 1))).collect();
    let segment = |i: usize| {
        let (a, d) = (at(i), at(i + 1));
        let reach = (d.x - a.x).hypot(d.y - a.y) * HANDLE;
        let straight = |share: f32| [a.x + (d.x - a.x) * share, a.y + (d.y - a.y) * share];
        let from = tangents[i % points.len()].map_or(straight(0.33), |t| [a.x + t[0] * reach, a.y + t[1] * reach]);
        let to = tangents[(i + 1) % points.len()].map_or(straight(0.67), |t| [d.x - t[0] * reach, d.y - t[1] * reach]);
        Segment([[a.x, a.y], from, to, [d.x, d.y]])
    };
    (0..count).map(segment).collect()
}

/// The direction in which a curve passes a point, turned towards the nearer neighbor; none at a corner.
fn tangent(before: Point, point: Point, after: Point) -> Option<[f32; 2]> {
    let (ax, ay) = (point.x - before.x, point.y - before.y);
    let (bx, by) = (after.x - point.x, after.y - point.y);
    let (a, b) = (ax.hypot(ay).max(1e-6), bx.hypot(by).max(1e-6));
    let (x, y) = (ax / a * b + bx / b * a, ay / a * b + by / b * a);
    let length = x.hypot(y).max(1e-6);
    (!point.corner).then_some([x / length, y / length])
}

fn stroke(points: &[Point], widths: &[f32]) -> Option<Path> {
    let last = points.len().checked_sub(1).filter(|last| *last > 0)?;
    let ends = |(i, p): (usize, &Point)| Point { corner: p.corner || i == 0 || i == last, ..*p };
    let points: Vec<Point> = points.iter().enumerate().map(ends).collect();
    let step = |segment: &Segment| (0..STEPS).map(|i| segment.at(i as f32 / STEPS as f32)).collect::<Vec<_>>();
    let mut line: Vec<[f32; 2]> = segments(&points, last).iter().flat_map(step).collect();
    line.push([points[last].x, points[last].y]);
    let one = |side: f32| (0..line.len()).map(move |i| (i, side));
    let outline: Vec<Point> = one(1.0).chain(one(-1.0).rev()).map(|(i, side)| beside(&line, i, side, widths)).collect();
    closed(&outline)
}

/// The point of a stroke's outline beside the `i`th point of its line.
fn beside(line: &[[f32; 2]], i: usize, side: f32, widths: &[f32]) -> Point {
    let last = line.len() - 1;
    let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(last)]);
    let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
    let half = side * width_at(widths, i as f32 / last as f32) / 2.0 / dx.hypot(dy).max(1e-6);
    Point { x: line[i][0] - dy * half, y: line[i][1] + dx * half, corner: i == 0 || i == last }
}

fn width_at(widths: &[f32], along: f32) -> f32 {
    let Some(last) = widths.len().checked_sub(1) else { return 0.0 };
    let place = along * last as f32;
    let i = (place as usize).min(last.saturating_sub(1));
    let share = place - i as f32;
    let eased = share * share * (3.0 - 2.0 * share);
    widths[i] + (widths[(i + 1).min(last)] - widths[i]) * eased
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::shape::Points;

    fn check(form: Form, expected: [f32; 4]) {
        let bounds = path(&form).expect("a path").compute_tight_bounds().expect("bounds");
        let found = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.1), "{found:?}, not {expected:?}");
    }

    fn points(text: &str) -> Points {
        Points::parse(text).expect("points")
    }

    #[test]
    fn a_curve_bulges_between_smooth_points_and_is_straight_between_corners() {
        check(Form::Curve(points("0,0 10,0 10,10 0,10")), [-1.9, -1.9, 11.9, 11.9]);
        check(Form::Curve(points("0,0! 10,0! 10,10! 0,10!")), [0.0, 0.0, 10.0, 10.0]);
    }

    #[test]
    fn a_stroke_is_as_wide_as_it_says() {
        check(Form::Stroke(points("0,0 10,0 20,0"), vec![2.0, 6.0, 2.0]), [0.0, -3.0, 20.0, 3.0]);
    }

    #[test]
    fn what_encloses_nothing_has_no_path() {
        let none = [
            Form::Rect(0.0, 0.0, -1.0, 5.0),
            Form::Polygon(points("")),
            Form::Curve(points("")),
            Form::Stroke(points("1,1"), vec![2.0]),
        ];
        assert!(none.iter().all(|form| path(form).is_none()));
        let _ = path(&Form::Stroke(points("1,1 1,1 2,2"), vec![]));
        let _ = path(&Form::Curve(points("5,5 5,5")));
    }
}
