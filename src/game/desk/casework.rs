//! A case on the desk: its board, the days between, its visits and the night told twice.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy_egui::egui::Ui;

use super::yearbook::{case_view, days_view, tale, year_view};
use super::{Desk, Screen};
use crate::case::{Case, Course, Stage, cold_night, doors};
use crate::debrief::debrief;
use crate::game::conversation::Conversation;
use crate::game::screens::case::board::{CaseCommand, case_ui};
use crate::game::screens::case::days::{DaysCommand, days_ui};
use crate::game::screens::case::epilogue::{EpilogueCommand, EpilogueView, epilogue_ui};
use crate::game::screens::debrief::{DebriefState, Part};
use crate::model::Model;
use crate::records::Arriving;
use crate::scenario::Scenario;
use crate::session::{Mode, Session};

/// Each day's slice lights this long after the one before, in seconds.
const SLICE: f64 = 0.12;

/// The case that is open.
pub(super) struct Casework {
    pub(super) case: Arc<Case>,
    pub(super) course: Course,
    /// Its number in the records, once it stands there.
    ix: Option<i64>,
    /// Whoever is met next, or was met last, as they stand: for the picture.
    pub(super) look: Box<Session>,
}

impl Casework {
    fn new(case: Arc<Case>, ix: Option<i64>, course: Course) -> Self {
        let look = Box::new(look(&case, &course));
        Self { case, course, ix, look }
    }

    pub(super) fn visited(&mut self, session: &Session) {
        self.course.visited(&self.case, session);
        *self.look = look(&self.case, &self.course);
    }
}

fn look(case: &Case, course: &Course) -> Session {
    let next = course.visits.len().min(case.visits.len() - 1);
    let scenario = Arc::clone(&case.visits[next].scenario);
    let start = course.passport.start(&scenario);
    Session::begin_at(scenario, Model::shipped(), 1, Mode::Practice, start)
}

impl Desk {
    pub(super) fn open_case(&mut self, ui: &Ui, case: Arc<Case>) {
        self.take_up(case);
        self.go(ui, Screen::Case { notes: false });
    }

    fn take_up(&mut self, case: Arc<Case>) {
        let kept = self.book.course(&case.id);
        let (ix, course) = kept.map_or_else(|| (None, Course::begin(&case)), |kept| (Some(kept.ix), kept.course));
        self.casework = Some(Casework::new(case, ix, course));
    }

    /// The case that a conversation gone on with belongs to.
    pub(super) fn casework_of(&mut self, session: &Session) {
        self.casework = None;
        let of = |case: &&Arc<Case>| case.visit_of(&session.scenario().id).is_some();
        if let Some(case) = self.setup.cases.iter().find(of).cloned().filter(|_| self.book.is_on_course()) {
            self.take_up(case);
        }
    }

    /// A scenario of the library, or a visit of one of its cases.
    pub(super) fn scenario(&self, id: &str) -> Option<Arc<Scenario>> {
        let visits = self.setup.cases.iter().flat_map(|case| case.visits.iter().map(|visit| &visit.scenario));
        self.setup.scenarios.iter().chain(visits).find(|s| s.id == id).map(Arc::clone)
    }

    pub(super) fn case(&mut self, ui: &mut Ui) {
        let Screen::Case { notes } = self.screen else { return };
        let Some(work) = &mut self.casework else { return };
        let view = case_view(&work.case, &work.course, notes);
        let mut written = work.course.notes.clone();
        let (command, picture) = case_ui(ui, &self.theme, &view, &mut written);
        work.course.notes = written;
        self.stage = Some(picture);
        match command {
            Some(CaseCommand::Notes) => {
                if notes {
                    self.keep_course();
                }
                self.go(ui, Screen::Case { notes: !notes });
            }
            Some(CaseCommand::Next) => self.next_of_case(ui),
            Some(CaseCommand::Anew) => {
                let case = Arc::clone(&work.case);
                let course = Course::begin(&case);
                self.casework = Some(Casework::new(case, None, course));
                self.go(ui, Screen::Case { notes: false });
            }
            Some(CaseCommand::Back) => {
                let id = work.case.id.clone();
                self.casework = None;
                self.back_to_board(ui, &id);
            }
            None => {}
        }
    }

