//! A class in drawings: how a scene split, and how a rating is spread.

use super::words::{score_word, spread as told};
use super::{Scene, Spread};
use crate::model::Dimension;
use crate::report::paper::{EDGE, QUIET, TEXT, color};
use crate::report::plot::{Canvas, Fill, Side, Weight, drawing, rounded};

const BAR: (f64, f64) = (520.0, 24.0);
/// How far the cut between two parts leans.
const SLANT: f64 = 5.0;
const GAP: f64 = 5.0;
/// A part keeps its number from this width on.
const FOR_NUMBER: f64 = 30.0;

/// The parts of a scene's class, largest first.
pub fn split(scene: &Scene, stands_out: bool) -> String {
    let words: Vec<String> = scene.lines.iter().map(|l| format!("{} {}", l.letter, l.chosen)).collect();
    let title = format!("How the class split at scene {}", scene.number);
    drawing(BAR, "split", [&title, &format!("{}.", words.join(", "))], |canvas| {
        let room = BAR.0 - SLANT - GAP * scene.lines.len().saturating_sub(1) as f64;
        let mut x = 0.0;
        for line in &scene.lines {
            let width = room * line.chosen as f64 / scene.came.max(1) as f64;
            part(canvas, [x, x + width], stands_out, line.chosen);
            x += width + GAP;
        }
    })
}

fn part(canvas: &Canvas, [from, to]: [f64; 2], stands_out: bool, count: usize) {
    let (top, bottom) = (2.0, BAR.1 - 2.0);
    let fill = if stands_out { TEXT } else { EDGE };
    canvas.area(&[(from + SLANT, top), (to + SLANT, top), (to, bottom), (from, bottom)], fill, 1.0);
    if stands_out && to - from >= FOR_NUMBER {
        let at = (f64::midpoint(from, to) + SLANT / 2.0, BAR.1 / 2.0);
        let paper = crate::report::paper::PLATE;
        canvas.words(at, Side::Around, (12.5, Weight::Bold), paper, &count.to_string());
    }
}

/// Room for the steps of a large class is there only where there are any.
const BOX: (f64, f64) = (320.0, 28.0);
const STEPS: f64 = 36.0;
const MARGIN: f64 = 10.0;
const LINE: f64 = 14.0;
const RANDOM: f64 = 35.0;

/// Half of the class in a pale bar, its middle with its band, and the whole shape of it where there are many.
pub fn spread(dimension: Dimension, of: Option<&Spread>) -> String {
    let words = of.map_or_else(|| "Fewer than five were rated.".to_owned(), |s| middle(s) + " " + &told(s));
    let line = LINE + of.map_or(0.0, |s| if s.steps.is_empty() { 0.0 } else { STEPS });
    drawing((BOX.0, BOX.1 + line - LINE), "spread", [dimension.name(), &words], |canvas| {
        if let Some(spread) = of {
            steps(canvas, dimension, spread, line);
        }
        axis(canvas, line);
        if let Some(spread) = of {
            quarters(canvas, dimension, spread, line);
        }
    })
}

/// The middle in words.
pub fn middle(spread: &Spread) -> String {
    format!("In the middle: {}.", score_word(spread.median))
}

fn at(score: f64) -> f64 {
    MARGIN + (BOX.0 - 2.0 * MARGIN) * (score / 100.0).clamp(0.0, 1.0)
}

fn axis(canvas: &Canvas, line: f64) {
    canvas.line(&[(MARGIN, line), (BOX.0 - MARGIN, line)], EDGE, 1.0);
    for tick in 0..=4 {
        let x = at(25.0 * f64::from(tick));
        canvas.line(&[(x, line - 4.0), (x, line + 4.0)], EDGE, 1.0);
    }
    canvas.dashed(&[(at(RANDOM), line - 12.0), (at(RANDOM), line + 12.0)], QUIET, 1.2, [1.5, 2.5]);
}

fn steps(canvas: &Canvas, dimension: Dimension, spread: &Spread, line: f64) {
    let tallest = spread.steps.iter().copied().max().unwrap_or(0).max(1) as f64;
    for (i, count) in spread.steps.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (from, to) = (at(10.0 * i as f64) + 0.8, at(10.0 * (i + 1) as f64) - 0.8);
        let top = line - 10.0 - 30.0 * *count as f64 / tallest;
        canvas.area(&[(from, top), (to, top), (to, line - 10.0), (from, line - 10.0)], color(dimension), 0.3);
    }
}

fn quarters(canvas: &Canvas, dimension: Dimension, spread: &Spread, line: f64) {
    let ink = color(dimension);
    if let Some((low, high)) = spread.tenths {
        canvas.line(&[(at(low), line), (at(high), line)], ink, 2.4);
    }
    let (low, high) = (at(spread.quarters.0), at(spread.quarters.1));
    canvas.area(&[(low, line - 5.0), (high, line - 5.0), (high, line + 5.0), (low, line + 5.0)], ink, 0.3);
    let (low, high) = (at(spread.low), at(spread.high));
    canvas.closed(&rounded([low, high], line, 9.0), ink, 1.0);
    canvas.shape(dimension, (at(spread.median), line), 15.0, Fill::Full);
}
