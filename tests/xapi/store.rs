//! A store of statements in this very process, or a way to a real one, with any weather that is asked for.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};

/// What happens to one request that brings statements.
#[derive(Clone, Debug)]
pub enum Weather {
    Fair,
    /// Nothing is taken; this answer is given, with more headers.
    Answers(u16, &'static str, String),
    /// Taken and answered after a while.
    Slow(u64),
    /// Nothing is taken, and the connection ends.
    CutBefore,
    /// All is taken, and the connection ends before the answer.
    CutAfter,
}

/// What the store holds and what it has seen.
#[derive(Default)]
pub struct Held {
    /// By id, as it came first.
    pub statements: BTreeMap<String, Value>,
    /// Ids in the order in which they were taken.
    pub order: Vec<String>,
    /// How many each request brought.
    pub batches: Vec<usize>,
    /// The head of each request.
    pub heads: Vec<String>,
    pub weather: VecDeque<Weather>,
    /// More at once are too many.
    pub most: Option<usize>,
    /// Statements with this in them are not understood.
    pub poison: Option<String>,
    /// Answers 409 to what it has, changed or not.
    pub strict: bool,
    /// Statements on one page.
    pub page: usize,
    /// The real store that everything is handed on to, as `host:port`, in place of holding it here.
    pub real: Option<String>,
    /// What pages say of the next, in place of the truth.
    pub misleads: Option<String>,
}

pub struct Store {
    pub endpoint: String,
    held: Arc<Mutex<Held>>,
}

impl Store {
    pub fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let endpoint = format!("http://{}/xapi", listener.local_addr().expect("an address"));
        let held = Arc::new(Mutex::new(Held { page: 7, ..Held::default() }));
        let shared = Arc::clone(&held);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let held = Arc::clone(&shared);
                std::thread::spawn(move || serve(stream, &held));
            }
        });
        Self { endpoint, held }
    }

    pub fn with<T>(&self, look: impl FnOnce(&mut Held) -> T) -> T {
        look(&mut self.held.lock().expect("no test panicked in it"))
    }

    /// The next requests meet this.
    pub fn expect(&self, weather: impl IntoIterator<Item = Weather>) {
        self.with(|held| held.weather.extend(weather));
    }
}

/// Nothing where whoever asked is gone.
fn serve(mut stream: TcpStream, held: &Mutex<Held>) -> Option<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20))).ok()?;
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|l| l.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let answer = match head.starts_with("POST") {
        true => post(&head, &body, held)?,
        false => ask(&head, &body, held),
    };
    stream.write_all(&answer).ok()
}

/// What the store says to it, the real one or the one here.
fn ask(head: &str, body: &[u8], held: &Mutex<Held>) -> Vec<u8> {
    let real = held.lock().expect("whole").real.clone();
    match real {
        Some(real) => hand_on(&real, head, body).unwrap_or_else(|_| answer(502, "", "nobody is there").into_bytes()),
        None if head.starts_with("POST") => take(body, &mut held.lock().expect("whole")).into_bytes(),
        None => get(head, held).into_bytes(),
    }
}

fn hand_on(real: &str, head: &str, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(real)?;
    let (first, rest) = head.split_once("\r\n").expect("a line");
    stream.write_all(format!("{first}\r\nConnection: close\r\n{rest}").as_bytes())?;
    stream.write_all(body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

fn answer(status: u16, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status} X\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

fn read(body: &[u8]) -> Vec<Value> {
    serde_json::from_slice(body).expect("a batch is a list of statements")
}

fn post(head: &str, body: &[u8], held: &Mutex<Held>) -> Option<Vec<u8>> {
    let weather = {
        let mut held = held.lock().expect("whole");
        held.heads.push(head.to_owned());
        held.batches.push(read(body).len());
        held.weather.pop_front().unwrap_or(Weather::Fair)
    };
    match weather {
        Weather::Answers(status, headers, words) => Some(answer(status, headers, &words).into_bytes()),
        Weather::CutBefore => None,
        Weather::CutAfter => {
            let _ = ask(head, body, held);
            None
        }
        Weather::Slow(ms) => {
            std::thread::sleep(Duration::from_millis(ms));
            Some(ask(head, body, held))
        }
        Weather::Fair => Some(ask(head, body, held)),
    }
}

/// All of them or none.
fn take(body: &[u8], held: &mut Held) -> String {
    let statements = read(body);
    if held.most.is_some_and(|most| statements.len() > most) {
        return answer(413, "", "too many");
    }
    if held.poison.as_ref().is_some_and(|poison| statements.iter().any(|s| s.to_string().contains(poison))) {
        return answer(400, "", "{\"error\": \"a statement here is not to my taste\"}");
    }
    let id = |s: &Value| s["id"].as_str().expect("an id").to_owned();
    if statements.iter().any(|s| held.statements.get(&id(s)).is_some_and(|known| held.strict || known != s)) {
        return answer(409, "", "a statement with this id is there");
    }
    let new: Vec<&Value> = statements.iter().filter(|s| !held.statements.contains_key(&id(s))).collect();
    for statement in &new {
        held.order.push(id(statement));
        held.statements.insert(id(statement), (*statement).clone());
    }
    match new.is_empty() {
        true => "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n".to_owned(),
        false => answer(200, "", &json!(new.iter().map(|s| id(s)).collect::<Vec<_>>()).to_string()),
    }
}

fn get(head: &str, held: &Mutex<Held>) -> String {
    let held = held.lock().expect("whole");
    let address = head.split(' ').nth(1).expect("an address");
    let parameter = |name: &str| {
        let parameters = address.split_once('?').map_or("", |(_, all)| all).split('&');
        parameters.filter_map(|p| p.split_once('=')).find(|(n, _)| *n == name).map(|(_, value)| value.to_owned())
    };
    if let Some(id) = parameter("statementId") {
        return match held.statements.get(&id) {
            Some(statement) => answer(200, "", &statement.to_string()),
            None => answer(404, "", ""),
        };
    }
    let from: usize = parameter("from").and_then(|n| n.parse().ok()).unwrap_or(0);
    let page: Vec<&Value> = held.order.iter().rev().skip(from).take(held.page).map(|id| &held.statements[id]).collect();
    let next = from + page.len();
    let more = match &held.misleads {
        Some(elsewhere) => elsewhere.clone(),
        None if next < held.order.len() => format!("/xapi/statements?from={next}"),
        None => String::new(),
    };
    answer(200, "", &json!({ "statements": page, "more": more }).to_string())
}
