//! The files that their author works on while the game runs: what a saved version changes on the desk.

use std::sync::Arc;

use bevy_egui::egui::{Key, Modifiers, Ui};

use super::{Desk, Screen};
use crate::debrief::debrief;
use crate::game::screens::findings::FindingsView;
use crate::lint::Version;
use crate::scenario::Scenario;
use crate::session::follow::follow;

/// A version that was saved just now.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The scenario's id.
    pub id: String,
    /// The file's name.
    pub file: String,
    pub version: Version,
}

impl Desk {
    /// What can be played of a saved version takes the place of what was played, at the same place; what cannot is told,
    /// and the last good version stays.
    pub fn saved(&mut self, Saved { id, file, version }: Saved) {
        let scenario = version.scenario.map(Arc::new);
        if let Some(scenario) = &scenario {
            self.shelve(scenario);
        }
        let is_open = self.open_scenario() == Some(id.as_str());
        if is_open || self.findings_of == id {
            let (was_broken, broken) = (self.findings.broken, scenario.is_none());
            self.findings = FindingsView { file, told: version.told, broken };
            self.findings_of = id;
            // errors open the sheet by themselves, and their mending closes it
            self.findings_open = broken || (self.findings_open && !was_broken);
        }
        if let Some(scenario) = scenario.filter(|_| is_open) {
            self.follow(scenario);
        }
    }

    /// In its place among those to choose from.
    fn shelve(&mut self, scenario: &Arc<Scenario>) {
        match self.setup.scenarios.iter_mut().find(|s| s.id == scenario.id) {
            Some(known) => *known = Arc::clone(scenario),
            None => self.setup.scenarios.push(Arc::clone(scenario)),
        }
    }

    fn follow(&mut self, scenario: Arc<Scenario>) {
        match &mut self.screen {
            Screen::Talk { talk, .. } => {
                talk.follow(scenario);
                // another text is another attempt, with what was said so far
                self.trouble = self.book.begin(talk.session());
            }
            Screen::Care { scenario: open, .. } | Screen::Briefing { scenario: open } => *open = scenario,
            Screen::Debrief { session, told, .. } => {
                **session = follow(session, scenario);
                **told = debrief(session);
            }
            Screen::Title
            | Screen::Welcome { .. }
            | Screen::Who { .. }
            | Screen::Progress { .. }
            | Screen::HandedIn { .. }
            | Screen::HardCall
            | Screen::Recall { .. }
            | Screen::Case { .. }
            | Screen::Days { .. }
            | Screen::Epilogue { .. }
            | Screen::Lesson { .. }
            | Screen::Class { .. }
            | Screen::Board { .. } => {}
        }
    }

    fn open_scenario(&self) -> Option<&str> {
        match &self.screen {
            Screen::Title
            | Screen::Welcome { .. }
            | Screen::Who { .. }
            | Screen::Progress { .. }
            | Screen::HandedIn { .. }
            | Screen::HardCall
            | Screen::Recall { .. }
            | Screen::Case { .. }
            | Screen::Days { .. }
            | Screen::Epilogue { .. }
            | Screen::Lesson { .. }
            | Screen::Class { .. }
            | Screen::Board { .. } => None,
            Screen::Care { scenario, .. } | Screen::Briefing { scenario } => Some(&scenario.id),
            Screen::Talk { talk, .. } => Some(&talk.session().scenario().id),
            Screen::Debrief { session, .. } => Some(&session.scenario().id),
        }
    }

    /// What was found in the file of the scenario that is open, where there is something to tell.
    pub(super) fn findings_here(&self) -> Option<&FindingsView> {
        let here = self.open_scenario() == Some(self.findings_of.as_str());
        Some(&self.findings).filter(|f| here && f.in_short().is_some())
    }

    /// F2 opens and puts away what was found.
    pub(super) fn findings_key(&mut self, ui: &Ui) {
        let pressed = ui.input_mut(|i| i.consume_key(Modifiers::NONE, Key::F2));
        if pressed && self.findings_here().is_some() {
            self.findings_open = !self.findings_open;
        }
    }
}
