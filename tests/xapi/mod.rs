//! What an academy's store is told: every statement right, and each there exactly once, whatever happens.

mod background;
mod delivering;
mod kill;
mod queueing;
mod ralph;
mod reading;
mod secret;
mod statements;
mod store;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Records, Stamp};
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};
use alongside::xapi::wire::Wire;
use alongside::xapi::{Credential, Setup, attach};

/// Wednesday, 4 November 2026, 10:00 in a place one hour ahead of UTC.
const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };
const PASSWORD: &str = "hush-hush-4711";

fn scenario() -> Arc<Scenario> {
    Arc::new(library::load("the-olive-door", None).expect("it ships"))
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("records.sqlite")
}

fn setup(endpoint: &str) -> Setup {
    let setup = Setup {
        endpoint: endpoint.to_owned(),
        home: "https://academy.example".to_owned(),
        course: Some("https://academy.example/courses/basic".to_owned()),
        class: Some("https://academy.example/classes/2026-11-a".to_owned()),
        ..Setup::default()
    };
    setup.checked().expect("it can be set up")
}

fn wire(setup: &Setup) -> Wire {
    Wire::with_patience(setup, Credential::new("alongside", PASSWORD), Duration::from_millis(800))
}

/// New records with one trainee, that tell this store.
fn telling(path: &Path, endpoint: &str) -> Records {
    let mut records = Records::open(path).expect("it can be made");
    records.add_trainee("Odalys Quint", NOW).expect("it can be written");
    Setup::keep(Some(&setup(endpoint)), &records).expect("kept");
    assert!(attach(&mut records).expect("readable"), "a store is set up");
    records
}

/// Says the line that is shown at `place` (counted round); a cue question is answered with its first answer.
fn say(session: &mut Session, place: usize) {
    if session.phase() == Phase::Cue {
        session.apply(Command::Answer(0)).expect("there is a first answer");
    }
    let open = session.open_turn();
    let choice = open.offered[open.order[place % open.order.len()]].choice;
    session.apply(Command::Say(choice)).expect("it is on offer");
}

fn keeper(day: i64) -> Keeper {
    Keeper::new(Beginning { trainee: 1, form: None, at: NOW.days_on(day) })
}

fn begin(mode: Mode, seed: u64) -> Session {
    Session::begin(scenario(), Model::shipped(), seed, mode)
}

/// Says the line that shows most.
fn say_best(session: &mut Session) {
    if session.phase() == Phase::Cue {
        session.apply(Command::Answer(0)).expect("there is a first answer");
    }
    let strength: Vec<f64> = session.evidence().iter().map(|e| e.composite()).collect();
    let best = (0..strength.len()).max_by(|a, b| strength[*a].total_cmp(&strength[*b])).expect("lines are on offer");
    session.apply(Command::Say(session.open_turn().offered[best].choice)).expect("it is on offer");
}

/// Plays to the end, a turn every twenty seconds, each kept.
fn play(records: &mut Records, mode: Mode, day: i64) -> Session {
    let mut session = begin(mode, day.unsigned_abs());
    let mut keeper = keeper(day);
    let mut now = NOW.days_on(day);
    records.keep(&mut keeper, &session, now).expect("kept");
    while session.ending().is_none() {
        let turn = session.transcript().turns.len();
        now.ms += 20_000;
        keeper.took(turn, 2.5);
        say(&mut session, turn + day.unsigned_abs() as usize);
        records.keep(&mut keeper, &session, now).expect("kept");
    }
    session
}

/// What waits, in its order, taken by nobody after.
fn queued(records: &mut Records) -> Vec<serde_json::Value> {
    let me = uuid::Uuid::new_v4();
    let taken = records.take(me, 100_000, NOW).expect("readable");
    records.let_go(me).expect("given back");
    taken.iter().map(|waiting| serde_json::from_str(&waiting.statement).expect("JSON")).collect()
}
