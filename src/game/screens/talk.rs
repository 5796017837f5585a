//! The conversation: the plate under the stage, with their words at the left and yours at the right.

use bevy_egui::egui::text::LayoutJob;
use bevy_egui::egui::{FocusDirection, Key, Modifiers, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::game::theme::{LIGHT, Layout, Palette, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

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

#[derive(Clone, Debug, PartialEq)]
pub struct TalkView {
    /// What happened before anybody spoke.
    pub happened: Vec<String>,
    pub said: Vec<SaidView>,
    /// Share of each said line's letters that is there yet, 0 to 1, counted over all of them together.
    pub shown: f32,
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
    let theirs = theirs_height(&pen, theirs_width, view);
    let yours = yours_height(&pen, yours_width, &view.yours);
    let most = if rect.height() > 800.0 { 400.0 } else { 380.0 };
    let tall = view.transcript.is_some();
    let height =
        if tall { most + 40.0 } else { (theirs.max(yours) + 28.0 + foot).clamp(210.0, most * theme.text.sqrt()) };
    let top = rect.bottom() - height;
    plate(&pen, rect, top, view.hazard);
    let inner = Rect::from_min_max(pos2(rect.left(), top + 24.0), pos2(rect.right(), rect.bottom() - foot));
    let command = if let Some(past) = &view.transcript {
        let area = Rect::from_min_max(pos2(margin, inner.top()), pos2(rect.right() - margin, inner.bottom()));
        transcript(pen.ui, theme, area, past);
        None
    } else {
        let left = Rect::from_min_max(pos2(margin, inner.top()), pos2(margin + theirs_width, inner.bottom()));
        let right =
            Rect::from_min_size(pos2(yours_x - 12.0, inner.top() - 8.0), vec2(yours_width, inner.height() + 8.0));
        scrolled(pen.ui, theme, left, "theirs", |pen| {
            theirs_ui(pen, theirs_width, view);
            pen.scroll_with(Key::PageUp, Key::PageDown);
        });
        scrolled(pen.ui, theme, right, "yours", |pen| yours_ui(pen, yours_width, &view.yours))
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
    ui.painter().rect_filled(plate, 0, theme.colors.plate);
    let foot = theme.rows(36.0);
    let body = Rect::from_min_max(plate.min + vec2(40.0, 28.0), pos2(plate.right() - 40.0, plate.bottom() - foot));
    let command = if let Some(past) = &view.transcript {
        transcript(ui, theme, body, past);
        None
    } else {
        scrolled(ui, theme, body, "both", |pen| {
            let width = body.width() - 14.0;
            theirs_ui(pen, width, view);
            pen.scroll_with(Key::PageUp, Key::PageDown);
            pen.ui.add_space(20.0);
            yours_ui(pen, width, &view.yours)
        })
    };
    let mut pen = Pen { ui, theme };
    let at = pos2(plate.left() + 40.0, plate.bottom() - foot + 4.0);
    let clicked = legend(&mut pen, at, plate.width() - 80.0, view);
    (command.or(clicked).or_else(|| keys(ui, view)), stage)
}

/// Cut paper with one slanted edge and one short shadow; the edge lies level once talk has to stop.
fn plate(pen: &Pen, rect: Rect, top: f32, level: bool) {
    let c = &pen.theme.colors;
    let painter = pen.ui.painter();
    let rise = if level { 0.0 } else { RISE };
    for (i, alpha) in [(9.0, 0.10), (5.0, 0.18), (2.0, 0.3)] {
        let shade = bevy_egui::egui::Color32::from_black_alpha((255.0 * alpha) as u8);
        quad(pen, [pos2(rect.left(), top + rise - i), pos2(rect.right(), top - i)], rect, shade);
    }
    quad(pen, [pos2(rect.left(), top + rise), pos2(rect.right(), top)], rect, c.plate);
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

/// Body in italics and words upright, one paragraph a line; letters not spoken yet keep their place unseen.
fn theirs_jobs(theme: &Theme, width: f32, view: &TalkView) -> Vec<LayoutJob> {
    let c = &theme.colors;
    let total: usize = view.said.iter().map(|s| s.text.chars().count()).sum();
    let mut left = (view.shown.clamp(0.0, 1.0) * total as f32).round() as usize;
    let mut jobs: Vec<LayoutJob> =
        view.happened.iter().map(|h| theme.job(h, theme.italic(Style::Body, c.soft), width)).collect();
    for said in &view.said {
        if !said.who.is_empty() {
            jobs.push(theme.job(&said.who, theme.format(Style::Label, SEMIBOLD, c.quiet), width));
        }
        if !said.body.is_empty() {
            jobs.push(theme.job(&said.body, theme.italic(Style::Body, c.soft), width));
        }
        let count = said.text.chars().count();
        jobs.push(spoken(theme, width, &said.text, left.min(count)));
        left = left.saturating_sub(count);
    }
    jobs
}

fn spoken(theme: &Theme, width: f32, text: &str, letters: usize) -> LayoutJob {
    let c = &theme.colors;
    let at = sentence_end(text, letters);
    let (now, later) = text.split_at(at);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    let seen = theme.format(Style::Voice, REGULAR, c.text);
    let unseen = theme.format(Style::Voice, REGULAR, bevy_egui::egui::Color32::TRANSPARENT);
    let first = if now.is_empty() { unseen.clone() } else { seen.clone() };
    job.append("“", 0.0, first);
    job.append(now, 0.0, seen.clone());
    job.append(later, 0.0, unseen.clone());
    job.append("”", 0.0, if later.is_empty() { seen } else { unseen });
    job
}

/// Words come sentence by sentence: the byte behind the last whole sentence within this many letters.
fn sentence_end(text: &str, letters: usize) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    let mut count = 0;
    while let Some((i, c)) = chars.next() {
        count += 1;
        let next = chars.peek().map(|(_, c)| *c);
        if matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace) && count <= letters {
            end = i + c.len_utf8();
        }
    }
    if letters >= count { text.len() } else { end }
}

fn theirs_height(pen: &Pen, width: f32, view: &TalkView) -> f32 {
    let jobs = theirs_jobs(pen.theme, width, view);
    jobs.into_iter().map(|j| pen.ui.painter().layout_job(j).size().y + 6.0).sum()
}

fn theirs_ui(pen: &mut Pen, width: f32, view: &TalkView) {
    let start = pen.ui.cursor().min;
    let mut y = start.y;
    for job in theirs_jobs(pen.theme, width, view) {
        y = pen.put(pos2(start.x, y), job).bottom() + 6.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
}

fn yours_height(pen: &Pen, width: f32, yours: &Yours) -> f32 {
    let inner = width - 36.0 * pen.theme.text.sqrt() - 28.0;
    let row = |words: &str| {
        let format = pen.theme.format(Style::Body, REGULAR, pen.theme.colors.text);
        (pen.height(words, format, inner) + 16.0).max(pen.theme.rows(42.0)) + 4.0
    };
    match yours {
        Yours::Listening | Yours::Said(_) => 0.0,
        Yours::Over => pen.theme.rows(48.0),
        Yours::Choosing(lines) => lines.iter().map(|l| row(&l.words)).sum(),
        Yours::Cue { question, answers } => {
            let format = pen.theme.format(Style::Part, LIGHT, pen.theme.colors.text);
            let head = pen.height(question, format, width - 24.0) + 24.0;
            head + answers.iter().map(|a| row(a)).sum::<f32>()
        }
    }
}

fn yours_ui(pen: &mut Pen, width: f32, yours: &Yours) -> Option<TalkCommand> {
    let start = pen.ui.cursor().min;
    let c = pen.theme.colors;
    match yours {
        Yours::Listening => None,
        Yours::Over => {
            let button = pen.button(start + vec2(12.0, 4.0), "Go on");
            pen.ui.allocate_space(vec2(width, button.rect.height() + 8.0));
            button.clicked().then_some(TalkCommand::On)
        }
        Yours::Said(line) => {
            let format = if line.deed {
                pen.theme.italic(Style::Body, c.text)
            } else {
                pen.theme.format(Style::Body, SEMIBOLD, c.text)
            };
            pen.paint(start + vec2(12.0, 8.0), "—", pen.theme.format(Style::Body, SEMIBOLD, c.accent), 30.0);
            let job = pen.theme.job(&line.words, format, width - 48.0);
            let rect = pen.put(start + vec2(40.0, 8.0), job);
            pen.ui.allocate_space(vec2(width, rect.height() + 16.0));
            None
        }
        Yours::Choosing(lines) => {
            rows(pen, width, lines.iter().map(|l| (l.words.as_str(), l.deed))).map(TalkCommand::Say)
        }
        Yours::Cue { question, answers } => {
            let head = pen.text(start + vec2(12.0, 4.0), width - 24.0, question, Style::Part, LIGHT, c.text);
            pen.ui.allocate_space(vec2(width, head.height() + 10.0));
            rows(pen, width, answers.iter().map(|a| (a.as_str(), false))).map(TalkCommand::Answer)
        }
    }
}

fn rows<'v>(pen: &mut Pen, width: f32, lines: impl ExactSizeIterator<Item = (&'v str, bool)>) -> Option<usize> {
    let start = pen.ui.cursor().min;
    let count = lines.len();
    let mut y = start.y;
    let mut chosen = None;
    let mut rects = Vec::new();
    for (i, (words, deed)) in lines.enumerate() {
        let (response, height) = pen.choice(pos2(start.x, y), width, i + 1, count, words, deed);
        if response.clicked() {
            chosen = Some(i);
        }
        rects.push(response);
        y += height + 4.0;
    }
    pen.ui.allocate_space(vec2(width, y - start.y));
    arrows(pen.ui, &rects);
    chosen
}

/// Up and Down walk the rows; the first press takes the first or the last.
fn arrows(ui: &Ui, rows: &[bevy_egui::egui::Response]) {
    let (down, up) = ui
        .input_mut(|i| (i.consume_key(Modifiers::NONE, Key::ArrowDown), i.consume_key(Modifiers::NONE, Key::ArrowUp)));
    if rows.is_empty() || !(down || up) {
        return;
    }
    let at = rows.iter().position(|r| r.has_focus());
    let next = match (at, down) {
        (None, true) => 0,
        (None, false) => rows.len() - 1,
        (Some(i), true) => (i + 1).min(rows.len() - 1),
        (Some(i), false) => i.saturating_sub(1),
    };
    rows[next].request_focus();
    // egui walks on its own; without this it would go one row further
    ui.memory_mut(|m| m.move_focus(FocusDirection::None));
}

fn transcript(ui: &mut Ui, theme: &Theme, area: Rect, past: &[PastView]) {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    ScrollArea::vertical().id_salt("transcript").auto_shrink(false).stick_to_bottom(true).show(&mut child, |ui| {
        let mut pen = Pen { ui, theme };
        if past.is_empty() {
            let words = "You have not said anything yet.";
            pen.text(area.min, area.width(), words, Style::Note, REGULAR, theme.colors.soft);
        }
        for (i, turn) in past.iter().enumerate() {
            past_ui(&mut pen, area.width() - 16.0, i + 1, turn);
        }
        pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
    });
}

fn past_ui(pen: &mut Pen, width: f32, number: usize, turn: &PastView) {
    let c = pen.theme.colors;
    let start = pen.ui.cursor().min;
    let wide = pen.theme.layout(pen.ui.ctx().content_rect().width()) == Layout::Page;
    let margin = 44.0 * pen.theme.text.sqrt();
    pen.text(start, margin, &number.to_string(), Style::Note, REGULAR, c.quiet);
    let theirs = if wide { (width - margin) * 0.48 } else { width - margin };
    let mut y = start.y;
    for said in &turn.said {
        let mut job = LayoutJob::default();
        job.wrap.max_width = theirs;
        job.append(&format!("{} ", said.body), 0.0, pen.theme.italic(Style::Note, c.soft));
        job.append(&format!("“{}”", said.text), 0.0, pen.theme.format(Style::Note, REGULAR, c.text));
        y = pen.put(pos2(start.x + margin, y), job).bottom() + 2.0;
    }
    let format = if turn.yours.deed {
        pen.theme.italic(Style::Note, c.text)
    } else {
        pen.theme.format(Style::Note, SEMIBOLD, c.text)
    };
    let (x, top, mine) = if wide {
        (start.x + margin + theirs + 24.0, start.y, width - margin - theirs - 24.0)
    } else {
        (start.x + margin, y, theirs)
    };
    let job = pen.theme.job(&format!("— {}", turn.yours.words), format, mine);
    let yours = pen.put(pos2(x, top), job);
    let height = y.max(yours.bottom()) - start.y + 14.0;
    pen.ui.allocate_space(vec2(width, height));
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

#[cfg(test)]
mod tests {
    use super::sentence_end;

    #[test]
    fn words_come_by_whole_sentences() {
        let text = "Huh. You knock? Like that.";
        assert_eq!(&text[..sentence_end(text, 5)], "Huh.");
        assert_eq!(&text[..sentence_end(text, 3)], "");
        assert_eq!(&text[..sentence_end(text, 20)], "Huh. You knock?");
        assert_eq!(&text[..sentence_end(text, 99)], text);
    }
}
