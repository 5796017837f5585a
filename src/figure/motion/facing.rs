//! Which way a person faces: what is "toward the officer", "near" and "far" becomes right and left here.

use crate::figure::Posture;

/// The side of the picture that the face is turned to at rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Facing {
    Left,
    Right,
}

impl Facing {
    pub fn of(rest: &Posture) -> Self {
        if rest.yaw > 0.0 { Self::Right } else { Self::Left }
    }

    /// What turns this person toward the officer, in front of the picture: +1 to the viewer's right, -1 to the left.
    pub fn toward(self) -> f32 {
        match self {
            Self::Left => 1.0,
            Self::Right => -1.0,
        }
    }

    /// Near and far as the person's own right and left. Who faces the viewer's left shows more of their own left side.
    pub fn sides(self, [near, far]: [f32; 2]) -> [f32; 2] {
        match self {
            Self::Left => [far, near],
            Self::Right => [near, far],
        }
    }
}
