//! A class as one table for spreadsheets: ratings, endings, lines and flags, told apart by their first column.

use super::flags::Flag;
use super::scenes::{Difference, Line, Scene};
use super::{ClassReport, Reached, Spread};
use crate::model::Dimension;
use crate::report::csv::{Cell, table};

const HEADS: [&str; 21] = [
    "what",
    "scene",
    "id",
    "line",
    "words",
    "count",
    "of",
    "arousal_change",
    "trust_change",
    "quarter_low",
    "median",
    "quarter_high",
    "median_low",
    "median_high",
    "elsewhere_empathy",
    "elsewhere_listening",
    "elsewhere_boundaries",
    "elsewhere_regard",
    "names",
    "hash",
    "model",
];

/// Whatever does not belong to a row is empty in it; what was drawn by fewer than five is empty too.
pub fn csv(report: &ClassReport) -> String {
    let mut rows: Vec<Vec<Cell>> =
        Dimension::ALL.into_iter().zip(&report.ratings).map(|(d, s)| rating(report, d, s.as_ref())).collect();
    rows.extend(report.endings.iter().map(|e| ending(report, e)));
    for scene in &report.scenes {
        rows.extend(scene.lines.iter().map(|l| line(report, scene, l)));
    }
    rows.extend(report.flags.iter().map(|f| flag(report, f)));
    table(&HEADS, &rows)
}

/// A row in which only the first seven cells are filled.
fn row(report: &ClassReport, cells: [Cell; 7]) -> Vec<Cell> {
    let mut row = Vec::from(cells);
    row.resize(HEADS.len() - 2, Cell::Empty);
    row.extend([Cell::text(&report.hash), Cell::text(&report.model)]);
    row
}

fn rating(report: &ClassReport, dimension: Dimension, spread: Option<&Spread>) -> Vec<Cell> {
    let id = Cell::text(&dimension.name().to_lowercase());
    let (what, of) = (Cell::text("rating"), Cell::Count(report.trainees));
    let count = spread.map_or(Cell::Empty, |s| Cell::Count(s.rated));
    let mut row = row(report, [what, Cell::Empty, id, Cell::Empty, Cell::Empty, count, of]);
    if let Some(s) = spread {
        let cells = [s.quarters.0, s.median, s.quarters.1, s.low, s.high].map(Cell::Number);
        row.splice(9..14, cells);
    }
    row
}

fn ending(report: &ClassReport, ending: &Reached) -> Vec<Cell> {
    let (what, id) = (Cell::text("ending"), Cell::text(&ending.id));
    let (count, of) = (Cell::Count(ending.count), Cell::Count(report.trainees));
    row(report, [what, Cell::Empty, id, Cell::Empty, Cell::text(&ending.text), count, of])
}

fn line(report: &ClassReport, scene: &Scene, line: &Line) -> Vec<Cell> {
    let (what, number, id) = (Cell::text("line"), Cell::Count(scene.number), Cell::text(&scene.id));
    let (letter, words) = (Cell::text(&line.letter.to_string()), Cell::text(&line.text));
    let mut row = row(report, [what, number, id, letter, words, Cell::Count(line.chosen), Cell::Count(scene.came)]);
    if let Some(drew) = &line.drew {
        row.splice(7..9, [drew.arousal, drew.trust].map(Cell::Number));
        let by = |d: Option<Difference>| Cell::number(d.map(|d| d.by));
        row.splice(14..18, drew.elsewhere.map(by));
    }
    row
}

fn flag(report: &ClassReport, flag: &Flag) -> Vec<Cell> {
    let (what, words) = (Cell::text("sign"), Cell::text(flag.sign.fact()));
    let (count, of) = (Cell::Count(flag.count), Cell::Count(report.trainees));
    let mut row = row(report, [what, Cell::Empty, Cell::Empty, Cell::Empty, words, count, of]);
    let names: Vec<String> = flag.named.iter().map(|(name, seen)| format!("{name}: {seen}")).collect();
    row[18] = Cell::text(&names.join("; "));
    row
}
