//! Afterwards: your own account first, then ours beside it, in four parts.

mod account;
mod chart;
mod how;
mod points;
pub mod take;
mod turns;
pub mod year;

use bevy_egui::egui::{Key, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::debrief::Debrief;
use crate::game::theme::{LIGHT, Layout, REGULAR, Style, Theme};
use crate::game::widgets::Pen;
use crate::session::Mode;
use year::YearView;

/// Which part stands open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// "How do you think it went?", before anything of ours is shown.
    #[default]
    Account,
    How,
    Turns,
    Points,
    /// Only where it is the last visit of a case.
    Year,
    Take,
}

const PARTS: [(Part, &str); 5] = [
    (Part::How, "How it went"),
    (Part::Turns, "Turn by turn"),
    (Part::Points, "Three turns"),
    (Part::Year, "The year"),
    (Part::Take, "Take it with you"),
];

/// What the trainee has opened and said so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DebriefState {
    pub part: Part,
    /// Their own account, 1 to 5 per dimension; `None` is "not sure".
    pub own: [Option<u8>; 4],
    /// The turn that is open, from 0.
    pub turn: usize,
    /// Rule and source of the open turn are shown.
    pub rules: bool,
    /// The rating that is opened down to its lines.
    pub rating: Option<usize>,
    /// Scroll to the open turn.
    pub follow: bool,
    /// Where it is the last visit of a case: its doors.
    pub year: Option<YearView>,
    /// What they mean to do on shift, as far as it is written; none where it is not asked for, as in a debrief that is looked at again.
    pub sentence: Option<String>,
    pub writing: bool,
    /// Where going back leads, where that is not the street: "Back to the case".
    pub back: Option<&'static str>,
}

