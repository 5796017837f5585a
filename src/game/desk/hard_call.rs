//! A hard call is marked, for nobody but whoever had it.

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::screens::hard_call::{HardCallCommand, hard_call_ui};

impl Desk {
    pub(super) fn hard_call(&mut self, ui: &mut Ui) {
        let (asked, picture) = hard_call_ui(ui, &self.theme);
        self.stage = picture;
        match asked {
            Some(HardCallCommand::Mark(dimension)) => {
                self.trouble = self.book.mark_hard_call(dimension);
                self.look_back(ui);
            }
            Some(HardCallCommand::Back) => self.look_back(ui),
            None => {}
        }
    }

    pub(super) fn open_hard_call(&mut self, ui: &Ui) {
        self.go(ui, Screen::HardCall);
    }
}
