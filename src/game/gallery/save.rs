//! Writing somebody's file, never over another one without asking.

use std::path::PathBuf;

use bevy_egui::egui::{Key, Rect, pos2};

use super::Gallery;
use crate::game::theme::{REGULAR, Style};
use crate::game::widgets::Pen;
use crate::rewrite::write;

/// What the foot of the panel says or asks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Saving {
    Idle,
    Told(String),
    /// There is a file of that name: is it to be written over? With what it held when that was asked.
    Over(PathBuf, String),
    /// Something is not saved: is the gallery to be left?
    Leave,
}

#[derive(Clone, Copy, PartialEq)]
enum Answer {
    Save,
    Yes,
    No,
    Leave,
}

impl Gallery {
    /// Question or news, the button, and the keys; gives where the foot begins.
    pub(super) fn foot(&mut self, pen: &mut Pen, area: Rect) -> f32 {
        let c = pen.theme.colors;
        let (words, yes, no) = match &self.saving {
            Saving::Idle => (String::new(), "", ""),
            Saving::Told(words) => (words.clone(), "", ""),
            Saving::Over(file, _) => {
                (format!("{} is there already. Write over it?", file.display()), "Write over it", "Leave it")
            }
            Saving::Leave => ("What you changed is not saved. Leave all the same?".to_owned(), "Leave", "Stay"),
        };
        let asks = !yes.is_empty();
        let keys: &[(&str, &str, Option<Answer>)] = if asks {
            &[("Y", "yes", Some(Answer::Yes)), ("N", "no", Some(Answer::No))]
        } else {
            &[
                ("Ctrl S", "save", Some(Answer::Save)),
                ("Page Down", "next page", None),
                ("Left Right", "set", None),
                ("Delete", "set back", None),
                ("Esc", "leave", Some(Answer::Leave)),
            ]
        };
        let format = pen.theme.format(Style::Note, REGULAR, c.text);
        let told = if words.is_empty() { 0.0 } else { pen.height(&words, format, area.width()) + 8.0 };
        let button = if asks { pen.theme.rows(26.0) + 34.0 } else { 0.0 };
        let lines = keys_height(pen, area.width(), keys);
        let top = area.bottom() - told - button - lines;
        pen.rule(pos2(area.left(), top - 6.0), area.width());
        if !words.is_empty() {
            pen.text(pos2(area.left(), top), area.width(), &words, Style::Note, REGULAR, c.text);
        }
        let mut answer = None;
        if asks {
            let at = pos2(area.left(), top + told);
            let filled = pen.button(at, yes);
            let plain = pen.plain(pos2(filled.rect.right() + 28.0, at.y + 10.0), no);
            answer = match (filled.clicked(), plain.clicked()) {
                (true, _) => Some(Answer::Yes),
                (_, true) => Some(Answer::No),
                (false, false) => None,
            };
        }
        let clicked = pen.live_keys(pos2(area.left(), area.bottom() - lines + 8.0), area.width(), keys);
        let pressed = asks.then(|| {
            pen.ui.input(|i| match () {
                () if i.key_pressed(Key::Y) => Some(Answer::Yes),
                () if i.key_pressed(Key::N) => Some(Answer::No),
                () => None,
            })
        });
        match answer.or(clicked).or(pressed.flatten()) {
            Some(Answer::Save) => self.save(),
            Some(Answer::Leave) => self.leave(),
            Some(Answer::Yes) => self.yes(),
            Some(Answer::No) => self.saving = Saving::Idle,
            None => {}
        }
        top - 6.0
    }

    /// Writes the file, or asks first.
    pub(super) fn save(&mut self) {
        let Some(sitter) = self.sitters.get(&self.chosen) else { return };
        let text = match sitter.written() {
            Ok(text) => text,
            Err(problem) => {
                self.saving = Saving::Told(problem);
                return;
            }
        };
        let file = self.folder.join(format!("{}.ron", sitter.id));
        self.saving = match std::fs::read_to_string(&file) {
            Ok(old) if old == text => self.told(file, text, Ok(())),
            Ok(old) => Saving::Over(file, old),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                let made = std::fs::create_dir_all(&self.folder).map_err(write::Unwritten::Failed);
                let written = made.and_then(|()| write::create(&file, &text));
                self.told(file, text, written)
            }
            Err(e) => Saving::Told(format!("{} could not be read: {e}", file.display())),
        };
    }

    fn yes(&mut self) {
        match std::mem::replace(&mut self.saving, Saving::Idle) {
            Saving::Over(file, old) => {
                let Some(text) = self.sitters.get(&self.chosen).and_then(|s| s.written().ok()) else { return };
                let written = write::replace(&file, old.as_bytes(), &text);
                self.saving = self.told(file, text, written);
            }
            Saving::Leave => self.quit = true,
            Saving::Idle | Saving::Told(_) => {}
        }
    }

    fn told(&mut self, file: PathBuf, text: String, written: Result<(), write::Unwritten>) -> Saving {
        match written {
            Ok(()) => {
                if let Some(sitter) = self.sitters.get_mut(&self.chosen) {
                    sitter.kept(text);
                }
                Saving::Told(format!("Saved as {}.", file.display()))
            }
            Err(problem) => Saving::Told(format!("{} was not written: {problem}.", file.display())),
        }
    }

    /// Leaves, after asking where something is not saved; a question is answered with no.
    pub(super) fn leave(&mut self) {
        match self.saving {
            Saving::Over(..) | Saving::Leave => self.saving = Saving::Idle,
            Saving::Idle | Saving::Told(_) if self.sitters.values().any(super::Sitter::is_changed) => {
                self.saving = Saving::Leave;
            }
            Saving::Idle | Saving::Told(_) => self.quit = true,
        }
    }
}

/// How much room the keys take, in as many lines as they need.
fn keys_height(pen: &Pen, width: f32, keys: &[(&str, &str, Option<Answer>)]) -> f32 {
    let (_, line) = pen.theme.size(Style::Label);
    let (mut x, mut lines) = (0.0, 1.0);
    for (key, does, _) in keys {
        let format = pen.theme.format(Style::Label, 600.0, pen.theme.colors.text);
        let wide = pen.ui.painter().layout_job(pen.theme.job(&format!("{key} {does}"), format, 900.0)).size().x;
        if x > 0.0 && x + wide > width {
            (x, lines) = (0.0, lines + 1.0);
        }
        x += wide + 20.0;
    }
    lines * (line + 4.0) + 12.0
}
