//! What the scoring would teach a trainee who games it: conversations of several turns, fair and unfair.

use std::sync::Arc;

use alongside::diagnostic::Severity;
use alongside::explore::survey;
use alongside::lint::check;
use alongside::model::Model;
use alongside::scenario::Scenario;
use alongside::scenario::library::known;
use alongside::scenario::resolve::resolve;
use alongside::session::{Mode, Session};

use super::codes_of;

const SAM: &str = "arousal: 64, trust: 25, respect: 40, readiness: 30, need: Esteem, feels: (Anger, 2)";

/// A conversation with these turns one after the other; a turn is its choices, or a whole `"id": Node(..)`.
pub fn talk(turns: &[impl AsRef<str>]) -> String {
    let mut nodes = String::new();
    for (i, turn) in turns.iter().enumerate() {
        let next = if i + 1 < turns.len() { format!("t{}", i + 1) } else { "good".to_owned() };
        let turn = leading_to(turn.as_ref(), &next);
        nodes += &match turn.split_once(": Node(") {
            Some((_, rest)) => format!("\"t{i}\": Node({rest}\n"),
            None => format!(
                "\"t{i}\": Node(says: [Line(who: \"sam\", text: \"Since five.\", body: \"He looks up.\")], choices: [\n{turn}\n]),\n"
            ),
        };
    }
    format!(
        "Scenario(format: 1, title: \"A talk\", brief: \"A word at the door.\", goal: \"A word back.\", place: \"hallway\", \
         opening: \"t0\", stop: \"stop\", leaves: \"gone\",\n\
         people: {{ \"sam\": Person(name: \"Sam Ortiz\", role: \"tenant\", looks: \"dev\", starts: ({SAM})) }},\nnodes: {{\n{nodes}\
         \"stop\": Node(says: [Line(who: \"sam\", text: \"Back!\", body: \"An arm comes up.\")], choices: [\n\
         Choice(text: \"I'm stepping back.\", uses: [SafetyDirection], to: \"gone\"),\n\
         Choice(text: \"Easy, now, Sam.\", uses: [CalmDown], to: \"gone\")]),\n\
         \"gone\": Ending(outcome: Left, text: \"The door shuts.\"),\n\
         \"good\": Ending(outcome: Good, text: \"The chain comes off.\"),\n}})\n"
    )
}

fn leading_to(choices: &str, next: &str) -> String {
    let mut parts = choices.split("to: \"");
    let first = parts.next().unwrap_or("").to_owned();
    parts.fold(first, |all, part| format!("{all}to: \"{next}{}", &part[part.find('"').unwrap_or(0)..]))
}

/// A turn, ten times over.
pub fn ten_times(turn: &str) -> String {
    talk(&[turn; 10])
}

/// A turn in every second place of ten, between turns whose strongest line comes first.
pub fn every_second(turn: &str) -> String {
    let between = turn_of(&[(STRONG, 6), (WEAK, 6), (BAD, 6)]);
    let turns: Vec<&str> = (0..10).map(|i| if i % 2 == 0 { turn } else { between.as_str() }).collect();
    talk(&turns)
}

const STRONG: &str = "SimpleReflection, LimitReason";
const WEAK: &str = "Inform";
const BAD: &str = "CalmDown";

/// Choices of so many words each, with these techniques.
fn turn_of(choices: &[(&str, usize)]) -> String {
    let choice = |(uses, words): &(&str, usize)| {
        let text = vec!["word"; *words].join(" ");
        format!("Choice(text: \"{text}\", uses: [{uses}], to: \"next\"),\n")
    };
    choices.iter().map(choice).collect()
}

fn of_turns(turns: &[Vec<(&str, usize)>]) -> String {
    let turns: Vec<String> = turns.iter().map(|t| turn_of(t)).collect();
    talk(&turns)
}

fn resolved(text: &str) -> Arc<Scenario> {
    Arc::new(resolve("a-talk", text, &Model::shipped().techniques, known()).expect("it resolves").scenario)
}

