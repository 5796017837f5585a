//! The graph as one page: the picture, and the same as a table for those who read it.

use minijinja::{Value, context};

use super::svg::{STYLE, inside, summary};
use super::{Drawing, TooLarge};
use crate::report::page::clean;
use crate::report::template::fill;
use crate::report::typeface::faces;
use crate::scenario::map::{Map, Road, Role, Stop, Way, comes_here};
use crate::scenario::{Outcome, Scenario};

const TEMPLATE: &str = include_str!("../../../assets/report/graph.html");
/// What fits a printed page at a size that can be read, in the picture's own pixels: standing and lying.
const STANDING: (f64, f64) = (930.0, 1_235.0);
const LYING: (f64, f64) = (1_330.0, 900.0);
/// What the title takes of the first page.
const TITLE: f64 = 140.0;

#[derive(Clone, Debug)]
struct Row {
    number: usize,
    id: String,
    kind: String,
    words: String,
    comes: String,
    lines: Vec<LineRow>,
}

#[derive(Clone, Debug)]
struct LineRow {
    letter: char,
    words: String,
    gate: String,
    to: Vec<Leads>,
}

/// Where a line leads, and when.
#[derive(Clone, Debug)]
struct Leads {
    number: usize,
    when: String,
}

/// A strip of the picture that fits a printed page.
#[derive(Clone, Debug)]
struct Strip {
    top: f64,
    height: f64,
}

/// The whole page as HTML; a story that is too large for a picture has its table alone, and says why.
pub fn page(scenario: &Scenario) -> String {
    let map = Map::of(scenario);
    let drawing = Drawing::of(scenario, None);
    let (size, strips, lies) = match &drawing {
        Ok(drawing) => {
            let size = drawing.picture.size;
            let lies = lies(size);
            (size, strips(&drawing.picture.cuts, size, if lies { LYING } else { STANDING }), lies)
        }
        Err(_) => ((0.0, 0.0), Vec::new(), false),
    };
    let picture = drawing.as_ref().map(|drawing| inside(drawing, None)).unwrap_or_default();
    let trouble = drawing.err().map(|e: TooLarge| e.to_string()).unwrap_or_default();
    let page = context! {
        title => clean(&scenario.title), brief => clean(&scenario.brief), summary => summary(&map),
        faces => faces(), style => STYLE, picture, trouble, strips, lies,
        width => size.0.ceil(), height => size.1.ceil(),
        rows => rows(scenario, &map),
    };
    fill("graph.html", TEMPLATE, page)
}

/// Whether the long side of the paper goes across: where the picture would be too small on a standing page.
fn lies((wide, _): (f64, f64)) -> bool {
    wide > 1.08 * STANDING.0
}

/// Cuts the picture between rows, so that each strip fits a page as wide as the picture, and none is much emptier than the
/// others.
fn strips(cuts: &[f64], (wide, high): (f64, f64), (page_wide, page_high): (f64, f64)) -> Vec<Strip> {
    let scale = f64::max(1.0, wide / page_wide);
    let cut = |part: f64| cut_into(cuts, high, (page_high * part - TITLE) * scale, page_high * part * scale);
    let fewest = cut(1.0);
    let even = (1..20).map(|step| cut(1.0 - 0.04 * f64::from(step))).take_while(|strips| strips.len() == fewest.len());
    even.last().unwrap_or(fewest)
}

/// Strips of at most `first` and then `most` pixels, where there is a place to cut.
fn cut_into(cuts: &[f64], high: f64, first: f64, most: f64) -> Vec<Strip> {
    let mut strips = Vec::new();
    let (mut top, mut room) = (0.0, first.max(1.0));
    while high - top > room {
        let fits = cuts.partition_point(|cut| *cut <= top + room);
        let cut = cuts[..fits].last().copied().filter(|cut| *cut > top).unwrap_or(top + room);
        strips.push(Strip { top, height: cut - top });
        (top, room) = (cut, most.max(1.0));
    }
    strips.push(Strip { top, height: high - top });
    strips
}

fn rows(scenario: &Scenario, map: &Map) -> Vec<Row> {
    let mut out: Vec<Vec<&Road>> = vec![Vec::new(); map.stops.len()];
    map.roads.iter().for_each(|road| out[road.from].push(road));
    map.stops.iter().zip(out).map(|(stop, roads)| row(scenario, map, stop, &roads)).collect()
}

fn row(scenario: &Scenario, map: &Map, stop: &Stop, roads: &[&Road]) -> Row {
    let mut ways: Vec<(&Way, usize)> =
        roads.iter().flat_map(|r| r.ways.iter().map(|w| (w, map.stops[r.to].number))).collect();
    ways.sort_by_key(|(way, _)| (way.choice, way.when == "otherwise"));
    let mut lines: Vec<LineRow> = Vec::new();
    for (way, to) in ways {
        let leads = Leads { number: to, when: clean(&way.when) };
        match lines.last_mut() {
            Some(line) if line.letter == way.letter => line.to.push(leads),
            _ => lines.push(LineRow {
                letter: way.letter,
                words: clean(&way.words),
                gate: clean(&way.gate),
                to: vec![leads],
            }),
        }
    }
    Row {
        number: stop.number,
        id: clean(&stop.id),
        kind: kind(stop),
        words: clean(&stop.words),
        comes: comes_here(scenario, stop).unwrap_or_default(),
        lines,
    }
}

fn kind(stop: &Stop) -> String {
    let role = match stop.role {
        Role::Opening => "opening",
        Role::Stop => "safety stop",
        Role::Leaves => "walks away",
        Role::Talk => "",
    };
    let rest = match stop.ending {
        Some(Outcome::Left) if stop.role == Role::Leaves => "ending".to_owned(),
        Some(outcome) => format!("ending: {}", outcome.word()),
        None => {
            if stop.hazard {
                "danger".to_owned()
            } else {
                String::new()
            }
        }
    };
    [role, &rest].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

impl From<Row> for Value {
    fn from(of: Row) -> Self {
        let Row { number, id, kind, words, comes, lines } = of;
        context! { number, id, kind, words, comes, lines }
    }
}

impl From<LineRow> for Value {
    fn from(of: LineRow) -> Self {
        let LineRow { letter, words, gate, to } = of;
        context! { letter, words, gate, to }
    }
}

impl From<Leads> for Value {
    fn from(of: Leads) -> Self {
        let Leads { number, when } = of;
        context! { number, when }
    }
}

impl From<Strip> for Value {
    fn from(of: Strip) -> Self {
        let Strip { top, height } = of;
        context! { top, height }
    }
}
