//! What happens in a place by itself: small events that come and go, and the weather.
//!
//! All lengths are units of the 1280 x 720 frame, y down; all opacities and phases run from 0 to 1.

use serde::Deserialize;

use super::color::Color;
use super::shape::Shape;

/// A small thing that happens again and again: one picture, and how it moves.
///
/// Events of one name happen together.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event<C = Color> {
    pub name: String,
    /// Name of the layer it is drawn after.
    pub after: String,
    /// Shortest and longest seconds from one beginning to the next; an event that takes longer goes on without a pause.
    #[serde(default)]
    pub every: (f32, f32),
    /// Seconds it takes.
    pub lasts: f32,
    /// The phase that is shown where nothing may move; without one, what is shown between two events.
    #[serde(default)]
    pub still: Option<f32>,
    /// Left, top, width and height of a window, outside of which it does not show.
    #[serde(default)]
    pub within: Option<(f32, f32, f32, f32)>,
    /// The hours at which it happens; at all of them where none is named.
    #[serde(default)]
    pub hours: Vec<String>,
    pub motion: Motion,
    /// Back to front. What walks, passes and drops is drawn around the point 0,0, everything else where it is seen.
    pub shapes: Vec<Shape<C>>,
}

/// How a picture moves, and how much of it is seen, while its event runs.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Motion {
    /// It is there, and comes and goes over so large a share of its time: a lit telephone, a neighbor's door.
    Show(f32),
    /// At an even pace from one point to another, bobbing so many units; one in three stops for a moment: somebody passing.
    Walk { from: (f32, f32), to: (f32, f32), bob: f32 },
    /// Ever faster from one point to another and from one size to another, appearing and vanishing on the way: headlights.
    Pass { from: (f32, f32), to: (f32, f32), scale: (f32, f32) },
    /// Moves by so much while it grows about a point by this factor, appears and thins out: steam, breath, dust.
    Drift { about: (f32, f32), by: (f32, f32), scale: f32 },
    /// A shade that falls, up to this opacity, for one short moment or for two: a tube, a lamp.
    Dip(f32),
    /// A shade that takes another opacity, up to this one, with each event, and keeps it: a television, a candle.
    Flicker(f32),
    /// Comes and goes in a wave that begins at this phase; two waves half apart always add up to one: a patrol car's lamps.
    Crossfade(f32),
    /// Is there at once, and goes a little more slowly: hazard lights.
    Blink,
    /// Turns about a point by so many degrees to either side and comes to rest again; clockwise first.
    Sway { about: (f32, f32), degrees: f32 },
    /// From one point to another: a drop ever faster; what sways to the sides by so many units, evenly, turning by so many
    /// degrees on its way.
    Drop { from: (f32, f32), to: (f32, f32), sway: f32, turn: f32 },
}

/// Something that falls everywhere.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Weather<C = Color> {
    Rain(Rain<C>),
}

/// Streaks of rain at one depth.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rain<C = Color> {
    /// Name of the layer it falls in front of.
    pub after: String,
    pub color: C,
    /// Opacity of the strongest streak.
    pub opacity: f32,
    /// How many streaks are in the air at a time.
    pub streaks: u16,
    /// Length and width of a usual streak; far ones are about 34 long, near ones 60 to 90.
    pub length: f32,
    pub width: f32,
    /// Units a second; far ones fall at about 500, near ones at 900.
    pub speed: f32,
    /// Left, top, right and bottom of where it falls.
    pub area: (f32, f32, f32, f32),
    /// It is seen only in the light of this lamp.
    #[serde(default)]
    pub lamp: Option<Lamp>,
    /// Splashes that are seen at a time, and between which heights they lie.
    #[serde(default)]
    pub splashes: Option<(u16, f32, f32)>,
    /// The hours at which it rains; at all of them where none is named.
    #[serde(default)]
    pub hours: Vec<String>,
}

/// A cone of light that points down.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lamp {
    pub x: f32,
    pub y: f32,
    /// How far down the light reaches.
    pub reach: f32,
    /// Half the width of the cone where it ends.
    pub half_width: f32,
}

impl<C> Event<C> {
    /// Whether it happens at an hour.
    pub fn is_at(&self, hour: &str) -> bool {
        is_at(&self.hours, hour)
    }

    /// The same event in other colors.
    pub fn map<D>(&self, color: &impl Fn(&C) -> D) -> Event<D> {
        Event {
            name: self.name.clone(),
            after: self.after.clone(),
            every: self.every,
            lasts: self.lasts,
            still: self.still,
            within: self.within,
            hours: self.hours.clone(),
            motion: self.motion,
            shapes: self.shapes.iter().map(|shape| shape.map(color)).collect(),
        }
    }
}

impl<C> Weather<C> {
    /// Whether it is so at an hour.
    pub fn is_at(&self, hour: &str) -> bool {
        is_at(self.hours(), hour)
    }

    /// The hours that it names.
    pub fn hours(&self) -> &[String] {
        match self {
            Self::Rain(rain) => &rain.hours,
        }
    }

    /// Name of the layer it falls in front of.
    pub fn after(&self) -> &str {
        match self {
            Self::Rain(rain) => &rain.after,
        }
    }

    /// The same weather in another color.
    pub fn map<D>(&self, color: &impl Fn(&C) -> D) -> Weather<D> {
        match self {
            Self::Rain(rain) => Weather::Rain(rain.map(color)),
        }
    }
}

impl<C> Rain<C> {
    fn map<D>(&self, color: &impl Fn(&C) -> D) -> Rain<D> {
        Rain {
            after: self.after.clone(),
            color: color(&self.color),
            opacity: self.opacity,
            streaks: self.streaks,
            length: self.length,
            width: self.width,
            speed: self.speed,
            area: self.area,
            lamp: self.lamp,
            splashes: self.splashes,
            hours: self.hours.clone(),
        }
    }
}

fn is_at(hours: &[String], hour: &str) -> bool {
    hours.is_empty() || hours.iter().any(|h| h == hour)
}
