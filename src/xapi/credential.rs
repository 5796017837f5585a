//! Who sends: taken from the surroundings or from the system's keyring at the moment of sending, and kept nowhere else.

use std::fmt;

use super::base64;

/// Both together name who sends.
pub const USER: &str = "ALONGSIDE_XAPI_USER";
pub const PASSWORD: &str = "ALONGSIDE_XAPI_PASSWORD";
/// The same in one, as `user:password`: how many stores hand it out.
pub const KEY: &str = "ALONGSIDE_XAPI_KEY";

/// A user and a password. It shows itself to nobody.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    user: String,
    password: String,
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(hidden)")
    }
}

/// Where a credential was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Surroundings,
    Keyring,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Surroundings => "from the environment",
            Self::Keyring => "from the system's keyring",
        })
    }
}

impl Credential {
    pub fn new(user: &str, password: &str) -> Self {
        Self { user: user.to_owned(), password: password.to_owned() }
    }

    /// What the surroundings say, else what the keyring has for this store.
    ///
    /// # Errors
    /// Says where it was looked for in vain.
    pub fn find(endpoint: &str) -> Result<(Self, Place), String> {
        if let Some(found) = Self::from(|name| std::env::var(name).ok())? {
            return Ok((found, Place::Surroundings));
        }
        match keyring::get(endpoint)?.and_then(|pair| Self::pair(&pair)) {
            Some(found) => Ok((found, Place::Keyring)),
            None => Err(format!(
                "nothing says who sends; set {USER} and {PASSWORD}, or put them into the keyring with `alongside xapi setup --user NAME`"
            )),
        }
    }

    /// What the surroundings say, by whoever reads them.
    ///
    /// # Errors
    /// Where they say half of it.
    pub fn from(read: impl Fn(&str) -> Option<String>) -> Result<Option<Self>, String> {
        let said = |name| read(name).filter(|value: &String| !value.is_empty());
        match (said(USER), said(PASSWORD), said(KEY)) {
            (Some(user), Some(password), _) => Ok(Some(Self { user, password })),
            (Some(_), None, _) => Err(format!("{USER} is set and {PASSWORD} is not; set both")),
            (None, Some(_), _) => Err(format!("{PASSWORD} is set and {USER} is not; set both")),
            (None, None, Some(key)) => match Self::pair(&key) {
                Some(found) => Ok(Some(found)),
                None => Err(format!("{KEY} has no colon; write it as user:password")),
            },
            (None, None, None) => Ok(None),
        }
    }

    fn pair(text: &str) -> Option<Self> {
        text.split_once(':').map(|(user, password)| Self::new(user, password))
    }

    /// Puts it into the system's keyring, for this store.
    ///
    /// # Errors
    /// What the keyring says, or that this build knows none.
    pub fn keep(&self, endpoint: &str) -> Result<(), String> {
        if self.user.contains(':') {
            return Err("a user's name cannot hold a colon".to_owned());
        }
        keyring::set(endpoint, &format!("{}:{}", self.user, self.password))
    }

    /// As it goes over the wire (RFC 7617).
    pub(super) fn header(&self) -> String {
        format!("Basic {}", self.token())
    }

    fn token(&self) -> String {
        base64::encode(format!("{}:{}", self.user, self.password).as_bytes())
    }

    /// A stranger's words in one line, shortened, and without the credential should they hold it.
    pub(super) fn scrub(&self, words: &str) -> String {
        let mut words = words.to_owned();
        for secret in [self.token(), self.password.clone()] {
            if !secret.is_empty() {
                words = words.replace(&secret, "(hidden)");
            }
        }
        let line: Vec<&str> =
            words.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
        line.join(" ").chars().take(MOST_WORDS).collect()
    }
}

/// So many characters of a store's words are kept.
const MOST_WORDS: usize = 300;

#[cfg(feature = "keyring")]
mod keyring {
    //! The system's keyring: one entry for each store.

    use ::keyring::{Entry, Error};

    const SERVICE: &str = "alongside xapi";

    pub(super) fn get(endpoint: &str) -> Result<Option<String>, String> {
        match Entry::new(SERVICE, endpoint).and_then(|entry| entry.get_password()) {
            Ok(pair) => Ok(Some(pair)),
            // where there is no keyring, nothing is in it
            Err(Error::NoEntry | Error::NoDefaultStore | Error::NoStorageAccess(_) | Error::PlatformFailure(_)) => {
                Ok(None)
            }
            Err(_) => Err("the system's keyring could not be read".to_owned()),
        }
    }

    pub(super) fn set(endpoint: &str, pair: &str) -> Result<(), String> {
        let put = Entry::new(SERVICE, endpoint).and_then(|entry| entry.set_password(pair));
        put.map_err(|_| {
            format!("this system's keyring does not take it; set {} and {} instead", super::USER, super::PASSWORD)
        })
    }
}

#[cfg(not(feature = "keyring"))]
mod keyring {
    //! A build without the system's keyring.

    pub(super) fn get(_endpoint: &str) -> Result<Option<String>, String> {
        Ok(None)
    }

    pub(super) fn set(_endpoint: &str, _pair: &str) -> Result<(), String> {
        Err(format!("this build knows no keyring; set {} and {} instead", super::USER, super::PASSWORD))
    }
}

#[cfg(test)]
mod tests {
    use super::{Credential, KEY, PASSWORD, USER};

    #[test]
    fn it_is_taken_whole_or_not_at_all() {
        let from = |said: &[(&str, &str)]| {
            let said: Vec<(String, String)> = said.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
            Credential::from(|name| said.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()))
        };
        let both = Ok(Some(Credential::new("ann", "x:y")));
        assert_eq!(from(&[(USER, "ann"), (PASSWORD, "x:y")]), both);
        assert_eq!(from(&[(KEY, "ann:x:y")]), both);
        assert_eq!(from(&[(USER, "")]), Ok(None));
        for half in [(USER, "ann"), (PASSWORD, "hush"), (KEY, "hush")] {
            let why = from(&[half]).expect_err("half of it");
            assert!(!why.contains("hush"), "{why}");
        }
    }

    #[test]
    fn it_shows_itself_to_nobody() {
        let credential = Credential::new("ann", "hush-hush");
        assert_eq!(format!("{credential:?}"), "Credential(hidden)");
        let words = format!("no \n{} for\u{1b} hush-hush", credential.header());
        assert_eq!(credential.scrub(&words), "no Basic (hidden) for (hidden)");
        assert_eq!(credential.scrub(&"x".repeat(5000)).len(), 300);
    }
}
