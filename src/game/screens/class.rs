//! A class that had one conversation: where it divided, what each line drew, and what to ask the room. Nobody is named.

use bevy_egui::egui::{
    Align2, Color32, FontId, Key, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, WidgetInfo, WidgetType, pos2,
    vec2,
};

use super::lesson::{spoken, yours_line};
use super::talk::{LineView, SaidView};
use crate::game::theme::{LIGHT, Layout, MEDIUM, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

/// A place of the conversation, as a bar of its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct SceneView {
    /// As in the printed script.
    pub number: usize,
    pub said: SaidView,
    /// Those that somebody chose, the most chosen first.
    pub lines: Vec<DrawnView>,
}

/// A line, and what it drew.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnView {
    pub line: LineView,
    pub chosen: usize,
    /// Sentences; empty among fewer than five.
    pub drew: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClassView {
    pub title: String,
    /// How many, and when.
    pub who: String,
    pub headline: String,
    /// In the order of the conversation.
    pub scenes: Vec<SceneView>,
    pub chosen: usize,
    /// Over the question: "To ask the room", or why it turns here.
    pub asking: &'static str,
    pub question: String,
    /// Which conversation, and of how many that a class has had.
    pub place: (usize, usize),
    /// What is left out, and how the numbers are meant.
    pub small: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassCommand {
    Scene(usize),
    /// The conversation before, or after.
    Before,
    After,
    Save,
    Back,
}

pub fn class_ui(ui: &mut Ui, theme: &Theme, view: &ClassView) -> Option<ClassCommand> {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, theme.colors.ground);
    let margin = theme.margin(rect.width());
    let (left, right) = (rect.left() + margin, rect.right() - margin);
    let mut pen = Pen { ui, theme };
    let top = head(&mut pen, pos2(left, rect.top() + 32.0), right - left, view);
    let foot = theme.rows(34.0) + 20.0;
    let body = Rect::from_min_max(pos2(left, top), pos2(right, rect.bottom() - foot));
    let asked = match theme.layout(rect.width()) {
        _ if view.scenes.is_empty() => {
            let c = theme.colors;
            pen.text(body.min, body.width().min(760.0), &view.question, Style::Voice, LIGHT, c.text);
            None
        }
        Layout::Page => {
            let middle = body.left() + body.width() * 0.42;
            let bars = scrolled(pen.ui, theme, body.with_max_x(middle), "bars", |pen, width| bars(pen, width, view));
            scrolled(pen.ui, theme, body.with_min_x(middle + 68.0), "lines", |pen, width| lines(pen, width, view));
            bars
        }
        Layout::Column => scrolled(pen.ui, theme, body, "all", |pen, width| {
            let asked = bars(pen, width, view);
            pen.ui.add_space(24.0);
            lines(pen, width, view);
            asked
        }),
    };
    let mut keys = vec![("Esc", "back", Some(ClassCommand::Back))];
    if !view.scenes.is_empty() {
        keys.insert(0, ("P", "print or save", Some(ClassCommand::Save)));
    }
    if view.place.1 > 1 {
        keys.insert(0, ("Left, Right", "another conversation", Some(ClassCommand::After)));
    }
    if view.scenes.len() > 1 {
        keys.insert(0, ("Up, Down", "another scene", None));
    }
    let mut pen = Pen { ui, theme };
    let clicked = pen.live_keys(pos2(left, rect.bottom() - foot + 14.0), right - left, &keys);
    asked.or(clicked).or_else(|| pressed(ui, view))
}

fn head(pen: &mut Pen, at: Pos2, width: f32, view: &ClassView) -> f32 {
    let c = pen.theme.colors;
    let over = format!("{}. {}", view.title, view.who);
    let over = pen.text(at, width, &over, Style::Note, REGULAR, c.soft);
    pen.rule(pos2(at.x, over.bottom() + 8.0), width);
    let head = pos2(at.x - 2.0, over.bottom() + 18.0);
    pen.text(head, width, &view.headline, Style::Heading, LIGHT, c.text).bottom() + 18.0
}

fn scrolled<T>(ui: &mut Ui, theme: &Theme, area: Rect, id: &str, add: impl FnOnce(&mut Pen, f32) -> T) -> T {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .show(&mut child, |ui| {
            let mut pen = Pen { ui, theme };
            let done = add(&mut pen, area.width() - 14.0);
            pen.scroll_with(Key::PageUp, Key::PageDown);
            done
        })
        .inner
}

/// How far the cut between two parts leans, and how wide it is.
const SLANT: f32 = 5.0;
const GAP: f32 = 4.0;
/// A part keeps its number from this width on.
const FOR_NUMBER: f32 = 26.0;

