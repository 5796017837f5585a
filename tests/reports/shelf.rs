//! The page about the library is what the command says.

use std::sync::Arc;

use alongside::model::Model;
use alongside::report::library::{Shelf, markdown, put_into, shelf};
use alongside::scenario::shelf::shelf as shipped;

use super::super::cli::{Folder, alongside, code, err, out};

fn made() -> Shelf {
    let scenarios = shipped().into_iter().map(|s| Arc::new(s.resolved().expect("it ships")));
    shelf(scenarios.collect(), Model::shipped())
}

#[test]
fn the_page_is_what_the_command_says() {
    let page = include_str!("../../docs/library.md");
    let now = put_into(page, &markdown(&made())).expect("the page has its marks");
    assert!(page == now, "docs/library.md is old: `alongside library --into docs/library.md` makes it anew");
}

#[test]
fn every_conversation_and_every_technique_stands_in_it() {
    let shelf = made();
    assert_eq!(shelf.conversations.len(), shipped().len());
    assert_eq!(shelf.techniques.len(), Model::shipped().techniques.len());
    let olive = shelf.conversations.iter().find(|c| c.id == "the-olive-door").expect("it ships");
    assert_eq!((olive.turns, olive.cues, olive.endings), (Some((13, 14)), 3, 7));
    assert!(shelf.techniques.iter().all(|row| row.by_expert.right <= row.by_any.right));
}

#[test]
fn a_folder_of_ones_own_is_counted_with_its_subfolders() {
    let folder = Folder::new("library");
    std::fs::create_dir(format!("{}/case", folder.path())).expect("a folder");
    folder.write("short-talk.ron", include_str!("../scenarios/short-talk.ron"));
    folder.write("short-talk.plays.ron", "Plays([])");
    folder.write("case/1-first.ron", include_str!("../scenarios/short-talk.ron"));
    folder.write("case/case.ron", "Case()");
    let told = alongside(&["library", folder.path()]);
    assert_eq!((code(&told), err(&told)), (0, String::new()));
    let rows = out(&told).lines().filter(|line| line.starts_with("| Short talk (`")).count();
    assert_eq!(rows, 2, "{}", out(&told));
}
