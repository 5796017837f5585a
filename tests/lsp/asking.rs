//! Hover, outline, and places in texts of every kind.

use serde_json::{Value, json};

use super::client::Client;
use super::{STRESS, URI, able, about, covered, editing, open, with};

/// What is told of the thing in a piece of text, and the words it is told of.
fn hover(client: &mut Client, text: &str, piece: &str, into: usize) -> (String, String) {
    let told = client.ask("textDocument/hover", about(text, piece, into));
    let result = &told["result"];
    assert!(result.is_object(), "{piece}: {told}");
    let words = covered(text, &result["range"]).to_owned();
    (result["contents"]["value"].as_str().expect("words").to_owned(), words)
}

const TALK: &str = include_str!("../scenarios/short-talk.ron");

#[test]
fn everything_under_the_pointer_is_told_of() {
    let mut client = editing(TALK);
    for (piece, into, words, tells) in [
        ("Validation", 3, "Validation", "Says the feeling makes sense here"),
        ("Validation", 3, "Validation", "> Five nights with no sleep."),
        ("Validation", 3, "Validation", "Empathy +1.5"),
        ("Validation", 3, "Validation", "Source: Shenk"),
        ("(Fear, 2)", 2, "Fear", "What an officer would see"),
        ("need: Belonging", 8, "Belonging", "a need"),
        ("brief:", 1, "brief", "what dispatch says"),
        ("says:", 1, "says", "must be there"),
        ("Line(", 1, "Line", "`body`"),
        ("to: \"hall\"", 6, "\"hall\"", "> Her papers are still in the box."),
        ("\"ana\": Person", 2, "\"ana\"", "Ana Ruiz, neighbor"),
        ("[\"two-papers\"]", 3, "\"two-papers\"", "a fact, learned or told once, asked for once"),
        ("\"light-on\": Ending", 3, "\"light-on\"", "an ending: Her light stays on"),
        ("outcome: Good", 10, "Good", "how it ends"),
    ] {
        let (told, covers) = hover(&mut client, TALK, piece, into);
        assert!(told.contains(tells) && covers == words, "{piece}: {covers}: {told}");
    }
    let nothing = client.ask("textDocument/hover", about(TALK, "You took your time", 4));
    assert_eq!(nothing["result"], Value::Null);
}

#[test]
fn conditions_are_told_of_and_so_is_what_was_found() {
    let text = TALK.replace("uses: [Dismiss]", "uses: [Dismiss], when: All([Trust(AtLeast(30)), Kept(\"tea\")])");
    let mut client = editing(&text);
    assert!(client.diagnostics(URI, 1).iter().any(|d| d["code"] == "unknown-promise"));
    assert!(hover(&mut client, &text, "Trust(", 2).0.contains("trust in this officer"));
    assert!(hover(&mut client, &text, "Kept(", 2).0.contains("it has been made, kept, broken"));
    let (told, covers) = hover(&mut client, &text, "\"tea\"", 2);
    assert!(told.contains("a promise is asked for that nobody makes") && covers == "\"tea\"", "{told}");
}

#[test]
fn an_editor_without_markdown_gets_plain_words() {
    let mut client = Client::ready(&json!({}));
    open(&mut client, TALK);
    let told = client.ask("textDocument/hover", about(TALK, "brief:", 1));
    let contents = &told["result"]["contents"];
    assert_eq!(contents["kind"], "plaintext");
    assert!(contents["value"].as_str().is_some_and(|v| v.starts_with("brief (of Scenario")), "{contents}");
}

#[test]
fn people_nodes_and_endings_are_the_outline() {
    let mut client = editing(TALK);
    let told = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    let symbols = told["result"].as_array().expect("a list");
    let names: Vec<&str> = symbols.iter().filter_map(|s| s["name"].as_str()).collect();
    assert_eq!(names, ["ana", "door", "hall", "landing", "stairs-down", "light-on", "chain-on"]);
    assert_eq!(covered(TALK, &symbols[1]["selectionRange"]), "\"door\"");
    let whole = covered(TALK, &symbols[1]["range"]);
    assert!(whole.starts_with("\"door\": Node(") && whole.ends_with(')'), "{whole}");
    assert_eq!(symbols[1]["detail"], "You took your time.");

    let mut plain = Client::ready(&json!({}));
    open(&mut plain, TALK);
    let told = plain.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(told["result"][1]["location"]["uri"], URI);
}

#[test]
fn places_are_right_in_texts_of_every_kind() {
    // letters of one, two, three and four bytes in front of the place, and line ends of two
    let text = TALK
        .replace("who: \"ana\", text: \"You took", "text: \"é“𝄞” You\", who: \"ana\", id: \"x\" /*")
        .replace("your time.\",", "*/,")
        .replace('\n', "\r\n");
    let mut client = editing(&text);
    let params = with(about(&text, "who: \"ana\", id", 7), "context", json!({ "includeDeclaration": false }));
    let told = client.ask("textDocument/references", params.clone());
    let places = told["result"].as_array().expect("a list");
    assert!(places.len() == 4 && places.iter().all(|p| covered(&text, &p["range"]) == "ana"), "{told}");

    // the same, counted in bytes
    let mut able = able();
    able["general"] = json!({ "positionEncodings": ["utf-8", "utf-16"] });
    let mut bytes = Client::ready(&able);
    open(&mut bytes, &text);
    let byte = text.find("who: \"ana\", id").expect("it is there");
    let start = text[..byte].rfind('\n').expect("a line") + 1;
    let params = json!({
        "textDocument": { "uri": URI },
        "position": { "line": text[..byte].matches('\n').count(), "character": byte - start + 7 },
        "context": { "includeDeclaration": false },
    });
    let told = bytes.ask("textDocument/references", params);
    assert_eq!(told["result"][0]["range"]["start"]["character"], json!(byte - start + 6), "{told}");
    assert_ne!(told["result"][0], places[0]);
}

#[test]
fn the_editor_is_told_how_columns_are_counted() {
    for (offered, agreed) in
        [(json!(["utf-32", "utf-8"]), "utf-8"), (json!(["utf-16"]), "utf-16"), (Value::Null, "utf-16")]
    {
        let mut client = Client::start();
        let capabilities = json!({ "general": { "positionEncodings": offered } });
        let told = client.ask("initialize", json!({ "capabilities": capabilities }));
        assert_eq!(told["result"]["capabilities"]["positionEncoding"], agreed);
    }
}

#[test]
fn a_longer_story_is_no_trouble() {
    let mut client = editing(STRESS);
    assert!(hover(&mut client, STRESS, "Chose(", 2).0.contains("second choice of that node"));
}
