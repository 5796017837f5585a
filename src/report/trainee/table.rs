//! The conversations of one trainee as a table.

use super::{Attempt, TraineeReport, words};
use crate::report::csv::{Cell, table};

const HEADS: [&str; 18] = [
    "attempt",
    "date",
    "scenario",
    "mode",
    "played_again",
    "turns",
    "empathy",
    "empathy_low",
    "empathy_high",
    "listening",
    "listening_low",
    "listening_high",
    "boundaries",
    "boundaries_low",
    "boundaries_high",
    "regard",
    "regard_low",
    "regard_high",
];

/// One row for each, oldest first; scores from 0 to 100 with the ends of their bands.
pub fn csv(report: &TraineeReport) -> String {
    table(&HEADS, &report.attempts.iter().rev().map(row).collect::<Vec<_>>())
}

fn row(attempt: &Attempt) -> Vec<Cell> {
    let mode = words::mode(attempt);
    let mode = mode.split(',').next().unwrap_or_default();
    let mut row = vec![
        Cell::text(&attempt.id),
        Cell::text(&attempt.when.date()),
        Cell::text(&attempt.title),
        Cell::text(mode),
        Cell::text(if attempt.again { "yes" } else { "no" }),
        Cell::Count(attempt.turns),
    ];
    for rating in attempt.ratings {
        row.extend(
            rating.map_or([Cell::Empty, Cell::Empty, Cell::Empty], |(at, low, high)| [at, low, high].map(Cell::Number)),
        );
    }
    row
}
