//! What a face and a body do at one moment: FACS action units and a posture.

use std::ops::Index;

use crate::cast::Look;
use crate::cast::poses::Surface;

/// A side of the person's own face: FACS "R" and "L".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Right,
    Left,
}

impl Side {
    pub const BOTH: [Self; 2] = [Self::Right, Self::Left];

    /// The other one.
    pub const fn other(self) -> Self {
        match self {
            Self::Right => Self::Left,
            Self::Left => Self::Right,
        }
    }

    /// -1 for the person's right, which is the viewer's left; 1 for the other.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Right => -1.0,
            Self::Left => 1.0,
        }
    }
}

/// One of something for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sides<T>([T; 2]);

impl<T> Sides<T> {
    pub fn of(make: impl FnMut(Side) -> T) -> Self {
        Self(Side::BOTH.map(make))
    }
}

impl<T> Index<Side> for Sides<T> {
    type Output = T;

    fn index(&self, side: Side) -> &T {
        &self.0[side as usize]
    }
}

/// Intensity of each action unit, 0 to 1, right and left apart; numbered as in FACS, 1 to 64.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionUnits([[f32; 2]; 65]);

impl Default for ActionUnits {
    fn default() -> Self {
        Self([[0.0; 2]; 65])
    }
}

impl ActionUnits {
    /// The highest number an action unit has here.
    pub const LAST: usize = 64;

    /// Intensity on one side; 0 for a number that FACS does not have.
    pub fn at(&self, unit: usize, side: Side) -> f32 {
        self.0.get(unit).map_or(0.0, |sides| sides[side as usize])
    }

    /// Intensity on the stronger side.
    pub fn most(&self, unit: usize) -> f32 {
        self.0.get(unit).map_or(0.0, |[right, left]| right.max(*left))
    }

    /// The face a person carries when they feel nothing in particular.
    pub fn at_rest(look: &Look) -> Self {
        let mut units = Self::default();
        look.resting_face.iter().for_each(|(unit, (right, left))| units.set(usize::from(*unit), *right, *left));
        units
    }

    /// Sets both sides; a number that FACS does not have is ignored.
    pub fn set(&mut self, unit: usize, right: f32, left: f32) {
        if let Some(sides) = self.0.get_mut(unit) {
            *sides = [right, left];
        }
    }
}

/// The two arms, on their way from one pose of `assets/people/poses.ron` to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Arms {
    pub from: String,
    pub to: String,
    /// 0 at `from`, 1 at `to`; eased by the figure.
    pub share: f32,
}

impl Default for Arms {
    fn default() -> Self {
        Self { from: "hanging".to_owned(), to: "hanging".to_owned(), share: 0.0 }
    }
}

/// How head, eyes, shoulders and arms are held. All 0 is upright and straight ahead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Posture {
    /// Degrees; positive turns to the viewer's right.
    pub yaw: f32,
    /// Degrees; positive looks down.
    pub pitch: f32,
    /// Degrees; positive tilts to the viewer's right.
    pub roll: f32,
    /// Degrees of the body about its own axis.
    pub body_yaw: f32,
    /// -1 to 1, the viewer's left to right.
    pub gaze_x: f32,
    /// -1 to 1, up to down.
    pub gaze_y: f32,
    /// Shoulders, -1 low to 1 high.
    pub shoulders: f32,
    /// 0 to 1, the body made small.
    pub shrink: f32,
    /// -1.5 breathed out to 1 breathed in.
    pub breath: f32,
    /// Head forward and down, in figure units.
    pub head_x: f32,
    pub head_y: f32,
    /// 0 to 1, wide pupils.
    pub pupil: f32,
    /// 0 to 1.
    pub blush: f32,
    /// Degrees about the hips, added to the pose's own.
    pub lean: f32,
    /// Degrees that loose hair and cloth are behind the body's turn.
    pub swing: f32,
    pub arms: Arms,
    /// What they sit or stand behind, whatever their arms do; a pose's own surface comes before it.
    pub surface: Option<Surface>,
}

impl Posture {
    /// How a person stands with nothing to show.
    pub fn at_rest(look: &Look) -> Self {
        let rest = &look.rest;
        Self {
            yaw: rest.yaw,
            pitch: rest.pitch,
            roll: rest.roll,
            body_yaw: rest.body_yaw,
            gaze_x: rest.gaze_x,
            gaze_y: rest.gaze_y,
            shoulders: rest.shoulders,
            shrink: rest.shrink,
            ..Self::default()
        }
    }

    /// The same, with what they sit on or stand behind, unless they have something of that kind already.
    pub fn seated(&self, surface: Surface) -> Self {
        Self { surface: self.surface.or(Some(surface)), ..self.clone() }
    }
}
