//! One trainee in drawings: each dimension over time, one conversation at a glance, and how a line is held.

use super::{Attempt, Balance, Curve, Point, words};
use crate::model::Dimension;
use crate::report::paper::{EDGE, QUIET, TEXT, color};
use crate::report::plot::{At, Canvas, Fill, Side, Weight, drawing, rounded};

const SIZE: At = (500.0, 112.0);
const LEFT: f64 = 8.0;
const RIGHT: f64 = 492.0;
const TOP: f64 = 8.0;
const BOTTOM: f64 = 92.0;
const RANDOM: f64 = 35.0;
const LABEL: (f64, Weight) = (12.0, Weight::Plain);

/// First plays filled, replays hollow; the band says where it may lie.
pub fn curve(curve: &Curve) -> String {
    drawing(SIZE, "curve", [curve.dimension.name(), &words::curve(curve)], |canvas| {
        let ends = [(LEFT, y(RANDOM)), (RIGHT, y(RANDOM))];
        canvas.dashed(&ends, QUIET, 1.0, [1.5, 3.0]);
        canvas.line(&[(LEFT, BOTTOM), (RIGHT, BOTTOM)], EDGE, 0.6);
        trend(canvas, curve);
        for (i, point) in curve.points.iter().enumerate() {
            if point.trend.is_none() {
                own_band(canvas, curve, i, point);
            }
        }
        let size = if curve.points.len() > 40 { 8.0 } else { 13.0 };
        for (i, point) in curve.points.iter().enumerate() {
            let fill = if point.again { Fill::Hollow } else { Fill::Full };
            canvas.shape(curve.dimension, (x(curve, i), y(point.score)), size, fill);
        }
        dates(canvas, curve);
    })
}

/// In the order they were had, evenly; a single one in the middle.
fn x(curve: &Curve, i: usize) -> f64 {
    let (from, to) = (LEFT + 10.0, RIGHT - 10.0);
    match curve.points.len() {
        0 | 1 => f64::midpoint(from, to),
        n => from + (to - from) * i as f64 / (n - 1) as f64,
    }
}

fn y(score: f64) -> f64 {
    BOTTOM - (BOTTOM - TOP) * (score / 100.0).clamp(0.0, 1.0)
}

fn trend(canvas: &Canvas, curve: &Curve) {
    let known: Vec<(f64, (f64, f64, f64))> =
        curve.points.iter().enumerate().filter_map(|(i, p)| Some((x(curve, i), p.trend?))).collect();
    if known.len() < 2 {
        return;
    }
    let upper: Vec<At> = known.iter().map(|(x, (_, _, high))| (*x, y(*high))).collect();
    let lower: Vec<At> = known.iter().map(|(x, (_, low, _))| (*x, y(*low))).collect();
    let around: Vec<At> = upper.iter().chain(lower.iter().rev()).copied().collect();
    let ink = color(curve.dimension);
    canvas.area(&around, ink, 0.16);
    canvas.line(&upper, ink, 0.8);
    canvas.line(&lower, ink, 0.8);
    canvas.line(&known.iter().map(|(x, (at, _, _))| (*x, y(*at))).collect::<Vec<_>>(), ink, 1.8);
}

/// Of this conversation alone.
fn own_band(canvas: &Canvas, curve: &Curve, i: usize, point: &Point) {
    let (x, ink) = (x(curve, i), color(curve.dimension));
    let half = if curve.points.len() > 40 { 1.5 } else { 3.0 };
    let level = rounded([y(point.high), y(point.low)], x, half);
    let around: Vec<At> = level.into_iter().map(|(along, across)| (across, along)).collect();
    canvas.area(&around, ink, 0.24);
}

fn dates(canvas: &Canvas, curve: &Curve) {
    let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else { return };
    let at = BOTTOM + 13.0;
    if curve.points.len() == 1 {
        return canvas.words((x(curve, 0), at), Side::Around, LABEL, QUIET, &first.when.date_in_words());
    }
    canvas.words((LEFT, at), Side::From, LABEL, QUIET, &first.when.date_in_words());
    canvas.words((RIGHT, at), Side::Until, LABEL, QUIET, &last.when.date_in_words());
}

const STRIP: At = (300.0, 22.0);
const EACH: f64 = 66.0;

fn strip_at(i: usize) -> f64 {
    (STRIP.0 - EACH - 12.0) / 3.0 * i as f64 + 6.0
}

/// The four shapes, each over the middle of its scale.
pub fn strip_head() -> String {
    drawing(STRIP, "strip", ["", ""], |canvas| {
        for (i, dimension) in Dimension::ALL.into_iter().enumerate() {
            canvas.shape(dimension, (strip_at(i) + EACH / 2.0, 11.0), 17.0, Fill::Full);
        }
    })
}

/// Four short scales side by side, each with its band.
pub fn strip(attempt: &Attempt) -> String {
    let told = Dimension::ALL.into_iter().zip(attempt.ratings).map(|(d, r)| {
        format!("{} {}", d.name(), r.map_or("not enough chances to rate", |(score, _, _)| words::word(score)))
    });
    let told = format!("{}.", told.collect::<Vec<_>>().join(", "));
    drawing(STRIP, "strip", ["Ratings", &told], |canvas| {
        for (i, dimension) in Dimension::ALL.into_iter().enumerate() {
            let from = strip_at(i);
            let at = |score: f64| from + EACH * (score / 100.0).clamp(0.0, 1.0);
            canvas.line(&[(from, 11.0), (from + EACH, 11.0)], EDGE, 0.8);
            if let Some((score, low, high)) = attempt.ratings[dimension as usize] {
                canvas.band([at(low), at(high)], 11.0, 4.0, color(dimension));
                let fill = if attempt.again { Fill::Hollow } else { Fill::Full };
                canvas.shape(dimension, (at(score), 11.0), 11.0, fill);
            }
        }
    })
}

const SAW: At = (300.0, 66.0);

/// A plank on its edge, low on the side it leans to.
pub fn see_saw(balance: &Balance) -> String {
    drawing(SAW, "saw", ["How you hold a line", words::balance(balance)], |canvas| {
        let on = |at: f64| {
            let x = SAW.0 / 2.0 + at * 138.0;
            (x, 22.0 + 9.0 * balance.at * at)
        };
        let middle = SAW.0 / 2.0;
        canvas.area(&[(middle - 10.0, 40.0), (middle + 10.0, 40.0), (middle, 24.0)], EDGE, 1.0);
        canvas.line(&[on(-1.0), on(1.0)], TEXT, 2.4);
        let (low, high) = (on(balance.low), on(balance.high));
        let corners = [(low.0, low.1 - 7.0), (high.0, high.1 - 7.0), (high.0, high.1 + 7.0), (low.0, low.1 + 7.0)];
        canvas.area(&corners, color(Dimension::Boundaries), 0.2);
        canvas.closed(&corners, color(Dimension::Boundaries), 0.9);
        canvas.shape(Dimension::Boundaries, on(balance.at), 15.0, Fill::Full);
        canvas.words((4.0, 56.0), Side::From, LABEL, QUIET, "too hard");
        canvas.words((middle, 56.0), Side::Around, LABEL, QUIET, "clear");
        canvas.words((SAW.0 - 4.0, 56.0), Side::Until, LABEL, QUIET, "too soft");
    })
}
