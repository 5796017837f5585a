//! The try: what they say, what can be said, what came of it, and the note.

use bevy_egui::egui::{Id, Key, Pos2, pos2, vec2};

use super::example::{DASH, spoken, spoken_job};
use super::{Answered, LessonCommand, LessonView, Moment, Own};
use crate::game::screens::talk::{LineView, SaidView, TalkCommand, TalkView, Yours, theirs, yours};
use crate::game::theme::{LIGHT, Layout, REGULAR, SEMIBOLD, Style};
use crate::game::widgets::Pen;

/// The room that the words of the try take at most.
pub(super) fn height(pen: &Pen, width: f32, view: &LessonView) -> f32 {
    let c = pen.theme.colors;
    match &view.moment {
        Moment::Open(talk) => {
            let note = pen.theme.format(Style::Note, REGULAR, c.quiet);
            pen.height(&view.before, note, width)
                + 6.0
                + theirs::height(pen, width, talk, theirs::Set::Full)
                + 6.0
                + yours::height(pen, width, &talk.yours)
        }
        Moment::Answered(told) => {
            let job = |said: &SaidView| pen.ui.painter().layout_job(spoken_job(pen, width, said)).size().y;
            let line = pen.theme.format(Style::Body, SEMIBOLD, c.text);
            let note = pen.theme.format(Style::Voice, LIGHT, c.text);
            let words = told.note.as_deref().unwrap_or_default();
            job(&told.said)
                + pen.height(&told.line.words, line, width - pen.theme.rows(DASH))
                + job(&told.then)
                + 16.0
                + pen.height(words, note, width)
                + 44.0
                + pen.theme.rows(46.0)
        }
        Moment::Own(_) | Moment::Over => 0.0,
    }
}

pub(super) fn ui(pen: &mut Pen, width: f32, view: &LessonView, own: &mut String) -> Option<LessonCommand> {
    let start = pen.ui.cursor().min + vec2(inset(pen), 0.0);
    match &view.moment {
        Moment::Open(talk) => open(pen, start, width, (view, talk)),
        Moment::Answered(told) => answered(pen, start, width, told),
        Moment::Own(told) => said_own(pen, start, width, told, own),
        Moment::Over => over(pen, start, width),
    }
}

/// The rows of a choice reach so far over the words at the left.
fn inset(pen: &Pen) -> f32 {
    match pen.theme.layout(pen.ui.ctx().content_rect().width()) {
        Layout::Page => 12.0,
        Layout::Column => 0.0,
    }
}

fn open(pen: &mut Pen, start: Pos2, width: f32, (view, talk): (&LessonView, &TalkView)) -> Option<LessonCommand> {
    let c = pen.theme.colors;
    if !matches!(talk.yours, Yours::Said(_)) {
        let before = pen.text(start, width, &view.before, Style::Note, REGULAR, c.quiet);
        pen.ui.allocate_space(vec2(width, before.height() + 6.0));
    }
    let indent = inset(pen);
    pen.ui.horizontal(|ui| {
        ui.add_space(indent);
        ui.vertical(|ui| theirs::ui(&mut Pen { ui, theme: pen.theme }, width, talk, theirs::Set::Full));
    });
    pen.ui.add_space(6.0);
    match yours::ui(pen, width + 12.0, &talk.yours) {
        Some(TalkCommand::Say(line)) => Some(LessonCommand::Say(line)),
        Some(_) => Some(LessonCommand::On),
        None => None,
    }
}

fn answered(pen: &mut Pen, start: Pos2, width: f32, told: &Answered) -> Option<LessonCommand> {
    let said = spoken(pen, start, width, &told.said);
    let line = yours_line(pen, pos2(start.x, said.bottom() + 8.0), width, &told.line);
    let mut then = told.then.clone();
    if told.shown < 1.0 {
        then.text = partly(&then.text, told.shown);
    }
    let then = spoken(pen, pos2(start.x, line + 8.0), width, &then);
    let Some(note) = &told.note else {
        ends(pen, width, then.bottom());
        return None;
    };
    let bottom = noted(pen, pos2(start.x, then.bottom() + 16.0), width, note);
    let asked = buttons(pen, pos2(start.x, bottom + 20.0), width, &told.on);
    ends(pen, width, asked.1);
    asked.0
}

pub(in crate::game::screens) fn yours_line(pen: &mut Pen, at: Pos2, width: f32, line: &LineView) -> f32 {
    let c = pen.theme.colors;
    let format =
        if line.deed { pen.theme.italic(Style::Body, c.text) } else { pen.theme.format(Style::Body, SEMIBOLD, c.text) };
    pen.paint(at, "—", pen.theme.format(Style::Body, SEMIBOLD, c.accent), 60.0);
    let indent = pen.theme.rows(DASH);
    let job = pen.theme.job(&line.words, format, width - indent);
    pen.put(at + vec2(indent, 0.0), job).bottom()
}

/// A rule, and a word on the line beneath it.
fn noted(pen: &mut Pen, at: Pos2, width: f32, note: &str) -> f32 {
    pen.rule(at, width);
    pen.text(pos2(at.x, at.y + 14.0), width, note, Style::Voice, LIGHT, pen.theme.colors.text).bottom()
}

