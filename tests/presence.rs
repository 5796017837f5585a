//! Who comes later: until then they hear nothing, and the engine does not watch them.

use std::sync::Arc;

use alongside::explore::reach;
use alongside::model::{Emotion, Model, Variable};
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;
use alongside::scenario::{PersonIx, Say, Scenario};
use alongside::session::{Command, Mode, Session};

/// Ana at the door; Bo, who starts like this, comes in with the hall. At each of the two places choice 0 says next to nothing and
/// stays, 1 takes Ana's side and stays, and 2 leads to the other.
fn scenario(bo: &str, comes: &str) -> Arc<Scenario> {
    read(&text(bo, comes, "door"))
}

fn read(text: &str) -> Arc<Scenario> {
    let read = resolve("later", text, &Model::shipped().techniques, known());
    Arc::new(read.unwrap_or_else(|problems| panic!("{problems:#?}")).scenario)
}

/// The same with another way on from the hall.
fn text(bo: &str, comes: &str, on: &str) -> String {
    let rest = "respect: 40, readiness: 20, need: Esteem, feels: (Anger, 2)";
    let choices = |here: &str, there: &str| {
        format!(
            r#"Choice(text: "Is it cold?", uses: [ClosedQuestion], to_whom: "ana", to: "{here}"),
               Choice(text: "You are right.", uses: [TakeSides], to_whom: "ana", to: "{here}"),
               Choice(text: "Shall we?", uses: [ClosedQuestion], to_whom: "ana", to: "{there}"),
               Choice(text: "Bye.", uses: [ThankClose], to_whom: "ana", to: "gone"),"#
        )
    };
    format!(
        r#"Scenario(
            format: 1, title: "Later", brief: "b", goal: "g", place: "hallway", opening: "door", stop: "danger", leaves: "gone", two_party: true,
            people: {{
                "ana": Person(name: "Ana", role: "neighbor", looks: "mara", starts: (arousal: 40, trust: 30, safety: 60, {rest})),
                "bo": Person(name: "Bo", role: "neighbor", looks: "dev", {comes} starts: ({bo}, trust: 30, {rest})),
            }},
            nodes: {{
                "door": Node(feels: {{ "bo": (Fear, 3) }}, says: [Line(who: "ana", text: "Yes.", body: "She opens.")], choices: [{}]),
                "hall": Node(says: [Line(who: "bo", text: "Yes.", body: "He comes down."), Line(who: "ana", text: "No.", body: "She turns.")], choices: [{}]),
                "danger": Node(says: [Line(who: "ana", text: "Back.", body: "She holds a pan.")], choices: [
                    Choice(text: "I step back.", uses: [SafetyDirection], to: "gone"), Choice(text: "Or else.", uses: [Threat], to: "gone"),
                ]),
                "gone": Ending(outcome: Left, text: "The door is shut."),
            }},
        )"#,
        choices("door", "hall"),
        choices("hall", on),
    )
}

fn talk(bo: &str) -> Session {
    Session::begin(scenario(bo, COMES), Model::shipped(), 1, Mode::Practice)
}

const COMES: &str = "comes: \"hall\",";
const CALM: &str = "arousal: 40, safety: 60";

fn after(mut session: Session, choices: &[usize]) -> Session {
    choices.iter().for_each(|choice| session.apply(Command::Say(*choice)).expect("it was on offer"));
    session
}

fn place(session: &Session) -> &str {
    &session.scenario().place_at(session.at()).id
}

fn person(session: &Session, id: &str) -> PersonIx {
    let lines = session.scenario().talks().flat_map(|(_, node)| &node.says).flat_map(Say::lines);
    let speakers = lines.map(|line| line.who).find(|who| session.scenario().cast(*who).id == id);
    speakers.expect("somebody who speaks")
}

fn is_there(session: &Session) -> bool {
    session.is_present(person(session, "bo"))
}

fn respect(session: &Session) -> f64 {
    session.person(person(session, "bo")).state.respect
}

#[test]
fn they_are_there_from_their_node_on() {
    assert!(!is_there(&talk(CALM)) && talk(CALM).is_present(person(&talk(CALM), "ana")));
    assert!(!is_there(&after(talk(CALM), &[0, 1])));
    assert!(is_there(&after(talk(CALM), &[2])));
    let mut back = after(talk(CALM), &[2, 2]);
    assert_eq!((place(&back), is_there(&back)), ("door", true));
    assert!(!is_there(&back.rewound(0).expect("a turn")) && is_there(&back.rewound(1).expect("a turn")));
    let start = Arc::clone(back.start());
    back.restart(2, &start);
    assert!(!is_there(&back));
    let always = Session::begin(scenario(CALM, ""), Model::shipped(), 1, Mode::Practice);
    assert!(is_there(&always));
}

#[test]
fn who_has_not_come_overhears_nothing() {
    assert_eq!(respect(&after(talk(CALM), &[1, 1])), 40.0);
    let once = respect(&after(talk(CALM), &[1, 2, 1]));
    assert!(once < 40.0 && respect(&after(talk(CALM), &[1, 2, 2, 1])) == once, "{once}");
    assert_eq!(respect(&after(Session::begin(scenario(CALM, ""), Model::shipped(), 1, Mode::Practice), &[1])), once);
}

#[test]
fn nobody_stops_the_talk_or_walks_away_before_they_have_come() {
    for (bo, goes) in [("arousal: 97, safety: 60", "danger"), ("arousal: 80, safety: 10", "gone")] {
        let waiting = after(talk(bo), &[0, 1, 2]);
        assert_eq!((place(&waiting), place(&after(waiting.clone(), &[0]))), ("hall", goes));
        let always = Session::begin(scenario(bo, ""), Model::shipped(), 1, Mode::Practice);
        assert_eq!(place(&after(always, &[0])), goes);
    }
}

#[test]
fn what_a_node_says_they_feel_holds_also_before() {
    let session = talk(CALM);
    assert_eq!(session.person(person(&session, "bo")).feels, (Emotion::Fear, 3));
}

#[test]
fn what_is_worked_out_keeps_apart_before_and_after() {
    let respect = |on: &str, id: &str| {
        let scenario = read(&text(CALM, COMES, on));
        let (at, _) = scenario.places().find(|(_, place)| place.id == id).expect("a place");
        let respect =
            reach(&scenario, Model::shipped()).met(at).expect("it can be met").people[1].get(Variable::Respect);
        (respect.low, respect.high)
    };
    assert_eq!(respect("gone", "door"), (40.0, 40.0));
    let (low, high) = respect("gone", "hall");
    assert!(low < 40.0 && high == 40.0, "{low} {high}");
    // where it leads back, the door is met before and after
    let (low, high) = respect("door", "door");
    assert!(low < 40.0 && high == 40.0, "{low} {high}");
}

#[test]
fn nobody_is_proved_to_stop_the_talk_before_they_have_come() {
    let met = |comes: &str, id: &str| {
        let scenario = scenario("arousal: 97, safety: 60", comes);
        let (at, _) = scenario.places().find(|(_, place)| place.id == id).expect("a place");
        reach(&scenario, Model::shipped()).can_be_met(at)
    };
    assert!(met(COMES, "hall") && met(COMES, "danger"));
    assert!(!met("", "hall") && met("", "danger"));
}
