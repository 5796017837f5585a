//! The night told twice: as it went, and as it goes for somebody who was never there before.

use bevy_egui::egui::{Color32, Key, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::game::theme::{LIGHT, Layout, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

/// How it ended, and what became of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaleView {
    pub ending: String,
    pub afterwards: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct EpilogueView {
    pub with: TaleView,
    pub without: TaleView,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EpilogueCommand {
    Doors,
    /// The cold night, turn by turn.
    StepThrough,
    Back,
}

/// What is asked for, and where her face is to be seen.
pub fn epilogue_ui(ui: &mut Ui, theme: &Theme, view: &EpilogueView) -> (Option<EpilogueCommand>, Option<Rect>) {
    let rect = ui.max_rect();
    let wide = theme.layout(rect.width()) == Layout::Page;
    let height = if wide { rect.height() * 0.5 } else { 0.0 };
    let cut = rect.left() + rect.width() * 0.505;
    ui.painter().rect_filled(rect.with_min_y(rect.top() + height), 0, theme.colors.plate);
    let picture = wide.then(|| {
        let whole = Rect::from_min_size(rect.min, vec2(rect.width(), height));
        shut(ui, Rect::from_min_max(pos2(cut - 20.0, whole.top()), whole.max));
        Rect::from_min_max(whole.min, pos2(cut + 20.0, whole.bottom()))
    });
    let margin = theme.margin(rect.width());
    let foot = theme.rows(48.0) + 30.0;
    let body = Rect::from_min_max(
        pos2(rect.left() + margin, rect.top() + height + 26.0),
        pos2(rect.right() - margin, rect.bottom() - foot),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    ScrollArea::vertical().id_salt("epilogue").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let start = pen.ui.cursor().min;
        let width = body.width() - 14.0;
        let each = if wide { width * 0.5 - 32.0 } else { width };
        let first = tale(&mut pen, start, each, "The night, with the year", &view.with);
        let at = if wide { pos2(start.x + width * 0.5 + 8.0, start.y) } else { pos2(start.x, first + 26.0) };
        let second = tale(&mut pen, at, each, "The same night, without it", &view.without);
        pen.ui.allocate_space(vec2(width, first.max(second) - start.y));
        pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
    });
    let mut pen = Pen { ui, theme };
    let c = theme.colors;
    let y = rect.bottom() - foot + 8.0;
    let note = "Same people, same hour, same words to choose from. The second was played from a first meeting.";
    let button = pen.button(pos2(rect.right() - margin - 190.0 * theme.text.sqrt(), y), "See the doors");
    let step = pen.plain(pos2(button.rect.left() - 160.0 * theme.text, y + 10.0), "Step through it");
    if wide {
        pen.text(
            pos2(rect.left() + margin, y + 10.0),
            step.rect.left() - rect.left() - margin - 24.0,
            note,
            Style::Note,
            REGULAR,
            c.soft,
        );
    }
    let asked =
        button.clicked().then_some(EpilogueCommand::Doors).or(step.clicked().then_some(EpilogueCommand::StepThrough));
    let idle = ui.memory(|m| m.focused().is_none());
    let pressed = ui.input(|i| {
        let back = i.key_pressed(Key::Escape).then_some(EpilogueCommand::Back);
        back.or((idle && i.key_pressed(Key::Enter)).then_some(EpilogueCommand::Doors))
    });
    (asked.or(pressed), picture)
}

fn tale(pen: &mut Pen, at: Pos2, width: f32, head: &str, tale: &TaleView) -> f32 {
    let c = pen.theme.colors;
    let head = pen.text(at, width, head, Style::Note, REGULAR, c.soft);
    let style = if tale.ending.chars().count() > 190 { Style::Body } else { Style::Voice };
    let ending = pen.text(pos2(at.x, head.bottom() + 4.0), width, &tale.ending, style, LIGHT, c.text);
    pen.text(pos2(at.x, ending.bottom() + 10.0), width, &tale.afterwards, Style::Note, REGULAR, c.soft).bottom()
}

/// The corner as a stranger finds it: shutters down, one light behind the door.
fn shut(ui: &Ui, rect: Rect) {
    let painter = ui.painter().with_clip_rect(rect);
    let flat = |rect: Rect, color: Color32| painter.rect_filled(rect, 0, color);
    let (w, h) = (rect.width(), rect.height());
    let at = |x: f32, y: f32| pos2(rect.left() + w * x, rect.top() + h * y);
    flat(rect, Color32::from_rgb(0x1d, 0x1a, 0x26));
    flat(Rect::from_min_max(at(0.0, 0.0), at(0.82, 0.12)), Color32::from_rgb(0x14, 0x1d, 0x17));
    flat(Rect::from_min_max(at(0.82, 0.0), at(1.0, 1.0)), Color32::from_rgb(0x11, 0x17, 0x28));
    let window = Rect::from_min_max(at(0.06, 0.2), at(0.32, 0.72));
    flat(window.expand(9.0), Color32::from_rgb(0x12, 0x10, 0x18));
    flat(window, Color32::from_rgb(0x22, 0x29, 0x33));
    let slats = 11;
    for i in 0..slats {
        let y = window.top() + window.height() * i as f32 / slats as f32;
        painter.line_segment(
            [pos2(window.left(), y), pos2(window.right(), y)],
            Stroke::new(1.5, Color32::from_rgb(0x16, 0x1b, 0x23)),
        );
    }
    let door = Rect::from_min_max(at(0.42, 0.2), at(0.6, 0.92));
    flat(door.expand(9.0), Color32::from_rgb(0x12, 0x10, 0x18));
    flat(door, Color32::from_rgb(0x3c, 0x47, 0x24));
    flat(Rect::from_min_max(at(0.455, 0.28), at(0.565, 0.52)), Color32::from_rgb(0x20, 0x2a, 0x40));
    painter.circle_filled(at(0.535, 0.4), 5.0, Color32::from_rgb(0xc8, 0xd6, 0xf2));
    painter.circle_filled(at(0.59, 0.58), 4.0, Color32::from_rgb(0x9a, 0x93, 0x6a));
    flat(Rect::from_min_max(at(0.0, 0.92), at(0.82, 1.0)), Color32::from_rgb(0x17, 0x18, 0x24));
    for (x, y, r) in [(0.85, 0.66, 0.1), (0.95, 0.58, 0.12), (0.9, 0.82, 0.09)] {
        painter.circle_filled(at(x, y), h * r, Color32::from_rgb(0x23, 0x2f, 0x4c));
        flat(Rect::from_center_size(at(x + 0.01, y + 0.02), vec2(9.0, 14.0)), Color32::from_rgb(0xc8, 0xd6, 0xf2));
    }
    let edge = vec![
        pos2(rect.left() - 1.0, rect.top()),
        pos2(rect.left() + 34.0, rect.top()),
        pos2(rect.left() - 1.0, rect.bottom()),
    ];
    painter.add(Shape::convex_polygon(edge, Color32::from_rgb(0x0d, 0x11, 0x17), Stroke::NONE));
}
