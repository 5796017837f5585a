//! Esc: the conversation waits.

use bevy_egui::egui::{Color32, Key, Rect, Ui, pos2, vec2};

use crate::game::theme::{LIGHT, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseCommand {
    Resume,
    Again,
    Leave,
}

pub fn pause_ui(ui: &mut Ui, theme: &Theme, title: &str) -> Option<PauseCommand> {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, Color32::from_black_alpha(150));
    let width = (520.0 * theme.text.sqrt()).min(rect.width());
    let panel = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    ui.painter().rect_filled(panel, 0, theme.colors.plate);
    let mut pen = Pen { ui, theme };
    let c = theme.colors;
    let left = panel.left() + theme.margin(rect.width());
    let head = pen.text(pos2(left, panel.top() + 96.0), width - 120.0, "Paused", Style::Heading, LIGHT, c.text);
    let sub = pen.text(pos2(left, head.bottom() + 8.0), width - 120.0, title, Style::Body, REGULAR, c.soft);
    let mut command = None;
    let button = pen.button(pos2(left, sub.bottom() + 40.0), "Go on");
    if button.clicked() {
        command = Some(PauseCommand::Resume);
    }
    let mut y = button.rect.bottom() + 32.0;
    for (words, does) in
        [("Start again", PauseCommand::Again), ("Leave it here, back to the street", PauseCommand::Leave)]
    {
        let response = pen.plain(pos2(left, y), words);
        y = response.rect.bottom() + 12.0;
        if response.clicked() {
            command = Some(does);
        }
    }
    pen.keys(pos2(left, panel.bottom() - 48.0), width - 80.0, &[("Esc", "go on"), ("Tab", "next")]);
    command.or_else(|| pen.ui.input(|i| i.key_pressed(Key::Escape).then_some(PauseCommand::Resume)))
}
