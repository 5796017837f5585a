//! Who sits down: everybody who has practiced on this machine, and a PIN where they set one.

use bevy_egui::egui::{Id, Key, Rect, Ui, WidgetType, pos2, vec2};

use super::title::gable;
use crate::game::theme::{DUSK, LIGHT, MEDIUM, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

/// Everybody, and who is being asked for their PIN.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoView {
    /// Name, and when they were here last.
    pub people: Vec<(String, String)>,
    /// Whose PIN is asked for, by place.
    pub asked: Option<usize>,
    /// The PIN just typed was another.
    pub wrong: bool,
    /// Somebody is here already, and can be gone back to.
    pub back: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhoCommand {
    Sit(usize),
    Pin(usize, String),
    New,
    /// A file of what everybody here has completed.
    Completions,
    /// How the class chose.
    Class,
    Back,
}

/// More people than this are counted, not shown.
const MOST: usize = 8;

pub fn who_ui(ui: &mut Ui, theme: &Theme, view: &WhoView, pin: &mut String) -> Option<WhoCommand> {
    let rect = ui.max_rect();
    let night = Theme { colors: DUSK, ..*theme };
    let mut pen = Pen { ui, theme: &night };
    let width = gable(rect) - 100.0;
    let left = rect.left() + 72.0;
    let head = pen.text(
        pos2(left - 2.0, rect.top() + 84.0 / theme.text),
        width,
        "Who is here?",
        Style::Heading,
        LIGHT,
        DUSK.text,
    );
    let top = head.bottom() + 24.0 / theme.text;
    let asked = match view.asked {
        Some(person) => pin_ui(&mut pen, rect.with_min_y(top), left, width, (view, person), pin),
        None => people_ui(&mut pen, pos2(left, top), width, rect.bottom() - 60.0, view),
    };
    let (escaped, class) = pen.ui.input(|i| (i.key_pressed(Key::Escape), i.key_pressed(Key::C)));
    let asked = asked.or((class && view.asked.is_none()).then_some(WhoCommand::Class));
    asked.or((escaped && (view.back || view.asked.is_some())).then_some(WhoCommand::Back))
}

fn people_ui(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, bottom: f32, view: &WhoView) -> Option<WhoCommand> {
    let c = pen.theme.colors;
    let row = pen.theme.rows(46.0);
    let room = (((bottom - at.y) / row) as usize).saturating_sub(3).clamp(1, MOST);
    let mut command = None;
    let mut y = at.y;
    for (i, (name, when)) in view.people.iter().take(room).enumerate() {
        let rect = Rect::from_min_size(pos2(at.x - 12.0, y), vec2(width.min(420.0), row - 4.0));
        let id = pen.ui.id().with(("who", i));
        let shown = if name.is_empty() { "no name" } else { name.as_str() };
        let response = pen.area(rect, id, WidgetType::Button, &format!("{shown}, {when}"));
        let (_, words) = pen.row_state(rect, &response);
        let format = pen.theme.format(Style::Body, MEDIUM, words);
        let named = pen.paint(rect.min + vec2(12.0, 1.0), shown, format, rect.width() - 20.0);
        let format = pen.theme.format(Style::Label, REGULAR, c.quiet);
        pen.paint(pos2(rect.left() + 12.0, named.bottom() - 4.0), when, format, rect.width() - 20.0);
        if response.clicked() {
            command = Some(WhoCommand::Sit(i));
        }
        y += row;
    }
    if let Some(more) = view.people.len().checked_sub(room).filter(|more| *more > 0) {
        let words = format!("and {more} more, who were here longer ago");
        y = pen.text(pos2(at.x, y), width, &words, Style::Label, REGULAR, c.quiet).bottom() + 4.0;
    }
    let new = pen.plain(pos2(at.x, y + 12.0), "Somebody new");
    let class = pen.plain(pos2(at.x, bottom - pen.theme.rows(8.0) - pen.theme.rows(29.0).max(48.0)), "The class (C)");
    let csv = pen.plain(pos2(at.x, bottom - pen.theme.rows(8.0)), "Completions for the academy (CSV)");
    let asked = [
        new.clicked().then_some(WhoCommand::New),
        class.clicked().then_some(WhoCommand::Class),
        csv.clicked().then_some(WhoCommand::Completions),
    ];
    asked.into_iter().flatten().next().or(command)
}

fn pin_ui(
    pen: &mut Pen,
    area: Rect,
    left: f32,
    width: f32,
    (view, person): (&WhoView, usize),
    pin: &mut String,
) -> Option<WhoCommand> {
    let c = pen.theme.colors;
    let name = view.people.get(person).map_or("", |p| p.0.as_str());
    let words = if name.is_empty() { "The PIN".to_owned() } else { format!("{name}'s PIN") };
    let label = pen.text(pos2(left, area.top()), width, &words, Style::Note, REGULAR, c.soft);
    let id = Id::new("the pin");
    let (field, typed) = pen.secret(pos2(left, label.bottom() + 6.0), 240.0, id, pin);
    if pen.ui.memory(|m| m.focused().is_none()) {
        typed.request_focus();
    }
    let entered = typed.lost_focus() && pen.ui.input(|i| i.key_pressed(Key::Enter));
    let hint = if view.wrong { "That is another PIN. Try again." } else { "Four to twelve characters." };
    let hint = pen.text(pos2(left, field.bottom() + 6.0), width, hint, Style::Label, REGULAR, c.soft);
    let button = pen.button(pos2(left, hint.bottom() + 20.0), "Sit down");
    let back = pen.plain(pos2(button.rect.right() + 28.0, button.rect.top() + 10.0), "Somebody else");
    if button.clicked() || entered {
        return Some(WhoCommand::Pin(person, pin.clone()));
    }
    back.clicked().then_some(WhoCommand::Back)
}
