//! What has grown, what has not, and what to practice next. No total, no comparison with others, no streak.

use bevy_egui::egui::{
    Align2, Id, Key, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};
use egui_plot::{FilledArea, HLine, Line, LineStyle, Plot, PlotBounds, PlotPoint, PlotPoints};

use crate::game::theme::{LIGHT, Layout, MEDIUM, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::{Pen, mark};
use crate::model::Dimension;

/// Everything on the screen, in words and numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgressView {
    /// "Elena, nine conversations since 4 September".
    pub who: String,
    pub sentence: String,
    pub rows: Vec<RowView>,
    /// The first and the last day of the chart.
    pub days: (String, String),
    pub next: Vec<NextView>,
    pub see_saw: Option<SeeSawView>,
    /// What was done for the first time lately, and what is due, a sentence each.
    pub lately: Vec<String>,
}

/// One dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    pub dimension: Dimension,
    pub verdict: &'static str,
    /// It says that something has changed.
    pub changed: bool,
    pub points: Vec<PointView>,
}

/// One conversation, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PointView {
    /// A first time; hollow where it was played again.
    pub first: bool,
    pub score: f64,
    /// The line and its band so far.
    pub so_far: Option<[f64; 3]>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NextView {
    pub title: String,
    pub reason: String,
    /// There is a conversation for it.
    pub playable: bool,
}

/// -1 too hard to 1 too soft.
#[derive(Clone, Debug, PartialEq)]
pub struct SeeSawView {
    pub balance: f64,
    pub low: f64,
    pub high: f64,
    pub words: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgressCommand {
    Practice,
    Save,
    /// A call on shift was hard.
    HardCall,
    Back,
}

/// What picking at random gets.
const CHANCE: f64 = 35.0;

pub fn progress_ui(ui: &mut Ui, theme: &Theme, view: &ProgressView) -> Option<ProgressCommand> {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, theme.colors.ground);
    let margin = theme.margin(rect.width());
    let foot = theme.rows(22.0) + 24.0;
    let area = Rect::from_min_max(
        pos2(rect.left() + margin, rect.top() + 36.0),
        pos2(rect.right() - margin * 0.7, rect.bottom() - foot),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    let width = area.width() - margin * 0.3;
    let wide = theme.layout(rect.width()) == Layout::Page;
    let asked = ScrollArea::vertical().id_salt("progress").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let asked = body(&mut pen, width, wide, view);
        pen.scroll_with(Key::PageUp, Key::PageDown);
        asked
    });
    let mut pen = Pen { ui, theme };
    pen.rule(pos2(rect.left(), rect.bottom() - foot + 4.0), rect.width());
    let keys = [
        ("Enter", "practice this", view.next.first().filter(|n| n.playable).map(|_| ProgressCommand::Practice)),
        ("P", "print or save", Some(ProgressCommand::Save)),
        ("H", "after a hard call", Some(ProgressCommand::HardCall)),
        ("Esc", "back", Some(ProgressCommand::Back)),
    ];
    let clicked =
        pen.live_keys(pos2(rect.left() + margin, rect.bottom() - foot + 14.0), rect.width() - 2.0 * margin, &keys);
    asked.inner.or(clicked).or_else(|| pressed(ui, view))
}

fn pressed(ui: &Ui, view: &ProgressView) -> Option<ProgressCommand> {
    let focused = ui.memory(|m| m.focused().is_some());
    ui.input(|i| {
        let practice = !focused && i.key_pressed(Key::Enter) && view.next.first().is_some_and(|n| n.playable);
        let asked = [
            i.key_pressed(Key::Escape).then_some(ProgressCommand::Back),
            i.key_pressed(Key::P).then_some(ProgressCommand::Save),
            i.key_pressed(Key::H).then_some(ProgressCommand::HardCall),
            practice.then_some(ProgressCommand::Practice),
        ];
        asked.into_iter().flatten().next()
    })
}

fn body(pen: &mut Pen, width: f32, wide: bool, view: &ProgressView) -> Option<ProgressCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let who = pen.text(start, width, &view.who, Style::Note, REGULAR, c.soft);
    // a sentence of two lines is set smaller: what to practice must not slip below the edge
    let style = if view.sentence.chars().count() > 55 { Style::Part } else { Style::Heading };
    let head = pen.text(pos2(start.x - 1.0, who.bottom() + 6.0), width, &view.sentence, style, LIGHT, c.text);
    let rule = head.bottom() + 16.0;
    pen.rule(pos2(start.x, rule), width);
    let top = rule + 20.0;
    let left_width = if wide { width * 0.60 } else { width };
    let left = rows_ui(pen, pos2(start.x, top), left_width, view);
    let (at, right_width) = if wide {
        (pos2(start.x + left_width + 64.0, top), width - left_width - 64.0)
    } else {
        (pos2(start.x, left + 28.0), width)
    };
    let (asked, right) = next_ui(pen, at, right_width, view);
    pen.ui.allocate_space(vec2(width, left.max(right) - start.y + 12.0));
    asked
}

