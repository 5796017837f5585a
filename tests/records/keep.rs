//! Keeping and going on.

use alongside::model::Model;
use alongside::records::{Beginning, CannotResume, Conclusion, Keeper, Records, Trouble};
use alongside::session::{Mode, Session};

use super::{NOW, SEED, begin, file, play_through, say_first, scenario, seated};

#[test]
fn going_on_at_any_turn_is_as_if_it_had_never_stopped() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    let trainee = records.trainees().expect("readable")[0].ix;
    let mut session = begin(Mode::Practice);
    let mut turns = 0;
    while session.ending().is_none() {
        say_first(&mut session);
        records.keep(&mut keeper, &session, NOW).expect("kept");
        turns += 1;
        if session.ending().is_some() {
            break;
        }
        drop(records);
        records = Records::open(&file(&folder)).expect("opens again");
        let open = records.unfinished(trainee).expect("readable").expect("something is open");
        let (again, kept) = open.resume(scenario(), Model::shipped()).expect("it can be gone on with");
        assert_eq!(again.transcript(), session.transcript());
        assert_eq!((again.at(), again.phase(), kept.kept()), (session.at(), session.phase(), turns));
        (session, keeper) = (again, kept);
    }
    assert!(turns > 4, "a conversation of some length");
    assert_eq!(records.unfinished(trainee).expect("readable"), None, "what is over is not gone on with");
    let past = records.past(trainee).expect("readable");
    assert_eq!(past[0].conclusion, Some(Conclusion::of(&session)));
    assert_eq!(past[0].turns.len(), turns);
}

#[test]
fn a_rewritten_scenario_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    let mut session = begin(Mode::Practice);
    say_first(&mut session);
    records.keep(&mut keeper, &session, NOW).expect("kept");
    let open = records.unfinished(1).expect("readable").expect("open");
    let mut other = (*scenario()).clone();
    other.hash = "another".to_owned();
    let refused = open.resume(std::sync::Arc::new(other), Model::shipped()).err();
    assert_eq!(refused, Some(CannotResume::ScenarioChanged));
    let mut odd = open.clone();
    odd.steps[0].choice = 63;
    assert_eq!(odd.resume(scenario(), Model::shipped()).err(), Some(CannotResume::DoesNotFit { turn: 1 }));
}

#[test]
fn what_was_begun_and_never_spoken_in_is_not_offered_again_but_an_assessment_is() {
    for (mode, offered) in [(Mode::Practice, false), (Mode::Assessment, true)] {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut records, mut keeper) = seated(&file(&folder));
        records.keep(&mut keeper, &begin(mode), NOW).expect("kept");
        assert_eq!(records.unfinished(1).expect("readable").is_some(), offered, "{mode:?}");
    }
}

#[test]
fn a_second_window_cannot_write_into_the_same_conversation() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut first, mut keeper) = seated(&file(&folder));
    let mut session = begin(Mode::Practice);
    say_first(&mut session);
    first.keep(&mut keeper, &session, NOW).expect("kept");
    let mut second = Records::open(&file(&folder)).expect("a second window opens them too");
    let open = second.unfinished(1).expect("readable").expect("open");
    let (mut theirs, mut their_keeper) = open.resume(scenario(), Model::shipped()).expect("resumes");
    say_first(&mut session);
    first.keep(&mut keeper, &session, NOW).expect("the first goes on");
    say_first(&mut theirs);
    let refused = second.keep(&mut their_keeper, &theirs, NOW);
    assert!(matches!(refused, Err(Trouble::Elsewhere)), "{refused:?}");
    say_first(&mut session);
    first.keep(&mut keeper, &session, NOW).expect("the first is not disturbed");
}

#[test]
fn a_full_disk_loses_no_turn_once_there_is_room_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    let mut session = begin(Mode::Practice);
    say_first(&mut session);
    records.keep(&mut keeper, &session, NOW).expect("kept");
    records.limit_pages(Some(1));
    let mut full = 0;
    // some room is left in the pages that are there
    let mut other = Keeper::new(Beginning { trainee: 1, form: None, at: NOW });
    while full == 0 {
        let mut again = begin(Mode::Practice);
        for _ in 0..6 {
            say_first(&mut again);
        }
        match records.keep(&mut other, &again, NOW) {
            Ok(()) => other = Keeper::new(Beginning { trainee: 1, form: None, at: NOW }),
            Err(Trouble::Full) => full += 1,
            Err(trouble) => panic!("{trouble}"),
        }
    }
    assert_eq!(other.kept(), 0, "what was not written does not count as kept");
    records.limit_pages(None);
    let mut again = begin(Mode::Practice);
    for _ in 0..7 {
        say_first(&mut again);
    }
    records.keep(&mut other, &again, NOW).expect("now there is room");
    assert_eq!(other.kept(), 7);
    let (resumed, _) =
        records.unfinished(1).expect("readable").expect("open").resume(scenario(), Model::shipped()).expect("resumes");
    assert_eq!(resumed.transcript(), again.transcript());
}

#[test]
fn where_nothing_can_be_written_the_conversation_goes_on_and_it_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocked = folder.path().join("a-file");
    std::fs::write(&blocked, "not a folder").expect("written");
    let opened = Records::open_for_play(Some(&blocked.join("records.sqlite")), NOW);
    assert!(opened.told.expect("it is told").starts_with("What you do now will not be kept: "));
    let mut records = opened.records;
    let trainee = records.add_trainee("", NOW).expect("in memory").ix;
    let mut keeper = Keeper::new(Beginning { trainee, form: None, at: NOW });
    play_through(&mut records, &mut keeper, Mode::Practice);
}

#[test]
fn only_the_first_time_in_a_conversation_counts_as_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut records, mut keeper) = seated(&file(&folder));
    play_through(&mut records, &mut keeper, Mode::Practice);
    let mut keeper = Keeper::new(Beginning { trainee: 1, form: None, at: NOW.days_on(1) });
    let mut session = Session::begin(scenario(), Model::shipped(), SEED + 1, Mode::Practice);
    say_first(&mut session);
    records.keep(&mut keeper, &session, NOW.days_on(1)).expect("kept");
    records.leave(keeper.attempt().expect("it stands").ix, NOW.days_on(1)).expect("left");
    let past = records.past(1).expect("readable");
    assert_eq!(past.iter().map(|p| (p.again, p.ending.is_some())).collect::<Vec<_>>(), [(false, true), (true, false)]);
}

#[test]
fn somebody_elses_database_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let other = rusqlite::Connection::open(&path).expect("made");
    other.execute_batch("CREATE TABLE recipe (name TEXT)").expect("made");
    drop(other);
    let before = std::fs::read(&path).expect("readable");
    assert!(matches!(Records::open(&path), Err(Trouble::Foreign)));
    assert_eq!(std::fs::read(&path).expect("readable").len(), before.len());
}

#[test]
fn records_of_a_later_program_are_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    drop(seated(&path));
    let later = rusqlite::Connection::open(&path).expect("opens");
    later.pragma_update(None, "user_version", 999).expect("set");
    drop(later);
    assert!(matches!(Records::open(&path), Err(Trouble::Newer)));
    let opened = Records::open_for_play(Some(&path), NOW);
    assert!(opened.told.expect("told").contains("a newer version of Alongside made these records"));
}
