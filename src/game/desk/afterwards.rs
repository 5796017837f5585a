//! The debrief on the desk, and where it leads.

use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::screens::debrief::take::written;
use crate::game::screens::debrief::{DebriefCommand, debrief_ui};

impl Desk {
    pub(super) fn debrief(&mut self, ui: &mut Ui) {
        let Screen::Debrief { session, told, state } = &mut self.screen else { return };
        let (command, face) = debrief_ui(ui, &self.theme, told, state);
        self.stage = face;
        let scenario = Arc::clone(session.scenario());
        if let (Some(_), Some(sentence)) = (command, &state.sentence) {
            self.trouble = self.book.resolve(written(sentence)).or(self.trouble.take());
        }
        match command {
            Some(DebriefCommand::Rewind(turn)) if told.mode.rewinds() => {
                if let Some(again) = session.rewound(turn) {
                    self.book.closed();
                    let trouble = self.begin_record(&again);
                    self.go(ui, Screen::Title);
                    self.continue_with(again);
                    self.trouble = trouble;
                }
            }
            Some(DebriefCommand::Again) if self.sitting.is_some() => {}
            Some(DebriefCommand::Again) => {
                let session = session.clone();
                self.book.closed();
                self.go(ui, Screen::Title);
                self.begin_again(&session);
            }
            Some(DebriefCommand::Board) if self.sitting.is_some() => {
                self.book.closed();
                if !self.next_debrief(ui) {
                    self.next_of_form(ui);
                }
            }
            Some(DebriefCommand::Board) => {
                self.book.closed();
                self.back_from(ui, &scenario.id);
            }
            Some(DebriefCommand::Epilogue) => self.epilogue_opens(ui),
            Some(DebriefCommand::Save) => {
                let (session, told, own) = (session.clone(), told.clone(), state.own);
                self.save_debrief(&session, &told, own);
            }
            Some(DebriefCommand::Rewind(_) | DebriefCommand::Wrote) | None => {}
        }
    }
}
