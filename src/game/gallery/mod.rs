//! The gallery: one person, tried in every mood and light, and their file written from it.
//!
//! No window is needed: the same gallery is driven by the program and by the tests.

mod pages;
mod save;
mod sitter;
mod window;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use bevy::math::Vec2;
use bevy_egui::egui::{Key, Modifiers, Rect, ScrollArea, Ui, UiBuilder, pos2};

use super::desk::text_step;
use super::stage::{Actor, Distance, Scene};
use super::theme::{LIGHT, Layout, Palette, REGULAR, SEMIBOLD, Style, Theme};
use super::widgets::Pen;
use crate::backdrop::Wish;
use crate::cast;
use pages::Page;
use save::Saving;
pub use sitter::Sitter;
pub use window::run;

/// How the gallery starts.
#[derive(Clone, Debug)]
pub struct Opening {
    /// Whoever is looked at first.
    pub person: String,
    /// Where files are written, and read where they are there already.
    pub folder: PathBuf,
    pub palette: Palette,
    /// 1 to 2.
    pub text: f32,
    pub still: bool,
}

/// The whole gallery, but for the window.
pub struct Gallery {
    theme: Theme,
    folder: PathBuf,
    /// Everybody, by name: id and name.
    people: Vec<(String, String)>,
    /// Place ids and names.
    /// Ids.
    places: Vec<String>,
    chosen: String,
    place: usize,
    /// Whoever was looked at; what is not saved yet stays with them.
    sitters: BTreeMap<String, Sitter>,
    page: Page,
    saving: Saving,
    stage: Option<Rect>,
    now: f64,
    quit: bool,
}

impl Gallery {
    pub fn new(opening: Opening) -> Self {
        let name = |id: &str| cast::look(id).map(|look| (id.to_owned(), look.name.clone()));
        let mut people: Vec<(String, String)> = cast::look_ids().filter_map(name).collect();
        people.sort_by(|a, b| a.1.cmp(&b.1));
        let mut places: Vec<String> = cast::place_ids().map(str::to_owned).collect();
        places.sort();
        let mut gallery = Self {
            theme: Theme::new(opening.palette, opening.text, opening.still),
            folder: opening.folder,
            people,
            places,
            chosen: String::new(),
            place: 0,
            sitters: BTreeMap::new(),
            page: Page::Person,
            saving: Saving::Idle,
            stage: None,
            now: 0.0,
            quit: false,
        };
        gallery.choose(&opening.person);
        gallery
    }

