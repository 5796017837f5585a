//! Shapes made ready for painting: paths and colors in pixels.

use tiny_skia::Transform;

use super::band::Band;
use super::coverage::{Area, Coverage, Kernel, Outline};
use super::ink::Ink;
use super::outline::{path, rule};
use crate::cast::shape::{Form, Shape};

/// A shape in pixels of a picture.
pub enum Op {
    Fill { outline: Outline, area: Area, kernel: Option<Kernel>, ink: Ink },
    Glow { area: Area, ink: Ink },
    Clip { outline: Outline, area: Area, ops: Vec<Op> },
}

/// The part of the frame that a picture shows.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Its left upper corner, in units.
    pub origin: [f32; 2],
    /// Pixels for each unit.
    pub scale: f32,
}

/// The shapes that enclose anything, in order.
pub fn prepare(shapes: &[Shape], window: Window) -> Vec<Op> {
    shapes.iter().filter_map(|shape| op(shape, window)).collect()
}

fn op(shape: &Shape, window: Window) -> Option<Op> {
    let Window { origin, scale } = window;
    let place = |(x, y): (f32, f32)| [(x - origin[0]) * scale, (y - origin[1]) * scale];
    match shape {
        Shape::Fill(form, paint) => {
            let outline = placed(form, window)?;
            let area = Area::around(&outline, 0.0);
            Some(Op::Fill { outline, area, kernel: None, ink: Ink::of(paint, place) })
        }
        Shape::Soft(feather, form, paint) => {
            let outline = placed(form, window)?;
            let kernel = Kernel::new(feather * scale);
            let area = Area::around(&outline, kernel.reach() as f32);
            Some(Op::Fill { outline, area, kernel: Some(kernel), ink: Ink::of(paint, place) })
        }
        Shape::Glow((x, y), (rx, ry), color, opacity) => {
            let ink = Ink::glow(place((*x, *y)), [rx * scale, ry * scale], *color, *opacity);
            let outline = placed(&Form::Ellipse(*x, *y, *rx, *ry), window)?;
            Some(Op::Glow { area: Area::around(&outline, 0.0), ink })
        }
        Shape::Clip(form, shapes) => {
            let outline = placed(form, window)?;
            Some(Op::Clip { area: Area::around(&outline, 0.0), outline, ops: prepare(shapes, window) })
        }
        Shape::Only(never, _) => match *never {},
    }
}

fn placed(form: &Form, Window { origin: [x, y], scale }: Window) -> Option<Outline> {
    let path = path(form)?.transform(Transform::from_row(scale, 0.0, 0.0, scale, -x * scale, -y * scale))?;
    Some(Outline { path, rule: rule(form) })
}

impl Op {
    /// Paints what lies within the band and, where there is one, the clip.
    pub fn paint(&self, band: &mut Band, clip: Option<&Coverage>) {
        let within = clip.map_or(band.area(), |clip| clip.area);
        let area = self.area().intersection(within);
        if area.is_empty() {
            return;
        }
        let mut coverage = match self {
            Self::Fill { outline, kernel: Some(kernel), .. } => Coverage::soft(outline, area, kernel),
            Self::Fill { outline, kernel: None, .. } | Self::Clip { outline, .. } => Coverage::clean(outline, area),
            Self::Glow { .. } => Coverage::full(area),
        };
        if let Some(clip) = clip {
            coverage.cut(clip);
        }
        match self {
            Self::Fill { ink, .. } | Self::Glow { ink, .. } => band.blend(&coverage, ink),
            Self::Clip { ops, .. } => ops.iter().for_each(|op| op.paint(band, Some(&coverage))),
        }
    }

    /// The pixels it may touch.
    pub fn area(&self) -> Area {
        match self {
            Self::Fill { area, .. } | Self::Glow { area, .. } | Self::Clip { area, .. } => *area,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Opacity of the pixels at x = 10, 30, 50 of a row, once the shapes are painted.
    fn check(shapes: &str, expected: [f32; 3]) {
        let shapes: Vec<Shape> = ron::from_str(shapes).expect("shapes");
        let mut band = Band::new(80, 2);
        prepare(&shapes, Window { origin: [0.0; 2], scale: 1.0 }).iter().for_each(|op| op.paint(&mut band, None));
        let (_, row) = band.rows().nth(1).expect("a row");
        let found = [10, 30, 50].map(|x| row[x][3]);
        assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 0.01), "{found:?}, not {expected:?}");
    }

    #[test]
    fn a_clip_hides_what_lies_outside_it_and_outside_the_one_around_it() {
        check(
            r##"[Clip(Rect(0, 0, 40, 9), [
                Clip(Rect(20, 0, 60, 9), [Fill(Rect(0, 0, 80, 9), Flat("#ffffff", 1))]),
            ])]"##,
            [0.0, 1.0, 0.0],
        );
        check(r##"[Clip(Rect(0, 0, 40, 9), [Glow((30, 1.5), (40, 40), "#ffffff", 1)])]"##, [0.26, 0.97, 0.0]);
    }

    #[test]
    fn a_form_without_another_shows_what_is_behind_it() {
        let holed = "Without(Rect(0, 0, 80, 9), [Polygon(\"20,1 20,8 40,8 40,1\"), Ellipse(70, 4, 3, 3)])";
        check(&format!(r##"[Fill({holed}, Flat("#ffffff", 1))]"##), [1.0, 0.0, 1.0]);
        check(&format!(r##"[Clip({holed}, [Fill(Rect(0, 0, 40, 9), Flat("#ffffff", 1))])]"##), [1.0, 0.0, 0.0]);
    }

    #[test]
    fn a_soft_shape_in_a_clip_is_cut_off_clean() {
        check(
            r##"[Clip(Rect(30.5, -9, 80, 90), [Soft(8, Rect(-90, -90, 140.5, 200), Flat("#ffffff", 1))])]"##,
            [0.0, 0.5, 0.5],
        );
    }

    #[test]
    fn opacities_add_up_as_glass_on_glass_does() {
        let half = r##"Fill(Rect(20, 0, 20, 9), Flat("#ffffff", 0.5))"##;
        check(&format!("[{half}, {half}, {half}]"), [0.0, 0.875, 0.0]);
    }
}
