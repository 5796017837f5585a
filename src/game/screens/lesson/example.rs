//! What the skill is, and one exchange in which it worked; beneath, how far one is.

use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::{Rect, ScrollArea, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2};

use super::{ExampleView, LessonCommand, LessonView, Moment};
use crate::game::screens::talk::SaidView;
use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;
use crate::lesson::Part;

/// Beside the try.
pub(super) fn panel(pen: &mut Pen, rect: Rect, view: &LessonView) -> Option<LessonCommand> {
    let foot = dots_height(pen);
    let above = rect.with_max_y(rect.bottom() - foot - 8.0);
    let mut child = pen.ui.new_child(UiBuilder::new().max_rect(above));
    let theme = pen.theme;
    ScrollArea::vertical().id_salt("panel").auto_shrink(false).show(&mut child, |ui: &mut Ui| {
        told(&mut Pen { ui, theme }, rect.width() - 6.0, view);
    });
    dots(pen, rect.with_min_y(rect.bottom() - foot), view)
}

/// Alone, before the try.
pub(super) fn alone(pen: &mut Pen, width: f32, view: &LessonView) -> Option<LessonCommand> {
    told(pen, width, view);
    let at = pen.ui.cursor().min + vec2(0.0, 20.0);
    let button = pen.button(at, "Try it");
    let foot = Rect::from_min_size(pos2(at.x, button.rect.bottom() + 16.0), vec2(width, dots_height(pen)));
    let asked = dots(pen, foot, view);
    pen.ui.allocate_space(vec2(width, foot.bottom() - pen.ui.cursor().top()));
    button.clicked().then_some(LessonCommand::Read).or(asked)
}

fn told(pen: &mut Pen, width: f32, view: &LessonView) {
    let c = pen.theme.colors;
    let at = pen.ui.cursor().min;
    let over = pen.text(at, width, "First lesson", Style::Note, REGULAR, c.soft);
    let head = pen.text(pos2(at.x - 2.0, over.bottom() + 2.0), width, &view.skill, Style::Heading, LIGHT, c.text);
    let say = pen.text(pos2(at.x, head.bottom() + 8.0), width, &view.say, Style::Body, REGULAR, c.text);
    let mut bottom = say.bottom();
    if let (Some(example), false) = (&view.example, matches!(view.moment, Moment::Over)) {
        bottom = exchange(pen, pos2(at.x, bottom + 28.0), width, example);
    }
    let fading = pen.text(pos2(at.x, bottom + 24.0), width, view.fading, Style::Note, REGULAR, c.soft);
    pen.ui.allocate_space(vec2(width, fading.bottom() - at.y + 4.0));
}

fn exchange(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, example: &ExampleView) -> f32 {
    let c = pen.theme.colors;
    let over = pen.text(at, width, "One that worked", Style::Note, REGULAR, c.soft);
    let said = spoken(pen, pos2(at.x, over.bottom() + 6.0), width, &example.said);
    let line = officer(pen, pos2(at.x, said.bottom() + 8.0), width, example);
    let then = spoken(pen, pos2(at.x, line.bottom() + 8.0), width, &example.then);
    let Some((kept, added)) = &example.legend else { return then.bottom() };
    let mut x = at.x;
    let mut y = then.bottom() + 14.0;
    let mut bottom = y;
    for (words, dotted) in [(kept, false), (added, true)] {
        if words.is_empty() {
            continue;
        }
        let format = pen.theme.format(Style::Note, REGULAR, c.soft);
        let wide = pen.ui.painter().layout_job(pen.theme.job(words, format, width)).size().x;
        if x > at.x && x + wide > at.x + width {
            (x, y) = (at.x, bottom + 10.0);
        }
        let rect = pen.text(pos2(x, y), width, words, Style::Note, REGULAR, c.soft);
        underline(pen, rect, dotted);
        x = rect.right() + 16.0;
        bottom = rect.bottom() + 4.0;
    }
    bottom
}

/// The body in italics, and the words behind it.
pub(super) fn spoken_job(pen: &Pen, width: f32, said: &SaidView) -> LayoutJob {
    let c = pen.theme.colors;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    if !said.who.is_empty() {
        job.append(&format!("{}: ", said.who), 0.0, pen.theme.format(Style::Body, REGULAR, c.soft));
    }
    job.append(&format!("{} ", said.body), 0.0, pen.theme.italic(Style::Body, c.soft));
    if !said.text.is_empty() {
        job.append(&format!("“{}”", said.text), 0.0, pen.theme.format(Style::Body, REGULAR, c.text));
    }
    job
}

pub(in crate::game::screens) fn spoken(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, said: &SaidView) -> Rect {
    let job = spoken_job(pen, width, said);
    pen.put(at, job)
}

