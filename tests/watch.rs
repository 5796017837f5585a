//! What the engine watches in every scenario: talk stops, people leave, people shut down (scoring basis, 5.3).

use std::sync::Arc;

use alongside::model::person::Traits;
use alongside::model::turn::{Gate, gate};
use alongside::model::{Emotion, Model, Need, Person, State};
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;
use alongside::session::{Command, Mode, Session};

/// Two people on a doorstep. Saying choice 0 does next to nothing, 1 is a threat, 2 asks Bo.
fn talk(ana: &str, bo: &str) -> Session {
    let text = format!(
        r#"Scenario(
            format: 1, title: "Watch", brief: "b", goal: "g", place: "hallway", opening: "door", stop: "danger", leaves: "gone",
            people: {{
                "ana": Person(name: "Ana", role: "neighbor", looks: "mara", {ana}),
                "bo": Person(name: "Bo", role: "neighbor", looks: "dev", {bo}),
            }},
            nodes: {{
                "door": Node(
                    says: [Line(who: "ana", text: "Yes.", body: "She opens.")],
                    closed: [Line(who: "ana", text: "Mm.", body: "She does not look up.")],
                    choices: [
                        Choice(text: "Is it cold?", uses: [ClosedQuestion], to_whom: "ana", to: "door"),
                        Choice(text: "Or else.", uses: [Threat], to_whom: "ana", to: "door"),
                        Choice(text: "And you?", uses: [ClosedQuestion], to_whom: "bo", to: "door"),
                        Choice(text: "Your call, both.", uses: [Autonomy, OfferChoice], to_whom: "ana", to: "door"),
                        Choice(text: "Bye.", uses: [ThankClose], to_whom: "ana", to: "gone"),
                        Choice(text: "Again.", uses: [Mirroring], to_whom: "ana", when: Chose("door", 1), to: "gone"),
                    ],
                ),
                "danger": Node(
                    says: [Line(who: "ana", text: "Back.", body: "She holds a pan.")],
                    choices: [
                        Choice(text: "I step back.", uses: [SafetyDirection], to: "danger"),
                        Choice(text: "Or else.", uses: [Threat], to: "gone"),
                    ],
                ),
                "gone": Ending(outcome: Left, text: "The door is shut."),
            }},
        )"#
    );
    let read = resolve("watch", &text, &Model::shipped().techniques, known());
    let scenario = read.unwrap_or_else(|problems| panic!("{problems:#?}")).scenario;
    Session::begin(Arc::new(scenario), Model::shipped(), 1, Mode::Practice)
}

fn person(arousal: f64, safety: f64, control: f64) -> String {
    format!(
        "starts: (arousal: {arousal}, trust: 30, respect: 40, readiness: 20, need: Esteem, feels: (Anger, 2), safety: {safety}, control: {control})"
    )
}

fn calm() -> String {
    person(40.0, 60.0, 60.0)
}

fn place(session: &Session) -> &str {
    &session.scenario().place_at(session.at()).id
}

fn after(mut session: Session, choices: &[usize]) -> Session {
    choices.iter().for_each(|choice| session.apply(Command::Say(*choice)).expect("it was on offer"));
    session
}

fn said(session: &Session) -> Vec<&str> {
    session.open_turn().said.iter().map(|s| s.line(session.scenario()).text.as_str()).collect()
}

#[test]
fn talk_stops_at_the_top_of_arousal_and_the_hazard_is_on() {
    let session = after(talk(&person(92.0, 60.0, 60.0), &calm()), &[1]);
    assert_eq!((place(&session), session.open_turn().hazard, session.has_stopped()), ("danger", true, true));
}

#[test]
fn stopping_comes_before_leaving() {
    assert_eq!(place(&after(talk(&person(92.0, 16.0, 60.0), &calm()), &[1])), "danger");
    assert_eq!(place(&after(talk(&person(80.0, 12.0, 60.0), &calm()), &[1])), "danger");
    assert_eq!(place(&after(talk(&person(80.0, 12.0, 60.0), &calm()), &[0])), "gone");
}

#[test]
fn anybody_present_is_watched_not_only_who_was_spoken_to() {
    assert_eq!(place(&after(talk(&calm(), &person(97.0, 60.0, 60.0)), &[0])), "danger");
    assert_eq!(place(&after(talk(&calm(), &person(80.0, 10.0, 60.0)), &[0])), "gone");
}

#[test]
fn who_is_not_free_to_go_stays() {
    let held = format!("{}, free_to_go: false", person(80.0, 12.0, 60.0));
    assert_eq!(place(&after(talk(&held, &calm()), &[0])), "door");
}

#[test]
fn once_talk_has_stopped_the_road_is_the_authors() {
    let session = after(talk(&person(100.0, 5.0, 60.0), &calm()), &[0, 0, 0]);
    assert_eq!(place(&session), "danger");
    assert_eq!(place(&after(session, &[1])), "gone");
}

#[test]
fn who_has_shut_down_says_little_until_it_lifts() {
    let session = talk(&person(40.0, 60.0, 12.0), &calm());
    assert_eq!(said(&session), ["Mm."]);
    assert_eq!(said(&after(session, &[3])), ["Yes."]);
}

#[test]
fn not_being_heard_shuts_down_only_after_some_turns() {
    let unheard = format!("{}, reactivity: 1", calm()).replace("safety", "heard: 4, safety");
    let mut session = talk(&unheard, &calm());
    for turn in 0..4 {
        assert_eq!(said(&session), ["Yes."], "turn {turn}");
        session = after(session, &[0]);
    }
    assert_eq!(said(&session), ["Yes."], "four turns are not more than four");
    assert_eq!(said(&after(session, &[0])), ["Mm."]);
}

#[test]
fn each_bound_belongs_to_what_it_bounds() {
    let state =
        State { arousal: 50.0, trust: 30.0, heard: 15.0, respect: 40.0, safety: 40.0, control: 40.0, readiness: 20.0 };
    let seen = |state: State, turns: u32| {
        let mut person = Person::new(state, Traits::default(), Need::Esteem, (Emotion::Anger, 2));
        person.memory.turn_count = turns;
        gate(Model::shipped(), &person)
    };
    assert_eq!(seen(State { arousal: 95.0, ..state }, 0), Some(Gate::Stop));
    assert_eq!(seen(State { arousal: 94.999, ..state }, 0), None);
    assert_eq!(seen(State { arousal: 75.0, safety: 15.0, ..state }, 0), Some(Gate::Leaves));
    assert_eq!(seen(State { arousal: 74.999, safety: 15.0, ..state }, 0), None);
    assert_eq!(seen(State { arousal: 75.0, safety: 15.001, ..state }, 0), None);
    assert_eq!(seen(State { control: 15.0, ..state }, 0), Some(Gate::ShutDown));
    assert_eq!(seen(State { control: 15.001, ..state }, 0), None);
    assert_eq!(seen(State { heard: 5.0, ..state }, 5), Some(Gate::ShutDown));
    assert_eq!(seen(State { heard: 5.0, ..state }, 4), None);
    assert_eq!(seen(State { heard: 5.001, ..state }, 5), None);
}

#[test]
fn earned_lines_are_never_crowded_out() {
    let numbers = |session: &Session| session.open_turn().offered.iter().map(|o| o.choice).collect::<Vec<_>>();
    let session = talk(&calm(), &calm());
    assert_eq!(numbers(&session), [0, 1, 2, 3, 4]);
    // choice 5 opens on coming back, and the last of those that are always there makes room
    assert_eq!(numbers(&after(session, &[0])), [0, 1, 2, 3, 5]);
}