fn has(text: &str, code: &str) -> bool {
    let found = check("a-talk", text, Model::shipped(), known());
    assert!(found.iter().all(|p| p.severity == Severity::Warning), "{found:#?}");
    found.iter().any(|p| p.code == code)
}

fn messages(text: &str, code: &str) -> Vec<String> {
    let found = check("a-talk", text, Model::shipped(), known());
    found.into_iter().filter(|p| p.code == code).map(|p| format!("{}; {}", p.message, p.fix)).collect()
}

#[test]
fn a_quarter_more_than_the_median_is_not_seen_and_three_words_more_are() {
    let with = |words: usize| of_turns(&[vec![(WEAK, 12), (STRONG, words), (BAD, 12), (BAD, 11)]]);
    assert!(!has(&with(15), "best-is-longest"));
    assert!(has(&with(16), "best-is-longest"));
    let short = |words: usize| of_turns(&[vec![(WEAK, 3), (STRONG, words), (BAD, 3)]]);
    assert!(!has(&short(5), "best-is-longest"));
    assert!(has(&short(6), "best-is-longest"));
    assert!(!has(&of_turns(&[vec![(WEAK, 20), (STRONG, 6), (BAD, 6)]]), "best-is-longest"));
}

#[test]
fn what_is_done_counts_by_the_words_that_tell_it() {
    let said = turn_of(&[(WEAK, 4), (STRONG, 12), (BAD, 11)]);
    assert!(!has(&talk(&[&said]), "best-is-longest"));
    let silent = format!("{said}Choice(silence: true, to: \"next\"),");
    assert!(!has(&talk(&[&silent]), "best-is-longest"));
    let done = format!("{said}Choice(deed: \"Wait.\", uses: [TopicShift], to: \"next\"),");
    assert!(has(&talk(&[&done]), "best-is-longest"));
}

#[test]
fn the_strongest_may_be_the_longest_in_about_a_third_of_the_turns() {
    let longest = vec![(STRONG, 9), (WEAK, 8), (BAD, 7), (BAD, 7)];
    let shorter = vec![(STRONG, 7), (WEAK, 9), (BAD, 7), (BAD, 8)];
    let with = |count: usize, all: usize| {
        of_turns(&(0..all).map(|i| if i < count { longest.clone() } else { shorter.clone() }).collect::<Vec<_>>())
    };
    assert!(!has(&with(4, 10), "best-is-longest"));
    let told = messages(&with(5, 10), "best-is-longest");
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0]
            .starts_with("the strongest line is the longest of its turn in 5 of 10 turns; let it be so in 4 at most"),
        "{told:?}"
    );
    assert!(!has(&with(4, 4), "best-is-longest"), "four turns are too few to take a part of");
    assert!(has(&with(4, 5), "best-is-longest"));
}

#[test]
fn length_predicts_when_it_goes_with_strength_either_way_and_more_than_by_chance() {
    let longer = vec![(STRONG, 9), (WEAK, 8), (BAD, 7)];
    let shorter = vec![(STRONG, 7), (WEAK, 8), (BAD, 9)];
    let told = messages(&of_turns(&vec![longer.clone(); 6]), "length-predicts");
    assert!(
        told[0].starts_with("whoever picks the longer line does well here") && told[0].contains("+1.00 over 18 lines"),
        "{told:?}"
    );
    let told = messages(&of_turns(&vec![shorter.clone(); 6]), "length-predicts");
    assert!(told[0].starts_with("whoever picks the shorter line does well here"), "{told:?}");
    let mixed: Vec<_> = (0..6).map(|i| if i % 2 == 0 { longer.clone() } else { shorter.clone() }).collect();
    assert!(!has(&of_turns(&mixed), "length-predicts"));
    assert!(has(&of_turns(&vec![longer.clone(); 5]), "length-predicts"));
    assert!(!has(&of_turns(&vec![longer; 4]), "length-predicts"), "four turns are too few");
}

