//! A drill of the first lesson: a worked example at the left, and at the right one moment to try it in.

mod example;
mod moment;

pub(super) use example::spoken;
pub(super) use moment::yours_line;

use bevy_egui::egui::{Color32, Key, Pos2, Rect, ScrollArea, Shape, Stroke, Ui, UiBuilder, pos2, vec2};

use super::talk::{LineView, SaidView, TalkView, Yours};
use crate::game::theme::{Layout, Theme};
use crate::game::widgets::Pen;
use crate::lesson::Part;

/// A drill, as a dot of the line that leads through all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DotView {
    pub skill: String,
    pub held: bool,
}

/// An exchange that went well.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleView {
    pub said: SaidView,
    pub line: Vec<Part>,
    pub deed: bool,
    pub then: SaidView,
    /// What the marked parts are; none where they are not marked any more.
    pub legend: Option<(String, String)>,
}

/// What stands at the right.
#[derive(Clone, Debug, PartialEq)]
pub enum Moment {
    /// They speak, a line is chosen, or it was just said.
    Open(TalkView),
    Answered(Answered),
    /// A sentence of one's own.
    Own(Own),
    /// All six are through.
    Over,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub said: SaidView,
    pub line: LineView,
    pub then: SaidView,
    /// Share of the answer's letters that is there yet, 0 to 1.
    pub shown: f32,
    /// On the line; there once the answer is.
    pub note: Option<String>,
    /// What the button says.
    pub on: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    pub said: SaidView,
    /// As it was said; none while it is being written.
    pub line: Option<String>,
    /// What to hold it against.
    pub questions: Vec<String>,
    /// A line that worked here, where one has been said already.
    pub worked: Option<LineView>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LessonView {
    pub skill: String,
    pub say: String,
    /// None where it is not needed any more.
    pub example: Option<ExampleView>,
    /// Why the example is there, or is not.
    pub fading: &'static str,
    pub drills: Vec<DotView>,
    pub at: usize,
    /// Where one is, and why.
    pub before: String,
    pub moment: Moment,
    /// The example alone, where it and the try do not fit side by side.
    pub reading: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonCommand {
    /// Say the n-th line shown, from 0.
    Say(usize),
    TakeBack,
    /// From the example to the try.
    Read,
    /// The rest of what is said, or on to the next try.
    On,
    Again,
    Own,
    OwnSaid,
    /// The example again, though it has gone.
    Example,
    /// Another skill, from 0.
    Drill(usize),
    /// To the conversations.
    Talk,
    Back,
}

/// How far the panel with the example reaches, at the upper and the lower edge, as shares of the width.
const PANEL: (f32, f32) = (0.397, 0.366);

/// Draws the screen; gives what was asked for and where the person stands.
pub fn lesson_ui(
    ui: &mut Ui,
    theme: &Theme,
    view: &LessonView,
    own: &mut String,
) -> (Option<LessonCommand>, Option<Rect>) {
    let rect = ui.max_rect();
    let layout = theme.layout(rect.width());
    let view = &LessonView { reading: view.reading && layout == Layout::Column, ..view.clone() };
    let (asked, stage) = match layout {
        Layout::Page => page(ui, theme, view, own, rect),
        Layout::Column => column(ui, theme, view, own, rect),
    };
    (asked.or_else(|| keys(ui, view)), stage)
}

fn page(
    ui: &mut Ui,
    theme: &Theme,
    view: &LessonView,
    own: &mut String,
    rect: Rect,
) -> (Option<LessonCommand>, Option<Rect>) {
    let (upper, lower) = (rect.left() + rect.width() * PANEL.0, rect.left() + rect.width() * PANEL.1);
    let (left, right) = (lower + 76.0, rect.right() - 72.0);
    let foot = 44.0;
    let needed = moment::height(&Pen { ui, theme }, right - left, view) + 36.0 + foot;
    let height = needed.clamp(rect.height() * 0.5, rect.height() * 0.66);
    let top = rect.bottom() - height;
    let c = theme.colors;
    let slope = |y: f32| upper + (lower - upper) * (y - rect.top()) / rect.height();
    quad(
        ui,
        [pos2(slope(top), top + 5.0), pos2(rect.right(), top), rect.right_bottom(), pos2(lower, rect.bottom())],
        c.plate,
    );
    ui.painter().line_segment([pos2(slope(top), top + 5.0), pos2(rect.right(), top)], Stroke::new(1.0, c.rule));
    quad(ui, [rect.left_top(), pos2(upper, rect.top()), pos2(lower, rect.bottom()), rect.left_bottom()], c.sunk);
    quad(
        ui,
        [rect.left_top(), pos2(upper - 11.0, rect.top()), pos2(lower - 12.0, rect.bottom()), rect.left_bottom()],
        c.ground,
    );
    let panel =
        Rect::from_min_max(pos2(rect.left() + 72.0, rect.top() + 36.0), pos2(lower - 48.0, rect.bottom() - 24.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(panel).id_salt("example"));
    let dotted = example::panel(&mut Pen { ui: &mut child, theme }, panel, view);
    let body = Rect::from_min_max(pos2(left, top + 24.0), pos2(right, rect.bottom() - foot));
    let asked = scrolled(ui, theme, body.expand2(vec2(12.0, 0.0)), |pen| moment::ui(pen, right - left, view, own));
    let keyed = legend(&mut Pen { ui, theme }, pos2(left, rect.bottom() - 36.0), right - left, view);
    let stage = Rect::from_min_max(pos2(lower, rect.top()), pos2(rect.right(), top + 5.0));
    (asked.or(dotted).or(keyed), Some(stage))
}

/// The example first, and then the try.
fn column(
    ui: &mut Ui,
    theme: &Theme,
    view: &LessonView,
    own: &mut String,
    rect: Rect,
) -> (Option<LessonCommand>, Option<Rect>) {
    let portrait = if rect.width() < 900.0 { 0.0 } else { 400.0 };
    let stage = Rect::from_min_size(rect.min, vec2(portrait, rect.height()));
    let plate = rect.with_min_x(rect.left() + portrait);
    ui.painter().rect_filled(plate, 0, theme.colors.plate);
    let foot = theme.rows(56.0);
    let body = Rect::from_min_max(plate.min + vec2(40.0, 24.0), pos2(plate.right() - 40.0, plate.bottom() - foot));
    let width = body.width() - 14.0;
    let asked = scrolled(ui, theme, body, |pen| {
        if view.reading { example::alone(pen, width, view) } else { moment::ui(pen, width, view, own) }
    });
    let at = pos2(plate.left() + 40.0, plate.bottom() - foot + 4.0);
    let keyed = legend(&mut Pen { ui, theme }, at, plate.width() - 80.0, view);
    (asked.or(keyed), (portrait > 0.0).then_some(stage))
}

fn quad(ui: &Ui, corners: [Pos2; 4], color: Color32) {
    ui.painter().add(Shape::convex_polygon(corners.to_vec(), color, Stroke::NONE));
}

fn scrolled<T>(ui: &mut Ui, theme: &Theme, area: Rect, add: impl FnOnce(&mut Pen) -> T) -> T {
    let mut child = ui.new_child(UiBuilder::new().max_rect(area));
    let show = |ui: &mut Ui| {
        let mut pen = Pen { ui, theme };
        let done = add(&mut pen);
        pen.scroll_with(Key::PageUp, Key::PageDown);
        done
    };
    ScrollArea::vertical().id_salt("moment").auto_shrink(false).show(&mut child, show).inner
}

fn legend(pen: &mut Pen, at: Pos2, width: f32, view: &LessonView) -> Option<LessonCommand> {
    let mut keys: Vec<(&str, &str, Option<LessonCommand>)> = Vec::new();
    match (&view.moment, view.reading) {
        (Moment::Over, _) => {}
        (_, true) => keys.push(("Space", "try it", Some(LessonCommand::Read))),
        (Moment::Open(talk), _) => match &talk.yours {
            Yours::Choosing(_) => {
                keys.extend([("1–4", "say it", None), ("Y", "say your own", Some(LessonCommand::Own))]);
            }
            Yours::Said(_) => keys.push(("Backspace", "take it back", Some(LessonCommand::TakeBack))),
            Yours::Listening | Yours::Cue { .. } | Yours::Over => {
                keys.push(("Space", "go on", Some(LessonCommand::On)));
            }
        },
        (Moment::Answered(Answered { note: None, .. }), _) => keys.push(("Space", "go on", Some(LessonCommand::On))),
        (Moment::Own(Own { line: None, .. }), _) => keys.push(("Enter", "say it", Some(LessonCommand::OwnSaid))),
        (Moment::Answered(_) | Moment::Own(_), _) => {}
    }
    if view.example.is_none() && !matches!(view.moment, Moment::Over | Moment::Own(_)) {
        keys.push(("E", "the example", Some(LessonCommand::Example)));
    }
    if !matches!(view.moment, Moment::Own(_)) {
        keys.push(("Left, Right", "another skill", None));
    }
    keys.push(("Esc", "back", Some(LessonCommand::Back)));
    pen.live_keys(at, width, &keys)
}

fn keys(ui: &Ui, view: &LessonView) -> Option<LessonCommand> {
    const NUMBERS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];
    let idle = ui.memory(|m| m.focused().is_none());
    let writing = matches!(&view.moment, Moment::Own(Own { line: None, .. }));
    ui.input(|i| {
        if i.key_pressed(Key::Escape) {
            return Some(LessonCommand::Back);
        }
        if writing {
            return None;
        }
        if i.key_pressed(Key::ArrowLeft) {
            return view.at.checked_sub(1).map(LessonCommand::Drill);
        }
        if i.key_pressed(Key::ArrowRight) {
            return (view.at + 1 < view.drills.len()).then_some(LessonCommand::Drill(view.at + 1));
        }
        let go_on = idle && (i.key_pressed(Key::Space) || i.key_pressed(Key::Enter));
        if matches!(view.moment, Moment::Over) {
            return go_on.then_some(LessonCommand::Talk);
        }
        if i.key_pressed(Key::E) && view.example.is_none() {
            return Some(LessonCommand::Example);
        }
        match &view.moment {
            _ if view.reading => go_on.then_some(LessonCommand::Read),
            Moment::Open(talk) => match &talk.yours {
                Yours::Choosing(lines) => {
                    let number = NUMBERS.iter().position(|key| i.key_pressed(*key)).filter(|n| *n < lines.len());
                    number.map(LessonCommand::Say).or(i.key_pressed(Key::Y).then_some(LessonCommand::Own))
                }
                Yours::Said(_) if i.key_pressed(Key::Backspace) => Some(LessonCommand::TakeBack),
                _ => go_on.then_some(LessonCommand::On),
            },
            Moment::Answered(Answered { note: Some(_), .. }) if i.key_pressed(Key::Y) => Some(LessonCommand::Own),
            _ => go_on.then_some(LessonCommand::On),
        }
    })
}
