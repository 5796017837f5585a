//! What cannot be brought about from outside: a check that breaks down, and one that is slow at the wrong moment.

use std::sync::Barrier;
use std::time::Duration;

use super::*;

/// Where a slow check meets its test: once when it has begun, once when it may end.
static MEETING: Barrier = Barrier::new(2);

/// Breaks down on a text that asks for it, and waits on one that asks for that.
fn fragile(_: &str, text: &str) -> Vec<Diagnostic> {
    assert!(!text.contains("break"), "as asked");
    if text.contains("wait") {
        MEETING.wait();
        MEETING.wait();
    }
    Vec::new()
}

/// The editor's end of a served connection.
struct Editor {
    ours: Connection,
    served: std::thread::JoinHandle<Ended>,
}

impl Editor {
    fn start() -> Self {
        let (ours, theirs) = Connection::memory();
        let editor = Self { ours, served: std::thread::spawn(move || serve(&theirs, fragile)) };
        editor.ask(1, "initialize", json!({ "capabilities": {} }));
        editor
    }
    fn tell(&self, method: &str, params: Value) {
        let note = Notification { method: method.to_owned(), params };
        self.ours.sender.send(note.into()).expect("the server listens");
    }
    /// Returns once it has been answered, so that everything told before has been taken in.
    fn ask(&self, id: i32, method: &str, params: Value) {
        let request = Request { id: id.into(), method: method.to_owned(), params };
        self.ours.sender.send(request.into()).expect("the server listens");
        let Message::Response(_) = self.next() else { panic!("something else came before the answer") };
    }
    fn open(&self, version: i32, text: &str) {
        let file = json!({ "uri": "file:///a.ron", "languageId": "ron", "version": version, "text": text });
        self.tell("textDocument/didOpen", json!({ "textDocument": file }));
    }
    fn next(&self) -> Message {
        self.ours.receiver.recv_timeout(Duration::from_secs(120)).expect("the server speaks")
    }
    /// What is published next.
    fn published(&self) -> Value {
        let Message::Notification(note) = self.next() else { panic!("an answer that nobody asked for") };
        note.params
    }
    fn leave(self) {
        self.ask(99, "shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert_eq!(self.served.join().expect("it ended"), Ended::AsAsked);
    }
}

#[test]
fn a_check_that_breaks_down_does_not_end_the_server() {
    let editor = Editor::start();
    editor.open(1, "break");
    let told = editor.published();
    assert!(told["diagnostics"][0]["message"].as_str().is_some_and(|m| m.contains("fault of the program")), "{told}");
    editor.open(2, "whole");
    assert_eq!(editor.published()["diagnostics"], json!([]));
    editor.leave();
}

#[test]
fn what_was_found_in_an_older_text_is_not_told() {
    let editor = Editor::start();
    editor.open(1, "wait");
    MEETING.wait();
    let change =
        json!({ "textDocument": { "uri": "file:///a.ron", "version": 2 }, "contentChanges": [{ "text": "new" }] });
    editor.tell("textDocument/didChange", change);
    editor.ask(2, "workspace/symbol", Value::Null);
    MEETING.wait();
    assert_eq!(editor.published()["version"], 2);

    editor.open(3, "wait");
    MEETING.wait();
    editor.tell("textDocument/didClose", json!({ "textDocument": { "uri": "file:///a.ron" } }));
    assert_eq!(editor.published().get("version"), None);
    MEETING.wait();
    editor.open(4, "new");
    assert_eq!(editor.published()["version"], 4);
    editor.leave();
}

#[test]
fn an_answer_that_breaks_down_is_an_error_to_the_editor_alone() {
    let refused = guarded(|| panic!("as asked")).err().map(|r| r.code as i32);
    assert_eq!(refused, Some(ErrorCode::InternalError as i32));
}
