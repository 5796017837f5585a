//! Nothing is lost: attempts are kept turn by turn, whatever happens to the process, the disk or the file.

mod afterwards;
mod courses;
mod damage;
mod export;
mod kill;
mod keep;
mod program;
mod seal;
mod trainees;
mod versions;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Records, Stamp};
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};

const SEED: u64 = 7;

/// Wednesday, 4 November 2026, 10:00 in a place one hour ahead of UTC.
const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

fn scenario() -> Arc<Scenario> {
    Arc::new(library::load("the-olive-door", None).expect("it ships"))
}

fn begin(mode: Mode) -> Session {
    Session::begin(scenario(), Model::shipped(), SEED, mode)
}

/// Says the line that is shown first; a cue question is answered with its first answer.
fn say_first(session: &mut Session) {
    if session.phase() == Phase::Cue {
        session.apply(Command::Answer(0)).expect("there is a first answer");
    }
    let open = session.open_turn();
    let choice = open.offered[open.order[0]].choice;
    session.apply(Command::Say(choice)).expect("it is on offer");
}

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("records.sqlite")
}

/// Somebody who sits down at new records.
fn seated(file: &Path) -> (Records, Keeper) {
    let records = Records::open(file).expect("it can be made");
    let trainee = records.add_trainee("Elena", NOW).expect("it can be written");
    (records, Keeper::new(Beginning { trainee: trainee.ix, form: None, at: NOW }))
}

/// Plays to the end, keeping every turn; gives the session.
fn play_through(records: &mut Records, keeper: &mut Keeper, mode: Mode) -> Session {
    let mut session = begin(mode);
    records.keep(keeper, &session, NOW).expect("the beginning is kept");
    while session.ending().is_none() {
        say_first(&mut session);
        records.keep(keeper, &session, NOW).expect("the turn is kept");
    }
    session
}
