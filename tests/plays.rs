//! Every playthrough that ships comes to what stands beside it, and every scenario has one of each habit of talking.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::model::Model;
use alongside::scenario::library::{known, load};
use alongside::scenario::plays::{HABITS, Playthrough, read};
use alongside::scenario::resolve::resolve;
use alongside::scenario::shelf::shelf;
use alongside::session::replay::proof::differences;

use super::cli::{Folder, alongside, code, out};

fn read_beside(id: &str, text: &str) -> Vec<Playthrough> {
    read(text).unwrap_or_else(|fault| panic!("{id}.plays.ron: {} at byte {}", fault.message, fault.at))
}

#[test]
fn every_playthrough_that_ships_comes_to_what_stands_beside_it() {
    let mut found = Vec::new();
    for shelved in shelf() {
        let scenario = Arc::new(shelved.resolved().expect("it ships"));
        for play in shelved.plays.iter().flat_map(|text| read_beside(shelved.id, text)) {
            let differences = differences(&scenario, Model::shipped(), &play);
            found.extend(differences.iter().map(|words| format!("{}: {words}", shelved.path.display())));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_scenario_that_ships_is_played_by_each_habit_of_talking() {
    let mut lacking = Vec::new();
    for shelved in shelf() {
        let plays = shelved.plays.map_or(Vec::new(), |text| read_beside(shelved.id, text));
        let has = |habit: &&str| plays.iter().any(|p| p.name == **habit && bands(p) == 4);
        let without = HABITS.iter().filter(|habit| !has(habit));
        lacking.extend(without.map(|habit| format!("{}: no {habit} with four bands", shelved.path.display())));
    }
    assert!(lacking.is_empty(), "{}", lacking.join("\n"));
}

fn bands(play: &Playthrough) -> usize {
    alongside::model::Dimension::ALL.iter().filter(|d| play.ratings.of(**d).is_some()).count()
}

/// Goes through the folder by its own means: what is compiled in must be what lies there.
#[test]
fn every_file_of_playthroughs_lies_beside_a_scenario() {
    let mut files = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios"), &mut files);
    let plays = files.iter().filter(|f| f.to_string_lossy().ends_with(".plays.ron"));
    let mut count = 0;
    for file in plays {
        let scenario = file.to_string_lossy().replace(".plays.ron", ".ron");
        assert!(Path::new(&scenario).is_file(), "nothing lies beside {}", file.display());
        count += 1;
    }
    assert_eq!(count, shelf().iter().filter(|s| s.plays.is_some()).count());
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { gather(&path, files) } else { files.push(path) }
    }
}

const RIGHT: &str = r#"Plays([Play(name: "One", seed: 1, choices: [1, 1, 1], cues: [1], ending: "light-on", ratings: (regard: (50, 100)))])"#;

fn told(from: &str, to: &str) -> String {
    let scenario = Arc::new(load("tests/scenarios/short-talk.ron", None).expect("it loads"));
    assert!(RIGHT.contains(from));
    let plays = read_beside("short-talk", &RIGHT.replace(from, to));
    differences(&scenario, Model::shipped(), &plays[0]).join("; ")
}

#[test]
fn what_came_out_otherwise_is_told_with_what_was_expected() {
    assert_eq!(told("One", "One"), "");
    assert_eq!(told("light-on", "chain-on"), "\"One\" should end in \"chain-on\" and ends in \"light-on\"");
    let band = told("(50, 100)", "(2, 3)");
    assert!(band.starts_with("\"One\" should have 2 to 3 on unconditional positive regard and has "), "{band}");
    assert_eq!(
        told("[1, 1, 1]", "[1, 1]").split("; ").next(),
        Some("\"One\" should end in \"light-on\" and is not over after its 2 choices")
    );
    assert!(told("[1, 1, 1]", "[1, 9]").starts_with("\"One\" cannot be played: turn 2: "));
    let arrival = told("seed: 1", "seed: 1, arrives: \"kept\"");
    assert_eq!(arrival, "\"One\" arrives as \"kept\", which the scenario does not have; there are: none");
}

/// The first block of a page that is marked as RON.
fn example(page: &'static str) -> &'static str {
    page.split_once("```ron\n").and_then(|(_, rest)| rest.split_once("```")).expect("an example").0
}

#[test]
fn the_example_in_the_guide_comes_to_what_stands_there() {
    let techniques = &Model::shipped().techniques;
    let scenario = resolve("the-wrong-coat", example(include_str!("../docs/format.md")), techniques, known());
    let scenario = Arc::new(scenario.expect("the guide's first scenario plays").scenario);
    let page = include_str!("../docs/tools.md");
    let plays =
        read_beside("the-wrong-coat", example(&page[page.find("## What it should come to").expect("a section")..]));
    let found: Vec<String> = plays.iter().flat_map(|play| differences(&scenario, Model::shipped(), play)).collect();
    assert_eq!((plays.len(), found), (2, vec![]));
}

#[test]
fn check_holds_the_playthroughs_beside_a_scenario() {
    let folder = Folder::new("plays");
    let file = folder.write("short-talk.ron", include_str!("scenarios/short-talk.ron"));
    let before = out(&alongside(&["check", &file]));
    assert!(!before.contains("[play"), "{before}");
    folder.write("short-talk.plays.ron", "Plays([Play(name: \"One\", seed: 1, choices: [9], ending: \"a\")])");
    let checked = alongside(&["check", &file]);
    assert_eq!(code(&checked), 1);
    assert!(out(&checked).contains("warning[play-differs]: \"One\" cannot be played: turn 1"), "{}", out(&checked));
    folder.write("short-talk.plays.ron", "Plays([Play(named: \"One\")])");
    let unread = out(&alongside(&["check", folder.path()]));
    assert!(unread.contains("warning[plays-unreadable]") && unread.contains("named"), "{unread}");
    assert!(!unread.contains("error["), "playthroughs are no scenario: {unread}");
}
