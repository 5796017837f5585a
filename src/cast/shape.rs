//! What a place is drawn with: flat shapes, soft ones, glows, and shapes cut off by another.
//!
//! All lengths are units of the 1280 x 720 frame, y down; all opacities run from 0 to 1.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::color::Color;

/// One thing to paint, over what was painted before it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Shape {
    /// A form with a clean edge.
    Fill(Form, Paint),
    /// A form whose edge fades over so many units, half of them inside it.
    Soft(f32, Form, Paint),
    /// Light (or dark) that fades from a center to nothing: center, radii, color, opacity at the center.
    Glow((f32, f32), (f32, f32), Color, f32),
    /// Shapes that show only inside a form.
    Clip(Form, Vec<Shape>),
}

/// A closed outline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Form {
    /// Left, top, width, height.
    Rect(f32, f32, f32, f32),
    /// Center and radii.
    Ellipse(f32, f32, f32, f32),
    /// Straight from point to point.
    Polygon(Points),
    /// Smooth through every point but the corners.
    Curve(Points),
    /// A smooth open line that is as wide as the widths say, which are spread evenly along it.
    Stroke(Points, Vec<f32>),
}

/// What a form is filled with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Paint {
    Flat(Color, f32),
    /// From one point to another, through stops: how far along (0 to 1, ascending), color, opacity.
    Linear((f32, f32), (f32, f32), Vec<(f32, Color, f32)>),
}

/// A point of an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
    /// A curve turns here at once.
    pub corner: bool,
}

/// Points as they are written: "12,40 60.5,44!", with an exclamation mark after a corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Points(pub Vec<Point>);

impl Points {
    /// # Errors
    /// A sentence naming the first point that is not one.
    pub fn parse(text: &str) -> Result<Self, String> {
        text.split_whitespace().map(point).collect::<Result<_, _>>().map(Self)
    }
}

fn point(text: &str) -> Result<Point, String> {
    let (place, corner) = text.strip_suffix('!').map_or((text, false), |place| (place, true));
    let number = |text: &str| text.parse::<f32>().ok().filter(|n| n.is_finite());
    let both = place.split_once(',').and_then(|(x, y)| Some((number(x)?, number(y)?)));
    let (x, y) =
        both.ok_or_else(|| format!("a point is written \"12,40\", or \"12,40!\" for a corner, not \"{text}\""))?;
    Ok(Point { x, y, corner })
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text)
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Points;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("points as \"12,40 60.5,44!\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Points, E> {
        Points::parse(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_pairs_and_corners_are_marked() {
        let expected = vec![Point { x: 12.0, y: -40.5, corner: false }, Point { x: 3.0, y: 4.0, corner: true }];
        assert_eq!(Points::parse("12,-40.5  3,4!"), Ok(Points(expected)));
    }

    #[test]
    fn a_point_that_is_none_is_named() {
        for text in ["12", "12;4", "1,2,3", "1,!", "inf,0", "!"] {
            assert!(
                Points::parse(&format!("0,0 {text}")).is_err_and(|e| e.contains(&format!("not \"{text}\""))),
                "{text}"
            );
        }
    }
}
