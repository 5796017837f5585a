//! A slider: a name, what it is set to, and a line to set it on, by mouse, keys and screen reader.

use std::ops::RangeInclusive;

use bevy_egui::egui::accesskit::{Action, ActionData};
use bevy_egui::egui::{EventFilter, Id, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, WidgetInfo, pos2, vec2};

use super::theme::{MEDIUM, Style};
use super::widgets::Pen;

/// What a slider shows.
#[derive(Clone, Debug)]
pub struct Slider<'a> {
    pub words: &'a str,
    /// What a screen reader calls it; tells apart two of the same words.
    pub name: &'a str,
    pub value: f32,
    /// The value in words.
    pub shown: &'a str,
    pub range: RangeInclusive<f32>,
    /// What one press of an arrow key moves it by.
    pub step: f32,
    /// Where a double click and Delete bring it.
    pub rest: f32,
}

/// Half the knob's height.
const KNOB: f32 = 9.0;

impl Pen<'_> {
    /// Draws it at `at`; gives the value it was moved to, if it was, and the height taken.
    pub fn slider(&mut self, at: Pos2, width: f32, slider: &Slider) -> (Option<f32>, f32) {
        let c = self.theme.colors;
        let (_, line) = self.theme.size(Style::Note);
        let height = line + 2.0 * KNOB + 10.0;
        let rect = Rect::from_min_size(at, vec2(width, height));
        let id = self.ui.id().with(("slider", slider.name));
        let response = self.ui.interact(rect.expand2(vec2(6.0, 0.0)), id, Sense::click_and_drag());
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let track = Rect::from_min_max(
            pos2(at.x + KNOB, at.y + line + 2.0),
            pos2(rect.right() - KNOB, at.y + line + 2.0 + 2.0 * KNOB),
        );
        let moved = self.moved(slider, &response, track);
        self.tell(slider, &response);
        if response.has_focus() {
            let ring = Stroke::new(2.0, c.accent);
            self.ui.painter().rect_stroke(rect.expand2(vec2(6.0, 1.0)), 4, ring, StrokeKind::Inside);
        } else if response.hovered() {
            self.ui.painter().rect_filled(rect.expand2(vec2(6.0, 1.0)), 4, c.raised);
        }
        let words = self.theme.format(Style::Note, MEDIUM, c.soft);
        let shown = self.theme.format(Style::Note, MEDIUM, c.text);
        let galley = self.ui.painter().layout_job(self.theme.job(slider.shown, shown, width));
        self.paint(at, slider.words, words, width - galley.size().x - 8.0);
        self.ui.painter().galley(pos2(rect.right() - galley.size().x, at.y), galley, c.text);
        self.line(slider, track, response.has_focus() || response.hovered() || response.dragged());
        (moved, height)
    }

    /// The line with its knob, filled from where it rests.
    fn line(&self, slider: &Slider, track: Rect, near: bool) {
        let c = &self.theme.colors;
        let painter = self.ui.painter();
        let x = |value: f32| track.left() + track.width() * share(&slider.range, value);
        let y = track.center().y;
        painter.line_segment([pos2(track.left(), y), pos2(track.right(), y)], Stroke::new(2.0, c.edge));
        let (rest, at) = (x(slider.rest), x(slider.value));
        painter.line_segment([pos2(rest, y - 5.0), pos2(rest, y + 5.0)], Stroke::new(2.0, c.edge));
        painter.line_segment([pos2(rest.min(at), y), pos2(rest.max(at), y)], Stroke::new(4.0, c.accent));
        let knob = Rect::from_center_size(pos2(at, y), vec2(10.0, 2.0 * KNOB));
        painter.rect(knob, 4, if near { c.accent } else { c.text }, Stroke::new(2.0, c.plate), StrokeKind::Outside);
    }

    fn moved(&self, slider: &Slider, response: &Response, track: Rect) -> Option<f32> {
        let pointed = response.interact_pointer_pos().filter(|_| response.dragged() || response.clicked());
        let dragged = pointed.map(|p| {
            let share = ((p.x - track.left()) / track.width().max(1.0)).clamp(0.0, 1.0);
            let value = slider.range.start() + share * (slider.range.end() - slider.range.start());
            (value / slider.step).round() * slider.step
        });
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        let asked = if response.double_clicked() { Some(slider.rest) } else { dragged };
        let asked = self.by_key(slider, response).or(asked).or_else(|| self.by_reader(slider, response.id));
        let wanted = asked?.clamp(*slider.range.start(), *slider.range.end());
        (wanted != slider.value).then_some(wanted)
    }

    fn by_key(&self, slider: &Slider, response: &Response) -> Option<f32> {
        if !response.has_focus() {
            return None;
        }
        // left and right set it; up and down lead on
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        self.ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
        self.ui.input(|i| {
            let more = i.num_presses(Key::ArrowRight) as f32 - i.num_presses(Key::ArrowLeft) as f32;
            match () {
                () if i.key_pressed(Key::Home) => Some(*slider.range.start()),
                () if i.key_pressed(Key::End) => Some(*slider.range.end()),
                () if i.key_pressed(Key::Delete) => Some(slider.rest),
                () if more != 0.0 => Some(slider.value + more * slider.step),
                () => None,
            }
        })
    }

    fn by_reader(&self, slider: &Slider, id: Id) -> Option<f32> {
        self.ui.input(|i| {
            let more = i.num_accesskit_action_requests(id, Action::Increment) as f32;
            let less = i.num_accesskit_action_requests(id, Action::Decrement) as f32;
            let set = i.accesskit_action_requests(id, Action::SetValue).find_map(|request| match request.data {
                Some(ActionData::NumericValue(value)) => Some(value as f32),
                _ => None,
            });
            set.or_else(|| (more != less).then_some(slider.value + (more - less) * slider.step))
        })
    }

    fn tell(&self, slider: &Slider, response: &Response) {
        let name = slider.name;
        response.widget_info(|| WidgetInfo::slider(true, f64::from(slider.value), name));
        self.ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(f64::from(*slider.range.start()));
            node.set_max_numeric_value(f64::from(*slider.range.end()));
            node.set_numeric_value_step(f64::from(slider.step));
            node.set_value(slider.shown.to_owned());
            [Action::SetValue, Action::Increment, Action::Decrement].into_iter().for_each(|a| node.add_action(a));
        });
    }
}

fn share(range: &RangeInclusive<f32>, value: f32) -> f32 {
    ((value - range.start()) / (range.end() - range.start())).clamp(0.0, 1.0)
}
