//! The parts every screen is made of: words, rows, fields and buttons; ratings have a file of their own.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{
    Color32, CornerRadius, FontId, Frame, Id, Key, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, TextEdit,
    Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

mod ratings;

pub use ratings::{RatingLine, Seen, mark};

use super::theme::{MEDIUM, REGULAR, SEMIBOLD, Style, Theme};

/// A sentence of one's own is at most so long, in characters.
const MOST_SAID: usize = 120;

/// A screen under construction: where it draws, and how things look.
pub struct Pen<'a> {
    pub ui: &'a mut Ui,
    pub theme: &'a Theme,
}

impl Pen<'_> {
    pub fn size(&self) -> Vec2 {
        self.ui.max_rect().size()
    }

    /// A laid-out text with its top left at `at`; screen readers read it as a label.
    pub fn put(&mut self, at: Pos2, job: LayoutJob) -> Rect {
        let words = job.text.clone();
        let galley = self.ui.painter().layout_job(job);
        let rect = Rect::from_min_size(at, galley.size());
        self.ui.painter().galley(at, galley, self.theme.colors.text);
        if !words.is_empty() {
            let id = self.ui.id().with((words.as_str(), at.x as i32, at.y as i32));
            let response = self.ui.interact(rect, id, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &words));
        }
        rect
    }

    /// Text of one format, wrapped to `width`.
    pub fn text(&mut self, at: Pos2, width: f32, text: &str, style: Style, weight: f32, color: Color32) -> Rect {
        let job = self.theme.job(text, self.theme.format(style, weight, color), width);
        self.put(at, job)
    }

    /// How high a text would stand.
    pub fn height(&self, text: &str, format: TextFormat, width: f32) -> f32 {
        let job = self.theme.job(text, format, width);
        self.ui.painter().layout_job(job).size().y
    }

    pub fn rule(&self, from: Pos2, width: f32) {
        let stroke = Stroke::new(1.0, self.theme.colors.rule);
        self.ui.painter().line_segment([from, pos2(from.x + width, from.y)], stroke);
    }

    pub fn fill(&self, rect: Rect, color: Color32) {
        self.ui.painter().rect_filled(rect, CornerRadius::ZERO, color);
    }

    /// A clickable area with a name; it scrolls into view when it gains focus.
    pub fn area(&mut self, rect: Rect, id: Id, kind: WidgetType, name: &str) -> Response {
        let response = self.named(rect, id, kind, name);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        response
    }

    /// A clickable area with a name, for those that see to their own scrolling.
    pub fn named(&mut self, rect: Rect, id: Id, kind: WidgetType, name: &str) -> Response {
        let response = self.ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(kind, true, name));
        response
    }

    /// A row that can be chosen: number, words, and the fill of its state. Gives the response and the height taken.
    pub fn choice(
        &mut self,
        at: Pos2,
        width: f32,
        (number, of): (usize, usize),
        words: &str,
        (done, since): (bool, Option<&str>),
    ) -> (Response, f32) {
        let (number_width, pad) = (36.0 * self.theme.text.sqrt(), vec2(12.0, 8.0));
        let inner = width - number_width - 28.0;
        let format = if done {
            self.theme.italic(Style::Body, self.theme.colors.text)
        } else {
            self.theme.format(Style::Body, REGULAR, self.theme.colors.text)
        };
        let under = self.theme.format(Style::Label, REGULAR, self.theme.colors.soft);
        let below = since.map_or(0.0, |since| self.height(since, under.clone(), inner - 24.0) + 2.0);
        let tall = self.height(words, format.clone(), inner);
        let height = (tall + below + 2.0 * pad.y).max(self.theme.rows(42.0));
        let rect = Rect::from_min_size(at, vec2(width, height));
        let id = self.ui.id().with(("choice", number));
        let response = self.area(
            rect,
            id,
            WidgetType::Button,
            &format!("{number} of {of}, {words}{}", since.map_or(String::new(), |since| format!(", {since}"))),
        );
        let (number_color, words_color) = self.row_state(rect, &response);
        let number_format = self.theme.format(Style::Body, MEDIUM, number_color);
        self.paint(at + pad, &number.to_string(), number_format, number_width);
        let format = TextFormat { color: words_color, ..format };
        let left = pad.x + number_width;
        self.paint(at + vec2(left, pad.y), words, format, inner);
        if let Some(since) = since {
            let top = at + vec2(left, pad.y + tall + 2.0);
            self.ajar(top + vec2(6.0, self.theme.rows(10.0)));
            let under = TextFormat {
                color: if words_color == self.theme.colors.on_accent { words_color } else { under.color },
                ..under
            };
            self.paint(top + vec2(24.0, 0.0), since, under, inner - 24.0);
        }
        (response, height)
    }

    /// A door of 12 by 18, ajar.
    fn ajar(&self, at: Pos2) {
        let rect = Rect::from_center_size(at, vec2(12.0, 18.0));
        self.ui.painter().rect_stroke(rect, 0, Stroke::new(1.5, self.theme.colors.edge), StrokeKind::Inside);
        let (top, bottom) = (rect.left_top(), rect.left_bottom());
        let leaf = vec![top, top + vec2(8.0, 3.0), bottom + vec2(8.0, -1.0), bottom];
        self.ui.painter().add(Shape::convex_polygon(leaf, self.theme.colors.accent, Stroke::NONE));
    }

    /// Fills a row by its state; gives the colors for its numeral and words.
    pub fn row_state(&self, rect: Rect, response: &Response) -> (Color32, Color32) {
        let c = &self.theme.colors;
        let painter = self.ui.painter();
        let high = self.theme.palette == super::theme::Palette::HighContrast;
        if response.has_focus() && high {
            painter.rect(rect, 4, c.accent, Stroke::new(3.0, c.text), StrokeKind::Inside);
            return (c.on_accent, c.on_accent);
        }
        if response.has_focus() {
            let width = if self.theme.text >= 1.5 { 3.0 } else { 2.0 };
            painter.rect(rect, 4, c.wash, Stroke::new(width, c.accent), StrokeKind::Inside);
            return (c.accent, c.text);
        }
        if response.hovered() {
            painter.rect_filled(rect, 4, c.raised);
            return (c.accent, c.text);
        }
        (c.quiet, c.text)
    }

    /// Paints words without telling a screen reader: the widget around them does.
    pub fn paint(&self, at: Pos2, text: &str, format: TextFormat, width: f32) -> Rect {
        let galley = self.ui.painter().layout_job(self.theme.job(text, format, width));
        let rect = Rect::from_min_size(at, galley.size());
        self.ui.painter().galley(at, galley, self.theme.colors.text);
        rect
    }

    /// A line to write in. Gives where it stands, and what happened to it.
    pub fn field(&mut self, at: Pos2, width: f32, id: Id, text: &mut String) -> (Rect, Response) {
        self.line_to_write(at, width, TextEdit::singleline(text).id(id).char_limit(60))
    }

    /// The same for a whole sentence, which may take two lines; it stays one paragraph.
    pub fn sentence(&mut self, at: Pos2, width: f32, id: Id, text: &mut String) -> (Rect, Response) {
        self.lines_to_write(at, (width, 2), TextEdit::multiline(text).return_key(None).id(id).char_limit(MOST_SAID))
    }

    /// The same for what nobody beside should read.
    pub fn secret(&mut self, at: Pos2, width: f32, id: Id, text: &mut String) -> (Rect, Response) {
        self.line_to_write(at, width, TextEdit::singleline(text).id(id).char_limit(12).password(true))
    }

    fn line_to_write(&mut self, at: Pos2, width: f32, edit: TextEdit) -> (Rect, Response) {
        self.lines_to_write(at, (width, 1), edit)
    }

    fn lines_to_write(&mut self, at: Pos2, (width, lines): (f32, usize), edit: TextEdit) -> (Rect, Response) {
        let c = self.theme.colors;
        let (size, line) = self.theme.size(Style::Body);
        let tall = line * lines as f32;
        let rect = Rect::from_min_size(at, vec2(width, (tall + 16.0).max(44.0)));
        self.ui.painter().rect_filled(rect, 3, c.ground);
        let inner = rect.shrink2(vec2(14.0, (rect.height() - tall) / 2.0));
        let font = FontId { size, ..self.theme.format(Style::Body, REGULAR, c.text).font_id };
        let response = self.ui.put(
            inner,
            edit.font(font).text_color(c.text).frame(Frame::NONE).desired_rows(lines).desired_width(inner.width()),
        );
        let edge = if response.has_focus() { Stroke::new(2.0, c.accent) } else { Stroke::new(1.0, c.edge) };
        self.ui.painter().rect_stroke(rect, 3, edge, StrokeKind::Inside);
        (rect, response)
    }

    /// The one filled button of a screen.
    pub fn button(&mut self, at: Pos2, words: &str) -> Response {
        let c = self.theme.colors;
        let galley = self.ui.painter().layout_job(self.theme.job(
            words,
            self.theme.format(Style::Body, SEMIBOLD, c.on_accent),
            600.0,
        ));
        let rect = Rect::from_min_size(at, galley.size() + vec2(48.0, 20.0));
        let id = self.ui.id().with(("button", words));
        let response = self.area(rect, id, WidgetType::Button, words);
        let shown = if response.hovered() { rect.expand(2.0) } else { rect };
        self.ui.painter().rect_filled(shown, 4, c.accent);
        if response.has_focus() {
            self.ui.painter().rect_stroke(rect.expand(5.0), 6, Stroke::new(2.0, c.text), StrokeKind::Inside);
        }
        self.ui.painter().galley(at + vec2(24.0, 10.0), galley, c.on_accent);
        response
    }

    /// A button among others of the same weight.
    pub fn outlined(&mut self, at: Pos2, words: &str) -> Response {
        let c = self.theme.colors;
        let format = self.theme.format(Style::Body, SEMIBOLD, c.text);
        let galley = self.ui.painter().layout_job(self.theme.job(words, format, 600.0));
        let rect = Rect::from_min_size(at, galley.size() + vec2(48.0, 20.0));
        let response = self.area(rect, self.ui.id().with(("outlined", words)), WidgetType::Button, words);
        let fill = if response.hovered() { c.raised } else { Color32::TRANSPARENT };
        self.ui.painter().rect(rect, 4, fill, Stroke::new(1.0, c.edge), StrokeKind::Inside);
        if response.has_focus() {
            self.ui.painter().rect_stroke(rect.expand(5.0), 6, Stroke::new(2.0, c.accent), StrokeKind::Inside);
        }
        self.ui.painter().galley(at + vec2(24.0, 10.0), galley, c.text);
        response
    }

    /// Words that do something.
    pub fn plain(&mut self, at: Pos2, words: &str) -> Response {
        self.plain_named(at, words, words)
    }

    /// Words that stand more than once on a screen: a screen reader tells them apart by `name`.
    pub fn plain_named(&mut self, at: Pos2, words: &str, name: &str) -> Response {
        let (response, rect) = self.words(at, words, name, false);
        if response.hovered() {
            self.underline(rect, self.theme.colors.edge);
        }
        response
    }

    /// One of several, or something that can be on: the accent underlines it, and a screen reader is told.
    pub fn tab(&mut self, at: Pos2, words: &str, name: &str, chosen: bool) -> Response {
        let (response, rect) = self.words(at, words, name, chosen);
        response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, chosen, name));
        if chosen || response.hovered() {
            let c = self.theme.colors;
            self.underline(rect, if chosen { c.accent } else { c.edge });
        }
        response
    }

    fn underline(&self, rect: Rect, color: Color32) {
        let y = rect.bottom() + 4.0;
        self.ui.painter().line_segment([pos2(rect.left(), y), pos2(rect.right(), y)], Stroke::new(2.0, color));
    }

    fn words(&mut self, at: Pos2, words: &str, name: &str, chosen: bool) -> (Response, Rect) {
        let c = self.theme.colors;
        let weight = if chosen { SEMIBOLD } else { MEDIUM };
        let color = if chosen { c.text } else { c.soft };
        let galley =
            self.ui.painter().layout_job(self.theme.job(words, self.theme.format(Style::Body, weight, color), 900.0));
        let rect = Rect::from_min_size(at, galley.size());
        // not by place: scrolled into view, it must still be the one that has the focus
        let id = self.ui.id().with(("plain", name));
        let target = rect.expand2(vec2(4.0, ((44.0 - rect.height()) / 2.0).max(2.0)));
        let response = self.area(target, id, WidgetType::Button, name);
        self.ui.painter().galley(at, galley, color);
        if response.has_focus() {
            let stroke = Stroke::new(2.0, c.accent);
            self.ui.painter().rect_stroke(rect.expand(6.0), 4, stroke, StrokeKind::Inside);
        }
        (response, rect)
    }

    /// Two keys move what does not fit, as the wheel does; for parts in which nothing can be focused.
    pub fn scroll_with(&self, up: Key, down: Key) {
        let (up, down) = self.ui.input(|i| (i.key_pressed(up), i.key_pressed(down)));
        let step = self.ui.clip_rect().height() * 0.7;
        if up || down {
            self.ui.scroll_with_delta(vec2(0.0, if up { step } else { -step }));
        }
    }

    /// Keys and what they do, in one quiet line.
    pub fn keys(&mut self, at: Pos2, width: f32, keys: &[(&str, &str)]) -> Rect {
        let c = self.theme.colors;
        let mut job = LayoutJob::default();
        job.wrap.max_width = width;
        for (key, does) in keys {
            job.append(
                key,
                if job.text.is_empty() { 0.0 } else { 20.0 },
                self.theme.format(Style::Label, SEMIBOLD, c.soft),
            );
            job.append(&format!(" {does}"), 0.0, self.theme.format(Style::Label, MEDIUM, c.quiet));
        }
        self.put(at, job)
    }

    /// The same, each with something that a click on it does.
    pub fn live_keys<T: Copy>(&mut self, at: Pos2, width: f32, keys: &[(&str, &str, Option<T>)]) -> Option<T> {
        let c = self.theme.colors;
        let (mut x, mut y, mut asked) = (at.x, at.y, None);
        for (key, does, command) in keys {
            let mut job = LayoutJob::default();
            job.append(key, 0.0, self.theme.format(Style::Label, SEMIBOLD, c.soft));
            job.append(&format!(" {does}"), 0.0, self.theme.format(Style::Label, MEDIUM, c.quiet));
            let size = self.ui.painter().layout_job(job.clone()).size();
            if x > at.x && x + size.x > at.x + width {
                (x, y) = (at.x, y + size.y + 4.0);
            }
            let rect = Rect::from_min_size(pos2(x, y), size);
            x = rect.right() + 20.0;
            let Some(command) = command else {
                self.put(rect.min, job);
                continue;
            };
            let target = rect.expand2(vec2(8.0, ((32.0 - rect.height()) / 2.0).max(2.0)));
            let id = self.ui.id().with(("key", *key));
            let response = self.named(target, id, WidgetType::Button, &format!("{does} ({key})"));
            let galley = self.ui.painter().layout_job(job);
            self.ui.painter().galley(rect.min, galley, c.quiet);
            if response.hovered() {
                self.underline(rect.translate(vec2(0.0, -3.0)), c.edge);
            }
            if response.has_focus() {
                let stroke = Stroke::new(2.0, c.accent);
                self.ui.painter().rect_stroke(rect.expand(4.0), 4, stroke, StrokeKind::Inside);
            }
            if response.clicked() {
                asked = Some(*command);
            }
        }
        asked
    }
}
