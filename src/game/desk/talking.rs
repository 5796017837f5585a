//! The conversation on the desk: begun, gone on with, paused, and told afterwards.

use std::sync::Arc;

use bevy_egui::egui::{self, Ui};

use super::{Desk, Screen};
use crate::debrief::debrief;
use crate::game::conversation::Then;
use crate::game::screens::debrief::DebriefState;
use crate::game::screens::pause::{PauseCommand, pause_ui};
use crate::game::screens::talk::talk_ui;
use crate::model::Model;
use crate::records;
use crate::scenario::Scenario;
use crate::session::{Mode, Session};

impl Desk {
    pub(super) fn begin(&mut self, scenario: Arc<Scenario>) {
        let seed = self.setup.seed.unwrap_or_else(crate::cli::play::fresh_seed);
        let session = Session::begin(scenario, Model::shipped(), seed, self.mode);
        let trouble = self.book.begin(&session);
        self.continue_with(session);
        self.trouble = trouble;
    }

    pub(super) fn continue_with(&mut self, session: Session) {
        self.conversations += 1;
        self.trouble = None;
        let talk = Box::new(self.conversation(session));
        self.screen = Screen::Talk { talk, paused: false, transcript: false };
    }

    pub(super) fn talk(&mut self, ui: &mut Ui, now: f64) {
        let Screen::Talk { talk, paused, transcript } = &mut self.screen else { return };
        if !*paused && talk.tick(now, self.theme.still) {
            if let (Some(work), true) =
                (&mut self.casework, talk.session().ending().is_some() && self.book.is_on_course())
            {
                work.visited(talk.session());
                self.book.leads_to(&work.course);
            }
            let kept = self.book.said(talk.session(), talk.took());
            self.trouble = kept.or(records::document::save(talk.session(), self.setup.record.as_deref()));
        }
        let view = talk.view(*transcript);
        let mut behind = ui.new_child(egui::UiBuilder::new().max_rect(ui.max_rect()));
        if *paused {
            behind.disable();
        }
        let (command, stage) = talk_ui(&mut behind, &self.theme, &view);
        self.stage = Some(stage);
        if *paused {
            let title = talk.session().scenario().title.clone();
            let again = talk.session().mode().rewinds();
            if let Some(command) = pause_ui(ui, &self.theme, (&title, again), self.hearing.settings) {
                self.pause_command(ui, command, now);
            }
            return;
        }
        if let Some(command) = command {
            let focused = ui.memory(|m| m.focused());
            self.hearing.asked(command, &view.yours, (self.conversations, talk.session().transcript().turns.len()));
            match talk.act(command, now) {
                Then::Pause => *paused = true,
                Then::Transcript => *transcript = !*transcript,
                Then::Nothing => {}
            }
            if let Some(id) = focused {
                ui.memory_mut(|m| m.surrender_focus(id));
            }
            ui.ctx().request_repaint();
        }
        if talk.is_done() {
            let session = talk.session().clone();
            let counts = self.sitting.is_some() && session.mode() == Mode::Assessment;
            if counts { self.handed(ui, session) } else { self.tell(ui, session) }
        }
    }

    fn tell(&mut self, ui: &Ui, session: Session) {
        let told = Box::new(debrief(&session));
        let state = DebriefState { sentence: Some(String::new()), ..self.case_state(&session) };
        self.go(ui, Screen::Debrief { session: Box::new(session), told, state });
    }

    fn pause_command(&mut self, ui: &Ui, command: PauseCommand, now: f64) {
        let Screen::Talk { talk, paused, .. } = &mut self.screen else { return };
        match command {
            PauseCommand::Resume => {
                *paused = false;
                talk.resume(now);
                ui.ctx().request_repaint();
            }
            PauseCommand::Sound(command) => self.hearing.set(command),
            PauseCommand::Again => {
                let session = talk.session().clone();
                self.book.leave();
                self.go(ui, Screen::Title);
                self.begin_again(&session);
            }
            PauseCommand::Leave => {
                let id = talk.session().scenario().id.clone();
                self.book.put_away();
                if self.sitting.is_some() { self.go(ui, Screen::Title) } else { self.back_from(ui, &id) }
            }
        }
    }
}