    fn next_of_case(&mut self, ui: &Ui) {
        let Some(work) = &self.casework else { return };
        match work.course.stage(&work.case) {
            Stage::Days(_) => self.go(ui, Screen::Days { chosen: Vec::new(), passing: None }),
            Stage::Visit(visit) => {
                let scenario = Arc::clone(&work.case.visits[visit].scenario);
                self.approach(ui, scenario);
            }
            Stage::Over => self.epilogue_opens(ui),
        }
    }

    pub(super) fn days(&mut self, ui: &mut Ui, now: f64) {
        let Screen::Days { chosen, passing } = &mut self.screen else { return };
        let Some(work) = &mut self.casework else { return };
        let passed = passing.map(|since| if self.theme.still { f64::INFINITY } else { (now - since) / SLICE });
        let view = days_view(&work.case, &work.course, chosen, passed);
        let (command, picture) = days_ui(ui, &self.theme, &view);
        self.stage = Some(picture);
        let all_passed = passed.is_some_and(|passed| passed >= view.days.len() as f64 + 3.0);
        match command {
            Some(DaysCommand::Toggle(row)) => {
                let Stage::Days(visit) = work.course.stage(&work.case) else { return };
                let Some(way) = work.case.ways_open(visit, &work.course.passport).get(row).copied() else { return };
                if let Some(at) = chosen.iter().position(|c| *c == way) {
                    chosen.remove(at);
                } else if chosen.len() < work.case.visits[visit].half_days {
                    chosen.push(way);
                }
            }
            Some(DaysCommand::Back) => self.go(ui, Screen::Case { notes: false }),
            Some(DaysCommand::Pass) if passing.is_none() => {
                *passing = Some(now);
                ui.ctx().request_repaint();
            }
            Some(DaysCommand::Pass) => self.days_are_over(ui),
            None if all_passed => self.days_are_over(ui),
            None => {}
        }
    }

    fn days_are_over(&mut self, ui: &Ui) {
        let Screen::Days { chosen, .. } = &self.screen else { return };
        let Some(work) = &mut self.casework else { return };
        work.course.pass_days(&work.case, Model::shipped(), chosen);
        *work.look = look(&work.case, &work.course);
        self.keep_course();
        self.go(ui, Screen::Case { notes: false });
    }

    fn keep_course(&mut self) {
        let Some(work) = &mut self.casework else { return };
        let (ix, trouble) = self.book.keep_course(work.ix, &work.course);
        work.ix = ix;
        self.trouble = trouble;
    }

    pub(super) fn is_next_visit(&self, scenario: &Scenario) -> bool {
        let work = self.casework.as_ref();
        work.is_some_and(|work| match work.course.stage(&work.case) {
            Stage::Visit(visit) => work.case.visits[visit].scenario.id == scenario.id,
            Stage::Days(_) | Stage::Over => false,
        })
    }

    /// The next visit begins, with everybody as they stand.
    pub(super) fn begin_visit(&mut self) {
        self.keep_course();
        let Some(work) = &self.casework else { return };
        let Stage::Visit(visit) = work.course.stage(&work.case) else { return };
        let scenario = Arc::clone(&work.case.visits[visit].scenario);
        let seed = self.setup.seed.unwrap_or_else(crate::cli::play::fresh_seed);
        let start = work.course.passport.start(&scenario);
        let mode = if self.mode == Mode::Assessment { Mode::Practice } else { self.mode };
        let session = Session::begin_at(scenario, Model::shipped(), seed, mode, start);
        let arriving = Arriving {
            case: Some(work.case.id.clone()),
            course: work.ix.unwrap_or(0),
            passport: work.course.passport.clone(),
            afterwards: None,
        };
        let trouble = self.book.begin_visit(&session, arriving);
        self.continue_with(session);
        self.trouble = trouble;
    }

