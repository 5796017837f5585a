//! Beginning, going on and ending: what is said when, and what nothing can bring down.

use serde_json::{Value, json};

use super::client::Client;
use super::{STRESS, URI, able, about, editing, errors, open, place};

fn code(response: &Value) -> Option<i64> {
    response["error"]["code"].as_i64()
}

#[test]
fn nothing_is_answered_before_initialize_and_nothing_after_shutdown() {
    let mut client = Client::start();
    assert_eq!(code(&client.ask("textDocument/hover", json!({}))), Some(-32002));
    client.tell("textDocument/didOpen", json!({}));
    assert!(client.ask("initialize", json!({ "capabilities": able() }))["result"]["capabilities"].is_object());
    assert_eq!(code(&client.ask("initialize", json!({ "capabilities": {} }))), Some(-32600));
    assert_eq!(code(&client.ask("workspace/symbol", json!({ "query": "" }))), Some(-32601));
    let down = client.ask("shutdown", Value::Null);
    assert!(down.get("result") == Some(&Value::Null) && down.get("error").is_none(), "{down}");
    assert_eq!(code(&client.ask("textDocument/hover", json!({}))), Some(-32600));
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(0));
}

#[test]
fn an_exit_without_shutdown_is_no_good_end() {
    let mut client = editing(STRESS);
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
    let mut client = Client::start();
    client.tell("exit", Value::Null);
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn when_the_editor_is_gone_the_server_goes_too() {
    let mut client = editing(STRESS);
    client.hang_up();
    assert_eq!(client.ended(), Some(1));
    let mut client = Client::start();
    client.hang_up();
    assert_eq!(client.ended(), Some(1));
}

#[test]
fn what_makes_no_sense_is_refused_and_the_server_goes_on() {
    let mut client = editing(STRESS);
    assert_eq!(code(&client.ask("textDocument/hover", json!({ "position": 3 }))), Some(-32602));
    let elsewhere =
        json!({ "textDocument": { "uri": "file:///other.ron" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(code(&client.ask("textDocument/hover", elsewhere)), Some(-32602));
    client.tell(
        "textDocument/didChange",
        json!({ "textDocument": { "uri": "file:///other.ron", "version": 2 }, "contentChanges": [] }),
    );
    client.tell("textDocument/didChange", json!([1, 2]));
    client.tell("$/cancelRequest", json!({ "id": 77 }));
    client.send(&json!({ "jsonrpc": "2.0", "id": 900, "result": null }));
    let far = json!({ "textDocument": { "uri": URI }, "position": { "line": 4_000_000, "character": 4_000_000 } });
    assert_eq!(client.ask("textDocument/hover", far)["result"], Value::Null);
    assert!(client.ask("textDocument/hover", about(STRESS, "Scenario(", 2))["result"].is_object());
}

#[test]
fn a_file_is_checked_when_it_is_opened_and_whenever_it_changes() {
    let mut client = editing(STRESS);
    assert_eq!(errors(&client.diagnostics(URI, 1)), [] as [&str; 0]);
    let from = STRESS.find("uses: [").expect("a line") + "uses: [".len();
    let change = |text: &str, start: usize, end: usize| json!({ "range": { "start": place(STRESS, start), "end": place(STRESS, end) }, "text": text });
    let changed = |version: i64, changes: Value| json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": changes });
    client.tell("textDocument/didChange", changed(2, json!([change("Opn", from, from)])));
    let found = client.diagnostics(URI, 2);
    let technique = found.iter().find(|d| d["code"] == "unknown-technique").expect("it is found");
    assert_eq!((technique["severity"].as_i64(), technique["source"].as_str()), (Some(1), Some("alongside")));
    assert_eq!(technique["range"]["start"], place(STRESS, from));
    assert!(technique["message"].as_str().is_some_and(|m| m.starts_with("there is no technique \"Opn")), "{technique}");
    client.tell("textDocument/didChange", changed(3, json!([change("", from, from + 3)])));
    assert_eq!(errors(&client.diagnostics(URI, 3)), [] as [&str; 0]);
    // a whole text may come too, and a mistake in the writing does not keep the others from being found
    let both = STRESS.replacen("title:", "title", 1).replacen("format: 1", "format: 9", 1);
    client.tell("textDocument/didChange", changed(4, json!([{ "text": both }])));
    let found = client.diagnostics(URI, 4);
    let codes = errors(&found);
    assert!(codes.contains(&"syntax") && codes.contains(&"format"), "{codes:?}");
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    let told = client.told();
    assert_eq!(told["params"], json!({ "uri": URI, "diagnostics": [] }));
}

#[test]
fn of_many_changes_the_last_is_told_and_none_that_is_older_afterward() {
    let mut client = Client::ready(&able());
    open(&mut client, STRESS);
    for version in 2..=60 {
        let end = place(STRESS, STRESS.len());
        let changes = json!([{ "range": { "start": end, "end": end }, "text": "/* more */" }]);
        client.tell(
            "textDocument/didChange",
            json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": changes }),
        );
    }
    // fails where something newer came first
    assert_eq!(errors(&client.diagnostics(URI, 60)), [] as [&str; 0]);
    client.tell("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(client.told()["params"].get("version"), None, "nothing was told in between");
}

#[test]
fn a_file_that_is_far_too_large_is_told_so() {
    let mut client = editing(&format!("{STRESS}{}", " ".repeat(17 << 20)));
    assert_eq!(errors(&client.diagnostics(URI, 1)), ["too-large"]);
    assert_eq!(client.ask("textDocument/hover", about(STRESS, "Scenario(", 2))["result"], Value::Null);
}
