//! Reports: what they say, what they leave out, and that nothing hostile in a name or a scenario gets through.

mod class;
mod debrief;
mod hostile;
mod page;
mod program;
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

/// Records to look at reports of; run by hand.
#[test]
#[ignore = "writes a file to look at"]
fn records_to_look_at() {
    let folder = std::env::var("REPORTS_OUT").expect("a folder");
    let file = Path::new(&folder).join("records.sqlite");
    let _ = std::fs::remove_file(&file);
    let mut records = class_of(18, &file);
    let elena = records.trainees().expect("readable").into_iter().find(|t| t.name == "Trainee 3").expect("there");
    records.rename(elena.ix, "Elena Sauer").expect("renamed");
    for i in 0..9 {
        let id = if i % 2 == 0 { "apartment-3c" } else { "the-olive-door" };
        kept(&mut records, elena.ix, id, (i + 100, Mode::Practice, NOW.days_on(4 * i as i64 + 2)));
    }
}

/// A hundred thousand attempts of ten turns, eight thousand of them of this scenario, each by somebody else.
pub fn large(file: &Path, scenario: &Scenario) {
    drop(Records::open(file).expect("made"));
    let db = rusqlite::Connection::open(file).expect("opens");
    let nodes: Vec<String> = scenario.talks().take(10).map(|(at, _)| at.index().to_string()).collect();
    db.execute_batch("PRAGMA synchronous = OFF; CREATE TEMP TABLE node (i INTEGER, ix INTEGER)").expect("set");
    for (i, node) in nodes.iter().enumerate() {
        db.execute("INSERT INTO node VALUES (?1, ?2)", rusqlite::params![i as i64, node]).expect("added");
    }
    db.execute_batch(&format!(
        "BEGIN;
         INSERT INTO model (version) VALUES ('1');
         INSERT INTO scenario (id, hash, title) VALUES ('{}', '{}', 'a'), ('other', 'x', 'b');
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8000)
           INSERT INTO trainee (id, name, made, here) SELECT randomblob(16), 'T' || i, 0, 0 FROM n;
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999)
           INSERT INTO attempt (id, trainee, scenario, model, seed, mode, again, began, zone, ended, how, ending, empathy,
             listening, boundaries, regard)
           SELECT randomblob(16), i % 8000 + 1, iif(i % 25 < 2, 1, 2), 1, i, 1, 0, {} + i * 1000, 60, 0, 1, 'face-up',
             abs(random()) % 100, abs(random()) % 100, abs(random()) % 100, abs(random()) % 100 FROM n;
         UPDATE attempt SET trainee = ((ix - 1) / 25 * 2 + (ix - 1) % 25) + 1 WHERE scenario = 1;
         INSERT INTO turn SELECT attempt.ix, node.i, node.ix, abs(random()) % 3, NULL, abs(random()) % 3, 4000, 500, 480, 200,
           210, 0, zeroblob(48) FROM attempt CROSS JOIN node;
         COMMIT;",
        scenario.id, scenario.hash, NOW.ms
    ))
    .expect("filled");
}
