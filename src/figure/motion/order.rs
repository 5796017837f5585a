//! How fast each part of a person moves, and in which order the parts set out (ART, section 7).

use crate::model::cue::Look;

/// Parts that move alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Lids,
    Brows,
    Cheeks,
    Mouth,
    Head,
    Shoulders,
    Pupils,
    Blush,
    /// How near they stand.
    Feet,
}

impl Part {
    pub fn of_unit(number: u8) -> Self {
        match number {
            1..=4 => Self::Brows,
            5 | 7 | 43..=46 => Self::Lids,
            6 | 9 | 11 | 38 | 39 => Self::Cheeks,
            _ => Self::Mouth,
        }
    }

    /// Of its spring. Pupils, blush and feet are our choice.
    fn frequency(self) -> f32 {
        match self {
            Self::Lids | Self::Brows => 18.0,
            Self::Mouth => 14.0,
            Self::Cheeks => 9.0,
            Self::Head => 6.0,
            Self::Shoulders => 4.0,
            Self::Pupils => 3.0,
            Self::Feet => 2.2,
            Self::Blush => 1.2,
        }
    }

    /// When it sets out after the eyes, in seconds.
    fn wait(self) -> f32 {
        match self {
            Self::Lids | Self::Pupils => 0.04,
            Self::Brows => 0.07,
            Self::Cheeks | Self::Mouth => 0.14,
            Self::Head => 0.2,
            Self::Shoulders | Self::Feet => 0.35,
            Self::Blush => 0.6,
        }
    }
}

/// How one look goes over into the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Pace {
    /// 1 is an ordinary onset; 2 is twice as fast.
    onset: f32,
    offset: f32,
    /// No face unit takes longer than this to be gone, in seconds.
    gone_by: f32,
}

/// The onset that the frequencies above make.
const ORDINARY_ONSET: f32 = 0.3;
/// 90 % of a spring's way, as frequency times seconds.
const NINE_TENTHS: f32 = 3.89;

impl Pace {
    /// What fades, fades as the look it belonged to says; what comes, comes as the new one says.
    pub fn between(from: &Look, to: &Look) -> Self {
        let (onset, offset) = (to.onset_secs.max(0.05), from.offset_secs.max(0.05));
        Self { onset: ORDINARY_ONSET / onset, offset: ORDINARY_ONSET / offset, gone_by: offset * 1.28 }
    }

    /// Frequency of an action unit that grows.
    pub fn grows(self, part: Part) -> f32 {
        part.frequency() * self.onset
    }

    /// Frequency of an action unit that fades.
    pub fn fades(self, part: Part) -> f32 {
        (part.frequency() * self.offset).max(NINE_TENTHS / self.gone_by)
    }

    /// Frequency of head and body, which hurry less and dawdle less than a face.
    pub fn moves(self, part: Part) -> f32 {
        part.frequency() * self.onset.sqrt().clamp(0.6, 1.6)
    }

    /// When a part sets out. A quick change is quick in its order too.
    pub fn wait(self, part: Part) -> f32 {
        self.hurried(part.wait())
    }

    pub fn hurried(self, secs: f32) -> f32 {
        secs / self.onset.max(1.0)
    }
}