fn buttons(pen: &mut Pen, at: Pos2, width: f32, on: &str) -> (Option<LessonCommand>, f32) {
    let next = pen.button(at, on);
    let mut asked = next.clicked().then_some(LessonCommand::On);
    let (mut x, mut y) = (next.rect.right() + 28.0, at.y + 10.0);
    let mut bottom = next.rect.bottom();
    for (words, does) in [("Try another line", LessonCommand::Again), ("Say your own", LessonCommand::Own)] {
        let format = pen.theme.format(Style::Body, SEMIBOLD, pen.theme.colors.text);
        let wide = pen.ui.painter().layout_job(pen.theme.job(words, format, width)).size().x;
        if x + wide > at.x + width {
            (x, y) = (at.x, bottom + 18.0);
        }
        let response = pen.plain(pos2(x, y), words);
        if response.clicked() {
            asked = Some(does);
        }
        x += wide + 28.0;
        bottom = bottom.max(response.rect.bottom());
    }
    (asked, bottom + 8.0)
}

/// What was drawn reaches so far down.
fn ends(pen: &mut Pen, width: f32, bottom: f32) {
    let left = (bottom - pen.ui.cursor().top()).max(0.0);
    pen.ui.allocate_space(vec2(width, left));
}

/// Whole sentences within this share of the letters.
fn partly(text: &str, share: f32) -> String {
    let letters = (text.chars().count() as f32 * share) as usize;
    text[..theirs::sentence_end(text, letters)].to_owned()
}

fn said_own(pen: &mut Pen, start: Pos2, width: f32, told: &Own, own: &mut String) -> Option<LessonCommand> {
    let c = pen.theme.colors;
    let said = spoken(pen, start, width, &told.said);
    let Some(line) = &told.line else { return write_own(pen, pos2(start.x, said.bottom() + 14.0), width, own) };
    let line = LineView { words: line.clone(), ..LineView::default() };
    let mut y = yours_line(pen, pos2(start.x, said.bottom() + 8.0), width, &line) + 16.0;
    pen.rule(pos2(start.x, y), width);
    y += 14.0;
    for question in &told.questions {
        y = pen.text(pos2(start.x, y), width, question, Style::Voice, LIGHT, c.text).bottom() + 2.0;
    }
    if let Some(worked) = &told.worked {
        let head = pen.text(pos2(start.x, y + 12.0), width, "One that worked here", Style::Note, REGULAR, c.soft);
        y = yours_line(pen, pos2(start.x, head.bottom() + 2.0), width, worked);
    }
    let next = pen.button(pos2(start.x, y + 20.0), "Back to the lines");
    let again = pen.plain(pos2(next.rect.right() + 28.0, y + 30.0), "Say it another way");
    ends(pen, width, next.rect.bottom() + 8.0);
    let asked = next.clicked().then_some(LessonCommand::Again);
    asked.or(again.clicked().then_some(LessonCommand::Own))
}

fn write_own(pen: &mut Pen, at: Pos2, width: f32, own: &mut String) -> Option<LessonCommand> {
    let c = pen.theme.colors;
    let label = pen.text(at, width, "What would you say?", Style::Note, REGULAR, c.soft);
    let id = Id::new("a sentence of one's own");
    let (field, typed) = pen.sentence(pos2(at.x, label.bottom() + 6.0), width, id, own);
    let words = "Nobody hears it but you. It is not rated and not kept.";
    let under = pen.text(pos2(at.x, field.bottom() + 6.0), width, words, Style::Label, REGULAR, c.quiet);
    let say = pen.button(pos2(at.x, under.bottom() + 14.0), "Say it");
    ends(pen, width, say.rect.bottom() + 8.0);
    let entered = typed.has_focus() && pen.ui.input(|i| i.key_pressed(Key::Enter));
    if !entered && pen.ui.memory(|m| m.focused().is_none()) {
        typed.request_focus();
    }
    ((entered || say.clicked()) && !own.trim().is_empty()).then_some(LessonCommand::OwnSaid)
}

fn over(pen: &mut Pen, start: Pos2, width: f32) -> Option<LessonCommand> {
    let c = pen.theme.colors;
    let head = pen.text(start, width, "Those are the six.", Style::Part, LIGHT, c.text);
    let words = "A conversation needs them all, and when to use none of them. That comes with people who have a whole day \
        behind them. The lesson stays here; it gives you new moments each time.";
    let told = pen.text(pos2(start.x, head.bottom() + 10.0), width, words, Style::Body, REGULAR, c.soft);
    let talk = pen.button(pos2(start.x, told.bottom() + 20.0), "Talk to somebody");
    let again = pen.plain(pos2(talk.rect.right() + 28.0, talk.rect.top() + 10.0), "Once more");
    ends(pen, width, talk.rect.bottom() + 8.0);
    let asked = talk.clicked().then_some(LessonCommand::Talk);
    asked.or(again.clicked().then_some(LessonCommand::Drill(0)))
}