/// One bar a scene, and beneath them how they are read and meant.
fn bars(pen: &mut Pen, width: f32, view: &ClassView) -> Option<ClassCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let row = pen.theme.rows(31.0).min(46.0);
    let number = pen.theme.rows(40.0);
    let mut asked = None;
    for (i, scene) in view.scenes.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(start.x, start.y + row * i as f32), vec2(width, row));
        let parts: Vec<String> = scene.lines.iter().map(|line| line.chosen.to_string()).collect();
        let name = format!("Scene {}, {}", scene.number, parts.join(", "));
        let here = i == view.chosen;
        let response = pen.area(rect, pen.ui.id().with(("scene", i)), WidgetType::Button, &name);
        response.widget_info(|| WidgetInfo::selected(WidgetType::SelectableLabel, true, here, &name));
        let bright = here || response.hovered() || response.has_focus();
        let weight = if here { SEMIBOLD } else { REGULAR };
        let format = pen.theme.format(Style::Note, weight, if here { c.accent } else { c.soft });
        let (_, line) = pen.theme.size(Style::Note);
        pen.paint(pos2(rect.left() + 8.0, rect.center().y - line / 2.0), &scene.number.to_string(), format, number);
        if here {
            let x = rect.left();
            pen.ui.painter().vline(x, rect.shrink(4.0).y_range(), Stroke::new(3.0, c.accent));
        }
        bar(pen, rect.with_min_x(rect.left() + number + 8.0).shrink2(vec2(0.0, 5.5)), scene, bright);
        if response.clicked() {
            asked = Some(ClassCommand::Scene(i));
        }
    }
    let mut y = start.y + row * view.scenes.len() as f32 + 14.0;
    let how = "One bar a scene: how many chose which line. The more even its parts, the more there is to talk about.";
    y = pen.text(pos2(start.x, y), width, how, Style::Note, REGULAR, c.soft).bottom() + 14.0;
    y = pen.text(pos2(start.x, y), width, &view.small, Style::Label, REGULAR, c.quiet).bottom() + 4.0;
    pen.ui.allocate_space(vec2(width, y - start.y));
    asked
}

fn bar(pen: &Pen, rect: Rect, scene: &SceneView, bright: bool) {
    let c = pen.theme.colors;
    let all: usize = scene.lines.iter().map(|line| line.chosen).sum();
    let room = rect.width() - SLANT - GAP * scene.lines.len().saturating_sub(1) as f32;
    let mut x = rect.left();
    for line in &scene.lines {
        let width = room * line.chosen as f32 / all.max(1) as f32;
        let (from, to) = (x, x + width);
        let corners = vec![
            pos2(from + SLANT, rect.top()),
            pos2(to + SLANT, rect.top()),
            pos2(to, rect.bottom()),
            pos2(from, rect.bottom()),
        ];
        let fill: Color32 = if bright { c.text } else { c.edge };
        pen.ui.painter().add(Shape::convex_polygon(corners, fill, Stroke::NONE));
        if bright && width >= FOR_NUMBER {
            let at = pos2(f32::midpoint(from, to) + SLANT / 2.0, rect.center().y);
            let font = FontId::proportional(14.0);
            pen.ui.painter().text(at, Align2::CENTER_CENTER, line.chosen, font, c.ground);
        }
        x = to + GAP;
    }
}

/// What was said there, each line with what it drew, and what to ask.
fn lines(pen: &mut Pen, width: f32, view: &ClassView) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let Some(scene) = view.scenes.get(view.chosen) else { return };
    let mut y = spoken(pen, start, width, &scene.said).bottom() + 16.0;
    let all: usize = scene.lines.iter().map(|line| line.chosen).sum();
    for line in &scene.lines {
        y = yours_line(pen, pos2(start.x, y), width, &line.line) + 4.0;
        let left = start.x + pen.theme.rows(26.0);
        let dots = counted(pen, pos2(left, y), width * 0.24, line.chosen, all);
        let told =
            if line.drew.is_empty() { "Fewer than five: not broken down.".to_owned() } else { line.drew.join(" ") };
        let at = pos2(left + width * 0.27, y);
        let told = pen.text(at, width - (at.x - start.x), &told, Style::Note, REGULAR, c.soft);
        y = told.bottom().max(dots) + 16.0;
    }
    y = pen.text(pos2(start.x, y + 12.0), width, view.asking, Style::Note, REGULAR, c.soft).bottom() + 4.0;
    y = pen.text(pos2(start.x, y), width, &view.question, Style::Voice, LIGHT, c.text).bottom() + 8.0;
    pen.ui.allocate_space(vec2(width, y - start.y));
}

/// A class of up to so many is shown as one dot each.
const MOST_DOTS: usize = 24;

fn counted(pen: &mut Pen, at: Pos2, width: f32, count: usize, all: usize) -> f32 {
    let c = pen.theme.colors;
    let (_, line) = pen.theme.size(Style::Note);
    let apart = 15.0;
    if all > MOST_DOTS {
        let words = format!("{count} of {all}");
        return pen.text(at, width, &words, Style::Note, MEDIUM, c.text).bottom();
    }
    let each_row = ((width / apart) as usize).max(1);
    for i in 0..count {
        let (column, row) = ((i % each_row) as f32, (i / each_row) as f32);
        let middle = pos2(at.x + 6.0 + apart * column, at.y + line / 2.0 + apart * row);
        pen.ui.painter().circle_filled(middle, 5.0, c.text);
    }
    let rect = Rect::from_min_size(at, vec2(width, line + apart * ((count.max(1) - 1) / each_row) as f32));
    let id = pen.ui.id().with(("count", at.y as i32));
    let words = format!("{count} of {all}");
    let response = pen.ui.interact(rect, id, bevy_egui::egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &words));
    rect.bottom()
}

fn pressed(ui: &Ui, view: &ClassView) -> Option<ClassCommand> {
    let last = view.scenes.len().saturating_sub(1);
    ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            return Some(ClassCommand::Back);
        }
        if i.key_pressed(Key::P) {
            return Some(ClassCommand::Save);
        }
        if i.key_pressed(Key::ArrowDown) {
            return Some(ClassCommand::Scene((view.chosen + 1).min(last)));
        }
        if i.key_pressed(Key::ArrowUp) {
            return Some(ClassCommand::Scene(view.chosen.saturating_sub(1)));
        }
        let (left, right) = (i.key_pressed(Key::ArrowLeft), i.key_pressed(Key::ArrowRight));
        if left { Some(ClassCommand::Before) } else { right.then_some(ClassCommand::After) }
    })
}
