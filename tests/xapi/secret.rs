//! Whoever has the records, a report or what was printed does not have the credential.

use alongside::records::Records;
use alongside::session::Mode;
use alongside::xapi::delivery::send;
use alongside::xapi::{Credential, Setup};

use super::store::{Store, Weather};
use super::{NOW, PASSWORD, file, play, setup, telling, wire};

/// `alongside:hush-hush-4711` as it goes over the wire.
const TOKEN: &str = "YWxvbmdzaWRlOmh1c2gtaHVzaC00NzEx";

#[test]
fn the_credential_stands_in_no_file_and_no_message() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let mut records = telling(&file(&folder), &store.endpoint);
    play(&mut records, Mode::Practice, 0);
    let setup = setup(&store.endpoint);
    let echo = format!("you said Authorization: Basic {TOKEN}, which is alongside:{PASSWORD}");
    let mut told = format!("{:?}", wire(&setup));
    for status in [500, 503, 401, 403, 302, 200, 400] {
        // a store that says back what it was told
        store.expect((0..200).map(|_| Weather::Answers(status, "", echo.clone())));
        let sent = send(&mut records, &wire(&setup), &setup, &|| NOW).expect("well");
        told += &format!("{sent:?}");
        store.with(|held| held.weather.clear());
    }
    let nowhere = Setup { endpoint: "http://127.0.0.1:9/xapi".to_owned(), ..setup };
    records.try_refused_again().expect("written");
    told += &format!("{:?}", send(&mut records, &wire(&nowhere), &nowhere, &|| NOW));
    store.with(|held| assert!(held.heads[0].contains(TOKEN), "it was sent with it"));
    told += &format!("{:?}", records.refused());
    assert!(told.contains("the store answered 503: you said Authorization: Basic (hidden)"), "{told}");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder.path()).expect("readable") {
        told += &String::from_utf8_lossy(&std::fs::read(entry.expect("an entry").path()).expect("readable"));
        seen += 1;
    }
    assert!(seen > 1, "the records and their log");
    assert!(!told.contains(PASSWORD) && !told.contains(TOKEN));
}

#[test]
fn the_program_prints_it_nowhere() {
    let (folder, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let path = file(&folder);
    drop(telling(&path, &store.endpoint));
    let mut records = Records::open(&path).expect("opens");
    alongside::xapi::attach(&mut records).expect("readable");
    play(&mut records, Mode::Practice, 0);
    drop(records);
    store.expect([Weather::Answers(500, "", format!("Basic {TOKEN} {PASSWORD}"))]);
    let run = |task: &[&str]| {
        let program = std::process::Command::new(env!("CARGO_BIN_EXE_alongside"))
            .arg("xapi")
            .args(task)
            .arg("--records")
            .arg(&path)
            .env("ALONGSIDE_XAPI_USER", "alongside")
            .env("ALONGSIDE_XAPI_PASSWORD", PASSWORD)
            .output()
            .expect("it starts");
        let told = [program.stdout, program.stderr].map(|out| String::from_utf8_lossy(&out).into_owned()).concat();
        assert!(!told.contains(PASSWORD) && !told.contains(TOKEN), "{told}");
        (program.status.code(), told)
    };
    let (code, told) = run(&["send"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("the rest waits: the store answered 500: Basic (hidden) (hidden)"), "{told}");
    let (_, told) = run(&["status"]);
    assert!(told.contains("credential  from the environment") && told.contains("sent        0 statements"), "{told}");
    let (code, told) = run(&["send"]);
    assert_eq!(code, Some(0), "{told}");
    let (_, told) = run(&["status"]);
    assert!(told.contains("waiting     0 statements") && !told.contains("last try"), "{told}");
    let (_, exported) = run(&["export"]);
    let exported: Vec<serde_json::Value> = serde_json::from_str(&exported).expect("a list");
    store.with(|held| assert_eq!(held.statements.len(), exported.len()));
    let (code, told) = run(&["setup", "--endpoint", "http://store.example/x", "--home", "https://academy.example"]);
    assert_eq!((code, told.contains("use https")), (Some(2), true), "{told}");
}

#[test]
fn half_a_credential_is_none() {
    let found = Credential::from(|name| (name == "ALONGSIDE_XAPI_PASSWORD").then(|| PASSWORD.to_owned()));
    assert!(found.is_err_and(|why| why.contains("ALONGSIDE_XAPI_USER") && !why.contains(PASSWORD)));
}
