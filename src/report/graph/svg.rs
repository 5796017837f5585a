//! The picture as SVG: cards, roads and signs, each with its words for those who cannot see it.

use std::fmt::Write;

use super::cards::{Card, Course, HEAD, LEADING, NAME, PAD, SMALL, SMALL_LEADING, Sign, Stands, WORDS};
use super::layout::Line;
use super::measure::width;
use super::{Drawing, Heat};
use crate::report::markup::escape;
use crate::scenario::map::{Map, Road, Role, Stop};
use crate::scenario::{Outcome, Scenario};

/// Colors stand twice: plainly for programs that know no variables, and as variables that a dark screen changes.
pub const STYLE: &str = include_str!("../../../assets/report/graph.css");

/// A file of its own.
pub fn whole(scenario: &Scenario, drawing: &Drawing, heat: Option<&Heat>) -> String {
    let (wide, high) = drawing.picture.size;
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" width=\"{wide:.0}\" height=\"{high:.0}\" \
         viewBox=\"0 0 {wide:.0} {high:.0}\" role=\"img\" aria-labelledby=\"map-title map-words\">\n\
         <title id=\"map-title\">{}</title>\n<desc id=\"map-words\">{}</desc>\n<style>\n{STYLE}</style>\n\
         <rect class=\"map-paper\" width=\"100%\" height=\"100%\"/>\n",
        escape(&scenario.title),
        escape(&summary(&drawing.map)),
    );
    out.push_str(&inside(drawing, heat));
    out.push_str("</svg>\n");
    out
}

/// The graph in one sentence.
pub fn summary(map: &Map) -> String {
    let endings = map.stops.iter().filter(|stop| stop.ending.is_some()).count();
    let nodes = map.stops.len() - endings;
    let lines: usize = map.roads.iter().map(|road| road.ways.len()).sum();
    format!("{nodes} nodes and {endings} endings, read from the top down; {lines} lines lead from one to another.")
}

/// Everything but the frame.
pub fn inside(drawing: &Drawing, heat: Option<&Heat>) -> String {
    let mut out = String::from("<g id=\"map-inside\">\n");
    let Drawing { map, ranks, cards, signs, picture } = drawing;
    for (i, road) in map.roads.iter().enumerate() {
        line(&mut out, &picture.lines[i], ranks.courses[i], road, map, heat);
    }
    for (i, road) in map.roads.iter().enumerate() {
        sign(&mut out, &signs[i], picture.signs[i], ranks.courses[i], road, map);
    }
    for (i, stop) in map.stops.iter().enumerate() {
        card(&mut out, &cards[i], picture.cards[i], stop, heat);
    }
    out.push_str("</g>\n");
    out
}

/// Straight through rows, and in one soft bend between two of them.
fn line(out: &mut String, line: &Line, course: Course, road: &Road, map: &Map, heat: Option<&Heat>) {
    let [(x, y), rest @ ..] = &line.points[..] else { return };
    let mut path = format!("M{x:.1} {y:.1}");
    let mut before = (*x, *y);
    for &(x, y) in rest {
        if (x - before.0).abs() < 0.5 {
            let _ = write!(path, "L{x:.1} {y:.1}");
        } else {
            let middle = (before.1 + y) / 2.0;
            let _ = write!(path, "C{:.1} {middle:.1} {x:.1} {middle:.1} {x:.1} {y:.1}", before.0);
        }
        before = (x, y);
    }
    let always = road.ways.iter().any(|way| way.gate.is_empty() && way.when.is_empty());
    let look = match (course, always) {
        (Course::Down, true) => "map-road",
        (Course::Down, false) => "map-road gated",
        (Course::Back | Course::Far, _) => "map-road away",
    };
    let share = heat.map(|heat| heat.of_road(map.stops[road.from].at, map.stops[road.to].at).0.clamp(0.0, 1.0));
    let wide = share.map_or(String::new(), |share| format!(" style=\"stroke-width:{:.1}\"", 1.2 + 6.0 * share));
    let _ = writeln!(out, "<path class=\"{look}\" d=\"{path}\"{wide}/>");
    if course == Course::Down {
        let (x, y) = before;
        let half = 4.5 + share.unwrap_or_default() * 3.0;
        let _ = writeln!(
            out,
            "<path class=\"map-tip\" d=\"M{:.1} {:.1}L{:.1} {:.1}L{x:.1} {y:.1}Z\"/>",
            x - half,
            y - 2.0 * half,
            x + half,
            y - 2.0 * half
        );
    }
}

