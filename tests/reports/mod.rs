//! Reports: what they say, what they leave out, and that nothing hostile in a name or a scenario gets through.

mod class;
mod debrief;
mod hostile;
mod page;
mod program;
mod sheet;
mod shelf;
mod trainee;

use std::path::Path;
use std::sync::Arc;

use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Records, Stamp};
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};

/// Wednesday, 4 November 2026, 10:00 in a place one hour ahead of UTC.
pub const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };

pub fn scenario(id: &str) -> Arc<Scenario> {
    Arc::new(library::load(id, None).expect("it ships"))
}

/// Somebody who chooses by a wheel of their own; the same number always chooses the same.
pub struct Chooser(pub u64);

impl Chooser {
    pub fn next(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % count as u64) as usize
    }
}

/// Plays on until it is over.
pub fn play(session: &mut Session, chooser: &mut Chooser, mut said: impl FnMut(&Session)) {
    while session.ending().is_none() && session.transcript().turns.len() < 40 {
        if session.phase() == Phase::Cue {
            session.apply(Command::Answer(0)).expect("there is a first answer");
        }
        let open = session.open_turn();
        // two thirds take the strongest line, so that there is something to see
        let strongest = (0..open.offered.len()).max_by(|a, b| {
            let strength = |i: usize| open.offered[i].evidence.composite();
            strength(*a).total_cmp(&strength(*b))
        });
        let wheel = chooser.next(3 * open.offered.len());
        let pick = if wheel < open.offered.len() { wheel } else { strongest.unwrap_or(0) };
        let choice = open.offered[pick].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
        said(session);
    }
}

pub fn played(id: &str, seed: u64, mode: Mode) -> Session {
    let mut session = Session::begin(scenario(id), Model::shipped(), seed, mode);
    play(&mut session, &mut Chooser(seed), |_| {});
    session
}

/// One conversation into the records.
pub fn kept(records: &mut Records, trainee: i64, id: &str, (seed, mode, at): (u64, Mode, Stamp)) {
    let mut keeper = Keeper::new(Beginning { trainee, form: None, at });
    let mut session = Session::begin(scenario(id), Model::shipped(), seed, mode);
    play(&mut session, &mut Chooser(seed.wrapping_mul(31)), |_| {});
    let turns = session.transcript().turns.len();
    (0..turns).for_each(|i| keeper.took(i, 2.5 + (i % 4) as f64));
    let ended = Stamp { ms: at.ms + 600_000, ..at };
    records.keep(&mut keeper, &session, ended).expect("kept");
}

/// A class that had the conversation once each.
pub fn class_of(count: u64, file: &Path) -> Records {
    let mut records = Records::open(file).expect("made");
    for i in 0..count {
        let trainee = records.add_trainee(&format!("Trainee {i}"), NOW).expect("added").ix;
        records.set_officer(trainee, &format!("B-{i:03}")).expect("set");
        let mode = if i % 3 == 0 { Mode::Assessment } else { Mode::Practice };
        kept(&mut records, trainee, "the-olive-door", (i + 1, mode, NOW.days_on((i % 2) as i64)));
    }
    records
}
