//! A class, read back from a store, is the class as the machines have it.

use alongside::records::{ClassAttempt, Records, Stamp};
use alongside::session::Mode;
use alongside::xapi::Setup;
use alongside::xapi::delivery::send;
use alongside::xapi::read::{Wanted, read};

use super::store::Store;
use super::{NOW, begin, file, keeper, play, say, setup, telling, wire};

const ALL: Wanted = Wanted { scenario: "the-olive-door", from: NOW, to: Stamp { ms: i64::MAX, zone: 0 } };

/// Plays some and sends it; gives what these records have of the class.
pub fn machine(folder: &tempfile::TempDir, setup: &Setup, days: std::ops::Range<i64>) -> Vec<ClassAttempt> {
    let mut records = telling(&file(folder), &setup.endpoint);
    Setup::keep(Some(setup), &records).expect("kept");
    alongside::xapi::attach(&mut records).expect("readable");
    for day in days {
        play(&mut records, if day % 2 == 0 { Mode::Practice } else { Mode::Assessment }, day);
    }
    send_all(&mut records, setup);
    records.class("the-olive-door", ALL.from, ALL.to).expect("readable")
}

fn send_all(records: &mut Records, setup: &Setup) {
    let sent = send(records, &super::wire(setup), setup, &|| NOW).expect("well");
    assert_eq!(records.waiting().expect("readable"), 0, "{sent:?}");
}

pub fn sorted(mut class: Vec<ClassAttempt>) -> Vec<ClassAttempt> {
    class.sort_by_key(|attempt| (attempt.began.ms, attempt.id));
    class
}

#[test]
fn what_many_machines_sent_is_put_together_again() {
    let store = Store::open();
    let setup = setup(&store.endpoint);
    let folders = [(); 3].map(|()| tempfile::tempdir().expect("a folder"));
    let mut class = Vec::new();
    for (folder, days) in folders.iter().zip([0..4, 2..5, 1..2]) {
        class.extend(machine(folder, &setup, days));
    }
    assert_eq!(class.len(), 8);
    let read = read(&setup, &wire(&setup), ALL).expect("it can be read");
    assert_eq!(read, sorted(class));
}

#[test]
fn only_what_is_asked_for_is_read() {
    let store = Store::open();
    let ours = setup(&store.endpoint);
    let theirs = Setup { class: Some("https://academy.example/classes/other".to_owned()), ..ours.clone() };
    let folders = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    machine(&folders[0], &ours, 0..3);
    machine(&folders[1], &theirs, 0..2);
    let count = |setup: &Setup, wanted: Wanted| read(setup, &wire(setup), wanted).expect("readable").len();
    assert_eq!((count(&ours, ALL), count(&theirs, ALL)), (3, 2));
    assert_eq!(count(&Setup { class: None, ..ours.clone() }, ALL), 5);
    assert_eq!(count(&ours, Wanted { scenario: "apartment-3c", ..ALL }), 0);
    assert_eq!(count(&ours, Wanted { from: NOW.days_on(1), to: NOW.days_on(1), ..ALL }), 1);
}

#[test]
fn what_has_not_come_whole_is_left_out() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let setup = setup(&store.endpoint);
    machine(&folder, &setup, 0..2);
    let mut records = Records::open(&file(&folder)).expect("opens");
    alongside::xapi::attach(&mut records).expect("readable");
    let (mut session, mut keeper) = (begin(Mode::Practice, 1), keeper(9));
    say(&mut session, 0);
    records.keep(&mut keeper, &session, NOW.days_on(9)).expect("kept");
    send_all(&mut records, &setup);
    store.with(|held| {
        let gone = held.order.remove(5);
        held.statements.remove(&gone);
    });
    assert_eq!(read(&setup, &wire(&setup), ALL).expect("readable").len(), 1);
}

#[test]
fn the_credential_follows_to_no_other_server() {
    let store = Store::open();
    let setup = setup(&store.endpoint);
    for elsewhere in
        ["https://elsewhere.example/more", "//elsewhere.example/more", "http://127.0.0.1.elsewhere.example/"]
    {
        store.with(|held| held.misleads = Some(elsewhere.to_owned()));
        let read = read(&setup, &wire(&setup), ALL);
        assert!(read.is_err(), "{elsewhere}: {read:?}");
    }
}