/// Four of six turns one way and two the other: a correlation of a third, which chance gives too often at three lines a turn.
/// Over eighteen turns it does not.
#[test]
fn how_much_is_too_much_depends_on_how_many_turns_there_are() {
    let of = |all: usize| {
        let turn = |i: usize| {
            if i % 3 == 2 { vec![(STRONG, 7), (WEAK, 8), (BAD, 9)] } else { vec![(STRONG, 9), (WEAK, 8), (BAD, 7)] }
        };
        of_turns(&(0..all).map(turn).collect::<Vec<_>>())
    };
    assert!(!has(&of(6), "length-predicts"));
    assert!(has(&of(18), "length-predicts"));
}

#[test]
fn kind_words_may_stand_in_strong_and_in_weak_lines() {
    let turn = |strong: &str, weak: &str| {
        format!(
            "Choice(text: \"{strong}\", uses: [{STRONG}], to: \"x\"),\nChoice(text: \"One of the neighbors.\", uses: [{WEAK}], to: \"x\"),\n\
             Choice(text: \"{weak}\", uses: [{BAD}], to: \"x\"),"
        )
    };
    let only_strong = turn("I hear you. Since five.", "Easy, easy now.");
    assert!(has(&talk(&[&only_strong; 6]), "nice-words-predict"));
    assert!(!has(&talk(&[&only_strong; 2]), "nice-words-predict"), "two turns are too few");
    let once = turn("Up early. Since five.", "Easy, easy now.");
    let two_of_five = [&only_strong, &only_strong, &once, &once, &once];
    assert!(!has(&talk(&two_of_five), "nice-words-predict"), "two such lines teach nothing");
    let only_weak = turn("Since five, then.", "I'm Sorry, but easy now.");
    assert!(has(&talk(&[&only_weak; 6]), "nice-words-predict"));
    let both = turn("I hear you. Since five.", "I understand, but easy now.");
    assert!(!has(&talk(&[&both; 6]), "nice-words-predict"));
    let heart = turn("A heart of gold, since five.", "Easy, easy now.");
    assert!(!has(&talk(&[&heart; 6]), "nice-words-predict"), "a heart is no hearing");
}

#[test]
fn the_strongest_line_always_at_one_place_of_the_file_is_told() {
    let first = vec![(STRONG, 7), (WEAK, 7), (BAD, 7)];
    let last = vec![(WEAK, 7), (BAD, 7), (STRONG, 7)];
    let with = |count: usize, all: usize| {
        of_turns(&(0..all).map(|i| if i < count { first.clone() } else { last.clone() }).collect::<Vec<_>>())
    };
    assert!(has(&with(6, 8), "position-predicts"));
    assert!(!has(&with(5, 8), "position-predicts"));
    assert!(messages(&with(0, 8), "position-predicts")[0].starts_with("the strongest line is written third in 8 of 8"));
    assert!(!has(&with(5, 5), "position-predicts"));
    let equals = of_turns(&vec![vec![(STRONG, 7), (WEAK, 7), (STRONG, 7)]; 8]);
    assert!(messages(&equals, "position-predicts")[0].starts_with("the strongest line is written first in 8 of 8"));
}

/// Which is why no trainee can use the place in the file.
#[test]
fn the_place_on_the_screen_says_nothing_of_the_place_in_the_file() {
    let text = of_turns(&[vec![(STRONG, 7), (WEAK, 7), (BAD, 7), (BAD, 8)]]);
    let scenario = resolved(&text);
    let mut places = [0_u32; 4];
    for seed in 0..4000 {
        let session = Session::begin(scenario.clone(), Model::shipped(), seed, Mode::Assessment);
        let place = session.open_turn().order.iter().position(|i| *i == 0).expect("all are shown");
        places[place] += 1;
    }
    // four standard deviations of 4000 draws of a quarter
    assert!(places.iter().all(|count| count.abs_diff(1000) < 110), "{places:?}");
}

