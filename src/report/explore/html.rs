//! An exploration as one page for a browser: no scripts, nothing fetched, light or dark as the reader has it, fit to print.

use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

use super::words;
use crate::debrief::CHANCE;
use crate::explore::findings::{Findings, Standing, findings, points};
use crate::explore::path::{Exchange, Path};
use crate::explore::tally::{OfPlace, OfTrainee, Spread};
use crate::explore::{Exploration, TRAINEES};
use crate::model::Dimension;
use crate::report::graph::Heat;
use crate::report::page::clean;
use crate::report::template::shown;
use crate::report::text::mark;
use crate::scenario::NodeIx;

const TEMPLATE: &str = include_str!("../../../assets/report/explore.html");
/// So many rows of a table are shown; the document for programs has all.
const MOST_ROWS: usize = 400;

/// Makes the page. `graph` is the scenario drawn with [`heat`], an `<svg>` that stands in the page as it is.
///
/// # Errors
/// When the template is at fault, which a test would have shown.
pub fn page(exploration: &Exploration, graph: Option<String>) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.render_str(TEMPLATE, Value::from(view(exploration, graph)))
}

/// How many of the plays came by, for a drawing of the scenario that was explored.
pub fn heat(exploration: &Exploration) -> Heat {
    let tally = &exploration.tally;
    let share = |count: u64| (count as f64 / tally.plays.max(1) as f64).min(1.0);
    let mut heat = Heat { node: tally.places.iter().map(|p| share(p.plays)).collect(), ..Heat::default() };
    for (from, place) in tally.places.iter().enumerate() {
        let roads = place.roads.iter().map(|r| ((NodeIx(from as u32), NodeIx(r.to)), share(r.times)));
        heat.road.extend(roads);
    }
    heat
}

/// Everything the template shows, in words.
#[derive(Clone, Debug)]
struct View {
    title: String,
    made: String,
    honesty: &'static str,
    chance: &'static str,
    lengths: String,
    searched: Option<String>,
    bounds: Vec<[String; 3]>,
    trainees: Vec<[String; 2]>,
    gates: Vec<GateRow>,
    failing: usize,
    dimensions: Vec<DimensionRows>,
    endings: Vec<EndingRow>,
    seen: String,
    how_sure: String,
    unseen: Vec<[String; 2]>,
    unseen_left: usize,
    graph: Option<String>,
    places: Vec<PlaceRow>,
    places_left: usize,
    paths: Vec<PathTold>,
    version: String,
}

#[derive(Clone, Debug)]
struct GateRow {
    /// holds, fails or open: a class of the style sheet.
    class: &'static str,
    sign: &'static str,
    standing: &'static str,
    about: String,
    demand: String,
    found: String,
}

#[derive(Clone, Debug)]
struct DimensionRows {
    name: &'static str,
    rows: Vec<SpreadRow>,
}

#[derive(Clone, Debug)]
struct SpreadRow {
    name: String,
    mean: String,
    most: String,
    all: String,
    few: String,
    /// Of the mean, 0 to 100.
    at: Option<f64>,
    bars: Vec<Bar>,
}

/// In a drawing 100 wide and 20 high.
#[derive(Clone, Debug)]
struct Bar {
    x: f64,
    y: f64,
    height: f64,
}

#[derive(Clone, Debug)]
struct EndingRow {
    name: String,
    outcome: String,
    share: String,
    percent: f64,
    mostly: String,
}

#[derive(Clone, Debug)]
struct PlaceRow {
    id: String,
    ending: bool,
    share: String,
    percent: f64,
    lines: Vec<[String; 2]>,
}

#[derive(Clone, Debug)]
struct PathTold {
    title: &'static str,
    by: String,
    command: String,
    ratings: Vec<[String; 2]>,
    turns: Vec<TurnRow>,
    ending: String,
}

