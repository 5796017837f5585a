//! A scenario that was just begun plays, and `check` has nothing to say about it, whatever was typed.

use alongside::lint;
use alongside::model::Model;
use alongside::rewrite::layout::canonical;
use alongside::rewrite::new::{FEELINGS, Plan, QUESTIONS, file_name, kebab, scenario};
use alongside::scenario::library::known;
use proptest::prelude::*;

use super::meaning;

fn check_clean(plan: &Plan) -> alongside::scenario::Scenario {
    let text = scenario(plan);
    let found = lint::check("a-talk", &text, Model::shipped(), known());
    assert!(found.is_empty(), "{plan:?}: {found:#?}");
    assert_eq!(canonical(&text).as_ref(), Ok(&text));
    meaning("a-talk", &text).expect("it plays").0
}

#[test]
fn it_plays_and_there_is_nothing_to_say_about_it_for_every_feeling() {
    for (feels, _) in FEELINGS {
        let begun = check_clean(&Plan { feels: feels.to_owned(), ..Plan::default() });
        assert_eq!(begun.nodes.len(), 6);
    }
    for place in (QUESTIONS[3].known)() {
        check_clean(&Plan { place: place.to_owned(), ..Plan::default() });
    }
}

#[test]
fn its_comments_say_what_is_what() {
    let text = scenario(&Plan::default());
    assert!(text.contains("// Who is there, and how they are when you arrive."), "{text}");
    assert!(text.matches("//").count() > 12);
}

#[test]
fn what_is_typed_stands_there_as_it_was_typed() {
    let mut plan = Plan::default();
    let typed = [r#"A "quoted" \ title"#, "Zoë <<goal>> O'Hara", "guest // not"];
    for (question, answer) in QUESTIONS.iter().zip(typed) {
        question.settle(&mut plan, answer).expect("it fits");
    }
    let begun = check_clean(&plan);
    assert_eq!(begun.title, typed[0]);
    assert_eq!(begun.people[0].name, typed[1].replace('\'', "’"));
    assert_eq!(begun.people[0].role, typed[2]);
    assert_eq!(begun.people[0].id, "zoe");
}

#[test]
fn an_answer_that_does_not_fit_says_what_would() {
    let settle = |i: usize, answer: &str| QUESTIONS[i].settle(&mut Plan::default(), answer);
    assert_eq!(settle(3, "halway"), Err("\"halway\" is none of these; did you mean \"hallway\"?".to_owned()));
    assert_eq!(settle(0, &"a".repeat(61)), Err("that has 61 letters, and there is room for 60".to_owned()));
    assert_eq!(settle(4, "fear"), Ok(()));
}

#[test]
fn a_file_is_named_after_its_title() {
    for (title, name) in [
        ("The Wrong Coat", "the-wrong-coat.ron"),
        ("Sam's café, 3 a.m.!", "sams-cafe-3-a-m.ron"),
        ("../../etc/passwd", "etc-passwd.ron"),
        ("Пальто", "a-talk.ron"),
        ("CON", "the-con.ron"),
        ("", "a-talk.ron"),
    ] {
        assert_eq!(file_name(title), name);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_it_plays(title in "\\PC{0,60}|[\\x00-\\x7f]{0,60}", person in "\\PC{0,40}|[\"\\\\(){}<>/* a]{0,40}", goal in any::<String>()) {
        let mut plan = Plan::default();
        for (i, answer) in [(0, &title), (1, &person), (5, &goal)] {
            let _ = QUESTIONS[i].settle(&mut plan, answer);
        }
        prop_assert!(meaning("a-talk", &scenario(&plan)).is_some(), "{}", scenario(&plan));
        let stem = kebab(&title);
        prop_assert!(stem.len() <= 60 && kebab(&stem) == stem);
    }
}
