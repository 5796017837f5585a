//! The year of a case: which doors were open on the night, when each opened, and when it shut.

use bevy_egui::egui::{Key, Pos2, Rect, Shape, Stroke, StrokeKind, WidgetType, pos2, vec2};

use super::{DebriefCommand, used};
use crate::game::theme::{LIGHT, Layout, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;

/// The year, as shares of its length from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct YearView {
    pub heading: String,
    /// Name, date and place of each visit.
    pub stops: Vec<(String, String, f32)>,
    /// Place and trust, 0 to 100.
    pub trust: Vec<(f32, f32)>,
    pub doors: Vec<DoorView>,
    pub chosen: usize,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct DoorView {
    pub opens: String,
    /// Where it opened (true) or shut.
    pub turned: Vec<(f32, bool)>,
    pub open: bool,
    /// When and why, in sentences.
    pub told: String,
}

pub(super) fn ui(pen: &mut Pen, width: f32, year: &mut YearView) -> Option<DebriefCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let head = pen.text(start, width, &year.heading, Style::Part, LIGHT, c.text);
    let left = if wide { width * 0.33 } else { 0.0 };
    let line = Line { from: start.x + left + 30.0, width: width - left - 90.0 };
    let mut y = head.bottom() + 14.0;
    if wide {
        y = stops(pen, y, line, year);
        y = trust(pen, pos2(start.x, y), left, line, year);
    }
    let top = y;
    let row = pen.theme.rows(36.0);
    for i in 0..year.doors.len() {
        let door = year.doors[i].clone();
        let format = pen.theme.format(Style::Body, if i == year.chosen { SEMIBOLD } else { REGULAR }, c.text);
        let words = if wide { left } else { width - 60.0 };
        let tall = pen.height(&door.opens, format.clone(), words - 8.0) + 8.0;
        let rect = Rect::from_min_size(pos2(start.x - 10.0, y), vec2(width, tall.max(row)));
        let stands = if door.open { "open that night" } else { "shut that night" };
        let response = pen.area(
            rect,
            pen.ui.id().with(("door", i)),
            WidgetType::Button,
            &format!("{}, {stands}. {}", door.opens, door.told),
        );
        pen.row_state(rect, &response);
        if response.clicked() || response.gained_focus() {
            year.chosen = i;
        }
        if i == year.chosen {
            pen.ui.painter().rect_filled(
                Rect::from_min_size(pos2(rect.left() - 8.0, rect.top() + 8.0), vec2(3.0, rect.height() - 16.0)),
                1,
                c.accent,
            );
        }
        pen.paint(pos2(start.x, rect.top() + 4.0), &door.opens, format, words - 8.0);
        let middle = rect.center().y;
        if wide {
            over_the_year(pen, middle, line, &door);
        }
        let night = if wide { line.at(1.0) } else { rect.right() - 30.0 };
        frame(pen, pos2(night, middle), door.open, true);
        y = rect.bottom() + 2.0;
    }
    if wide {
        pen.ui.painter().add(Shape::dotted_line(
            &[pos2(line.at(1.0), top - 4.0), pos2(line.at(1.0), y)],
            c.accent,
            6.0,
            1.0,
        ));
    }
    let told = year.doors.get(year.chosen).map(|door| door.told.clone()).unwrap_or_default();
    pen.rule(pos2(start.x, y + 4.0), width);
    let beside = if wide { 340.0 } else { 0.0 };
    let told = pen.text(pos2(start.x, y + 12.0), width - beside, &told, Style::Note, REGULAR, c.text);
    let at = if wide { pos2(start.x + width - 320.0, y + 10.0) } else { pos2(start.x, told.bottom() + 14.0) };
    let button = pen.button(at, "The same night, without the year");
    used(pen, start, width, told.bottom().max(button.rect.bottom()) + 4.0);
    let idle = pen.ui.memory(|m| m.focused().is_none());
    let enter = idle && pen.ui.input(|i| i.key_pressed(Key::Enter));
    (button.clicked() || enter).then_some(DebriefCommand::Epilogue)
}

/// The year's length on the screen.
#[derive(Clone, Copy)]
struct Line {
    from: f32,
    width: f32,
}

impl Line {
    fn at(self, share: f32) -> f32 {
        self.from + self.width * share.clamp(0.0, 1.0)
    }
}

