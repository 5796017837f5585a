//! The days between two visits: how to use them, and that there are never enough.

use bevy_egui::egui::{Color32, Key, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, WidgetType, pos2, vec2};

use crate::game::theme::{LIGHT, Layout, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

/// A slice of the street.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayView {
    pub number: String,
    pub weekday: String,
    /// Something is done on it.
    pub used: bool,
    /// The day of the visit.
    pub visit: bool,
}

/// A way to spend half a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WayView {
    pub text: String,
    pub why: String,
    pub date: String,
    pub chosen: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DaysView {
    pub heading: String,
    pub word: Vec<String>,
    pub expects: String,
    pub days: Vec<DayView>,
    pub ways: Vec<WayView>,
    /// Half-days that are not used yet, in words.
    pub left: String,
    pub full: bool,
    /// Share of the days that have passed, 0 to 1; all where the trainee is still choosing.
    pub passed: f32,
    pub passing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaysCommand {
    /// Choose the n-th way, or leave it.
    Toggle(usize),
    Pass,
    Back,
}

/// What is asked for, and where the street is to be seen.
pub fn days_ui(ui: &mut Ui, theme: &Theme, view: &DaysView) -> (Option<DaysCommand>, Rect) {
    let rect = ui.max_rect();
    let wide = theme.layout(rect.width()) == Layout::Page;
    let height = if wide { rect.height() * 0.36 } else { 110.0 };
    let picture = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    ui.painter().rect_filled(rect.with_min_y(picture.bottom()), 0, theme.colors.plate);
    slices(ui, theme, picture, view);
    let margin = theme.margin(rect.width());
    let mut pen = Pen { ui, theme };
    let below = dates(&mut pen, picture, margin, wide, view);
    let foot = theme.rows(22.0) + 20.0;
    let body =
        Rect::from_min_max(pos2(rect.left() + margin, below + 16.0), pos2(rect.right() - margin, rect.bottom() - foot));
    let mut child = pen.ui.new_child(UiBuilder::new().max_rect(body));
    let asked = ScrollArea::vertical().id_salt("days").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let start = pen.ui.cursor().min;
        let width = body.width() - 14.0;
        let left = if wide { width * 0.36 } else { width };
        let (asked, low) = word(&mut pen, start, left, view);
        let at = if wide { pos2(start.x + left + 64.0, start.y) } else { pos2(start.x, low + 20.0) };
        let (chosen, end) = ways(&mut pen, at, if wide { width - left - 64.0 } else { width }, view);
        pen.ui.allocate_space(vec2(width, low.max(end) - start.y));
        asked.or(chosen)
    });
    let mut pen = Pen { ui, theme };
    let keys = [
        ("1-9", "choose or leave", None),
        ("Enter", "let the days pass", Some(DaysCommand::Pass)),
        ("Esc", "back", Some(DaysCommand::Back)),
    ];
    let clicked =
        pen.live_keys(pos2(rect.left() + margin, rect.bottom() - foot + 6.0), rect.width() - 2.0 * margin, &keys);
    (asked.inner.or(clicked).or_else(|| pressed(ui, view)), picture)
}

/// Each day has its own light: dawn, noon, rain, dusk and night go over the one street.
const LIGHTS: [(u8, u8, u8, u8); 5] =
    [(150, 170, 205, 70), (30, 36, 48, 0), (70, 80, 96, 150), (190, 120, 90, 80), (8, 12, 34, 150)];

fn slices(ui: &Ui, theme: &Theme, picture: Rect, view: &DaysView) {
    let count = view.days.len().max(1);
    let each = picture.width() / count as f32;
    let lean = 16.0;
    let passed = (view.passed * count as f32).ceil() as usize;
    for i in 0..count {
        let (r, g, b, a) = LIGHTS[(i * 3 + i / 4) % LIGHTS.len()];
        let light = if i < passed {
            Color32::from_rgba_unmultiplied(r, g, b, a)
        } else {
            Color32::from_rgba_unmultiplied(6, 9, 16, 215)
        };
        let (x0, x1) = (picture.left() + each * i as f32, picture.left() + each * (i + 1) as f32);
        let corners = vec![
            pos2(x0 + lean, picture.top()),
            pos2(x1 + lean, picture.top()),
            pos2(x1 - lean, picture.bottom()),
            pos2(x0 - lean, picture.bottom()),
        ];
        let painter = ui.painter().with_clip_rect(picture);
        painter.add(Shape::convex_polygon(corners, light, Stroke::NONE));
        if i > 0 {
            let edge = [pos2(x0 + lean, picture.top()), pos2(x0 - lean, picture.bottom())];
            painter.line_segment(edge, Stroke::new(2.0, theme.colors.sunk));
        }
    }
}

