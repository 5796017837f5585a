//! The street on the desk: what can be chosen there, and the page before one goes in.

use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::views::{board_row, briefing_view, case_row};
use super::{Desk, Screen};
use crate::game::screens::board::{BoardCommand, BoardView, board_ui};
use crate::game::screens::briefing::{BriefingCommand, briefing_ui};
use crate::session::Mode;

impl Desk {
    pub(super) fn board(&mut self, ui: &mut Ui) {
        let Screen::Board { chosen } = self.screen else { return };
        let cases = self.setup.cases.iter().map(|case| case_row(case, self.book.course(&case.id).as_ref()));
        let single = self.setup.scenarios.iter().map(|s| board_row(s, self.book.last(&s.id)));
        let rows = cases.chain(single).collect();
        let view = BoardView { rows, chosen, mode: self.mode };
        let (command, picture) = board_ui(ui, &self.theme, &view);
        self.stage = Some(picture);
        match command {
            Some(BoardCommand::Choose(chosen)) => self.screen = Screen::Board { chosen },
            Some(BoardCommand::SetMode(mode)) => self.mode = mode,
            Some(BoardCommand::Back) => self.go(ui, Screen::Title),
            Some(BoardCommand::Begin) => {
                let cases = self.setup.cases.len();
                if let Some(case) = self.setup.cases.get(chosen).cloned() {
                    self.open_case(ui, case);
                } else if let Some(scenario) = self.setup.scenarios.get(chosen - cases).cloned() {
                    self.casework = None;
                    self.approach(ui, scenario);
                }
            }
            None => {}
        }
    }

    pub(super) fn briefing(&mut self, ui: &mut Ui) {
        let Screen::Briefing { scenario } = &self.screen else { return };
        let scenario = Arc::clone(scenario);
        let mode = if self.sitting.is_some() { Mode::Assessment } else { self.mode };
        let (command, picture) = briefing_ui(ui, &self.theme, &briefing_view(&scenario, mode));
        self.stage = Some(picture);
        match command {
            Some(BriefingCommand::GoIn) => {
                self.go(ui, Screen::Title);
                if self.sitting.is_some() {
                    self.begin_counting(scenario);
                } else if self.is_next_visit(&scenario) {
                    self.begin_visit();
                } else {
                    self.begin(scenario);
                }
            }
            Some(BriefingCommand::Back) if self.sitting.is_some() => self.go(ui, Screen::Title),
            Some(BriefingCommand::Back) => self.back_from(ui, &scenario.id),
            None => {}
        }
    }

    pub(super) fn back_to_board(&mut self, ui: &Ui, id: &str) {
        self.trouble = None;
        let single = self.setup.scenarios.iter().position(|s| s.id == id).map(|at| at + self.setup.cases.len());
        let case = || self.setup.cases.iter().position(|case| case.id == id);
        let chosen = single.or_else(case).unwrap_or(0);
        self.go(ui, Screen::Board { chosen });
    }
}
