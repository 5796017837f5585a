//! What is seen of a person, as plain values: looks over time, and the still that stands for them.

use serde::Deserialize;

/// An action unit by its FACS number, 0 to 1 on the side turned toward us (`near`) and on the other (`far`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    pub number: u8,
    pub near: f32,
    pub far: f32,
}

/// How head, eyes and body differ from the way this person stands at rest. All 0 is at rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Stance {
    /// Degrees the head turns toward the officer; below 0 away.
    pub face_toward: f32,
    /// Degrees the body turns toward the officer; below 0 away.
    pub body_toward: f32,
    /// Degrees; below 0 the chin is up.
    pub chin_down: f32,
    /// Degrees to the officer's side.
    pub head_tilt: f32,
    /// -1 to 1.
    pub eyes_toward: f32,
    /// -1 to 1, up to down.
    pub eyes_down: f32,
    /// -1 low to 1 high.
    pub shoulders: f32,
    /// 0 to 1, the body made small.
    pub shrink: f32,
    /// Degrees toward the officer.
    pub lean: f32,
    /// How far the head sinks, in hundredths of half a head.
    pub head_drop: f32,
    /// 0 to 1.
    pub wide_pupils: f32,
    /// 0 to 1.
    pub blush: f32,
}

/// How the eyes behave.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eyes {
    /// Shortest and longest time they stay on one point.
    pub hold_secs: (f32, f32),
    /// How far they stray from where they look, 0 to 1.
    pub wander: f32,
    /// Share of looks that avoid the officer, 0 to 1.
    pub away: f32,
}

/// A breath unlike the others, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Breath {
    Gasp,
    /// One long breath out.
    Sigh,
}

/// Everything that is seen at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// By number, each once.
    pub units: Vec<Unit>,
    pub stance: Stance,
    /// A pose of the arms by name.
    pub arms: String,
    pub breaths_per_minute: f32,
    /// How far the shoulders rise and fall, in the unit of [`Stance::shoulders`].
    pub breath_depth: f32,
    /// A breath that begins with this look, or goes on from the one before it.
    pub breath: Option<Breath>,
    /// 0 far to 1 close.
    pub nearness: f32,
    pub eyes: Eyes,
    /// Shortest and longest time between two blinks.
    pub blink_secs: (f32, f32),
    /// How much head and body sway; 1 is ordinary.
    pub sway: f32,
    /// How wide the mouth opens to speak; 1 is ordinary.
    pub voice: f32,
    /// How long the face takes to get here, and to let go of it again.
    pub onset_secs: f32,
    pub offset_secs: f32,
}

impl Look {
    /// An action unit's amount, near and far; nothing where the look does not use it.
    pub fn unit(&self, number: u8) -> [f32; 2] {
        self.units.iter().find(|unit| unit.number == number).map_or([0.0; 2], |unit| [unit.near, unit.far])
    }
}

/// One of the things that show, and how much of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// An emotion's id or that of a sign; [`super::Cues::words`] has its words.
    pub id: String,
    /// 0 to 1.
    pub share: f32,
}

/// What is seen of a person from one line to the next.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Each look with the second it begins at; never empty, the first at 0. The last stays.
    pub looks: Vec<(f32, Look)>,
    /// The look that stands for them all, where nothing may move.
    pub still: Look,
    /// The strongest first.
    pub seen: Vec<Seen>,
    /// How near the camera stands, 0 with all the room there is to 1.
    pub closeness: f32,
}
