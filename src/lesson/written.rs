//! What stands in a drill's file, as `ron` and serde read it.

use serde::Deserialize;

use super::Utterance;
use crate::model::{Feeling, Need, State};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Drill")]
pub(super) struct DrillFile {
    pub skill: String,
    pub say: String,
    pub uses: Vec<Name>,
    pub example: ExampleFile,
    pub own: Vec<String>,
    pub tries: Vec<TryFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Example")]
pub(super) struct ExampleFile {
    pub said: Utterance,
    pub line: String,
    #[serde(default)]
    pub deed: bool,
    pub then: Utterance,
    pub kept: String,
    #[serde(default)]
    pub added: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Try")]
pub(super) struct TryFile {
    pub before: String,
    pub place: String,
    pub person: PersonFile,
    pub said: Utterance,
    pub lines: Vec<LineFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Person")]
pub(super) struct PersonFile {
    pub name: String,
    pub looks: String,
    pub starts: State,
    pub need: Need,
    pub feels: Feeling,
    #[serde(default)]
    pub history: f64,
    #[serde(default)]
    pub triggers: Vec<Name>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Line")]
pub(super) struct LineFile {
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub deed: String,
    #[serde(default)]
    pub silence: bool,
    #[serde(default)]
    pub uses: Vec<Name>,
    #[serde(default)]
    pub label: Option<Feeling>,
    #[serde(default)]
    pub need: Option<Need>,
    pub then: Utterance,
    pub note: String,
}

/// A technique as scenarios write it: `ComplexReflection`.
pub(super) struct Name(pub String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_identifier(Word).map(Self)
    }
}

struct Word;

impl serde::de::Visitor<'_> for Word {
    type Value = String;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name of a technique")
    }

    fn visit_str<E>(self, word: &str) -> Result<String, E> {
        Ok(word.to_owned())
    }
}
