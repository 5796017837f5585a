//! A class that had one conversation.

use std::sync::Arc;

use alongside::model::Model;
use alongside::records::{ClassAttempt, ClassTurn, Stamp};
use alongside::report::class::{ClassReport, Names, Sign, class, csv, html, text};
use alongside::scenario::{NodeIx, Scenario};
use alongside::session::Mode;
use uuid::Uuid;

use super::{NOW, class_of, scenario};

const ALL: (Stamp, Stamp) = (Stamp { ms: i64::MIN, zone: 0 }, Stamp { ms: i64::MAX, zone: 0 });

fn attempts(count: u64) -> Vec<ClassAttempt> {
    let folder = tempfile::tempdir().expect("a folder");
    let records = class_of(count, &folder.path().join("records.sqlite"));
    let mut attempts = records.class("the-olive-door", ALL.0, ALL.1).expect("readable");
    // ids are drawn by lot; here they follow the seeds
    attempts.iter_mut().for_each(|a| a.trainee = Uuid::from_u128(u128::from(a.seed)));
    attempts
}

fn told(attempts: &[ClassAttempt], names: Option<&Names>) -> ClassReport {
    class(attempts, &scenario("the-olive-door"), Model::shipped(), names)
}

#[test]
fn the_text_tells_all_of_it() {
    insta::assert_snapshot!("class", text(&told(&attempts(18), None)));
}

#[test]
fn fewer_than_five_are_not_broken_down() {
    let four = told(&attempts(4), None);
    assert_eq!((four.trainees, four.scenes.len(), four.endings.len()), (4, 0, 0));
    assert_eq!(four.ratings, [const { None }; 4]);
    assert!(text(&four).contains("Four trainees played this. Fewer than five are never broken down."));
    let eighteen = told(&attempts(18), None);
    assert!(eighteen.scenes.iter().all(|s| s.came >= 5));
    for line in eighteen.scenes.iter().flat_map(|s| &s.lines) {
        assert_eq!(line.drew.is_some(), line.chosen >= 5, "{line:?}");
        let apart = line.drew.as_ref().map(|d| d.endings.iter().map(|(_, n)| n).sum::<usize>());
        assert!(apart.is_none_or(|n| n == line.chosen), "{line:?}");
    }
    assert!(eighteen.scenes.iter().flat_map(|s| &s.lines).any(|line| line.drew.is_none()), "some were chosen by few");
}

#[test]
fn five_attempts_of_one_trainee_are_one_trainee() {
    let mut five = attempts(5);
    five.iter_mut().for_each(|a| a.trainee = Uuid::nil());
    let report = told(&five, None);
    assert_eq!((report.trainees, report.attempts, report.scenes.len()), (1, 5, 0));
}

#[test]
fn the_most_even_split_stands_first_and_the_order_of_attempts_does_not_matter() {
    let mut attempts = attempts(18);
    let report = told(&attempts, None);
    assert!(report.scenes.windows(2).all(|pair| pair[0].split >= pair[1].split));
    attempts.reverse();
    assert_eq!(told(&attempts, None), report);
}

#[test]
fn another_version_of_the_scenario_stands_in_none_of_the_numbers() {
    let mut attempts = attempts(12);
    attempts[3].hash = "another".to_owned();
    let report = told(&attempts, None);
    assert_eq!((report.trainees, report.other_versions), (11, 1));
    assert!(text(&report).contains("One played another version of this scenario"));
}

#[test]
fn names_are_said_only_where_they_were_asked_for() {
    let attempts = attempts(6);
    let names: Names = attempts.iter().map(|a| (a.trainee, format!("Zoe {}", a.seed))).collect();
    let (hidden, shown) = (told(&attempts, None), told(&attempts, Some(&names)));
    for document in [html(&hidden), text(&hidden), csv(&hidden)] {
        assert!(!document.contains("Zoe") && attempts.iter().all(|a| !document.contains(&a.trainee.to_string()[..8])));
    }
    assert!(html(&shown).contains("Zoe 3") && text(&shown).contains("Zoe 3"));
    assert_eq!(
        shown.who.iter().map(|w| w.name.as_str()).collect::<Vec<_>>(),
        ["Zoe 1", "Zoe 2", "Zoe 3", "Zoe 4", "Zoe 5", "Zoe 6"]
    );
}

/// So many turns at nodes of which no line is gated, each choosing as told.
fn habit(scenario: &Scenario, choose: impl Fn(usize, usize, &Scenario, NodeIx) -> ClassTurn) -> ClassAttempt {
    let open =
        scenario.talks().filter(|(_, node)| node.choices.len() >= 3 && node.choices.iter().all(|c| !c.is_gated()));
    let nodes: Vec<NodeIx> = open.map(|(at, _)| at).collect();
    assert!(nodes.len() > 5, "{} nodes", nodes.len());
    ClassAttempt {
        id: Uuid::nil(),
        trainee: Uuid::nil(),
        hash: scenario.hash.clone(),
        mode: Mode::Practice,
        again: false,
        began: NOW,
        seed: 1,
        ending: String::new(),
        finals: [Some(50.0); 4],
        turns: nodes.iter().cycle().take(20).enumerate().map(|(i, at)| choose(i, nodes.len(), scenario, *at)).collect(),
    }
}

