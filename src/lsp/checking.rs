//! Live diagnostics: files are checked beside everything else, and only the newest text of each is told about.

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use lsp_server::{Message, Notification};
use lsp_types::{NumberOrString, PublishDiagnosticsParams, Uri};
use serde_json::json;

use super::Check;
use super::document::{Document, Snapshot};
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::library::stem;

/// Where messages to the editor go in.
type Outbox = Box<dyn Fn(Message) + Send>;

/// Asks a thread of its own to check files.
pub struct Checking {
    shared: Arc<Shared>,
}

struct Shared {
    state: Mutex<State>,
    woken: Condvar,
}

struct State {
    waiting: VecDeque<Job>,
    /// Of each open file, which of its texts is the newest.
    newest: BTreeMap<Uri, u64>,
    asked: u64,
    found: BTreeMap<Uri, Findings>,
    outbox: Outbox,
    has_ended: bool,
}

struct Job {
    uri: Uri,
    asked: u64,
    version: i32,
    snapshot: Arc<Snapshot>,
}

/// What was last found in a file, for the text it was found in.
#[derive(Clone)]
pub struct Findings {
    pub snapshot: Arc<Snapshot>,
    pub problems: Arc<Vec<Diagnostic>>,
}

impl Checking {
    pub fn start(outbox: impl Fn(Message) + Send + 'static, check: Check) -> Self {
        let state = State {
            waiting: VecDeque::new(),
            newest: BTreeMap::new(),
            asked: 0,
            found: BTreeMap::new(),
            outbox: Box::new(outbox),
            has_ended: false,
        };
        let shared = Arc::new(Shared { state: Mutex::new(state), woken: Condvar::new() });
        let worker = Arc::clone(&shared);
        std::thread::spawn(move || worker.work(check));
        Self { shared }
    }

    /// Has the document's text checked; an older one that still waits is not.
    pub fn ask(&self, uri: &Uri, document: &Document) {
        let mut state = self.shared.lock();
        state.asked += 1;
        let asked = state.asked;
        let job = Job { uri: uri.clone(), asked, version: document.version, snapshot: Arc::clone(document.snapshot()) };
        state.newest.insert(uri.clone(), asked);
        match state.waiting.iter_mut().find(|waiting| waiting.uri == job.uri) {
            Some(older) => *older = job,
            None => state.waiting.push_back(job),
        }
        self.shared.woken.notify_one();
    }

    /// The file was closed: nothing is known of it any more, and the editor shows nothing.
    pub fn forget(&self, uri: &Uri) {
        let mut state = self.shared.lock();
        state.waiting.retain(|job| job.uri != *uri);
        state.newest.remove(uri);
        state.found.remove(uri);
        (state.outbox)(publication(uri, None, Vec::new()));
    }

    /// What was found last.
    pub fn found(&self, uri: &Uri) -> Option<Findings> {
        self.shared.lock().found.get(uri).cloned()
    }
}

impl Drop for Checking {
    fn drop(&mut self) {
        self.shared.lock().has_ended = true;
        self.shared.woken.notify_one();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self, check: Check) {
        while let Some(job) = self.next() {
            let id = id_of(&job.uri);
            let text = &job.snapshot.text;
            match catch_unwind(AssertUnwindSafe(|| check(&id, text))) {
                Ok(problems) => self.tell(&job, problems),
                Err(_) => self.tell(&job, vec![broken_down()]),
            }
        }
    }

    fn next(&self) -> Option<Job> {
        let mut state = self.lock();
        loop {
            if state.has_ended {
                return None;
            }
            if let Some(job) = state.waiting.pop_front() {
                return Some(job);
            }
            state = self.woken.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Tells the editor, unless the text has been changed or closed meanwhile.
    fn tell(&self, job: &Job, problems: Vec<Diagnostic>) {
        let shown = problems.iter().map(|p| shown(p, &job.snapshot)).collect();
        let mut state = self.lock();
        if state.newest.get(&job.uri) == Some(&job.asked) {
            let findings = Findings { snapshot: Arc::clone(&job.snapshot), problems: Arc::new(problems) };
            state.found.insert(job.uri.clone(), findings);
            (state.outbox)(publication(&job.uri, Some(job.version), shown));
        }
    }
}

fn broken_down() -> Diagnostic {
    Diagnostic {
        code: "program-fault",
        severity: Severity::Warning,
        span: 0..0,
        message: "the check broke down on this text, which is a fault of the program".to_owned(),
        why: String::new(),
        fix: "go on writing; it tries again with the next change".to_owned(),
    }
}

fn publication(uri: &Uri, version: Option<i32>, diagnostics: Vec<lsp_types::Diagnostic>) -> Message {
    let params = PublishDiagnosticsParams { uri: uri.clone(), diagnostics, version };
    Notification { method: "textDocument/publishDiagnostics".to_owned(), params: json!(params) }.into()
}

fn shown(problem: &Diagnostic, snapshot: &Snapshot) -> lsp_types::Diagnostic {
    let said = [&problem.message, &problem.why, &problem.fix].map(String::as_str);
    let said: Vec<&str> = said.into_iter().filter(|s| !s.is_empty()).collect();
    lsp_types::Diagnostic {
        range: snapshot.range(&problem.span),
        severity: Some(match problem.severity {
            Severity::Error => lsp_types::DiagnosticSeverity::ERROR,
            Severity::Warning => lsp_types::DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(problem.code.to_owned())),
        source: Some("alongside".to_owned()),
        message: said.join("\n"),
        ..lsp_types::Diagnostic::default()
    }
}

/// The scenario's id: the file's stem; of a text that is not saved yet, one that nobody minds.
pub(super) fn id_of(uri: &Uri) -> String {
    let file = uri.as_str().strip_prefix("file:").map(unescaped);
    file.and_then(|path| stem(std::path::Path::new(&path))).unwrap_or_else(|| "untitled".to_owned())
}

/// `%20` and so on as what they stand for.
fn unescaped(path: &str) -> String {
    let mut out = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match (first, code) {
            (b'%', Some(byte)) => {
                out.push(byte);
                rest = &tail[2..];
            }
            _ => {
                out.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_id_is_its_stem() {
        let id = |uri: &str| id_of(&uri.parse().expect("a URI"));
        assert_eq!(id("file:///home/sam/the%2Dolive-door.ron"), "the-olive-door");
        assert_eq!(id("file:///c%3A/Stories/%C3%A9t%C3%A9.ron"), "été");
        assert_eq!(id("untitled:Untitled-1"), "untitled");
        assert_eq!(unescaped("/a%2"), "/a%2");
    }
}
