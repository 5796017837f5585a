//! "How do you think it went?", on the four dimensions, before ours is shown.

use bevy_egui::egui::{Pos2, Rect, Stroke, StrokeKind, WidgetType, pos2, vec2};

use super::{DebriefState, Part, used};
use crate::debrief::{Debrief, half_step_word};
use crate::game::theme::{LIGHT, MEDIUM, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;
use crate::model::Dimension;

fn question(dimension: Dimension, name: &str) -> String {
    match dimension {
        Dimension::Empathy => format!("You understood how it was for {name}."),
        Dimension::Listening => format!("You listened, and {name} could tell."),
        Dimension::Boundaries => "You were clear about what is yours to do, and what is not.".to_owned(),
        Dimension::Regard => format!("You respected {name} whatever was said."),
    }
}

pub(super) fn ui(pen: &mut Pen, width: f32, debrief: &Debrief, state: &mut DebriefState) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let head = pen.text(start, width, "How do you think it went?", Style::Heading, LIGHT, c.text);
    let sub = "Your account first. Ours comes beside it.";
    let sub = pen.text(pos2(start.x, head.bottom() + 2.0), width, sub, Style::Note, REGULAR, c.soft);
    let mut y = sub.bottom() + 18.0;
    let name = crate::scenario::plain::first_name(&debrief.person);
    for dimension in Dimension::ALL {
        y = row(pen, pos2(start.x, y), width, dimension, name, state) + 16.0;
    }
    let button = pen.button(pos2(start.x, y + 6.0), "See ours");
    if button.clicked() {
        state.part = Part::How;
    }
    used(pen, start, width, button.rect.bottom() + 12.0);
}

fn row(pen: &mut Pen, at: Pos2, width: f32, dimension: Dimension, name: &str, state: &mut DebriefState) -> f32 {
    let c = pen.theme.colors;
    pen.mark(dimension, at + vec2(10.0, pen.theme.rows(13.0)), 18.0);
    let words = pen.text(at + vec2(32.0, 0.0), width - 32.0, &question(dimension, name), Style::Body, MEDIUM, c.text);
    let line = words.bottom() + 18.0;
    let unsure_width = pen.theme.rows(96.0);
    let (left, right) = (at.x + 32.0 + 8.0, at.x + width - unsure_width - 30.0);
    pen.ui.painter().line_segment([pos2(left, line), pos2(right, line)], Stroke::new(1.5, c.edge));
    for stop in 1..=5_u8 {
        let x = left + (right - left) * f32::from(stop - 1) / 4.0;
        if stop_ui(pen, pos2(x, line), dimension, stop, state.own[dimension as usize] == Some(stop)) {
            state.own[dimension as usize] = Some(stop);
        }
    }
    let unsure = pen.tab(
        pos2(at.x + width - unsure_width + 6.0, line - pen.theme.rows(13.0)),
        "not sure",
        &format!("{}, not sure", dimension.name()),
        state.own[dimension as usize].is_none(),
    );
    if unsure.clicked() {
        state.own[dimension as usize] = None;
    }
    let said = state.own[dimension as usize].map_or("not sure", |own| half_step_word(f64::from(own)));
    pen.text(pos2(left - 8.0, line + 14.0), width * 0.7, said, Style::Label, REGULAR, c.quiet).bottom()
}

fn stop_ui(pen: &mut Pen, at: Pos2, dimension: Dimension, stop: u8, chosen: bool) -> bool {
    let c = pen.theme.colors;
    let rect = Rect::from_center_size(at, vec2(44.0, 40.0));
    let id = pen.ui.id().with(("stop", dimension as u8, stop));
    let words =
        format!("{}, {}{}", dimension.name(), half_step_word(f64::from(stop)), if chosen { ", chosen" } else { "" });
    let response = pen.area(rect, id, WidgetType::RadioButton, &words);
    let painter = pen.ui.painter();
    if chosen {
        painter.circle_filled(at, 8.5, c.accent);
    } else {
        painter.circle(at, 6.5, c.ground, Stroke::new(1.5, if response.hovered() { c.text } else { c.edge }));
    }
    if response.has_focus() {
        painter.rect_stroke(rect.shrink(4.0), 8, Stroke::new(2.0, c.accent), StrokeKind::Inside);
    }
    if response.hovered() && !chosen {
        let format = pen.theme.format(Style::Label, SEMIBOLD, c.text);
        pen.paint(at + vec2(-20.0, -30.0), half_step_word(f64::from(stop)), format, 300.0);
    }
    response.clicked()
}
