//! A year that is under way: it lives through the program's end, and goes along to another machine.

use alongside::case::{Course, LIVES, Stage, live, load};
use alongside::model::Model;
use alongside::records::{Arriving, Beginning, Keeper, Records};
use alongside::session::{Command, Mode, Phase, Session};
use std::sync::Arc;

use super::{NOW, file};

#[test]
fn a_visit_of_a_case_is_gone_on_with_as_everybody_stood() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(&folder);
    let case = load("harbor-street", None).expect("it ships");
    let mut course = live(&case, Model::shipped(), &LIVES[0], 1).course;
    let arrived = course.visits[3].arrived.clone();
    course.visits.truncate(3);
    (course.passport, course.days_passed) = (arrived.clone(), true);
    assert_eq!(course.stage(&case), Stage::Visit(3));
    let scenario = Arc::clone(&case.visits[3].scenario);
    let begun =
        || Session::begin_at(Arc::clone(&scenario), Model::shipped(), 5, Mode::Practice, arrived.start(&scenario));
    let said = {
        let mut records = Records::open(&path).expect("made");
        let trainee = records.add_trainee("Elena", NOW).expect("kept").ix;
        let ix = records.begin_course(trainee, &course, NOW).expect("kept");
        let arriving =
            Arriving { case: Some(case.id.clone()), course: ix, passport: arrived.clone(), afterwards: None };
        let mut keeper = Keeper::visiting(Beginning { trainee, form: None, at: NOW }, arriving);
        let mut session = begun();
        say_first(&mut session);
        records.keep(&mut keeper, &session, NOW).expect("kept");
        session
    };
    let mut records = Records::open(&path).expect("opens again");
    let open = records.unfinished(1).expect("readable").expect("it was left open");
    let (mut session, mut keeper) = open.resume(Arc::clone(&scenario), Model::shipped()).expect("gone on with");
    assert_eq!((session.people(), session.transcript()), (said.people(), said.transcript()));
    while session.ending().is_none() {
        say_first(&mut session);
    }
    let mut after = records.course(1, "harbor-street").expect("readable").expect("it is there").course;
    assert_eq!(after, course);
    after.visited(&case, &session);
    keeper.leads_to(after.clone());
    records.keep(&mut keeper, &session, NOW).expect("kept");
    let kept = records.course(1, "harbor-street").expect("readable").expect("it is there");
    assert_eq!((kept.course.visits.len(), &kept.course), (4, &after), "the visit and the year are written together");

    let mut other = Records::open(&folder.path().join("other.sqlite")).expect("made");
    other.import(&records.export(1).expect("readable"), NOW).expect("taken in");
    assert_eq!(other.course(1, "harbor-street").expect("readable").expect("it came along").course, after);
    let mut early = after.clone();
    early.visits.truncate(1);
    let exported = records.export(1).expect("readable");
    other.import(&alongside::records::Exported { courses: vec![early], ..exported }, NOW).expect("taken in");
    assert_eq!(
        other.course(1, "harbor-street").expect("readable").expect("there").course,
        after,
        "the farther one stays"
    );
}

#[test]
fn a_year_begun_anew_leaves_the_one_before_behind() {
    let case = load("harbor-street", None).expect("it ships");
    let mut records = Records::in_memory();
    let trainee = records.add_trainee("", NOW).expect("kept").ix;
    let mut first = Course::begin(&case);
    first.notes = "Ask about the curb.".to_owned();
    records.begin_course(trainee, &first, NOW).expect("kept");
    records.begin_course(trainee, &Course::begin(&case), NOW).expect("kept");
    let kept = records.course(trainee, "harbor-street").expect("readable").expect("there");
    assert_eq!(kept.course.notes, "");
    records.keep_course(kept.ix, &first, NOW).expect("kept");
    assert_eq!(records.course(trainee, "harbor-street").expect("readable").expect("there").course.notes, first.notes);
}

fn say_first(session: &mut Session) {
    if session.phase() == Phase::Cue {
        session.apply(Command::PassCue).expect("it was asked");
    }
    let choice = session.open_turn().offered[0].choice;
    session.apply(Command::Say(choice)).expect("on offer");
}
