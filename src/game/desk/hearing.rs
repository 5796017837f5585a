//! What the desk lets be heard: what was done since the last frame, where it was done, and the captions that stand.

use std::time::Duration;

use bevy_egui::egui::{Key, Modifiers, Rect, Ui, pos2, vec2};

use super::{Desk, Screen};
use crate::game::heard::{Act, Heard, SoundSettings, Whereabouts, Words};
use crate::game::screens::pause::SoundCommand;
use crate::game::screens::talk::{TalkCommand, Yours};
use crate::game::theme::{Layout, REGULAR, Style};
use crate::game::widgets::Pen;
use crate::session::Session;

/// Seconds a caption stands.
const CAPTION: f64 = 6.0;
/// As many captions stand at a time.
const MOST_CAPTIONS: usize = 3;
/// The name of the title among the places that sound.
const TITLE: &str = "title";

/// What of the desk concerns the ear.
#[derive(Debug, Default)]
pub(super) struct Hearing {
    /// None in a program without sound.
    pub(super) settings: Option<SoundSettings>,
    acts: Vec<Act>,
    /// The words that were passed over.
    passed: Option<(u64, usize)>,
    captions: Vec<Caption>,
    /// The last moment told, in seconds.
    now: f64,
}

#[derive(Debug)]
struct Caption {
    words: String,
    /// In seconds of the desk's clock; none before it was first drawn.
    until: Option<f64>,
}

/// What of the screens can change by one act.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Standing {
    screen: u8,
    /// A page within the screen.
    page: usize,
    paused: bool,
}

/// Whether the open screen has a meaning of its own for M.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    Yes,
    No,
}

impl Hearing {
    pub(super) fn new(settings: Option<SoundSettings>) -> Self {
        Self { settings, ..Self::default() }
    }

    /// The act behind a command of the conversation.
    pub(super) fn asked(&mut self, command: TalkCommand, yours: &Yours, turn: (u64, usize)) {
        let deed = |shown: usize| matches!(yours, Yours::Choosing(lines) if lines.get(shown).is_some_and(|l| l.deed));
        match command {
            TalkCommand::Say(shown) => self.acts.push(if deed(shown) { Act::Silence } else { Act::Choose }),
            TalkCommand::Answer(_) => self.acts.push(Act::Choose),
            TalkCommand::TakeBack => self.acts.push(Act::Back),
            TalkCommand::On => self.passed = Some(turn),
            TalkCommand::Transcript | TalkCommand::Pause => {}
        }
    }

    pub(super) fn set(&mut self, command: SoundCommand) {
        let Some(settings) = &mut self.settings else { return };
        match command {
            SoundCommand::Louder => settings.louder(),
            SoundCommand::Quieter => settings.quieter(),
            SoundCommand::Toggle => settings.toggle(),
            SoundCommand::Captions => settings.toggle_captions(),
            SoundCommand::Speak => settings.toggle_speaking(),
        }
        self.acts.push(Act::Choose);
    }

    /// M: off and on, but not while somebody writes, nor where M means something else: Ctrl M does it anywhere.
    pub(super) fn key(&mut self, ui: &Ui, taken: Taken) {
        let Some(settings) = &mut self.settings else { return };
        let free = taken == Taken::No && !ui.ctx().text_edit_focused();
        let anywhere = ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::M));
        if anywhere || (free && ui.input(|i| i.key_pressed(Key::M))) {
            settings.toggle();
        }
    }

    /// What was done between two looks at the screens.
    pub(super) fn compare(&mut self, before: Standing, after: Standing) {
        match after.screen.cmp(&before.screen) {
            std::cmp::Ordering::Greater => self.acts.push(Act::Open),
            std::cmp::Ordering::Less => self.acts.push(Act::Back),
            std::cmp::Ordering::Equal if before.page != after.page => self.acts.push(Act::Page),
            std::cmp::Ordering::Equal if before.paused != after.paused => self.acts.push(Act::Back),
            std::cmp::Ordering::Equal => {}
        }
    }

    /// Until the next caption goes; none where none stands.
    pub(super) fn next_frame(&self) -> Option<Duration> {
        let left = self.captions.iter().filter_map(|c| c.until).map(|until| until - self.now).reduce(f64::min)?;
        Some(Duration::from_secs_f64(left.max(0.0) + 0.02))
    }

    /// The captions in one line, without those whose time is over.
    fn captions(&mut self, now: f64) -> Option<String> {
        self.now = now;
        for caption in &mut self.captions {
            caption.until.get_or_insert(now + CAPTION);
        }
        self.captions.retain(|c| c.until.is_none_or(|until| until > now));
        let words: Vec<&str> = self.captions.iter().map(|c| c.words.as_str()).collect();
        (!words.is_empty()).then(|| words.join("  "))
    }
}

impl Desk {
    /// What is to be heard now. Takes what was done: call it once a frame.
    pub fn heard(&mut self) -> Option<Heard> {
        let settings = self.hearing.settings?;
        let talk = match &self.screen {
            Screen::Talk { talk, paused: false, .. } => Some(talk),
            _ => None,
        };
        let words = talk.filter(|talk| !talk.is_answered()).and_then(|talk| words(talk.session(), self.conversations));
        Some(Heard {
            settings,
            whereabouts: self.whereabouts(),
            speaking: talk.is_some_and(|talk| talk.speaking().is_some()),
            words: words.filter(|words| Some(words.turn) != self.hearing.passed),
            acts: std::mem::take(&mut self.hearing.acts),
            life: Vec::new(),
        })
    }

