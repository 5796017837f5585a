//! The instructor's sheet says what its scenario holds, and nothing hostile in it gets through.

use std::sync::Arc;

use alongside::explore::survey;
use alongside::model::Model;
use alongside::report::sheet::{Sheet, html, sheet, text};
use alongside::scenario::resolve::resolve;
use alongside::scenario::{Scenario, library, plays};
use alongside::session::replay::proof::came;

use super::super::cli::{Folder, alongside, code, err, out};
use super::scenario;

fn of(scenario: &Arc<Scenario>) -> Sheet {
    let model = Model::shipped();
    let beside = plays::text_beside(&scenario.id, None).unwrap_or_else(|| "Plays([])".to_owned());
    let plays = plays::read(&beside).expect("it reads");
    let ways = plays.iter().map(|play| (play.name.clone(), came(scenario, model, play).expect("it plays")));
    sheet(scenario, model, &ways.collect::<Vec<_>>(), &survey(scenario, model))
}

/// The words as a reader sees them, in small letters.
fn words(document: &str) -> String {
    let read = document.replace("&#x27;", "'").replace("&#39;", "'").replace("&quot;", "\"").replace("&#x2f;", "/");
    read.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn both_forms_hold_what_an_instructor_needs() {
    for (id, pivots) in [("the-olive-door", 2), ("apartment-3c", 4)] {
        let scenario = scenario(id);
        let sheet = of(&scenario);
        assert_eq!((sheet.pivots.len(), sheet.ways.len()), (pivots, 5), "{id}");
        for document in [words(&html(&sheet)), words(&text(&sheet))] {
            let points =
                [&sheet.title, &sheet.goal, &sheet.content_note, &sheet.review, &sheet.sources, &sheet.identity];
            let pivots = sheet.pivots.iter().map(|pivot| &pivot.why);
            let notes = sheet.pivots.iter().flat_map(|pivot| &pivot.scene.lines).map(|line| &line.note);
            let endings = sheet.ways.iter().map(|way| &way.ending);
            for wanted in points.into_iter().chain(pivots).chain(notes).chain(endings).chain(&scenario.discuss) {
                assert!(document.contains(words(wanted).as_str()), "{id}: no \"{wanted}\"");
            }
        }
        assert!(text(&sheet).lines().all(|line| line.chars().count() <= 80), "{}", text(&sheet));
    }
}

#[test]
fn what_everybody_hears_stands_at_a_turn_and_what_hangs_on_the_line_before_does_not() {
    let sheet = of(&scenario("the-olive-door"));
    let said: Vec<&str> = sheet.pivots.iter().flat_map(|pivot| &pivot.says).map(|line| line.text.as_str()).collect();
    assert_eq!(said.len(), 2);
    assert!(said[0].starts_with("I held the door for them") && said[1].starts_with("That call cost me"), "{said:?}");
}

#[test]
fn where_nobody_is_named_nobody_has_reviewed_it() {
    let written = include_str!("../scenarios/short-talk.ron");
    let read = resolve("short-talk", written, &Model::shipped().techniques, library::known()).expect("it resolves");
    let sheet = of(&Arc::new(read.scenario));
    assert_eq!(sheet.review, "Nobody has reviewed it yet.");
    assert!(sheet.pivots.is_empty() && sheet.ways.is_empty() && !html(&sheet).contains("Where it turns"));
}

#[test]
fn nothing_in_a_scenario_can_open_a_tag() {
    let written = include_str!("../scenarios/short-talk.ron")
        .replace("title: \"Short talk\"", "discuss: [\"<script>alert(1)</script>\"], title: \"<b>Short</b>\"");
    let read = resolve("short-talk", &written, &Model::shipped().techniques, library::known()).expect("it resolves");
    let page = html(&of(&Arc::new(read.scenario)));
    assert!(!page.contains("<script") && !page.contains("<b>Short"), "it got through");
    assert!(page.contains("&lt;script&gt;"));
}

#[test]
fn the_command_writes_either_form_with_the_playthroughs_beside_the_file() {
    let folder = Folder::new("sheet");
    let file = folder.write("short-talk.ron", include_str!("../scenarios/short-talk.ron"));
    let one = "Plays([Play(name: \"Plain\", seed: 1, choices: [1, 1, 1], ending: \"light-on\")])";
    folder.write("short-talk.plays.ron", one);
    let told = alongside(&["sheet", &file, "--format", "text"]);
    assert_eq!((code(&told), err(&told)), (0, String::new()));
    assert!(out(&told).contains("Plain: 3 lines, good. Her light stays on"), "{}", out(&told));
    let page = folder.write("sheet.html", "");
    assert_eq!(code(&alongside(&["sheet", &file, "--out", &page])), 0);
    assert!(std::fs::read_to_string(&page).expect("a file").contains("<h1>Short talk</h1>"));
    folder.write("short-talk.plays.ron", one.replace("[1, 1, 1]", "[9]"));
    let stuck = alongside(&["sheet", &file]);
    assert!(code(&stuck) == 2 && err(&stuck).contains("\"Plain\" cannot be played"), "{}", err(&stuck));
}
