//! The first lesson that ships: what its moments teach is what the rating rewards, and each is short.

use alongside::cast::look_exists;
use alongside::lesson::{Drill, MOST, Part, read, shipped, worth};
use alongside::model::Model;
use alongside::scenario::{Say, Scenario};
use alongside::session::{Command, Mode, Phase, Session};
use std::collections::BTreeSet;
use std::path::Path;

fn tries() -> impl Iterator<Item = (&'static Drill, usize)> {
    shipped().iter().flat_map(|drill| (0..drill.tries.len()).map(move |number| (drill, number)))
}

fn session(scene: &std::sync::Arc<Scenario>) -> Session {
    Session::begin(std::sync::Arc::clone(scene), Model::shipped(), 1, Mode::Practice)
}

fn spoken(scene: &Scenario) -> Vec<&str> {
    let says = scene.talks().flat_map(|(_, node)| node.says.iter());
    says.flat_map(Say::lines).map(|line| line.text.as_str()).collect()
}

#[test]
fn six_skills_ship_and_every_file_is_read() {
    let skills: Vec<&str> = shipped().iter().map(|drill| drill.id.as_str()).collect();
    assert_eq!(skills, ["reflect", "label", "affirm", "open-question", "limit-with-choice", "silence"]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lesson");
    for file in std::fs::read_dir(folder).expect("it is there").map(|file| file.expect("readable").path()) {
        let text = std::fs::read_to_string(&file).expect("text");
        let stem = file.file_stem().expect("named").to_string_lossy().into_owned();
        assert_eq!(read(&stem, &text).err(), None, "{stem}");
    }
}

#[test]
fn in_each_moment_one_line_finds_the_skill_and_no_other_is_rated_as_high() {
    for (drill, number) in tries() {
        let one = &drill.tries[number];
        let worth = worth(one);
        let found: Vec<usize> = (0..one.lines()).filter(|line| drill.finds(number, *line)).collect();
        assert_eq!(found.len(), 1, "{} {}: {worth:?}", drill.id, number + 1);
        let next = (0..worth.len()).filter(|line| *line != found[0]).map(|line| worth[line]).fold(0.0, f64::max);
        assert!(worth[found[0]] >= next + 0.1, "{} {}: {worth:?}", drill.id, number + 1);
    }
}

#[test]
fn each_line_is_answered_and_none_ends_the_talk() {
    for (drill, number) in tries() {
        let one = &drill.tries[number];
        for line in 0..one.lines() {
            let mut session = session(&one.scene);
            session.apply(Command::Say(line)).expect("on offer");
            assert_eq!(session.phase(), Phase::Choosing, "{} {} line {line}", drill.id, number + 1);
            assert_eq!(session.open_turn().said.len(), 1);
            let node = one.scene.node(one.scene.opening).expect("a moment");
            let note = &node.choices[line].note;
            assert!(!note.is_empty() && note.chars().count() <= 130, "{}: {note}", drill.id);
        }
    }
}

#[test]
fn neither_length_nor_place_gives_the_line_away() {
    let mut longest = 0;
    let mut places = [0_usize; 4];
    for (drill, number) in tries() {
        let scene = &drill.tries[number].scene;
        let choices = &scene.node(scene.opening).expect("a moment").choices;
        let letters = |line: usize| choices[line].text.chars().count() + choices[line].deed.chars().count();
        let found = (0..choices.len()).find(|line| drill.finds(number, *line)).expect("one finds it");
        longest += usize::from((0..choices.len()).all(|line| letters(line) <= letters(found)));
        places[found] += 1;
    }
    let count = tries().count();
    assert!(longest * 2 <= count, "the best is the longest in {longest} of {count}");
    assert!(places.iter().all(|n| *n * 2 <= count), "{places:?}");
}

#[test]
fn a_drill_is_read_in_three_minutes() {
    for drill in shipped() {
        let words = |text: &str| text.split_whitespace().count();
        let example: usize = drill.example.line.iter().map(|part| words(part.words())).sum::<usize>()
            + words(&drill.example.said.text)
            + words(&drill.example.then.text);
        let longest = drill.tries.iter().map(|one| {
            let node = one.scene.node(one.scene.opening).expect("a moment");
            let lines: usize = node.choices.iter().map(|c| words(&c.text) + words(&c.deed)).sum();
            let note = node.choices.iter().map(|c| words(&c.note)).max().unwrap_or_default();
            let said: usize = spoken(&one.scene)[0].split_whitespace().count();
            let answer = spoken(&one.scene)[1..].iter().map(|text| words(text)).max().unwrap_or_default();
            words(&one.before) + said + lines + answer + note
        });
        let all = example + MOST * longest.max().unwrap_or_default();
        // 150 words a minute is slow, and leaves time to choose
        assert!(all <= 3 * 150, "{}: {all} words", drill.id);
    }
}

#[test]
fn its_people_are_many_and_its_officers_line_is_marked() {
    let mut names = BTreeSet::new();
    let mut looks = BTreeSet::new();
    for (drill, number) in tries() {
        let person = &drill.tries[number].scene.people[0];
        assert!(look_exists(&person.looks));
        assert!(names.insert(&person.name), "{} comes twice", person.name);
        looks.insert(&person.looks);
    }
    assert!(looks.len() >= 16, "{looks:?}");
    for drill in shipped() {
        let marked = drill.example.line.iter().filter(|part| !matches!(part, Part::Plain(_))).count();
        assert!(marked > 0 && !drill.example.kept.is_empty(), "{}", drill.id);
        assert_eq!(drill.own.len(), 2, "{}", drill.id);
    }
}

#[test]
fn a_drill_that_is_wrong_says_what_is() {
    let good = include_str!("../assets/lesson/1-reflect.ron");
    let spoiled = [
        ("SimpleReflection", "SimpelReflection", "there is no technique SimpelReflection"),
        ("place: \"hallway\"", "place: \"halway\"", "there is no place \"halway\""),
        ("looks: \"dev\"", "looks: \"deb\"", "nobody is drawn as \"deb\""),
        ("line: \"[", "line: \"", "a mark closes that was never opened"),
        ("arousal: 45", "arousal: 145", "outside 0 to 100"),
        ("skill:", "skil:", "skil"),
    ];
    for (right, wrong, told) in spoiled {
        assert!(good.contains(right), "{right}");
        let why = read("1-reflect", &good.replacen(right, wrong, 1)).expect_err(wrong);
        assert!(why.contains(told), "{wrong}: {why}");
    }
    assert!(read("1-reflect", "").is_err() && read("1-reflect", "Drill(").is_err());
}
