//! Files that earlier programs made are brought to the present version, and nothing in them is lost.

use alongside::model::Model;
use alongside::records::{Records, VERSION};

use super::{NOW, file, say_first, scenario};

#[test]
fn a_file_of_version_1_keeps_all_its_attempts() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    std::fs::write(&path, include_bytes!("versions/v1.sqlite")).expect("written");
    let mut records = Records::open(&path).expect("brought to the present version");
    let version = |records: &Records| {
        let other = rusqlite::Connection::open(records.file().expect("a file")).expect("opens");
        other.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).expect("a number")
    };
    assert_eq!(version(&records), VERSION as i64);
    let past = records.past(1).expect("readable");
    assert_eq!(past.iter().map(|p| p.turns.len()).collect::<Vec<_>>(), [14, 14]);
    assert!(past.iter().all(|p| p.conclusion.is_some()));
    let open = records.unfinished(1).expect("readable").expect("one is under way");
    assert_eq!(open.steps.len(), 1);
    assert_eq!(records.telling(open.attempt.ix).expect("readable").said[0].took, Some(2500));
    assert_eq!(records.verify().expect("readable").faults, []);
    // where the scenario has not been rewritten since, it can be gone on with
    if let Ok((mut session, mut keeper)) = open.resume(scenario(), Model::shipped()) {
        say_first(&mut session);
        records.keep(&mut keeper, &session, NOW.days_on(3)).expect("kept");
    }
}
