//! The score as it is written in `assets/sound`.

use std::collections::BTreeMap;

use ron::extensions::Extensions;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::super::synth::Sound;

/// What is heard in each place, by its id.
pub type Tones = BTreeMap<String, Tone>;
/// What is heard at the nodes of conversations, by their ids.
pub type Scenes = BTreeMap<String, BTreeMap<String, Scene>>;

/// A sound without an end, and its level in dB.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Lasting(pub Sound, pub f32);

/// What is heard in a place.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tone {
    pub lasts: Vec<Lasting>,
    /// On coming in.
    pub arrive: Vec<Cue>,
    /// Now and then, without a picture.
    pub rare: Vec<Rare>,
    /// With what the picture does by itself, by the event's name.
    pub life: BTreeMap<String, Cue>,
    /// When talk has to stop.
    pub hazard: Option<Cue>,
    /// What an ear would know at once; may be empty.
    pub caption: String,
}

/// What is heard at a node, beside its place.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scene {
    /// From here on.
    pub lasts: Vec<Lasting>,
    /// What lasted from an earlier node ends.
    pub quiet: bool,
    pub once: Vec<Cue>,
    /// May be empty.
    pub caption: String,
}

/// A sound that comes once.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    pub sound: Sound,
    /// In dB, 0 as loud as it was made.
    pub level: f32,
    /// -1 left, 1 right.
    #[serde(default)]
    pub place: f32,
    /// Seconds until it begins.
    #[serde(default)]
    pub after: f32,
    /// May be empty.
    #[serde(default)]
    pub caption: String,
}

/// A sound that comes now and then.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rare {
    pub sound: Sound,
    /// In dB, 0 as loud as it was made.
    pub level: f32,
    #[serde(default)]
    pub place: f32,
    /// The least and the most seconds from one to the next.
    pub every: (f32, f32),
}

/// What ships parses, which a test holds it to; anything else would be silent.
pub fn parse<T: DeserializeOwned + Default>(text: &str) -> T {
    read(text).unwrap_or_default()
}

/// # Errors
/// `line:column: what is wrong`.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    options.from_str(text).map_err(|error| {
        let at = error.span.start;
        format!("{}:{}: {}", at.line, at.col, error.code)
    })
}
