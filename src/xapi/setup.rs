//! Where the statements go and what they say of the place they come from: one setting of the records.

use serde::{Deserialize, Serialize};

use super::iri;
use crate::records::{Records, Trouble};

const SETTING: &str = "xapi";
/// The largest batch that is sent at once.
pub const MOST_AT_ONCE: usize = 50;

/// A store that is set up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Setup {
    /// What stands before `/statements`.
    pub endpoint: String,
    /// Whose numbers the trainees have: `homePage` of their accounts.
    pub home: String,
    /// What the names of our own verbs, activities and extensions begin with.
    pub base: String,
    pub course: Option<String>,
    pub class: Option<String>,
    /// Statements sent at once, 1 to 50.
    pub batch: usize,
    /// Plain http may be used beyond this machine.
    pub insecure: bool,
    /// The share of the points that passes an assessment, 0 to 1; our choice, not a norm.
    pub mastery: f64,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            endpoint: String::new(),
            home: iri::BASE.to_owned(),
            base: iri::BASE.to_owned(),
            course: None,
            class: None,
            batch: MOST_AT_ONCE,
            insecure: false,
            mastery: 0.6,
        }
    }
}

impl Setup {
    /// The store that these records are set up for; none where they are for none.
    ///
    /// # Errors
    /// What the disk says, or that the setting is none of ours.
    pub fn of(records: &Records) -> Result<Option<Self>, Trouble> {
        let Some(text) = records.setting(SETTING)? else { return Ok(None) };
        let read: Result<Self, _> = serde_json::from_str(&text);
        let setup = read.map_err(|e| e.to_string()).and_then(Self::checked);
        let again = |why| Trouble::Other(format!("the store of statements has to be set up again ({why})"));
        setup.map(Some).map_err(again)
    }

    /// Sets the store up, or with `None` sends nothing from now on.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keep(setup: Option<&Self>, records: &Records) -> Result<(), Trouble> {
        let text = setup.map(serde_json::to_string).transpose().map_err(|e| Trouble::Other(e.to_string()))?;
        records.set(SETTING, text.as_deref())
    }

    /// The same in its usual form.
    ///
    /// # Errors
    /// Says what is not as it must be.
    pub fn checked(mut self) -> Result<Self, String> {
        let endpoint = self.endpoint.trim().trim_end_matches('/');
        self.endpoint = endpoint.strip_suffix("/statements").unwrap_or(endpoint).to_owned();
        let host = host(&self.endpoint)?;
        if self.endpoint.starts_with("http:") && !is_this_machine(host) && !self.insecure {
            return Err(format!(
                "\"{}\" sends everything readable by whoever is in between; use https, or --insecure where nobody is",
                self.endpoint
            ));
        }
        self.base = self.base.trim_end_matches('/').to_owned();
        let named = [Some(&self.home), Some(&self.base), self.course.as_ref(), self.class.as_ref()];
        if let Some(other) = named.into_iter().flatten().find(|name| !iri::names_something(name)) {
            return Err(format!("\"{other}\" is no IRI; write it like https://academy.example/courses/basic"));
        }
        if !(1..=MOST_AT_ONCE).contains(&self.batch) {
            return Err(format!("a batch of {} statements cannot be sent; choose 1 to {MOST_AT_ONCE}", self.batch));
        }
        if !(0.0..=1.0).contains(&self.mastery) {
            return Err(format!("nobody can pass with {}; choose a share from 0 to 1", self.mastery));
        }
        Ok(self)
    }

    /// Whether it is reached without leaving this machine.
    pub fn is_here(&self) -> bool {
        host(&self.endpoint).is_ok_and(is_this_machine)
    }
}

/// The host of an address that may be a store's.
fn host(endpoint: &str) -> Result<&str, String> {
    let rest = endpoint.strip_prefix("https://").or_else(|| endpoint.strip_prefix("http://"));
    let Some(rest) = rest.filter(|rest| iri::names_something(endpoint) && !rest.contains(['?', '#'])) else {
        return Err(format!("\"{endpoint}\" is no store's address; write it like https://store.example/xapi"));
    };
    let place = rest.split('/').next().unwrap_or(rest);
    if place.contains('@') {
        return Err(
            "the user and password do not belong in the address, which is kept; see `alongside xapi setup --help`"
                .to_owned(),
        );
    }
    match place.strip_prefix('[') {
        Some(six) => Ok(six.split(']').next().unwrap_or(six)),
        None => Ok(place.split(':').next().unwrap_or(place)),
    }
}

fn is_this_machine(host: &str) -> bool {
    let number: Option<std::net::IpAddr> = host.parse().ok();
    host.eq_ignore_ascii_case("localhost") || number.is_some_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::Setup;

    fn endpoint(text: &str) -> Result<String, String> {
        let setup = Setup { endpoint: text.to_owned(), ..Setup::default() };
        setup.checked().map(|setup| setup.endpoint)
    }

    #[test]
    fn an_address_is_brought_to_its_usual_form() {
        for text in
            ["https://store.example/xapi", "https://store.example/xapi/", "https://store.example/xapi/statements/"]
        {
            assert_eq!(endpoint(text).as_deref(), Ok("https://store.example/xapi"));
        }
    }

    #[test]
    fn plain_http_stays_on_this_machine_unless_it_was_asked_for() {
        for here in ["http://127.0.0.1:8100/xAPI", "http://localhost/x", "http://[::1]:80/x"] {
            assert!(endpoint(here).is_ok(), "{here}");
        }
        for there in ["http://store.example/xapi", "http://127.0.0.1.evil.example/x", "http://localhost.evil.example/"]
        {
            assert!(endpoint(there).is_err_and(|why| why.contains("use https")), "{there}");
        }
        let asked = Setup { endpoint: "http://store.example".into(), insecure: true, ..Setup::default() };
        assert!(asked.checked().is_ok());
    }

    #[test]
    fn a_credential_in_the_address_is_not_taken() {
        let why = endpoint("https://user:secret@store.example/").expect_err("not taken");
        assert!(why.starts_with("the user and password") && !why.contains("secret"), "{why}");
        assert!(endpoint("ftp://store.example").is_err() && endpoint("https://a?b=c").is_err());
    }
}
