//! The names of things in statements: verbs, activities and extensions, those of others and our own.

/// What our own names begin with where nobody chose another beginning. Names, not pages: `example` belongs to nobody, for good
/// (RFC 2606), so that no stranger can ever answer there.
pub const BASE: &str = "https://alongside.example/xapi";

/// What somebody did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    Launched,
    Initialized,
    Chose,
    Completed,
    Passed,
    Failed,
    Terminated,
}

impl Verb {
    pub const ALL: [Self; 7] =
        [Self::Launched, Self::Initialized, Self::Chose, Self::Completed, Self::Passed, Self::Failed, Self::Terminated];

    /// As it is shown, and the end of its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Launched => "launched",
            Self::Initialized => "initialized",
            Self::Chose => "chose",
            Self::Completed => "completed",
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Terminated => "terminated",
        }
    }

    /// Its name; all but ours are those that cmi5 uses.
    pub fn iri(self, base: &str) -> String {
        match self {
            Self::Chose => format!("{base}/verbs/chose"),
            other => format!("http://adlnet.gov/expapi/verbs/{}", other.word()),
        }
    }
}

pub const SIMULATION: &str = "http://adlnet.gov/expapi/activities/simulation";
pub const INTERACTION: &str = "http://adlnet.gov/expapi/activities/cmi.interaction";
pub const COURSE: &str = "http://adlnet.gov/expapi/activities/course";
pub const PROFILE: &str = "http://adlnet.gov/expapi/activities/profile";
/// The mark to pass, 0 to 1 (cmi5, 9.6.3.2).
pub const MASTERY: &str = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

/// The profile that statements say they follow.
pub fn profile(base: &str) -> String {
    format!("{base}/profile/v1")
}

/// The type of a group of trainees, of a conversation over all versions of its scenario, and of a case.
pub fn activity_type(base: &str, word: &str) -> String {
    format!("{base}/activity-types/{word}")
}

/// A scenario over all its versions.
pub fn conversation(base: &str, scenario: &str) -> String {
    format!("{base}/conversations/{}", segment(scenario))
}

/// A story in several conversations.
pub fn case(base: &str, case: &str) -> String {
    format!("{base}/cases/{}", segment(case))
}

/// A scenario as it stood.
pub fn scenario(base: &str, scenario: &str, hash: &str) -> String {
    format!("{base}/scenarios/{}/{}", segment(scenario), segment(hash))
}

/// One moment of a scenario as it stood.
pub fn node(base: &str, in_scenario: &str, hash: &str, node: &str) -> String {
    format!("{}/nodes/{}", scenario(base, in_scenario, hash), segment(node))
}

/// One of our extensions.
pub fn extension(base: &str, word: &str) -> String {
    format!("{base}/extensions/{word}")
}

/// Whether this can name something: a scheme, and no sign that an address may not hold.
pub fn names_something(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let begins = scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    let barred = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
    begins
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        && !rest.trim_matches('/').is_empty()
        && !rest.contains(barred)
}

/// One part of an address: all but the unreserved signs as %XX.
pub fn segment(text: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~".contains(&b);
    text.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::{names_something, segment};

    #[test]
    fn what_an_address_may_not_hold_is_written_as_its_number() {
        assert_eq!(segment("the-olive-door"), "the-olive-door");
        assert_eq!(segment("a b/ü"), "a%20b%2F%C3%BC");
    }

    #[test]
    fn a_name_needs_a_scheme() {
        let names = ["https://academy.example", "urn:x:y", "academy.example", "https://", "https://a b", ":x", "1a:b"];
        assert_eq!(names.map(names_something), [true, true, false, false, false, false, false]);
    }
}
