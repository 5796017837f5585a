//! After a conversation that counts, where nothing more may be seen yet.

use bevy_egui::egui::{Key, Ui, pos2};

use crate::game::theme::{LIGHT, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

/// Gives true once it has been read.
pub fn handed_in_ui(ui: &mut Ui, theme: &Theme, told: &str) -> bool {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, theme.colors.ground);
    let margin = theme.margin(rect.width());
    let mut pen = Pen { ui, theme };
    let width = (rect.width() - 2.0 * margin).min(760.0);
    let top = rect.top() + rect.height() * 0.28;
    let c = theme.colors;
    let head = pen.text(pos2(rect.left() + margin, top), width, "It is handed in.", Style::Heading, LIGHT, c.text);
    let told = pen.text(pos2(head.left(), head.bottom() + 10.0), width, told, Style::Body, REGULAR, c.soft);
    let button = pen.button(pos2(head.left(), told.bottom() + 28.0), "Go on");
    if pen.ui.memory(|m| m.focused().is_none()) {
        button.request_focus();
    }
    button.clicked() || pen.ui.input(|i| i.key_pressed(Key::Escape))
}
