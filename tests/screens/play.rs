//! A desk at play: a window's size, a clock moved by hand, keys, clicks by label, and what can be read.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use alongside::case::Case;
use alongside::game::desk::{Desk, Setup};
use alongside::game::heard::SoundSettings;
use alongside::game::theme::{self, Palette};
use alongside::model::Model;
use alongside::records::Form;
use alongside::scenario::{Scenario, library};
use alongside::session::{Mode, Session};
use bevy_egui::egui::{self, Key, LayerId, Modifiers, Ui, UiBuilder};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

pub const SEED: u64 = 11;
/// Seconds after which a line stands and the whole answer has come.
const TURN: f64 = 1.2;
const ANSWER: f64 = 4.6;
/// A conversation longer than this does not end.
pub const MOST_TURNS: usize = 40;

pub const NUMBERS: [Key; 5] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];

/// The desk with the time that it is told.
pub struct Told {
    pub desk: Desk,
    #[cfg(feature = "sound")]
    pub ears: super::sound::Ears,
    now: f64,
    fonts: bool,
}

impl Told {
    fn new(desk: Desk) -> Self {
        Self {
            desk,
            #[cfg(feature = "sound")]
            ears: Default::default(),
            now: 0.0,
            fonts: false,
        }
    }
}

pub struct Play {
    pub harness: Harness<'static, Told>,
}

/// How a play starts, with the window's size in pixels.
#[derive(Clone)]
pub struct Start {
    pub window: (f32, f32),
    pub text: f32,
    pub still: bool,
    pub mode: Mode,
    pub chosen: Option<Arc<Scenario>>,
    pub record: Option<PathBuf>,
    pub notice: Option<String>,
    pub sound: Option<SoundSettings>,
    pub form: Option<Form>,
    /// They stand above the conversations on the board.
    pub cases: Vec<Arc<Case>>,
}

impl Default for Start {
    fn default() -> Self {
        let window = (1280.0, 720.0);
        let mode = Mode::Practice;
        let sound = Some(SoundSettings { speak: Some(false), ..SoundSettings::default() });
        Self {
            window,
            text: 1.0,
            still: false,
            mode,
            chosen: None,
            record: None,
            notice: None,
            sound,
            form: None,
            cases: Vec::new(),
        }
    }
}

pub fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped_ids().iter().map(|id| Arc::new(library::load(id, None).expect("it ships"))).collect()
}

/// Four lines at the door, then a cue question.
pub fn apartment() -> Arc<Scenario> {
    Arc::new(library::load("apartment-3c", None).expect("it ships"))
}

impl Start {
    /// At the door of the apartment, before anybody has spoken.
    pub fn at_the_door() -> Self {
        Self { chosen: Some(apartment()), ..Self::default() }
    }

    pub fn open(self) -> Play {
        self.open_as(Desk::new)
    }

    /// A desk made in another way, for one at records.
    pub fn open_as(self, desk: impl FnOnce(Setup) -> Desk) -> Play {
        let zoom = theme::zoom(self.window.0, self.window.1);
        let desk = desk(Setup {
            notice: self.notice,
            scenarios: shipped(),
            cases: self.cases,
            chosen: self.chosen,
            palette: Some(Palette::Dusk),
            text: Some(self.text),
            still: self.still,
            mode: self.mode,
            seed: Some(SEED),
            record: self.record,
            sound: self.sound,
            form: self.form,
        });
        let harness = Harness::builder()
            .with_size((self.window.0 / zoom, self.window.1 / zoom))
            .with_pixels_per_point(zoom)
            .with_max_steps(40)
            .build_ui_state(frame, Told::new(desk));
        let mut play = Play { harness };
        play.settle();
        play
    }
}

/// One frame, as the program draws it.
fn frame(outer: &mut Ui, told: &mut Told) {
    let ctx = outer.ctx().clone();
    if !told.fonts {
        ctx.set_fonts(theme::fonts());
        told.fonts = true;
        ctx.request_repaint();
        return;
    }
    told.desk.theme().apply(&ctx);
    let builder = UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.viewport_rect());
    let mut ui = Ui::new(ctx, egui::Id::new("desk"), builder);
    told.desk.ui(&mut ui, told.now);
    #[cfg(feature = "sound")]
    told.ears.listen(&mut told.desk);
}

impl Play {
    pub fn desk(&self) -> &Desk {
        &self.harness.state().desk
    }

    pub fn title(&self) -> String {
        self.desk().window_title()
    }