fn turn(node: NodeIx, choice: usize, shown: usize, took: Option<u32>) -> ClassTurn {
    ClassTurn { node: node.index(), choice, shown, took, arousal: (50.0, 50.0), trust: (30.0, 30.0), terms: [None; 4] }
}

fn signs(attempts: &[ClassAttempt], scenario: &Arc<Scenario>) -> Vec<Sign> {
    class(attempts, scenario, Model::shipped(), None).flags.iter().map(|f| f.sign).collect()
}

#[test]
fn long_lines_chosen_in_no_time_are_a_sign() {
    let mut scenario = (*scenario("the-olive-door")).clone();
    for place in &mut scenario.nodes {
        if let alongside::scenario::PlaceKind::Node(node) = &mut place.kind {
            node.choices.iter_mut().for_each(|c| c.words = 13);
        }
    }
    let scenario = Arc::new(scenario);
    let at = |ms: Option<u32>| {
        habit(&scenario, |i, _, s, at| turn(at, i % s.node(at).expect("a node").choices.len(), i % 3, ms))
    };
    assert!(signs(&[at(Some(1999))], &scenario).contains(&Sign::Hurried));
    assert!(!signs(&[at(Some(2000))], &scenario).contains(&Sign::Hurried));
    assert!(!signs(&[at(None)], &scenario).contains(&Sign::Hurried));
}

#[test]
fn the_longest_and_the_same_place_each_time_are_signs_and_the_first_three_times_are_not() {
    let scenario = scenario("the-olive-door");
    let longest = habit(&scenario, |i, _, s, at| {
        let choices = &s.node(at).expect("a node").choices;
        let most = (0..choices.len()).max_by_key(|c| choices[*c].words).expect("choices");
        turn(at, most, i % choices.len(), None)
    });
    assert_eq!(signs(std::slice::from_ref(&longest), &scenario).iter().filter(|s| **s == Sign::Longest).count(), 1);
    assert!(!signs(std::slice::from_ref(&longest), &scenario).contains(&Sign::SamePlace));
    let same = habit(&scenario, |i, _, s, at| turn(at, i % s.node(at).expect("a node").choices.len(), 1, None));
    assert!(signs(std::slice::from_ref(&same), &scenario).contains(&Sign::SamePlace));
    let three = ClassAttempt { turns: same.turns[..3].to_vec(), ..same };
    assert_eq!(signs(&[three], &scenario), []);
}

#[test]
fn strong_and_weak_in_turn_is_a_sign() {
    let scenario = scenario("the-olive-door");
    let model = Model::shipped();
    let alternate = habit(&scenario, |i, _, s, at| {
        let choices = &s.node(at).expect("a node").choices;
        let strength = |c: &usize| -> f64 {
            choices[*c].techniques.iter().map(|t| model.techniques.get(*t).evidence.composite()).sum()
        };
        let order = |a: &usize, b: &usize| strength(a).total_cmp(&strength(b));
        let all = 0..choices.len();
        let pick = if i % 2 == 0 { all.max_by(order) } else { all.min_by(order) };
        turn(at, pick.expect("choices"), i % choices.len(), None)
    });
    assert!(signs(&[alternate], &scenario).contains(&Sign::Alternating));
}

#[test]
fn only_what_was_met_before_going_better_is_a_sign() {
    let scenario = scenario("the-olive-door");
    let base = habit(&scenario, |i, _, s, at| turn(at, i % s.node(at).expect("a node").choices.len(), i % 3, None));
    let one = |day: i64, seed: u64, score: f64| ClassAttempt {
        began: NOW.days_on(day),
        seed,
        finals: [Some(score); 4],
        again: day > 0,
        ..base.clone()
    };
    let rising = [(0, 1, 50.0), (1, 1, 60.0), (2, 1, 70.0), (3, 2, 52.0), (4, 1, 80.0), (5, 3, 49.0)];
    let attempts: Vec<ClassAttempt> = rising.iter().map(|(day, seed, score)| one(*day, *seed, *score)).collect();
    assert!(signs(&attempts, &scenario).contains(&Sign::OnlyReplays));
    let mut learned = attempts;
    learned[5].finals = [Some(78.0); 4];
    assert!(!signs(&learned, &scenario).contains(&Sign::OnlyReplays));
}

#[test]
fn a_sign_is_a_fact_and_never_an_accusation() {
    let scenario = scenario("the-olive-door");
    let same = habit(&scenario, |i, _, s, at| turn(at, i % s.node(at).expect("a node").choices.len(), 0, None));
    let report = class(&[same], &scenario, Model::shipped(), None);
    let told = text(&report).to_lowercase();
    assert!(told.contains("not why"), "{told}");
    for word in ["cheat", "gaming", "suspicious", "fraud", "guilty", "dishonest"] {
        assert!(!told.contains(word), "{word}");
    }
}
