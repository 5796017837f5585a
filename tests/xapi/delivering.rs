//! The outbox comes to the store whole, once and in order, in any weather.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};

use alongside::records::{Records, Stamp};
use alongside::session::Mode;
use alongside::xapi::delivery::{Sent, Stands, send};
use alongside::xapi::progress::Progress;

use super::store::{Store, Weather};
use super::{NOW, file, play, queued, setup, telling, wire};

/// Sends once, by a clock that stands still.
fn send_now(records: &mut Records, store: &Store) -> Sent {
    let setup = setup(&store.endpoint);
    send(records, &wire(&setup), &setup, &|| NOW).expect("the disk is well")
}

/// Sends again and again, each time when it is due, until nothing waits; gives the tries.
fn send_all(records: &mut Records, store: &Store, batch: usize) -> usize {
    let setup = alongside::xapi::Setup { batch, ..setup(&store.endpoint) };
    let clock = AtomicI64::new(NOW.ms);
    let now = || Stamp { ms: clock.load(Ordering::Relaxed), zone: 0 };
    for tries in 1..200 {
        let sent = send(records, &wire(&setup), &setup, &now).expect("the disk is well");
        match sent.stands {
            Stands::Done => return tries,
            Stands::Later { at, .. } => {
                assert!(at > now(), "it waits");
                clock.store(at.ms, Ordering::Relaxed);
            }
            Stands::Elsewhere | Stands::Stopped { .. } => panic!("{sent:?}"),
        }
    }
    panic!("it never came to an end");
}

/// Records with so many statements at least, and what waits in them.
fn filled(folder: &tempfile::TempDir, store: &Store, least: usize) -> (Records, Vec<serde_json::Value>) {
    let mut records = telling(&file(folder), &store.endpoint);
    let mut day = 0;
    while records.waiting().expect("readable") < least {
        play(&mut records, if day % 3 == 2 { Mode::Assessment } else { Mode::Practice }, day);
        day += 1;
    }
    let waiting = queued(&mut records);
    (records, waiting)
}

/// The store has all of it, each once, unchanged, and each attempt in its order.
pub fn has_all(store: &Store, wanted: &[serde_json::Value]) {
    store.with(|held| {
        assert_eq!(held.statements.len(), wanted.len());
        assert_eq!(held.order.len(), wanted.len(), "none was taken twice");
        let mut orders: BTreeMap<String, [Vec<String>; 2]> = BTreeMap::new();
        let id = |s: &serde_json::Value| s["id"].as_str().expect("an id").to_owned();
        for statement in wanted {
            assert_eq!(held.statements.get(&id(statement)), Some(statement));
        }
        let taken = held.order.iter().map(|id| &held.statements[id]);
        for (which, statement) in wanted.iter().map(|s| (0, s)).chain(taken.map(|s| (1, s))) {
            let registration = statement["context"]["registration"].to_string();
            orders.entry(registration).or_default()[which].push(id(statement));
        }
        assert!(orders.values().all(|[ours, theirs]| ours == theirs), "each attempt in its order");
    });
}

#[test]
fn everything_comes_in_batches_of_fifty_with_the_right_headers() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 120);
    let sent = send_now(&mut records, &store);
    assert_eq!(sent, Sent { sent: wanted.len(), refused: 0, stands: Stands::Done });
    has_all(&store, &wanted);
    store.with(|held| {
        assert_eq!(held.batches[..2], [50, 50]);
        let head = held.heads[0].to_lowercase();
        assert!(head.starts_with("post /xapi/statements http/1.1\r\n") && head.contains("authorization: basic "));
        assert!(
            head.contains("x-experience-api-version: 1.0.3\r\n") && head.contains("content-type: application/json")
        );
    });
    assert_eq!(records.waiting().expect("readable"), 0);
    assert_eq!(Progress::of(&records).expect("readable").sent, wanted.len() as u64);
}

#[test]
fn outages_cuts_slow_answers_and_overload_lose_and_double_nothing() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 100);
    let answers = |status, headers| Weather::Answers(status, headers, "not now".to_owned());
    store.expect([
        Weather::CutBefore,
        Weather::CutAfter,
        answers(500, ""),
        answers(503, "Retry-After: 120\r\n"),
        Weather::Fair,
        answers(429, ""),
        Weather::Slow(100),
        Weather::Slow(1200),
        answers(502, ""),
        Weather::CutAfter,
        answers(504, ""),
        Weather::CutAfter,
        answers(408, ""),
    ]);
    let tries = send_all(&mut records, &store, 7);
    assert_eq!(tries, 12, "one more than it was let down");
    has_all(&store, &wanted);
}

#[test]
fn the_wait_is_kept_across_starts_and_the_store_may_ask_for_a_longer_one() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, _) = filled(&folder, &store, 1);
    store.expect([Weather::Answers(503, "Retry-After: 120\r\n", String::new())]);
    let sent = send_now(&mut records, &store);
    let Stands::Later { at, why } = sent.stands else { panic!("{sent:?}") };
    assert_eq!((at.ms - NOW.ms, why.as_str()), (120_000, "the store answered 503:"));
    drop(records);
    let records = Records::open(&file(&folder)).expect("opens");
    let progress = Progress::of(&records).expect("readable");
    assert_eq!((progress.failures, progress.wait(NOW)), (1, 120_000));
}

