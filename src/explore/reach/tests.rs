//! What simulated trainees meet lies within what is worked out to be possible.

use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::possible::VARIABLES;
use super::story::{Shape, pick, story};
use super::{Answer, Met, Reach, reach};
use crate::explore::survey;
use crate::model::{Model, Variable};
use crate::scenario::library::known;
use crate::scenario::resolve::resolve;
use crate::scenario::{Choice, NodeIx, PlaceKind, Route, Say, Scenario};
use crate::session::{Command, Mode, Phase, Session, Turn};

fn read(text: &str) -> Arc<Scenario> {
    let read = resolve("a-talk", text, &Model::shipped().techniques, known());
    Arc::new(read.unwrap_or_else(|problems| panic!("{problems:#?}\n{text}")).scenario)
}

fn node<'r>(scenario: &Scenario, reach: &'r Reach, id: &str) -> &'r Met {
    reach.met(place(scenario, id)).expect("it can be met")
}

fn place(scenario: &Scenario, id: &str) -> NodeIx {
    let found = scenario.places().find(|(_, p)| p.id == id);
    found.expect("it is there").0
}

/// Sam at arousal 50 and trust 30, a door with these choices, and what else there is.
fn talk(choices: &str, more: &str) -> (Arc<Scenario>, Reach) {
    let text = format!(
        r#"Scenario(format: 1, title: "A talk", brief: "At the door.", goal: "In.", place: "hallway", opening: "door", stop: "stop", leaves: "gone",
        people: {{ "sam": Person(name: "Sam", role: "tenant", looks: "dev", starts: (arousal: 50, trust: 30, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))) }},
        nodes: {{
        "door": Node(says: [Line(who: "sam", text: "What is it?", body: "Sam waits.")], choices: [
            Choice(text: "You had a long night.", uses: [SimpleReflection], to: "hall"), Choice(text: "Open up.", uses: [Command], to: "hall"), {choices} ]),
        {more}
        "stop": Node(says: [Line(who: "sam", text: "Back!", body: "An arm comes up.")], choices: [
            Choice(text: "I step back.", uses: [SafetyDirection], to: "bad"), Choice(text: "Easy.", uses: [CalmDown], to: "bad") ]),
        "hall": Ending(outcome: Mixed, text: "The hall."), "gone": Ending(outcome: Left, text: "Gone."),
        "good": Ending(outcome: Good, text: "Good."), "bad": Ending(outcome: Poor, text: "Bad.") }})"#
    );
    let scenario = read(&text);
    let reach = reach(&scenario, Model::shipped());
    (scenario, reach)
}

#[test]
fn at_the_opening_everything_is_known() {
    let (scenario, reach) = talk(
        r#"Choice(text: "A", uses: [Inform], when: Trust(AtLeast(30)), to: "good"),
           Choice(text: "B", uses: [Inform], when: Trust(AtLeast(30.5)), to: "bad"),
           Choice(text: "C", uses: [Inform], when: All([Feels(Anger), Not(Visited("good"))]), to: "bad"),"#,
        "",
    );
    let door = node(&scenario, &reach, "door");
    let gates: Vec<_> = door.choices.iter().map(|c| c.gate).collect();
    assert_eq!(gates, [None, None, Some(Answer::Always), Some(Answer::Never), Some(Answer::Always)]);
    assert!(!door.choices[3].can_be_open && reach.can_be_met(place(&scenario, "good")));
}

#[test]
fn trust_never_grows_further_than_a_visit_can_take_it() {
    let again = r#""again": Node(says: [Line(who: "sam", text: "And?", body: "Sam waits.")], choices: [
        Choice(text: "That took nerve.", uses: [Affirmation, Validation], to: "again"),
        Choice(text: "Fine.", uses: [Dismiss], to: "again"),
        Choice(text: "A", uses: [Inform], when: Trust(AtLeast(44)), to: "good"),
        Choice(text: "B", uses: [Inform], when: Trust(AtLeast(45.1)), to: "bad") ]),"#;
    let (scenario, reach) = talk(r#"Choice(text: "C", uses: [Inform], to: "again"),"#, again);
    let gates: Vec<_> = node(&scenario, &reach, "again").choices.iter().map(|c| c.gate).collect();
    assert_eq!(gates, [None, None, Some(Answer::Sometimes), Some(Answer::Never)]);
}

