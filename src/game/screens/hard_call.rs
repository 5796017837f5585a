//! A hard call on shift, marked by whoever had it and for nobody else: what was hard, so that it comes round sooner.

use bevy_egui::egui::{Key, Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::beside::beside;
use crate::game::theme::{LIGHT, REGULAR, Style, Theme};
use crate::game::widgets::Pen;
use crate::model::Dimension;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HardCallCommand {
    /// What was hard; none where they cannot say.
    Mark(Option<Dimension>),
    Back,
}

/// What may have been hard, as one says it after a shift.
const HARD: [(&str, Option<Dimension>); 5] = [
    ("I couldn’t feel with them.", Some(Dimension::Empathy)),
    ("I couldn’t hear them out.", Some(Dimension::Listening)),
    ("I couldn’t hold the line, or I held it too hard.", Some(Dimension::Boundaries)),
    ("I lost my respect for them.", Some(Dimension::Regard)),
    ("I can’t say.", None),
];

const PRIVATE: &str = "It brings practice round sooner, and that is all it does. It stands in no report and goes to no store. It is in your \
     own records, and in an export of them.";
const SUPPORT: &str = "If it stays with you, tell somebody who knows the work: a partner, a peer supporter, a doctor.";

/// What is asked for, and where the street is to be seen.
pub fn hard_call_ui(ui: &mut Ui, theme: &Theme) -> (Option<HardCallCommand>, Option<Rect>) {
    let page = beside(ui, theme, theme.rows(52.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(page.body));
    let marked = ScrollArea::vertical().id_salt("hard call").auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let marked = body(&mut pen, page.body.width() - 14.0);
        pen.scroll_with(Key::PageUp, Key::PageDown);
        marked
    });
    let mut pen = Pen { ui, theme };
    let keys = [("1–5", "mark it", None), ("Esc", "back, and mark nothing", Some(HardCallCommand::Back))];
    let clicked = pen.live_keys(page.foot.min + vec2(0.0, 8.0), page.foot.width(), &keys);
    (marked.inner.or(clicked).or_else(|| pressed(ui)), page.picture)
}

fn pressed(ui: &Ui) -> Option<HardCallCommand> {
    const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    ui.input(|i| {
        let number = NUMBERS.iter().position(|key| i.key_pressed(*key));
        let marked = number.map(|n| HardCallCommand::Mark(HARD[n].1));
        marked.or(i.key_pressed(Key::Escape).then_some(HardCallCommand::Back))
    })
}

fn body(pen: &mut Pen, width: f32) -> Option<HardCallCommand> {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let over = pen.text(start, width, "A hard call on shift", Style::Note, REGULAR, c.soft);
    let at = pos2(start.x - 2.0, over.bottom() + 2.0);
    let title = pen.text(at, width, "What was hard about it?", Style::Heading, LIGHT, c.text);
    let (marked, bottom) = rows(pen, pos2(start.x - 12.0, title.bottom() + 20.0), width + 12.0);
    pen.rule(pos2(start.x, bottom + 8.0), width);
    let private = pen.text(pos2(start.x, bottom + 22.0), width, PRIVATE, Style::Note, REGULAR, c.soft);
    let support = pen.text(pos2(start.x, private.bottom() + 10.0), width, SUPPORT, Style::Note, REGULAR, c.text);
    pen.ui.allocate_space(vec2(width, support.bottom() + 8.0 - start.y));
    marked
}

fn rows(pen: &mut Pen, at: Pos2, width: f32) -> (Option<HardCallCommand>, f32) {
    let (mut marked, mut y) = (None, at.y);
    for (i, (words, dimension)) in HARD.iter().enumerate() {
        let (response, height) = pen.choice(pos2(at.x, y), width, (i + 1, HARD.len()), words, (false, None));
        if response.clicked() {
            marked = Some(HardCallCommand::Mark(*dimension));
        }
        y += height + 4.0;
    }
    (marked, y)
}