impl DebriefState {
    /// Keys are letters of the sentence.
    pub fn is_writing(&self) -> bool {
        self.writing && self.part == Part::Take
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DebriefCommand {
    /// Play again from this turn, from 0.
    Rewind(usize),
    Again,
    /// The sentence for the next shift is written.
    Wrote,
    /// Print or save it.
    Save,
    Board,
    /// The night told twice.
    Epilogue,
}

/// Gives the command, and where the person's face is to stand, if anywhere.
pub fn debrief_ui(
    ui: &mut Ui,
    theme: &Theme,
    debrief: &Debrief,
    state: &mut DebriefState,
) -> (Option<DebriefCommand>, Option<Rect>) {
    let rect = ui.max_rect();
    let margin = theme.margin(rect.width());
    let wide = theme.layout(rect.width()) == Layout::Page;
    let face = (wide && matches!(state.part, Part::Account | Part::How)).then(|| {
        Rect::from_min_max(
            pos2(rect.right() - rect.width() * 0.44, rect.top()),
            pos2(rect.right(), rect.top() + rect.height() * 0.52),
        )
    });
    ground(ui, theme, rect, face);
    let mut pen = Pen { ui, theme };
    let words = face.map_or(rect.width() - 2.0 * margin, |f| f.left() - rect.left() - margin - 36.0);
    let top = head(&mut pen, pos2(rect.left() + margin, rect.top() + 34.0), words, debrief, state);
    let foot = theme.rows(22.0) + 30.0;
    let body =
        Rect::from_min_max(pos2(rect.left() + margin, top), pos2(rect.right() - margin * 0.6, rect.bottom() - foot));
    let mut command = part_ui(ui, theme, body, face, debrief, state);
    let mut pen = Pen { ui, theme };
    pen.rule(pos2(rect.left(), rect.bottom() - foot + 6.0), rect.width());
    legend(&mut pen, pos2(rect.left() + margin, rect.bottom() - foot + 18.0), rect.width() - 2.0 * margin, state);
    keys(ui, debrief, state, &mut command);
    (command, face)
}

/// Everything but the face is opaque: the stage stands behind.
fn ground(ui: &Ui, theme: &Theme, rect: Rect, face: Option<Rect>) {
    let ground = theme.colors.ground;
    let Some(face) = face else {
        ui.painter().rect_filled(rect, 0, ground);
        return;
    };
    ui.painter().rect_filled(Rect::from_min_max(rect.min, pos2(face.left(), rect.bottom())), 0, ground);
    ui.painter().rect_filled(Rect::from_min_max(pos2(face.left(), face.bottom()), rect.max), 0, ground);
    let cut = vec![
        pos2(face.left() - 1.0, face.top()),
        pos2(face.left() + 34.0, face.top()),
        pos2(face.left() - 1.0, face.bottom()),
    ];
    ui.painter().add(bevy_egui::egui::Shape::convex_polygon(cut, ground, bevy_egui::egui::Stroke::NONE));
}

fn head(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, debrief: &Debrief, state: &mut DebriefState) -> f32 {
    let c = pen.theme.colors;
    let mode = match debrief.mode {
        Mode::Coached => "Coached practice".to_owned(),
        Mode::Practice => "Practice".to_owned(),
        Mode::Assessment => format!("Assessment, seed {}", debrief.seed),
    };
    let line = pen.text(at, width, &format!("{}. {mode}.", debrief.title), Style::Note, REGULAR, c.soft);
    if state.part == Part::Account {
        return line.bottom() + 8.0;
    }
    let mut y = line.bottom() + 10.0;
    if state.part == Part::How {
        let ending = debrief.ending.as_ref().map_or("You left it there.", |e| e.1.as_str());
        // the primary button below must not be cut: a long ending is set smaller
        let size = match ending.chars().count() {
            0..=70 => Style::Heading,
            71..=140 => Style::Part,
            _ => Style::Body,
        };
        y = pen.text(pos2(at.x, y), width, ending, size, LIGHT, c.text).bottom() + 16.0;
    }
    let mut x = at.x;
    for (part, words) in PARTS.into_iter().filter(|(part, _)| *part != Part::Year || state.year.is_some()) {
        let format = pen.theme.format(Style::Body, 600.0, c.text);
        let wide = pen.ui.painter().layout_job(pen.theme.job(words, format, 900.0)).size().x;
        if x > at.x && x + wide > at.x + width {
            x = at.x;
            y += pen.theme.rows(40.0).max(46.0);
        }
        let response = pen.tab(pos2(x, y), words, words, state.part == part);
        if response.clicked() {
            state.part = part;
        }
        x += wide + 32.0;
    }
    y + pen.theme.rows(26.0) + 20.0
}

fn part_ui(
    ui: &mut Ui,
    theme: &Theme,
    body: Rect,
    face: Option<Rect>,
    debrief: &Debrief,
    state: &mut DebriefState,
) -> Option<DebriefCommand> {
    let mut child = ui.new_child(UiBuilder::new().max_rect(body));
    let part = state.part;
    let width = body.width() - 16.0;
    let mut command = None;
    let show = |ui: &mut Ui| {
        let mut pen = Pen { ui, theme };
        match part {
            Part::Account => {
                account::ui(&mut pen, face.map_or(width, |f| f.left() - body.left() - 36.0), debrief, state)
            }
            Part::How => command = how::ui(&mut pen, width, face, debrief, state),
            Part::Turns => command = turns::ui(&mut pen, width, debrief, state),
            Part::Points => command = points::ui(&mut pen, width, debrief, state),
            Part::Take => command = take::ui(&mut pen, width, debrief, state),
            Part::Year => command = state.year.as_mut().and_then(|year| year::ui(&mut pen, width, year)),
        }
        // in the turns the arrows go from turn to turn, and with a focus from element to element
        if part != Part::Turns && pen.ui.memory(|m| m.focused().is_none()) {
            pen.scroll_with(Key::ArrowUp, Key::ArrowDown);
        }
    };
    ScrollArea::vertical().id_salt(("part", part as u8)).auto_shrink(false).show(&mut child, show);
    command
}

fn legend(pen: &mut Pen, at: bevy_egui::egui::Pos2, width: f32, state: &DebriefState) {
    let keys: &[(&str, &str)] = match state.part {
        Part::Account => &[("Tab", "next"), ("Space", "choose"), ("Page Down", "see ours")],
        Part::Turns => &[
            ("Up Down", "turn by turn"),
            ("Enter", "rule and source"),
            ("R", "rewind to here"),
            ("Page Down", "next part"),
        ],
        Part::How | Part::Points | Part::Year => {
            &[("Page Up", "part before"), ("Page Down", "next part"), ("Esc", "back to the street")]
        }
        Part::Take if state.is_writing() => &[("Enter", "done")],
        Part::Take => &[("Page Up", "part before"), ("Esc", "back to the street")],
    };
    pen.keys(at, width, keys);
}

fn keys(ui: &Ui, debrief: &Debrief, state: &mut DebriefState, command: &mut Option<DebriefCommand>) {
    let order: Vec<Part> = [Part::Account].into_iter().chain(PARTS.map(|(part, _)| part)).collect();
    let order: Vec<Part> = order.into_iter().filter(|part| *part != Part::Year || state.year.is_some()).collect();
    let at = order.iter().position(|p| *p == state.part).unwrap_or(0);
    let idle = ui.memory(|m| m.focused().is_none());
    if state.is_writing() {
        return;
    }
    ui.input(|i| {
        if i.key_pressed(Key::PageDown) {
            state.part = order[(at + 1).min(order.len() - 1)];
        }
        // the account is asked once: there is no way back to it
        if i.key_pressed(Key::PageUp) && at > 1 {
            state.part = order[at - 1];
        }
        if i.key_pressed(Key::Escape) && state.part != Part::Account {
            *command = Some(DebriefCommand::Board);
        }
        if i.key_pressed(Key::P) && state.part != Part::Account {
            *command = Some(DebriefCommand::Save);
        }
        if state.part != Part::Turns {
            return;
        }
        let last = debrief.turns.len().saturating_sub(1);
        let before = state.turn;
        if i.key_pressed(Key::ArrowDown) || i.key_pressed(Key::ArrowRight) {
            state.turn = (state.turn + 1).min(last);
        }
        if i.key_pressed(Key::ArrowUp) || i.key_pressed(Key::ArrowLeft) {
            state.turn = state.turn.saturating_sub(1);
        }
        state.follow |= before != state.turn;
        if idle && i.key_pressed(Key::Enter) {
            state.rules = !state.rules;
        }
        if i.key_pressed(Key::R) && debrief.mode.rewinds() && !debrief.turns.is_empty() {
            *command = Some(DebriefCommand::Rewind(state.turn));
        }
    });
}

/// Takes the space that was drawn on, so that the part can scroll.
fn used(pen: &mut Pen, from: bevy_egui::egui::Pos2, width: f32, bottom: f32) {
    pen.ui.allocate_space(vec2(width, (bottom - from.y).max(1.0)));
}
