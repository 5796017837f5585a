//! Who sits here: the title, the first time, and the list of everybody.

use bevy_egui::egui::Ui;

use super::{Desk, Screen};
use crate::game::screens::title::{TitleCommand, TitleView, title_ui};
use crate::game::screens::welcome::{WelcomeCommand, WelcomeState, welcome_ui};
use crate::game::screens::who::{WhoCommand, WhoView, who_ui};
use crate::game::theme::{Palette, Theme};
use crate::records::{Stamp, Trainee, Unfinished};

/// Who of the list is asked, and for what.
#[derive(Clone, Debug, Default)]
pub(super) struct Asking {
    people: Vec<Trainee>,
    whom: Option<usize>,
    pin: String,
    wrong: bool,
}

impl Desk {
    /// Where the program opens: the first time with three questions, else at the title, unless a PIN stands before it.
    pub(super) fn entrance(&mut self) -> Screen {
        let people = self.book.everybody();
        match people.first() {
            None => Screen::Welcome { state: WelcomeState::default() },
            Some(last) if last.has_pin => Screen::Who { asking: Asking { people, whom: Some(0), ..Asking::default() } },
            Some(last) => {
                self.sit(last.clone());
                Screen::Title
            }
        }
    }

    fn sit(&mut self, trainee: Trainee) {
        if let Some((text, palette)) = self.book.appearance(&trainee) {
            let (palette, text) = (self.setup.palette.unwrap_or(palette), self.setup.text.unwrap_or(text));
            self.theme = Theme::new(palette, text, self.theme.still);
        }
        self.book.sit(trainee);
    }

    pub(super) fn title(&mut self, ui: &mut Ui) {
        self.stage = Some(ui.max_rect());
        let recall = self.recall_line();
        let view = TitleView {
            recall,
            name: self.book.who().map(|who| who.name.clone()).unwrap_or_default(),
            unfinished: self.book.unfinished().map(|open| told(open, self.book.now())),
            progress: self.book.has_past(),
            others: self.book.knows_names(),
            form: self.form_line(),
            lesson: self.sitting.is_none().then(|| self.lesson_line()),
        };
        match title_ui(ui, &self.theme, &view) {
            Some(TitleCommand::Continue) => self.go_on(ui),
            Some(TitleCommand::Practice) if self.sitting.is_some() => self.next_of_form(ui),
            Some(TitleCommand::Practice) => self.go(ui, Screen::Board { chosen: 0 }),
            Some(TitleCommand::Recall) => self.open_recall(ui),
            Some(TitleCommand::Lesson) => self.open_lesson(ui),
            Some(TitleCommand::Progress) => self.look_back(ui),
            Some(TitleCommand::SomebodyElse) => self.somebody_else(ui),
            Some(TitleCommand::Quit) => self.quit = true,
            None => {}
        }
    }

    pub(super) fn somebody_else(&mut self, ui: &Ui) {
        let asking = Asking { people: self.book.everybody(), ..Asking::default() };
        self.go(ui, Screen::Who { asking });
    }

    /// Goes on with what was left open.
    fn go_on(&mut self, ui: &Ui) {
        let id = self.book.unfinished().map(|open| open.scenario.clone());
        let scenario = id.as_ref().and_then(|id| self.scenario(id));
        match self.book.resume(scenario) {
            Ok(session) => {
                self.casework_of(&session);
                self.go(ui, Screen::Title);
                self.continue_with(session);
            }
            Err(why) => self.trouble = Some(why),
        }
    }

    pub(super) fn welcome(&mut self, ui: &mut Ui) {
        self.stage = Some(ui.max_rect());
        let Screen::Welcome { state } = &mut self.screen else { return };
        let Some(command) = welcome_ui(ui, &self.theme, state) else { return };
        let name = state.name.clone();
        match command {
            WelcomeCommand::Text(text) => self.theme = Theme::new(self.theme.palette, text, self.theme.still),
            WelcomeCommand::Light(palette) => self.theme = Theme::new(palette, self.theme.text, self.theme.still),
            WelcomeCommand::Back => self.go(ui, Screen::Title),
            WelcomeCommand::LookAround => {
                self.sits_down(&name);
                self.go(ui, Screen::Title);
            }
            WelcomeCommand::Talk => {
                self.sits_down(&name);
                if self.sitting.is_none() { self.open_lesson(ui) } else { self.go(ui, Screen::Title) }
            }
        }
        ui.ctx().request_repaint();
    }

    fn sits_down(&mut self, name: &str) {
        self.trouble = self.book.add(name);
        self.book.set_appearance(self.theme.text, self.theme.palette);
    }

    pub(super) fn who(&mut self, ui: &mut Ui) {
        self.stage = Some(ui.max_rect());
        let now = self.book.now();
        let somebody = self.book.who().is_some();
        let Screen::Who { asking } = &mut self.screen else { return };
        let people = asking.people.iter().map(|t| (t.name.clone(), when(t.here, now))).collect();
        let view = WhoView { people, asked: asking.whom, wrong: asking.wrong, back: somebody };
        match who_ui(ui, &self.theme, &view, &mut asking.pin) {
            None => {}
            Some(WhoCommand::Back) if asking.whom.is_some() => {
                (asking.whom, asking.wrong) = (None, false);
                asking.pin.clear();
            }
            Some(WhoCommand::Back) => self.go(ui, Screen::Title),
            Some(WhoCommand::Completions) => self.save_completions(),
            Some(WhoCommand::Class) => self.open_class(ui),
            Some(WhoCommand::New) => {
                let state = WelcomeState { back: somebody, ..WelcomeState::default() };
                self.go(ui, Screen::Welcome { state });
            }
            Some(WhoCommand::Sit(i)) if asking.people.get(i).is_some_and(|t| t.has_pin) => {
                (asking.whom, asking.wrong) = (Some(i), false);
                asking.pin.clear();
            }
            Some(WhoCommand::Sit(i)) => self.comes(ui, i),
            Some(WhoCommand::Pin(i, pin)) => {
                let opens =
                    asking.people.get(i).is_some_and(|t| self.book.records().opens(t.ix, &pin).unwrap_or(false));
                asking.wrong = !opens;
                asking.pin.clear();
                if opens {
                    self.comes(ui, i);
                }
            }
        }
    }

    fn comes(&mut self, ui: &Ui, i: usize) {
        let Screen::Who { asking } = &self.screen else { return };
        if let Some(trainee) = asking.people.get(i).cloned() {
            self.sit(trainee);
            self.go(ui, Screen::Title);
        }
    }
}

/// Which conversation was left open, where, and when.
fn told(open: &Unfinished, now: Stamp) -> String {
    format!("{}, turn {}, {}", open.title, open.steps.len() + 1, when(open.began, now))
}

/// A day as one speaks of it.
pub(super) fn when(then: Stamp, now: Stamp) -> String {
    let then = Stamp { zone: if then.zone == 0 { now.zone } else { then.zone }, ..then };
    match now.day() - then.day() {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days @ 2..=13 => format!("{days} days ago"),
        days @ 14..=59 => format!("{} weeks ago", days / 7),
        _ => then.date_in_words(),
    }
}

/// The name of a palette in the records.
pub(super) const PALETTES: [(Palette, &str); 3] =
    [(Palette::Dusk, "dusk"), (Palette::Paper, "paper"), (Palette::HighContrast, "high-contrast")];
