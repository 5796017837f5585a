//! What to take along: counts, and what to do next.

use bevy_egui::egui::{pos2, vec2};

use super::{DebriefCommand, DebriefState, used};
use crate::debrief::{Debrief, HONESTY};
use crate::game::theme::{LIGHT, Layout, REGULAR, Style};
use crate::game::widgets::Pen;

pub(super) fn ui(pen: &mut Pen, width: f32, debrief: &Debrief, state: &DebriefState) -> Option<DebriefCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let left = if wide { width * 0.5 } else { width };
    let head = pen.text(start, left, "What you did, counted", Style::Part, LIGHT, c.text);
    let mut y = head.bottom() + 8.0;
    for sentence in debrief.counts.sentences() {
        y = pen.text(pos2(start.x, y), left, &sentence, Style::Body, REGULAR, c.text).bottom() + 6.0;
    }
    let right = if wide {
        (pos2(start.x + left + 64.0, start.y), width - left - 64.0)
    } else {
        (pos2(start.x, y + 20.0), width)
    };
    let used_most = pen.text(right.0, right.1, "What you used", Style::Part, LIGHT, c.text);
    let list: Vec<String> =
        debrief.counts.techniques.iter().map(|(name, n)| format!("{} {n}", name.to_lowercase())).collect();
    let list =
        pen.text(pos2(right.0.x, used_most.bottom() + 8.0), right.1, &list.join(", "), Style::Body, REGULAR, c.soft);
    let honesty =
        pen.text(pos2(start.x, y.max(list.bottom()) + 24.0), width.min(720.0), HONESTY, Style::Note, REGULAR, c.soft);
    let button = pen.button(pos2(start.x, honesty.bottom() + 20.0), state.back.unwrap_or("Back to the street"));
    let again = pen.plain(button.rect.right_top() + vec2(32.0, 10.0), "Play it again");
    let save = pen.plain(again.rect.right_top() + vec2(32.0, 0.0), "Print or save");
    used(pen, start, width, button.rect.bottom() + 16.0);
    if button.clicked() {
        return Some(DebriefCommand::Board);
    }
    if save.clicked() {
        return Some(DebriefCommand::Save);
    }
    again.clicked().then_some(DebriefCommand::Again)
}
