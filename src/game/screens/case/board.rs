//! The case as a street with its people: who they are, what happened last, and how far the year has come.

use bevy_egui::egui::{Id, Key, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::game::theme::{DUSK, LIGHT, Layout, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

/// Somebody of the case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CardView {
    pub name: String,
    /// Who they are, and when they were seen last.
    pub role: String,
    pub last: String,
}

/// One visit on the line of the year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StopView {
    pub name: String,
    pub date: String,
    pub stands: Stands,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stands {
    Done,
    Next,
    #[default]
    Later,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CaseView {
    pub head: String,
    pub title: String,
    /// What happened in between, or what the case is about before it begins.
    pub meanwhile: Vec<String>,
    pub people: Vec<CardView>,
    pub stops: Vec<StopView>,
    /// What the button says.
    pub next: String,
    /// The year can be begun anew.
    pub anew: bool,
    /// The notes lie open.
    pub notes: bool,
    /// Promises that are open, as the other has them.
    pub word: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseCommand {
    Next,
    Notes,
    Anew,
    Back,
}

/// What is asked for, and where the street is to be seen.
pub fn case_ui(ui: &mut Ui, theme: &Theme, view: &CaseView, notes: &mut String) -> (Option<CaseCommand>, Rect) {
    let rect = ui.max_rect();
    let wide = theme.layout(rect.width()) == Layout::Page;
    let height = if wide { rect.height() * 0.44 } else { 120.0 };
    let picture = Rect::from_min_size(rect.min, vec2(rect.width(), height));
    ui.painter().rect_filled(rect.with_min_y(picture.bottom()), 0, theme.colors.plate);
    let margin = theme.margin(rect.width());
    title(ui, theme, picture, margin, view);
    let foot = theme.rows(22.0) + 20.0;
    let body = Rect::from_min_max(
        pos2(rect.left() + margin, picture.bottom() + 22.0),
        pos2(rect.right() - margin, rect.bottom() - foot),
    );
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    let asked = ScrollArea::vertical().id_salt("case").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let start = pen.ui.cursor().min;
        let width = body.width() - 14.0;
        let (asked, bottom) = if view.notes {
            notes_ui(&mut pen, start, width, view, notes)
        } else {
            street(&mut pen, start, (width, wide), body.bottom(), view)
        };
        pen.ui.allocate_space(vec2(width, (bottom - start.y).max(1.0)));
        pen.scroll_with(Key::PageUp, Key::PageDown);
        asked
    });
    let mut pen = Pen { ui, theme };
    let keys = [
        ("Enter", "go on", Some(CaseCommand::Next)),
        ("N", "notes", Some(CaseCommand::Notes)),
        ("Esc", "back", Some(CaseCommand::Back)),
    ];
    let clicked =
        pen.live_keys(pos2(rect.left() + margin, rect.bottom() - foot + 6.0), rect.width() - 2.0 * margin, &keys);
    (asked.inner.or(clicked).or_else(|| pressed(ui, view)), picture)
}

/// Words stand on a dark strip of the picture, in dusk's colors.
fn title(ui: &mut Ui, theme: &Theme, picture: Rect, margin: f32, view: &CaseView) {
    let night = Theme { colors: DUSK, ..*theme };
    let mut pen = Pen { ui, theme: &night };
    let left = picture.left() + margin;
    let head = night.format(Style::Note, REGULAR, DUSK.soft);
    let style = if picture.height() < 200.0 { Style::Part } else { Style::Heading };
    let format = night.format(style, LIGHT, DUSK.text);
    let most = picture.width() * 0.62;
    let title = pen.ui.painter().layout_job(night.job(&view.title, format.clone(), most)).size().x;
    let width = title.max(240.0) + 8.0;
    let tall = pen.height(&view.title, format, width) + pen.height(&view.head, head, width) + 30.0;
    let (right, top) = (left + width + 24.0, picture.bottom() - tall);
    let strip = vec![
        pos2(picture.left(), top),
        pos2(right, top - 4.0),
        pos2(right + 34.0, picture.bottom()),
        pos2(picture.left(), picture.bottom()),
    ];
    pen.ui.painter().add(Shape::convex_polygon(strip, DUSK.ground, Stroke::NONE));
    let head = pen.text(pos2(left, top + 12.0), width, &view.head, Style::Note, REGULAR, DUSK.soft);
    pen.text(pos2(left, head.bottom() + 2.0), width, &view.title, style, LIGHT, DUSK.text);
}

fn street(
    pen: &mut Pen,
    start: Pos2,
    (width, wide): (f32, bool),
    bottom: f32,
    view: &CaseView,
) -> (Option<CaseCommand>, f32) {
    let c = pen.theme.colors;
    let mut y = start.y;
    for sentence in &view.meanwhile {
        y = pen.text(pos2(start.x, y), width.min(900.0), sentence, Style::Body, REGULAR, c.soft).bottom() + 8.0;
    }
    y += if view.meanwhile.is_empty() { 0.0 } else { 8.0 };
    let columns = if wide { view.people.len().clamp(1, 4) } else { 1 };
    let each = width / columns as f32;
    let mut lowest = y;
    for (row, cards) in view.people.chunks(columns).enumerate() {
        let top = if row == 0 { y } else { lowest + 14.0 };
        for (i, one) in cards.iter().enumerate() {
            lowest = lowest.max(card(pen, pos2(start.x + each * i as f32, top), each - 32.0, one));
        }
    }
    // the line of the year stands at the foot where there is room for it
    let line = pen.theme.rows(if view.anew { 156.0 } else { 112.0 });
    y = (lowest + 26.0).max(bottom - line);
    let button_width = 300.0 * pen.theme.text.sqrt();
    let stops_width = if wide { width - button_width } else { width };
    let ended = stops(pen, pos2(start.x, y), stops_width, wide, view);
    let at = if wide { pos2(start.x + stops_width + 24.0, y - 6.0) } else { pos2(start.x, ended + 18.0) };
    let button = pen.button(at, &view.next);
    let mut low = ended.max(button.rect.bottom());
    let mut asked = button.clicked().then_some(CaseCommand::Next);
    let notes = pen.plain(pos2(at.x, button.rect.bottom() + 16.0), "Promises and notes");
    low = low.max(notes.rect.bottom());
    asked = asked.or(notes.clicked().then_some(CaseCommand::Notes));
    if view.anew {
        let anew = pen.plain(pos2(at.x, notes.rect.bottom() + 14.0), "Begin the year anew");
        low = low.max(anew.rect.bottom());
        asked = asked.or(anew.clicked().then_some(CaseCommand::Anew));
    }
    (asked, low + 10.0)
}

fn card(pen: &mut Pen, at: Pos2, width: f32, card: &CardView) -> f32 {
    let c = pen.theme.colors;
    let name = pen.text(at, width, &card.name, Style::Body, SEMIBOLD, c.text);
    let role = pen.text(pos2(at.x, name.bottom() - 1.0), width, &card.role, Style::Note, REGULAR, c.quiet);
    pen.text(pos2(at.x, role.bottom() + 5.0), width, &card.last, Style::Note, REGULAR, c.text).bottom()
}

/// A line with a disc for each visit: filled where it is done, the accent where one goes next.
fn stops(pen: &mut Pen, at: Pos2, width: f32, wide: bool, view: &CaseView) -> f32 {
    let c = pen.theme.colors;
    let count = view.stops.len().max(1);
    let each = if wide { width / count as f32 } else { width };
    let row = pen.theme.rows(50.0);
    let place = |i: usize| {
        if wide {
            pos2(at.x + 8.0 + each * i as f32, at.y + 8.0)
        } else {
            pos2(at.x + 8.0, at.y + 8.0 + row * i as f32)
        }
    };
    for i in 1..view.stops.len() {
        let (from, to) = (place(i - 1), place(i));
        let walked = view.stops[i].stands != Stands::Later;
        if walked {
            pen.ui.painter().line_segment([from, to], Stroke::new(2.0, c.text));
        } else {
            pen.ui.painter().add(Shape::dotted_line(&[from, to], c.edge, 7.0, 1.2));
        }
    }
    let mut low = at.y;
    for (i, stop) in view.stops.iter().enumerate() {
        let disc = place(i);
        let (color, weight) = match stop.stands {
            Stands::Done => (c.text, REGULAR),
            Stands::Next => (c.accent, SEMIBOLD),
            Stands::Later => (c.edge, REGULAR),
        };
        match stop.stands {
            Stands::Later => {
                pen.ui.painter().circle(disc, 6.5, c.plate, Stroke::new(1.5, c.edge));
            }
            Stands::Done | Stands::Next => {
                pen.ui.painter().circle_filled(disc, 8.0, color);
            }
        }
        let words = if wide { pos2(disc.x - 8.0, disc.y + 14.0) } else { pos2(disc.x + 22.0, disc.y - 13.0) };
        let ink = if stop.stands == Stands::Later { c.quiet } else { c.text };
        let name = pen.text(words, each - 14.0, &stop.name, Style::Note, weight, ink);
        let date =
            pen.text(pos2(words.x, name.bottom() - 3.0), each - 14.0, &stop.date, Style::Label, REGULAR, c.quiet);
        low = low.max(date.bottom());
    }
    low
}

/// Words given, and a field for one's own.
fn notes_ui(pen: &mut Pen, start: Pos2, width: f32, view: &CaseView, notes: &mut String) -> (Option<CaseCommand>, f32) {
    let c = pen.theme.colors;
    let width = width.min(820.0);
    let mut y = pen.text(start, width, "They have your word", Style::Note, REGULAR, c.soft).bottom() + 2.0;
    let none = ["Nothing is promised that is still open.".to_owned()];
    let words: &[String] = if view.word.is_empty() { &none } else { &view.word };
    for word in words {
        y = pen.text(pos2(start.x, y), width, word, Style::Body, REGULAR, c.text).bottom() + 4.0;
    }
    y = pen.text(pos2(start.x, y + 14.0), width, "Notes to yourself", Style::Note, REGULAR, c.soft).bottom() + 6.0;
    let (size, line) = pen.theme.size(Style::Body);
    let rect = Rect::from_min_size(pos2(start.x, y), vec2(width, line * 6.0 + 16.0));
    pen.ui.painter().rect_filled(rect, 3, c.ground);
    let font = bevy_egui::egui::FontId { size, ..pen.theme.format(Style::Body, REGULAR, c.text).font_id };
    let edit = bevy_egui::egui::TextEdit::multiline(notes)
        .id(Id::new("notes of the case"))
        .char_limit(2000)
        .font(font)
        .text_color(c.text)
        .frame(bevy_egui::egui::Frame::NONE)
        .desired_width(width - 28.0);
    let response = pen.ui.put(rect.shrink2(vec2(14.0, 8.0)), edit);
    let edge = if response.has_focus() { Stroke::new(2.0, c.accent) } else { Stroke::new(1.0, c.edge) };
    pen.ui.painter().rect_stroke(rect, 3, edge, bevy_egui::egui::StrokeKind::Inside);
    let button = pen.button(pos2(start.x, rect.bottom() + 14.0), "Keep them");
    (button.clicked().then_some(CaseCommand::Notes), button.rect.bottom() + 8.0)
}

fn pressed(ui: &Ui, view: &CaseView) -> Option<CaseCommand> {
    let focus = ui.memory(|m| m.focused());
    let writing = focus == Some(Id::new("notes of the case"));
    ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            return Some(if view.notes { CaseCommand::Notes } else { CaseCommand::Back });
        }
        if i.key_pressed(Key::N) && !writing {
            return Some(CaseCommand::Notes);
        }
        (i.key_pressed(Key::Enter) && focus.is_none() && !view.notes).then_some(CaseCommand::Next)
    })
}
