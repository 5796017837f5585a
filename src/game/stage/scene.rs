//! What the stage is to show: said anew by the interface in every frame, in plain values.

use std::sync::Arc;

use bevy::prelude::*;

use crate::backdrop::{BLEED, FRAME, Framing};
use crate::cast::Look;
use crate::cast::place::Spot;
use crate::figure::{ActionUnits, Posture};
use crate::model::cue::Shown;

/// How much of the person fills the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// From the waist up, in conversation.
    Conversation,
    /// Head and shoulders, beside the debrief.
    Portrait,
    /// Head, arms and hands in an upright picture, where many stand side by side.
    HalfLength,
}

/// Share of the picture's height that a head takes in a portrait, and where its middle comes.
const PORTRAIT_HEAD: f32 = 0.56;
const PORTRAIT_HEAD_AT: f32 = 0.40;
/// The same at half length.
const HALF_LENGTH_HEAD: f32 = 0.37;
const HALF_LENGTH_HEAD_AT: f32 = 0.27;
/// Where the middle of the head comes, from the top of the picture to its bottom.
const HEAD_AT: f32 = 0.25;
/// From the middle of the head to the top of the highest hair, in figure units.
const HAIR: f32 = 152.0;

/// One moment on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Changes with every conversation: whoever steps on is somebody new.
    pub conversation: u64,
    pub place: String,
    pub look: String,
    pub shown: Shown,
    /// In logical pixels of the window.
    pub rect: Rect,
    pub distance: Distance,
    /// Seconds that the words now coming take; none while nobody speaks.
    pub speaking: Option<f32>,
    /// Seconds for which a line that was just said is taken in, in stillness; none at any other time.
    pub taking_in: Option<f32>,
    /// The scene stands still, also where motion is on.
    pub frozen: bool,
    /// Reduced motion: stills only.
    pub still: bool,
    /// The place is held back so that the person stands out.
    pub dimmed: bool,
    /// Exactly this is seen of the person, instead of what they would show.
    pub held: Option<Held>,
}

/// Somebody held in one moment, and what they look like, which may be another look than the one that ships.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    pub look: Arc<Look>,
    pub units: ActionUnits,
    pub posture: Posture,
}

/// What the interface wants on the stage now; none leaves it empty.
#[derive(Resource, Default)]
pub struct Wanted(pub Option<Scene>);

impl Scene {
    /// How the frame lies in a picture of this size, in physical pixels.
    pub(super) fn framing(&self, size: Vec2, spot: Spot) -> Framing {
        match self.distance {
            Distance::Conversation => Framing::cover(size.to_array(), spot, head_at(size, spot)),
            Distance::Portrait => portrait(size, spot, PORTRAIT_HEAD, PORTRAIT_HEAD_AT),
            Distance::HalfLength => portrait(size, spot, HALF_LENGTH_HEAD, HALF_LENGTH_HEAD_AT),
        }
    }
}

/// High, but never so high that the hair is cut.
fn head_at(size: Vec2, spot: Spot) -> f32 {
    let scale = (size.x / FRAME[0]).max(size.y / FRAME[1]);
    HEAD_AT.max(HAIR * spot.k * scale / size.y)
}

/// A little nearer than the frame needs, with the head in the middle.
fn portrait(size: Vec2, spot: Spot, head: f32, middle: f32) -> Framing {
    let cover = (size.x / FRAME[0]).max(size.y / FRAME[1]);
    let scale = cover.max(head * size.y / (200.0 * spot.k));
    let wanted = [size.x * 0.5 - spot.x * scale, size.y * middle - spot.y * scale];
    let held = |axis: usize, bleed: f32| {
        let least = size[axis] - (FRAME[axis] + bleed) * scale;
        wanted[axis].clamp(least.min(bleed * scale), bleed * scale)
    };
    Framing { scale, offset: [held(0, BLEED), held(1, 0.0)] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portrait_covers_its_picture_and_keeps_the_head_in_it() {
        for (size, spot) in [
            (Vec2::new(563.0, 404.0), Spot { x: 740.0, y: 236.0, k: 0.945 }),
            (Vec2::new(1240.0, 900.0), Spot { x: 640.0, y: 268.0, k: 1.06 }),
        ] {
            let framing = portrait(size, spot, PORTRAIT_HEAD, PORTRAIT_HEAD_AT);
            let [x, y] = framing.place(spot.x, spot.y);
            assert!((0.3..0.7).contains(&(x / size.x)) && (0.3..0.5).contains(&(y / size.y)), "{x} {y}");
            let [right, bottom] = framing.place(FRAME[0] + BLEED, FRAME[1]);
            assert!(framing.offset[0] <= BLEED * framing.scale && framing.offset[1] <= 0.0);
            assert!(right >= size.x && bottom >= size.y);
        }
    }
}