#[derive(Clone, Debug)]
struct TurnRow {
    happened: Vec<String>,
    /// Who, what the body does, and the words.
    said: Vec<[String; 3]>,
    cue: String,
    line: String,
    effect: String,
    marks: Vec<[&'static str; 2]>,
}

shown! {
    View {
        title, made, honesty, chance, lengths, searched, bounds, trainees, gates, failing, dimensions, endings, seen,
        how_sure, unseen, unseen_left, graph, places, places_left, paths, version
    }
    GateRow { class, sign, standing, about, demand, found }
    DimensionRows { name, rows }
    SpreadRow { name, mean, most, all, few, at, bars }
    Bar { x, y, height }
    EndingRow { name, outcome, share, percent, mostly }
    PlaceRow { id, ending, share, percent, lines }
    PathTold { title, by, command, ratings, turns, ending }
    TurnRow { happened, said, cue, line, effect, marks }
}

fn view(exploration: &Exploration, graph: Option<String>) -> View {
    let Findings { gates, coverage } = findings(exploration);
    let tally = &exploration.tally;
    let about = |name: &str| TRAINEES.iter().find(|t| t.name == name).map_or("", |t| t.about).to_owned();
    let unseen = coverage.unseen.iter().take(MOST_ROWS).map(|u| {
        let (what, how) = words::unseen(exploration, u);
        [clean(&what), how.to_owned()]
    });
    let ends = [("The strongest path", &exploration.strongest), ("The weakest path", &exploration.weakest)];
    View {
        title: clean(&exploration.identity.title),
        made: words::how_made(exploration),
        honesty: words::HONESTY,
        chance: CHANCE,
        lengths: words::lengths(exploration)
            .map_or_else(String::new, |(a, b, c)| format!("After {a} to {c} turns, {b} in the middle.")),
        searched: exploration.search.as_ref().map(words::searched),
        bounds: exploration.search.iter().flat_map(|s| &s.bounds).map(bound).collect(),
        trainees: tally.trainees.iter().map(|t| [t.name.clone(), about(&t.name)]).collect(),
        failing: gates.iter().filter(|g| g.standing == Standing::Fails).count(),
        gates: gates.into_iter().map(gate).collect(),
        dimensions: Dimension::ALL.iter().map(|d| dimension(exploration, *d)).collect(),
        endings: endings(exploration),
        seen: words::seen(&coverage),
        how_sure: words::how_sure(&coverage),
        unseen: unseen.collect(),
        unseen_left: coverage.unseen.len().saturating_sub(MOST_ROWS),
        graph,
        places: tally.places.iter().take(MOST_ROWS).map(|p| place(p, tally.plays)).collect(),
        places_left: tally.places.len().saturating_sub(MOST_ROWS),
        paths: ends.into_iter().filter_map(|(title, p)| Some(path(exploration, title, p.as_ref()?))).collect(),
        version: exploration.identity.alongside.clone(),
    }
}

fn bound(bound: &crate::explore::search::Bound) -> [String; 3] {
    let (low, high) = words::bound(bound).unwrap_or_default();
    [bound.of.name().to_owned(), low, high]
}

fn gate(gate: crate::explore::findings::Gate) -> GateRow {
    let (class, sign) = match gate.standing {
        Standing::Holds => ("holds", "✓"),
        Standing::Fails => ("fails", "✗"),
        Standing::NotMeasured => ("open", "–"),
    };
    let standing = words::standing(gate.standing);
    GateRow { class, sign, standing, about: gate.about, demand: gate.demand, found: clean(&gate.found) }
}

fn dimension(exploration: &Exploration, dimension: Dimension) -> DimensionRows {
    let row = |t: &OfTrainee| spread(&t.name, &t.ratings[dimension as usize]);
    DimensionRows { name: dimension.name(), rows: exploration.tally.trainees.iter().map(row).collect() }
}

fn spread(name: &str, spread: &Spread) -> SpreadRow {
    let at = |percent| spread.percentile(percent).map_or_else(String::new, |p| p.to_string());
    let (few, mean) = (spread.too_few.saturating_add(spread.none), spread.mean());
    let range = spread.lowest.zip(spread.highest);
    SpreadRow {
        name: name.to_owned(),
        mean: mean.map_or_else(|| "–".to_owned(), points),
        most: if spread.rated > 0 { format!("{} to {}", at(10), at(90)) } else { "–".to_owned() },
        all: range.map_or_else(|| "–".to_owned(), |(l, h)| format!("{} to {}", l.value / 1000, h.value / 1000)),
        few: if few > 0 { words::share(few, few.saturating_add(spread.rated)) } else { String::new() },
        at: mean.map(|m| m as f64 / 1000.0),
        bars: bars(spread),
    }
}

/// Bars of two points each; the tallest is full.
fn bars(spread: &Spread) -> Vec<Bar> {
    const WIDTH: usize = 2;
    const HEIGHT: f64 = 20.0;
    let all: Vec<u64> =
        spread.histogram.chunks(WIDTH).map(|c| c.iter().fold(0_u64, |s, n| s.saturating_add(*n))).collect();
    let tallest = all.iter().copied().max().unwrap_or(0).max(1) as f64;
    let bar = |(i, n): (usize, &u64)| {
        // whatever happened at all can be seen
        let height = (*n as f64 / tallest * HEIGHT).max(0.8);
        Bar { x: (i * WIDTH) as f64, y: rounded(HEIGHT - height), height: rounded(height) }
    };
    all.iter().enumerate().filter(|(_, n)| **n > 0).map(bar).collect()
}

fn rounded(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn percent(part: u64, of: u64) -> f64 {
    rounded(100.0 * part as f64 / of.max(1) as f64).min(100.0)
}

fn endings(exploration: &Exploration) -> Vec<EndingRow> {
    let tally = &exploration.tally;
    let row = |name: String, outcome: &str, count: &dyn Fn(usize, &OfTrainee) -> u64| {
        let all = tally.trainees.iter().enumerate().map(|(i, t)| count(i, t)).fold(0, u64::saturating_add);
        EndingRow {
            name,
            outcome: outcome.to_owned(),
            share: words::share(all, tally.plays),
            percent: percent(all, tally.plays),
            mostly: words::mostly(&tally.trainees, count, 4),
        }
    };
    let ends = tally.places.iter().filter_map(|p| Some((p, p.outcome?))).take(MOST_ROWS);
    let mut rows: Vec<EndingRow> = ends
        .map(|(p, outcome)| row(p.id.clone(), words::outcome(outcome), &|i, _| p.ended.get(i).copied().unwrap_or(0)))
        .collect();
    rows.push(row("Broken off, going in circles".to_owned(), "", &|_, t| t.broken_off));
    rows.push(row("Talk had to stop on the way".to_owned(), "", &|_, t| t.stopped));
    rows.push(row("Somebody walked away".to_owned(), "", &|_, t| t.left));
    rows
}

fn place(place: &OfPlace, plays: u64) -> PlaceRow {
    let line = |c: &crate::explore::tally::OfChoice| {
        let taken = match c.offered {
            0 => "never on offer".to_owned(),
            offered => format!("said {} of {}", words::share(c.taken, offered), words::many(offered, "time")),
        };
        [clean(&c.text), taken]
    };
    PlaceRow {
        id: place.id.clone(),
        ending: place.outcome.is_some(),
        share: words::share(place.plays, plays),
        percent: percent(place.plays, plays),
        lines: place.choices.iter().map(line).collect(),
    }
}

fn path(exploration: &Exploration, title: &'static str, path: &Path) -> PathTold {
    let ratings = Dimension::ALL.iter().zip(&path.ratings).map(|(d, reached)| {
        let score = match reached {
            Some(r) if r.is_rated => points(r.score),
            Some(r) => format!("{} (too few chances to be shown)", points(r.score)),
            None => "nothing at stake".to_owned(),
        };
        [d.name().to_owned(), score]
    });
    PathTold {
        title,
        by: words::path(path),
        command: path.command(&exploration.identity.scenario),
        ratings: ratings.collect(),
        turns: path.turns.iter().map(turn).collect(),
        ending: match &path.ending {
            Some(end) => format!("{} ({})", clean(&end.text), words::outcome(end.outcome)),
            None => "Broken off here: it goes in circles.".to_owned(),
        },
    }
}

fn turn(turn: &Exchange) -> TurnRow {
    let marks = Dimension::ALL.iter().zip(turn.evidence).map(|(d, e)| [d.name(), mark(f64::from(e) / 100.0)]);
    TurnRow {
        happened: turn.happened.iter().map(|why| clean(why)).collect(),
        said: turn.said.iter().map(|s| [&s.who, &s.body, &s.text].map(|words| clean(words))).collect(),
        cue: turn.cue.as_ref().map_or_else(String::new, |cue| clean(&words::cue(cue))),
        line: clean(&turn.line),
        effect: clean(&turn.effect),
        marks: marks.collect(),
    }
}