#[test]
fn a_turn_needs_a_line_with_a_price_or_one_at_the_wrong_moment() {
    let wrong = turn_of(&[("SimpleReflection", 7), (BAD, 7), ("ComplexReflection", 7)]);
    // two of each, since a technique used three times in a row is wrong for the moment as well
    let priced = [["Paraphrase", "Transparency"], ["Affirmation", "Mirroring"]];
    let [one, other] = priced.map(|[a, b]| turn_of(&[(a, 7), (BAD, 7), (b, 7)]));
    let plain = turn_of(&[("Validation", 7), (BAD, 7), ("Dismiss", 7)]);
    let of = |turns: &[&String]| messages(&talk(turns), "no-wrong-moment");
    assert_eq!(of(&[&wrong, &wrong, &wrong, &one, &other, &one]), Vec::<String>::new());
    let told = of(&[&wrong, &wrong, &wrong, &one, &other, &plain]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("the lines of \"t5\" are simply better or worse"), "{told:?}");
    let told = of(&[&wrong, &wrong, &one, &other, &one, &other]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with(
            "in 2 of 6 turns a line is right by the book and wrong at this moment; it should be 3 or more"
        ),
        "{told:?}"
    );
    assert_eq!(messages(&talk(&[&plain; 4]), "no-wrong-moment"), Vec::<String>::new(), "four turns are too few");
}

#[test]
fn each_dimension_is_at_stake_often_enough_on_every_long_path() {
    // a bare limit and an order differ on boundaries; a reflection and a change of subject do not
    let all_four = turn_of(&[("SimpleReflection, LimitReason", 7), ("Command", 7)]);
    let no_limit = turn_of(&[("SimpleReflection", 7), ("TopicShift", 7)]);
    let text = |limits: usize, all: usize| {
        let turns: Vec<&str> = (0..all).map(|i| if i < limits { all_four.as_str() } else { &no_limit }).collect();
        talk(&turns)
    };
    let with = |limits: usize, all: usize| messages(&text(limits, all), "rarely-at-stake");
    assert_eq!(with(6, 9), Vec::<String>::new());
    let told = with(5, 9);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("boundaries are at stake in 5 of the 9 turns of t0 > t1 > t2"), "{told:?}");
    assert!(told[0].contains("in 1 more of them"), "{told:?}");
    assert_eq!(with(0, 7), Vec::<String>::new(), "a path of seven turns is not held to it");
    assert!(!has(&text(5, 9).replace("outcome: Good", "outcome: Left"), "rarely-at-stake"), "they left");
}

#[test]
fn a_moment_at_which_all_is_bad_is_told_but_not_where_talk_has_to_stop() {
    let bad = of_turns(&[vec![("CalmDown", 4), ("WhyAccuse", 4)]]);
    let told = messages(&bad, "every-choice-bad");
    assert!(
        told[0].starts_with("at \"t0\" every line makes it worse: at arousal 64, trust 25 and heard 15"),
        "{told:?}"
    );
    assert!(!has(&of_turns(&[vec![("CalmDown", 4), ("ClosedQuestion", 4)]]), "every-choice-bad"));
    let stop = of_turns(&vec![vec![("SimpleReflection", 4), ("Threat, Judgment", 4)]; 8]);
    let stop = stop.replace("SafetyDirection", "Dismiss");
    assert_eq!(messages(&stop, "every-choice-bad"), Vec::<String>::new());
    let scenario = resolved(&stop);
    assert!(survey(&scenario, Model::shipped()).turns().any(|t| t.node == scenario.stop), "nobody came to the stop");
}