    /// Draws until nothing asks for another picture, and once more, so that what scrolls has scrolled.
    pub fn settle(&mut self) {
        self.harness.run();
        self.harness.run_steps(2);
    }

    pub fn wait(&mut self, secs: f64) {
        self.harness.state_mut().now += secs;
        self.settle();
    }

    pub fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    pub fn press_with_command(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.settle();
    }

    pub fn click(&mut self, label: &str) {
        let center = {
            let found = self.harness.query_all_by_label(label).find(|n| n.accesskit_node().role() != LABEL);
            found.unwrap_or_else(|| panic!("no {label:?} among {:?}", self.buttons())).rect().center()
        };
        self.harness.hover_at(center);
        self.harness.drag_at(center);
        self.harness.drop_at(center);
        self.settle();
    }

    /// The names of everything that can be clicked or chosen, in the order of the screen.
    pub fn buttons(&self) -> Vec<String> {
        self.named(|role| role != LABEL)
    }

    /// Everything that is read out but does nothing.
    pub fn labels(&self) -> Vec<String> {
        self.named(|role| role == LABEL)
    }

    fn named(&self, wanted: impl Fn(egui::accesskit::Role) -> bool) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let named = nodes.filter(|n| wanted(n.accesskit_node().role()) && !n.accesskit_node().is_disabled());
        named.filter_map(|n| said(&n)).filter(|l| !l.is_empty()).collect()
    }

    /// The tabs that are told as chosen.
    pub fn chosen(&self) -> Vec<String> {
        let nodes = self.harness.root().children_recursive();
        let on = nodes.filter(|n| n.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
        on.filter_map(|n| said(&n)).collect()
    }

    pub fn has_button(&self, name: &str) -> bool {
        self.buttons().iter().any(|b| b == name)
    }

    pub fn reads(&self, part: &str) -> bool {
        self.labels().iter().any(|l| l.contains(part))
    }

    pub fn focused(&self) -> Option<egui::Id> {
        self.harness.ctx.memory(|m| m.focused())
    }

    pub fn focused_name(&self) -> Option<String> {
        self.names().remove(&self.focused()?.accesskit_id().0)
    }

    /// What a screen reader calls each widget.
    pub fn names(&self) -> HashMap<u64, String> {
        super::seen::names(&self.harness)
    }

    /// "1 of 4, ...": the lines or answers on offer.
    pub fn choices(&self) -> Vec<String> {
        let buttons = self.buttons();
        let numbered = |b: &&String| b.split_once(" of ").is_some_and(|(n, _)| n.parse::<usize>().is_ok());
        buttons.iter().filter(numbered).cloned().collect()
    }

    /// Past the note on what may hurt, where there is one.
    pub fn pass_the_note(&mut self) {
        if self.title().starts_with("Before you choose") {
            self.click("Go on");
        }
    }

    /// Lets them speak to the end.
    pub fn listen(&mut self) {
        // they begin with the frame in which they are first seen
        self.wait(0.05);
        self.wait(ANSWER);
        self.wait(0.1);
    }

    /// Says the n-th line shown with its key, and waits until it stands.
    pub fn say(&mut self, shown: usize) {
        self.press(NUMBERS[shown]);
        self.wait(TURN);
        self.listen();
    }

    /// Says or answers whatever is first, until the debrief opens.
    pub fn converse_to_the_debrief(&mut self) {
        for _ in 0..2 * MOST_TURNS {
            if self.title().starts_with("Debrief") {
                return;
            }
            match self.choices().is_empty() {
                false => self.say(0),
                true => {
                    self.listen();
                    self.press(Key::Space);
                }
            }
        }
        panic!("the conversation does not end: {:?}", self.labels());
    }
}

/// A button has its name as a label, words have it as their value.
fn said(node: &egui_kittest::Node) -> Option<String> {
    node.accesskit_node().label().or_else(|| node.accesskit_node().value())
}

const LABEL: egui::accesskit::Role = egui::accesskit::Role::Label;

/// The same conversation beside the screens: what the seed offers, and in which order.
pub fn beside(scenario: &Arc<Scenario>) -> Session {
    Session::begin(Arc::clone(scenario), Model::shipped(), SEED, Mode::Practice)
}

/// The lines on offer as they are shown: the choice's place in the file, and its words.
pub fn shown(session: &Session) -> Vec<(usize, String)> {
    let turn = session.open_turn();
    let node = session.node().expect("it is not over");
    let line = |i: &usize| {
        let choice = turn.offered[*i].choice;
        (choice, alongside::debrief::turns::your_line(&node.choices[choice]))
    };
    turn.order.iter().map(line).collect()
}
