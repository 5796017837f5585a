//! Every kind of condition in words.

use super::{Plain, first_name, letter};
use crate::model::{Emotion, Variable};
use crate::scenario::{Bound, Choice, Condition, NameIx, NodeIx, PersonIx, Scenario};

fn scenario() -> Scenario {
    let text = include_str!("../../../tests/scenarios/two-doors.ron");
    let known = crate::scenario::library::known();
    let techniques = &crate::model::Model::shipped().techniques;
    crate::scenario::resolve::resolve("two-doors", text, techniques, known).expect("it resolves").scenario
}

/// In words, with node n as number n + 1.
fn say(condition: &Condition) -> String {
    let scenario = scenario();
    let numbers: Vec<usize> = (1..=scenario.nodes.len()).collect();
    Plain::new(&scenario, &numbers).condition(condition, None)
}

fn trust(bound: Bound) -> Condition {
    Condition::Of(PersonIx(0), Box::new(Condition::State(Variable::Trust, bound)))
}
fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}
fn been(node: u32) -> Condition {
    Condition::Visited(NodeIx(node))
}

#[test]
fn each_kind_of_condition_has_its_words_and_their_opposite() {
    let cases = [
        (trust(Bound::AtLeast(30.0)), "Renee’s trust is 30 or more", "Renee’s trust is below 30"),
        (trust(Bound::Below(12.5)), "Renee’s trust is below 12.5", "Renee’s trust is 12.5 or more"),
        (
            Condition::State(Variable::Heard, Bound::AtLeast(5.0)),
            "the sense of being heard of whoever spoke last is 5 or more",
            "the sense of being heard of whoever spoke last is below 5",
        ),
        (Condition::Feels(Emotion::Shame), "whoever spoke last feels shame", "whoever spoke last does not feel shame"),
        (Condition::Fact(NameIx(0)), "“the bicycle” has come up", "“the bicycle” has not come up"),
        (Condition::Promised(NameIx(0)), "the promise “the light” was made", "the promise “the light” was not made"),
        (Condition::Kept(NameIx(0)), "the promise “the light” was kept", "the promise “the light” was not kept"),
        (Condition::Broken(NameIx(0)), "the promise “the light” was broken", "the promise “the light” was not broken"),
        (been(3), "you have been at 4", "you have not been at 4"),
        (Condition::Chose(NodeIx(0), 2), "you said 1C", "you did not say 1C"),
        (
            Condition::All(vec![been(0), been(1)]),
            "you have been at 1 and you have been at 2",
            "you have not been at 1 or you have not been at 2",
        ),
        (
            Condition::Any(vec![been(0), been(1), been(2)]),
            "you have been at 1, you have been at 2 or you have been at 3",
            "you have not been at 1, you have not been at 2 and you have not been at 3",
        ),
        (Condition::All(vec![]), "always", "never"),
        (Condition::Any(vec![been(0)]), "you have been at 1", "you have not been at 1"),
    ];
    for (condition, holds, fails) in cases {
        assert_eq!(say(&condition), holds);
        assert_eq!(say(&not(condition.clone())), fails);
        assert_eq!(say(&not(not(condition))), holds);
    }
}

#[test]
fn what_belongs_together_can_be_heard() {
    let either = Condition::Any(vec![been(0), been(1)]);
    let both = Condition::All(vec![been(0), been(1)]);
    let all = Condition::All(vec![been(0), been(1), been(2)]);
    assert_eq!(
        say(&Condition::All(vec![been(3), either.clone()])),
        "you have been at 4, and either you have been at 1 or you have been at 2"
    );
    assert_eq!(
        say(&Condition::Any(vec![both, been(3)])),
        "both you have been at 1 and you have been at 2, or you have been at 4"
    );
    assert_eq!(
        say(&Condition::Any(vec![been(3), all])),
        "you have been at 4, or all of you have been at 1, you have been at 2 and you have been at 3"
    );
    let mixed = Condition::All(vec![been(3), either]);
    assert_eq!(
        say(&Condition::Any(vec![been(4), mixed])),
        "you have been at 5, or (you have been at 4, and either you have been at 1 or you have been at 2)"
    );
}

#[test]
fn a_gate_tells_what_must_be_known_and_what_must_hold() {
    let scenario = scenario();
    let numbers: Vec<usize> = (1..=scenario.nodes.len()).collect();
    let words = Plain::new(&scenario, &numbers);
    let choice = |text: &str| -> Choice {
        let all = scenario.talks().flat_map(|(_, node)| &node.choices);
        all.into_iter().find(|c| c.text.starts_with(text)).expect("it is there").clone()
    };
    assert_eq!(words.gate(&choice("I’ll see about the bulb"), None), "“the bicycle” has come up");
    assert_eq!(
        words.gate(&choice("I’ll leave you my card"), None),
        format!("you have been at {} or you have been at {}", 8, 12)
    );
    assert_eq!(words.gate(&choice("What happened the last time"), None), "");
}

#[test]
fn somebody_who_is_alone_needs_no_naming() {
    let mut scenario = scenario();
    scenario.people.truncate(1);
    let trust = Condition::State(Variable::Trust, Bound::AtLeast(22.0));
    assert_eq!(Plain::new(&scenario, &[]).condition(&trust, None), "Renee’s trust is 22 or more");
}

#[test]
fn lines_have_letters_and_people_first_names() {
    assert_eq!((letter(0), letter(11), letter(400)), ('A', 'L', '?'));
    assert_eq!((first_name("Mara Haddad"), first_name("Mrs Ostrow")), ("Mara", "Mrs Ostrow"));
}
