//! The neighborhood: who there is to talk to.

use bevy_egui::egui::{
    Align2, FontId, Key, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, WidgetType,
    pos2, vec2,
};

use super::row;
use crate::game::theme::{DUSK, LIGHT, Layout, MEDIUM, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;
use crate::session::Mode;

/// One conversation on the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardRow {
    pub title: String,
    pub people: String,
    pub brief: String,
    pub skills: String,
    pub minutes: u32,
    /// When the trainee was here last; empty where they never were.
    pub last: String,
    /// The id of the place; its light on the street is theirs.
    pub place: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardView {
    pub rows: Vec<BoardRow>,
    pub chosen: usize,
    pub mode: Mode,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardCommand {
    Choose(usize),
    Begin,
    SetMode(Mode),
    Back,
}

/// What is asked for, and where the street is to be seen.
pub fn board_ui(ui: &mut Ui, theme: &Theme, view: &BoardView) -> (Option<BoardCommand>, Rect) {
    let rect = ui.max_rect();
    let picture_height = match theme.layout(rect.width()) {
        Layout::Page => (rect.height() * 0.555).min(500.0),
        Layout::Column => 160.0,
    };
    let picture = Rect::from_min_size(rect.min, vec2(rect.width(), picture_height));
    ui.painter().rect_filled(rect.with_min_y(picture.bottom()), 0, theme.colors.plate);
    let mut pen = Pen { ui, theme };
    let mut command = head(&mut pen, picture, view);
    command = street_lights(&mut pen, view, picture).or(command);
    let margin = theme.margin(rect.width());
    let body = Rect::from_min_max(
        pos2(rect.left() + margin, picture.bottom() + 24.0),
        pos2(rect.right() - margin, rect.bottom() - 12.0),
    );
    command = match theme.layout(rect.width()) {
        Layout::Page => page(&mut pen, body, view),
        Layout::Column => column(&mut pen, body, view),
    }
    .or(command);
    (keys(pen.ui, view).or(command), picture)
}

fn is_strip(picture: Rect) -> bool {
    picture.height() < 200.0
}

/// Words on the night sky are dusk's in every palette.
fn head(pen: &mut Pen, picture: Rect, view: &BoardView) -> Option<BoardCommand> {
    let night = Theme { colors: DUSK, ..*pen.theme };
    let margin = night.margin(picture.width());
    let mut pen = Pen { ui: pen.ui, theme: &night };
    let small = is_strip(picture);
    let left = picture.left() + margin;
    let style = if small { Style::Part } else { Style::Heading };
    let name = pen.text(pos2(left, picture.top() + 28.0), 420.0, "Harbor Street", style, LIGHT, DUSK.text);
    if !small {
        pen.text(
            pos2(left, name.bottom() + 6.0),
            420.0,
            "Every numbered light is someone you can talk to.",
            Style::Note,
            REGULAR,
            DUSK.text,
        );
    }
    let mut command = None;
    let mut x = picture.right() - margin;
    for (mode, words) in [(Mode::Assessment, "Assessment"), (Mode::Practice, "Practice"), (Mode::Coached, "Coached")] {
        let format = night.format(Style::Body, SEMIBOLD, DUSK.text);
        x -= pen.ui.painter().layout_job(night.job(words, format, 400.0)).size().x;
        if pen.tab(pos2(x, picture.top() + 40.0), words, words, view.mode == mode).clicked() {
            command = Some(BoardCommand::SetMode(mode));
        }
        x -= 32.0;
    }
    if !small {
        mode_in_words(&mut pen, pos2(picture.right() - margin, picture.top() + 79.0), view.mode);
    }
    command
}

/// What the chosen mode means, under the tabs.
fn mode_in_words(pen: &mut Pen, right_top: Pos2, mode: Mode) {
    let words = match mode {
        Mode::Coached => "A note of one line after each turn; any turn again.",
        Mode::Practice => "The notes come afterwards; any turn again.",
        Mode::Assessment => "No turn is played again; the seed stands with the result.",
    };
    let job = pen.theme.job(words, pen.theme.format(Style::Note, REGULAR, DUSK.text), 600.0);
    let width = pen.ui.painter().layout_job(job.clone()).size().x;
    pen.put(pos2(right_top.x - width, right_top.y), job);
}

/// Where the picture is only a strip, the list below is all there is to choose from.
fn street_lights(pen: &mut Pen, view: &BoardView, picture: Rect) -> Option<BoardCommand> {
    if is_strip(picture) {
        return None;
    }
    let mut command = None;
    for (i, row) in view.rows.iter().enumerate() {
        let before = view.rows[..i].iter().filter(|other| other.place == row.place).count();
        let Some(light) = row::light(picture, &row.place, before) else { continue };
        light.paint(&pen.ui.painter().with_clip_rect(picture), view.chosen == i);
        let response = pen.ui.interact(light.pane.intersect(picture), pen.ui.id().with(("light", i)), Sense::CLICK);
        response
            .widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, format!("Light {}, {}", i + 1, row.title)));
        tag(pen, light.tag, i + 1, view.chosen == i || response.hovered());
        if response.clicked() {
            command = Some(if view.chosen == i { BoardCommand::Begin } else { BoardCommand::Choose(i) });
        }
    }
    command
}

