//! The tour: the real window under Xvfb, driven by real keys and a real mouse through a whole conversation to its debrief.
//!
//! It needs Xvfb, xdotool and ImageMagick. Without them it says so and is skipped, unless `ALONGSIDE_TOUR=required`.
//! Pictures are left in `ALONGSIDE_TOUR_OUT`, or in the build's temporary folder.

mod display;
mod picture;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Arc;
use std::time::{Duration, Instant};

use alongside::model::Model;
use alongside::scenario::library;
use alongside::session::{self, Mode, Phase, Session, replay};

use display::Display;

const SEED: u64 = 11;
/// Generous: the slowest machine draws in software on two busy cores.
const PATIENCE: Duration = Duration::from_secs(90);
/// Between two keys that mean different things, so that the window takes them one by one.
const CALM: Duration = Duration::from_millis(800);

#[test]
fn a_conversation_is_played_through_in_the_real_window() {
    let Some(display) = Display::open() else {
        assert!(
            std::env::var("ALONGSIDE_TOUR").as_deref() != Ok("required"),
            "the tour is required here, and Xvfb, xdotool or ImageMagick is missing"
        );
        // straight to standard error: the test harness would keep a printed line to itself
        let _ = writeln!(std::io::stderr(), "SKIPPED: the tour needs Xvfb, xdotool and ImageMagick");
        return;
    };
    // the others are walked through without a window
    for id in ["apartment-3c", "the-olive-door"].map(str::to_owned) {
        Tour::begin(&display, &id).play();
    }
}

/// One scenario's way from the title to its debrief.
struct Tour<'d> {
    display: &'d Display,
    game: Child,
    id: String,
    record: PathBuf,
    out: PathBuf,
    session: Session,
}

impl Drop for Tour<'_> {
    fn drop(&mut self) {
        let _ = self.game.kill();
        let _ = self.game.wait();
    }
}

impl<'d> Tour<'d> {
    fn begin(display: &'d Display, id: &str) -> Self {
        let out = std::env::var_os("ALONGSIDE_TOUR_OUT")
            .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tour"), PathBuf::from);
        std::fs::create_dir_all(&out).expect("a folder for the pictures");
        let record = out.join(format!("{id}.json"));
        let _ = std::fs::remove_file(&record);
        let game = Command::new(env!("CARGO_BIN_EXE_alongside"))
            .args(["--seed", &SEED.to_string(), "--window", "1280x720", "--no-records", "--record"])
            .arg(&record)
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .spawn()
            .expect("the game starts");
        let scenario = library::load(id, None).expect("a shipped scenario");
        let session = Session::begin(Arc::new(scenario), Model::shipped(), SEED, Mode::Practice);
        Self { display, game, id: id.to_owned(), record, out, session }
    }

    fn play(mut self) {
        self.reach("Alongside");
        self.look("1-title");
        self.press("Return");
        self.reach("Harbor Street");
        self.choose_on_the_board();
        self.look("2-board");
        self.press("Return");
        self.reach("Before you go in");
        self.look("3-briefing");
        self.press("Return");
        let title = self.session.scenario().title.clone();
        self.reach(&format!("{title} · Alongside"));
        self.converse();
        self.look("6-ending");
        self.until("the debrief comes", |tour| {
            tour.press("space");
            std::thread::sleep(Duration::from_millis(400));
            tour.title().contains("Debrief")
        });
        self.read_debrief();
        self.compare_record();
    }

    fn choose_on_the_board(&self) {
        let at = library::all(None).iter().position(|entry| entry.id == self.id).expect("it is shipped");
        self.press(&(at + alongside::case::all(None).len() + 1).to_string());
    }

    /// Says the line shown first, then second, and so on in turn, until the conversation is over.
    fn converse(&mut self) {
        let (mut turns, mut seen) = (0, false);
        while !matches!(self.session.phase(), Phase::Ended(_)) {
            assert!(turns < 40, "the conversation does not end");
            let cue = self.session.phase() == Phase::Cue;
            let key = self.next_key(turns);
            self.press("space");
            if cue {
                std::thread::sleep(CALM);
                self.look("4-cue");
                self.press("1");
            }
            std::thread::sleep(CALM);
            let watch = turns > 0 && !cue && !seen;
            seen |= watch;
            if watch {
                self.look("4-choices");
            }
            self.say(key, turns, watch);
            turns += 1;
        }
    }

    /// Moves our own session on and gives the number key that does the same in the window.
    fn next_key(&mut self, turn: usize) -> usize {
        let shown = turn % self.session.open_turn().order.len();
        if self.session.phase() == Phase::Cue {
            self.session.apply(session::Command::Answer(0)).expect("the question has a first answer");
        }
        let open = self.session.open_turn();
        let choice = open.offered[open.order[shown]].choice;
        self.session.apply(session::Command::Say(choice)).expect("a line on offer");
        shown + 1
    }

    fn say(&self, key: usize, before: usize, watch: bool) {
        self.until("the line is said", |tour| {
            tour.press(&key.to_string());
            if watch {
                std::thread::sleep(Duration::from_millis(450));
                tour.look("5-beat");
            }
            let soon = Instant::now() + Duration::from_secs(6);
            while Instant::now() < soon && tour.recorded_turns() <= before {
                std::thread::sleep(Duration::from_millis(100));
            }
            tour.recorded_turns() > before
        });
        assert_eq!(self.recorded_turns(), before + 1, "one key said more than one line");
        std::thread::sleep(Duration::from_millis(300));
    }

    fn read_debrief(&self) {
        self.look("7-account");
        for picture in ["8-how", "9-turns", "10-points", "11-take"] {
            self.press("Next");
            std::thread::sleep(Duration::from_millis(900));
            self.look(picture);
        }
    }

    fn compare_record(&self) {
        let text = std::fs::read_to_string(&self.record).expect("the record");
        let written: serde_json::Value = serde_json::from_str(&text).expect("the record is JSON");
        let expected = replay::document(&self.session);
        let same = serde_json::to_string_pretty(&expected).expect("our own document") == text;
        let chosen = |d: &serde_json::Value| {
            let turns = d["turns"].as_array().cloned().unwrap_or_default();
            turns.iter().map(|t| format!("{} {}", t["chosen"], t["cue"]["chosen"])).collect::<Vec<_>>()
        };
        assert_eq!(chosen(&written), chosen(&expected), "{}: what was said differs from the keys pressed", self.id);
        assert!(same, "{}: the record differs from what the same conversation gives here", self.id);
    }

    fn recorded_turns(&self) -> usize {
        let text = std::fs::read_to_string(&self.record).unwrap_or_default();
        let document: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        document["turns"].as_array().map_or(0, Vec::len)
    }

    fn press(&self, key: &str) {
        self.display.press(key);
    }

    fn title(&self) -> String {
        self.display.title_of("Alongside")
    }

    fn reach(&self, title: &str) {
        self.until(&format!("a screen called {title:?}"), |tour| tour.title().contains(title));
        std::thread::sleep(Duration::from_millis(1500));
    }

    fn until(&self, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !done(self) {
            assert!(Instant::now() < end, "{}: waited in vain until {what}; now {:?}", self.id, self.title());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn look(&self, name: &str) {
        let file = self.out.join(format!("{}-{name}.png", self.id));
        let mut seen = self.display.picture(&file);
        // a picture may be taken between two screens; a second look settles it
        if !picture::shows_something(&seen) {
            std::thread::sleep(Duration::from_secs(3));
            seen = self.display.picture(&file);
        }
        assert!(picture::shows_something(&seen), "{} is blank or all of one color", named(&file));
    }
}

fn named(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
