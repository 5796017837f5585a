//! The language server from outside, through the protocol itself.

mod asking;
mod client;
mod completing;
mod editing;
mod lasting;
mod renaming;

use client::Client;
use serde_json::{Value, json};

const URI: &str = "file:///stories/a%20b/two-doors.ron";
const STRESS: &str = include_str!("../scenarios/two-doors.ron");

/// What an up-to-date editor can do.
fn able() -> Value {
    json!({
        "textDocument": {
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "rename": { "prepareSupport": true },
            "completion": { "completionItem": { "snippetSupport": false } },
        },
    })
}

/// An editor with one file open.
fn editing(text: &str) -> Client {
    let mut client = Client::ready(&able());
    open(&mut client, text);
    client
}

fn open(client: &mut Client, text: &str) {
    let file = json!({ "uri": URI, "languageId": "ron", "version": 1, "text": text });
    client.tell("textDocument/didOpen", json!({ "textDocument": file }));
}

/// The codes of what keeps a file from being played.
fn errors(found: &[Value]) -> Vec<&str> {
    found.iter().filter(|d| d["severity"] == 1).filter_map(|d| d["code"].as_str()).collect()
}

/// The place of a byte, in lines ended by \n or \r\n and UTF-16 columns.
fn place(text: &str, byte: usize) -> Value {
    let start = text[..byte].rfind('\n').map_or(0, |i| i + 1);
    let (line, column) = (text[..byte].matches('\n').count(), text[start..byte].encode_utf16().count());
    json!({ "line": line, "character": column })
}

/// The byte at a place.
fn byte(text: &str, place: &Value) -> usize {
    let number = |name: &str| place[name].as_u64().expect("a number") as usize;
    let start: usize = text.split_inclusive('\n').take(number("line")).map(str::len).sum();
    let mut left = number("character");
    let step = |c: char| left.checked_sub(c.len_utf16()).map(|l| left = l).is_some();
    start
        + text[start..]
            .chars()
            .take_while({
                let mut step = step;
                move |c| step(*c)
            })
            .map(char::len_utf8)
            .sum::<usize>()
}

/// What a range covers.
fn covered<'t>(text: &'t str, range: &Value) -> &'t str {
    &text[byte(text, &range["start"])..byte(text, &range["end"])]
}

/// Parameters about the byte after `into` letters of the first such piece of text.
fn about(text: &str, piece: &str, into: usize) -> Value {
    let from = text.find(piece).unwrap_or_else(|| panic!("no {piece}"));
    json!({ "textDocument": { "uri": URI }, "position": place(text, from + into) })
}

fn with(mut params: Value, name: &str, value: Value) -> Value {
    params[name] = value;
    params
}
