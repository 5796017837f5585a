//! The authors' guide is true: its example plays, and its tables are those of the program.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::sync::Arc;

use alongside::model::Model;
use alongside::model::technique::Family;
use alongside::scenario::library::known;
use alongside::scenario::resolve::{RECORDS, resolve};
use alongside::session::Mode;
use alongside::session::replay::{Moves, document, play};
use serde_json::Value;

const GUIDE: &str = include_str!("../docs/format.md");
const STRESS: &str = include_str!("scenarios/two-doors.ron");

/// The first block of the guide that is marked as RON.
fn example() -> &'static str {
    let from = GUIDE.find("```ron\n").expect("an example") + "```ron\n".len();
    &GUIDE[from..from + GUIDE[from..].find("```").expect("its end")]
}

/// From a heading to the next of its kind.
fn section(heading: &str) -> &'static str {
    let from = GUIDE.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no section {heading}")) + 1;
    let rest = &GUIDE[from + heading.len()..];
    let level = heading.split(' ').next().expect("hashes");
    let end = [format!("\n{level} "), "\n## ".to_owned()].iter().filter_map(|next| rest.find(next)).min();
    &rest[..end.unwrap_or(rest.len())]
}

#[test]
fn the_example_has_six_nodes_and_nothing_to_complain_of() {
    let read = resolve("the-wrong-coat", example(), &Model::shipped().techniques, known());
    let read = read.unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!((read.scenario.nodes.len(), read.warnings), (6, vec![]));
}

#[test]
fn every_field_stands_in_its_table() {
    for (record, fields) in RECORDS {
        let section = section(&format!("### {record}"));
        for field in *fields {
            assert!(section.contains(&format!("`{field}`")), "{record} has no word on {field}");
        }
    }
}

#[test]
fn every_part_of_a_replay_document_stands_in_its_guide() {
    const REPLAY: &str = include_str!("../docs/replay.md");
    let scenario =
        Arc::new(resolve("a-talk", STRESS, &Model::shipped().techniques, known()).expect("it resolves").scenario);
    // taking a side against Marcus, then a limit: happenings, several people, and a cue question left open
    let moves = Moves { choices: vec![2, 1, 2, 3], cues: vec![] };
    let session = play(scenario, Model::shipped(), 1, Mode::Practice, &moves).expect("all on offer");
    let mut keys = BTreeSet::new();
    gather(&document(&session), &mut keys);
    assert!(keys.len() > 60, "{keys:?}");
    let missing: Vec<_> = keys.iter().filter(|key| !REPLAY.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/replay.md has no word on {missing:?}");
}

/// Every key but the ids of people.
fn gather(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            if !["renee", "marcus", "kyle", "suri"].contains(&key.as_str()) {
                keys.insert(key.clone());
            }
            gather(value, keys);
        }),
        Value::Array(items) => items.iter().for_each(|item| gather(item, keys)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_table_of_techniques_is_the_models() {
    assert!(section("## The techniques").contains(&techniques()), "it must read:\n\n{}", techniques());
}

#[test]
fn the_page_of_findings_is_the_programs() {
    let page = alongside::report::explained::markdown::page(&alongside::lint::explanations());
    let told = "docs/rules.md is not what the program says: `alongside explain --guide > docs/rules.md` writes it anew";
    assert!(include_str!("../docs/rules.md") == page, "{told}");
    assert!(section("## What `check` says").contains("(rules.md)"), "the guide leads to it");
}

fn techniques() -> String {
    let families = [
        (Family::Listening, "Listening"),
        (Family::Regard, "Regard"),
        (Family::Boundary, "Boundaries"),
        (Family::Costly, "Costly: habits that often work, and cost"),
    ];
    let mut out = String::new();
    for (family, heading) in families {
        let _ = writeln!(out, "### {heading}\n\n| write | what it is | for example |\n|---|---|---|");
        for (_, t) in Model::shipped().techniques.iter().filter(|(_, t)| t.family == family) {
            let _ = writeln!(out, "| `{}` | {} | {} |", t.camel_case(), t.what, t.example);
        }
        out.push('\n');
    }
    out.trim_end().to_owned()
}
