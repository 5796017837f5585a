//! What is kept is queued in the same write, or neither is.

use std::path::Path;
use std::process::Command;

use alongside::model::Model;
use alongside::records::Records;
use alongside::session::Mode;
use alongside::xapi::{Setup, attach, export};
use serde_json::Value;

use super::{NOW, begin, file, keeper, play, queued, say, scenario, telling};

const NOWHERE: &str = "http://127.0.0.1:9/xapi";

fn exported(records: &Records) -> Vec<Value> {
    let setup = Setup::of(records).expect("readable").expect("set up");
    let exported = export::export(records, &setup, None, None).expect("readable");
    assert!(exported.left_out.is_empty(), "{:?}", exported.left_out);
    exported.statements.into_iter().map(|s| s.value).collect()
}

#[test]
fn what_is_exported_is_what_is_sent_to_the_letter() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut records = telling(&file(&folder), NOWHERE);
    for (day, mode) in [Mode::Coached, Mode::Practice, Mode::Assessment].into_iter().enumerate() {
        play(&mut records, mode, day as i64);
    }
    let (mut session, mut keeper) = (begin(Mode::Practice, 9), keeper(5));
    for _ in 0..3 {
        say(&mut session, 1);
        records.keep(&mut keeper, &session, NOW.days_on(5)).expect("kept");
    }
    records.leave(keeper.attempt().expect("it stands").ix, NOW.days_on(6)).expect("left");
    assert_eq!(queued(&mut records), exported(&records));
    drop(records);
    let mut again = Records::open(&file(&folder)).expect("opens");
    assert_eq!(queued(&mut again), exported(&again), "and after another start");
}

#[test]
fn nothing_is_queued_where_no_store_is_set_up() {
    let mut records = Records::in_memory();
    records.add_trainee("", NOW).expect("kept");
    assert!(!attach(&mut records).expect("readable"));
    play(&mut records, Mode::Assessment, 0);
    assert_eq!(records.waiting().expect("readable"), 0);
}

#[test]
fn whose_beginning_was_not_told_of_that_nothing_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut records = Records::open(&file(&folder)).expect("made");
    records.add_trainee("", NOW).expect("kept");
    let (mut session, mut keeper) = (begin(Mode::Practice, 1), keeper(0));
    records.keep(&mut keeper, &session, NOW).expect("kept");
    Setup::keep(Some(&super::setup(NOWHERE)), &records).expect("kept");
    attach(&mut records).expect("readable");
    say(&mut session, 0);
    records.keep(&mut keeper, &session, NOW).expect("kept");
    records.leave(keeper.attempt().expect("it stands").ix, NOW).expect("left");
    assert_eq!(records.waiting().expect("readable"), 0);
}

#[test]
fn practice_that_is_not_kept_is_told_nobody_and_assessment_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut records = telling(&file(&folder), NOWHERE);
    records.set_keeps_practice(1, false).expect("kept");
    play(&mut records, Mode::Practice, 0);
    assert_eq!(records.waiting().expect("readable"), 0);
    play(&mut records, Mode::Assessment, 1);
    assert!(records.waiting().expect("readable") > 5);
}

#[test]
fn what_is_deleted_for_good_is_not_sent_later() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut records = telling(&file(&folder), NOWHERE);
    play(&mut records, Mode::Practice, 0);
    let other = rusqlite::Connection::open(file(&folder)).expect("opens");
    other.execute_batch("PRAGMA foreign_keys = ON; DELETE FROM trainee").expect("deleted");
    assert_eq!(records.waiting().expect("readable"), 0);
}

#[test]
fn what_waits_in_a_damaged_file_is_carried_over_as_far_as_it_can_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let mut records = telling(&path, NOWHERE);
    for day in 0..12 {
        play(&mut records, Mode::Practice, day);
    }
    let before = queued(&mut records);
    drop(records);
    let mut bytes = std::fs::read(&path).expect("readable");
    let page = bytes.len() / 2 / 4096 * 4096;
    bytes[page..page + 4096].fill(0xA5);
    std::fs::write(&path, bytes).expect("written");
    let opened = Records::open_for_play(Some(&path), NOW);
    assert!(opened.told.is_some_and(|told| told.contains("could be recovered")));
    let mut records = opened.records;
    let after = queued(&mut records);
    assert!(after.len() > before.len() / 2, "{} of {}", after.len(), before.len());
    assert!(after.iter().all(|statement| before.contains(statement)));
    assert!(attach(&mut records).expect("readable"), "the store is set up still");
}

const FILE: &str = "ALONGSIDE_TEST_QUEUEING";
const STEPS: &str = "ALONGSIDE_TEST_QUEUEING_STEPS";

/// Plays on where the records stand, and dies after so many steps of the database.
#[test]
#[ignore = "the child of the test below"]
fn child() {
    let (Ok(path), Ok(steps)) = (std::env::var(FILE), std::env::var(STEPS)) else { return };
    let mut left: u64 = steps.parse().expect("a number");
    let mut records = Records::open(Path::new(&path)).expect("opens");
    attach(&mut records).expect("readable");
    records.at_every_step(move || {
        left -= 1;
        if left == 0 {
            std::process::abort();
        }
    });
    let (mut session, mut keeper) = match records.unfinished(1).expect("readable") {
        Some(open) => open.resume(scenario(), Model::shipped()).expect("resumes"),
        None => (begin(Mode::Assessment, 3), keeper(0)),
    };
    let mut now = NOW;
    while session.ending().is_none() {
        let turn = session.transcript().turns.len();
        now.ms = NOW.ms + 1000 * turn as i64;
        say(&mut session, turn);
        records.keep(&mut keeper, &session, now).expect("kept");
    }
    println!("over");
}

#[test]
fn a_process_that_dies_anywhere_in_a_write_leaves_as_much_queued_as_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    drop(telling(&path, NOWHERE));
    let mut deaths = 0;
    for steps in (1..).step_by(97) {
        let child = Command::new(std::env::current_exe().expect("known"))
            .args(["--exact", "xapi::queueing::child", "--ignored", "--nocapture"])
            .env(FILE, &path)
            .env(STEPS, steps.to_string())
            .output()
            .expect("it starts");
        let mut records = Records::open(&path).expect("the file is never damaged");
        assert_eq!(queued(&mut records), exported(&records), "after {steps} steps");
        if String::from_utf8_lossy(&child.stdout).contains("over\n") {
            break;
        }
        deaths += 1;
    }
    assert!(deaths > 10, "it died {deaths} times");
}
