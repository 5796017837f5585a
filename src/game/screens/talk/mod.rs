//! The conversation: the plate under the stage, with their words at the left and yours at the right.

mod past;
pub(super) mod theirs;
pub(super) mod yours;

use bevy_egui::egui::{Key, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::game::theme::{Layout, Palette, Theme};
use crate::game::widgets::Pen;
use theirs::Set;

/// Somebody's words with what the body does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SaidView {
    /// Named only where several people are there.
    pub who: String,
    pub body: String,
    pub text: String,
}

/// A line the officer may say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineView {
    pub words: String,
    /// Done, or not said: shown in italics.
    pub deed: bool,
    /// What opened it, where a relationship did: "since the name came by noon, in October".
    pub since: Option<String>,
}

/// What stands at the right.
#[derive(Clone, Debug, PartialEq)]
pub enum Yours {
    /// They are still speaking.
    Listening,
    Choosing(Vec<LineView>),
    Cue {
        question: String,
        answers: Vec<String>,
    },
    /// The line just said; it can be taken back for a moment.
    Said(LineView),
    Over,
}

/// One exchange of the transcript.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastView {
    pub said: Vec<SaidView>,
    pub yours: LineView,
}

/// The line said last, and a word on it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoteView {
    pub line: String,
    pub words: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TalkView {
    /// What happened before anybody spoke.
    pub happened: Vec<String>,
    pub said: Vec<SaidView>,
    /// Share of each said line's letters that is there yet, 0 to 1, counted over all of them together.
    pub shown: f32,
    /// Where one is coached, and a line was said.
    pub note: Option<NoteView>,
    pub yours: Yours,
    pub hazard: bool,
    /// Open over the plate.
    pub transcript: Option<Vec<PastView>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TalkCommand {
    /// Say the n-th line shown, from 0.
    Say(usize),
    Answer(usize),
    /// Show the rest, or go on.
    On,
    TakeBack,
    Transcript,
    Pause,
}

/// How much higher the plate's edge lies at the right than at the left.
const RISE: f32 = 6.0;

/// Draws the plate and gives its top: the stage stands above it. In a column layout the stage stands at the left.
pub fn talk_ui(ui: &mut Ui, theme: &Theme, view: &TalkView) -> (Option<TalkCommand>, Rect) {
    let rect = ui.max_rect();
    match theme.layout(rect.width()) {
        Layout::Page => page(ui, theme, view, rect),
        Layout::Column => column(ui, theme, view, rect),
    }
}

fn page(ui: &mut Ui, theme: &Theme, view: &TalkView, rect: Rect) -> (Option<TalkCommand>, Rect) {
    let (margin, foot) = (72.0, 44.0);
    let theirs_width = (rect.width() - 2.0 * margin) * 0.352;
    let yours_x = margin + theirs_width + 72.0;
    let yours_width = rect.width() - yours_x - margin + 12.0;
    let mut pen = Pen { ui, theme };
    let most = if rect.height() > 800.0 { 400.0 } else { 380.0 };
    let full = theirs::height(&pen, theirs_width, view, Set::Full);
    let set = if full + 28.0 + foot > most * theme.text.sqrt() { Set::Close } else { Set::Full };
    let theirs = theirs::height(&pen, theirs_width, view, set);
    let noted = view.note.as_ref().map_or(0.0, |note| yours::note_height(&pen, yours_width, note));
    let yours = noted + yours::height(&pen, yours_width, &view.yours);
    let tall = view.transcript.is_some();
    let height =
        if tall { most + 40.0 } else { (theirs.max(yours) + 28.0 + foot).clamp(210.0, most * theme.text.sqrt()) };
    let top = rect.bottom() - height;
    plate(&pen, rect, top, view.hazard);
    let inner = Rect::from_min_max(pos2(rect.left(), top + 24.0), pos2(rect.right(), rect.bottom() - foot));
    let command = if let Some(past) = &view.transcript {
        let area = Rect::from_min_max(pos2(margin, inner.top()), pos2(rect.right() - margin, inner.bottom()));
        past::ui(pen.ui, theme, area, past);
        None
    } else {
        let left = Rect::from_min_max(pos2(margin, inner.top()), pos2(margin + theirs_width, inner.bottom()));
        let right =
            Rect::from_min_size(pos2(yours_x - 12.0, inner.top() - 8.0), vec2(yours_width, inner.height() + 8.0));
        scrolled(pen.ui, theme, left, "theirs", |pen| {
            theirs::ui(pen, theirs_width, view, set);
            pen.scroll_with(Key::PageUp, Key::PageDown);
        });
        scrolled(pen.ui, theme, right, "yours", |pen| yours_ui(pen, yours_width, view))
    };
    let clicked = legend(&mut pen, pos2(margin, rect.bottom() - 36.0), rect.width() - 2.0 * margin, view);
    let command = command.or(clicked).or_else(|| keys(pen.ui, view));
    // as far as the plate's slanted edge comes down
    (command, Rect::from_min_max(rect.min, pos2(rect.right(), top + RISE)))
}

fn column(ui: &mut Ui, theme: &Theme, view: &TalkView, rect: Rect) -> (Option<TalkCommand>, Rect) {
    let portrait = if view.transcript.is_some() || rect.width() < 900.0 { 0.0 } else { 420.0 };
    let stage = Rect::from_min_size(rect.min, vec2(portrait, rect.height()));
    let plate = Rect::from_min_max(pos2(rect.left() + portrait, rect.top()), rect.max);
    let foot = theme.rows(36.0);
    let body = Rect::from_min_max(plate.min + vec2(40.0, 28.0), pos2(plate.right() - 40.0, plate.bottom() - foot));
    let command = if let Some(past) = &view.transcript {
        past::ui(ui, theme, body, past);
        None
    } else {
        scrolled(ui, theme, body, "both", |pen| {
            let width = body.width() - 14.0;
            theirs::ui(pen, width, view, Set::Full);
            pen.scroll_with(Key::PageUp, Key::PageDown);
            pen.ui.add_space(20.0);
            yours_ui(pen, width, view)
        })
    };
    let mut pen = Pen { ui, theme };
    let at = pos2(plate.left() + 40.0, plate.bottom() - foot + 4.0);
    let clicked = legend(&mut pen, at, plate.width() - 80.0, view);
    (command.or(clicked).or_else(|| keys(ui, view)), stage)
}

fn yours_ui(pen: &mut Pen, width: f32, view: &TalkView) -> Option<TalkCommand> {
    if let Some(note) = &view.note {
        yours::note_ui(pen, width, note);
    }
    yours::ui(pen, width, &view.yours)
}

/// Cut paper with one slanted edge and one short shadow; the edge lies level once talk has to stop. Below its edge the window is
/// as the plate is: what lies there is not drawn, which a software driver would feel.
fn plate(pen: &Pen, rect: Rect, top: f32, level: bool) {
    let c = &pen.theme.colors;
    let painter = pen.ui.painter();
    let rise = if level { 0.0 } else { RISE };
    for (i, alpha) in [(9.0, 0.10), (5.0, 0.18), (2.0, 0.3)] {
        let shade = bevy_egui::egui::Color32::from_black_alpha((255.0 * alpha) as u8);
        let over = rect.with_max_y(top + rise + 1.0);
        quad(pen, [pos2(rect.left(), top + rise - i), pos2(rect.right(), top - i)], over, shade);
    }
    quad(pen, [pos2(rect.left(), top + rise), pos2(rect.right(), top)], rect.with_max_y(top + RISE + 1.0), c.plate);
    let high = pen.theme.palette == Palette::HighContrast;
    let stroke = if high { Stroke::new(3.0, c.edge) } else { Stroke::new(1.0, c.rule) };
    painter.line_segment([pos2(rect.left(), top + rise), pos2(rect.right(), top)], stroke);
}

fn quad(pen: &Pen, top: [bevy_egui::egui::Pos2; 2], rect: Rect, color: bevy_egui::egui::Color32) {
    let points = vec![top[0], top[1], rect.right_bottom(), rect.left_bottom()];
    pen.ui.painter().add(Shape::convex_polygon(points, color, Stroke::NONE));
}

fn scrolled<T>(ui: &mut Ui, theme: &Theme, area: Rect, id: &str, add: impl FnOnce(&mut Pen) -> T) -> T {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    let show = |ui: &mut Ui| add(&mut Pen { ui, theme });
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(&mut child, show).inner
}

fn legend(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, view: &TalkView) -> Option<TalkCommand> {
    let transcript = if view.transcript.is_some() { "back to the conversation" } else { "transcript" };
    let first = match (&view.transcript, &view.yours) {
        (Some(_), _) => None,
        (None, Yours::Listening | Yours::Over) => Some(("Space", "go on", Some(TalkCommand::On))),
        (None, Yours::Said(_)) => Some(("Backspace", "take it back", Some(TalkCommand::TakeBack))),
        (None, Yours::Choosing(_)) => Some(("1–5", "say it", None)),
        (None, Yours::Cue { .. }) => Some(("1–5", "answer", None)),
    };
    let always = [("T", transcript, Some(TalkCommand::Transcript)), ("Esc", "pause", Some(TalkCommand::Pause))];
    let keys: Vec<_> = first.into_iter().chain(always).collect();
    pen.live_keys(at, width, &keys)
}

fn keys(ui: &Ui, view: &TalkView) -> Option<TalkCommand> {
    const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    let focused = ui.memory(|m| m.focused().is_some());
    ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            return Some(TalkCommand::Pause);
        }
        if i.key_pressed(Key::T) {
            return Some(TalkCommand::Transcript);
        }
        if view.transcript.is_some() {
            return None;
        }
        let number = NUMBERS.iter().position(|k| i.key_pressed(*k));
        let go_on = !focused && (i.key_pressed(Key::Space) || i.key_pressed(Key::Enter));
        match &view.yours {
            Yours::Choosing(lines) => number.filter(|n| *n < lines.len()).map(TalkCommand::Say),
            Yours::Cue { answers, .. } => number.filter(|n| *n < answers.len()).map(TalkCommand::Answer),
            Yours::Said(_) if i.key_pressed(Key::Backspace) => Some(TalkCommand::TakeBack),
            Yours::Said(_) | Yours::Listening | Yours::Over => go_on.then_some(TalkCommand::On),
        }
    })
}
