//! A place as its file describes it: all its hours, with colors by name.

use std::cell::Cell;
use std::collections::BTreeMap;

use ron::extensions::Extensions;
use serde::Deserialize;

use super::{Layer, Outside, Place, Spots, Vignette};
use crate::cast::life::{Event, Weather};
use crate::cast::shape::{Hours, Shape};
use crate::cast::{Color, Light, Mixture, Palette};

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    pub name: String,
    pub hours: BTreeMap<String, Hour>,
    #[serde(default)]
    pub spots: Option<Spots>,
    pub behind: Vec<Layer<Mixture, Hours>>,
    pub people_depth: f32,
    pub in_front: Vec<Layer<Mixture, Hours>>,
    #[serde(default)]
    pub life: Vec<Event<Mixture>>,
    #[serde(default)]
    pub weather: Vec<Weather<Mixture>>,
}

/// What a place is like at one time.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hour {
    /// In words, as it follows the place's name.
    pub time: String,
    #[serde(default)]
    pub outside: Outside,
    pub light: Light,
    pub vignette: Vignette<Mixture>,
    pub palette: Palette,
}

/// What an hour lacks, and where the file asks for it.
struct Fault {
    quoted: String,
    message: String,
}

impl Written {
    /// Reads a place; `file` is what a message calls it.
    ///
    /// # Errors
    /// `file:line:column: what is wrong`.
    pub fn parse(file: &str, text: &str) -> Result<Self, String> {
        let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
        let written: Self = options.from_str(text).map_err(|error| {
            let at = error.span.start;
            format!("{file}:{}:{}: {}", at.line, at.col, error.code)
        })?;
        let fault = written.hours_there_are_not().or_else(|| written.hours.keys().find_map(|h| written.at(h).err()));
        fault.map_or(Ok(()), |fault| Err(fault.told(file, text)))?;
        Ok(written)
    }

    /// The place at one of its hours; none for an hour it has not.
    pub fn place(&self, hour: &str) -> Option<Place> {
        self.at(hour).ok()
    }

    fn at(&self, hour: &str) -> Result<Place, Fault> {
        let found = self.hours.get(hour).ok_or_else(|| self.no_hour(hour))?;
        let missing = Cell::new(None);
        let color = |mixture: &Mixture| {
            mixture.color(&found.palette).unwrap_or_else(|name| {
                let first = missing.take();
                missing
                    .set(first.or_else(|| Some((mixture.written().to_owned(), no_name(name, hour, &found.palette)))));
                Color::default()
            })
        };
        let place = Place {
            name: format!("{}, {}", self.name, found.time),
            light: found.light.clone(),
            outside: found.outside,
            vignette: Vignette { color: color(&found.vignette.color), strength: found.vignette.strength },
            spots: self.spots.clone(),
            behind: layers(&self.behind, hour, &color),
            people_depth: self.people_depth,
            in_front: layers(&self.in_front, hour, &color),
            life: self.life.iter().filter(|e| e.is_at(hour)).map(|e| e.map(&color)).collect(),
            weather: self.weather.iter().filter(|w| w.is_at(hour)).map(|w| w.map(&color)).collect(),
        };
        missing.take().map_or(Ok(place), |(quoted, message)| Err(Fault { quoted, message }))
    }

    /// An hour that some shapes belong to and the place has not.
    fn hours_there_are_not(&self) -> Option<Fault> {
        let shapes = self.behind.iter().chain(&self.in_front).flat_map(|layer| &layer.shapes);
        let unknown = |hour: &&str| !self.hours.contains_key(*hour);
        let lives = self.life.iter().flat_map(|e| &e.hours).chain(self.weather.iter().flat_map(Weather::hours));
        shapes.flat_map(hours_of).chain(lives.map(String::as_str)).find(unknown).map(|hour| self.no_hour(hour))
    }

    fn no_hour(&self, hour: &str) -> Fault {
        let known = self.hours.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        Fault { quoted: hour.to_owned(), message: format!("this place has no hour `{hour}`: write one of {known}") }
    }
}

impl Fault {
    fn told(&self, file: &str, text: &str) -> String {
        let before = text.find(&format!("\"{}\"", self.quoted)).and_then(|at| text.get(..at)).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        format!("{file}:{line}:{column}: {}", self.message)
    }
}

fn no_name(name: &str, hour: &str, palette: &Palette) -> String {
    let known = palette.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    format!("the palette of `{hour}` has no `{name}`: add it there, or write one of {known}")
}

/// The layers that have anything to show at an hour.
fn layers(layers: &[Layer<Mixture, Hours>], hour: &str, color: &impl Fn(&Mixture) -> Color) -> Vec<Layer> {
    let layer = |layer: &Layer<Mixture, Hours>| Layer {
        name: layer.name.clone(),
        depth: layer.depth,
        shapes: Shape::at(&layer.shapes, hour).iter().map(|shape| shape.map(color)).collect(),
    };
    layers.iter().map(layer).filter(|layer| !layer.shapes.is_empty()).collect()
}

/// The hours that are named in a shape.
fn hours_of(shape: &Shape<Mixture, Hours>) -> Vec<&str> {
    match shape {
        Shape::Only(hours, shapes) => {
            hours.iter().map(String::as_str).chain(shapes.iter().flat_map(hours_of)).collect()
        }
        Shape::Clip(_, shapes) => shapes.iter().flat_map(hours_of).collect(),
        Shape::Fill(..) | Shape::Soft(..) | Shape::Glow(..) => vec![],
    }
}
