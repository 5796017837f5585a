//! What cannot be brought about from outside: a check that breaks down.

use super::*;

/// Breaks down on a text that asks for it.
fn fragile(_: &str, text: &str) -> Vec<Diagnostic> {
    assert!(!text.contains("break"), "as asked");
    Vec::new()
}

fn note(method: &str, params: Value) -> Message {
    Notification { method: method.to_owned(), params }.into()
}

fn open(text: &str, version: i32) -> Message {
    let file = json!({ "uri": "file:///a.ron", "languageId": "ron", "version": version, "text": text });
    note("textDocument/didOpen", json!({ "textDocument": file }))
}

fn request(id: i32, method: &str, params: Value) -> Message {
    Request { id: id.into(), method: method.to_owned(), params }.into()
}

#[test]
fn a_check_that_breaks_down_does_not_end_the_server() {
    let (ours, theirs) = Connection::memory();
    let served = std::thread::spawn(move || serve(&theirs, fragile));
    let send = |message| ours.sender.send(message).expect("the server listens");
    let published = || loop {
        if let Message::Notification(note) = ours.receiver.recv().expect("the server speaks") {
            return note.params["diagnostics"].clone();
        }
    };
    send(request(1, "initialize", json!({ "capabilities": {} })));
    send(open("break", 1));
    let told = published();
    assert!(told[0]["message"].as_str().is_some_and(|m| m.contains("fault of the program")), "{told}");
    send(open("whole", 2));
    assert_eq!(published(), json!([]));
    send(request(2, "shutdown", Value::Null));
    send(note("exit", Value::Null));
    assert_eq!(served.join().expect("it ended"), Ended::AsAsked);
}
