//! Before one chooses a conversation that may hurt: what is in it, the way out, where help is, and who has looked at it.

use bevy_egui::egui::{Key, Pos2, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::beside::beside;
use super::lesson::{spoken, yours_line};
use super::talk::PastView;
use crate::game::theme::{LIGHT, Layout, REGULAR, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CareView {
    pub title: String,
    /// What is in it; one sentence or two.
    pub within: String,
    pub help: String,
    pub review: String,
    pub minutes: u32,
    /// One way it may go, to be read beforehand; none where there is none to tell.
    pub story: Option<StoryView>,
    /// The story lies open.
    pub reading: bool,
}

/// A conversation as it went, to be read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoryView {
    pub turns: Vec<PastView>,
    pub ending: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CareCommand {
    /// Another one, which is where the focus begins.
    Another,
    Read,
    GoOn,
    /// From the story to the note.
    Close,
}

/// What is asked for, and where the place is to be seen.
pub fn care_ui(ui: &mut Ui, theme: &Theme, view: &CareView) -> (Option<CareCommand>, Option<Rect>) {
    let wide = theme.layout(ui.max_rect().width()) == Layout::Page;
    let page = beside(ui, theme, theme.rows(if wide { 96.0 } else { 70.0 }) + 40.0);
    let mut child = ui.new_child(UiBuilder::new().max_rect(page.body));
    ScrollArea::vertical().id_salt(("care", view.reading)).auto_shrink(false).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        let width = page.body.width() - 14.0;
        match (&view.story, view.reading) {
            (Some(story), true) => told(&mut pen, width, view, story),
            _ => noted(&mut pen, width, view, wide),
        }
        pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
        pen.scroll_with(Key::PageUp, Key::PageDown);
    });
    let asked = foot_ui(&mut Pen { ui, theme }, page.foot.min + vec2(0.0, 20.0), page.foot.width(), view);
    let escaped = ui.input(|i| i.key_pressed(Key::Escape));
    let back = if view.reading { CareCommand::Close } else { CareCommand::Another };
    (asked.or(escaped.then_some(back)), page.picture)
}

fn head(pen: &mut Pen, width: f32, over: &str, title: &str) -> (Pos2, f32) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let over = pen.text(start, width, over, Style::Note, REGULAR, c.soft);
    let title = pen.text(pos2(start.x - 2.0, over.bottom() + 2.0), width, title, Style::Heading, LIGHT, c.text);
    (start, title.bottom())
}

fn noted(pen: &mut Pen, width: f32, view: &CareView, wide: bool) {
    let c = pen.theme.colors;
    let (start, bottom) = head(pen, width, "Before you choose this one", &view.title);
    let side = if wide { pen.theme.rows(128.0) } else { 0.0 };
    let out =
        "Esc at any moment, and back to the street. What is left open is not rated, and waits for you or for nobody.";
    let mut y = bottom + 24.0;
    for (name, words) in [
        ("In it", view.within.as_str()),
        ("A way out", out),
        ("If it is near you", view.help.as_str()),
        ("Reviewed by", view.review.as_str()),
    ] {
        if words.is_empty() {
            continue;
        }
        let name = pen.text(pos2(start.x, y + 2.0), side.max(width), name, Style::Note, REGULAR, c.soft);
        let top = if wide { y } else { name.bottom() };
        let words = pen.text(pos2(start.x + side, top), width - side, words, Style::Body, REGULAR, c.text);
        y = words.bottom() + 18.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
}

fn told(pen: &mut Pen, width: f32, view: &CareView, story: &StoryView) {
    let c = pen.theme.colors;
    let (start, bottom) = head(pen, width, "One way it may go", &view.title);
    let mut y = bottom + 20.0;
    for turn in &story.turns {
        for said in &turn.said {
            y = spoken(pen, pos2(start.x, y), width, said).bottom() + 4.0;
        }
        y = yours_line(pen, pos2(start.x, y + 2.0), width, &turn.yours) + 14.0;
    }
    let format = pen.theme.italic(Style::Body, c.soft);
    let job = pen.theme.job(&story.ending, format, width);
    y = pen.put(pos2(start.x, y), job).bottom();
    pen.ui.allocate_space(vec2(width, y + 8.0 - start.y));
}

/// Three buttons of one weight: nothing here urges.
fn foot_ui(pen: &mut Pen, at: Pos2, width: f32, view: &CareView) -> Option<CareCommand> {
    let read = view.story.as_ref().map(|_| match view.reading {
        false => ("Read what happens", CareCommand::Read),
        true => ("Back to the note", CareCommand::Close),
    });
    let all = [Some(("Choose another", CareCommand::Another)), read, Some(("Go on", CareCommand::GoOn))];
    let idle = pen.ui.memory(|m| m.focused().is_none());
    let (mut x, mut asked, mut bottom) = (at.x, None, at.y);
    for (i, (words, does)) in all.into_iter().flatten().enumerate() {
        let response = pen.outlined(pos2(x, at.y), words);
        if i == 0 && idle {
            response.request_focus();
        }
        if response.clicked() {
            asked = Some(does);
        }
        x = response.rect.right() + 16.0;
        bottom = response.rect.bottom();
    }
    let c = pen.theme.colors;
    if pen.theme.text < 1.6 {
        let legend =
            pen.keys(pos2(at.x, bottom + 22.0), width, &[("Tab", "next"), ("Enter", "choose"), ("Esc", "back")]);
        let minutes = format!("about {} minutes", view.minutes);
        let left = legend.right() + 20.0;
        pen.text(pos2(left, legend.top()), at.x + width - left, &minutes, Style::Label, REGULAR, c.quiet);
    }
    asked
}
