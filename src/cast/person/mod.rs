//! What a person looks like: the files of `assets/people`.

mod body;
mod clothes;
mod face;
mod hair;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::cue::Habits;

use super::Color;

pub use body::Body;
pub use clothes::{Clothes, ClothesKind, Sleeve};
pub use face::{Asymmetry, Face};
pub use hair::{Beard, BeardStyle, Glasses, Hair, HairStyle};

/// A person to be drawn. Lengths are in figure units: a head is 200 high, the eyes lie on y = 0.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    pub name: String,
    pub age: u8,
    pub skin: Color,
    pub eyes: Color,
    /// How much the years show in the face, 0 to 1.
    #[serde(default)]
    pub age_lines: f64,
    /// Blood in the cheeks at rest, 0 to about 1.
    #[serde(default = "flush")]
    pub flush: f64,
    /// Without it, between hair and the darkest tone of the skin.
    #[serde(default)]
    pub brow_color: Option<Color>,
    #[serde(default)]
    pub earring: Option<Color>,
    pub hair: Hair,
    #[serde(default)]
    pub beard: Option<Beard>,
    #[serde(default)]
    pub glasses: Option<Glasses>,
    /// How many.
    #[serde(default)]
    pub freckles: u32,
    #[serde(default)]
    pub face: Face,
    #[serde(default)]
    pub body: Body,
    #[serde(default)]
    pub asym: Asymmetry,
    pub clothes: Clothes,
    #[serde(default)]
    pub rest: Rest,
    /// The face they carry when they feel nothing in particular: action units, on the person's right and left, 0 to 1.
    #[serde(default)]
    pub resting_face: BTreeMap<u8, (f32, f32)>,
    /// What their arms and faces do in their own way.
    #[serde(default)]
    pub habits: Habits,
}

impl Look {
    /// The same person looking to the viewer's right, or to the left: whoever rests the other way is turned round.
    pub fn facing(&self, to_the_right: bool) -> Self {
        let mut look = self.clone();
        if (self.rest.yaw > 0.0) != to_the_right {
            let rest = &mut look.rest;
            for angle in [&mut rest.yaw, &mut rest.roll, &mut rest.body_yaw, &mut rest.gaze_x] {
                *angle = -*angle;
            }
            look.resting_face.values_mut().for_each(|(right, left)| std::mem::swap(right, left));
        }
        look
    }
}

fn flush() -> f64 {
    0.18
}

/// How the person holds themselves when nothing is asked of them; see `figure::Posture` for the quantities.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rest {
    pub yaw: f32,
    pub pitch: f32,
    pub roll: f32,
    pub body_yaw: f32,
    pub gaze_x: f32,
    pub gaze_y: f32,
    pub shoulders: f32,
    pub shrink: f32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_turned_round_is_their_own_mirror_image() {
        let jo = crate::cast::look("jo").expect("a look");
        assert_eq!(jo.facing(true), *jo);
        let turned = jo.facing(false);
        assert_eq!((turned.rest.yaw, turned.rest.gaze_x), (-jo.rest.yaw, -jo.rest.gaze_x));
        let (right, left) = jo.resting_face[&14];
        assert_eq!(turned.resting_face[&14], (left, right));
        assert_eq!(turned.facing(true), *jo);
    }

    #[test]
    fn a_field_nobody_knows_is_refused() {
        let text = "(eye_colour: \"#5a3a22\")";
        assert!(ron::from_str::<Face>(text).is_err());
    }
}
