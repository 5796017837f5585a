//! The way into a conversation: where life and death are spoken of, a note stands before the briefing.

use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::conversation::Conversation;
use crate::game::screens::care::{CareCommand, CareView, StoryView, care_ui};
use crate::model::Model;
use crate::scenario::{Scenario, plays};
use crate::session::replay::proof::played;

impl Desk {
    /// To the briefing, or first to the note where there is a line to call.
    pub(super) fn approach(&mut self, ui: &Ui, scenario: Arc<Scenario>) {
        if scenario.crisis_line.is_empty() {
            self.go(ui, Screen::Briefing { scenario });
        } else {
            let story = story(&scenario);
            self.go(ui, Screen::Care { scenario, story, reading: false });
        }
    }

    pub(super) fn care(&mut self, ui: &mut Ui) {
        let Screen::Care { scenario, story, reading } = &self.screen else { return };
        let view = CareView {
            title: scenario.title.clone(),
            within: scenario.content_note.replace(" You can leave at any time.", ""),
            help: scenario.crisis_line.clone(),
            review: first_sentences(&scenario.review),
            minutes: scenario.minutes,
            story: story.clone(),
            reading: *reading,
        };
        let scenario = Arc::clone(scenario);
        let (command, picture) = care_ui(ui, &self.theme, &view);
        self.stage = picture;
        match command {
            Some(CareCommand::Read) => self.read(ui, true),
            Some(CareCommand::Close) => self.read(ui, false),
            Some(CareCommand::GoOn) => self.go(ui, Screen::Briefing { scenario }),
            Some(CareCommand::Another) if self.sitting.is_some() => self.go(ui, Screen::Title),
            Some(CareCommand::Another) => self.back_from(ui, &scenario.id),
            None => {}
        }
    }

    fn read(&mut self, ui: &Ui, open: bool) {
        let Screen::Care { scenario, story, .. } = &self.screen else { return };
        self.go(ui, Screen::Care { scenario: Arc::clone(scenario), story: story.clone(), reading: open });
    }
}

/// Who has looked at it, in two sentences; the instructor's sheet has the rest.
fn first_sentences(text: &str) -> String {
    let second = text.match_indices(". ").nth(1);
    second.map_or_else(|| text.to_owned(), |(at, _)| text[..=at].to_owned())
}

/// The first playthrough that lies beside a conversation that ships, told as it goes.
fn story(scenario: &Arc<Scenario>) -> Option<StoryView> {
    let plays = plays::read(&plays::text_beside(&scenario.id, None)?).ok()?;
    let session = played(scenario, Model::shipped(), plays.first()?).ok()?;
    let ending = session.ending()?.0.text.clone();
    Some(StoryView { turns: Conversation::new(session).past(), ending })
}
