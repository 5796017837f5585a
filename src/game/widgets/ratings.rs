//! The four shapes, a rating on its scale, and the staff of one line.

use bevy_egui::egui::{
    Color32, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2,
};

use super::Pen;
use crate::game::theme::{MEDIUM, SEMIBOLD, Style};
use crate::model::Dimension;

/// Disc, bowl, square, roof: a shape and a color, so that neither stands alone.
pub fn mark(ui: &Ui, dimension: Dimension, at: Pos2, size: f32, color: Color32, edge: Color32) {
    let r = size / 2.0;
    let outline = Stroke::new(1.5, edge);
    let shape = match dimension {
        Dimension::Empathy => Shape::circle_filled(at, r * 0.92, color),
        Dimension::Listening => {
            let arc = (0..=16).map(|i| std::f32::consts::PI * i as f32 / 16.0);
            let points = arc.map(|a| at + vec2(a.cos() * r, a.sin() * r - r * 0.45)).collect();
            Shape::convex_polygon(points, color, outline)
        }
        Dimension::Boundaries => Shape::rect_filled(Rect::from_center_size(at, Vec2::splat(size * 0.8)), 0, color),
        Dimension::Regard => {
            let points = vec![at + vec2(0.0, -r), at + vec2(r * 0.95, r * 0.8), at + vec2(-r * 0.95, r * 0.8)];
            Shape::convex_polygon(points, color, outline)
        }
    };
    ui.painter().add(shape);
}

/// What a rating line shows; all on the scale 1 to 5.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingLine {
    pub dimension: Dimension,
    /// The rating in words, or why there is none.
    pub word: String,
    pub seen: Option<Seen>,
    pub own: Option<f64>,
}

/// What was seen, and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Pen<'_> {
    /// One of the four shapes in a box of `size`, its middle at `at`.
    pub fn mark(&self, dimension: Dimension, at: Pos2, size: f32) {
        mark(self.ui, dimension, at, size, self.theme.dimension(dimension), self.theme.colors.ground);
    }

    /// Name and word, and under them the line from rarely to throughout. Gives the row's rectangle and response.
    pub fn rating(&mut self, at: Pos2, width: f32, line: &RatingLine) -> (Response, f32) {
        let c = self.theme.colors;
        let height = self.theme.rows(30.0) + 46.0;
        let rect = Rect::from_min_size(at, vec2(width, height));
        let id = self.ui.id().with(("rating", line.dimension as usize));
        let response = self.area(rect.expand2(vec2(8.0, -2.0)), id, WidgetType::Button, &spoken(line));
        if response.has_focus() {
            let ring = Stroke::new(2.0, c.accent);
            self.ui.painter().rect_stroke(rect.expand2(vec2(8.0, 0.0)), 4, ring, StrokeKind::Inside);
        } else if response.hovered() {
            self.ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), 4, c.plate);
        }
        self.mark(line.dimension, at + vec2(10.0, self.theme.rows(13.0)), 18.0);
        let name = self.theme.format(Style::Body, MEDIUM, c.text);
        let name = self.paint(at + vec2(32.0, 0.0), line.dimension.name(), name, width * 0.62);
        let word = self.theme.format(Style::Body, SEMIBOLD, c.text);
        let galley = self.ui.painter().layout_job(self.theme.job(&line.word, word, width - 40.0));
        let fits = name.width() + galley.size().x + 48.0 <= width;
        let y = if fits { at.y } else { at.y + self.theme.rows(24.0) };
        self.ui.painter().galley(pos2(at.x + width - galley.size().x, y), galley, c.text);
        let extra = if fits { 0.0 } else { self.theme.rows(24.0) };
        self.scale(pos2(at.x + 10.0, at.y + extra + self.theme.rows(26.0) + 14.0), width - 20.0, line);
        (response, height + extra)
    }

    fn scale(&self, at: Pos2, width: f32, line: &RatingLine) {
        let c = &self.theme.colors;
        let painter = self.ui.painter();
        let x = |v: f64| at.x + width * ((v - 1.0) / 4.0).clamp(0.0, 1.0) as f32;
        let stroke = Stroke::new(1.5, c.edge);
        painter.line_segment([at, pos2(at.x + width, at.y)], stroke);
        for tick in 1..=5 {
            let x = x(f64::from(tick));
            painter.line_segment([pos2(x, at.y - 5.0), pos2(x, at.y + 5.0)], stroke);
        }
        let chance = x(1.0 + 35.0 / 25.0);
        painter.add(Shape::dashed_line(
            &[pos2(chance, at.y - 9.0), pos2(chance, at.y + 12.0)],
            Stroke::new(1.5, c.soft),
            2.0,
            3.0,
        ));
        if let Some(seen) = line.seen {
            let color = self.theme.dimension(line.dimension);
            let band = Rect::from_min_max(pos2(x(seen.low) - 7.0, at.y - 7.0), pos2(x(seen.high) + 7.0, at.y + 7.0));
            painter.rect(band, 7, color.gamma_multiply(0.28), Stroke::new(1.0, color), StrokeKind::Inside);
            self.mark(line.dimension, pos2(x(seen.value), at.y), 19.0);
        }
        if let Some(own) = line.own {
            let x = x(own);
            let points = vec![pos2(x - 7.0, at.y - 20.0), pos2(x + 7.0, at.y - 20.0), pos2(x, at.y - 10.0)];
            painter.add(Shape::convex_polygon(points, c.text, Stroke::NONE));
        }
    }

    /// One line with four shapes on stems: above it helped, below it hurt, a dot where it did neither. 2 is 15 points.
    pub fn staff(&mut self, at: Pos2, evidence: [f64; 4]) {
        let c = self.theme.colors;
        let middle = at.y + 24.0;
        self.ui.painter().line_segment([pos2(at.x, middle), pos2(at.x + 112.0, middle)], Stroke::new(1.5, c.edge));
        for d in Dimension::ALL {
            let value = evidence[d as usize].clamp(-2.0, 2.0) as f32;
            let x = at.x + 14.0 + 28.0 * (d as usize) as f32;
            if value.abs() < 0.2 {
                self.ui.painter().circle_filled(pos2(x, middle), 3.0, c.edge);
                continue;
            }
            let y = middle - value * 7.5 - value.signum() * 4.0;
            self.ui.painter().line_segment([pos2(x, middle), pos2(x, y)], Stroke::new(2.0, self.theme.dimension(d)));
            self.mark(d, pos2(x, y), 13.0);
        }
        let id = self.ui.id().with(("staff", at.y as i32));
        let area = self.ui.interact(Rect::from_min_size(at, vec2(112.0, 48.0)), id, Sense::hover());
        let words = |d: Dimension| format!("{} {:+.1}", d.name(), evidence[d as usize]);
        let spoken = Dimension::ALL.map(words).join(", ");
        area.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &spoken));
        area.on_hover_text(spoken.clone());
    }
}

/// A rating as a screen reader says it.
fn spoken(line: &RatingLine) -> String {
    use crate::debrief::half_step_word;
    let mut words = format!("{}, {}.", line.dimension.name(), line.word);
    if let Some(own) = line.own {
        words += &format!(" You said {}.", half_step_word(own));
    }
    if let Some(seen) = line.seen {
        let (low, high) = (half_step_word(seen.low), half_step_word(seen.high));
        words += &format!(" It may lie between {low} and {high}.");
    }
    words
}
