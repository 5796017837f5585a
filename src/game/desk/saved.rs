//! The file that its author works on while the game runs: what a saved version changes on the desk.

use std::sync::Arc;

use bevy_egui::egui::{Key, Modifiers, Ui};

use super::{Desk, Screen};
use crate::debrief::debrief;
use crate::lint::Version;
use crate::session::follow::follow;

impl Desk {
    /// A new version of the followed file: what can be played of it takes the place of what was played, at the same place;
    /// what cannot is told, and the last good version stays.
    pub fn saved(&mut self, version: Version) {
        let was_broken = self.findings.broken;
        self.findings.broken = version.scenario.is_none();
        self.findings.told = version.told;
        // errors open the sheet by themselves, and their mending closes it
        self.findings_open = self.findings.broken || (self.findings_open && !was_broken);
        let Some(scenario) = version.scenario.map(Arc::new) else { return };
        if let Some(known) = self.setup.scenarios.iter_mut().find(|s| s.id == scenario.id) {
            *known = Arc::clone(&scenario);
        }
        match &mut self.screen {
            Screen::Talk { talk, .. } => talk.follow(scenario),
            Screen::Briefing { scenario: open } => *open = scenario,
            Screen::Debrief { session, told, .. } => {
                **session = follow(session, scenario);
                **told = debrief(session);
            }
            Screen::Title | Screen::Board { .. } => {}
        }
    }

    /// F2 opens and puts away what was found in the followed file.
    pub(super) fn findings_key(&mut self, ui: &Ui) {
        let pressed = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::F2));
        if pressed && self.findings.in_short().is_some() {
            self.findings_open = !self.findings_open;
        }
    }
}
