//! What to take along: counts, and what to do next.

use bevy_egui::egui::{Key, Pos2, pos2};

use super::{DebriefCommand, DebriefState, used};
use crate::debrief::{Debrief, HONESTY};
use crate::game::theme::{LIGHT, Layout, REGULAR, Style};
use crate::game::widgets::Pen;

const ASKED: &str = "One sentence for your next shift";
/// How the sentence begins.
const BEGINNING: &str = "On shift I will ";

pub(super) fn ui(pen: &mut Pen, width: f32, debrief: &Debrief, state: &mut DebriefState) -> Option<DebriefCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let left = if wide { width * 0.5 } else { width };
    let (wrote, top) = sentence(pen, start, left, state);
    let used_bottom = techniques(pen, pos2(start.x, top), left, debrief);
    let (at, right) = if wide {
        (pos2(start.x + left + 64.0, start.y), width - left - 64.0)
    } else {
        (pos2(start.x, used_bottom + 24.0), width)
    };
    let counted = counts(pen, at, right, debrief);
    let at = pos2(start.x, used_bottom.max(counted) + 20.0);
    let honesty = pen.text(at, width.min(720.0), HONESTY, Style::Note, REGULAR, c.soft);
    let button = pen.button(pos2(start.x, honesty.bottom() + 20.0), state.back.unwrap_or("Back to the street"));
    let level = button.rect.top() + 10.0;
    let again = pen.plain(pos2(button.rect.right() + 32.0, level), "Play it again");
    let save = pen.plain(pos2(again.rect.right() + 32.0, level), "Print or save");
    used(pen, start, width, button.rect.bottom() + 16.0);
    if button.clicked() {
        return Some(DebriefCommand::Board);
    }
    if save.clicked() {
        return Some(DebriefCommand::Save);
    }
    again.clicked().then_some(DebriefCommand::Again).or(wrote)
}

fn techniques(pen: &mut Pen, at: Pos2, width: f32, debrief: &Debrief) -> f32 {
    let c = pen.theme.colors;
    let head = pen.text(at, width, "What you used", Style::Part, LIGHT, c.text);
    let list: Vec<String> =
        debrief.counts.techniques.iter().map(|(name, n)| format!("{} {n}", name.to_lowercase())).collect();
    pen.text(pos2(at.x, head.bottom() + 8.0), width, &list.join(", "), Style::Body, REGULAR, c.soft).bottom()
}

fn counts(pen: &mut Pen, at: Pos2, width: f32, debrief: &Debrief) -> f32 {
    let c = pen.theme.colors;
    let head = pen.text(at, width, "What you did, counted", Style::Part, LIGHT, c.text);
    let mut y = head.bottom() + 8.0;
    for sentence in debrief.counts.sentences() {
        y = pen.text(pos2(at.x, y), width, &sentence, Style::Body, REGULAR, c.text).bottom() + 6.0;
    }
    y
}

/// One sentence for the next shift: what was practiced is looked for where it is needed (scoring basis, 6.2). Gives where what comes
/// below it begins.
fn sentence(pen: &mut Pen, at: Pos2, width: f32, state: &mut DebriefState) -> (Option<DebriefCommand>, f32) {
    let Some(sentence) = &mut state.sentence else { return (None, at.y) };
    let c = pen.theme.colors;
    let label = pen.text(at, width, ASKED, Style::Note, REGULAR, c.soft);
    if sentence.is_empty() {
        BEGINNING.clone_into(sentence);
    }
    let id = pen.ui.id().with("sentence");
    let (rect, field) = pen.sentence(pos2(at.x, label.bottom() + 6.0), width, id, sentence);
    pen.ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(ASKED));
    state.writing = field.has_focus();
    let done = state.writing && pen.ui.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Escape));
    if done {
        field.surrender_focus();
    }
    // with every letter: whoever closes the window loses none
    let wrote = done || field.changed() || field.lost_focus();
    (wrote.then_some(DebriefCommand::Wrote), rect.bottom() + 24.0)
}

/// The sentence as it is kept: none of it where nothing was written after its beginning.
pub fn written(sentence: &str) -> &str {
    if sentence.trim() == BEGINNING.trim() { "" } else { sentence.trim() }
}