fn tag(pen: &Pen, at: Pos2, number: usize, bright: bool) {
    let (fill, ink) = row::Light::tag_colors(bright);
    pen.ui.painter().circle_filled(at, 13.0, fill);
    pen.ui.painter().text(at, Align2::CENTER_CENTER, number, FontId::proportional(14.0), ink);
}

fn page(pen: &mut Pen, body: Rect, view: &BoardView) -> Option<BoardCommand> {
    let left = Rect::from_min_max(body.min, pos2(body.left() + body.width() * 0.54, body.bottom()));
    let right = Rect::from_min_max(pos2(body.left() + body.width() * 0.6, body.top()), body.max);
    let listed = scrolled(pen, left, |pen, area| list(pen, area, COLUMNS, view));
    let foot = pen.theme.rows(28.0) + 26.0;
    scrolled(pen, right.with_max_y(right.bottom() - foot), |pen, area| (None, chosen(pen, area, view)));
    begin(pen, pos2(right.left(), right.bottom() - foot + 6.0), right.width()).or(listed)
}

/// The list stands in so many columns where the page is wide.
const COLUMNS: usize = 2;

/// A part that scrolls where its text is larger than its place. The closure gives what is asked for and where it ends.
fn scrolled(
    pen: &mut Pen,
    area: Rect,
    draw: impl FnOnce(&mut Pen, Rect) -> (Option<BoardCommand>, f32),
) -> Option<BoardCommand> {
    let theme = pen.theme;
    let mut child = pen.ui.new_child(UiBuilder::new().max_rect(area.expand2(vec2(14.0, 4.0))));
    let shown =
        ScrollArea::vertical().id_salt(("board", area.left() as i32)).auto_shrink(false).show(&mut child, |ui| {
            let mut pen = Pen { ui, theme };
            let start = pen.ui.cursor().min + vec2(14.0, 4.0);
            let (asked, bottom) = draw(&mut pen, Rect::from_min_size(start, vec2(area.width() - 14.0, area.height())));
            pen.ui.allocate_space(vec2(area.width(), bottom - start.y + 4.0));
            asked
        });
    shown.inner
}

fn column(pen: &mut Pen, body: Rect, view: &BoardView) -> Option<BoardCommand> {
    scrolled(pen, body, |pen, area| {
        let (listed, bottom) = list(pen, area, 1, view);
        let below = Rect::from_min_max(pos2(area.left(), bottom + 24.0), area.max);
        let end = chosen(pen, below, view);
        let asked = begin(pen, pos2(below.left(), end + 16.0), below.width());
        (asked.or(listed), end + 16.0 + pen.theme.rows(26.0) + 26.0)
    })
}

/// Down the first column, then down the next. Gives where it ends.
fn list(pen: &mut Pen, area: Rect, columns: usize, view: &BoardView) -> (Option<BoardCommand>, f32) {
    let mut command = None;
    let row_height = pen.theme.rows(40.0);
    let rows = view.rows.len().div_ceil(columns).max(1);
    let width = area.width() / columns as f32;
    for (i, row) in view.rows.iter().enumerate() {
        let (column, at) = (i / rows, i % rows);
        let corner = pos2(area.left() + width * column as f32 - 12.0, area.top() + at as f32 * row_height);
        let rect = Rect::from_min_size(corner, vec2(width, row_height - 3.0));
        let id = pen.ui.id().with(("row", i));
        let response = pen.area(rect, id, WidgetType::Button, &format!("{}, {}", row.title, row.people));
        if response.gained_focus() && view.chosen != i {
            command = Some(BoardCommand::Choose(i));
        }
        if response.clicked() {
            command = Some(if view.chosen == i { BoardCommand::Begin } else { BoardCommand::Choose(i) });
        }
        if view.chosen == i && pen.ui.input(|i| i.key_pressed(Key::ArrowDown) || i.key_pressed(Key::ArrowUp)) {
            response.scroll_to_me(None);
        }
        row_ui(pen, rect, i, row, view.chosen == i, &response);
    }
    (command, area.top() + rows as f32 * row_height)
}

