//! A form of conversations that count: one after the other, and afterwards what its instructor lets be seen.

use std::collections::VecDeque;
use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::debrief::debrief;
use crate::game::screens::debrief::DebriefState;
use crate::game::screens::handed_in::handed_in_ui;
use crate::growth::{capitalized, in_letters};
use crate::model::Model;
use crate::records::{Afterwards, Form};
use crate::scenario::Scenario;
use crate::session::{Mode, Session};

/// The form that is sat, with its place in the records, and debriefs that are still to be shown.
#[derive(Debug)]
pub(super) struct Sitting {
    pub form: Form,
    pub place: i64,
    waiting: VecDeque<Session>,
}

impl Sitting {
    pub(super) fn new(form: Form, place: i64) -> Self {
        Self { form, place, waiting: VecDeque::new() }
    }
}

impl Desk {
    /// What the title says in place of "Practice" while a form is sat: how much of it is done.
    pub(super) fn form_line(&self) -> Option<String> {
        let sitting = self.sitting.as_ref()?;
        let (done, all) = (self.handed_in().len(), sitting.form.scenarios.len());
        let title = &sitting.form.title;
        Some(if done >= all { format!("{title}: all handed in") } else { format!("{title}: {} of {all}", done + 1) })
    }

    fn handed_in(&self) -> Vec<(String, i64)> {
        let (Some(sitting), Some(who)) = (&self.sitting, self.book.who()) else { return Vec::new() };
        self.book.records().handed_in(sitting.place, who.ix).unwrap_or_default()
    }

    /// The briefing of the next conversation of the form; none where all are handed in.
    pub(super) fn next_of_form(&mut self, ui: &Ui) {
        let next = self.next_scenario();
        match next {
            Some(scenario) => self.approach(ui, scenario),
            None => self.go(ui, Screen::Title),
        }
    }

    fn next_scenario(&self) -> Option<Arc<Scenario>> {
        let (sitting, who) = (self.sitting.as_ref()?, self.book.who()?);
        let done = self.handed_in();
        let order = sitting.form.order_for(who.id);
        let next = order.into_iter().find(|id| done.iter().all(|(known, _)| known != id))?;
        self.setup.scenarios.iter().find(|s| s.id == next).cloned()
    }

    /// Begins a conversation that counts.
    pub(super) fn begin_counting(&mut self, scenario: Arc<Scenario>) {
        let (Some(sitting), Some(who)) = (&self.sitting, self.book.who()) else { return };
        let seed = sitting.form.seed_for(who.id, &scenario.id);
        let place = sitting.place;
        let session = Session::begin(scenario, Model::shipped(), seed, Mode::Assessment);
        let trouble = self.book.begin_for(&session, Some(place));
        self.continue_with(session);
        self.trouble = trouble;
    }

    /// A conversation of the form came to its end: what may be seen of it now.
    pub(super) fn handed(&mut self, ui: &Ui, session: Session) {
        let all = self.sitting.as_ref().map_or(0, |s| s.form.scenarios.len());
        let done = self.handed_in();
        let afterwards = self.sitting.as_ref().map_or(Afterwards::Nothing, |s| s.form.afterwards);
        let sessions: Vec<Session> = match afterwards {
            Afterwards::DebriefAfterEach => vec![session],
            Afterwards::DebriefAfterAll if done.len() >= all => {
                done.iter().filter_map(|(_, attempt)| self.again(*attempt)).collect()
            }
            Afterwards::DebriefAfterAll | Afterwards::Nothing => Vec::new(),
        };
        if let Some(sitting) = &mut self.sitting {
            sitting.waiting = sessions.into();
        }
        if !self.next_debrief(ui) {
            let told = told(done.len(), all, afterwards);
            self.go(ui, Screen::HandedIn { told });
        }
    }

    /// A finished attempt, played again.
    fn again(&self, attempt: i64) -> Option<Session> {
        let kept = self.book.records().attempt(attempt).ok()?;
        let scenario = self.setup.scenarios.iter().find(|s| s.id == kept.scenario)?;
        kept.resume(Arc::clone(scenario), Model::shipped()).ok().map(|(session, _)| session)
    }

    /// Shows the next debrief that waits; false where none does.
    pub(super) fn next_debrief(&mut self, ui: &Ui) -> bool {
        let Some(session) = self.sitting.as_mut().and_then(|s| s.waiting.pop_front()) else { return false };
        let told = Box::new(debrief(&session));
        self.go(ui, Screen::Debrief { session: Box::new(session), told, state: DebriefState::default() });
        true
    }

    pub(super) fn handed_in_screen(&mut self, ui: &mut Ui) {
        let Screen::HandedIn { told } = &self.screen else { return };
        if handed_in_ui(ui, &self.theme, told) {
            self.book.put_away();
            self.next_of_form(ui);
        }
    }
}

fn told(done: usize, all: usize, afterwards: Afterwards) -> String {
    let many = |n: usize| in_letters(n as u64);
    let rest = match all.saturating_sub(done) {
        0 => "That was the last one.".to_owned(),
        1 => "One more is to come.".to_owned(),
        n => format!("{} more are to come.", capitalized(&many(n))),
    };
    let seen = match afterwards {
        Afterwards::DebriefAfterAll if done < all => " You see the debriefs once all are handed in.",
        Afterwards::DebriefAfterAll | Afterwards::DebriefAfterEach => "",
        Afterwards::Nothing => " Your instructor has what came of it.",
    };
    format!("{rest}{seen}")
}
