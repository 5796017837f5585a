//! A language server: what the program knows of a scenario, while it is written, in any editor that speaks the protocol.

mod checking;
mod completion;
mod document;
mod edits;
mod hover;
mod names;
mod symbols;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams, Position,
    TextDocumentPositionParams, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::diagnostic::Diagnostic;
use checking::Checking;
use document::{Document, Encoding, Snapshot};

/// Everything there is to say about a file, by its id and its text.
pub type Check = fn(&str, &str) -> Vec<Diagnostic>;

/// How a session with an editor came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The editor said so beforehand.
    AsAsked,
    /// It went away.
    Abruptly,
}

/// Serves an editor over standard input and output until it leaves.
pub fn serve_stdio(check: Check) -> Ended {
    // the threads that read and write end with the process, also where nobody reads any more
    let (connection, _threads) = Connection::stdio();
    serve(&connection, check)
}

fn serve(connection: &Connection, check: Check) -> Ended {
    let mut server = Server::new(connection, check);
    for message in &connection.receiver {
        match message {
            Message::Request(request) => {
                let response = server.answer(request);
                if connection.sender.send(response.into()).is_err() {
                    return Ended::Abruptly;
                }
            }
            Message::Notification(note) if note.method == "exit" => {
                return if server.phase == Phase::Leaving { Ended::AsAsked } else { Ended::Abruptly };
            }
            Message::Notification(note) => server.take(note),
            Message::Response(_) => {}
        }
    }
    Ended::Abruptly
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Before,
    Serving,
    Leaving,
}

/// What was agreed with the editor.
#[derive(Clone, Copy)]
struct Agreed {
    encoding: Encoding,
    markdown: bool,
    snippets: bool,
    nested_symbols: bool,
}

struct Server {
    phase: Phase,
    agreed: Agreed,
    documents: BTreeMap<Uri, Document>,
    checking: Checking,
    check: Check,
}

/// Why a request is not answered.
struct Refusal {
    code: ErrorCode,
    message: String,
}

type Answer = Result<Value, Refusal>;

/// A request with what answers it.
struct Handler {
    method: &'static str,
    answer: fn(&Server, Value) -> Answer,
}

const HANDLERS: &[Handler] = &[
    Handler { method: "textDocument/hover", answer: hover::answer },
    Handler { method: "textDocument/completion", answer: completion::answer },
    Handler { method: "textDocument/definition", answer: names::definition },
    Handler { method: "textDocument/references", answer: names::references },
    Handler { method: "textDocument/prepareRename", answer: names::prepare_rename },
    Handler { method: "textDocument/rename", answer: names::rename },
    Handler { method: "textDocument/documentSymbol", answer: symbols::answer },
    Handler { method: "textDocument/formatting", answer: edits::layout },
    Handler { method: "textDocument/codeAction", answer: edits::actions },
];

impl Server {
    fn new(connection: &Connection, check: Check) -> Self {
        let agreed = Agreed { encoding: Encoding::Utf16, markdown: false, snippets: false, nested_symbols: false };
        let sender = connection.sender.clone();
        // where the editor is gone, the next read says so
        let outbox = move |message| drop(sender.send(message));
        let checking = Checking::start(outbox, check);
        Self { phase: Phase::Before, agreed, documents: BTreeMap::new(), checking, check }
    }

    fn answer(&mut self, Request { id, method, params }: Request) -> Response {
        let answer = match (self.phase, method.as_str()) {
            (Phase::Before, "initialize") => Ok(self.initialize(&params)),
            (Phase::Before, _) => Err(refusal(ErrorCode::ServerNotInitialized, "initialize comes first")),
            (Phase::Leaving, _) => Err(refusal(ErrorCode::InvalidRequest, "the server is shutting down")),
            (Phase::Serving, "initialize") => Err(refusal(ErrorCode::InvalidRequest, "that has been done")),
            (Phase::Serving, "shutdown") => {
                self.phase = Phase::Leaving;
                Ok(Value::Null)
            }
            (Phase::Serving, method) => self.handle(method, params),
        };
        respond(id, answer)
    }

    fn handle(&self, method: &str, params: Value) -> Answer {
        let Some(handler) = HANDLERS.iter().find(|h| h.method == method) else {
            return Err(refusal(ErrorCode::MethodNotFound, &format!("there is no \"{method}\" here")));
        };
        guarded(|| (handler.answer)(self, params))
    }

