//! An editor of the smallest kind: it starts the server, speaks the protocol over its pipes, and waits for what it expects.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// Nothing takes so long; it only keeps a fault from hanging the tests.
const WATCHDOG: Duration = Duration::from_secs(120);

pub struct Client {
    child: Child,
    stdin: Option<ChildStdin>,
    messages: Receiver<Value>,
    /// Notifications that came while something else was expected.
    kept: VecDeque<Value>,
    asked: i64,
}

impl Client {
    /// A server that has been told nothing yet.
    pub fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
            .arg("lsp")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut stdout = stdout;
            while let Some(message) = read(&mut stdout) {
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        Self { stdin: child.stdin.take(), child, messages, kept: VecDeque::new(), asked: 0 }
    }

    /// A server that serves an editor with these capabilities.
    pub fn ready(capabilities: &Value) -> Self {
        let mut client = Self::start();
        let told =
            client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": capabilities }));
        assert_eq!(told["result"]["serverInfo"]["name"], "alongside");
        client.tell("initialized", json!({}));
        client
    }

    pub fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let stdin = self.stdin.as_mut().expect("it is open");
        write!(stdin, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("the server reads");
        stdin.flush().expect("the server reads");
    }

    pub fn tell(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The whole response to a request.
    pub fn ask(&mut self, method: &str, params: Value) -> Value {
        self.asked += 1;
        let id = self.asked;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.next();
            if message["id"] == id {
                assert_eq!(message["jsonrpc"], "2.0");
                return message;
            }
            self.kept.push_back(message);
        }
    }

    /// What is shown in a file at a version of its text.
    pub fn diagnostics(&mut self, uri: &str, version: i64) -> Vec<Value> {
        loop {
            let message = self.kept.pop_front().unwrap_or_else(|| self.next());
            let params = &message["params"];
            let about = message["method"] == "textDocument/publishDiagnostics" && params["uri"] == uri;
            if about && params["version"] == version {
                return params["diagnostics"].as_array().expect("a list").clone();
            }
            assert!(!about || params["version"].as_i64() < Some(version), "a newer version came first: {message}");
        }
    }

    /// The next notification.
    pub fn told(&mut self) -> Value {
        self.kept.pop_front().unwrap_or_else(|| self.next())
    }

    fn next(&mut self) -> Value {
        self.messages.recv_timeout(WATCHDOG).expect("the server says what is expected of it")
    }

    pub fn hang_up(&mut self) {
        self.stdin = None;
    }

    /// The code the server ends with, once it has closed its output.
    pub fn ended(mut self) -> Option<i32> {
        while self.messages.recv_timeout(WATCHDOG).is_ok() {}
        self.child.wait().expect("it ended").code()
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(stdout: &mut impl BufRead) -> Option<Value> {
    let mut length = None;
    loop {
        let mut header = String::new();
        if stdout.read_line(&mut header).ok()? == 0 {
            return None;
        }
        match header.trim_end().split_once(": ") {
            Some(("Content-Length", value)) => length = value.parse::<usize>().ok(),
            Some(_) => {}
            None => break,
        }
    }
    let mut body = vec![0; length?];
    stdout.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
