//! What is wrong with the file that its author has open beside the game.

use bevy_egui::egui::{Id, Key, LayerId, Order, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::diagnostic::Severity;
use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;
use crate::lint::Told;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FindingsView {
    /// The file's name.
    pub file: String,
    pub told: Vec<Told>,
    /// The last version that could be played goes on behind this.
    pub broken: bool,
}

/// More than anybody reads at once; the terminal tells them all.
const MOST_SHOWN: usize = 30;

impl FindingsView {
    /// One line about all of it; none where all is well.
    pub fn in_short(&self) -> Option<String> {
        match (self.broken, self.told.len()) {
            (false, 0) => None,
            (false, 1) => Some(format!("{}: one thing to look at.", self.file)),
            (false, count) => Some(format!("{}: {count} things to look at.", self.file)),
            (true, _) => Some(format!("{} cannot be played. This is the last version that could.", self.file)),
        }
    }
}

/// A sheet at the right, over whatever screen is open. True when it is to be put away.
pub fn findings_ui(ui: &mut Ui, theme: &Theme, view: &FindingsView) -> bool {
    let rect = ui.max_rect();
    let width = (560.0 * theme.text.sqrt()).min(rect.width());
    let sheet = Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max);
    let above = LayerId::new(Order::Foreground, Id::new("findings"));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(sheet).layer_id(above));
    let c = theme.colors;
    // so that a click here does not reach a line underneath
    ui.interact(sheet, ui.id().with("sheet"), Sense::CLICK);
    ui.painter().rect_filled(sheet, 0, c.ground);
    ui.painter().line_segment([sheet.left_top(), sheet.left_bottom()], Stroke::new(2.0, c.edge));
    let (left, inner) = (sheet.left() + 36.0, width - 72.0);
    let mut pen = Pen { ui: &mut ui, theme };
    let head = pen.text(pos2(left, sheet.top() + 36.0), inner, &view.file, Style::Heading, LIGHT, c.text);
    let words = match view.broken {
        true => "It cannot be played as it stands. You are in the last version that could, at the same place.",
        false => "It can be played. This is what trainees would notice.",
    };
    let sub = pen.text(pos2(left, head.bottom() + 8.0), inner, words, Style::Note, REGULAR, c.soft);
    let foot = sheet.bottom() - theme.rows(56.0);
    let body = Rect::from_min_max(pos2(left, sub.bottom() + 24.0), pos2(left + inner, foot));
    let mut scrolled = pen.ui.new_child(UiBuilder::new().max_rect(body));
    ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(&mut scrolled, |ui| {
        let mut pen = Pen { ui, theme };
        view.told.iter().take(MOST_SHOWN).for_each(|told| told_ui(&mut pen, inner - 14.0, told));
        pen.scroll_with(Key::PageUp, Key::PageDown);
    });
    pen.live_keys(pos2(left, foot + 16.0), inner, &[("F2", "put it away", Some(())), ("Page Down", "further", None)])
        .is_some()
}

fn told_ui(pen: &mut Pen, width: f32, told: &Told) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let kind = match told.severity {
        Severity::Error => "Error",
        Severity::Warning => "To look at",
    };
    let place = format!("{kind}, line {}, column {} · {}", told.at.line, told.at.column, told.code);
    let mut y = pen.text(start, width, &place, Style::Label, SEMIBOLD, c.accent).bottom() + 2.0;
    for (words, color) in [(&told.message, c.text), (&told.why, c.soft), (&told.fix, c.text)] {
        if !words.is_empty() {
            y = pen.text(pos2(start.x, y), width, &sentence(words), Style::Note, REGULAR, color).bottom() + 2.0;
        }
    }
    pen.ui.allocate_space(vec2(width, y - start.y + 18.0));
}

/// With a capital and a full stop, as it stands alone here.
fn sentence(words: &str) -> String {
    let first = words.chars().next().map_or(0, char::len_utf8);
    let end = if words.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{}{}{end}", words[..first].to_uppercase(), &words[first..])
}