/// The warm line of the second has a price, and the book's line comes at the wrong moment.
#[test]
fn a_trainee_with_one_habit_is_found_out_or_told_of() {
    let same = turn_of(&[("SimpleReflection, LimitReason", 7), (BAD, 7), ("Dismiss, Threat", 7)]);
    let told = messages(&talk(&[&same; 8]), "nice-is-enough");
    assert_eq!(told.len(), 4, "{told:?}");
    assert!(
        told[0]
            .starts_with("somebody who only ever says the warmest line would be rated 100 on their weakest dimension"),
        "{told:?}"
    );
    assert!(told[0].contains("as good as the best in \"t0\", \"t1\""), "{told:?}");
    assert_eq!(messages(&talk(&[&same; 7]), "nice-is-enough"), Vec::<String>::new(), "seven turns are too few");
}

#[test]
fn a_trick_that_earns_more_than_fifty_is_told() {
    let long = turn_of(&[(STRONG, 9), (WEAK, 8), (BAD, 7)]);
    let told = messages(&talk(&[&long; 8]), "chance-is-enough");
    assert!(
        told[0].starts_with("somebody who always says the longest line would be rated 9")
            || told[0].contains("rated 100"),
        "{told:?}"
    );
    assert_eq!(told.len(), 1, "{told:?}");
    let fair = turn_of(&[(STRONG, 7), (WEAK, 8), (BAD, 9)]);
    assert!(!has(&talk(&[&fair; 8]), "chance-is-enough"));
    assert!(!has(&talk(&[&long; 7]), "chance-is-enough"));
}

#[test]
fn an_expert_who_cannot_do_well_is_told_with_what_holds_them_back() {
    let torn = turn_of(&[("SimpleReflection, Validation", 7), ("LimitChoice", 7), ("Appease", 7)]);
    let told = messages(&talk(&[&torn; 8]), "expert-falls-short");
    assert!(
        told[0].contains("mostly boundaries") && told[0].contains("a weaker line has more of boundaries in"),
        "{told:?}"
    );
    assert!(!has(&talk(&[&torn; 7]), "expert-falls-short"));
    let whole = turn_of(&[("SimpleReflection, LimitChoice", 7), ("Jargon", 7), ("Appease", 7)]);
    assert!(!has(&talk(&[&whole; 8]), "expert-falls-short"));
}

#[test]
fn a_person_who_moves_the_same_way_whatever_is_said_is_told() {
    let turn = |shift: i32, uses: [&str; 2]| {
        format!(
            "\"hall\": Node(happens: [(who: \"sam\", trust: {shift}, why: \"A light goes on.\")], \
             says: [Line(who: \"sam\", text: \"Since five.\", body: \"He looks up.\")], choices: [\n{}]),",
            turn_of(&[(uses[0], 5), (uses[1], 5)])
        )
    };
    let deaf = turn(6, ["Inform", "ClosedQuestion"]);
    let told = messages(&talk(&[&deaf; 6]), "rises-whatever");
    assert!(told.iter().any(|t| t.starts_with("trust of \"sam\" rises whatever one says: from 25 to")), "{told:?}");
    let answers = turn(6, ["SimpleReflection, LimitReason", "Threat"]);
    assert!(!has(&talk(&[&answers; 6]), "rises-whatever"));
    let answers_somewhat = turn(12, ["SimpleReflection", "WhyAccuse"]).replace("trust", "respect");
    assert!(!has(&talk(&[&answers_somewhat; 6]), "rises-whatever"), "it rises, and far more for some than for others");
    assert!(!has(&talk(&[&turn(1, ["Inform", "ClosedQuestion"]); 3]), "rises-whatever"));
}

#[test]
fn a_finding_about_the_whole_can_be_let_stand_above_the_nodes() {
    let text = of_turns(&vec![vec![(STRONG, 9), (WEAK, 8), (BAD, 7)]; 6]);
    assert!(codes_of(&text).contains(&"length-predicts"));
    let allowed = text.replace("nodes: {\n", "// allow length-predicts: a drill about length\nnodes: {\n");
    assert!(!codes_of(&allowed).contains(&"length-predicts"));
}
