//! One store over HTTP: what is asked of it, and what its answers mean.

use std::time::Duration;

use serde_json::Value;
use ureq::http::Response;
use ureq::{Agent, Body};

use super::{Credential, Setup};

/// Statements are right by 1.0.3 and by 2.0; every store understands the former.
const VERSION: (&str, &str) = ("X-Experience-API-Version", "1.0.3");
/// How long an answer is waited for, in seconds; less than a sender holds what it sends.
const PATIENCE: u64 = 60;
/// The largest answer that is read, in bytes: the words of a refusal, and a page of statements.
const MOST_WORDS: u64 = 1 << 16;
const MOST_PAGE: u64 = 64 << 20;

/// A store that can be asked.
#[derive(Debug)]
pub struct Wire {
    agent: Agent,
    endpoint: String,
    credential: Credential,
}

/// What a store makes of statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has them.
    Taken,
    /// It has something else under one of the ids.
    Conflict(String),
    /// It does not understand one of them.
    Malformed(String),
    /// It wants fewer at once.
    TooLarge(String),
    /// Now was not the moment.
    Later(Later),
    /// Somebody has to do something first.
    Stop(String),
}

/// Why not now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// Not before so many milliseconds have gone.
    pub after: i64,
    pub why: String,
}

impl Wire {
    pub fn new(setup: &Setup, credential: Credential) -> Self {
        Self::with_patience(setup, credential, Duration::from_secs(PATIENCE))
    }

    /// As [`Wire::new`], with another time to wait for an answer.
    pub fn with_patience(setup: &Setup, credential: Credential, patience: Duration) -> Self {
        let mut config = Agent::config_builder()
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            // a redirected POST would become a GET, and its answer would be taken for the store's
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("alongside");
        if setup.is_here() {
            config = config.proxy(None);
        }
        Self { agent: Agent::new_with_config(config.build()), endpoint: setup.endpoint.clone(), credential }
    }

    /// Sends statements, each as it stands in the outbox.
    pub fn post(&self, statements: &[&str]) -> Answer {
        let body = format!("[{}]", statements.join(","));
        let request = self.agent.post(format!("{}/statements", self.endpoint));
        let sent = request
            .header(VERSION.0, VERSION.1)
            .header("Authorization", self.credential.header())
            .header("Content-Type", "application/json")
            .send(body.as_bytes());
        match sent {
            Ok(response) => self.judge(response),
            Err(error) => self.unreached(&error),
        }
    }

    fn judge(&self, mut response: Response<Body>) -> Answer {
        let (status, after) = (response.status().as_u16(), asked_to_wait(&response));
        let words = match response.body_mut().with_config().limit(MOST_WORDS).lossy_utf8(true).read_to_string() {
            Ok(words) => words,
            Err(ureq::Error::BodyExceedsLimit(_)) => String::new(),
            // whether it took them is not known: asking again is safe
            Err(error) => return self.unreached(&error),
        };
        let told = || self.credential.scrub(&format!("the store answered {status}: {words}"));
        match status {
            204 => Answer::Taken,
            200..=299 if serde_json::from_str::<Vec<String>>(&words).is_ok() => Answer::Taken,
            400 | 422 => Answer::Malformed(told()),
            409 => Answer::Conflict(told()),
            413 => Answer::TooLarge(told()),
            408 | 425 | 429 | 500..=599 => Answer::Later(Later { after, why: told() }),
            401 | 403 => Answer::Stop(format!("the store does not know who sends ({status}); check the credential")),
            _ => Answer::Stop(format!("what answers there is no store ({status}); check the address")),
        }
    }

    fn unreached(&self, error: &ureq::Error) -> Answer {
        let why = self.credential.scrub(&format!("the store could not be reached ({error})"));
        match error {
            ureq::Error::BadUri(_) => Answer::Stop(why),
            _ => Answer::Later(Later { after: 0, why }),
        }
    }

    /// The statement that the store has under an id; none where it has none.
    ///
    /// # Errors
    /// Any answer that does not say.
    pub fn statement(&self, id: uuid::Uuid) -> Result<Option<Value>, Answer> {
        let found = self.get(&format!("{}/statements?statementId={id}", self.endpoint))?;
        let Some(found) = found else { return Ok(None) };
        // the standard has the statement alone, some stores a list of one
        match found.get("statements").and_then(Value::as_array) {
            Some(list) => Ok(list.first().cloned()),
            None => Ok(Some(found)),
        }
    }

    /// What lies at an address of the store; none where nothing does.
    ///
    /// # Errors
    /// Any answer that does not say.
    pub fn get(&self, address: &str) -> Result<Option<Value>, Answer> {
        let request = self.agent.get(address);
        let asked = request.header(VERSION.0, VERSION.1).header("Authorization", self.credential.header()).call();
        let mut response = asked.map_err(|error| self.unreached(&error))?;
        match response.status().as_u16() {
            404 => Ok(None),
            200 => {
                let text = response.body_mut().with_config().limit(MOST_PAGE).read_to_string();
                let text = text.map_err(|error| self.unreached(&error))?;
                let read = serde_json::from_str(&text);
                read.map(Some).map_err(|_| Answer::Stop("what answers there is no store; check the address".to_owned()))
            }
            _ => Err(self.judge(response)),
        }
    }

    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }
}

/// The wait that the store asks for, in milliseconds.
fn asked_to_wait(response: &Response<Body>) -> i64 {
    let asked = response.headers().get("Retry-After").and_then(|value| value.to_str().ok());
    asked.and_then(|secs| secs.trim().parse::<i64>().ok()).map_or(0, |secs| secs.clamp(0, 86_400) * 1000)
}
