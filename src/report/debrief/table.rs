//! The turns of a debrief as a table.

use super::values::techniques;
use crate::debrief::{Debrief, TurnTold};
use crate::report::csv::{Cell, table};

const HEADS: [&str; 14] = [
    "turn",
    "to",
    "line",
    "techniques",
    "empathy",
    "listening",
    "boundaries",
    "regard",
    "arousal_before",
    "arousal_after",
    "trust_before",
    "trust_after",
    "effect",
    "rules",
];

/// One row for each turn; evidence from -2 to 2, states from 0 to 100.
pub fn csv(debrief: &Debrief) -> String {
    table(&HEADS, &debrief.turns.iter().map(row).collect::<Vec<_>>())
}

fn row(turn: &TurnTold) -> Vec<Cell> {
    let rules = turn.rules.iter().map(|r| r.id.as_str()).collect::<Vec<_>>().join(" ");
    let mut row = vec![
        Cell::Count(turn.number),
        Cell::text(&turn.to),
        Cell::text(&turn.your_line),
        Cell::text(&techniques(turn)),
    ];
    row.extend(turn.evidence.0.map(Cell::Number));
    let states = [turn.before.arousal, turn.after.arousal, turn.before.trust, turn.after.trust];
    row.extend(states.map(Cell::Number));
    row.extend([Cell::text(&turn.effect), Cell::text(&rules)]);
    row
}
