//! The three turns that made the difference, each with the strongest line that was open and what it would have drawn.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Pos2, pos2};

use super::{DebriefCommand, DebriefState, used};
use crate::debrief::{Debrief, Kind, TurnTold, TurningPoint};
use crate::game::theme::{LIGHT, Layout, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;

pub(super) fn ui(pen: &mut Pen, width: f32, debrief: &Debrief, state: &mut DebriefState) -> Option<DebriefCommand> {
    let start = pen.ui.cursor().min;
    let c = pen.theme.colors;
    let mut y = start.y;
    let mut command = None;
    for point in &debrief.points {
        let (bottom, asked) = point_ui(pen, pos2(start.x, y), width, point, debrief, state);
        command = asked.or(command);
        y = bottom + 26.0;
    }
    if debrief.points.is_empty() {
        let words = "No turn stood out: nothing was at stake yet.";
        y = pen.text(start, width, words, Style::Body, REGULAR, c.soft).bottom();
    }
    used(pen, start, width, y);
    command
}

fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::Best => "This one helped most",
        Kind::Costliest => "This one cost most",
        Kind::Missed => "A chance not taken",
    }
}

fn point_ui(
    pen: &mut Pen,
    at: Pos2,
    width: f32,
    point: &TurningPoint,
    debrief: &Debrief,
    state: &mut DebriefState,
) -> (f32, Option<DebriefCommand>) {
    let Some(turn) = debrief.turns.get(point.turn) else { return (at.y, None) };
    let c = pen.theme.colors;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let left = if wide { width * 0.48 } else { width };
    let head =
        pen.text(at, left, &format!("{}, turn {}", heading(point.kind), turn.number), Style::Part, LIGHT, c.text);
    let mut y = head.bottom() + 4.0;
    for said in &turn.said {
        y = said_ui(pen, pos2(at.x, y), left, &said.body, &said.text);
    }
    y = pen.text(pos2(at.x, y), left, &format!("— {}", turn.your_line), Style::Body, SEMIBOLD, c.text).bottom() + 4.0;
    y = pen.text(pos2(at.x, y), left, &point.why, Style::Note, REGULAR, c.soft).bottom() + 4.0;
    let mut command = None;
    if debrief.mode.rewinds() {
        let name = format!("Rewind to here, turn {}", turn.number);
        let rewind = pen.plain_named(pos2(at.x, y + 2.0), "Rewind to here", &name);
        y = rewind.rect.bottom() + 4.0;
        if rewind.clicked() {
            state.turn = point.turn;
            command = Some(DebriefCommand::Rewind(point.turn));
        }
    }
    let right = if wide {
        (pos2(at.x + left + 48.0, at.y + pen.theme.rows(10.0)), width - left - 48.0)
    } else {
        (pos2(at.x, y + 10.0), width)
    };
    let beside = match point.kind {
        Kind::Best => strength(pen, right.0, right.1, turn),
        Kind::Costliest | Kind::Missed => other(pen, right.0, right.1, point),
    };
    (beside.max(y), command)
}

/// What a line was that needs no other: its techniques, in a sentence each, and what it did.
fn strength(pen: &mut Pen, at: Pos2, width: f32, turn: &TurnTold) -> f32 {
    let c = pen.theme.colors;
    let mut y = pen.text(at, width, "What it was", Style::Note, REGULAR, c.soft).bottom() + 2.0;
    for technique in &turn.techniques {
        let words = format!("{}: {}", technique.name, technique.what);
        y = pen.text(pos2(at.x, y), width, &words, Style::Body, REGULAR, c.text).bottom() + 2.0;
    }
    y = pen.text(pos2(at.x, y + 4.0), width, "What it did", Style::Note, REGULAR, c.soft).bottom() + 2.0;
    pen.text(pos2(at.x, y), width, &turn.effect, Style::Body, REGULAR, c.text).bottom()
}

fn other(pen: &mut Pen, at: Pos2, width: f32, point: &TurningPoint) -> f32 {
    let c = pen.theme.colors;
    let Some(other) = &point.alternative else {
        let words = "It was the strongest line on offer.";
        return pen.text(at, width, words, Style::Note, REGULAR, c.soft).bottom();
    };
    let mut y = pen.text(at, width, "Open to you", Style::Note, REGULAR, c.soft).bottom() + 2.0;
    y = pen.text(pos2(at.x, y), width, &format!("— {}", other.your_line), Style::Body, SEMIBOLD, c.text).bottom() + 2.0;
    let names: Vec<String> = other.techniques.iter().map(|t| t.name.to_lowercase()).collect();
    y = pen.text(pos2(at.x, y), width, &names.join(", "), Style::Label, REGULAR, c.soft).bottom() + 2.0;
    if !other.note.is_empty() {
        y = pen.text(pos2(at.x, y), width, &other.note, Style::Note, REGULAR, c.soft).bottom() + 2.0;
    }
    y = pen.text(pos2(at.x, y + 4.0), width, "And the answer would have been", Style::Label, REGULAR, c.quiet).bottom()
        + 2.0;
    for said in &other.answer {
        y = said_ui(pen, pos2(at.x, y), width, &said.body, &said.text);
    }
    y
}

fn said_ui(pen: &mut Pen, at: Pos2, width: f32, body: &str, text: &str) -> f32 {
    let c = pen.theme.colors;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    if !body.is_empty() {
        job.append(&format!("{body} "), 0.0, pen.theme.italic(Style::Body, c.soft));
    }
    if !text.is_empty() {
        job.append(&format!("“{text}”"), 0.0, pen.theme.format(Style::Body, REGULAR, c.text));
    }
    pen.put(at, job).bottom() + 2.0
}