fn sign(out: &mut String, sign: &Sign, (x, y): (f64, f64), course: Course, road: &Road, map: &Map) {
    let (wide, high) = sign.size;
    let look = if course == Course::Down { "map-sign" } else { "map-sign away" };
    let _ = writeln!(out, "<g><title>{}</title>", escape(&road_words(road, map)));
    let _ = writeln!(
        out,
        "<rect class=\"{look}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"6\"/>"
    );
    let mut base = y + 4.0 + WORDS;
    text(out, "letters", (x + 8.0, base), WORDS, &sign.letters);
    let beside = x + 8.0 + 1.1 * width(&sign.letters, WORDS) + 9.0;
    for words in &sign.lines {
        text(out, "said", (beside, base), WORDS, words);
        base += LEADING;
    }
    if !sign.goes.is_empty() {
        text(out, "goes", (x + 8.0, base), WORDS, &sign.goes);
        base += LEADING;
    }
    for note in &sign.notes {
        text(out, "note", (x + 8.0, base - 1.0), SMALL, note);
        base += SMALL_LEADING;
    }
    out.push_str("</g>\n");
}

/// A road with everything that is known of it.
fn road_words(road: &Road, map: &Map) -> String {
    let ways: Vec<String> = road
        .ways
        .iter()
        .map(|way| {
            let gate = if way.gate.is_empty() { String::new() } else { format!(", only when {}", way.gate) };
            let when = if way.when.is_empty() { String::new() } else { format!(", {}", way.when) };
            format!("{}: {}{gate}{when}", way.letter, way.words)
        })
        .collect();
    format!("From {} to {}. {}", map.stops[road.from].number, map.stops[road.to].number, ways.join(" "))
}

fn card(out: &mut String, card: &Card, (x, y): (f64, f64), stop: &Stop, heat: Option<&Heat>) {
    let (wide, high) = card.size;
    let kind = if card.kind.is_empty() { String::new() } else { format!(", {}", card.kind) };
    let _ =
        writeln!(out, "<g><title>{}</title>", escape(&format!("{} {}{kind}: {}", stop.number, stop.id, stop.words)));
    let share = heat.map(|heat| heat.of_node(stop.at).0.clamp(0.0, 1.0));
    let fill = share.map_or(String::new(), |share| format!(" style=\"fill:{}\"", shade(share)));
    let look = if stop.ending.is_some() { "map-card end" } else { "map-card" };
    let _ = writeln!(
        out,
        "<rect class=\"{look}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\" rx=\"7\"{fill}/>"
    );
    if let Some(tone) = tone(stop) {
        // a band along the left side, within the card's round corners
        let _ = writeln!(
            out,
            "<path class=\"map-{tone}\" d=\"M{:.1} {y:.1}h-1a6 6 0 0 0 -6 7v{:.1}a6 6 0 0 0 6 7h1z\"/>",
            x + 7.0,
            high - 14.0
        );
    }
    let mut base = y + PAD - 3.0 + NAME;
    let number = stop.number.to_string();
    text(out, "number", (x + PAD, base), NAME, &number);
    text(out, "name", (x + PAD + 1.1 * width(&number, NAME) + 6.0, base), NAME, &card.id);
    if !card.kind.is_empty() {
        let tone = tone(stop).unwrap_or("plain");
        let (at, anchor) = match card.kind_stands {
            Stands::Beside => (x + wide - PAD, "end"),
            Stands::Below => (x + PAD, "start"),
        };
        if card.kind_stands == Stands::Below {
            base += SMALL_LEADING + 1.0;
        }
        let _ = writeln!(
            out,
            "<text class=\"map-kind map-{tone}\" x=\"{at:.1}\" y=\"{base:.1}\" font-size=\"{SMALL}\" text-anchor=\"{anchor}\">{}</text>",
            escape(&card.kind)
        );
    }
    base += HEAD - 3.0;
    for words in &card.lines {
        text(out, "words", (x + PAD, base), WORDS, words);
        base += LEADING;
    }
    for note in &card.notes {
        text(out, "small", (x + PAD, base), SMALL, note);
        base += SMALL_LEADING;
    }
    out.push_str("</g>\n");
}

fn text(out: &mut String, look: &str, (x, y): (f64, f64), size: f64, words: &str) {
    let words = escape(words);
    let _ = writeln!(out, "<text class=\"map-{look}\" x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\">{words}</text>");
}

/// The color of what it is; the word stands on the card too.
fn tone(stop: &Stop) -> Option<&'static str> {
    match (stop.ending, stop.role) {
        (Some(Outcome::Good), _) => Some("good"),
        (Some(Outcome::Mixed), _) => Some("mixed"),
        (Some(Outcome::Poor), _) => Some("poor"),
        (Some(Outcome::Left), _) => Some("left"),
        (Some(Outcome::Stopped), _) => Some("stopped"),
        (None, Role::Opening) => Some("opening"),
        (None, Role::Stop) => Some("stopped"),
        (None, Role::Leaves) => Some("left"),
        (None, Role::Talk) => stop.hazard.then_some("danger"),
    }
}

/// From cream, where nobody comes, to amber, where everybody does.
fn shade(share: f64) -> String {
    let [from, to] = [[246.0, 239.0, 225.0], [244.0, 181.0, 92.0]];
    let mixed: Vec<u8> = (0..3).map(|i| (from[i] + (to[i] - from[i]) * share) as u8).collect();
    format!("#{:02x}{:02x}{:02x}", mixed[0], mixed[1], mixed[2])
}