/// The officer's line, its parts underlined where they are named below.
fn officer(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, example: &ExampleView) -> Rect {
    let c = pen.theme.colors;
    let format: TextFormat = if example.deed {
        pen.theme.italic(Style::Body, c.text)
    } else {
        pen.theme.format(Style::Body, SEMIBOLD, c.text)
    };
    pen.paint(at, "—", pen.theme.format(Style::Body, SEMIBOLD, c.accent), 60.0);
    let mut job = LayoutJob::default();
    let indent = pen.theme.rows(DASH);
    job.wrap.max_width = width - indent;
    for part in &example.line {
        job.append(part.words(), 0.0, format.clone());
    }
    let rect = pen.put(at + vec2(indent, 0.0), job.clone());
    if example.legend.is_some() {
        let galley = pen.ui.painter().layout_job(job);
        let mut letter = 0;
        for part in &example.line {
            let end = letter + part.words().chars().count();
            let dotted = matches!(part, Part::Added(_));
            if !matches!(part, Part::Plain(_)) {
                for row in rows_of(&galley, letter, end) {
                    underline(pen, row.translate(rect.min.to_vec2()), dotted);
                }
            }
            letter = end;
        }
    }
    rect
}

/// Where the letters of a galley from one to another stand, row by row.
fn rows_of(galley: &bevy_egui::egui::Galley, from: usize, to: usize) -> Vec<Rect> {
    let mut before = 0;
    let mut found = Vec::new();
    for row in &galley.rows {
        let count = row.char_count_including_newline().0;
        let (start, end) = (from.max(before), to.min(before + row.glyphs.len()));
        if start < end {
            let left = row.pos.x + row.glyphs[start - before].pos.x;
            let last = &row.glyphs[end - before - 1];
            let right = row.pos.x + last.pos.x + last.advance_width;
            found.push(Rect::from_min_max(pos2(left, row.rect().top()), pos2(right, row.rect().bottom())));
        }
        before += count;
    }
    found
}

fn underline(pen: &Pen, rect: Rect, dotted: bool) {
    let c = pen.theme.colors;
    let y = rect.bottom() - 1.0;
    let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
    if dotted {
        pen.ui.painter().add(Shape::dashed_line(&ends, Stroke::new(2.0, c.accent), 2.0, 3.0));
    } else {
        pen.ui.painter().line_segment(ends, Stroke::new(2.0, c.text));
    }
}

fn dots_height(pen: &Pen) -> f32 {
    pen.theme.rows(23.0).max(36.0)
}

/// What the officer says stands so far in, behind a dash.
pub(super) const DASH: f32 = 26.0;

const APART: f32 = 34.0;

/// Six dots on a line: filled where the skill is held, amber where one is.
fn dots(pen: &mut Pen, rect: Rect, view: &LessonView) -> Option<LessonCommand> {
    let c = pen.theme.colors;
    let y = rect.center().y;
    let x = |i: usize| rect.left() + 10.0 + APART * i as f32;
    let last = view.drills.len().saturating_sub(1);
    pen.ui.painter().line_segment([pos2(x(0), y), pos2(x(last), y)], Stroke::new(1.5, c.rule));
    let mut asked = None;
    for (i, drill) in view.drills.iter().enumerate() {
        let here = i == view.at;
        let hit = Rect::from_center_size(pos2(x(i), y), vec2(APART - 2.0, 36.0));
        let response = pen.ui.interact(hit, pen.ui.id().with(("drill", i)), Sense::click());
        let held = if drill.held { ", held" } else { "" };
        let name = format!("{}, {} of {}{held}", drill.skill, i + 1, view.drills.len());
        response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, here, &name));
        let painter = pen.ui.painter();
        let (fill, edge) = match (here, drill.held) {
            (true, _) => (c.accent, c.accent),
            (false, true) => (c.text, c.text),
            (false, false) => (c.ground, c.edge),
        };
        painter.circle(pos2(x(i), y), 6.0, fill, Stroke::new(2.0, edge));
        if response.has_focus() || response.hovered() {
            painter.circle_stroke(pos2(x(i), y), 10.0, Stroke::new(2.0, c.accent));
        }
        if response.clicked() {
            asked = Some(LessonCommand::Drill(i));
        }
    }
    let words = format!("{} of {}", ORDINALS.get(view.at).copied().unwrap_or("another"), spelled(view.drills.len()));
    let left = x(last) + 24.0;
    let (_, line) = pen.theme.size(Style::Note);
    pen.text(pos2(left, y - line / 2.0), rect.right() - left, &words, Style::Note, REGULAR, c.soft);
    asked
}

const ORDINALS: [&str; 6] = ["the first", "the second", "the third", "the fourth", "the fifth", "the sixth"];

fn spelled(count: usize) -> String {
    const NUMBERS: [&str; 6] = ["one", "two", "three", "four", "five", "six"];
    count.checked_sub(1).and_then(|i| NUMBERS.get(i)).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}
