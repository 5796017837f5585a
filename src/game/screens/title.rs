//! The name, before one evening street, and two things to do.

use bevy_egui::egui::{self, Key, Stroke, Ui, WidgetType, pos2, vec2};

use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleCommand {
    Practice,
    Quit,
}

/// How far the gable reaches, in units of the street's frame.
const GABLE: f32 = 490.0;

const LINES: [(&str, TitleCommand); 2] = [("Practice", TitleCommand::Practice), ("Quit", TitleCommand::Quit)];

/// The words; the stage shows the street behind them, whose dark gable lies under the words.
pub fn title_ui(ui: &mut Ui, theme: &Theme) -> Option<TitleCommand> {
    let rect = ui.max_rect();
    let wall = GABLE * (rect.width() / 1280.0).max(rect.height() / 720.0);
    // the picture is dusk in every palette, and so are the words on it
    let night = Theme { colors: crate::game::theme::DUSK, ..*theme };
    let mut pen = Pen { ui, theme: &night };
    let left = rect.left() + 72.0;
    let c = night.colors;
    pen.text(pos2(left - 4.0, rect.top() + 86.0), 440.0, "Alongside", Style::Display, LIGHT, c.text);
    let below = pen.text(
        pos2(left, rect.top() + 192.0),
        wall - 100.0,
        "Practice for the conversation that comes first.",
        Style::Body,
        REGULAR,
        c.soft,
    );
    let command = menu(&mut pen, pos2(left, below.bottom() + 56.0));
    let foot = "Everything stays on this computer.";
    pen.text(pos2(left, rect.bottom() - 44.0), 700.0, foot, Style::Label, REGULAR, c.soft);
    command.or_else(|| escape(pen.ui))
}

fn escape(ui: &Ui) -> Option<TitleCommand> {
    ui.input(|i| i.key_pressed(Key::Q) && i.modifiers.command).then_some(TitleCommand::Quit)
}

fn menu(pen: &mut Pen, at: egui::Pos2) -> Option<TitleCommand> {
    let mut command = None;
    let mut y = at.y;
    let nothing_focused = pen.ui.memory(|m| m.focused().is_none());
    for (i, (words, does)) in LINES.into_iter().enumerate() {
        let (_, line) = pen.theme.size(Style::Part);
        let rect = egui::Rect::from_min_size(pos2(at.x, y), vec2(360.0, (line + 12.0).max(44.0)));
        let id = pen.ui.id().with(("menu", i));
        let response = pen.area(rect, id, WidgetType::Button, words);
        if i == 0 && nothing_focused {
            response.request_focus();
        }
        let here = response.has_focus() || response.hovered();
        let c = pen.theme.colors;
        if here {
            let x = rect.left() + 1.5;
            pen.ui
                .painter()
                .line_segment([pos2(x, rect.top() + 4.0), pos2(x, rect.bottom() - 4.0)], Stroke::new(3.0, c.accent));
        }
        let weight = if here { SEMIBOLD } else { REGULAR };
        let mut format = pen.theme.format(Style::Body, weight, if here { c.text } else { c.soft });
        format.font_id.size *= 22.0 / 18.0;
        pen.paint(pos2(rect.left() + 24.0, rect.top() + 8.0), words, format, 320.0);
        if response.clicked() {
            command = Some(does);
        }
        y += rect.height() + 4.0;
    }
    command
}
