//! Trust and arousal over the turns, drawn and in words.

use crate::debrief::{Debrief, Kind};
use crate::model::State;
use crate::report::paper::{ACCENT, EDGE, PLATE, QUIET, SUNK, TEXT};
use crate::report::plot::{At, Canvas, Side, Weight, drawing};
use crate::scenario::plain::first_name;

const SIZE: At = (680.0, 200.0);
const LEFT: f64 = 44.0;
const RIGHT: f64 = 664.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 172.0;
/// So many turns keep a number each; of more, every other one, and so on.
const MOST_NUMBERS: usize = 24;
const LABEL: (f64, Weight) = (12.5, Weight::Plain);

pub fn chart(debrief: &Debrief) -> String {
    if debrief.course.len() < 2 {
        return String::new();
    }
    drawing(SIZE, "chart", ["The course of it", &words(debrief)], |canvas| draw(canvas, debrief))
}

fn draw(canvas: &Canvas, debrief: &Debrief) {
    let line = |of: fn(&State) -> f64| -> Vec<At> {
        debrief.course.iter().enumerate().map(|(i, s)| (x(debrief, i), y(of(s)))).collect()
    };
    let (arousal, trust) = (line(|s| s.arousal), line(|s| s.trust));
    let mut ground = trust.clone();
    ground.extend([(RIGHT, BOTTOM), (LEFT, BOTTOM)]);
    canvas.area(&ground, SUNK, 0.75);
    canvas.line(&[(LEFT, BOTTOM), (RIGHT, BOTTOM)], EDGE, 1.0);
    upright(canvas, debrief);
    canvas.dashed(&trust, TEXT, 1.8, [6.0, 4.0]);
    canvas.line(&arousal, TEXT, 2.2);
    for (a, t) in arousal.iter().zip(&trust) {
        canvas.diamond(*t, 6.0, PLATE);
        canvas.diamond(*t, 4.6, TEXT);
        canvas.disc(*a, 5.4, PLATE);
        canvas.disc(*a, 4.2, TEXT);
    }
    marks(canvas, debrief, &arousal, &trust);
    labels(canvas, debrief);
}

fn x(debrief: &Debrief, i: usize) -> f64 {
    LEFT + (RIGHT - LEFT) * i as f64 / (debrief.course.len() - 1).max(1) as f64
}

fn y(value: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * (value / 100.0).clamp(0.0, 1.0)
}

/// The costliest turn has the accent.
fn upright(canvas: &Canvas, debrief: &Debrief) {
    for point in debrief.points.iter().filter(|p| p.kind == Kind::Costliest) {
        let x = x(debrief, point.turn + 1);
        canvas.line(&[(x, TOP - 8.0), (x, BOTTOM)], ACCENT, 1.6);
    }
}

/// A word at each turn that stands out, where the two lines leave room for it.
fn marks(canvas: &Canvas, debrief: &Debrief, arousal: &[At], trust: &[At]) {
    for point in &debrief.points {
        let (Some(a), Some(t)) = (arousal.get(point.turn + 1), trust.get(point.turn + 1)) else { continue };
        let (word, color) = match point.kind {
            Kind::Best => ("best", TEXT),
            Kind::Costliest => ("costliest", ACCENT),
            Kind::Missed => ("missed", TEXT),
        };
        let side = match a.0 {
            x if x < LEFT + 40.0 => Side::From,
            x if x > RIGHT - 40.0 => Side::Until,
            _ => Side::Around,
        };
        let top = a.1.min(t.1);
        let high = if point.kind == Kind::Costliest { TOP - 16.0 } else { top - 14.0 };
        canvas.words((a.0, high), side, (12.5, Weight::Bold), color, word);
    }
}

fn labels(canvas: &Canvas, debrief: &Debrief) {
    let name = first_name(&debrief.person);
    canvas.disc((LEFT + 5.0, 10.0), 4.2, TEXT);
    canvas.words((LEFT + 16.0, 10.0), Side::From, LABEL, TEXT, &format!("how stirred up {name} is"));
    canvas.diamond((LEFT + 305.0, 10.0), 4.6, TEXT);
    canvas.words((LEFT + 316.0, 10.0), Side::From, LABEL, TEXT, &format!("how far {name} trusts you"));
    canvas.words((0.0, TOP), Side::From, LABEL, QUIET, "high");
    canvas.words((0.0, BOTTOM), Side::From, LABEL, QUIET, "low");
    let count = debrief.course.len();
    let every = count.div_ceil(MOST_NUMBERS);
    for i in (0..count).filter(|i| i % every == 0) {
        let word = if i == 0 { "start".to_owned() } else { i.to_string() };
        canvas.words((x(debrief, i), BOTTOM + 16.0), Side::Around, LABEL, QUIET, &word);
    }
}

/// The same in words.
pub fn words(debrief: &Debrief) -> String {
    let (Some(first), Some(last)) = (debrief.course.first(), debrief.course.last()) else { return String::new() };
    let name = first_name(&debrief.person);
    let peak = debrief
        .course
        .iter()
        .enumerate()
        .fold((0, first.arousal), |best, (i, s)| if s.arousal > best.1 { (i, s.arousal) } else { best });
    let peak = match peak.0 {
        0 => "most so at the start".to_owned(),
        i => format!("most so after turn {i}"),
    };
    let (arousal, trust) = (went(first.arousal, last.arousal), went(first.trust, last.trust));
    format!("How stirred up {name} was {arousal}, {peak}. Trust {trust}.")
}

fn went(from: f64, to: f64) -> String {
    match (level(from), level(to)) {
        (from, to) if from == to => format!("stayed {}", if from == MIDDLE { "in the middle" } else { from }),
        (from, to) => format!("went from {from} to {to}"),
    }
}

const MIDDLE: &str = "the middle";

fn level(value: f64) -> &'static str {
    match value {
        v if v < 20.0 => "very low",
        v if v < 40.0 => "low",
        v if v < 60.0 => MIDDLE,
        v if v < 80.0 => "high",
        _ => "very high",
    }
}
