//! The sender that goes along with the game.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use alongside::records::Records;
use alongside::session::Mode;

use super::delivering::has_all;
use super::store::{Store, Weather};
use super::{PASSWORD, file, play, queued, telling};

const FILE: &str = "ALONGSIDE_TEST_BACKGROUND";

/// Starts the sender as the game does, and waits until nothing waits. A process of its own, since the credential is in its
/// surroundings.
#[test]
#[ignore = "the child of the test below"]
fn child() {
    let Ok(path) = std::env::var(FILE) else { return };
    let path = PathBuf::from(path);
    let sender = alongside::xapi::spawn(path.clone());
    let records = Records::open(&path).expect("opens");
    for _ in 0..400 {
        if records.waiting().expect("readable") == 0 {
            println!("nothing waits");
            return;
        }
        sender.poke();
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn it_sends_by_itself_and_goes_on_after_an_outage() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let path = file(&folder);
    let mut records = telling(&path, &store.endpoint);
    play(&mut records, Mode::Assessment, 0);
    let wanted = queued(&mut records);
    store.expect([Weather::Answers(503, "", String::new())]);
    let child = Command::new(std::env::current_exe().expect("known"))
        .args(["--exact", "xapi::background::child", "--ignored", "--nocapture"])
        .env(FILE, &path)
        .env("ALONGSIDE_XAPI_KEY", format!("alongside:{PASSWORD}"))
        .output()
        .expect("it starts");
    assert!(String::from_utf8_lossy(&child.stdout).contains("nothing waits"));
    has_all(&store, &wanted);
    store.with(|held| assert_eq!(held.batches.len(), 2, "poked as it was, it kept the wait"));
}
