//! Esc: the conversation waits.

use bevy_egui::egui::{Color32, Key, Pos2, Rect, Ui, pos2, vec2};

use crate::game::heard::SoundSettings;
use crate::game::theme::{LIGHT, REGULAR, SEMIBOLD, Style, Theme};
use crate::game::widgets::Pen;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PauseCommand {
    Resume,
    Again,
    Leave,
    Sound(SoundCommand),
}

/// What can be set about sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoundCommand {
    Quieter,
    Louder,
    /// Off, or on again.
    Toggle,
    Captions,
    Speak,
}

/// The panel over the conversation: its title, and whether it may be begun again. `sound` is none in a program without it.
pub fn pause_ui(
    ui: &mut Ui,
    theme: &Theme,
    (title, again): (&str, bool),
    sound: Option<SoundSettings>,
) -> Option<PauseCommand> {
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, Color32::from_black_alpha(150));
    let width = (520.0 * theme.text.sqrt()).min(rect.width());
    let panel = Rect::from_min_size(rect.min, vec2(width, rect.height()));
    ui.painter().rect_filled(panel, 0, theme.colors.plate);
    let mut pen = Pen { ui, theme };
    let c = theme.colors;
    let left = panel.left() + theme.margin(rect.width());
    let head =
        pen.text(pos2(left, panel.top() + 96.0 / theme.text), width - 120.0, "Paused", Style::Heading, LIGHT, c.text);
    let sub = pen.text(pos2(left, head.bottom() + 8.0), width - 120.0, title, Style::Body, REGULAR, c.soft);
    let mut command = None;
    let button = pen.button(pos2(left, sub.bottom() + 40.0), "Go on");
    if button.clicked() {
        command = Some(PauseCommand::Resume);
    }
    let mut y = button.rect.bottom() + 32.0;
    let leave = if again { "Leave it here, back to the street" } else { "Leave it here for now" };
    let ways = [again.then_some(("Start again", PauseCommand::Again)), Some((leave, PauseCommand::Leave))];
    for (words, does) in ways.into_iter().flatten() {
        let response = pen.plain(pos2(left, y), words);
        y = response.rect.bottom() + 12.0;
        if response.clicked() {
            command = Some(does);
        }
    }
    if let Some(sound) = sound {
        let rows = Rect::from_min_max(pos2(left, y + 10.0), pos2(panel.right() - 24.0, panel.bottom()));
        command = command.or(sound_ui(&mut pen, rows, sound).map(PauseCommand::Sound));
    }
    let keys = [("Esc", "go on"), ("Tab", "next"), ("M", "sound off or on")];
    let shown = if sound.is_some() { keys.as_slice() } else { &keys[..2] };
    pen.keys(pos2(left, panel.bottom() - 48.0), width - 80.0, shown);
    command.or_else(|| pen.ui.input(|i| i.key_pressed(Key::Escape).then_some(PauseCommand::Resume)))
}

/// Two rows of words: how loud, and what else the ear or the eye is given.
fn sound_ui(pen: &mut Pen, rows: Rect, sound: SoundSettings) -> Option<SoundCommand> {
    pen.rule(rows.min, rows.width());
    let volume = if sound.is_on() { format!("{} of 100", sound.volume) } else { "off".to_owned() };
    let first = [
        Part::Switch("Sound", sound.is_on(), SoundCommand::Toggle),
        Part::Words(&volume),
        Part::Button("Quieter", SoundCommand::Quieter),
        Part::Button("Louder", SoundCommand::Louder),
    ];
    let captions = Part::Switch("Captions", sound.shows_captions(), SoundCommand::Captions);
    let speak = sound.speak.map(|on| Part::Switch("Lines read out", on, SoundCommand::Speak));
    let second: Vec<Part> = [Some(captions), speak].into_iter().flatten().collect();
    let (asked, y) = row(pen, rows.min + vec2(0.0, 16.0), rows.right(), &first);
    asked.or(row(pen, pos2(rows.left(), y), rows.right(), &second).0)
}

/// What stands in a row.
enum Part<'a> {
    Words(&'a str),
    Button(&'a str, SoundCommand),
    /// On or off.
    Switch(&'a str, bool, SoundCommand),
}

impl Part<'_> {
    fn words(&self) -> &str {
        match self {
            Self::Words(words) | Self::Button(words, _) | Self::Switch(words, ..) => words,
        }
    }
}

/// Side by side, and below one another where they do not fit. Gives what was asked, and where the next row begins.
fn row(pen: &mut Pen, at: Pos2, right: f32, parts: &[Part]) -> (Option<SoundCommand>, f32) {
    let (mut next, mut bottom, mut asked) = (at, at.y, None);
    for part in parts {
        let format = pen.theme.format(Style::Body, SEMIBOLD, pen.theme.colors.text);
        let size = pen.ui.painter().layout_job(pen.theme.job(part.words(), format, 900.0)).size();
        if next.x > at.x && next.x + size.x > right {
            next = pos2(at.x, bottom);
        }
        match part {
            Part::Words(words) => {
                pen.text(next, 900.0, words, Style::Body, REGULAR, pen.theme.colors.soft);
            }
            Part::Button(words, does) => {
                asked = asked.or(pen.plain(next, words).clicked().then_some(*does));
            }
            Part::Switch(words, on, does) => {
                asked = asked.or(pen.tab(next, words, words, *on).clicked().then_some(*does));
            }
        }
        // as high as what can be clicked
        bottom = bottom.max(next.y + (size.y + 18.0).max(44.0));
        next.x += size.x + 26.0;
    }
    (asked, bottom)
}
