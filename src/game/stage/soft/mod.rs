//! Soft-edged meshes from a drawing: one mesh for all its layers, and a mask for what is clipped.
//!
//! Every edge is a band of rings whose vertex alpha follows the profile of the blurred shape, so that anti-aliasing and blur
//! are one thing with two widths. Layers lie at rising depth and are drawn with a strict depth test: within a layer the first
//! fragment wins, so rings that overlap in a bend never blend twice.

mod ears;
mod fill;
mod flatten;
mod mask;
mod strip;

use bevy::math::Vec2;

pub use mask::Mask;

use crate::figure::{Drawing, Kind, Layer};
use mask::Slot;

/// Standard deviation in pixels of the filter that smooths every edge.
const SMOOTHING: f32 = 0.34;
/// Distance between two layers in depth.
const DEPTH_STEP: f32 = 0.008;

/// Where a drawing's origin lies in the picture, and how large one of its units is, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub origin: Vec2,
    pub scale: f32,
    /// The picture's size.
    pub size: Vec2,
}

impl View {
    fn pixel(&self, point: [f32; 2]) -> Vec2 {
        Vec2::from(point) * self.scale + self.origin
    }

    /// Whether an outline may show, its edge reaching `reach` pixels out: cubics lie within their handles' box.
    fn sees(&self, outline: &[[f32; 2]], reach: f32) -> bool {
        let none = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        let (low, high) = outline.iter().fold(none, |(low, high), point| {
            let p = self.pixel(*point);
            (low.min(p), high.max(p))
        });
        let reach = Vec2::splat(reach);
        (low - reach).cmple(self.size).all() && (high + reach).cmpge(Vec2::ZERO).all()
    }
}

/// Vertices and triangles, in pixels from the picture's top left.
#[derive(Clone, Debug, Default)]
pub struct Geometry {
    pub positions: Vec<[f32; 3]>,
    pub tints: Vec<[u8; 4]>,
    /// From a pixel of the picture to its texel of the mask.
    pub offsets: Vec<[i16; 2]>,
    /// The part of the mask that belongs to the vertex: left, top, right, bottom, all inside.
    pub rects: Vec<[u16; 4]>,
    pub indices: Vec<u32>,
}

impl Geometry {
    /// One triangle outside of every picture: a mesh must hold something.
    pub fn nothing() -> Self {
        Self {
            positions: vec![[-9.0, -9.0, 0.0]; 3],
            tints: vec![[0; 4]; 3],
            offsets: vec![Slot::OPEN.offset; 3],
            rects: vec![Slot::OPEN.rect; 3],
            indices: vec![0, 1, 2],
        }
    }

    fn clear(&mut self) {
        self.positions.clear();
        self.tints.clear();
        self.offsets.clear();
        self.rects.clear();
        self.indices.clear();
    }

    fn push(&mut self, brush: &Brush, at: Vec2, alpha: f32) {
        let alpha = (255.0 * brush.opacity * alpha.clamp(0.0, 1.0) + 0.5) as u8;
        self.positions.push([at.x, at.y, brush.depth]);
        self.tints.push([brush.color[0], brush.color[1], brush.color[2], alpha]);
        self.offsets.push(brush.slot.offset);
        self.rects.push(brush.slot.rect);
    }
}

/// What every vertex of a layer shares.
#[derive(Clone, Copy)]
struct Brush {
    color: [u8; 3],
    opacity: f32,
    /// Standard deviation of the edge in pixels, smoothing included.
    sigma: f32,
    depth: f32,
    slot: Slot,
}

impl Brush {
    fn new(layer: &Layer, ix: usize, view: &View, slots: &[Slot]) -> Self {
        let blur = layer.blur * view.scale;
        Self {
            color: layer.color,
            opacity: layer.opacity,
            sigma: (blur * blur + SMOOTHING * SMOOTHING).sqrt(),
            depth: DEPTH_STEP * (ix + 1) as f32,
            slot: layer.clip.and_then(|c| slots.get(c)).copied().unwrap_or(Slot::OPEN),
        }
    }