#[test]
fn one_turn_is_followed_closely() {
    let next = r#""next": Node(says: [Line(who: "sam", text: "And?", body: "Sam waits.")], choices: [
        Choice(text: "A", uses: [Inform], to: "good"), Choice(text: "B", uses: [Inform], to: "bad"),
        Choice(text: "C", uses: [Inform], when: Trust(Below(30)), to: "good"),
        Choice(text: "D", uses: [Inform], when: Arousal(AtLeast(60)), to: "bad") ]),"#;
    let (scenario, reach) = talk(r#"Choice(text: "Shut it.", uses: [Judgment], to: "next"),"#, next);
    let gates: Vec<_> = node(&scenario, &reach, "next").choices.iter().map(|c| c.gate).collect();
    assert_eq!(gates[2], Some(Answer::Always));
    assert!(!reach.can_be_met(place(&scenario, "stop")), "one line at arousal 50 stops no talk");
}

#[test]
fn a_road_behind_a_gate_that_never_holds_leads_nowhere() {
    let (scenario, reach) = talk(
        r#"Choice(text: "A", uses: [Inform], to: FirstThatFits([(when: Visited("bad"), to: "good"), (to: "hall")])),"#,
        "",
    );
    assert!(!reach.can_be_met(place(&scenario, "good")) && reach.can_be_met(place(&scenario, "hall")));
    assert_eq!(node(&scenario, &reach, "door").choices[2].ways, [Answer::Never, Answer::Always]);
}

#[test]
fn ways_that_leave_nothing_over_are_seen() {
    let (scenario, reach) = talk(
        r#"Choice(text: "A", uses: [Inform, Advice], to: FirstThatFits([
            (when: Trust(AtLeast(30)), to: "good"), (when: Trust(Below(30)), to: "bad"), (to: "hall")])),"#,
        "",
    );
    assert_eq!(node(&scenario, &reach, "door").choices[2].ways[2], Answer::Never);
}

