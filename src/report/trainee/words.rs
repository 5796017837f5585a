//! One trainee, in sentences: shared by the page and the text.

use super::{Attempt, Balance, Curve, Point, TraineeReport};
use crate::debrief::half_step_word;
use crate::session::Mode;

/// Under this many conversations no trend is told (scoring basis, 4.7).
pub const FOR_TREND: usize = 3;

/// The name, or what stands for it.
pub fn who(report: &TraineeReport) -> String {
    let names: Vec<&str> =
        [report.name.as_str(), report.officer.as_str()].into_iter().filter(|n| !n.is_empty()).collect();
    if names.is_empty() { format!("Trainee {}", report.id) } else { names.join(", ") }
}

/// Above the title.
pub fn line(report: &TraineeReport) -> String {
    let since =
        report.attempts.last().map(|first| format!(" since {}", first.when.date_in_words())).unwrap_or_default();
    let many = match report.attempts.len() {
        0 => "no conversation yet".to_owned(),
        1 => format!("one conversation{since}"),
        n => format!("{n} conversations{since}"),
    };
    format!("{}, {many}", who(report))
}

/// The one sentence of the report.
pub fn headline(report: &TraineeReport) -> String {
    if !report.sentence.is_empty() {
        return report.sentence.clone();
    }
    match report.curves.iter().map(|c| c.points.len()).max() {
        Some(n) if n >= FOR_TREND => "How the four have gone.".to_owned(),
        _ => "Too early to tell how it goes.".to_owned(),
    }
}

/// The word for a score of 0 to 100.
pub fn word(score: f64) -> &'static str {
    half_step_word(1.0 + score / 25.0)
}

/// A curve in words.
pub fn curve(curve: &Curve) -> String {
    let (Some(first), Some(last)) = (curve.points.first(), curve.points.last()) else {
        return "Not enough chances to rate.".to_owned();
    };
    let of = |p: &Point| format!("{} ({} to {})", word(p.score), word(p.low), word(p.high));
    match curve.points.len() {
        1 => format!("Once: {}.", of(first)),
        n => format!("{n} conversations, from {} to {}.", of(first), of(last)),
    }
}

pub fn verdict(curve: &Curve) -> String {
    match (curve.verdict.as_str(), curve.points.len()) {
        ("", 0) => "not enough chances to rate".to_owned(),
        ("", n) if n < FOR_TREND => "too few to tell".to_owned(),
        (told, _) => told.to_owned(),
    }
}

pub fn mode(attempt: &Attempt) -> String {
    let mode = match attempt.mode {
        Mode::Coached => "coached",
        Mode::Practice => "practice",
        Mode::Assessment => "assessment",
    };
    let again = if attempt.again { ", played again" } else { "" };
    let left = if attempt.is_whole { "" } else { ", left before its end" };
    format!("{mode}{again}{left}")
}

/// From here on a line is held too hard or too soft (as in the counts of a debrief).
const LEANING: f64 = 0.25;

pub fn balance(balance: &Balance) -> &'static str {
    match balance.at {
        b if b <= -LEANING => "Leaning toward holding it too hard.",
        b if b >= LEANING => "Leaning toward holding it too soft.",
        _ => "Clear, near the middle.",
    }
}

pub fn question_runs((first, last): (usize, usize)) -> String {
    format!("Questions in a row, at most: {first} in the first conversation, {last} in the last.")
}

/// The techniques used most, in a sentence.
pub fn techniques(report: &TraineeReport) -> String {
    let told: Vec<String> = report.techniques.iter().map(|(name, n)| format!("{} {n}", name.to_lowercase())).collect();
    told.join(", ")
}
