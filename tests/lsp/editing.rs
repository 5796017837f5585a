//! The canonical layout and the mends, as an editor asks for them.

use alongside::rewrite::layout::canonical;
use serde_json::{Value, json};

use super::{URI, covered, editing};

const TALK: &str = include_str!("../scenarios/short-talk.ron");

/// The text after the one edit that was answered; none where nothing changes.
fn after(text: &str, edits: &Value) -> Option<String> {
    let edits = edits.as_array().unwrap_or_else(|| panic!("{edits}"));
    let edit = edits.first()?;
    assert_eq!((edits.len(), covered(text, &edit["range"])), (1, text));
    Some(edit["newText"].as_str().expect("text").to_owned())
}

fn laid_out(text: &str) -> Option<String> {
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let told =
        editing(text).ask("textDocument/formatting", json!({ "textDocument": { "uri": URI }, "options": options }));
    after(text, &told["result"])
}

fn actions(text: &str, context: &Value) -> Value {
    let nowhere = json!({ "line": 0, "character": 0 });
    let range = json!({ "start": nowhere, "end": nowhere });
    let params = json!({ "textDocument": { "uri": URI }, "range": range, "context": context });
    editing(text).ask("textDocument/codeAction", params)["result"].clone()
}

#[test]
fn a_text_is_laid_out_as_fmt_does_it_and_one_with_faults_is_left() {
    let squeezed = TALK.replace("    ", " ");
    let laid = canonical(TALK).expect("it is well");
    assert_eq!(laid_out(&squeezed).as_ref(), Some(&laid));
    assert_eq!(laid_out(&laid), None);
    assert_eq!(laid_out(&TALK.replacen("title: ", "title ", 1).replacen("(", "((", 1)), None);
}

#[test]
fn what_needs_no_guessing_is_mended_in_one_action() {
    let spoiled =
        TALK.replacen("title: ", "title = ", 1).replacen("[Argue]", "[Argu]", 1).replace("\"Ana Ruiz\"", "“Ana Ruiz”");
    let asked = actions(&spoiled, &json!({ "diagnostics": [], "only": ["source.fixAll"] }));
    assert_eq!(asked[0]["kind"], "source.fixAll");
    assert_eq!(after(&spoiled, &asked[0]["edit"]["changes"][URI]).as_deref(), Some(TALK));
    let here = json!({ "range": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 1 } }, "message": "x" });
    assert_eq!(actions(&spoiled, &json!({ "diagnostics": [here] })), asked, "where something is wrong it is offered");
}

#[test]
fn where_nothing_is_wrong_or_something_else_is_asked_nothing_is_offered() {
    let spoiled = TALK.replacen("title: ", "title = ", 1);
    assert_eq!(actions(TALK, &json!({ "diagnostics": [], "only": ["source.fixAll"] })), json!([]));
    assert_eq!(actions(&spoiled, &json!({ "diagnostics": [] })), json!([]));
    assert_eq!(actions(&spoiled, &json!({ "diagnostics": [], "only": ["refactor"] })), json!([]));
}
