//! How one person differs from the usual: what their arms do, and how their face shows what they feel.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::Deserialize;

use super::check::known_pose;
use super::file::{Amount, Manner, Timing};
use super::{Cues, UNITS};
use crate::model::Emotion;

/// One person's own way to show what goes on in them. The default is the way of the recipes in `assets/model/cues.ron`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Habits {
    /// A manner of the arms, and the pose this person has for it.
    pub arms: BTreeMap<Manner, String>,
    pub faces: Faces,
}

/// How feelings show in one person's face, head and body.
///
/// A reserved person shows less of everything, a lively one more; one bites back anger, another laughs off shame. Whatever
/// stands here, every feeling stays readable: [`Habits::check`] refuses what lies outside the ranges below and what would be
/// taken for another feeling, and strength overall and for one emotion together keep within [`Faces::SEEN`].
///
/// ```ron
/// habits: (
///     arms: {Rest: "glass"},
///     faces: (
///         strength: 0.9, body: 1.2, lasting: 0.8,
///         emotions: {Anger: (strength: 0.9, units: {24: Both(0.3), 5: Both(-0.3)})},
///     ),
/// )
/// ```
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faces {
    /// Factor of the action units of every emotion, 0.75 to 1.3.
    pub strength: f32,
    /// Factor of how far head, eyes and body join in, 0.7 to 1.4.
    pub body: f32,
    /// Factor of how long a face stays at its height and takes to go, 0.6 to 1.6. A surprise is over in its own time.
    pub lasting: f32,
    /// What is different with single emotions.
    pub emotions: BTreeMap<Emotion, OwnWay>,
}

/// How one person shows one emotion.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OwnWay {
    /// Factor beside [`Faces::strength`], 0.75 to 1.3.
    pub strength: f32,
    /// Action units that join in, up to 0.4, or, below 0, lose their share, down to -0.4. They come and go with the emotion.
    pub units: BTreeMap<u8, Amount>,
}

impl Default for Faces {
    fn default() -> Self {
        Self { strength: 1.0, body: 1.0, lasting: 1.0, emotions: BTreeMap::new() }
    }
}

impl Default for OwnWay {
    fn default() -> Self {
        Self { strength: 1.0, units: BTreeMap::new() }
    }
}

const STRENGTH: RangeInclusive<f32> = 0.75..=1.3;
const BODY: RangeInclusive<f32> = 0.7..=1.4;
const LASTING: RangeInclusive<f32> = 0.6..=1.6;
const OWN_UNIT: RangeInclusive<f32> = -0.4..=0.4;
/// More units than these of their own would be another face.
const MOST_OWN_UNITS: usize = 3;

impl Faces {
    /// The share of a recipe that is seen at least and at most, whatever the factors: our choice.
    pub const SEEN: RangeInclusive<f32> = 0.75..=1.3;

    /// How much of an emotion's action units this person shows, beside the usual 1.
    pub fn strength_of(&self, emotion: Emotion) -> f32 {
        let own = self.emotions.get(&emotion).map_or(1.0, |own| own.strength);
        (self.strength * own).clamp(*Self::SEEN.start(), *Self::SEEN.end())
    }

    /// What they add to an emotion, or take from it.
    pub fn units_of(&self, emotion: Emotion) -> Option<&BTreeMap<u8, Amount>> {
        self.emotions.get(&emotion).map(|own| &own.units)
    }

    /// How an emotion comes and goes in this person.
    pub(super) fn timing(&self, emotion: Emotion, usual: Timing) -> Timing {
        if emotion == Emotion::Surprise {
            return usual;
        }
        Timing { apex: usual.apex * self.lasting, offset: usual.offset * self.lasting, ..usual }
    }

    fn check(&self) -> Result<(), String> {
        within("strength", self.strength, STRENGTH)?;
        within("body", self.body, BODY)?;
        within("lasting", self.lasting, LASTING)?;
        self.emotions.iter().try_for_each(|(emotion, own)| {
            own.check()
                .and_then(|()| Cues::shipped().keeps_readable(self, *emotion).map_err(mistaken))
                .map_err(|e| format!("{}: {e}", emotion.id()))
        })
    }
}

impl OwnWay {
    fn check(&self) -> Result<(), String> {
        within("strength", self.strength, STRENGTH)?;
        if self.units.len() > MOST_OWN_UNITS {
            return Err(format!("at most {MOST_OWN_UNITS} action units of one's own"));
        }
        for (number, amount) in &self.units {
            if !UNITS.contains(number) {
                return Err(format!("no face here has the action unit {number}"));
            }
            amount.sides().into_iter().try_for_each(|side| within(&format!("action unit {number}"), side, OWN_UNIT))?;
        }
        Ok(())
    }
}

impl Habits {
    /// # Errors
    /// Names a pose that no figure has, or a quantity outside of its range.
    pub fn check(&self) -> Result<(), String> {
        self.arms.values().try_for_each(|pose| known_pose(pose))?;
        self.faces.check()
    }

    /// The pose this person has for a manner, where it is not the usual one.
    pub fn pose(&self, manner: Manner) -> Option<&str> {
        self.arms.get(&manner).map(String::as_str)
    }
}

fn mistaken(other: Emotion) -> String {
    format!("with these action units of one's own it would be taken for {}", other.id())
}

fn within(what: &str, value: f32, range: RangeInclusive<f32>) -> Result<(), String> {
    if range.contains(&value) {
        return Ok(());
    }
    Err(format!("{what} goes from {} to {}, not to {value}", range.start(), range.end()))
}
