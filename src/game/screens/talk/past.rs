//! What was said so far, over the plate.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{Key, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::PastView;
use crate::game::theme::{Layout, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

pub(super) fn ui(ui: &mut Ui, theme: &Theme, area: Rect, past: &[PastView]) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    ScrollArea::vertical().id_salt("transcript").auto_shrink(false).stick_to_bottom(true).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        if past.is_empty() {
            let words = "You have not said anything yet.";
            pen.text(area.min, area.width(), words, Style::Note, REGULAR, theme.colors.soft);
        }
        for (i, turn) in past.iter().enumerate() {
            past_ui(&mut pen, area.width() - 16.0, i + 1, turn);
        }
        pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
    });
}

fn past_ui(pen: &mut Pen, width: f32, number: usize, turn: &PastView) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let margin = 44.0 * pen.theme.text.sqrt();
    pen.text(start, margin, &number.to_string(), Style::Note, REGULAR, c.quiet);
    let theirs = if wide { (width - margin) * 0.48 } else { width - margin };
    let mut y = start.y;
    for said in &turn.said {
        let mut job = LayoutJob::default();
        job.wrap.max_width = theirs;
        job.append(&format!("{} ", said.body), 0.0, pen.theme.italic(Style::Note, c.soft));
        job.append(&format!("“{}”", said.text), 0.0, pen.theme.format(Style::Note, REGULAR, c.text));
        y = pen.put(pos2(start.x + margin, y), job).bottom() + 2.0;
    }
    let format = if turn.yours.deed {
        pen.theme.italic(Style::Note, c.text)
    } else {
        pen.theme.format(Style::Note, SEMIBOLD, c.text)
    };
    let (x, top, mine) = if wide {
        (start.x + margin + theirs + 24.0, start.y, width - margin - theirs - 24.0)
    } else {
        (start.x + margin, y, theirs)
    };
    let job = pen.theme.job(&format!("— {}", turn.yours.words), format, mine);
    let yours = pen.put(pos2(x, top), job);
    let height = y.max(yours.bottom()) - start.y + 14.0;
    pen.ui.allocate_space(vec2(width, height));
}
