//! One page before you go in: what is known, what to watch for, what to leave with.

use bevy_egui::egui::{Key, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::game::theme::{LIGHT, Layout, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BriefingView {
    pub title: String,
    /// Who, in one line.
    pub person: String,
    pub dispatch: String,
    pub known: String,
    pub watch_for: String,
    pub goal: String,
    /// What it touches that may hurt, and where help is; empty where there is nothing to say.
    pub care: String,
    /// Mode and length, in words.
    pub mode: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BriefingCommand {
    GoIn,
    Back,
}

/// What is asked for, and where the place is to be seen.
pub fn briefing_ui(ui: &mut Ui, theme: &Theme, view: &BriefingView) -> (Option<BriefingCommand>, Rect) {
    let rect = ui.max_rect();
    let (picture, text) = match theme.layout(rect.width()) {
        Layout::Page => {
            let art = rect.width() * 0.406;
            let picture = Rect::from_min_size(rect.min, vec2(art, rect.height()));
            let cut = vec![
                pos2(art, rect.top()),
                pos2(rect.right(), rect.top()),
                pos2(rect.right(), rect.bottom()),
                pos2(art - 34.0, rect.bottom()),
            ];
            ui.painter().add(Shape::convex_polygon(cut, theme.colors.ground, Stroke::NONE));
            let text = Rect::from_min_max(
                pos2(rect.left() + art + 92.0, rect.top() + 56.0),
                pos2(rect.right() - 72.0, rect.bottom() - 16.0),
            );
            (picture, text)
        }
        Layout::Column => {
            let picture = Rect::from_min_size(rect.min, vec2(rect.width(), 120.0));
            ui.painter().rect_filled(rect.with_min_y(picture.bottom()), 0, theme.colors.ground);
            let text = Rect::from_min_max(
                pos2(rect.left() + 40.0, rect.top() + 140.0),
                pos2(rect.right() - 40.0, rect.bottom() - 16.0),
            );
            (picture, text)
        }
    };
    let foot = theme.rows(48.0) + 56.0;
    let body = Rect::from_min_max(text.min, pos2(text.right(), text.bottom() - foot));
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    ScrollArea::vertical().auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        words(&mut pen, body.width() - 12.0, view);
        pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
    });
    let mut pen = Pen { ui, theme };
    let command = foot_ui(&mut pen, pos2(text.left(), text.bottom() - foot + 16.0), text.width(), view);
    (command, picture)
}

fn words(pen: &mut Pen, width: f32, view: &BriefingView) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let title = pen.text(start, width, &view.title, Style::Place, LIGHT, c.text);
    let person = pen.text(pos2(start.x, title.bottom() + 8.0), width, &view.person, Style::Body, REGULAR, c.text);
    let mut y = person.bottom() + 30.0;
    let side =
        if pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page { pen.theme.rows(112.0) } else { 0.0 };
    for (head, text, weight) in [
        ("Dispatch", &view.dispatch, REGULAR),
        ("From before", &view.known, REGULAR),
        ("Watch for", &view.watch_for, REGULAR),
        ("Leave with", &view.goal, SEMIBOLD),
        ("Take care", &view.care, REGULAR),
    ] {
        if text.is_empty() {
            continue;
        }
        let head = pen.text(pos2(start.x, y + 2.0), 200.0, head, Style::Note, REGULAR, c.soft);
        let top = if side > 0.0 { y } else { head.bottom() };
        let text = pen.text(pos2(start.x + side, top), width - side, text, Style::Body, weight, c.text);
        y = text.bottom() + 18.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
}

fn foot_ui(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, view: &BriefingView) -> Option<BriefingCommand> {
    let button = pen.button(at, "Go in");
    let c = pen.theme.colors;
    let mode = pos2(button.rect.right() + 28.0, button.rect.center().y - pen.theme.rows(11.0));
    pen.text(mode, width - button.rect.width() - 28.0, &view.mode, Style::Note, REGULAR, c.soft);
    pen.keys(pos2(at.x, button.rect.bottom() + 18.0), width, &[("Enter", "go in"), ("Esc", "back to the street")]);
    if button.clicked() {
        return Some(BriefingCommand::GoIn);
    }
    let nothing = pen.ui.memory(|m| m.focused().is_none());
    pen.ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            Some(BriefingCommand::Back)
        } else if nothing && (i.key_pressed(Key::Enter) || i.key_pressed(Key::Space)) {
            Some(BriefingCommand::GoIn)
        } else {
            None
        }
    })
}
