//! What `assets/model/cues.ron` holds: recipes of what is seen, each with its words, source and status.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::pace::SpeechCue;
use super::shown::{Breath, Eyes, Stance};
use crate::model::{Emotion, Variable};

/// The file as written. The fields are explained at its head, for whoever edits it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CuesFile {
    pub strengths: Strengths,
    pub speech: SpeechCue,
    pub calm: Rhythm,
    pub stirred: Rhythm,
    pub camera: Camera,
    pub arms: BTreeMap<Manner, MannerCue>,
    pub emotions: Vec<EmotionCue>,
    pub signs: Vec<Sign>,
}

/// How much of a recipe is seen at strength 1, 2 and 3.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strengths {
    pub slight: f32,
    pub clear: f32,
    pub strong: f32,
    pub words: String,
    pub source: String,
    pub status: String,
}

/// Breath and blinks at one level of arousal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    pub arousal: f64,
    pub breaths_per_minute: f32,
    /// How far the shoulders rise and fall, in the unit of [`Stance::shoulders`].
    pub breath_depth: f32,
    /// Shortest and longest time between two blinks.
    pub blink_secs: (f32, f32),
    pub words: String,
    pub source: String,
    pub status: String,
}

/// How near the camera stands.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Camera {
    /// From here to here it comes nearer.
    pub trust: (f64, f64),
    /// From here to here it gives room again.
    pub arousal: (f64, f64),
    /// How much of its way, 0 to 1.
    pub room: f32,
    pub words: String,
    pub source: String,
    pub status: String,
}

/// What arms do, as a manner; which pose that is depends on the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Manner {
    Rest,
    Open,
    Closed,
    Threatening,
    Guarded,
    Warding,
    Protesting,
    Thinking,
    Hiding,
    Covering,
    Relieved,
}

impl Manner {
    pub const ALL: [Manner; 11] = [
        Self::Rest,
        Self::Open,
        Self::Closed,
        Self::Threatening,
        Self::Guarded,
        Self::Warding,
        Self::Protesting,
        Self::Thinking,
        Self::Hiding,
        Self::Covering,
        Self::Relieved,
    ];
}

/// The usual pose of a manner.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MannerCue {
    pub pose: String,
    pub words: String,
    pub source: String,
    pub status: String,
}

/// A bid for the arms.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arms {
    pub manner: Manner,
    /// The share, 0 to 1, from which the entry moves the arms at all.
    pub from: f32,
    /// The highest wins.
    pub weight: u8,
}

/// How far an action unit goes, by side: near is the side turned toward us. Below 0 it takes that share away from the others.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub enum Amount {
    Both(f32),
    Near(f32),
    Far(f32),
    Sides(f32, f32),
}

impl Amount {
    /// Near, then far.
    pub fn sides(self) -> [f32; 2] {
        match self {
            Self::Both(amount) => [amount; 2],
            Self::Near(amount) => [amount, 0.0],
            Self::Far(amount) => [0.0, amount],
            Self::Sides(near, far) => [near, far],
        }
    }
}

/// What one entry moves.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Shows {
    pub units: BTreeMap<u8, Amount>,
    pub stance: Stance,
    pub arms: Option<Arms>,
    pub eyes: Option<Eyes>,
    pub nearness: f32,
    pub breath: Option<Breath>,
    pub sway: f32,
    pub voice: f32,
    /// 0 to 1, the share of the emotion's own signs that it takes away.
    pub quiets: f32,
}

/// What joins an emotion some time after it began.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Later {
    pub after_secs: f32,
    pub shows: Shows,
}

/// How an emotion comes and goes, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timing {
    pub onset: f32,
    pub apex: f32,
    pub offset: f32,
    /// What stays after the apex, 0 to 1.
    pub held: f32,
}

/// The recipe of one emotion.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmotionCue {
    pub emotion: Emotion,
    pub words: String,
    pub shows: Shows,
    #[serde(default = "Vec::new")]
    pub then: Vec<Later>,
    /// How much of it is seen in a calm person, 0 to 1.
    pub calm_share: f32,
    pub timing: Timing,
    pub source: String,
    pub status: String,
}

/// What a state adds to a face, whatever is felt.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sign {
    pub id: String,
    pub words: String,
    /// All of it must hold.
    pub when: Vec<When>,
    /// It passes after this time; without it, it stays as long as it holds.
    #[serde(default)]
    pub lasts_secs: Option<f32>,
    pub shows: Shows,
    pub source: String,
    pub status: String,
}

/// What a sign asks of the person.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub enum When {
    Feels(Vec<Emotion>),
    FeelsNone(Vec<Emotion>),
    /// Nothing at `from`, all of it at `full`, which may lie below.
    Grows {
        of: Variable,
        from: f64,
        full: f64,
    },
    Between {
        of: Variable,
        least: f64,
        below: f64,
    },
    /// The quantity rose since the last turn.
    Rises {
        of: Variable,
        by: f64,
        full: f64,
    },
    Falls {
        of: Variable,
        by: f64,
        full: f64,
    },
    ShutDown,
    Drunk {
        from: f64,
        full: f64,
    },
}
