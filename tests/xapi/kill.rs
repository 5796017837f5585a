//! The sending process dies at any moment, again and again, in bad weather: the store has each statement once all the same.
//!
//! The child is this test program itself, told by the surroundings what to do.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use alongside::records::{HOLD, Records, Stamp};
use alongside::session::Mode;
use alongside::xapi::Setup;
use alongside::xapi::delivery::{Stands, send};

use super::delivering::has_all;
use super::store::{Store, Weather};
use super::{NOW, file, play, queued, telling, wire};

const FILE: &str = "ALONGSIDE_TEST_SENDING";
const CLOCK: &str = "ALONGSIDE_TEST_SENDING_CLOCK";
const STEPS: &str = "ALONGSIDE_TEST_SENDING_STEPS";

/// Sends what waits until nothing does, and dies after so many steps of the database, where that is said.
#[test]
#[ignore = "the child of the tests below"]
fn child() {
    let (Ok(path), Ok(clock)) = (std::env::var(FILE), std::env::var(CLOCK)) else { return };
    let mut records = Records::open(Path::new(&path)).expect("opens");
    if let Some(mut left) = std::env::var(STEPS).ok().and_then(|steps| steps.parse::<u64>().ok()) {
        records.at_every_step(move || {
            left -= 1;
            if left == 0 {
                std::process::abort();
            }
        });
    }
    let now = Stamp { ms: clock.parse().expect("a number"), zone: 0 };
    let setup = Setup { batch: 4, ..Setup::of(&records).expect("readable").expect("set up") };
    loop {
        let sent = send(&mut records, &wire(&setup), &setup, &|| now).expect("the disk is well");
        if sent.stands == Stands::Done {
            return;
        }
    }
}

/// A little chance, the same on each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    fn weather(&mut self) -> Weather {
        match self.below(8) {
            0 => Weather::CutBefore,
            1 => Weather::CutAfter,
            2 => Weather::Slow(self.below(20)),
            3 => Weather::Answers(503, "", "not now".to_owned()),
            _ => Weather::Fair,
        }
    }
}

/// Starts a sender and lets it die: half of the time in the midst of a write, half of the time by a kill from outside. Gives
/// whether it died.
fn die(path: &Path, clock: i64, chance: &mut Chance) -> bool {
    let mut sender = Command::new(std::env::current_exe().expect("known"));
    sender
        .args(["--exact", "xapi::kill::child", "--ignored", "--nocapture"])
        .env(FILE, path)
        .env(CLOCK, clock.to_string())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if chance.below(2) == 0 {
        sender.env(STEPS, (chance.below(3000) + 1).to_string());
        return !sender.status().expect("it starts").success();
    }
    let mut sender = sender.spawn().expect("it starts");
    std::thread::sleep(Duration::from_millis(8 + chance.below(40)));
    sender.kill().expect("it can be killed");
    !sender.wait().expect("it ends").success()
}

/// Lets senders die so often; gives how many statements the store has, and how many it was brought in all.
fn die_often(deaths: usize) -> (usize, usize) {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let path = file(&folder);
    let mut records = telling(&path, &store.endpoint);
    let (mut chance, mut wanted, mut died, mut day) = (Chance(11), Vec::new(), 0, 0);
    while died < deaths {
        if records.waiting().expect("readable") < 12 {
            wanted.extend(played(&mut records, day, &wanted));
            day += 3;
        }
        store.with(|held| held.weather = (0..20).map(|_| chance.weather()).collect());
        // what the dead one held is free by then
        let clock = NOW.ms + (HOLD + 1) * died as i64;
        died += usize::from(die(&path, clock, &mut chance));
    }
    store.with(|held| held.weather.clear());
    let setup = Setup::of(&records).expect("readable").expect("set up");
    let last = Stamp { ms: NOW.ms + (HOLD + 1) * (died as i64 + 1), zone: 0 };
    assert_eq!(send(&mut records, &wire(&setup), &setup, &|| last).expect("well").stands, Stands::Done);
    has_all(&store, &wanted);
    assert_eq!(records.refused().expect("readable"), []);
    (wanted.len(), store.with(|held| held.batches.iter().sum()))
}

/// Plays some more; gives the statements that came of it.
fn played(records: &mut Records, day: i64, before: &[serde_json::Value]) -> Vec<serde_json::Value> {
    for day in day..day + 3 {
        play(records, if day % 2 == 0 { Mode::Practice } else { Mode::Assessment }, day);
    }
    let mut waiting = queued(records);
    waiting.retain(|statement| !before.contains(statement));
    waiting
}

#[test]
fn a_sender_that_dies_at_any_moment_loses_and_doubles_nothing() {
    let (held, brought) = die_often(25);
    assert!(held > 30 && brought > held, "{held} statements, {brought} brought");
}

/// `cargo test --no-default-features --test main -- --ignored a_thousand_dead_senders --nocapture`
#[test]
#[ignore = "a thousand processes, some minutes"]
fn a_thousand_dead_senders_lose_and_double_nothing() {
    let (held, brought) = die_often(1000);
    println!("1000 deaths: the store has {held} statements, each once; it was brought {brought}");
}