fn stops(pen: &mut Pen, y: f32, line: Line, year: &YearView) -> f32 {
    let c = pen.theme.colors;
    let mut low = y;
    for (i, (name, date, at)) in year.stops.iter().enumerate() {
        let last = i + 1 == year.stops.len();
        let ink = if last { c.accent } else { c.text };
        let mut centered = |words: &str, y: f32, style: Style, color| {
            let job =
                pen.theme.job(words, pen.theme.format(style, if last { SEMIBOLD } else { REGULAR }, color), 200.0);
            let size = pen.ui.painter().layout_job(job.clone()).size();
            pen.put(pos2(line.at(*at) - size.x / 2.0, y), job).bottom()
        };
        // visits close together stand on two levels
        let close = i > 0 && line.at(*at) - line.at(year.stops[i - 1].2) < 96.0;
        let top = if close { y + 38.0 } else { y };
        let name = centered(name, top, Style::Note, ink);
        low = low.max(centered(date, name - 3.0, Style::Label, c.quiet));
    }
    low + 6.0
}

fn trust(pen: &mut Pen, at: Pos2, left: f32, line: Line, year: &YearView) -> f32 {
    let c = pen.theme.colors;
    let tall = pen.theme.rows(48.0);
    pen.text(
        pos2(at.x, at.y + 6.0),
        left - 20.0,
        "How far she trusts you, before and after each visit",
        Style::Note,
        REGULAR,
        c.soft,
    );
    let place = |(x, value): &(f32, f32)| pos2(line.at(*x), at.y + tall - tall * (value / 100.0).clamp(0.0, 1.0));
    let points: Vec<Pos2> = year.trust.iter().map(place).collect();
    for pair in points.windows(2) {
        let area = vec![pair[0], pair[1], pos2(pair[1].x, at.y + tall), pos2(pair[0].x, at.y + tall)];
        pen.ui.painter().add(Shape::convex_polygon(area, c.raised, Stroke::NONE));
    }
    for pair in points.windows(2) {
        pen.ui.painter().add(Shape::dashed_line(pair, Stroke::new(2.0, c.text), 6.0, 4.0));
    }
    for point in points {
        let r = 4.0;
        let diamond = vec![point - vec2(0.0, r), point + vec2(r, 0.0), point + vec2(0.0, r), point - vec2(r, 0.0)];
        pen.ui.painter().add(Shape::convex_polygon(diamond, c.text, Stroke::NONE));
    }
    at.y + tall + 14.0
}

fn over_the_year(pen: &Pen, y: f32, line: Line, door: &DoorView) {
    let c = pen.theme.colors;
    let mut from = (0.0, false);
    let ends = door.turned.iter().copied().chain([(1.0, door.open)]);
    for (at, opened) in ends {
        let (x0, x1) = (line.at(from.0) + 12.0, line.at(at) - 12.0);
        if x1 > x0 && from.1 {
            pen.ui.painter().line_segment([pos2(x0, y), pos2(x1, y)], Stroke::new(3.0, c.text));
        } else if x1 > x0 {
            pen.ui.painter().add(Shape::dotted_line(&[pos2(x0, y), pos2(x1, y)], c.edge, 8.0, 1.0));
        }
        from = (at, opened);
    }
    for (at, opened) in door.turned.iter().filter(|(at, _)| *at < 1.0) {
        frame(pen, pos2(line.at(*at), y), *opened, false);
    }
}

/// A door of 20 by 30: ajar where it is open.
fn frame(pen: &Pen, at: Pos2, open: bool, night: bool) {
    let c = pen.theme.colors;
    let rect = Rect::from_center_size(at, vec2(16.0, 26.0));
    pen.ui.painter().rect(rect, 0, c.ground, Stroke::new(1.5, c.edge), StrokeKind::Inside);
    if open {
        let leaf = vec![
            rect.left_top(),
            rect.left_top() + vec2(10.0, 4.0),
            rect.left_bottom() + vec2(10.0, -1.0),
            rect.left_bottom(),
        ];
        pen.ui.painter().add(Shape::convex_polygon(leaf, if night { c.accent } else { c.text }, Stroke::NONE));
    } else {
        pen.ui.painter().circle_filled(rect.center() + vec2(4.0, 1.0), 1.5, c.edge);
    }
}
