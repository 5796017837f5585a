//! Every screen, reached as a trainee reaches it: with keys, and with time that passes.

use std::sync::Arc;

use bevy::math::UVec2;
use bevy::platform::cell::SyncCell;
use bevy_egui::egui::Key;

use super::album::Album;
use super::studio::{Studio, Subject};
use super::{Kind, Order};
use crate::game::desk::{Desk, Saved, Setup};
use crate::lint::{Version, version};
use crate::model::Model;
use crate::scenario::Scenario;
use crate::scenario::library::{self, Contents};
use crate::session::{Mode, Phase};

const SEED: u64 = 11;
/// Seconds into the beat at which it is seen: the face has begun to answer.
const BEAT: f64 = 0.8;
/// Seconds until the beat is over and the answer begins.
const REST_OF_BEAT: f64 = 0.6;
/// Seconds for a face to come to rest.
const CALM: f64 = 1.6;
/// A conversation longer than this does not end.
const MOST_TURNS: usize = 60;
/// These two are seen from the title to the end of the debrief; of the others, how they begin.
pub(super) const THOROUGHLY: [&str; 2] = ["apartment-3c", "the-olive-door"];
/// The pictures of each conversation.
const HERE: [&str; 13] = [
    "briefing",
    "choosing",
    "beat",
    "transcript",
    "pause",
    "findings",
    "cue",
    "ending",
    "account",
    "how",
    "turns",
    "points",
    "take",
];
/// A file as its author may leave it for a moment: a word is misspelled and a bracket is open.
const BROKEN: &str =
    "(\n    titel: \"A short talk\",\n    brief: \"Somebody is waiting at the door.\",\n    people: [\n";

pub(super) fn make(studio: &mut Studio, order: &Order, album: &mut Album) -> Result<(), String> {
    studio.resize(UVec2::from(order.size));
    let scenarios: Vec<Arc<Scenario>> =
        library::shipped_ids().iter().filter_map(|id| library::load(id, None).ok()).map(Arc::new).collect();
    let cases: Vec<_> = crate::case::all(None).into_iter().map(Arc::new).collect();
    for (n, scenario) in scenarios.iter().enumerate() {
        if !wanted(album, n, scenario) {
            continue;
        }
        let desk = Desk::new(Setup {
            scenarios: scenarios.clone(),
            cases: cases.clone(),
            palette: Some(order.palette),
            text: Some(order.text),
            mode: Mode::Practice,
            seed: Some(SEED),
            ..Setup::default()
        });
        studio.show(Subject::Desk(Box::new(SyncCell::new(desk))));
        Visit { studio, album, scenario }.all(n, cases.len())?;
    }
    super::year::make(studio, order, album, &scenarios)?;
    super::lesson::make(studio, order, album, &scenarios)?;
    super::returning::make(studio, order, album, &scenarios)
}

/// Whether any picture of this visit is to be made.
fn wanted(album: &Album, n: usize, scenario: &Scenario) -> bool {
    let first = ["title", "board"].iter().any(|name| n == 0 && album.wants(Kind::Screens, name));
    let here = if THOROUGHLY.contains(&scenario.id.as_str()) { &HERE[..] } else { &HERE[..2] };
    first || here.iter().any(|name| album.wants(Kind::Screens, &format!("{}-{name}", scenario.id)))
}

/// One way from the title to the end of the debrief.
struct Visit<'a> {
    studio: &'a mut Studio,
    album: &'a mut Album,
    scenario: &'a Scenario,
}

