//! Where an id is made and used, and giving it another name.

use serde_json::{Value, json};

use super::client::Client;
use super::{STRESS, URI, about, byte, covered, editing, with};

const BROKEN: &str = "Scenario(people: { \"sam\": Person(comes: \"a\", triggers: [Command, \"the bell\"]) }, opening: \"a\",\nnodes: {\n\
    \"a\": Node(says: [Line(who: \"sam\", text: \"Hm\", tells: [\"tea\"]], choices: [\n\
    Choice(text: \"a\", uses: [Command,, ], label: , touches: [\"the bell\"], when: All([Visited(\"a\"), Fact(\"tea\"), Promised(\"a\")]), to: FirstThatFits([(when: Chose(\"a\", 1), to: \"a\"), (to: a)])),\n\
    Choice(promises: \"a\", to_whom: \"sam\" keeps: \"a\", knows: [\"tea\"], to: \"nowhere\"";

/// The lines with the ids that a request leads to, as `line:words`.
fn places(client: &mut Client, text: &str, method: &str, params: Value) -> Vec<String> {
    let told = client.ask(method, params);
    let all = told["result"].as_array().unwrap_or_else(|| panic!("{told}"));
    let at = |l: &Value| {
        assert_eq!(l["uri"], URI);
        format!("{}:{}", l["range"]["start"]["line"], covered(text, &l["range"]))
    };
    all.iter().map(at).collect()
}

/// The text after a renaming.
fn renamed(client: &mut Client, text: &str, at: Value, new: &str) -> Result<String, String> {
    let told = client.ask("textDocument/rename", with(at, "newName", json!(new)));
    if let Some(message) = told["error"]["message"].as_str() {
        return Err(message.to_owned());
    }
    let edits = told["result"]["changes"][URI].as_array().unwrap_or_else(|| panic!("{told}"));
    let mut text = text.to_owned();
    for edit in edits.iter().rev() {
        let range = &edit["range"];
        text.replace_range(
            byte(&text, &range["start"])..byte(&text, &range["end"]),
            edit["newText"].as_str().expect("text"),
        );
    }
    Ok(text)
}

#[test]
fn ids_are_found_where_they_are_made_and_used_also_in_a_file_with_mistakes() {
    let mut client = editing(BROKEN);
    let mut at = |method: &str, piece: &str, into: usize| {
        let params = with(about(BROKEN, piece, into), "context", json!({ "includeDeclaration": true }));
        places(&mut client, BROKEN, method, params)
    };
    assert_eq!(at("textDocument/definition", "opening: \"a\"", 10), ["2:a"]);
    assert_eq!(at("textDocument/definition", "comes: \"a\"", 8), ["2:a"]);
    assert_eq!(at("textDocument/definition", "Fact(\"tea\")", 7), ["2:tea"]);
    assert_eq!(at("textDocument/definition", "keeps: \"a\"", 8), ["4:a"]);
    assert_eq!(at("textDocument/definition", "touches: [\"the bell\"", 12), ["0:the bell"]);
    assert_eq!(at("textDocument/definition", "to: \"nowhere\"", 6), [] as [&str; 0]);
    assert_eq!(at("textDocument/definition", "text: \"a\"", 7), [] as [&str; 0]);
    // the node, and neither the promise nor the words of the same letters
    assert_eq!(at("textDocument/references", "opening: \"a\"", 10), ["0:a", "0:a", "2:a", "3:a", "3:a", "3:a", "3:a"]);
    assert_eq!(at("textDocument/references", "promises: \"a\"", 12), ["3:a", "4:a", "4:a"]);
    assert_eq!(at("textDocument/references", "\"sam\": Person", 1), ["0:sam", "2:sam", "4:sam"]);
}

#[test]
fn an_id_is_renamed_everywhere_and_nothing_else_is() {
    let mut client = editing(BROKEN);
    let new = renamed(&mut client, BROKEN, about(BROKEN, "opening: \"a\"", 10), "b").expect("it can be");
    let expected = BROKEN
        .replace("opening: \"a\"", "opening: \"b\"")
        .replace("comes: \"a\"", "comes: \"b\"")
        .replace("\"a\": Node", "\"b\": Node")
        .replace("Visited(\"a\")", "Visited(\"b\")")
        .replace("Chose(\"a\"", "Chose(\"b\"")
        .replace("to: \"a\"", "to: \"b\"")
        .replace("to: a)", "to: \"b\")");
    assert_eq!(new, expected);
    for (piece, into, new) in
        [("who: \"sam\"", 7, "ana"), ("Fact(\"tea\")", 7, "coffee"), ("keeps: \"a\"", 8, "a-call")]
    {
        let text = renamed(&mut client, BROKEN, about(BROKEN, piece, into), new).expect("it can be");
        assert!(
            text.contains(
                &piece.replace("sam", "ana").replace("tea", "coffee").replace("keeps: \"a\"", "keeps: \"a-call\"")
            ),
            "{text}"
        );
    }
}

#[test]
fn a_whole_story_still_plays_after_a_renaming() {
    use alongside::model::Model;
    use alongside::scenario::library::known;
    use alongside::scenario::resolve::resolve;
    let mut client = editing(STRESS);
    let opening = STRESS.find("opening: \"").expect("an opening") + "opening: \"".len();
    let name = STRESS[opening..].split('"').next().expect("its name");
    let new = renamed(&mut client, STRESS, about(STRESS, "opening: \"", 12), "first-of-all").expect("it can be");
    let read = |text: &str| resolve("x", text, &Model::shipped().techniques, known()).expect("it resolves").scenario;
    let (before, after) = (read(STRESS), read(&new));
    let ids = |s: &alongside::scenario::Scenario| s.nodes.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        ids(&after),
        ids(&before).into_iter().map(|id| if id == name { "first-of-all".to_owned() } else { id }).collect::<Vec<_>>()
    );
    assert_ne!(before.hash, after.hash);
}

#[test]
fn a_name_that_cannot_be_is_refused_with_a_reason() {
    let mut client = editing(STRESS);
    let at = || about(STRESS, "opening: \"", 12);
    let refused = renamed(&mut client, STRESS, at(), "Two Words").expect_err("no such id");
    assert!(refused.contains("no node can be called \"Two Words\""), "{refused}");
    let stop = STRESS.find("stop: \"").expect("a stop") + "stop: \"".len();
    let taken = STRESS[stop..].split('"').next().expect("its name");
    let refused = renamed(&mut client, STRESS, at(), taken).expect_err("it is taken");
    assert!(refused.contains("already"), "{refused}");
    let refused = renamed(&mut client, STRESS, about(STRESS, "uses: [", 9), "x").expect_err("no id");
    assert!(refused.contains("only ids"), "{refused}");
    assert_eq!(client.ask("textDocument/prepareRename", about(STRESS, "uses: [", 9))["result"], Value::Null);
    let prepared = client.ask("textDocument/prepareRename", at());
    assert_eq!(json!(covered(STRESS, &prepared["result"]["range"])), prepared["result"]["placeholder"]);
}
