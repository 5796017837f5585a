//! Where shapes are put down, back to front, and become a drawing.

use crate::cast::Color;

use super::curve::{Path, Point};
use super::drawing::{Drawing, Layer, Outline};

/// One softness for the whole picture.
const SOFTNESS: f64 = 0.62;
/// What is fainter is left out.
const LEAST_OPACITY: f64 = 0.004;

/// Turned about the origin, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    sin: f64,
    cos: f64,
    x: f64,
    y: f64,
}

impl Placement {
    /// Turned clockwise about the origin, then moved to a point.
    pub fn at(to: Point, degrees: f64) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { sin, cos, x: to.x, y: to.y }
    }

    /// Turned clockwise about a point.
    pub fn about(center: Point, degrees: f64) -> Self {
        let turn = Self::at(Point::default(), degrees);
        let [x, y] = turn.place([center.x, center.y]);
        Self { x: center.x - x, y: center.y - y, ..turn }
    }

    fn place(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        [x * self.cos - y * self.sin + self.x, x * self.sin + y * self.cos + self.y]
    }

    fn within(&self, outer: &Self) -> Self {
        let [x, y] = outer.place([self.x, self.y]);
        Self {
            sin: self.sin * outer.cos + self.cos * outer.sin,
            cos: self.cos * outer.cos - self.sin * outer.sin,
            x,
            y,
        }
    }
}

/// What is open until the next [`Canvas::end`].
#[derive(Clone, Copy, Debug)]
enum Group {
    Clip(usize),
    Placed(Placement),
}

/// Collects layers; every group that is begun must be ended.
#[derive(Debug, Default)]
pub struct Canvas {
    drawing: Drawing,
    groups: Vec<Group>,
}

impl Canvas {
    /// Puts down a shape: `opacity` from 0 to 1, `blur` in figure units, 0 for a clean cut.
    pub fn fill(&mut self, path: Path, color: Color, opacity: f64, blur: f64) {
        if opacity <= LEAST_OPACITY || path.outlines.is_empty() {
            return;
        }
        let outlines = self.placed(path.outlines);
        self.drawing.layers.push(Layer {
            outlines,
            color: color.0,
            opacity: opacity.min(1.0) as f32,
            blur: (blur * SOFTNESS) as f32,
            clip: self.groups.iter().rev().find_map(|group| match group {
                Group::Clip(ix) => Some(*ix),
                Group::Placed(_) => None,
            }),
            kind: path.kind,
        });
    }

    /// Puts down an opaque shape with a clean cut.
    pub fn flat(&mut self, path: Path, color: Color) {
        self.fill(path, color, 1.0, 0.0);
    }

    /// Begins a group of which nothing shows outside a shape. Of clips within clips only the innermost counts.
    pub fn clip(&mut self, path: &Path) {
        let outlines = self.placed(path.outlines.clone());
        let clips = &mut self.drawing.clips;
        let known = clips.iter().position(|clip| *clip == outlines);
        self.groups.push(Group::Clip(known.unwrap_or(clips.len())));
        if known.is_none() {
            clips.push(outlines);
        }
    }

    /// Begins a group that is drawn turned and moved.
    pub fn place(&mut self, placement: Placement) {
        let placement = self.placement().map_or(placement, |outer| placement.within(&outer));
        self.groups.push(Group::Placed(placement));
    }

    /// Ends the group begun last.
    pub fn end(&mut self) {
        let ended = self.groups.pop();
        debug_assert!(ended.is_some(), "a group is ended that was not begun");
    }

    pub fn finish(self) -> Drawing {
        debug_assert!(self.groups.is_empty(), "a group is never ended");
        self.drawing
    }

    fn placement(&self) -> Option<Placement> {
        self.groups.iter().rev().find_map(|group| match group {
            Group::Placed(placement) => Some(*placement),
            Group::Clip(_) => None,
        })
    }

    fn placed(&self, mut outlines: Vec<Outline>) -> Vec<Outline> {
        if let Some(placement) = self.placement() {
            for point in outlines.iter_mut().flatten() {
                *point = placement.place(point.map(f64::from)).map(|v| v as f32);
            }
        }
        outlines
    }
}

#[cfg(test)]
mod tests {
    use super::super::curve::{at, corner, polygon};
    use super::*;

    fn triangle() -> Path {
        polygon(&[corner(1.0, 0.0), corner(2.0, 0.0), corner(1.0, 1.0)])
    }

    #[test]
    fn what_cannot_be_seen_is_left_out() {
        let mut canvas = Canvas::default();
        canvas.fill(triangle(), Color::WHITE, 0.004, 0.0);
        canvas.flat(Path::default(), Color::WHITE);
        assert_eq!(canvas.finish(), Drawing::default());
    }

    #[test]
    fn the_innermost_clip_counts_and_equal_clips_are_one() {
        let mut canvas = Canvas::default();
        for _ in 0..2 {
            canvas.clip(&Path::default());
            canvas.clip(&triangle());
            canvas.flat(triangle(), Color::WHITE);
            canvas.end();
            canvas.flat(triangle(), Color::WHITE);
            canvas.end();
        }
        canvas.flat(triangle(), Color::WHITE);
        let drawing = canvas.finish();
        assert_eq!(drawing.clips.len(), 2);
        let clips: Vec<_> = drawing.layers.iter().map(|layer| layer.clip).collect();
        assert_eq!(clips, [Some(1), Some(0), Some(1), Some(0), None]);
    }

    #[test]
    fn a_placement_within_another_is_turned_and_moved_by_both() {
        let mut canvas = Canvas::default();
        canvas.place(Placement::about(at(1.0, 0.0), 90.0));
        canvas.place(Placement::at(at(1.0, 2.0), 0.0));
        canvas.flat(triangle(), Color::WHITE);
        canvas.end();
        canvas.end();
        let [x, y] = canvas.finish().layers[0].outlines[0][0];
        assert!((x + 1.0).abs() < 1e-6 && (y - 1.0).abs() < 1e-6, "{x} {y}");
    }
}
