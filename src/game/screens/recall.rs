//! The day after a conversation: one question on the turn that cost the most. Nothing of it is rated.

use bevy_egui::egui::{Key, Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::beside::beside;
use super::lesson::{spoken, yours_line};
use super::talk::{LineView, SaidView, TalkCommand, Yours, yours};
use crate::game::theme::{LIGHT, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Debug, PartialEq)]
pub struct RecallView {
    /// "Apartment 3C, yesterday".
    pub of: String,
    /// What they said just before.
    pub said: Vec<SaidView>,
    /// What can be said, as in the conversation.
    pub yours: Yours,
    /// What came of the answer, once there is one.
    pub told: Option<ToldView>,
    /// It can be played again from there.
    pub again: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ToldView {
    pub found: bool,
    pub line: LineView,
    pub answer: Vec<SaidView>,
    pub why: String,
    /// What was said in the conversation; none where it was the same.
    pub then: Option<LineView>,
    /// The strongest line, where it was another, and what it draws.
    pub stronger: Option<(LineView, Vec<SaidView>)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecallCommand {
    /// The n-th line shown, from 0.
    Say(usize),
    /// The conversation again, from this turn on.
    Again,
    Back,
}

/// What is asked for, and where the person is to be seen.
pub fn recall_ui(ui: &mut Ui, theme: &Theme, view: &RecallView) -> (Option<RecallCommand>, Option<Rect>) {
    let page = beside(ui, theme, theme.rows(if view.told.is_some() { 104.0 } else { 52.0 }));
    let mut child = ui.new_child(UiBuilder::new().max_rect(page.body));
    let said =
        ScrollArea::vertical().id_salt(("recall", view.told.is_some())).auto_shrink(false).show(&mut child, |ui| {
            let mut pen = Pen { ui, theme };
            let width = page.body.width() - 14.0;
            let said = match &view.told {
                None => asked(&mut pen, width, view),
                Some(told) => told_ui(&mut pen, width, view, told),
            };
            pen.scroll_with(Key::PageUp, Key::PageDown);
            said
        });
    let mut pen = Pen { ui, theme };
    let foot = foot_ui(&mut pen, page.foot.min, page.foot.width(), view);
    (said.inner.or(foot).or_else(|| keys(ui, view)), page.picture)
}

fn head(pen: &mut Pen, width: f32, view: &RecallView, title: &str) -> (Pos2, f32) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let over = pen.text(start, width, &view.of, Style::Note, REGULAR, c.soft);
    let title = pen.text(pos2(start.x - 2.0, over.bottom() + 2.0), width, title, Style::Heading, LIGHT, c.text);
    let mut y = title.bottom() + 18.0;
    for said in &view.said {
        y = spoken(pen, pos2(start.x, y), width, said).bottom() + 6.0;
    }
    (start, y + 8.0)
}

fn asked(pen: &mut Pen, width: f32, view: &RecallView) -> Option<RecallCommand> {
    let (start, y) = head(pen, width, view, "What would you say now?");
    pen.rule(pos2(start.x, y), width);
    pen.ui.allocate_space(vec2(width, y + 10.0 - start.y));
    let said = match yours::ui(pen, width, &view.yours) {
        Some(TalkCommand::Say(line)) => Some(RecallCommand::Say(line)),
        _ => None,
    };
    let c = pen.theme.colors;
    let at = pen.ui.cursor().min + vec2(0.0, 10.0);
    let words = "It is the turn that cost the most. Nothing here is rated.";
    let note = pen.text(at, width, words, Style::Note, REGULAR, c.soft);
    pen.ui.allocate_space(vec2(width, note.height() + 14.0));
    said
}

fn told_ui(pen: &mut Pen, width: f32, view: &RecallView, told: &ToldView) -> Option<RecallCommand> {
    let c = pen.theme.colors;
    let title = if told.found { "That one does more here." } else { "Another line does more here." };
    let (start, mut y) = head(pen, width, view, title);
    y = exchange(pen, pos2(start.x, y), width, &told.line, &told.answer);
    y = pen.text(pos2(start.x, y + 6.0), width, &told.why, Style::Body, REGULAR, c.text).bottom() + 14.0;
    if let Some(then) = &told.then {
        y = labelled(pen, pos2(start.x, y), width, "What you said in the conversation");
        y = yours_line(pen, pos2(start.x, y), width, then) + 14.0;
    }
    if let Some((line, answer)) = &told.stronger {
        y = labelled(pen, pos2(start.x, y), width, "The line that does more, and what it draws");
        y = exchange(pen, pos2(start.x, y), width, line, answer);
    }
    pen.ui.allocate_space(vec2(width, y + 8.0 - start.y));
    None
}

fn labelled(pen: &mut Pen, at: Pos2, width: f32, words: &str) -> f32 {
    pen.rule(at, width);
    pen.text(pos2(at.x, at.y + 10.0), width, words, Style::Note, REGULAR, pen.theme.colors.soft).bottom() + 4.0
}

fn exchange(pen: &mut Pen, at: Pos2, width: f32, line: &LineView, answer: &[SaidView]) -> f32 {
    let mut y = yours_line(pen, at, width, line) + 6.0;
    for said in answer {
        y = spoken(pen, pos2(at.x, y), width, said).bottom() + 4.0;
    }
    y
}

fn foot_ui(pen: &mut Pen, at: Pos2, width: f32, view: &RecallView) -> Option<RecallCommand> {
    let (mut asked, mut top) = (None, at.y + 8.0);
    if view.told.is_some() {
        let done = pen.button(pos2(at.x, top), "Done");
        asked = done.clicked().then_some(RecallCommand::Back);
        if view.again {
            let again = pen.outlined(pos2(done.rect.right() + 16.0, top), "Play it again from here");
            asked = asked.or(again.clicked().then_some(RecallCommand::Again));
        }
        top = done.rect.bottom() + 14.0;
    }
    let keys = match view.told {
        None => [("1–5", "say it", None), ("Esc", "another time", Some(RecallCommand::Back))],
        Some(_) => [("Enter", "done", Some(RecallCommand::Back)), ("Esc", "back", Some(RecallCommand::Back))],
    };
    asked.or(pen.live_keys(pos2(at.x, top), width, &keys))
}

fn keys(ui: &Ui, view: &RecallView) -> Option<RecallCommand> {
    const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let focused = ui.memory(|m| m.focused().is_some());
    ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            return Some(RecallCommand::Back);
        }
        match (&view.told, &view.yours) {
            (Some(_), _) => (!focused && i.key_pressed(Key::Enter)).then_some(RecallCommand::Back),
            (None, Yours::Choosing(lines)) => {
                let number = NUMBERS.iter().position(|key| i.key_pressed(*key));
                number.filter(|n| *n < lines.len()).map(RecallCommand::Say)
            }
            (None, _) => None,
        }
    })
}
