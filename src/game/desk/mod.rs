//! Everything between the core and the screens: which screen is open, what it shows, what its commands do.
//!
//! No window is needed: the same desk is driven by the program and by the tests.

mod afterwards;
mod assessing;
mod book;
mod care;
mod casework;
mod class;
mod hard_call;
mod hearing;
mod lesson;
mod people;
mod print;
mod progress;
mod recall;
mod saved;
mod street;
mod talking;
mod views;
mod yearbook;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bevy_egui::egui::{self, Key, Rect, Ui};

use crate::case::Case;
use crate::debrief::Debrief;
use crate::game::LIVING;
use crate::game::conversation::Conversation;
use crate::game::heard::SoundSettings;
use crate::game::screens::care::StoryView;
use crate::game::screens::debrief::{DebriefState, Part};
use crate::game::screens::findings::{FindingsView, findings_ui};
use crate::game::screens::progress::ProgressView;
use crate::game::screens::welcome::WelcomeState;
use crate::game::seen::{PeopleView, StageView};
use crate::game::stage::Distance;
use crate::game::theme::{Palette, REGULAR, Style, Theme};
use crate::game::widgets::Pen;
use crate::records::{Form, Opened, Stamp};
use crate::scenario::Scenario;
use crate::session::{Mode, Session};
use assessing::Sitting;
use book::Book;
use casework::Casework;
use class::Classwork;
use hearing::Hearing;
use lesson::Lesson;
use people::Asking;
use recall::{Recall, Recalling};
pub use saved::Saved;

/// How the desk starts.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    pub scenarios: Vec<Arc<Scenario>>,
    pub cases: Vec<Arc<Case>>,
    /// Straight to this one, without title, board and briefing.
    pub chosen: Option<Arc<Scenario>>,
    /// As the trainee had it last, without one.
    pub palette: Option<Palette>,
    /// 1 to 2.
    pub text: Option<f32>,
    pub still: bool,
    pub mode: Mode,
    /// The same seed for every conversation; another one each time without.
    pub seed: Option<u64>,
    pub record: Option<PathBuf>,
    /// Conversations that count, and nothing else.
    pub form: Option<Form>,
    /// Told at the foot of the first screens: what could not be read.
    pub notice: Option<String>,
    /// How sound is set; none in a program without it.
    pub sound: Option<SoundSettings>,
}

enum Screen {
    Welcome {
        state: WelcomeState,
    },
    Who {
        asking: Asking,
    },
    /// `next` is the scenario to practice with.
    Progress {
        view: Box<ProgressView>,
        next: Option<String>,
    },
    HardCall,
    Recall {
        recall: Box<Recall>,
    },
    Title,
    Board {
        chosen: usize,
    },
    Briefing {
        scenario: Arc<Scenario>,
    },
    /// What may hurt in a conversation; `reading` is whether one way it may go lies open.
    Care {
        scenario: Arc<Scenario>,
        story: Option<StoryView>,
        reading: bool,
    },
    Case {
        notes: bool,
    },
    /// The days before the next visit: the ways chosen so far, and since when they pass, in seconds.
    Days {
        chosen: Vec<usize>,
        passing: Option<f64>,
    },
    Epilogue {
        session: Box<Session>,
    },
    Talk {
        talk: Box<Conversation>,
        paused: bool,
        transcript: bool,
    },
    HandedIn {
        told: String,
    },
    Lesson {
        lesson: Box<Lesson>,
    },
    /// The conversations that a class has had, and the one that is looked at.
    Class {
        all: Vec<Arc<Scenario>>,
        at: usize,
        work: Option<Box<Classwork>>,
    },
    Debrief {
        session: Box<Session>,
        told: Box<Debrief>,
        state: DebriefState,
    },
}

/// How much larger or smaller the text is asked to be: a quarter for each Ctrl with plus or minus.
pub(super) fn text_step(ui: &Ui) -> f32 {
    ui.input_mut(|i| {
        let command = egui::Modifiers::COMMAND;
        let more = i.consume_key(command, Key::Plus) || i.consume_key(command, Key::Equals);
        let less = i.consume_key(command, Key::Minus);
        f32::from(i8::from(more) - i8::from(less)) * 0.25
    })
}