fn rows_ui(pen: &mut Pen, at: Pos2, width: f32, view: &ProgressView) -> f32 {
    let c = pen.theme.colors;
    let name = (pen.theme.rows(218.0)).min(width * 0.36);
    let height = 86.0;
    let mut y = at.y;
    for row in &view.rows {
        let rect = Rect::from_min_size(pos2(at.x, y), vec2(width, height));
        row_ui(pen, rect, name, row);
        y += height + 10.0;
    }
    if view.rows.iter().any(|row| !row.points.is_empty()) {
        let format = pen.theme.format(Style::Label, REGULAR, c.soft);
        pen.paint(pos2(at.x + name, y), &view.days.0, format.clone(), width);
        let last = pen.ui.painter().layout_job(pen.theme.job(&view.days.1, format, width));
        y += last.size().y + 12.0;
        pen.ui.painter().galley(pos2(at.x + width - last.size().x, y - last.size().y - 12.0), last, c.soft);
    }
    let legend = "Filled: first time played. Hollow: played again, or coached. Band: where the true mark may lie. Dotted: \
                  picking at random.";
    pen.text(pos2(at.x, y + 4.0), width, legend, Style::Label, REGULAR, c.quiet).bottom()
}

fn row_ui(pen: &mut Pen, rect: Rect, name: f32, row: &RowView) {
    let c = pen.theme.colors;
    pen.mark(row.dimension, rect.min + vec2(10.0, pen.theme.rows(18.0)), 18.0);
    let title = pen.text(
        rect.min + vec2(32.0, pen.theme.rows(5.0)),
        name - 40.0,
        row.dimension.name(),
        Style::Body,
        MEDIUM,
        c.text,
    );
    let (weight, color) = if row.changed { (SEMIBOLD, c.text) } else { (REGULAR, c.soft) };
    pen.text(pos2(title.left(), title.bottom()), name - 40.0, row.verdict, Style::Note, weight, color);
    let chart = Rect::from_min_max(pos2(rect.left() + name, rect.top()), rect.max);
    if row.points.is_empty() {
        let format = pen.theme.format(Style::Note, REGULAR, c.quiet);
        pen.paint(
            chart.left_center() - vec2(0.0, 10.0),
            "no conversation with enough chances yet",
            format,
            chart.width(),
        );
        return;
    }
    chart_ui(pen, chart, row);
    let response = pen.ui.interact(chart, pen.ui.id().with(("chart", row.dimension as u8)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, spoken(row)));
}

/// The chart for whoever hears it.
fn spoken(row: &RowView) -> String {
    let scores: Vec<String> = row.points.iter().map(|p| format!("{:.0}", p.score)).collect();
    format!("{}, {}. From the first on: {}.", row.dimension.name(), row.verdict, scores.join(", "))
}