#[test]
fn weeks_without_a_network_cost_nothing() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let mut records = telling(&file(&folder), "http://127.0.0.1:9/xapi");
    let nowhere = setup("http://127.0.0.1:9/xapi");
    for day in 0..42 {
        play(&mut records, Mode::Practice, day);
        let sent = send(&mut records, &wire(&nowhere), &nowhere, &|| NOW.days_on(day)).expect("the disk is well");
        assert!(matches!(sent, Sent { sent: 0, refused: 0, stands: Stands::Later { .. } }), "{sent:?}");
    }
    let wanted = queued(&mut records);
    assert_eq!(send_all(&mut records, &store, 50), 1);
    has_all(&store, &wanted);
}

#[test]
fn a_statement_that_is_not_understood_is_set_aside_and_holds_up_no_other() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 60);
    let bad = wanted[17]["id"].as_str().expect("an id").to_owned();
    store.with(|held| held.poison = Some(bad.clone()));
    let sent = send_now(&mut records, &store);
    assert_eq!(sent, Sent { sent: wanted.len() - 1, refused: 1, stands: Stands::Done });
    let refused = records.refused().expect("readable");
    assert_eq!((refused[0].id.to_string(), refused.len()), (bad, 1));
    assert_eq!(refused[0].why, "the store answered 400: {\"error\": \"a statement here is not to my taste\"}");
    store.with(|held| held.poison = None);
    assert_eq!(records.try_refused_again().expect("written"), 1);
    assert_eq!(send_now(&mut records, &store).sent, 1);
    store.with(|held| assert_eq!(held.statements.len(), wanted.len()));
}

#[test]
fn a_store_that_answers_409_to_what_it_has_is_asked_what_it_has() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 40);
    store.with(|held| {
        held.strict = true;
        for statement in &wanted[..5] {
            let id = statement["id"].as_str().expect("an id").to_owned();
            held.order.push(id.clone());
            held.statements.insert(id, statement.clone());
        }
        let other = held.order[3].clone();
        held.statements.get_mut(&other).expect("there")["timestamp"] = "2020-01-01T00:00:00Z".into();
    });
    let sent = send_now(&mut records, &store);
    assert_eq!(sent, Sent { sent: wanted.len() - 1, refused: 1, stands: Stands::Done });
    let refused = records.refused().expect("readable");
    assert_eq!(refused[0].id.to_string(), wanted[3]["id"], "only the one that is another there");
    store.with(|held| assert_eq!(held.order.len(), wanted.len()));
}

#[test]
fn a_store_that_wants_fewer_at_once_gets_fewer() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 60);
    store.with(|held| held.most = Some(4));
    assert_eq!(send_now(&mut records, &store).stands, Stands::Done);
    has_all(&store, &wanted);
}

#[test]
fn what_is_no_store_or_knows_us_not_takes_nothing_away() {
    let page = "<html>please sign in to the network</html>".to_owned();
    for (weather, told) in [
        (Weather::Answers(401, "", String::new()), "the store does not know who sends (401); check the credential"),
        (Weather::Answers(403, "", String::new()), "the store does not know who sends (403); check the credential"),
        (Weather::Answers(200, "", page.clone()), "what answers there is no store (200); check the address"),
        (Weather::Answers(404, "", page), "what answers there is no store (404); check the address"),
        (
            Weather::Answers(302, "Location: /xapi/statements\r\n", String::new()),
            "what answers there is no store (302); check the address",
        ),
    ] {
        let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
        let (mut records, wanted) = filled(&folder, &store, 1);
        store.expect([weather]);
        let sent = send_now(&mut records, &store);
        assert_eq!(sent, Sent { sent: 0, refused: 0, stands: Stands::Stopped { why: told.to_owned() } });
        assert_eq!(queued(&mut records), wanted);
        assert_eq!(Progress::of(&records).expect("readable").why, told);
        assert_eq!(send_now(&mut records, &store).stands, Stands::Done, "asked again, it sends");
        has_all(&store, &wanted);
    }
}

#[test]
fn two_senders_at_once_lose_nothing_and_keep_each_attempts_order() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (records, wanted) = filled(&folder, &store, 150);
    drop(records);
    store.expect((0..60).map(|i| if i % 3 == 0 { Weather::Slow(15) } else { Weather::Fair }));
    let setup = alongside::xapi::Setup { batch: 6, ..setup(&store.endpoint) };
    let run = || {
        let mut records = Records::open(&file(&folder)).expect("opens");
        while records.waiting().expect("readable") > 0 {
            send(&mut records, &wire(&setup), &setup, &|| NOW).expect("the disk is well");
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(run);
        scope.spawn(run);
    });
    has_all(&store, &wanted);
    let brought: usize = store.with(|held| held.batches.iter().sum());
    assert_eq!(brought, wanted.len(), "nobody sent what the other held");
}

#[test]
fn what_a_dead_sender_held_is_free_again_later() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let (mut records, wanted) = filled(&folder, &store, 1);
    records.take(uuid::Uuid::new_v4(), 3, NOW).expect("taken");
    assert_eq!(send_now(&mut records, &store).stands, Stands::Elsewhere);
    let setup = setup(&store.endpoint);
    let later = Stamp { ms: NOW.ms + alongside::records::HOLD + 1, ..NOW };
    assert_eq!(send(&mut records, &wire(&setup), &setup, &|| later).expect("well").stands, Stands::Done);
    has_all(&store, &wanted);
}
