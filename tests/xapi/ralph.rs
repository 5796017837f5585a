//! A real store: Ralph, on this machine. `.ci/run` installs it; elsewhere the test is passed over.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use alongside::records::{Records, Stamp};
use alongside::session::Mode;
use alongside::xapi::delivery::{Stands, send};
use alongside::xapi::read::read;
use alongside::xapi::wire::{Answer, Wire};
use alongside::xapi::{Credential, Setup};
use serde_json::Value;

use super::reading::{machine, sorted};
use super::store::{Store, Weather};
use super::{NOW, PASSWORD, file, play, queued, setup, telling};

struct Ralph {
    server: Child,
    endpoint: String,
    folder: PathBuf,
}

impl Ralph {
    /// None where no Python with Ralph is named.
    fn start(folder: &Path) -> Option<Self> {
        Self::start_at(folder, 0)
    }

    /// At this port, or at a free one for 0.
    fn start_at(folder: &Path, port: u16) -> Option<Self> {
        let Ok(python) = std::env::var("ALONGSIDE_RALPH") else {
            println!("skipped: ALONGSIDE_RALPH names no Python that has Ralph");
            return None;
        };
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/xapi/serve.py");
        let mut server = Command::new(python)
            .arg(script)
            .arg(folder)
            .arg(port.to_string())
            .env("ALONGSIDE_TEST_PASSWORD", PASSWORD)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut line = String::new();
        BufReader::new(server.stdout.take().expect("piped")).read_line(&mut line).expect("it says where it is");
        let endpoint = line.trim().to_owned();
        let ralph = Self { server, endpoint, folder: folder.to_owned() };
        let wire = ralph.wire();
        for _ in 0..300 {
            if wire.statement(uuid::Uuid::nil()).is_ok() {
                return Some(ralph);
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("Ralph does not answer at {}", ralph.endpoint);
    }

    /// `host:port`
    fn place(&self) -> &str {
        self.endpoint.split('/').nth(2).expect("an address")
    }

    /// What is said to be there, id by id, as its file has it.
    fn file(&self) -> Vec<Value> {
        let text = std::fs::read_to_string(self.folder.join("statements/class/statements.jsonl")).unwrap_or_default();
        text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    fn wire(&self) -> Wire {
        Wire::new(&setup(&self.endpoint), Credential::new("alongside", PASSWORD))
    }
}

impl Drop for Ralph {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[test]
fn a_real_store_takes_every_kind_of_statement_once_and_gives_the_class_back() {
    let folders = [(); 4].map(|()| tempfile::tempdir().expect("a folder"));
    let Some(ralph) = Ralph::start(folders[0].path()) else { return };
    let (setup, wire) = (setup(&ralph.endpoint), ralph.wire());
    let mut records = telling(&file(&folders[1]), &ralph.endpoint);
    for (day, mode) in [Mode::Coached, Mode::Practice, Mode::Assessment, Mode::Assessment].into_iter().enumerate() {
        play(&mut records, mode, day as i64);
    }
    let wanted = queued(&mut records);
    a_stranger_is_turned_away(&mut records, &setup);
    assert_eq!(send(&mut records, &wire, &setup, &|| NOW).expect("well").sent, wanted.len());
    for statement in &wanted {
        let theirs = wire.statement(statement["id"].as_str().expect("an id").parse().expect("an id")).expect("answers");
        let theirs = theirs.expect("it is there");
        for key in ["actor", "verb", "object", "result", "context"] {
            assert_eq!(theirs.get(key), statement.get(key), "{key}");
        }
    }
    again_and_changed(&wire, &wanted);
    let mut class = records.class("the-olive-door", super::NOW, super::NOW.days_on(99)).expect("readable");
    class.extend(machine(&folders[2], &setup, 0..3));
    let all = alongside::xapi::read::Wanted { scenario: "the-olive-door", from: NOW, to: NOW.days_on(99) };
    assert_eq!(read(&setup, &wire, all).expect("it can be read"), sorted(class));
    one_that_is_not_understood(&folders[3], &ralph, &wanted[0]);
}

fn a_stranger_is_turned_away(records: &mut Records, setup: &Setup) {
    let stranger = Wire::new(setup, Credential::new("alongside", "a guess"));
    let sent = send(records, &stranger, setup, &|| NOW).expect("well");
    assert!(matches!(&sent.stands, Stands::Stopped { why } if why.contains("401")), "{sent:?}");
}

/// The same again is taken for what it is; another under the same id is a conflict.
fn again_and_changed(wire: &Wire, wanted: &[Value]) {
    let texts: Vec<String> = wanted.iter().map(ToString::to_string).collect();
    let all: Vec<&str> = texts.iter().map(String::as_str).take(20).collect();
    assert_eq!(wire.post(&all), Answer::Taken);
    let mut changed = wanted[2].clone();
    changed["result"]["response"] = "99".into();
    assert!(matches!(wire.post(&[&changed.to_string()]), Answer::Conflict(_)));
}

/// Set aside, and the others delivered; what was changed on the way is a conflict and set aside too.
fn one_that_is_not_understood(folder: &tempfile::TempDir, ralph: &Ralph, known: &Value) {
    let mut records = telling(&file(folder), &ralph.endpoint);
    play(&mut records, Mode::Practice, 7);
    let count = records.waiting().expect("readable");
    let db = rusqlite::Connection::open(file(folder)).expect("opens");
    let spoil = "UPDATE outbox SET statement = replace(statement, '\"verb\":{\"id\"', '\"verb\":{\"di\"') WHERE ix = 4";
    assert_eq!(db.execute(spoil, []).expect("spoiled"), 1);
    let mut changed = known.clone();
    changed["timestamp"] = "2020-01-01T00:00:00.000Z".into();
    let id: uuid::Uuid = known["id"].as_str().expect("an id").parse().expect("an id");
    let swap = "UPDATE outbox SET statement = ?1, id = ?2 WHERE ix = 6";
    db.execute(swap, rusqlite::params![changed.to_string(), id.into_bytes()]).expect("swapped");
    let sent = send(&mut records, &ralph.wire(), &setup(&ralph.endpoint), &|| NOW).expect("well");
    assert_eq!((sent.sent, sent.refused), (count - 2, 2), "{sent:?}");
    let refused = records.refused().expect("readable");
    println!("Ralph's words: {refused:?}");
    assert!(refused[0].why.contains("422") || refused[0].why.contains("400"), "{refused:?}");
    assert!(refused[1].why.contains("409"), "{refused:?}");
}

#[test]
fn a_real_store_behind_outages_cuts_slow_answers_and_errors_has_each_statement_once() {
    let folders = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let Some(mut ralph) = Ralph::start(folders[0].path()) else { return };
    let way = Store::open();
    way.with(|held| held.real = Some(ralph.place().to_owned()));
    let setup = Setup { batch: 5, ..setup(&way.endpoint.replace("/xapi", "/xAPI")) };
    let mut records = telling(&file(&folders[1]), &setup.endpoint);
    for day in 0..5 {
        play(&mut records, if day % 2 == 0 { Mode::Practice } else { Mode::Assessment }, day);
    }
    let wanted = queued(&mut records);
    let wire = Wire::with_patience(&setup, Credential::new("alongside", PASSWORD), Duration::from_secs(3));
    let clock = AtomicI64::new(NOW.ms);
    let now = || Stamp { ms: clock.load(Ordering::Relaxed), zone: 0 };
    way.expect([
        Weather::Fair,
        Weather::CutAfter,
        Weather::Fair,
        Weather::Answers(503, "", String::new()),
        Weather::Fair,
        Weather::Slow(4000),
        Weather::CutBefore,
        Weather::Fair,
        Weather::CutAfter,
        Weather::Answers(429, "Retry-After: 30\r\n", String::new()),
    ]);
    let mut tries = 0;
    loop {
        let sent = send(&mut records, &wire, &setup, &now).expect("the disk is well");
        tries += 1;
        match sent.stands {
            Stands::Done => break,
            Stands::Later { at, .. } => clock.store(at.ms, Ordering::Relaxed),
            Stands::Elsewhere | Stands::Stopped { .. } => panic!("{sent:?}"),
        }
        if tries == 2 || tries == 5 {
            ralph = restarted(ralph, &mut records, (&wire, &setup));
        }
        assert!(tries < 100, "it never came to an end");
    }
    assert!(tries > 4, "it was let down");
    let held = ralph.file();
    let ids: Vec<String> = held.iter().map(|s| s["id"].to_string()).collect();
    let wanted: Vec<String> = wanted.iter().map(|s| s["id"].to_string()).collect();
    println!("{} statements in {tries} tries: Ralph's file has {} lines", wanted.len(), ids.len());
    assert_eq!(ids, wanted, "each once, and in their order");
}

/// Ends it and starts it again at the same place; nothing comes through in between.
fn restarted(ralph: Ralph, records: &mut Records, (wire, setup): (&Wire, &Setup)) -> Ralph {
    let (folder, place) = (ralph.folder.clone(), ralph.place().to_owned());
    drop(ralph);
    let before = records.waiting().expect("readable");
    let sent = send(records, wire, setup, &|| NOW).expect("the disk is well");
    assert!(sent.sent == 0 && matches!(sent.stands, Stands::Later { .. }), "{sent:?}");
    assert_eq!(records.waiting().expect("readable"), before);
    let port = place.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    Ralph::start_at(&folder, port).expect("it starts again")
}