fn chart_ui(pen: &mut Pen, rect: Rect, row: &RowView) {
    let c = pen.theme.colors;
    let color = pen.theme.dimension(row.dimension);
    let id = Id::new(("progress", row.dimension as u8));
    let last = (row.points.len() - 1).max(1) as f64;
    let line: Vec<(f64, [f64; 3])> =
        row.points.iter().enumerate().filter_map(|(i, p)| Some((i as f64, p.so_far?))).collect();
    let mut ui = pen.ui.new_child(UiBuilder::new().max_rect(rect));
    let plot = Plot::new(id)
        .width(rect.width())
        .height(rect.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .sense(Sense::hover());
    let shown = plot.show(&mut ui, |plot| {
        plot.set_plot_bounds(PlotBounds::from_min_max([-0.12 * last.min(3.0), -4.0], [last * 1.02 + 0.1, 104.0]));
        plot.hline(HLine::new("chance", CHANCE).color(c.quiet).width(1.0).style(LineStyle::dotted_dense()));
        let xs: Vec<f64> = line.iter().map(|(x, _)| *x).collect();
        let side = |k: usize| line.iter().map(|(_, p)| p[k]).collect::<Vec<f64>>();
        if xs.len() > 1 {
            plot.add(FilledArea::new("band", &xs, &side(1), &side(2)).fill_color(color.gamma_multiply(0.22)));
        }
        for k in [1, 2] {
            let edge: PlotPoints = xs.iter().zip(side(k)).map(|(x, y)| [*x, y]).collect();
            plot.line(Line::new("edge", edge).color(color.gamma_multiply(0.7)).width(1.0));
        }
        let middle: PlotPoints = xs.iter().zip(side(0)).map(|(x, y)| [*x, y]).collect();
        plot.line(Line::new("so far", middle).color(color).width(2.5));
    });
    for (i, point) in row.points.iter().enumerate() {
        let at = shown.transform.position_from_point(&PlotPoint::new(i as f64, point.score));
        mark(pen.ui, row.dimension, at, 14.0, color, c.ground);
        if !point.first {
            mark(pen.ui, row.dimension, at, 8.0, c.ground, c.ground);
        }
    }
}

fn next_ui(pen: &mut Pen, at: Pos2, width: f32, view: &ProgressView) -> (Option<ProgressCommand>, f32) {
    let c = pen.theme.colors;
    let mut y = at.y;
    let mut asked = None;
    if !view.next.is_empty() {
        y = pen.text(at, width, "Practice next", Style::Part, REGULAR, c.text).bottom() + 8.0;
    }
    for (i, next) in view.next.iter().enumerate() {
        let title = pen.text(pos2(at.x, y), width, &next.title, Style::Body, SEMIBOLD, c.text);
        let reason = pen.text(pos2(at.x, title.bottom()), width, &next.reason, Style::Note, REGULAR, c.soft);
        if i == 0 {
            let bar = [pos2(at.x - 15.0, y), pos2(at.x - 15.0, reason.bottom())];
            pen.ui.painter().line_segment(bar, Stroke::new(3.0, c.accent));
            let area = Rect::from_min_max(pos2(at.x - 18.0, y - 2.0), pos2(at.x + width, reason.bottom() + 2.0));
            if next.playable {
                let words = format!("Practice this: {}", next.title);
                let response = pen.area(area, pen.ui.id().with("practice"), WidgetType::Button, &words);
                if response.has_focus() || response.hovered() {
                    pen.ui.painter().rect_stroke(
                        area.expand(2.0),
                        4,
                        Stroke::new(if response.has_focus() { 2.0 } else { 1.0 }, c.accent),
                        bevy_egui::egui::StrokeKind::Inside,
                    );
                }
                asked = response.clicked().then_some(ProgressCommand::Practice);
            }
        }
        y = reason.bottom() + 14.0;
    }
    if let Some(see_saw) = &view.see_saw {
        pen.rule(pos2(at.x, y), width);
        y = see_saw_ui(pen, pos2(at.x, y + 14.0), width, see_saw) + 14.0;
    }
    for sentence in &view.lately {
        y = pen.text(pos2(at.x, y), width, sentence, Style::Note, REGULAR, c.soft).bottom() + 6.0;
    }
    (asked, y)
}

fn see_saw_ui(pen: &mut Pen, at: Pos2, width: f32, view: &SeeSawView) -> f32 {
    let c = pen.theme.colors;
    let title = pen.text(at, width, "How you hold a line", Style::Note, REGULAR, c.soft);
    let (left, right) = (at.x + 8.0, at.x + width - 8.0);
    let middle = pos2((left + right) / 2.0, title.bottom() + 34.0);
    let reach = (right - left) / 2.0;
    let tilt = view.balance as f32 * 12.0;
    let along = |balance: f64| middle + vec2(balance as f32 * reach, balance as f32 * tilt.abs() * tilt.signum());
    let painter = pen.ui.painter();
    let color = pen.theme.dimension(Dimension::Boundaries);
    let [low, high] = [along(view.low), along(view.high)];
    painter.add(Shape::line_segment([low, high], Stroke::new(16.0, color.gamma_multiply(0.3))));
    painter.line_segment([along(-1.0), along(1.0)], Stroke::new(2.5, c.text));
    let foot = [middle + vec2(0.0, 4.0), middle + vec2(12.0, 22.0), middle + vec2(-12.0, 22.0)];
    painter.add(Shape::convex_polygon(foot.to_vec(), c.edge, Stroke::NONE));
    mark(pen.ui, Dimension::Boundaries, along(view.balance) - vec2(0.0, 2.0), 18.0, color, c.ground);
    let words = |pen: &Pen, x: f32, words: &str, align: Align2| {
        let font = pen.theme.format(Style::Label, REGULAR, c.soft).font_id;
        let place = pos2(x, middle.y + 26.0);
        pen.ui.painter().text(place, align, words, font, c.soft).bottom()
    };
    words(pen, left, "too hard", Align2::LEFT_TOP);
    words(pen, right, "too soft", Align2::RIGHT_TOP);
    let bottom = words(pen, middle.x, "clear", Align2::CENTER_TOP);
    pen.text(pos2(at.x, bottom + 4.0), width, &view.words, Style::Note, REGULAR, c.soft).bottom()
}
