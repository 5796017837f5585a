//! A scenario as a picture: cards for its nodes and endings, roads for its lines.

mod cards;
mod dot;
mod grid;
mod layout;
mod measure;
mod page;
mod ranks;
mod svg;

use std::collections::BTreeMap;
use std::fmt;

pub use dot::dot;
pub use page::page;

use cards::{Card, Course, Sign};
use layout::Picture;
use ranks::Ranks;

use crate::scenario::map::{Map, Road};
use crate::scenario::{NodeIx, Scenario};

/// A picture of more nodes and endings than this helps nobody.
pub const MOST_DRAWN: usize = 600;

/// How many of all who play come by, as shares from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heat {
    /// For each of [`Scenario::nodes`], in that order.
    pub node: Vec<f64>,
    /// For each road by where it begins and ends; one that is missing was never taken.
    pub road: BTreeMap<(NodeIx, NodeIx), f64>,
}

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    pub count: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.count {
            count if count > MOST_DRAWN => {
                write!(f, "this story has {count} nodes and endings, and a picture is drawn of at most {MOST_DRAWN}")
            }
            _ => write!(f, "the roads of this story are too tangled for a picture"),
        }
    }
}

/// A share in percent, as one writes it.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Share(f64);

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.0.clamp(0.0, 1.0) * 100.0;
        match percent {
            p if p > 0.0 && p < 1.0 => write!(f, "under 1 %"),
            p if p > 99.0 && p < 100.0 => write!(f, "over 99 %"),
            p => write!(f, "{p:.0} %"),
        }
    }
}

impl Heat {
    fn of_node(&self, at: NodeIx) -> Share {
        Share(self.node.get(at.index()).copied().unwrap_or_default())
    }
    fn of_road(&self, from: NodeIx, to: NodeIx) -> Share {
        Share(self.road.get(&(from, to)).copied().unwrap_or_default())
    }
}

/// Everything that is needed to draw.
struct Drawing {
    map: Map,
    ranks: Ranks,
    cards: Vec<Card>,
    signs: Vec<Sign>,
    picture: Picture,
}

impl Drawing {
    fn of(scenario: &Scenario, heat: Option<&Heat>) -> Result<Self, TooLarge> {
        let too_large = TooLarge { count: scenario.nodes.len() };
        if scenario.nodes.len() > MOST_DRAWN {
            return Err(too_large);
        }
        let map = Map::of(scenario);
        let ranks = ranks::ranks(&map);
        let far = far_roads(&map, &ranks);
        let cards: Vec<Card> = (0..map.stops.len()).map(|at| cards::card(scenario, &map, at, &far[at], heat)).collect();
        let of_road = |(i, road): (usize, &Road)| cards::sign(&map, road, ranks.courses[i], heat);
        let signs: Vec<Sign> = map.roads.iter().enumerate().map(of_road).collect();
        let picture = layout::layout(&map, &ranks, &cards, &signs).ok_or(too_large)?;
        drop(far);
        Ok(Self { map, ranks, cards, signs, picture })
    }
}

/// For each place, the roads that end there without a line.
fn far_roads<'m>(map: &'m Map, ranks: &Ranks) -> Vec<Vec<&'m Road>> {
    let mut far = vec![Vec::new(); map.stops.len()];
    for (road, course) in map.roads.iter().zip(&ranks.courses) {
        if *course == Course::Far {
            far[road.to].push(road);
        }
    }
    far
}

/// The picture as SVG, shaded by how many come by where that is known.
///
/// # Errors
/// When the story is too large or too tangled to be drawn.
pub fn svg(scenario: &Scenario, heat: Option<&Heat>) -> Result<String, TooLarge> {
    Drawing::of(scenario, heat).map(|drawing| svg::whole(scenario, &drawing, heat))
}