    /// The same conversation from its start; a visit of a case with everybody as they were, and without changing the year.
    pub(super) fn begin_again(&mut self, session: &Session) {
        let scenario = Arc::clone(session.scenario());
        if self.casework.is_none() {
            return self.begin(scenario);
        }
        if self.is_next_visit(&scenario) {
            return self.begin_visit();
        }
        let seed = self.setup.seed.unwrap_or_else(crate::cli::play::fresh_seed);
        let again = Session::begin_at(scenario, Model::shipped(), seed, session.mode(), Arc::clone(session.start()));
        let trouble = self.begin_record(&again);
        self.continue_with(again);
        self.trouble = trouble;
    }

    /// The record of a conversation that is played to try something.
    pub(super) fn begin_record(&mut self, session: &Session) -> Option<String> {
        let visit = self.casework.as_ref().and_then(|work| {
            let visit = work.case.visit_of(&session.scenario().id)?;
            Some((work.case.id.clone(), work.course.visits.get(visit)?))
        });
        match visit {
            Some((case, visit)) => {
                let passport = visit.arrived.clone();
                let arriving = Arriving { case: Some(case), course: 0, passport, afterwards: None };
                self.book.begin_visit(session, arriving)
            }
            None => self.book.begin(session),
        }
    }

    /// When each door opened, for the lines of the last visit.
    pub(super) fn opened(&self) -> BTreeMap<String, String> {
        let Some(work) = &self.casework else { return BTreeMap::new() };
        let told = doors(&work.case, &work.course, Model::shipped()).into_iter().filter_map(|door| {
            let last = door.turned.iter().rfind(|turned| turned.opened)?;
            Some((door.opens, format!("in {}", work.case.month(last.day))))
        });
        told.collect()
    }

    /// How a debrief opens: the last visit of a case has the year in it, and every visit leads back to the case.
    pub(super) fn case_state(&self, session: &Session) -> DebriefState {
        let plain = DebriefState::default();
        let Some(work) = &self.casework else { return plain };
        let night = session.scenario().id == work.case.night().scenario.id;
        let over = work.course.stage(&work.case) == Stage::Over;
        let year = (night && over).then(|| year_view(&work.case, &work.course));
        DebriefState { year, back: Some("Back to the case"), ..plain }
    }

    /// To the case, where one is open, else to the street.
    pub(super) fn back_from(&mut self, ui: &Ui, id: &str) {
        if self.casework.is_some() { self.go(ui, Screen::Case { notes: false }) } else { self.back_to_board(ui, id) }
    }

    pub(super) fn epilogue_opens(&mut self, ui: &Ui) {
        let Some(session) = self.night() else { return self.go(ui, Screen::Case { notes: false }) };
        self.go(ui, Screen::Epilogue { session: Box::new(session) });
    }

    /// The last visit as it went; none where it has been rewritten since.
    fn night(&self) -> Option<Session> {
        let work = self.casework.as_ref()?;
        let last = work.course.visits.get(work.case.visits.len() - 1)?;
        last.again(&work.case.night().scenario, Model::shipped())
    }

    pub(super) fn epilogue(&mut self, ui: &mut Ui) {
        let Screen::Epilogue { session } = &self.screen else { return };
        let Some(work) = &self.casework else { return };
        let cold = cold_night(&work.case, Model::shipped()).ok();
        let without = cold.as_ref().map(|cold| tale(cold, &work.case.cold.afterwards)).unwrap_or_default();
        let view = EpilogueView { with: tale(session, work.case.afterwards_of(session)), without };
        let (command, picture) = epilogue_ui(ui, &self.theme, &view);
        self.stage = picture;
        match command {
            Some(EpilogueCommand::Doors) => {
                let session = session.clone();
                let told = Box::new(debrief(&session));
                let state = DebriefState { part: Part::Year, ..self.case_state(&session) };
                self.go(ui, Screen::Debrief { session, told, state });
            }
            Some(EpilogueCommand::StepThrough) => {
                let Some(cold) = cold else { return };
                let told = Box::new(debrief(&cold));
                let state =
                    DebriefState { part: Part::Turns, back: Some("Back to the case"), ..DebriefState::default() };
                self.go(ui, Screen::Debrief { session: Box::new(cold), told, state });
            }
            Some(EpilogueCommand::Back) => self.go(ui, Screen::Case { notes: false }),
            None => {}
        }
    }

    pub(super) fn conversation(&self, session: Session) -> Conversation {
        Conversation::new(session).opened(self.opened())
    }
}