/// The whole game, but for the window.
pub struct Desk {
    setup: Setup,
    theme: Theme,
    screen: Screen,
    mode: Mode,
    /// How many conversations were begun.
    conversations: u64,
    stage: Option<Rect>,
    quit: bool,
    /// Said at the foot of the screen since a record could not be written, until the next conversation or the board.
    trouble: Option<String>,
    /// What is wrong with the last saved version of the followed file, and whether that lies open.
    findings: FindingsView,
    /// The id of the scenario whose file that is.
    findings_of: String,
    findings_open: bool,
    hearing: Hearing,
    book: Book,
    sitting: Option<Sitting>,
    casework: Option<Casework>,
    recalling: Recalling,
}

/// What a desk without a clock takes for the present: 4 November 2026, ten in the morning.
const SOME_DAY: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

impl Desk {
    /// A desk that keeps nothing and asks nobody who they are.
    pub fn new(setup: Setup) -> Self {
        Self::with(setup, Book::blank(SOME_DAY)).begun()
    }

    /// A desk at these records. `now` stops its clock.
    pub fn at(setup: Setup, opened: Opened, now: Option<Stamp>) -> Self {
        let (book, told) = Book::open(opened, now);
        let mut desk = Self::with(setup, book);
        desk.trouble = told.or(desk.trouble.take());
        if let Some(form) = desk.setup.form.clone() {
            match desk.book.records().form(&form) {
                Ok(place) => desk.sitting = Some(Sitting::new(form, place)),
                Err(trouble) => desk.trouble = Some(format!("The form could not be noted: {trouble}.")),
            }
        }
        desk.screen = desk.entrance();
        if desk.setup.chosen.is_some() && desk.book.who().is_none() && matches!(desk.screen, Screen::Welcome { .. }) {
            desk.trouble = desk.book.add("").or(desk.trouble.take());
        }
        // whoever has a PIN is asked for it first
        if matches!(desk.screen, Screen::Who { .. }) { desk } else { desk.begun() }
    }

    fn with(setup: Setup, book: Book) -> Self {
        let theme = Theme::new(setup.palette.unwrap_or_default(), setup.text.unwrap_or(1.0), setup.still);
        let (mode, trouble, sound) = (setup.mode, setup.notice.clone(), setup.sound);
        Self {
            setup,
            theme,
            screen: Screen::Title,
            mode,
            conversations: 0,
            stage: None,
            quit: false,
            trouble,
            findings: FindingsView::default(),
            findings_of: String::new(),
            findings_open: false,
            hearing: Hearing::new(sound),
            book,
            sitting: None,
            casework: None,
            recalling: Recalling::default(),
        }
    }

    /// Straight into the conversation that was asked for.
    fn begun(mut self) -> Self {
        if let Some(scenario) = self.setup.chosen.clone() {
            self.begin(scenario);
        }
        self
    }

