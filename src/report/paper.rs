//! What all printed reports share: the colors of paper, the four shapes, and the page around the words.

use libm::{cos, sin};
use minijinja::{Value, context};
use plotters::style::RGBColor;

use super::plot::{Canvas, Fill, drawing};
use super::template::fill;
use super::typeface::faces;
use crate::model::{Dimension, Evidence};

const STYLE: &str = include_str!("../../assets/report/paper.css");

const fn hex(rgb: u32) -> RGBColor {
    RGBColor((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

pub const TEXT: RGBColor = hex(0x1E2530);
pub const QUIET: RGBColor = hex(0x5E5F5E);
pub const PLATE: RGBColor = hex(0xFAF5E9);
pub const SUNK: RGBColor = hex(0xE6DBC6);
pub const EDGE: RGBColor = hex(0x7D7363);
pub const ACCENT: RGBColor = hex(0x8A4B00);

/// Never the color of text, and never without its shape.
pub fn color(dimension: Dimension) -> RGBColor {
    match dimension {
        Dimension::Empathy => hex(0x6E0A22),
        Dimension::Listening => hex(0x05417F),
        Dimension::Boundaries => hex(0x2A7A48),
        Dimension::Regard => hex(0x8A4FB0),
    }
}

/// The name where there is little room.
pub fn short_name(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Regard => "Positive regard",
        other => other.name(),
    }
}

/// The corners of a shape around the middle of a box of 20: disc, bowl, square, roof.
pub fn outline(dimension: Dimension) -> Vec<(f64, f64)> {
    let arc = |from: f64, to: f64, steps: u32, radius: f64, down: f64| {
        (0..=steps).map(move |i| {
            let turn = std::f64::consts::PI * (from + (to - from) * f64::from(i) / f64::from(steps));
            (radius * cos(turn), radius * sin(turn) + down)
        })
    };
    match dimension {
        Dimension::Empathy => arc(0.0, 2.0, 40, 8.6, 0.0).collect(),
        Dimension::Listening => arc(0.0, 1.0, 24, 9.4, -4.4).collect(),
        Dimension::Boundaries => vec![(-7.8, -7.8), (7.8, -7.8), (7.8, 7.8), (-7.8, 7.8)],
        Dimension::Regard => vec![(0.0, -8.8), (9.4, 7.6), (-9.4, 7.6)],
    }
}

/// A shape alone, as it stands beside a name.
pub fn shape(dimension: Dimension) -> String {
    drawing((20.0, 20.0), "mark", ["", ""], |canvas| canvas.shape(dimension, (10.0, 10.0), 20.0, Fill::Full))
}

/// What a line showed: above the line helped, below hurt, a dot did neither.
pub fn staff(evidence: Evidence, alt: &str) -> String {
    drawing((96.0, 48.0), "staff", ["What the line showed", alt], |canvas| {
        canvas.line(&[(0.0, 24.0), (96.0, 24.0)], EDGE, 1.0);
        for (i, dimension) in Dimension::ALL.into_iter().enumerate() {
            note(canvas, dimension, 12.0 + 24.0 * i as f64, evidence[dimension]);
        }
    })
}

/// Evidence of 2 stands 15 points away.
fn note(canvas: &Canvas, dimension: Dimension, x: f64, evidence: f64) {
    if evidence.abs() < 0.25 {
        return canvas.disc((x, 24.0), 2.0, EDGE);
    }
    let y = 24.0 - 7.5 * evidence.clamp(-2.0, 2.0);
    canvas.line(&[(x, 24.0), (x, y)], color(dimension), 1.5);
    let fill = if evidence > 0.0 { Fill::Full } else { Fill::Hollow };
    canvas.shape(dimension, (x, y), 13.0, fill);
}

/// A finished page with the typeface and the style of all reports.
pub fn page(name: &str, template: &str, words: Value) -> String {
    fill(name, template, context! { faces => faces(), style => STYLE, ..words })
}

#[cfg(test)]
mod tests {
    use super::outline;
    use crate::model::Dimension;

    #[test]
    fn each_shape_keeps_to_its_box() {
        for dimension in Dimension::ALL {
            assert!(outline(dimension).iter().all(|(x, y)| x.abs() <= 10.0 && y.abs() <= 10.0), "{dimension:?}");
        }
    }
}