fn row_ui(pen: &mut Pen, rect: Rect, i: usize, row: &BoardRow, chosen: bool, response: &bevy_egui::egui::Response) {
    let c = pen.theme.colors;
    if chosen {
        pen.ui.painter().rect(rect, 4, c.wash, Stroke::new(2.0, c.accent), StrokeKind::Inside);
    } else if response.hovered() {
        pen.ui.painter().rect_filled(rect, 4, c.raised);
    }
    let number =
        pen.theme.format(Style::Body, if chosen { SEMIBOLD } else { MEDIUM }, if chosen { c.accent } else { c.quiet });
    let indent = 44.0 * pen.theme.text.sqrt();
    let (_, line) = pen.theme.size(Style::Body);
    let top = (rect.height() - line) / 2.0;
    pen.paint(rect.min + vec2(12.0, top), &(i + 1).to_string(), number, indent);
    let title = pen.theme.format(Style::Body, if chosen { SEMIBOLD } else { REGULAR }, c.text);
    pen.paint(rect.min + vec2(indent, top), &row.title, title, rect.width() - indent - 8.0);
}

/// Gives where it ends.
fn chosen(pen: &mut Pen, area: Rect, view: &BoardView) -> f32 {
    let Some(row) = view.rows.get(view.chosen) else { return area.top() };
    let c = pen.theme.colors;
    let width = area.width();
    let title = pen.text(area.min, width, &row.title, Style::Part, REGULAR, c.text);
    let people = pen.text(pos2(area.left(), title.bottom() + 1.0), width, &row.people, Style::Note, REGULAR, c.quiet);
    let brief = pen.text(pos2(area.left(), people.bottom() + 6.0), width, &row.brief, Style::Body, REGULAR, c.soft);
    let skills = pen.text(pos2(area.left(), brief.bottom() + 12.0), width, &row.skills, Style::Note, REGULAR, c.text);
    let minutes = format!("About {} minutes. {}", row.minutes, row.last);
    pen.text(pos2(area.left(), skills.bottom() + 8.0), width, minutes.trim_end(), Style::Note, REGULAR, c.soft).bottom()
}

/// The button never scrolls away.
fn begin(pen: &mut Pen, at: Pos2, width: f32) -> Option<BoardCommand> {
    let button = pen.button(at, "Begin");
    let keys = [("↑ ↓", "choose"), ("M", "mode"), ("Esc", "back")];
    let keys = keys.map(|(k, does)| if k == "↑ ↓" { ("Up Down", does) } else { (k, does) });
    pen.keys(
        pos2(button.rect.right() + 32.0, button.rect.center().y - 10.0),
        width - button.rect.width() - 32.0,
        &keys,
    );
    button.clicked().then_some(BoardCommand::Begin)
}

fn keys(ui: &Ui, view: &BoardView) -> Option<BoardCommand> {
    let count = view.rows.len();
    let typed = ui.memory(|m| m.focused().is_none());
    ui.input(|i| {
        let at = view.chosen;
        if i.key_pressed(Key::Escape) {
            return Some(BoardCommand::Back);
        }
        if i.key_pressed(Key::M) {
            return Some(BoardCommand::SetMode(match view.mode {
                Mode::Coached => Mode::Practice,
                Mode::Practice => Mode::Assessment,
                Mode::Assessment => Mode::Coached,
            }));
        }
        if i.key_pressed(Key::Enter) && typed {
            return Some(BoardCommand::Begin);
        }
        if i.key_pressed(Key::ArrowDown) || i.key_pressed(Key::ArrowRight) {
            return Some(BoardCommand::Choose((at + 1).min(count.saturating_sub(1))));
        }
        if i.key_pressed(Key::ArrowUp) || i.key_pressed(Key::ArrowLeft) {
            return Some(BoardCommand::Choose(at.saturating_sub(1)));
        }
        const NUMBERS: [Key; 9] =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        NUMBERS.iter().position(|k| i.key_pressed(*k)).filter(|n| *n < count).map(BoardCommand::Choose)
    })
}
