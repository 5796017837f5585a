//! Trust and arousal over the turns; a point opens its turn.

use bevy_egui::egui::{Align2, FontId, Pos2, Rect, Shape, Stroke, WidgetType, pos2, vec2};

use crate::debrief::{Debrief, Kind};
use crate::game::theme::{REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;

/// Draws the chart into `rect`; gives the turn (from 0) that was clicked.
pub(super) fn ui(pen: &mut Pen, rect: Rect, debrief: &Debrief, open: usize) -> Option<usize> {
    let c = pen.theme.colors;
    let count = debrief.course.len();
    if count < 2 {
        return None;
    }
    let plot = Rect::from_min_max(
        rect.min + vec2(88.0, pen.theme.rows(40.0) + 16.0),
        rect.max - vec2(40.0, pen.theme.rows(24.0)),
    );
    let at = |i: usize, value: f64| {
        pos2(
            plot.left() + plot.width() * i as f32 / (count - 1) as f32,
            plot.bottom() - plot.height() * (value as f32 / 100.0),
        )
    };
    let trust: Vec<Pos2> = debrief.course.iter().enumerate().map(|(i, s)| at(i, s.trust)).collect();
    let arousal: Vec<Pos2> = debrief.course.iter().enumerate().map(|(i, s)| at(i, s.arousal)).collect();
    ground(pen, plot, &trust);
    let x = at(open + 1, 0.0).x;
    pen.ui.painter().line_segment([pos2(x, plot.top() - 14.0), pos2(x, plot.bottom())], Stroke::new(2.0, c.accent));
    pen.ui.painter().add(Shape::dashed_line(&trust, Stroke::new(2.0, c.text), 7.0, 5.0));
    pen.ui.painter().add(Shape::line(arousal.clone(), Stroke::new(2.5, c.text)));
    for (p, q) in trust.iter().zip(&arousal) {
        diamond(pen, *p);
        pen.ui.painter().circle(*q, 4.5, c.text, Stroke::new(1.0, c.ground));
    }
    names(pen, rect, plot);
    marks(pen, &arousal, debrief);
    numbers(pen, plot, rect.right(), count, open)
}

fn ground(pen: &Pen, plot: Rect, trust: &[Pos2]) {
    let c = &pen.theme.colors;
    for pair in trust.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        let points = vec![a, b, pos2(b.x, plot.bottom()), pos2(a.x, plot.bottom())];
        pen.ui.painter().add(Shape::convex_polygon(points, c.raised, Stroke::new(0.5, c.raised)));
    }
    pen.ui.painter().line_segment([plot.left_bottom(), plot.right_bottom()], Stroke::new(1.0, c.rule));
}

fn diamond(pen: &Pen, at: Pos2) {
    let c = &pen.theme.colors;
    let points = vec![at + vec2(0.0, -5.0), at + vec2(5.0, 0.0), at + vec2(0.0, 5.0), at + vec2(-5.0, 0.0)];
    pen.ui.painter().add(Shape::convex_polygon(points, c.text, Stroke::new(1.0, c.ground)));
}

/// What the two lines are, above them, and the ends of the scale.
fn names(pen: &mut Pen, rect: Rect, plot: Rect) {
    let c = pen.theme.colors;
    pen.text(pos2(rect.left(), plot.top() - 10.0), 80.0, "high", Style::Label, REGULAR, c.quiet);
    pen.text(pos2(rect.left(), plot.bottom() - pen.theme.rows(20.0)), 80.0, "low", Style::Label, REGULAR, c.quiet);
    let middle = rect.top() + pen.theme.rows(10.0);
    let mut x = plot.left();
    pen.ui.painter().circle(pos2(x, middle), 4.5, c.text, Stroke::new(1.0, c.ground));
    x = pen.text(pos2(x + 12.0, rect.top()), 400.0, "how stirred up", Style::Label, SEMIBOLD, c.text).right() + 32.0;
    diamond(pen, pos2(x, middle));
    pen.text(pos2(x + 12.0, rect.top()), 400.0, "how far you are trusted", Style::Label, SEMIBOLD, c.text);
}

fn marks(pen: &Pen, arousal: &[Pos2], debrief: &Debrief) {
    let c = &pen.theme.colors;
    let (size, _) = pen.theme.size(Style::Label);
    for point in &debrief.points {
        let Some(at) = arousal.get(point.turn + 1) else { continue };
        let word = match point.kind {
            Kind::Best => "best",
            Kind::Costliest => "costliest",
            Kind::Missed => "missed",
        };
        pen.ui.painter().text(*at - vec2(0.0, 8.0), Align2::CENTER_BOTTOM, word, FontId::proportional(size), c.text);
    }
}

fn numbers(pen: &mut Pen, plot: Rect, right: f32, count: usize, open: usize) -> Option<usize> {
    let c = pen.theme.colors;
    let (size, _) = pen.theme.size(Style::Label);
    let step = plot.width() / (count - 1) as f32;
    let mut clicked = None;
    for i in 1..count {
        let x = plot.left() + step * i as f32;
        let here = open + 1 == i;
        let color = if here { c.accent } else { c.quiet };
        pen.ui.painter().text(pos2(x, plot.bottom() + 6.0), Align2::CENTER_TOP, i, FontId::proportional(size), color);
        let area = Rect::from_min_max(
            pos2(x - step / 2.0, plot.top()),
            pos2((x + step / 2.0).min(right), plot.bottom() + 22.0),
        );
        let id = pen.ui.id().with(("point", i));
        let response = pen.ui.interact(area, id, bevy_egui::egui::Sense::CLICK);
        response.widget_info(|| bevy_egui::egui::WidgetInfo::labeled(WidgetType::Button, true, format!("Turn {i}")));
        if response.clicked() {
            clicked = Some(i - 1);
        }
    }
    clicked
}
