//! Records of a hundred thousand attempts: going on, looking back, a class, a turn's write, and how the file grows; beside plain
//! SQLite doing the same inserts.
//!
//! Run with `cargo bench --no-default-features --bench records [-- ATTEMPTS]`.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use alongside::explore::play::play_again;
use alongside::explore::trainee::TRAINEES;
use alongside::growth::{Play, Serves, progress};
use alongside::model::Model;
use alongside::records::{Beginning, Keeper, Past, Records, Stamp};
use alongside::report::class::{class, html};
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};
use rusqlite::{Connection, params};

const NOW: Stamp = Stamp { ms: 1_793_782_800_000, zone: 60 };
/// Trainees and conversations that the attempts are spread over.
const TRAINEES_HERE: usize = 500;
const CONVERSATIONS: usize = 12;
/// Turns whose write is timed.
const TURNS: usize = 2_000;

fn main() {
    let attempts: usize = std::env::args().filter_map(|a| a.parse().ok()).next().unwrap_or(100_000);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("records.sqlite");
    let scenarios = scenarios();
    writes(&folder.path().join("writes.sqlite"), &scenarios[0]);
    plain(&folder.path().join("plain.sqlite"));
    fill(&file, &scenarios, attempts);
    let size = std::fs::metadata(&file).expect("there").len();
    println!("{attempts} attempts: {:.0} MB, {:.2} KB each", size as f64 / 1e6, size as f64 / attempts as f64 / 1024.0);
    let records = told("open the file", || Records::open(&file).expect("opens"));
    let who = records.trainees().expect("readable")[3].ix;
    told("Continue: what was left open", || records.unfinished(who).expect("readable"));
    let past = told("Progress: read one trainee's past", || records.past(who).expect("readable"));
    let plays: Vec<Play> = past.iter().map(Past::play).collect();
    let serves = Serves::of(&scenarios, Model::shipped());
    told(&format!("Progress: grown over {} attempts", plays.len()), || {
        progress(Model::shipped(), &plays, &[], NOW.day(), &serves, 1)
    });
    let all = (Stamp { ms: 0, zone: 0 }, Stamp { ms: i64::MAX, zone: 0 });
    let attempts =
        told("class: read one conversation", || records.class(&scenarios[0].id, all.0, all.1).expect("readable"));
    told(&format!("class: report of {} attempts", attempts.len()), || {
        html(&class(&attempts, &scenarios[0], Model::shipped(), None)).len()
    });
    told("completions of everybody", || records.completions(all.0, all.1).expect("readable").len());
    told("verify everything", || records.verify().expect("readable").faults.len());
}

fn told<T>(what: &str, does: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let result = does();
    println!("{what:<44} {:>9.1} ms", began.elapsed().as_secs_f64() * 1e3);
    result
}

/// The one that ships, under so many names.
fn scenarios() -> Vec<Arc<Scenario>> {
    let shipped = library::load("the-olive-door", None).expect("it ships");
    let named = |n: usize| if n == 0 { shipped.id.clone() } else { format!("{}-{n}", shipped.id) };
    (0..CONVERSATIONS).map(|n| Arc::new(Scenario { id: named(n), ..shipped.clone() })).collect()
}

/// A turn's write as the game does it: durable before the next is shown.
fn writes(file: &Path, scenario: &Arc<Scenario>) {
    let mut records = Records::open(file).expect("made");
    let trainee = records.add_trainee("Elena", NOW).expect("kept").ix;
    let mut times = Vec::new();
    let mut seed = 0;
    while times.len() < TURNS {
        let mut session = Session::begin(Arc::clone(scenario), Model::shipped(), seed, Mode::Practice);
        let mut keeper = Keeper::new(Beginning { trainee, form: None, at: NOW });
        records.keep(&mut keeper, &session, NOW).expect("kept");
        while !matches!(session.phase(), Phase::Ended(_)) {
            say_first(&mut session);
            let began = Instant::now();
            records.keep(&mut keeper, &session, NOW).expect("kept");
            times.push(began.elapsed().as_secs_f64() * 1e3);
        }
        seed += 1;
    }
    told_times("a turn's write", times);
}

fn say_first(session: &mut Session) {
    if session.phase() == Phase::Cue {
        session.apply(Command::PassCue).expect("asked");
    }
    let open = session.open_turn();
    session.apply(Command::Say(open.offered[open.order[0]].choice)).expect("on offer");
}

/// The same rows with nothing around them.
fn plain(file: &Path) {
    let db = Connection::open(file).expect("made");
    let _: String = db.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).expect("set");
    db.execute_batch(
        "PRAGMA synchronous = FULL;
         CREATE TABLE turn (attempt INTEGER, number INTEGER, node INTEGER, choice INTEGER, cue INTEGER, shown INTEGER,
           took INTEGER, a INTEGER, b INTEGER, c INTEGER, d INTEGER, context INTEGER, terms BLOB,
           PRIMARY KEY (attempt, number)) WITHOUT ROWID",
    )
    .expect("made");
    let mut add = db
        .prepare("INSERT INTO turn VALUES (?1, ?2, 3, 1, NULL, 2, 4000, 600, 580, 300, 320, 5, ?3)")
        .expect("prepared");
    let terms = vec![0_u8; 48];
    let times = (0..TURNS).map(|i| {
        let began = Instant::now();
        add.execute(params![(i / 12) as i64, (i % 12) as i64, terms]).expect("kept");
        began.elapsed().as_secs_f64() * 1e3
    });
    let times = times.collect();
    told_times("plain SQLite, the same row", times);
}

fn told_times(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!("{what:<44} {:>9.2} ms median, {:.2} ms at the 99th percentile", at(0.5), at(0.99));
}

/// Simulated trainees play; many attempts share one transaction's cost only because nobody waits for them.
fn fill(file: &Path, scenarios: &[Arc<Scenario>], attempts: usize) {
    let mut records = Records::open(file).expect("made");
    records.without_waiting();
    let trainees: Vec<i64> =
        (0..TRAINEES_HERE).map(|n| records.add_trainee(&format!("Trainee {n}"), NOW).expect("kept").ix).collect();
    let began = Instant::now();
    let mut sessions: Vec<Session> =
        scenarios.iter().map(|s| Session::begin(Arc::clone(s), Model::shipped(), 0, Mode::Practice)).collect();
    for n in 0..attempts {
        let session = &mut sessions[n % CONVERSATIONS];
        let start = Arc::clone(session.start());
        play_again(session, &TRAINEES[n % TRAINEES.len()], n as u64, &start);
        let at = NOW.days_on(-((attempts - n) as i64 / TRAINEES_HERE as i64));
        let beginning = Beginning { trainee: trainees[n % TRAINEES_HERE], form: None, at };
        records.keep(&mut Keeper::new(beginning), session, at).expect("kept");
    }
    println!("filled in {:.0} s", began.elapsed().as_secs_f64());
}