    pub fn wants_to_quit(&self) -> bool {
        self.quit
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    /// What the window is called now.
    pub fn window_title(&self) -> String {
        match &self.screen {
            Screen::Title => "Alongside".to_owned(),
            Screen::Welcome { .. } => "Welcome · Alongside".to_owned(),
            Screen::Who { .. } => "Who is here? · Alongside".to_owned(),
            Screen::Progress { .. } => "Progress · Alongside".to_owned(),
            Screen::HardCall => "A hard call · Alongside".to_owned(),
            Screen::Recall { .. } => "One question · Alongside".to_owned(),
            Screen::HandedIn { .. } => "Handed in · Alongside".to_owned(),
            Screen::Lesson { .. } => "First lesson · Alongside".to_owned(),
            Screen::Class { .. } => "The class · Alongside".to_owned(),
            Screen::Board { .. } => "Harbor Street · Alongside".to_owned(),
            Screen::Care { scenario, .. } => format!("Before you choose: {} · Alongside", scenario.title),
            Screen::Briefing { scenario } => format!("Before you go in: {} · Alongside", scenario.title),
            Screen::Talk { talk, paused, .. } => {
                let paused = if *paused { "Paused: " } else { "" };
                format!("{paused}{} · Alongside", talk.session().scenario().title)
            }
            Screen::Case { .. } | Screen::Days { .. } | Screen::Epilogue { .. } => {
                let title = self.casework.as_ref().map_or("", |work| work.case.title.as_str());
                format!("{title} · Alongside")
            }
            Screen::Debrief { told, .. } => format!("Debrief: {} · Alongside", told.title),
        }
    }

    /// How long until the next picture; `None` where nothing moves until something is done.
    pub fn next_frame(&self) -> Option<Duration> {
        let moves = match &self.screen {
            Screen::Title | Screen::Welcome { .. } | Screen::Who { .. } if !self.theme.still => Some(LIVING),
            Screen::Recall { .. } if !self.theme.still => Some(LIVING),
            Screen::Days { passing: Some(_), .. } => Some(Duration::from_millis(33)),
            Screen::Talk { talk, paused: false, .. } => talk.next_frame(self.theme.still),
            Screen::Lesson { lesson } => lesson.talk.next_frame(self.theme.still),
            _ => None,
        };
        [moves, self.hearing.next_frame()].into_iter().flatten().min()
    }

    /// The living picture behind the words, if there is one.
    pub fn stage(&self) -> Option<StageView<'_>> {
        let rect = self.stage?;
        let looked_at =
            |place, distance, frozen| StageView { place, conversation: 0, rect, distance, frozen, people: None };
        Some(match &self.screen {
            Screen::Title | Screen::Welcome { .. } | Screen::Who { .. } => {
                looked_at("harbor-street", Distance::Street, false)
            }
            Screen::Progress { .. } | Screen::HandedIn { .. } | Screen::Class { .. } => return None,
            Screen::HardCall => looked_at("locker-room", Distance::Conversation, true),
            Screen::Recall { recall } => {
                let people = PeopleView { session: &recall.moment, speaking: None, taking_in: None };
                self.met(&recall.moment, rect, Distance::Portrait, false, people)
            }
            Screen::Board { .. } => looked_at("harbor-row", Distance::Row, true),
            Screen::Case { .. } => {
                let session = &self.casework.as_ref()?.look;
                let people = PeopleView { session, speaking: None, taking_in: None };
                self.met(session, rect, Distance::Conversation, true, people)
            }
            Screen::Days { .. } => looked_at("harbor-row", Distance::Row, true),
            Screen::Epilogue { session } => {
                let people = PeopleView { session, speaking: None, taking_in: None };
                self.met(session, rect, Distance::Conversation, true, people)
            }
            Screen::Care { scenario, .. } | Screen::Briefing { scenario } => {
                looked_at(&scenario.place, Distance::Conversation, true)
            }
            Screen::Talk { talk, paused, .. } => {
                let session = talk.shown_session();
                let speaking = talk.speaking().filter(|_| !paused);
                let people = PeopleView { session, speaking, taking_in: talk.taking_in() };
                self.met(session, rect, Distance::Conversation, *paused, people)
            }
            Screen::Lesson { lesson } => {
                let talk = &lesson.talk;
                let session = talk.shown_session();
                let people = PeopleView { session, speaking: talk.speaking(), taking_in: talk.taking_in() };
                self.met(session, rect, Distance::Conversation, false, people)
            }
            Screen::Debrief { session, .. } => {
                let people = PeopleView { session, speaking: None, taking_in: None };
                self.met(session, rect, Distance::Portrait, true, people)
            }
        })
    }