    fn whereabouts(&self) -> Option<Whereabouts> {
        match &self.screen {
            Screen::Title | Screen::Welcome { .. } | Screen::Who { .. } => {
                Some(Whereabouts { place: TITLE.to_owned(), ..Whereabouts::default() })
            }
            Screen::Talk { talk, paused: false, .. } => {
                let (session, conversation) = (talk.session(), self.conversations);
                let scenario = session.scenario();
                Some(Whereabouts {
                    conversation,
                    scenario: scenario.id.clone(),
                    node: scenario.place_at(session.at()).id.clone(),
                    place: scenario.place.clone(),
                    hazard: session.open_turn().hazard,
                })
            }
            Screen::Lesson { lesson } => {
                let scenario = lesson.talk.session().scenario();
                Some(Whereabouts {
                    conversation: self.conversations,
                    scenario: scenario.id.clone(),
                    place: scenario.place.clone(),
                    ..Whereabouts::default()
                })
            }
            Screen::Talk { .. }
            | Screen::Progress { .. }
            | Screen::Class { .. }
            | Screen::HandedIn { .. }
            | Screen::HardCall
            | Screen::Recall { .. }
            | Screen::Board { .. }
            | Screen::Care { .. }
            | Screen::Briefing { .. }
            | Screen::Case { .. }
            | Screen::Days { .. }
            | Screen::Epilogue { .. }
            | Screen::Debrief { .. } => None,
        }
    }

    /// A sound in words, for a moment, if they are wanted.
    pub fn caption(&mut self, words: String) {
        if self.hearing.settings.is_some_and(|s| s.shows_captions()) {
            self.hearing.captions.push(Caption { words, until: None });
            let many = self.hearing.captions.len().saturating_sub(MOST_CAPTIONS);
            self.hearing.captions.drain(..many);
        }
    }

    /// On the board, M is the mode; in a field it is a letter.
    pub(super) fn key_is_taken(&self) -> Taken {
        let taken = match &self.screen {
            Screen::Lesson { lesson } => lesson.is_writing(),
            Screen::Debrief { state, .. } => state.is_writing(),
            screen => matches!(
                screen,
                Screen::Board { .. } | Screen::Welcome { .. } | Screen::Who { .. } | Screen::Case { notes: true }
            ),
        };
        if taken { Taken::Yes } else { Taken::No }
    }

    pub(super) fn standing(&self) -> Standing {
        let (screen, page, paused) = match &self.screen {
            Screen::Title => (0, 0, false),
            Screen::Board { .. } => (1, 0, false),
            Screen::Briefing { .. } => (2, 0, false),
            Screen::Talk { paused, transcript, .. } => (3, usize::from(*transcript), *paused),
            Screen::Debrief { state, .. } => (4, state.part as usize, false),
            Screen::Welcome { .. } => (5, 0, false),
            Screen::Who { .. } => (6, 0, false),
            Screen::Progress { .. } => (7, 0, false),
            Screen::HandedIn { .. } => (8, 0, false),
            Screen::Case { notes } => (9, usize::from(*notes), false),
            Screen::Days { .. } => (10, 0, false),
            Screen::Epilogue { .. } => (11, 0, false),
            Screen::Lesson { .. } => (12, 0, false),
            Screen::Class { at, .. } => (13, *at, false),
            Screen::HardCall => (14, 0, false),
            Screen::Recall { .. } => (15, 0, false),
            Screen::Care { reading, .. } => (2, usize::from(*reading), false),
        };
        Standing { screen, page, paused }
    }

    /// The captions, at the upper edge: over the stage where it is as wide as the screen, otherwise above the words. Gives
    /// the height that the screen below leaves free.
    pub(super) fn captions_ui(&mut self, ui: &mut Ui, now: f64) -> f32 {
        if !matches!(self.screen, Screen::Talk { paused: false, .. }) {
            self.hearing.captions.clear();
        }
        let Some(words) = self.hearing.captions(now) else { return 0.0 };
        let c = self.theme.colors;
        let rect = ui.max_rect();
        let margin = self.theme.margin(rect.width());
        let format = self.theme.format(Style::Label, REGULAR, c.text);
        let mut pen = Pen { ui, theme: &self.theme };
        let job = self.theme.job(&words, format, rect.width() - 2.0 * margin);
        let size = pen.ui.painter().layout_job(job.clone()).size();
        match self.theme.layout(rect.width()) {
            Layout::Page => {
                let at = pos2(rect.right() - margin - size.x, rect.top() + 16.0);
                pen.fill(Rect::from_min_size(at, size).expand2(vec2(10.0, 4.0)), c.sunk);
                pen.put(at, job);
                0.0
            }
            Layout::Column => {
                let height = size.y + 8.0;
                pen.fill(Rect::from_min_size(rect.min, vec2(rect.width(), height)), c.sunk);
                pen.put(rect.min + vec2(margin, 4.0), job);
                height
            }
        }
    }
}

/// What stands to be read out: what they said, or how it ended.
fn words(session: &Session, conversation: u64) -> Option<Words> {
    let scenario = session.scenario();
    let text = match session.ending() {
        Some((ending, _)) => ending.text.clone(),
        None => {
            let said = session.open_turn().said.iter().map(|s| s.line(scenario).text.as_str());
            said.collect::<Vec<_>>().join(" ")
        }
    };
    let turn = (conversation, session.transcript().turns.len());
    (!text.is_empty()).then_some(Words { turn, text })
}
