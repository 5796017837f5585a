//! One hand: a short list of planes, each with a normal; its tone comes from the normal and the light, so that the same
//! hand can be mirrored and turned freely and stays lit from one side.
//!
//! In a hand's own frame the wrist lies at (0, 0), the fingers point to -y and the thumb to +x; it is about 110 units
//! long.

mod clasp;
mod finger;
mod fist;
mod flat;
mod grip;
mod lean;
mod palm_front;
mod palm_up;
mod point;
mod relaxed;
mod tips;
mod wrap;

use crate::cast::Color;
use crate::cast::poses::HandShape;

use super::canvas::Canvas;
use super::color::mix;
use super::curve::{Path, Point, at, shape, taper};
use super::expression::Side;
use super::math::smoothstep;
use super::tones::Tones;

pub use grip::paint_behind as paint_thumb_behind;

/// Where a plane looks: x to the thumb, y to the wrist, z to the viewer; of any length.
type Normal = [f64; 3];

/// Straight at the viewer.
const FACING: Normal = [0.0, 0.0, 1.0];
/// How the three limbs of a finger look when it bends a little away.
const BENT: [Normal; 3] = [FACING, [0.05, -0.16, 1.0], [0.08, -0.42, 0.95]];

/// Which way the light comes from, before it is made one long; x is towards the lit side.
const TOWARD_LIGHT: Normal = [0.62, -0.54, 0.62];

/// Where one hand is, and how it is held.
#[derive(Clone, Copy, Debug)]
pub struct Grasp {
    pub wrist: Point,
    /// Degrees clockwise from fingers-up.
    pub rotation: f64,
    pub side: Side,
    pub shape: HandShape,
    /// Factor of its size, and of its width beside that.
    pub size: f64,
    pub wide: f64,
    /// How far it lies in the shade, 0 to 1.
    pub dim: f64,
}

/// The painter of one hand.
pub struct Hand<'a> {
    pub canvas: &'a mut Canvas,
    pub tones: Tones,
    /// What has been painted so far: later parts throw their shadow on it.
    pub painted: Path,
    grasp: Grasp,
    sin: f64,
    cos: f64,
    /// Factor of x: negative where the thumb points to the viewer's left.
    mirror: f64,
    toward_light: Normal,
}

impl<'a> Hand<'a> {
    pub fn new(grasp: Grasp, tones: Tones, lit: Side, canvas: &'a mut Canvas) -> Self {
        let (sin, cos) = grasp.rotation.to_radians().sin_cos();
        let thumb = if seen_from_the_palm(grasp.shape) { grasp.side.other() } else { grasp.side };
        let [x, y, z] = unit(TOWARD_LIGHT);
        Self {
            canvas,
            tones,
            painted: Path::default(),
            grasp,
            sin,
            cos,
            mirror: thumb.sign() * grasp.wide,
            toward_light: [x * lit.sign(), y, z],
        }
    }

    /// Paints the hand; of a hidden one nothing shows.
    pub fn paint(&mut self) {
        match self.grasp.shape {
            HandShape::Relaxed => relaxed::paint(self),
            HandShape::Flat => flat::paint(self),
            HandShape::PalmFront => palm_front::paint(self),
            HandShape::PalmUp => palm_up::paint(self),
            HandShape::Fist => fist::paint(self),
            HandShape::Point => point::paint(self),
            HandShape::Grip => grip::paint(self),
            HandShape::Tips => tips::paint(self),
            HandShape::Lean => lean::paint(self),
            HandShape::Clasp => clasp::paint(self),
            HandShape::Wrap => wrap::paint(self),
            HandShape::Hidden => {}
        }
    }

    /// Where a point of the hand's own frame is seen.
    pub fn seen(&self, p: Point) -> Point {
        let (x, y) = (p.x * self.mirror * self.grasp.size, p.y * self.grasp.size);
        let wrist = self.grasp.wrist;
        Point { x: wrist.x + x * self.cos - y * self.sin, y: wrist.y + x * self.sin + y * self.cos, ..p }
    }

    /// The tone of a plane under the light.
    fn tone(&self, normal: Normal) -> Color {
        let t = &self.tones;
        let scale = [(-0.55, t.dark), (-0.25, t.deep), (0.20, t.shade), (0.58, t.base), (0.98, t.light)];
        let facing = self.facing_light(normal);
        if facing <= scale[0].0 {
            return t.deep;
        }
        let step = scale.windows(2).find(|pair| facing <= pair[1].0);
        step.map_or(t.light, |pair| {
            let ((from, darker), (to, lighter)) = (pair[0], pair[1]);
            mix(darker, lighter, smoothstep(0.0, 1.0, (facing - from) / (to - from)))
        })
    }

    /// 1 for a plane that looks into the light, -1 for one that looks away.
    fn facing_light(&self, normal: Normal) -> f64 {
        let [x, y, z] = unit(normal);
        let x = x * self.mirror.signum();
        let [lx, ly, lz] = self.toward_light;
        (x * self.cos - y * self.sin) * lx + (x * self.sin + y * self.cos) * ly + z * lz - self.grasp.dim
    }