fn dates(pen: &mut Pen, picture: Rect, margin: f32, wide: bool, view: &DaysView) -> f32 {
    let c = pen.theme.colors;
    if !wide {
        let line: Vec<String> =
            view.days.iter().filter(|d| d.used || d.visit).map(|d| format!("{} {}", d.number, d.weekday)).collect();
        let at = pos2(picture.left() + margin, picture.bottom() + 10.0);
        return pen.text(at, picture.width() - 2.0 * margin, &line.join(", "), Style::Label, REGULAR, c.soft).bottom();
    }
    let each = picture.width() / view.days.len().max(1) as f32;
    let mut low = picture.bottom();
    for (i, day) in view.days.iter().enumerate() {
        let (number, ink) = if day.visit {
            (SEMIBOLD, c.accent)
        } else if day.used {
            (SEMIBOLD, c.text)
        } else {
            (REGULAR, c.soft)
        };
        let mut job = pen.theme.job(&day.number, pen.theme.format(Style::Label, number, ink), each);
        job.append(
            &format!(" {}", day.weekday),
            0.0,
            pen.theme.format(Style::Label, number, if day.visit || day.used { ink } else { c.quiet }),
        );
        let width = pen.ui.painter().layout_job(job.clone()).size().x;
        let x = picture.left() + each * (i as f32 + 0.5) - width / 2.0 - 6.0;
        low = low.max(pen.put(pos2(x, picture.bottom() + 10.0), job).bottom());
    }
    low
}

fn word(pen: &mut Pen, start: Pos2, width: f32, view: &DaysView) -> (Option<DaysCommand>, f32) {
    let c = pen.theme.colors;
    let mut y = pen.text(start, width, &view.heading, Style::Part, LIGHT, c.text).bottom() + 16.0;
    if !view.word.is_empty() {
        y = pen.text(pos2(start.x, y), width, "They have your word", Style::Note, REGULAR, c.soft).bottom();
        for word in &view.word {
            y = pen.text(pos2(start.x, y + 2.0), width, word, Style::Body, REGULAR, c.text).bottom() + 2.0;
        }
        y += 10.0;
    }
    y = pen.text(pos2(start.x, y), width, "The next visit", Style::Note, REGULAR, c.soft).bottom();
    y = pen.text(pos2(start.x, y + 2.0), width, &view.expects, Style::Body, REGULAR, c.text).bottom() + 18.0;
    if view.passing {
        return (None, y);
    }
    let button = pen.button(pos2(start.x, y), "Let the days pass");
    let left = pos2(button.rect.right() + 22.0, button.rect.center().y - pen.theme.rows(11.0));
    pen.text(left, width - button.rect.width() - 22.0, &view.left, Style::Note, REGULAR, c.soft);
    (button.clicked().then_some(DaysCommand::Pass), button.rect.bottom() + 6.0)
}

fn ways(pen: &mut Pen, at: Pos2, width: f32, view: &DaysView) -> (Option<DaysCommand>, f32) {
    let c = pen.theme.colors;
    let mut asked = None;
    let mut y = at.y;
    for (i, way) in view.ways.iter().enumerate() {
        let open = way.chosen || !view.full;
        let (date, indent) = (110.0 * pen.theme.text.sqrt(), 38.0);
        let inner = width - indent - date - 20.0;
        let text = pen.theme.format(
            Style::Body,
            if way.chosen { SEMIBOLD } else { REGULAR },
            if open { c.text } else { c.quiet },
        );
        let why = pen.theme.format(Style::Note, REGULAR, if open { c.soft } else { c.quiet });
        let tall = pen.height(&way.text, text.clone(), inner) + pen.height(&way.why, why.clone(), inner) + 3.0;
        let rect = Rect::from_min_size(pos2(at.x, y), vec2(width, tall.max(pen.theme.rows(44.0))));
        let spoken = format!("{}. {}. {}{}", way.text, way.why, way.date, if way.chosen { ", chosen" } else { "" });
        let response = pen.area(rect, pen.ui.id().with(("way", i)), WidgetType::Checkbox, &spoken);
        if open {
            pen.row_state(rect, &response);
        }
        let disc = rect.min + vec2(18.0, pen.theme.rows(14.0));
        if way.chosen {
            pen.ui.painter().circle_filled(disc, 8.0, c.text);
        } else {
            pen.ui.painter().circle_stroke(disc, 7.0, Stroke::new(1.5, if open { c.edge } else { c.rule }));
        }
        let words = pen.paint(rect.min + vec2(indent, 1.0), &way.text, text, inner);
        pen.paint(pos2(rect.left() + indent, words.bottom() - 1.0), &way.why, why, inner);
        let when = if open { way.date.as_str() } else { "no half-day left" };
        let format = pen.theme.format(Style::Note, REGULAR, if way.chosen { c.text } else { c.quiet });
        pen.paint(pos2(rect.right() - date, rect.top() + 4.0), when, format, date);
        if response.clicked() && !view.passing {
            asked = Some(DaysCommand::Toggle(i));
        }
        y += rect.height() + 1.0;
    }
    (asked, y)
}

fn pressed(ui: &Ui, view: &DaysView) -> Option<DaysCommand> {
    const NUMBERS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    let idle = ui.memory(|m| m.focused().is_none());
    ui.input(|i| {
        if view.passing {
            return (i.key_pressed(Key::Enter) || i.key_pressed(Key::Space)).then_some(DaysCommand::Pass);
        }
        if i.key_pressed(Key::Escape) {
            return Some(DaysCommand::Back);
        }
        if idle && i.key_pressed(Key::Enter) {
            return Some(DaysCommand::Pass);
        }
        NUMBERS.iter().position(|k| i.key_pressed(*k)).filter(|n| *n < view.ways.len()).map(DaysCommand::Toggle)
    })
}