    pub fn wants_to_quit(&self) -> bool {
        self.quit
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    pub fn window_title(&self) -> String {
        match self.sitter() {
            Some(sitter) => format!("{} · People · Alongside", sitter.look.name),
            None => "People · Alongside".to_owned(),
        }
    }

    /// Whoever is looked at.
    pub fn sitter(&self) -> Option<&Sitter> {
        self.sitters.get(&self.chosen)
    }

    /// How long until the next picture; `None` where nothing moves until something is done.
    pub fn next_frame(&self) -> Option<Duration> {
        self.sitter().is_some_and(|s| s.trial.living).then_some(crate::game::LIVING)
    }

    /// What is seen, with a point of the interface so many logical pixels large.
    pub fn scene(&mut self, zoom: f32) -> Option<Scene> {
        let (rect, now) = (self.stage?, self.now);
        let place = self.places.get(self.place)?.clone();
        let sitter = self.sitters.get_mut(&self.chosen)?;
        let corner = |p: bevy_egui::egui::Pos2| Vec2::new(p.x, p.y) * zoom;
        let held = sitter.held(now);
        Some(Scene {
            conversation: 0,
            place,
            actors: vec![Actor { held: Some(held), ..Actor::alone(&sitter.id, sitter.shown()) }],
            rect: bevy::math::Rect::from_corners(corner(rect.min), corner(rect.max)),
            distance: Distance::HalfLength,
            wish: Wish::default(),
            frozen: true,
            still: true,
            dimmed: self.theme.palette == Palette::HighContrast,
        })
    }

    /// Somebody else steps on; a file that cannot be read is told.
    fn choose(&mut self, id: &str) {
        if !self.sitters.contains_key(id) {
            let read = sitter::text_of(id, &self.folder).and_then(|text| Sitter::read(id, &text));
            match read {
                Ok(sitter) => {
                    self.sitters.insert(id.to_owned(), sitter);
                }
                Err(problem) => {
                    self.saving = Saving::Told(format!("{id}.ron: {problem}"));
                    return;
                }
            }
        }
        id.clone_into(&mut self.chosen);
        self.saving = Saving::Idle;
    }

    /// Draws the gallery into the whole of `ui`. `now` is in seconds.
    pub fn ui(&mut self, ui: &mut Ui, now: f64) {
        self.now = now;
        let step = text_step(ui);
        if step != 0.0 {
            self.theme = Theme::new(self.theme.palette, self.theme.text + step, self.theme.still);
        }
        let theme = self.theme;
        let rect = ui.max_rect();
        let share = match theme.layout(rect.width()) {
            Layout::Page => 0.46,
            Layout::Column => 0.28,
        };
        let stage = Rect::from_min_max(rect.min, pos2(rect.left() + rect.width() * share, rect.bottom()));
        self.stage = Some(stage);
        let panel = Rect::from_min_max(pos2(stage.right(), rect.top()), rect.max);
        ui.painter().rect_filled(panel, 0, theme.colors.ground);
        let inner = Rect::from_min_max(
            panel.min + bevy_egui::egui::vec2(36.0, 28.0),
            panel.max - bevy_egui::egui::vec2(36.0, 16.0),
        );
        let mut pen = Pen { ui, theme: &theme };
        let top = self.head(&mut pen, inner);
        let foot = self.foot(&mut pen, inner);
        let body = Rect::from_min_max(pos2(inner.left() - 8.0, top), pos2(inner.right(), foot - 12.0));
        let mut scrolled = pen.ui.new_child(UiBuilder::new().max_rect(body));
        ScrollArea::vertical().id_salt(("page", self.page as u8)).auto_shrink(false).show(&mut scrolled, |ui| {
            let mut pen = Pen { ui, theme: &theme };
            self.page_ui(&mut pen, body.width() - 16.0);
        });
        self.keys(ui);
    }

    /// Name, state of the file, and the pages; gives where the page begins.
    fn head(&mut self, pen: &mut Pen, area: Rect) -> f32 {
        let c = pen.theme.colors;
        let (name, about) = match self.sitter() {
            Some(sitter) => {
                let state = if sitter.is_changed() { "changed, not saved yet" } else { "as in the file" };
                (sitter.look.name.clone(), format!("{}, {}.ron: {state}", sitter.look.age, sitter.id))
            }
            None => ("Nobody".to_owned(), "no file could be read".to_owned()),
        };
        let small = pen.theme.layout(pen.ui.max_rect().width()) == Layout::Column;
        let style = if small { Style::Part } else { Style::Heading };
        let name = pen.text(area.min, area.width(), &name, style, LIGHT, c.text);
        let about =
            pen.text(pos2(area.left(), name.bottom() + 2.0), area.width(), &about, Style::Note, REGULAR, c.soft);
        let (mut x, mut y) = (area.left(), about.bottom() + 16.0);
        for (page, words) in Page::ALL {
            let format = pen.theme.format(Style::Body, SEMIBOLD, c.text);
            let wide = pen.ui.painter().layout_job(pen.theme.job(words, format, 900.0)).size().x;
            if x > area.left() && x + wide > area.right() {
                x = area.left();
                y += pen.theme.rows(36.0).max(46.0);
            }
            if pen.tab(pos2(x, y), words, words, self.page == page).clicked() {
                self.page = page;
            }
            x += wide + 28.0;
        }
        y + pen.theme.rows(26.0) + 22.0
    }

    fn keys(&mut self, ui: &Ui) {
        let (next, before, save, escape) = ui.input_mut(|i| {
            (
                i.key_pressed(Key::PageDown),
                i.key_pressed(Key::PageUp),
                i.consume_key(Modifiers::COMMAND, Key::S),
                i.key_pressed(Key::Escape),
            )
        });
        if next || before {
            self.page = self.page.beside(next);
        }
        if save {
            self.save();
        }
        if escape {
            self.leave();
        }
    }
}