    fn seen_all(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|p| self.seen(*p)).collect()
    }

    /// A plane with its facets. What lies under it gets a contact shadow `shadow` wide on the side away from the light.
    fn plane(&mut self, outline: &[Point], normal: Normal, shadow: f64, facets: &[Facet]) {
        let outline = self.seen_all(outline);
        let path = shape(&outline);
        if shadow > 0.0 && !self.painted.outlines.is_empty() {
            let reach = shadow * self.grasp.size * 1.5;
            let [dx, dy, _] = self.toward_light.map(|v| -v * reach);
            let moved: Vec<_> = outline.iter().map(|p| p.moved(dx, dy)).collect();
            self.canvas.clip(&self.painted);
            self.canvas.fill(shape(&moved), self.tones.deep, 0.75, 0.5);
            self.canvas.end();
        }
        self.canvas.flat(path.clone(), self.tone(normal));
        if !facets.is_empty() {
            self.canvas.clip(&path);
            for facet in facets {
                let outline = shape(&self.seen_all(facet.outline));
                self.canvas.fill(outline, self.tone(facet.normal), facet.opacity, facet.blur);
            }
            self.canvas.end();
        }
        self.painted.join(path);
    }

    fn line(&mut self, points: &[Point], widths: &[f64], color: Color, opacity: f64, blur: f64) {
        let widths: Vec<_> = widths.iter().map(|width| width * self.grasp.size).collect();
        self.canvas.fill(taper(&self.seen_all(points), &widths), color, opacity, blur);
    }

    /// A crease of the skin.
    fn crease(&mut self, points: &[Point], widths: &[f64], opacity: f64) {
        self.line(points, widths, self.tones.deep, opacity, 0.3);
    }

    /// Notches between the roots of the fingers, fading into the back of the hand: x, y, and how far each end leans.
    fn notches(&mut self, notches: &[[f64; 3]], up: f64, down: f64, opacity: f64) {
        for [x, y, lean] in notches {
            let line = [at(x - lean, y - up), at(*x, y + 1.0), at(x + lean, y + down)];
            self.crease(&line, &[1.2, 1.5, 0.2], opacity);
        }
    }
}

/// Part of a plane that looks another way.
struct Facet<'a> {
    outline: &'a [Point],
    normal: Normal,
    opacity: f64,
    blur: f64,
}

const fn facet(outline: &[Point], normal: Normal, opacity: f64, blur: f64) -> Facet<'_> {
    Facet { outline, normal, opacity, blur }
}

fn seen_from_the_palm(shape: HandShape) -> bool {
    matches!(shape, HandShape::PalmFront | HandShape::PalmUp | HandShape::Point)
}

fn unit(normal: Normal) -> Normal {
    let [x, y, z] = normal;
    let length = (x * x + y * y + z * z).sqrt();
    if length == 0.0 { normal } else { normal.map(|v| v / length) }
}

#[cfg(test)]
mod tests {
    use crate::figure::{Drawing, Layer};

    use super::*;

    fn painted(shape: HandShape, side: Side, lit: Side) -> Drawing {
        let light = ron::from_str(r##"(key: "#ffd9a8", ambient: "#3a4658")"##).expect("a light");
        let tones = Tones::skin(Color::hex(0xcf9a74), &light);
        let (wrist, rotation) = (at(0.0, 0.0), 0.0);
        let grasp = Grasp { wrist, rotation, side, shape, size: 1.0, wide: 1.0, dim: 0.0 };
        let mut canvas = Canvas::default();
        Hand::new(grasp, tones, lit, &mut canvas).paint();
        canvas.finish()
    }

    /// Color, leftmost and rightmost point of each layer.
    fn extents(drawing: &Drawing) -> Vec<([u8; 3], f32, f32)> {
        let extent = |layer: &Layer| {
            let across = || layer.outlines.iter().flatten().map(|[x, _]| *x);
            (layer.color, across().fold(f32::MAX, f32::min), across().fold(f32::MIN, f32::max))
        };
        drawing.layers.iter().map(extent).collect()
    }

    #[test]
    fn hand_and_light_mirrored_together_are_a_mirror_image() {
        for shape in [HandShape::Relaxed, HandShape::PalmFront, HandShape::Fist] {
            let hand = extents(&painted(shape, Side::Right, Side::Right));
            let mirror = extents(&painted(shape, Side::Left, Side::Left));
            let alike = |a: f32, b: f32| (a - b).abs() < 1e-3;
            for ((color, left, right), (other, other_left, other_right)) in hand.into_iter().zip(mirror) {
                assert!(color == other && alike(left, -other_right) && alike(right, -other_left), "{shape:?}");
            }
        }
    }

    #[test]
    fn a_mirrored_hand_stays_lit_from_one_side() {
        let [hand, other] = Side::BOTH.map(|side| extents(&painted(HandShape::Point, side, Side::Right)));
        assert!(hand.iter().zip(&other).any(|(a, b)| a.0 != b.0));
    }

    #[test]
    fn nothing_of_a_hidden_hand_shows() {
        assert_eq!(painted(HandShape::Hidden, Side::Left, Side::Right), Drawing::default());
    }
}
