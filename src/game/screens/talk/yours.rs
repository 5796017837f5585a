//! What you can say, and what you have just said.

use bevy_egui::egui::{FocusDirection, Key, Modifiers, Response, Ui, pos2, vec2};

use super::{NoteView, TalkCommand, Yours};
use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;

/// Above the first line: a note's two lines, and the hairline under them.
const UNDER_NOTE: f32 = 18.0;

pub(super) fn note_height(pen: &Pen, width: f32, note: &NoteView) -> f32 {
    let [line, words] = note_formats(pen);
    pen.height(&note.line, line, width - 48.0) + pen.height(&note.words, words, width - 48.0) + UNDER_NOTE
}

fn note_formats(pen: &Pen) -> [bevy_egui::egui::text::TextFormat; 2] {
    let c = pen.theme.colors;
    [pen.theme.format(Style::Note, REGULAR, c.quiet), pen.theme.format(Style::Note, REGULAR, c.text)]
}

/// The line you said last, and what it did: one sentence, gone with the next.
pub(super) fn note_ui(pen: &mut Pen, width: f32, note: &NoteView) {
    let start = pen.ui.cursor().min;
    let [line, words] = note_formats(pen);
    pen.paint(start + vec2(12.0, 0.0), "—", line.clone(), 30.0);
    let job = pen.theme.job(&note.line, line, width - 48.0);
    let said = pen.put(start + vec2(40.0, 0.0), job);
    let job = pen.theme.job(&note.words, words, width - 48.0);
    let told = pen.put(pos2(said.left(), said.bottom()), job);
    pen.rule(pos2(start.x, told.bottom() + 6.0), width);
    pen.ui.allocate_space(vec2(width, told.bottom() - start.y + UNDER_NOTE - 6.0));
}

pub(in crate::game::screens) fn height(pen: &Pen, width: f32, yours: &Yours) -> f32 {
    let inner = width - 36.0 * pen.theme.text.sqrt() - 28.0;
    let row = |words: &str, since: Option<&str>| {
        let format = pen.theme.format(Style::Body, REGULAR, pen.theme.colors.text);
        (pen.height(words, format, inner) + 16.0 + since_height(pen, since, inner)).max(pen.theme.rows(42.0)) + 4.0
    };
    match yours {
        Yours::Listening | Yours::Said(_) => 0.0,
        Yours::Over => pen.theme.rows(48.0),
        Yours::Choosing(lines) => lines.iter().map(|l| row(&l.words, l.since.as_deref())).sum::<f32>() + parted(lines),
        Yours::Cue { question, answers } => {
            let format = pen.theme.format(Style::Part, LIGHT, pen.theme.colors.text);
            let head = pen.height(question, format, width - 24.0) + 24.0;
            head + answers.iter().map(|a| row(a, None)).sum::<f32>()
        }
    }
}

pub(in crate::game::screens) fn ui(pen: &mut Pen, width: f32, yours: &Yours) -> Option<TalkCommand> {
    let start = pen.ui.cursor().min;
    let c = pen.theme.colors;
    match yours {
        Yours::Listening => None,
        Yours::Over => {
            let button = pen.button(start + vec2(12.0, 4.0), "Go on");
            pen.ui.allocate_space(vec2(width, button.rect.height() + 8.0));
            button.clicked().then_some(TalkCommand::On)
        }
        Yours::Said(line) => {
            let format = if line.deed {
                pen.theme.italic(Style::Body, c.text)
            } else {
                pen.theme.format(Style::Body, SEMIBOLD, c.text)
            };
            pen.paint(start + vec2(12.0, 8.0), "—", pen.theme.format(Style::Body, SEMIBOLD, c.accent), 30.0);
            let job = pen.theme.job(&line.words, format, width - 48.0);
            let rect = pen.put(start + vec2(40.0, 8.0), job);
            pen.ui.allocate_space(vec2(width, rect.height() + 16.0));
            None
        }
        Yours::Choosing(lines) => {
            rows(pen, width, lines.iter().map(|l| (l.words.as_str(), l.deed, l.since.as_deref()))).map(TalkCommand::Say)
        }
        Yours::Cue { question, answers } => {
            let head = pen.text(start + vec2(12.0, 4.0), width - 24.0, question, Style::Part, LIGHT, c.text);
            pen.ui.allocate_space(vec2(width, head.height() + 10.0));
            rows(pen, width, answers.iter().map(|a| (a.as_str(), false, None))).map(TalkCommand::Answer)
        }
    }
}

/// A row: its words, whether it is a deed, and what opened it.
type Row<'v> = (&'v str, bool, Option<&'v str>);

/// What a door takes under its line.
fn since_height(pen: &Pen, since: Option<&str>, width: f32) -> f32 {
    since.map_or(0.0, |since| pen.height(since, since_format(pen), width - 24.0) + 2.0)
}

fn since_format(pen: &Pen) -> bevy_egui::egui::text::TextFormat {
    pen.theme.format(Style::Label, REGULAR, pen.theme.colors.soft)
}

/// The hairline between what anyone could say and what the relationship opened.
fn parted(lines: &[super::LineView]) -> f32 {
    let opened = lines.iter().filter(|l| l.since.is_some()).count();
    if opened > 0 && opened < lines.len() { PARTED } else { 0.0 }
}

const PARTED: f32 = 10.0;

fn rows<'v>(pen: &mut Pen, width: f32, lines: impl ExactSizeIterator<Item = Row<'v>>) -> Option<usize> {
    let start = pen.ui.cursor().min;
    let count = lines.len();
    let mut y = start.y;
    let mut chosen = None;
    let mut rects = Vec::new();
    let mut opened_before = true;
    for (i, (words, deed, since)) in lines.enumerate() {
        if since.is_some() && !opened_before {
            pen.rule(pos2(start.x, y + 1.0), width);
            y += PARTED;
        }
        opened_before = since.is_some();
        let (response, height) = pen.choice(pos2(start.x, y), width, (i + 1, count), words, (deed, since));
        if response.clicked() {
            chosen = Some(i);
        }
        rects.push(response);
        y += height + 4.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
    arrows(pen.ui, &rects);
    chosen
}

/// Up and Down walk the rows; the first press takes the first or the last.
fn arrows(ui: &Ui, rows: &[Response]) {
    let (down, up) = ui
        .input_mut(|i| (i.consume_key(Modifiers::NONE, Key::ArrowDown), i.consume_key(Modifiers::NONE, Key::ArrowUp)));
    if rows.is_empty() || !(down || up) {
        return;
    }
    let at = rows.iter().position(|r| r.has_focus());
    let next = match (at, down) {
        (None, true) => 0,
        (None, false) => rows.len() - 1,
        (Some(i), true) => (i + 1).min(rows.len() - 1),
        (Some(i), false) => i.saturating_sub(1),
    };
    rows[next].request_focus();
    // egui walks on its own; without this it would go one row further
    ui.memory_mut(|m| m.move_focus(FocusDirection::None));
}
