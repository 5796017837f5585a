//! The question of the day after is a fair one: it has an answer, and what was said then is not it.

use std::sync::Arc;

use alongside::debrief::recall::{answer, question};
use alongside::model::Model;
use alongside::scenario::{Scenario, library};
use alongside::session::{Command, Mode, Phase, Session};

fn shipped() -> Vec<Arc<Scenario>> {
    library::shipped_ids().iter().map(|id| Arc::new(library::load(id, None).expect("it ships"))).collect()
}

/// A conversation to its end; `habit` is the place of the line among those shown, counted round.
fn play(scenario: &Arc<Scenario>, habit: usize) -> Session {
    let mut session = Session::begin(Arc::clone(scenario), Model::shipped(), 5, Mode::Practice);
    let mut turn = 0;
    while session.ending().is_none() {
        if session.phase() == Phase::Cue {
            session.apply(Command::PassCue).expect("a cue stands open");
        }
        let open = session.open_turn();
        let choice = open.offered[open.order[(habit + turn / 2) % open.order.len()]].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
        turn += 1;
    }
    session
}

#[test]
fn every_question_has_an_answer_and_what_was_said_then_is_none() {
    let mut asked = 0;
    for scenario in shipped() {
        for habit in 0..4 {
            let session = play(&scenario, habit);
            let Some(question) = question(&session) else { continue };
            let told: Vec<_> = (0..question.lines.len())
                .map(|place| answer(&session, &question, place).expect("every line shown can be picked"))
                .collect();
            assert!(told.iter().any(|told| told.found), "{}: {question:?}", scenario.id);
            assert!(!told[question.then].found, "{}: {question:?}", scenario.id);
            for told in &told {
                assert_eq!(told.found, told.stronger.is_none(), "{}", scenario.id);
                assert!(!told.why.is_empty() && !told.answer.is_empty(), "{}: {told:?}", scenario.id);
            }
            assert_eq!(answer(&session, &question, question.lines.len()), None);
            asked += 1;
        }
    }
    assert!(asked >= 40, "{asked} questions");
}

#[test]
fn the_answer_is_what_they_said_then_where_the_same_line_is_picked() {
    let scenario = Arc::new(library::load("the-olive-door", None).expect("it ships"));
    for habit in 0..4 {
        let session = play(&scenario, habit);
        let Some(question) = question(&session) else { continue };
        let told = answer(&session, &question, question.then).expect("it was on offer");
        let Some(next) = session.transcript().turns.get(question.turn + 1) else { continue };
        let words: Vec<&str> = next.said.iter().map(|spoken| spoken.line(&scenario).text.as_str()).collect();
        assert_eq!(told.answer.iter().map(|said| said.text.as_str()).collect::<Vec<_>>(), words);
    }
}

#[test]
fn who_cost_nobody_anything_is_asked_nothing() {
    let scenario = Arc::new(library::load("the-olive-door", None).expect("it ships"));
    let mut session = Session::begin(scenario, Model::shipped(), 5, Mode::Practice);
    assert_eq!(question(&session), None, "nothing was said yet");
    while session.ending().is_none() {
        if session.phase() == Phase::Cue {
            session.apply(Command::Answer(0)).expect("there is an answer");
        }
        let worth: Vec<f64> = session.evidence().iter().map(|evidence| evidence.composite()).collect();
        let best = (0..worth.len()).max_by(|a, b| worth[*a].total_cmp(&worth[*b])).expect("a line");
        let choice = session.open_turn().offered[best].choice;
        session.apply(Command::Say(choice)).expect("it is on offer");
    }
    assert_eq!(question(&session), None, "the strongest line was said each time");
}
