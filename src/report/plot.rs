//! Drawings for reports: plotters' SVG, in points, each with its title and the same in words.

use plotters::backend::SVGBackend;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, TextStyle};

use super::markup::escape;
use super::paper;
use crate::model::Dimension;

/// The backend counts in whole numbers, so that ten of its units make a point.
const UNITS: f64 = 10.0;
const FAMILY: &str = "Atkinson Hyperlegible Next";
/// The backend divides what it is given by this.
const FONT_UNIT: f64 = 1.24;

/// A place, in points from the upper left corner.
pub type At = (f64, f64);

/// How the inside of a shape looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// What we saw, or what helped.
    Full,
    /// Played again, or what hurt.
    Hollow,
}

/// Where words stand from their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// They begin there.
    From,
    Around,
    /// They end there.
    Until,
}

/// What is drawn on.
pub struct Canvas<'a> {
    area: DrawingArea<SVGBackend<'a>, Shift>,
}

/// An `<svg>` that may stand in a page as it is. `words` are its title and what it shows, in words; where both are empty it
/// is an ornament.
pub fn drawing(size: At, class: &str, [title, told]: [&str; 2], draw: impl FnOnce(&Canvas)) -> String {
    let mut out = String::new();
    {
        let (width, height) = unit(size);
        let backend = SVGBackend::with_string(&mut out, (width.unsigned_abs(), height.unsigned_abs()));
        let canvas = Canvas { area: backend.into_drawing_area() };
        draw(&canvas);
        // in memory nothing can fail
        let _ = canvas.area.present();
    }
    let inside = out.split_once('>').map_or("", |(_, inside)| inside);
    let (width, height) = unit(size);
    let words = match (title, told) {
        ("", "") => " aria-hidden=\"true\">".to_owned(),
        _ => format!(" role=\"img\"><title>{}</title><desc>{}</desc>", escape(title), escape(told)),
    };
    format!("<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\"{words}{inside}")
}

fn unit((x, y): At) -> (i32, i32) {
    ((x * UNITS).round() as i32, (y * UNITS).round() as i32)
}

fn units(points: &[At]) -> Vec<(i32, i32)> {
    points.iter().map(|at| unit(*at)).collect()
}

fn width(points: f64) -> u32 {
    (points * UNITS).round() as u32
}

impl Canvas<'_> {
    pub fn line(&self, points: &[At], color: RGBColor, thick: f64) {
        let _ = self.area.draw(&PathElement::new(units(points), color.stroke_width(width(thick))));
    }

    /// `[on, off]` in points.
    pub fn dashed(&self, points: &[At], color: RGBColor, thick: f64, [on, off]: [f64; 2]) {
        let style = color.stroke_width(width(thick));
        let _ = self.area.draw(&DashedPathElement::new(units(points), width(on), width(off), style));
    }

    pub fn area(&self, points: &[At], color: RGBColor, opacity: f64) {
        let _ = self.area.draw(&Polygon::new(units(points), color.mix(opacity).filled()));
    }

    pub fn closed(&self, points: &[At], color: RGBColor, thick: f64) {
        let around = points.iter().chain(points.first()).copied().collect::<Vec<_>>();
        self.line(&around, color, thick);
    }

    /// A band along a level line: pale inside, with an edge.
    pub fn band(&self, [from, to]: [f64; 2], y: f64, half: f64, color: RGBColor) {
        let around = rounded([from, to], y, half);
        self.area(&around, color, 0.16);
        self.closed(&around, color, 1.0);
    }

    pub fn disc(&self, at: At, radius: f64, color: RGBColor) {
        let _ = self.area.draw(&Circle::new(unit(at), width(radius), color.filled()));
    }

    pub fn diamond(&self, (x, y): At, half: f64, color: RGBColor) {
        self.area(&[(x, y - half), (x + half, y), (x, y + half), (x - half, y)], color, 1.0);
    }

    /// The shape of a dimension in a box that wide.
    pub fn shape(&self, dimension: Dimension, (x, y): At, size: f64, fill: Fill) {
        let scale = size / 20.0;
        let corners: Vec<At> = paper::outline(dimension).iter().map(|(a, b)| (x + a * scale, y + b * scale)).collect();
        let inside = if fill == Fill::Full { paper::color(dimension) } else { paper::PLATE };
        self.area(&corners, inside, 1.0);
        self.closed(&corners, paper::color(dimension), 1.5);
    }

    /// Words at half their height; `bold` for what is chosen.
    pub fn words(&self, at: At, side: Side, (size, weight): (f64, Weight), color: RGBColor, words: &str) {
        let side = match side {
            Side::From => HPos::Left,
            Side::Around => HPos::Center,
            Side::Until => HPos::Right,
        };
        let font = (FAMILY, size * UNITS * FONT_UNIT).into_font();
        let font = if weight == Weight::Bold { font.style(FontStyle::Bold) } else { font };
        let style = TextStyle::from(font).color(&color).pos(Pos::new(side, VPos::Center));
        let _ = self.area.draw(&Text::new(words.to_owned(), unit(at), style));
    }
}

/// The way around a level band with round ends; a band too short for them becomes a disc of its own height.
pub fn rounded([from, to]: [f64; 2], y: f64, half: f64) -> Vec<At> {
    const STEPS: u32 = 10;
    let middle = f64::midpoint(from, to);
    let (left, right) = ((from + half).min(middle), (to - half).max(middle));
    let end = |x: f64, turn: f64| {
        (0..=STEPS).map(move |i| {
            let angle = std::f64::consts::PI * (turn + f64::from(i) / f64::from(STEPS));
            (x + half * libm::cos(angle), y + half * libm::sin(angle))
        })
    };
    end(right, -0.5).chain(end(left, 0.5)).collect()
}

/// How heavy words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Plain,
    Bold,
}

#[cfg(test)]
mod tests {
    use super::{Side, Weight, drawing};
    use crate::report::paper::TEXT;

    #[test]
    fn words_in_a_drawing_open_no_tag() {
        let made = drawing((10.0, 10.0), "x", ["<b>", "\"&"], |canvas| {
            canvas.words((1.0, 1.0), Side::From, (12.0, Weight::Plain), TEXT, "<script>");
        });
        assert!(
            made.starts_with("<svg class=\"x\" viewBox=\"0 0 100 100\" role=\"img\"><title>&lt;b&gt;</title>"),
            "{made}"
        );
        assert!(made.contains("&lt;script&gt;") && !made.contains("<script") && !made.contains("http"), "{made}");
        assert!(made.trim_end().ends_with("</svg>"), "{made}");
    }
}