    fn initialize(&mut self, params: &Value) -> Value {
        let able = |path: &str| params.pointer(&format!("/capabilities/{path}"));
        let offers = |path: &str, word: &str| {
            able(path).and_then(Value::as_array).is_some_and(|all| all.iter().any(|w| w.as_str() == Some(word)))
        };
        let yes = |path: &str| able(path).and_then(Value::as_bool).unwrap_or(false);
        let utf8 = offers("general/positionEncodings", "utf-8");
        self.agreed = Agreed {
            encoding: if utf8 { Encoding::Utf8 } else { Encoding::Utf16 },
            markdown: offers("textDocument/hover/contentFormat", "markdown"),
            snippets: yes("textDocument/completion/completionItem/snippetSupport"),
            nested_symbols: yes("textDocument/documentSymbol/hierarchicalDocumentSymbolSupport"),
        };
        self.phase = Phase::Serving;
        let prepared = yes("textDocument/rename/prepareSupport");
        json!({
            "capabilities": {
                "positionEncoding": self.agreed.encoding.kind(),
                // opened and closed are told, and changes come piece by piece
                "textDocumentSync": { "openClose": true, "change": 2 },
                "hoverProvider": true,
                "completionProvider": { "triggerCharacters": ["\"", "(", "[", "{"] },
                "definitionProvider": true,
                "referencesProvider": true,
                "renameProvider": if prepared { json!({ "prepareProvider": true }) } else { json!(true) },
                "documentSymbolProvider": true,
                "documentFormattingProvider": true,
                "codeActionProvider": { "codeActionKinds": ["source.fixAll"] },
            },
            "serverInfo": { "name": "alongside", "version": env!("CARGO_PKG_VERSION") },
        })
    }

    /// What the editor tells without asking; what cannot be read is passed over, as the protocol has it.
    fn take(&mut self, Notification { method, params }: Notification) {
        if self.phase != Phase::Serving {
            return;
        }
        match method.as_str() {
            "textDocument/didOpen" => self.opened(params),
            "textDocument/didChange" => self.changed(params),
            "textDocument/didClose" => self.closed(params),
            _ => {}
        }
    }

    fn opened(&mut self, params: Value) {
        let Ok(DidOpenTextDocumentParams { text_document: file }) = serde_json::from_value(params) else { return };
        let document = Document::new(file.version, &file.text, self.agreed.encoding);
        self.checking.ask(&file.uri, &document);
        self.documents.insert(file.uri, document);
    }

    fn changed(&mut self, params: Value) {
        let Ok(DidChangeTextDocumentParams { text_document: file, content_changes }) = serde_json::from_value(params)
        else {
            return;
        };
        let Some(document) = self.documents.get_mut(&file.uri) else { return };
        document.change(file.version, &content_changes);
        self.checking.ask(&file.uri, document);
    }

    fn closed(&mut self, params: Value) {
        let Ok(DidCloseTextDocumentParams { text_document: file }) = serde_json::from_value(params) else { return };
        if self.documents.remove(&file.uri).is_some() {
            self.checking.forget(&file.uri);
        }
    }

    fn snapshot(&self, uri: &Uri) -> Result<&Arc<Snapshot>, Refusal> {
        let document = self.documents.get(uri);
        document.map(Document::snapshot).ok_or_else(|| refusal(ErrorCode::InvalidParams, "this file is not open"))
    }

    /// The text that a request is about, and the byte in it.
    fn place(&self, at: &TextDocumentPositionParams) -> Result<(&Arc<Snapshot>, usize), Refusal> {
        let snapshot = self.snapshot(&at.text_document.uri)?;
        let Position { line, character } = at.position;
        Ok((snapshot, snapshot.byte(Position { line, character })))
    }
}

fn respond(id: RequestId, answer: Answer) -> Response {
    match answer {
        Ok(result) => Response::new_ok(id, result),
        Err(Refusal { code, message }) => Response::new_err(id, code as i32, message),
    }
}

/// A fault of ours must not take the editor's server away.
fn guarded(answer: impl FnOnce() -> Answer) -> Answer {
    let fault = "this failed, which is a fault of the program";
    catch_unwind(AssertUnwindSafe(answer)).unwrap_or_else(|_| Err(refusal(ErrorCode::InternalError, fault)))
}

fn refusal(code: ErrorCode, message: &str) -> Refusal {
    Refusal { code, message: message.to_owned() }
}

/// What a request asks.
fn asked<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| refusal(ErrorCode::InvalidParams, &error.to_string()))
}

#[cfg(test)]
mod tests;
