//! The sheet as text of eighty columns.

use super::{BEFORE, HONESTY, Pivot, Sheet, score};
use crate::model::Dimension;
use crate::report::page::{Look, Page, written};
use crate::report::paper::short_name;
use crate::report::script::Officer;

/// The whole sheet as plain text.
pub fn text(sheet: &Sheet) -> String {
    written(|page| {
        opening(page, sheet);
        pivots(page, sheet);
        list(page, "Questions for a class", &sheet.discuss);
        provenance(page, sheet);
        ways(page, sheet);
        simulated(page, sheet);
        page.indented(&sheet.identity, 2);
    })
}

fn opening(page: &mut Page, sheet: &Sheet) {
    page.title(&sheet.title.to_uppercase());
    page.line(&format!("Instructor's sheet. About {} minutes.", sheet.minutes));
    page.blank();
    page.beside("  Goal: ", &sheet.goal, Look::Plain);
    for (label, words) in
        [("  Please note: ", &sheet.content_note), ("  If it is about life and death: ", &sheet.crisis_line)]
    {
        if !words.is_empty() {
            page.beside(label, words, Look::Plain);
        }
    }
    page.blank();
    page.title("The situation");
    page.say(&sheet.brief);
    list(page, "", &sheet.known);
    page.title("Who is there");
    for person in &sheet.people {
        page.indented(&format!("{}, {}. {}", person.name, person.role, person.about), 2);
        page.indented(&person.starts, 4);
    }
    page.blank();
    list(page, "How it may stand when it begins", &sheet.arrivals);
    list(page, "What it trains", &sheet.skills);
    list(page, "What to watch for", &sheet.watch_for);
}

fn list(page: &mut Page, heading: &str, points: &[String]) {
    if points.is_empty() {
        return;
    }
    if !heading.is_empty() {
        page.title(heading);
    }
    points.iter().for_each(|point| page.beside("  - ", point, Look::Plain));
    page.blank();
}

fn pivots(page: &mut Page, sheet: &Sheet) {
    if !sheet.pivots.is_empty() {
        page.title("Where it turns");
        page.blank();
    }
    sheet.pivots.iter().for_each(|pivot| self::pivot(page, pivot));
}

fn pivot(page: &mut Page, pivot: &Pivot) {
    page.beside(&format!("  {}. ", pivot.scene.number), &pivot.why, Look::Plain);
    pivot.scene.happens.iter().for_each(|words| page.indented(&format!("[{words}]"), 5));
    for line in &pivot.says {
        page.beside(&format!("     {}: ", line.who), &format!("*{}* “{}”", line.body, line.text), Look::Plain);
    }
    pivot.scene.lines.iter().for_each(|line| officer(page, line));
    page.blank();
}

fn officer(page: &mut Page, line: &Officer) {
    let words = if line.text.is_empty() { format!("*{}*", line.deed) } else { line.text.clone() };
    page.beside(&format!("     {}  ", line.letter), &words, Look::Plain);
    if !line.gate.is_empty() {
        page.indented(&format!("only when {}", line.gate), 10);
    }
    page.indented(format!("[{}. {}]", line.techniques, line.note).replace(" ]", "]").as_str(), 10);
}

fn ways(page: &mut Page, sheet: &Sheet) {
    page.title("What ways of talking come to");
    heads(page);
    sheet.ways.iter().for_each(|way| row(page, &way.name, way.scores));
    page.blank();
    for way in &sheet.ways {
        let told = format!("{} lines, {}. {}", way.turns, way.outcome, way.ending);
        page.beside(&format!("  {}: ", way.name), &told, Look::Plain);
    }
    if !sheet.ways.is_empty() {
        page.blank();
    }
}

fn simulated(page: &mut Page, sheet: &Sheet) {
    page.line("  Simulated trainees, on average");
    sheet.simulated.iter().for_each(|trainee| row(page, trainee.name, trainee.scores));
    page.blank();
    page.say(HONESTY);
}

fn heads(page: &mut Page) {
    let names = Dimension::ALL.map(short_name).map(|name| format!("{name:>17}"));
    page.line(&format!("  {:<10}{}", "", names.concat()));
}

fn row(page: &mut Page, name: &str, scores: [Option<f64>; 4]) {
    let scores = scores.map(|s| format!("{:>17}", score(s)));
    page.line(&format!("  {name:<10}{}", scores.concat()));
}

fn provenance(page: &mut Page, sheet: &Sheet) {
    page.title("Before you use it");
    page.say(BEFORE);
    page.beside("  Review: ", &sheet.review, Look::Plain);
    if !sheet.sources.is_empty() {
        page.beside("  Sources: ", &sheet.sources, Look::Plain);
    }
    if !sheet.twin.is_empty() {
        let told = format!("{}: `alongside play {}-twin`", sheet.twin.join(", "), sheet.id);
        page.beside("  The same with other people: ", &told, Look::Plain);
    }
    page.blank();
}
