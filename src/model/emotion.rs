//! What a person feels and what they lack.

use serde::{Deserialize, Serialize};

/// The ten emotions that have a face in `assets/model/cues.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Emotion {
    Anger,
    Fear,
    Sadness,
    Shame,
    Contempt,
    Disgust,
    Surprise,
    Joy,
    Embarrassment,
    Relief,
}

impl Emotion {
    pub const ALL: [Emotion; 10] = [
        Self::Anger,
        Self::Fear,
        Self::Sadness,
        Self::Shame,
        Self::Contempt,
        Self::Disgust,
        Self::Surprise,
        Self::Joy,
        Self::Embarrassment,
        Self::Relief,
    ];

    /// The id used in data files and replay documents.
    pub fn id(self) -> &'static str {
        match self {
            Self::Anger => "anger",
            Self::Fear => "fear",
            Self::Sadness => "sadness",
            Self::Shame => "shame",
            Self::Contempt => "contempt",
            Self::Disgust => "disgust",
            Self::Surprise => "surprise",
            Self::Joy => "joy",
            Self::Embarrassment => "embarrassment",
            Self::Relief => "relief",
        }
    }
}

/// An emotion with its strength, 1 (slight) to 3 (strong).
pub type Feeling = (Emotion, u8);

/// The lowest unmet need, from the most basic up (after Maslow 1943; used as a teaching map, its strict order has weak support).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Need {
    Physio,
    Safety,
    Belonging,
    Esteem,
    Growth,
}

impl Need {
    pub fn id(self) -> &'static str {
        match self {
            Self::Physio => "physio",
            Self::Safety => "safety",
            Self::Belonging => "belonging",
            Self::Esteem => "esteem",
            Self::Growth => "growth",
        }
    }
}