    fn met<'a>(
        &self,
        session: &'a Session,
        rect: Rect,
        distance: Distance,
        frozen: bool,
        people: PeopleView<'a>,
    ) -> StageView<'a> {
        let place = &session.scenario().place;
        StageView { place, conversation: self.conversations, rect, distance, frozen, people: Some(people) }
    }

    /// Draws the open screen into the whole of `ui` and does what it asks. `now` is in seconds.
    pub fn ui(&mut self, ui: &mut Ui, now: f64) {
        self.text_size_keys(ui);
        self.findings_key(ui);
        self.hearing.key(ui, self.key_is_taken());
        let before = self.standing();
        self.stage = None;
        let (foot, head) = (self.trouble_ui(ui), self.captions_ui(ui, now));
        let whole = ui.max_rect();
        let above = Rect::from_min_max(whole.min + egui::vec2(0.0, head), whole.max - egui::vec2(0.0, foot));
        let ui = &mut ui.new_child(egui::UiBuilder::new().max_rect(above));
        match &self.screen {
            Screen::Title => self.title(ui),
            Screen::Welcome { .. } => self.welcome(ui),
            Screen::Who { .. } => self.who(ui),
            Screen::Progress { .. } => self.progress(ui),
            Screen::HardCall => self.hard_call(ui),
            Screen::Recall { .. } => self.recall(ui),
            Screen::HandedIn { .. } => self.handed_in_screen(ui),
            Screen::Board { .. } => self.board(ui),
            Screen::Care { .. } => self.care(ui),
            Screen::Briefing { .. } => self.briefing(ui),
            Screen::Case { .. } => self.case(ui),
            Screen::Days { .. } => self.days(ui, now),
            Screen::Epilogue { .. } => self.epilogue(ui),
            Screen::Talk { .. } => self.talk(ui, now),
            Screen::Lesson { .. } => self.lesson(ui, now),
            Screen::Class { .. } => self.class(ui),
            Screen::Debrief { .. } => self.debrief(ui),
        }
        self.hearing.compare(before, self.standing());
        let open = self.findings_here().filter(|_| self.findings_open);
        if open.is_some_and(|findings| findings_ui(ui, &self.theme, findings)) {
            self.findings_open = false;
        }
    }

    /// Ctrl with plus and minus: a quarter more or less, anywhere.
    fn text_size_keys(&mut self, ui: &Ui) {
        let step = text_step(ui);
        if step != 0.0 {
            self.theme = Theme::new(self.theme.palette, self.theme.text + step, self.theme.still);
            self.book.set_appearance(self.theme.text, self.theme.palette);
        }
    }

    /// Changes the screen; focus and what was scrolled stay behind.
    fn go(&mut self, ui: &Ui, screen: Screen) {
        self.screen = screen;
        if let Some(id) = ui.memory(|m| m.focused()) {
            ui.memory_mut(|m| m.surrender_focus(id));
        }
        ui.ctx().request_repaint();
    }

    /// The strip at the foot of the screen; gives its height, which the screen above leaves free.
    fn trouble_ui(&self, ui: &mut Ui) -> f32 {
        let found = self
            .findings_here()
            .and_then(FindingsView::in_short)
            .filter(|_| !self.findings_open)
            .map(|f| format!("{f} F2 shows what it is."));
        let Some(trouble) = self.trouble.as_ref().or(found.as_ref()) else { return 0.0 };
        let c = self.theme.colors;
        let rect = ui.max_rect();
        let margin = self.theme.margin(rect.width());
        let width = rect.width() - 2.0 * margin;
        let format = self.theme.format(Style::Label, REGULAR, c.text);
        let mut pen = Pen { ui, theme: &self.theme };
        let height = pen.height(trouble, format.clone(), width) + 8.0;
        let top = rect.bottom() - height;
        pen.fill(Rect::from_min_max(egui::pos2(rect.left(), top), rect.max), c.sunk);
        pen.put(egui::pos2(rect.left() + margin, top + 4.0), self.theme.job(trouble, format, width));
        height
    }

    /// The conversation that is open, as far as it has come; none on every other screen.
    pub fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Talk { talk, .. } => Some(talk.session()),
            Screen::Lesson { lesson } => Some(lesson.talk.session()),
            _ => None,
        }
    }

    /// The part of the debrief that is open, for the tests.
    pub fn debrief_part(&self) -> Option<Part> {
        match &self.screen {
            Screen::Debrief { state, .. } => Some(state.part),
            _ => None,
        }
    }
}