impl Visit<'_> {
    fn all(&mut self, n: usize, cases: usize) -> Result<(), String> {
        let first = n == 0;
        self.studio.wait(CALM);
        if first {
            self.look("title")?;
        }
        self.studio.press(Key::Enter);
        if first {
            self.look("board")?;
        }
        for _ in 0..n + cases {
            self.studio.press(Key::ArrowDown);
        }
        self.studio.press(Key::Enter);
        if !self.scenario.crisis_line.is_empty() {
            self.look_here("note")?;
            for key in [Key::Tab, Key::Tab, Key::Enter] {
                self.studio.press(key);
            }
        }
        self.look_here("briefing")?;
        self.studio.press(Key::Enter);
        if !THOROUGHLY.contains(&self.scenario.id.as_str()) {
            return self.begins();
        }
        self.conversation()?;
        self.debrief()?;
        Ok(())
    }

    fn conversation(&mut self) -> Result<(), String> {
        let (mut cue_seen, mut lines) = (false, 0);
        for _ in 0..MOST_TURNS {
            let Some(open) = self.open() else { break };
            self.studio.press(Key::Space);
            match open {
                Open::Cue => {
                    if !cue_seen {
                        self.studio.wait(CALM);
                        self.look_here("cue")?;
                        cue_seen = true;
                    }
                    self.studio.press(Key::Num1);
                }
                Open::Line => {
                    match lines {
                        0 => self.choosing()?,
                        1 => self.openings()?,
                        _ => {}
                    }
                    self.studio.press(Key::Num1);
                    self.studio.wait(BEAT);
                    if lines == 0 {
                        self.look_here("beat")?;
                    }
                    self.studio.wait(REST_OF_BEAT);
                    lines += 1;
                }
            }
        }
        self.studio.wait(CALM);
        self.look_here("ending")
    }

    /// Up to where the first line is chosen.
    fn begins(&mut self) -> Result<(), String> {
        self.studio.press(Key::Space);
        if matches!(self.open(), Some(Open::Cue)) {
            self.studio.press(Key::Num1);
        }
        self.choosing()
    }

    fn choosing(&mut self) -> Result<(), String> {
        self.studio.wait(CALM);
        self.look_here("choosing")
    }

    /// What can be opened while a line is chosen.
    fn openings(&mut self) -> Result<(), String> {
        self.studio.wait(CALM);
        for (key, name) in [(Key::T, "transcript"), (Key::Escape, "pause")] {
            self.studio.press(key);
            self.look_here(name)?;
            self.studio.press(key);
        }
        self.findings()
    }

    /// The sheet that opens when the followed file cannot be played; it is mended again.
    fn findings(&mut self) -> Result<(), String> {
        let version = version(&self.scenario.id, contents(BROKEN), Model::shipped());
        let saved = Saved { id: self.scenario.id.clone(), file: format!("{}.ron", self.scenario.id), version };
        let mended = Saved { version: version_of(self.scenario), ..saved.clone() };
        if let Some(desk) = self.studio.desk() {
            desk.saved(saved);
        }
        self.look_here("findings")?;
        if let Some(desk) = self.studio.desk() {
            desk.saved(mended);
        }
        self.studio.press(Key::Space);
        Ok(())
    }

    fn debrief(&mut self) -> Result<(), String> {
        for _ in 0..3 {
            if self.open_session() {
                self.studio.press(Key::Space);
            }
        }
        for name in &HERE[8..] {
            self.studio.wait(CALM);
            self.look_here(name)?;
            self.studio.press(Key::PageDown);
        }
        Ok(())
    }

    fn open_session(&mut self) -> bool {
        self.studio.desk().is_some_and(|desk| desk.session().is_some())
    }

    /// What stands open now; nothing at the end.
    fn open(&mut self) -> Option<Open> {
        let desk = self.studio.desk()?;
        match desk.session()?.phase() {
            Phase::Cue => Some(Open::Cue),
            Phase::Choosing => Some(Open::Line),
            Phase::Ended(_) => None,
        }
    }

    fn look(&mut self, name: &str) -> Result<(), String> {
        super::look(self.studio, self.album, name)
    }

    fn look_here(&mut self, name: &str) -> Result<(), String> {
        self.look(&format!("{}-{name}", self.scenario.id))
    }
}

enum Open {
    Cue,
    Line,
}

fn contents(text: &str) -> Contents {
    Contents { text: text.to_owned(), problem: None }
}

/// The scenario as it is, with nothing to tell.
fn version_of(scenario: &Scenario) -> Version {
    Version { scenario: Some(scenario.clone()), told: Vec::new() }
}
