//! What a class did, in sentences: shared by the page and the text.

use super::scenes::{Difference, Drew, Line, Scene};
use super::{ClassReport, FEWEST, Reached, Spread};
use crate::debrief::half_step_word;
use crate::growth::{capitalized, in_letters};
use crate::model::Dimension;
use crate::report::paper::short_name;
use crate::scenario::Outcome;

/// Said wherever a class is shown.
pub const HONESTY: &str = "This shows how a class chose in one conversation, for a talk about it. It ranks nobody, makes no \
    clinical claim, and predicts nothing about anyone on the street. Do not use it for hiring, discipline or fitness.";

/// What an instructor may ask about any split.
pub const TO_ASK: &str = "What did you want that line to do? And what did it do?";

/// Up to twenty as a word.
pub fn number(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        1..=20 => in_letters(count as u64),
        _ => grouped(count),
    }
}

/// 8000 as 8,000.
fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let cut = |(i, digit): (usize, char)| {
        if i > 0 && (digits.len() - i).is_multiple_of(3) { format!(",{digit}") } else { format!("{digit}") }
    };
    digits.chars().enumerate().map(cut).collect()
}

/// One trainee, eighteen trainees.
fn trainees(count: usize) -> String {
    if count == 1 { "one trainee".to_owned() } else { format!("{} trainees", number(count)) }
}

/// Who played and when, in a line above the title.
pub fn who(report: &ClassReport) -> String {
    let when = match &report.span {
        None => String::new(),
        Some((from, to)) if from.date() == to.date() => format!(", {}", from.date_in_words()),
        Some((from, to)) => format!(", {} to {}", from.date_in_words(), to.date_in_words()),
    };
    format!("{}{when}", capitalized(&trainees(report.trainees)))
}

/// The one sentence of the report.
pub fn headline(report: &ClassReport) -> String {
    match report.scenes.first() {
        Some(scene) if scene.split > 0.0 => format!("Scene {} divided the class.", scene.number),
        Some(_) => "The class chose as one.".to_owned(),
        None => report.title.clone(),
    }
}

/// What the numbers are made of.
pub fn basis(report: &ClassReport) -> Vec<String> {
    let mut told = Vec::new();
    if report.trainees < FEWEST {
        let few = if report.trainees == 0 { "Nobody".to_owned() } else { capitalized(&trainees(report.trainees)) };
        told.push(format!("{few} played this. Fewer than five are never broken down."));
    }
    let again = report.attempts - report.trainees;
    if again > 0 {
        told.push(format!(
            "Of each trainee the first attempt in this span counts; {} more stand aside.",
            number(again)
        ));
    }
    let kinds = ["coached", "practice", "assessment"].into_iter().zip(report.modes).filter(|(_, count)| *count > 0);
    let kinds: Vec<String> = kinds.map(|(kind, count)| format!("{} in {kind}", number(count))).collect();
    if !kinds.is_empty() {
        told.push(format!("{}.", capitalized(&kinds.join(", "))));
    }
    if report.other_versions > 0 {
        let count = capitalized(&number(report.other_versions));
        told.push(format!("{count} played another version of this scenario and stand in none of the numbers."));
    }
    told
}

/// The half-step word for a score of 0 to 100.
pub fn score_word(score: f64) -> &'static str {
    half_step_word(1.0 + score / 25.0)
}

/// Where a class stands on a dimension.
pub fn spread(spread: &Spread) -> String {
    let (low, high) = (score_word(spread.quarters.0), score_word(spread.quarters.1));
    let half =
        if low == high { format!("Half of the class: {low}.") } else { format!("Half of the class: {low} to {high}.") };
    let (low, high) = (score_word(spread.low), score_word(spread.high));
    let sure = if low == high { low.to_owned() } else { format!("anywhere from {low} to {high}") };
    format!("{half} Its middle: {sure}.")
}

/// An id as one would say it.
pub fn spoken(id: &str) -> String {
    id.replace(['-', '_'], " ")
}

pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Good => "a good ending",
        Outcome::Mixed => "a mixed ending",
        Outcome::Poor => "a poor ending",
        Outcome::Left => "they left",
        Outcome::Stopped => "talk was over",
    }
}

/// How many came to an ending.
pub fn reached(report: &ClassReport, ending: &Reached) -> String {
    format!("{} of {}", number(ending.count), number(report.trainees))
}

/// How many chose a line.
pub fn chosen(scene: &Scene, line: &Line) -> String {
    format!("{} of {}", number(line.chosen), number(scene.came))
}

/// Said once, over the lines.
pub const FEW: &str = "Lines that fewer than five chose are counted and not broken down.";

/// What a line drew: the person, the ending, and how those who chose it fared beside the others.
pub fn drew(line: &Line) -> Vec<String> {
    let Some(drew) = &line.drew else { return Vec::new() };
    let mut told = vec![moved(&line.whom, drew), ended(drew, line.chosen)];
    told.extend(beside(drew));
    told
}

/// A change smaller than this is none; from the second on it is told without "a little" (as in the debrief).
const SLIGHT: f64 = 0.6;
const CLEAR: f64 = 3.0;

fn moved(whom: &str, drew: &Drew) -> String {
    let whom = if whom.is_empty() { "they" } else { whom };
    let part = |by: f64, [up, down]: [&str; 2]| {
        let how = if by.abs() < CLEAR { "a little " } else { "" };
        (by.abs() >= SLIGHT).then(|| (if by > 0.0 { up } else { down }).replace('~', how))
    };
    let parts =
        [part(drew.arousal, ["grew ~tenser", "grew ~calmer"]), part(drew.trust, ["trusted ~more", "trusted ~less"])];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.as_slice() {
        [] => format!("On average {whom} stayed as before."),
        parts => format!("On average {whom} {}.", parts.join(" and ")),
    }
}

fn ended(drew: &Drew, chosen: usize) -> String {
    if let [(only, _)] = drew.endings.as_slice() {
        return format!("All {} came to “{}”.", number(chosen), spoken(only));
    }
    let parts: Vec<String> =
        drew.endings.iter().map(|(id, count)| format!("{} to “{}”", number(*count), spoken(id))).collect();
    format!("They came: {}.", parts.join(", "))
}

/// Differences that are more than noise, beside those who chose otherwise here.
fn beside(drew: &Drew) -> Option<String> {
    let names = |up: bool| -> Vec<&str> {
        let of =
            |d: &Dimension| drew.elsewhere[*d as usize].is_some_and(|x: Difference| x.is_real() && (x.by > 0.0) == up);
        Dimension::ALL.into_iter().filter(of).map(short_name).collect()
    };
    let part = |up: bool, how: &str| {
        let names = names(up);
        (!names.is_empty()).then(|| format!("{how} on {}", listed(&names).to_lowercase()))
    };
    let parts: Vec<String> = [part(true, "did better"), part(false, "did less well")].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("In their other turns, those who said it {}.", parts.join(", and ")))
}

fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [head @ .., last] => format!("{} and {last}", head.join(", ")),
    }
}

/// Of how many a flag holds.
pub fn of_how_many(report: &ClassReport, count: usize) -> String {
    capitalized(&format!("{} of {}", number(count), number(report.trainees)))
}

/// The places that are left out.
pub fn too_few(report: &ClassReport) -> Option<String> {
    match report.too_few {
        0 => None,
        1 => Some("One more scene was met by fewer than five and is not broken down.".to_owned()),
        n => Some(format!(
            "{} more scenes were met by fewer than five and are not broken down.",
            capitalized(&number(n))
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn small_numbers_are_words_and_large_ones_have_commas() {
        assert_eq!(
            [0, 18, 20, 21, 999, 8000, 1_234_567].map(number),
            ["none", "eighteen", "twenty", "21", "999", "8,000", "1,234,567"]
        );
    }
}