#[test]
fn who_may_have_come_or_not_is_taken_for_both() {
    let crossing = |happens: &str| {
        let starts =
            "starts: (arousal: 40, trust: 30, safety: 60, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2))";
        let says = r#"says: [Line(who: "sam", text: "Yes.", body: "Sam waits.")]"#;
        let out = |to: &str| {
            format!(r#"Choice(text: "So", uses: [Inform], to: "{to}"), Choice(text: "No", uses: [Inform], to: "end")"#)
        };
        read(&format!(
            r#"Scenario(format: 1, title: "A talk", brief: "B.", goal: "G.", place: "hallway", opening: "door", stop: "stop", leaves: "end", two_party: true,
            people: {{ "sam": Person(name: "Sam", role: "tenant", looks: "dev", {starts}),
                "bo": Person(name: "Bo", role: "neighbor", looks: "mara", comes: "hall", {starts}) }},
            nodes: {{
            "door": Node({says}, choices: [Choice(text: "In", uses: [Inform], to: "hall"), {}]), "hall": Node({says}, choices: [{}]),
            "yard": Node({says}, happens: [{happens}], choices: [
                Choice(text: "Sam is right.", uses: [TakeSides], to: "after"), Choice(text: "Right.", uses: [TakeSides], to: "after")]),
            "after": Node({says}, choices: [{}]), "stop": Node({says}, choices: [{}]), "end": Ending(outcome: Mixed, text: "E.") }})"#,
            out("yard"),
            out("yard"),
            out("end"),
            out("end")
        ))
    };
    let calm = crossing("");
    let respect = node(&calm, &reach(&calm, Model::shipped()), "after").people[1].get(Variable::Respect);
    assert!(respect.low < 40.0 && respect.high == 40.0, "{respect:?}");
    let stirred = crossing(r#"(who: "bo", arousal: 60, why: "A bang.")"#);
    let reach = reach(&stirred, Model::shipped());
    assert!(reach.can_be_met(place(&stirred, "stop")) && reach.can_be_met(place(&stirred, "after")));
}

#[test]
fn what_trainees_meet_in_written_scenarios_is_possible() {
    for text in [
        include_str!("../../../scenarios/the-olive-door.ron"),
        include_str!("../../../scenarios/apartment-3c.ron"),
        include_str!("../../../tests/scenarios/two-doors.ron"),
        include_str!("../../../tests/scenarios/short-talk.ron"),
    ] {
        let scenario = read(text);
        let reach = reach(&scenario, Model::shipped());
        for played in &survey(&scenario, Model::shipped()).plays {
            check(&scenario, &reach, &played.turns, played.ending);
        }
        for seed in 0..40 {
            play_at_random(&scenario, &reach, seed);
        }
    }
}

#[test]
fn what_trainees_meet_in_made_up_stories_is_possible() {
    for seed in 0..120 {
        let shape = if seed % 2 == 0 { Shape::Onward } else { Shape::Anywhere };
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let count = 3 + pick(&mut rng, 10);
        let scenario = read(&story(&mut rng, shape, count));
        let reach = reach(&scenario, Model::shipped());
        for play in 0..8 {
            play_at_random(&scenario, &reach, play);
        }
    }
}

#[test]
fn in_a_large_story_too() {
    let scenario = read(&story(&mut ChaCha8Rng::seed_from_u64(1), Shape::Anywhere, super::walk::LARGE + 1));
    let reach = reach(&scenario, Model::shipped());
    (0..30).for_each(|seed| play_at_random(&scenario, &reach, seed));
}

fn play_at_random(scenario: &Arc<Scenario>, reach: &Reach, seed: u64) {
    let mut rng = ChaCha8Rng::seed_from_u64(seed + 7);
    let mut session = Session::begin(Arc::clone(scenario), Model::shipped(), seed, Mode::Assessment);
    for _ in 0..80 {
        let command = match session.phase() {
            Phase::Ended(_) => break,
            Phase::Cue => Command::PassCue,
            Phase::Choosing => {
                let offered = &session.open_turn().offered;
                Command::Say(offered[pick(&mut rng, offered.len())].choice)
            }
        };
        session.apply(command).expect("it is on offer");
    }
    check(scenario, reach, &session.transcript().turns, session.ending().map(|(_, at)| at));
}

/// Everything met is possible.
fn check(scenario: &Scenario, reach: &Reach, turns: &[Turn], ending: Option<NodeIx>) {
    let places = turns.iter().map(|t| t.node).chain(ending);
    let next: Vec<NodeIx> = places.collect();
    assert!(next.iter().all(|at| reach.can_be_met(*at)));
    for (i, turn) in turns.iter().enumerate() {
        let at = turn.node;
        let (Some(met), Some(node)) = (reach.met(at), scenario.node(at)) else { panic!("{at:?} is not met") };
        let id = &scenario.place_at(at).id;
        for (moment, possible) in turn.people.iter().zip(&met.people) {
            for v in VARIABLES {
                let value = moment.before.get(v);
                assert!(possible.get(v).contains(value), "{id}: {v:?} {value} is not in {:?}", possible.get(v));
            }
            assert!(possible.may_feel(moment.feels.0), "{id}: {:?}", moment.feels);
        }
        for (c, (choice, offer)) in node.choices.iter().zip(&met.choices).enumerate() {
            let offered = turn.offered.iter().find(|o| o.choice == c);
            check_offer(id, choice, offer, offered.is_some(), turn.offered.len());
            assert!(offered.is_none_or(|o| offer.to_whom.contains(o.to_whom)), "{id}: {c}");
        }
        check_said(id, &node.says, met, turn);
        if let Some(to) = next.get(i + 1) {
            check_road(scenario, &node.choices[turn.chosen().choice], &met.choices[turn.chosen().choice], *to);
        }
    }
}

fn check_offer(id: &str, choice: &Choice, offer: &super::Offer, offered: bool, count: usize) {
    assert!(!offered || (offer.can_be_open && offer.gate != Some(Answer::Never)), "{id}: {}", choice.text);
    let always = offer.gate == Some(Answer::Always) && choice.knows.is_empty();
    assert!(!always || offered || count == 5, "{id}: {} is always open and was not", choice.text);
}

fn check_said(id: &str, says: &[Say], met: &Met, turn: &Turn) {
    let lines: usize = says.iter().map(|s| s.lines().len()).sum();
    if turn.said.iter().any(|s| s.slot >= lines) {
        return;
    }
    let (mut slot, mut way) = (0, 0);
    for say in says {
        let Say::FirstThatFits(ways) = say else {
            slot += say.lines().len();
            continue;
        };
        for (_, inner) in ways {
            let count = inner.lines().len();
            let said = turn.said.iter().any(|s| (slot..slot + count).contains(&s.slot));
            assert!(!said || met.says[way] != Answer::Never, "{id}: way {way} was said");
            slot += count;
            way += 1;
        }
    }
}

fn check_road(scenario: &Scenario, choice: &Choice, offer: &super::Offer, to: NodeIx) {
    if to == scenario.stop || to == scenario.leaves {
        return;
    }
    if let Route::FirstThatFits(ways) = &choice.to {
        let fits = ways.iter().zip(&offer.ways).any(|((_, at), fit)| *at == to && *fit != Answer::Never);
        assert!(fits, "{}: it went to {to:?}", choice.text);
    }
}

#[test]
fn every_place_has_its_turn_and_what_follows_a_circle_comes_after_it() {
    let scenario = read(include_str!("../../../tests/scenarios/two-doors.ron"));
    let ranks = super::order::order(&scenario);
    let mut sorted = ranks.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (0..scenario.nodes.len() as u32).collect::<Vec<_>>());
    let rank = |id: &str| ranks[place(&scenario, id).index()];
    for (at, place) in scenario.places() {
        if matches!(place.kind, PlaceKind::Ending(_)) {
            assert!(rank("landing") < ranks[at.index()] && rank("suri-again") < ranks[at.index()]);
        }
    }
}
