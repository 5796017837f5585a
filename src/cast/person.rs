//! What a person looks like: the files of `assets/people`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::cue::Habits;

use super::Color;

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

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HairStyle {
    Bob,
    Braid,
    Braids,
    Cap,
    Coils,
    Crop,
    Hijab,
    Long,
    Ponytail,
    Receding,
    Shaved,
    /// Parted at the side.
    Side,
    /// Combed back hard into a low knot.
    Strict,
    Turban,
    Updo,
    Waves,
}

/// Hair, or what covers it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hair {
    pub style: HairStyle,
    pub color: Color,
    /// Color of the locks that have gone gray.
    #[serde(default)]
    pub gray: Option<Color>,
    /// Chooses among equal locks.
    #[serde(default)]
    pub seed: Option<u64>,
    #[serde(default)]
    pub hides_ears: bool,
    /// How far it stands off the head, in figure units; the style's own without it.
    #[serde(default)]
    pub volume: Option<f64>,
    /// Higher over the forehead.
    #[serde(default)]
    pub up: f64,
    /// 0 to 1: how far locks fall out of order.
    #[serde(default)]
    pub tousle: f64,
    /// 0 to 1; the style's own without it.
    #[serde(default)]
    pub opacity: Option<f64>,
    /// Of a knitted cap, or of the band below a turban.
    #[serde(default)]
    pub cap: Option<Color>,
    /// Of what holds a braid or a tail.
    #[serde(default)]
    pub tie: Option<Color>,
    #[serde(default)]
    pub beads: Option<Color>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum BeardStyle {
    Full,
    Moustache,
    Short,
    Stubble,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beard {
    pub style: BeardStyle,
    pub color: Color,
    #[serde(default)]
    pub opacity: Option<f64>,
    /// How far it reaches below the chin, in figure units.
    #[serde(default)]
    pub length: f64,
    /// How many hairs stand out in it.
    #[serde(default = "strands")]
    pub strands: u32,
}

fn strands() -> u32 {
    40
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glasses {
    pub color: Color,
    /// Half-width and half-height of a lens, in figure units.
    #[serde(default = "lens_rx")]
    pub rx: f64,
    #[serde(default = "lens_ry")]
    pub ry: f64,
    /// 0 round to 1 square.
    #[serde(default = "half")]
    pub square: f64,
    /// Of the frame's rim.
    #[serde(default = "frame_width")]
    pub width: f64,
    /// How far the middle of a lens lies below that of the eye.
    #[serde(default = "lens_y")]
    pub y: f64,
}

fn lens_rx() -> f64 {
    22.0
}

fn lens_ry() -> f64 {
    17.0
}

fn half() -> f64 {
    0.5
}

fn frame_width() -> f64 {
    2.6
}

fn lens_y() -> f64 {
    3.0
}

/// Bones and features; 0 (or the default) is the plain head of the proportions.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Face {
    /// Factor of the head's width.
    pub width: f64,
    /// Longer below the eyes.
    pub long: f64,
    /// Higher crown.
    pub skull: f64,
    pub temple: f64,
    /// Wider cheeks.
    pub cheek: f64,
    /// Higher cheekbones.
    pub cheek_up: f64,
    pub jaw: f64,
    /// Corner of the jaw.
    pub jaw_angle: f64,
    pub chin: f64,
    /// 0 to 1.1: the face closes towards a circle.
    pub round: f64,
    /// 0 to 1: narrow lower face.
    pub thin: f64,
    /// 0 to 1: hollow cheeks.
    pub gaunt: f64,
    /// 0 to 1: heavy brow bone.
    pub ridge: f64,
    /// 0 to 1: a roll under the chin.
    pub double_chin: f64,
    /// Factor of the ears.
    pub ear: f64,
    /// Half-width of an eye.
    pub eye_width: f64,
    /// Height of the upper lid above the eye's middle.
    pub eye_open: f64,
    /// Depth of the lower lid below it.
    pub eye_low: f64,
    /// Distance of an eye's middle from the nose.
    pub eye_x: f64,
    /// How far the outer corner lies above the inner.
    pub canthus: f64,
    /// Heavy upper lids.
    pub droop: f64,
    /// Factor of the lid's visible height.
    pub lid: f64,
    /// Radius of the iris.
    pub iris: f64,
    pub lash: f64,
    /// Factor of the nose's width.
    pub nose_width: f64,
    pub nose_length: f64,
    pub nose_hump: f64,
    /// How far the tip stands out.
    pub nose_out: f64,
    /// Half-width of the mouth.
    pub mouth_width: f64,
    pub mouth_y: f64,
    /// Height of each lip.
    pub lip_upper: f64,
    pub lip_lower: f64,
    /// How far the corners of the mouth hang.
    pub corner: f64,
    /// Factor of the brows' thickness.
    pub brow_width: f64,
    pub brow_x: f64,
    pub brow_y: f64,
    pub brow_arch: f64,
}

impl Default for Face {
    fn default() -> Self {
        Self {
            width: 1.0,
            long: 0.0,
            skull: 0.0,
            temple: 0.0,
            cheek: 0.0,
            cheek_up: 0.0,
            jaw: 0.0,
            jaw_angle: 0.0,
            chin: 0.0,
            round: 0.0,
            thin: 0.0,
            gaunt: 0.0,
            ridge: 0.0,
            double_chin: 0.0,
            ear: 1.0,
            eye_width: 17.2,
            eye_open: 7.4,
            eye_low: 5.3,
            eye_x: 31.5,
            canthus: 1.2,
            droop: 0.0,
            lid: 1.0,
            iris: 7.5,
            lash: 1.0,
            nose_width: 1.0,
            nose_length: 0.0,
            nose_hump: 0.0,
            nose_out: 0.0,
            mouth_width: 23.5,
            mouth_y: 63.5,
            lip_upper: 6.4,
            lip_lower: 8.6,
            corner: 0.0,
            brow_width: 1.0,
            brow_x: 0.0,
            brow_y: 0.0,
            brow_arch: 0.0,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    /// Half-width of the shoulders: 142 a teenager, 206 a broad man.
    pub shoulder: f64,
    /// Half-width of the neck.
    pub neck: f64,
    /// How far the shoulder lies below the neck.
    pub slope: f64,
    pub lift: f64,
    /// 0 to 1.5.
    pub heavy: f64,
    pub belly: f64,
    pub bust: f64,
    pub chest: f64,
    /// In shoulder half-widths.
    pub waist: f64,
    pub hip: f64,
    /// Factor of the arms' thickness.
    pub arm: f64,
    /// Added to the factor of the arms' length.
    pub arm_length: f64,
    /// Factors of the hands' size and width.
    pub hand: f64,
    pub hand_wide: f64,
    /// 0 to 1: head low and forward.
    pub stoop: f64,
}

impl Default for Body {
    fn default() -> Self {
        Self {
            shoulder: 158.0,
            neck: 31.0,
            slope: 20.0,
            lift: 8.0,
            heavy: 0.0,
            belly: 0.0,
            bust: 0.0,
            chest: 0.0,
            waist: 0.68,
            hip: 0.74,
            arm: 1.0,
            arm_length: 0.0,
            hand: 1.0,
            hand_wide: 1.0,
            stoop: 0.0,
        }
    }
}

/// What keeps a face from being a mirror image.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asymmetry {
    pub eye_y: f64,
    pub brow_y: f64,
    pub mouth_x: f64,
    pub mouth_y: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ClothesKind {
    Blazer,
    Cardigan,
    Coat,
    Gown,
    Hoodie,
    Overshirt,
    Scrubs,
    Shirt,
    Turtleneck,
    Uniform,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Sleeve {
    #[default]
    Long,
    Rolled,
    Short,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clothes {
    pub kind: ClothesKind,
    pub color: Color,
    /// What is worn under it.
    #[serde(default)]
    pub inner: Option<Color>,
    /// Of the trousers.
    #[serde(default)]
    pub lower: Option<Color>,
    /// About the neck.
    #[serde(default)]
    pub chain: Option<Color>,
    /// Of the shirt in the neckline of a hoodie, and of its cords.
    #[serde(default)]
    pub tee: Option<Color>,
    #[serde(default)]
    pub cord: Option<Color>,
    #[serde(default)]
    pub tie: Option<Color>,
    #[serde(default)]
    pub scarf: Option<Color>,
    /// Over the clothes.
    #[serde(default)]
    pub apron: Option<Color>,
    #[serde(default)]
    pub vest: Option<Color>,
    #[serde(default)]
    pub lanyard: Option<Color>,
    /// Of what is printed or woven in.
    #[serde(default)]
    pub print: Option<Color>,
    #[serde(default)]
    pub zip: bool,
    /// Height of the first closed button; the garment's own without it.
    #[serde(default)]
    pub button: Option<f64>,
    #[serde(default)]
    pub cuff_color: Option<Color>,
    /// Width of the cuffs.
    #[serde(default = "cuff")]
    pub cuff: f64,
    #[serde(default)]
    pub sleeve: Sleeve,
    /// 1 close to the body, 1.2 a coat.
    #[serde(default = "ease")]
    pub ease: f64,
    /// Where it is open down to.
    #[serde(default = "open")]
    pub open: f64,
    /// Where it ends.
    #[serde(default = "hem")]
    pub hem: f64,
}

impl Clothes {
    /// Every color in it.
    pub fn colors_mut(&mut self) -> impl Iterator<Item = &mut Color> {
        let under = [&mut self.inner, &mut self.lower, &mut self.tee, &mut self.tie, &mut self.cuff_color];
        let over = [&mut self.chain, &mut self.cord, &mut self.scarf, &mut self.apron, &mut self.vest];
        let small = [&mut self.lanyard, &mut self.print];
        let worn = under.into_iter().chain(over).chain(small).flatten();
        std::iter::once(&mut self.color).chain(worn)
    }
}

fn cuff() -> f64 {
    12.0
}

fn ease() -> f64 {
    1.0
}

fn open() -> f64 {
    186.0
}

fn hem() -> f64 {
    556.0
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