    /// Coverage at `depth` pixels inside the edge of a strip `thickness` pixels wide, blurred.
    fn profile(&self, depth: f32, thickness: f32) -> f32 {
        let unit = std::f32::consts::FRAC_1_SQRT_2 / self.sigma;
        0.5 * (erf(depth * unit) - erf((depth - thickness) * unit))
    }
}

/// Meshes a drawing into `geometry` and paints the masks of its clips.
pub fn mesh(drawing: &Drawing, view: &View, geometry: &mut Geometry, mask: &mut Mask) {
    geometry.clear();
    let slots = mask.paint(drawing, view);
    for (ix, layer) in drawing.layers.iter().enumerate() {
        let brush = Brush::new(layer, ix, view, &slots);
        match (layer.kind, layer.outlines.as_slice()) {
            (Kind::Strip, [outer, inner]) => strip::strip(geometry, &brush, view, outer, inner),
            (Kind::Strip | Kind::Shape, outlines) => {
                for outline in outlines.iter().filter(|outline| view.sees(outline, 3.0 * brush.sigma)) {
                    fill::fill(geometry, &brush, flatten::flatten(outline, view, brush.sigma), view);
                }
            }
        }
    }
}

/// The error function within 5e-4 (Abramowitz and Stegun 7.1.27).
fn erf(x: f32) -> f32 {
    let a = x.abs();
    let d = 1.0 + a * (0.278_393 + a * (0.230_389 + a * (0.000_972 + a * 0.078_108)));
    let d2 = d * d;
    (1.0 - 1.0 / (d2 * d2)).copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(side: f32) -> Vec<[f32; 2]> {
        let corners = [[0.0, 0.0], [side, 0.0], [side, side], [0.0, side], [0.0, 0.0]];
        let mut outline = vec![corners[0]];
        for pair in corners.windows(2) {
            outline.extend([pair[0], pair[1], pair[1]]);
        }
        outline
    }

    fn drawn(layer: Layer) -> Geometry {
        let drawing = Drawing { layers: vec![layer], clips: vec![vec![square(50.0)]] };
        let view = View { origin: Vec2::splat(20.0), scale: 1.0, size: Vec2::splat(200.0) };
        let (mut geometry, mut mask) = (Geometry::default(), Mask::new(256));
        mesh(&drawing, &view, &mut geometry, &mut mask);
        geometry
    }

    /// The alpha that the triangles give at a pixel: the first one that covers it.
    fn alpha_at(g: &Geometry, x: f32, y: f32) -> u8 {
        let p = Vec2::new(x, y);
        for t in g.indices.chunks(3) {
            let [a, b, c] = [0, 1, 2].map(|k| Vec2::new(g.positions[t[k] as usize][0], g.positions[t[k] as usize][1]));
            let area = (b - a).perp_dot(c - a);
            let (u, v, w) =
                ((b - p).perp_dot(c - p) / area, (c - p).perp_dot(a - p) / area, (a - p).perp_dot(b - p) / area);
            if area.abs() > 1e-6 && u >= 0.0 && v >= 0.0 && w >= 0.0 {
                let alpha = [0, 1, 2].map(|k| f32::from(g.tints[t[k] as usize][3]));
                return (u * alpha[0] + v * alpha[1] + w * alpha[2]).round() as u8;
            }
        }
        0
    }

    fn black(blur: f32, side: f32) -> Layer {
        Layer { outlines: vec![square(side)], opacity: 1.0, blur, ..Layer::default() }
    }

    #[test]
    fn a_square_is_full_inside_half_at_its_edge_and_nothing_outside() {
        let g = drawn(black(0.0, 100.0));
        assert_eq!(alpha_at(&g, 70.0, 70.0), 255);
        assert!((118..=137).contains(&alpha_at(&g, 20.0, 70.3)), "{}", alpha_at(&g, 20.0, 70.3));
        assert_eq!(alpha_at(&g, 18.0, 70.0), 0);
    }

    #[test]
    fn a_blurred_edge_is_wide_and_still_half_at_the_outline() {
        let g = drawn(black(4.0, 100.0));
        assert_eq!(alpha_at(&g, 70.0, 70.0), 255);
        assert!((115..=140).contains(&alpha_at(&g, 20.0, 70.3)));
        assert!((15..=90).contains(&alpha_at(&g, 16.0, 70.3)), "{}", alpha_at(&g, 16.0, 70.3));
    }

    #[test]
    fn a_strip_thinner_than_its_blur_grows_fainter() {
        let g = drawn(black(6.0, 4.0));
        let most = g.tints.iter().map(|t| t[3]).max().unwrap();
        assert!((10..=100).contains(&most), "{most}");
    }

    /// A strip within a square, 10 wide at its left side and growing thinner to the right, where there is none of it; each side
    /// of the square in so many pieces.
    fn rim(pieces: usize) -> Layer {
        let cut = |outline: Vec<[f32; 2]>| -> Vec<[f32; 2]> {
            let corners: Vec<Vec2> = outline.iter().step_by(3).map(|p| Vec2::from(*p)).collect();
            let points = corners.windows(2).flat_map(|c| {
                let piece = move |j: usize| c[0].lerp(c[1], j as f32 / pieces as f32).to_array();
                (0..pieces).flat_map(move |j| [piece(j), piece(j), piece(j + 1)])
            });
            points.chain([[0.0, 0.0]]).collect()
        };
        let outer = cut(square(100.0));
        let inner = outer.iter().map(|[x, y]| [x + 10.0 * (1.0 - x / 100.0), *y]).collect();
        Layer { outlines: vec![outer, inner], kind: Kind::Strip, opacity: 1.0, ..Layer::default() }
    }

    #[test]
    fn a_strip_is_drawn_where_it_has_a_width_and_nowhere_else() {
        let g = drawn(rim(1));
        assert!(alpha_at(&g, 25.0, 70.0) > 230 && alpha_at(&g, 60.0, 70.0) == 0);
        let mut nothing = rim(1);
        nothing.outlines[1] = nothing.outlines[0].clone();
        assert!(drawn(nothing).indices.is_empty());
    }

    #[test]
    fn a_strip_costs_as_much_as_it_bends_however_finely_it_was_cut() {
        let (coarse, fine) = (drawn(rim(1)), drawn(rim(100)));
        assert!(fine.indices.len() < 150 * 3, "{} triangles", fine.indices.len() / 3);
        for at in [(25.0, 40.0), (20.0, 70.0), (40.0, 20.5)] {
            let (coarse, fine) = (alpha_at(&coarse, at.0, at.1), alpha_at(&fine, at.0, at.1));
            assert!(coarse.abs_diff(fine) <= 12, "{coarse} {fine} at {at:?}");
        }
    }

    #[test]
    fn an_outline_that_crosses_itself_is_filled_without_a_hole_through_the_rest() {
        let cross = [[0.0, 0.0], [100.0, 100.0], [100.0, 0.0], [0.0, 100.0], [0.0, 0.0]];
        let mut outline = vec![cross[0]];
        for pair in cross.windows(2) {
            outline.extend([pair[0], pair[1], pair[1]]);
        }
        let g = drawn(Layer { outlines: vec![outline], opacity: 1.0, ..Layer::default() });
        assert_eq!(alpha_at(&g, 40.0, 70.0), 255, "left wing");
        assert_eq!(alpha_at(&g, 100.0, 70.0), 255, "right wing");
        assert_eq!(alpha_at(&g, 70.0, 30.0), 0, "above the crossing");
    }

    #[test]
    fn a_clipped_layer_points_into_its_slot() {
        let g = drawn(Layer { clip: Some(0), ..black(0.0, 100.0) });
        let [left, top, right, bottom] = g.rects[0];
        assert!(right > left && bottom > top);
        let free = drawn(black(0.0, 100.0));
        assert_ne!(free.rects[0], g.rects[0]);
    }
}
