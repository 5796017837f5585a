//! What a place is drawn with: flat shapes, soft ones, glows, and shapes cut off by another.
//!
//! All lengths are units of the 1280 x 720 frame, y down; all opacities run from 0 to 1.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer};

use super::color::Color;

/// One thing to paint, over what was painted before it; its colors are `C`.
///
/// `H` says which hours some shapes belong to. What is painted belongs to one hour, and has no such choice left.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Shape<C = Color, H = Never> {
    /// A form with a clean edge.
    Fill(Form, Paint<C>),
    /// A form whose edge fades over so many units, half of them inside it.
    Soft(f32, Form, Paint<C>),
    /// Light (or dark) that fades from a center to nothing: center, radii, color, opacity at the center.
    Glow((f32, f32), (f32, f32), C, f32),
    /// Shapes that show only inside a form.
    Clip(Form, Vec<Shape<C, H>>),
    /// Shapes that are there only at some hours.
    Only(H, Vec<Shape<C, H>>),
}

/// What there is none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Never {}

/// Names of hours.
pub type Hours = Vec<String>;

impl<C> Shape<C> {
    /// The same shape in other colors.
    pub fn map<D>(&self, color: &impl Fn(&C) -> D) -> Shape<D> {
        match self {
            Self::Fill(form, paint) => Shape::Fill(form.clone(), paint.map(color)),
            Self::Soft(feather, form, paint) => Shape::Soft(*feather, form.clone(), paint.map(color)),
            Self::Glow(center, radii, from, opacity) => Shape::Glow(*center, *radii, color(from), *opacity),
            Self::Clip(form, shapes) => Shape::Clip(form.clone(), shapes.iter().map(|s| s.map(color)).collect()),
            Self::Only(never, _) => match *never {},
        }
    }
}

impl<C: Clone> Shape<C, Hours> {
    /// What is there at an hour.
    pub fn at(shapes: &[Self], hour: &str) -> Vec<Shape<C>> {
        shapes.iter().flat_map(|shape| shape.there(hour)).collect()
    }

    fn there(&self, hour: &str) -> Vec<Shape<C>> {
        match self {
            Self::Fill(form, paint) => vec![Shape::Fill(form.clone(), paint.clone())],
            Self::Soft(feather, form, paint) => vec![Shape::Soft(*feather, form.clone(), paint.clone())],
            Self::Glow(center, radii, color, opacity) => vec![Shape::Glow(*center, *radii, color.clone(), *opacity)],
            Self::Clip(form, shapes) => vec![Shape::Clip(form.clone(), Self::at(shapes, hour))],
            Self::Only(hours, shapes) if hours.iter().any(|h| h == hour) => Self::at(shapes, hour),
            Self::Only(..) => vec![],
        }
    }
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
    /// A form with holes, which lie within it and apart from one another.
    Without(Box<Form>, Vec<Form>),
}

/// What a form is filled with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Paint<C = Color> {
    Flat(C, f32),
    /// From one point to another, through stops: how far along (0 to 1, ascending), color, opacity.
    Linear((f32, f32), (f32, f32), Vec<(f32, C, f32)>),
}

impl<C> Paint<C> {
    fn map<D>(&self, color: &impl Fn(&C) -> D) -> Paint<D> {
        match self {
            Self::Flat(from, opacity) => Paint::Flat(color(from), *opacity),
            Self::Linear(from, to, stops) => {
                let stops = stops.iter().map(|(at, from, opacity)| (*at, color(from), *opacity));
                Paint::Linear(*from, *to, stops.collect())
            }
        }
    }
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
    fn shapes_of_other_hours_are_left_out_and_colors_are_mapped() {
        let text = r#"[Clip(Rect(0, 0, 9, 9), [
            Only(["day", "dusk"], [Glow((1, 2), (3, 4), "abc", 0.5)]),
            Only(["night"], [Fill(Rect(0, 0, 9, 9), Linear((0, 0), (1, 1), [(0, "b", 1)]))]),
        ])]"#;
        let shapes: Vec<Shape<String, Hours>> = ron::from_str(text).expect("shapes");
        let at = |hour| Shape::at(&shapes, hour).iter().map(|shape| shape.map(&String::len)).collect::<Vec<_>>();
        let rect = Form::Rect(0.0, 0.0, 9.0, 9.0);
        let clip = |shapes| vec![Shape::Clip(rect.clone(), shapes)];
        assert_eq!(at("dusk"), clip(vec![Shape::Glow((1.0, 2.0), (3.0, 4.0), 3, 0.5)]));
        let paint = Paint::Linear((0.0, 0.0), (1.0, 1.0), vec![(0.0, 1, 1.0)]);
        assert_eq!(at("night"), clip(vec![Shape::Fill(rect.clone(), paint)]));
        assert_eq!(at("rain"), clip(vec![]));
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
