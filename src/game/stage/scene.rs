//! What the stage is to show: said anew by the interface in every frame, in plain values.

use std::sync::Arc;

use bevy::prelude::*;

use crate::backdrop::{BLEED, FRAME, Framing, Head, Wish};
use crate::cast::Look;
use crate::figure::{ActionUnits, Posture};
use crate::model::cue::{Shown, WordPace};

/// How much of the person fills the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distance {
    /// From the waist up, in conversation.
    Conversation,
    /// Head and shoulders, beside the debrief.
    Portrait,
    /// Head, arms and hands in an upright picture, where many stand side by side.
    HalfLength,
    /// A place to look at, from its left lower corner: the street of the title.
    Street,
    /// The upper part of a place to look at: the houses of the board.
    Row,
}

/// How much of the frame's height the board shows.
const ROW: f32 = 452.0;

/// How the frame lies where only the houses of the board are shown.
pub fn row_framing(size: Vec2) -> Framing {
    let scale = (size.x / FRAME[0]).max(size.y / ROW);
    Framing { scale, offset: [(size.x - FRAME[0] * scale) * 0.5, size.y - ROW * scale] }
}

fn street_framing(size: Vec2) -> Framing {
    let scale = (size.x / FRAME[0]).max(size.y / FRAME[1]);
    Framing { scale, offset: [0.0, size.y - FRAME[1] * scale] }
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

/// Words, and how fast they come.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    pub words: String,
    pub pace: WordPace,
}

impl Speech {
    /// How long the words take.
    pub fn secs(&self) -> f32 {
        self.pace.secs(&self.words)
    }

    /// The share of the words that has come after so many seconds, 0 to 1.
    pub fn share_by(&self, secs: f32) -> f32 {
        self.pace.letters_by(&self.words, secs) as f32 / self.words.chars().count().max(1) as f32
    }
}

/// Somebody on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Actor {
    pub look: String,
    pub shown: Shown,
    /// You talk to them; the others stand aside.
    pub faced: bool,
    /// The words now coming from them; none while they are silent.
    pub speaking: Option<Speech>,
    /// Seconds for which a line that was just said is taken in, in stillness; none at any other time.
    pub taking_in: Option<f32>,
    /// Exactly this is seen of them, instead of what they would show.
    pub held: Option<Held>,
}

impl Actor {
    /// Somebody alone and silent.
    pub fn alone(look: &str, shown: Shown) -> Self {
        Self { look: look.to_owned(), shown, faced: true, speaking: None, taking_in: None, held: None }
    }
}

/// One moment on the stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Changes with every conversation: whoever steps on is somebody new.
    pub conversation: u64,
    pub place: String,
    /// From the first to speak on; a place without anybody in it has none.
    pub actors: Vec<Actor>,
    /// In logical pixels of the window.
    pub rect: Rect,
    pub distance: Distance,
    /// Where the camera is wanted.
    pub wish: Wish,
    /// The scene stands still, also where motion is on.
    pub frozen: bool,
    /// Reduced motion: stills only.
    pub still: bool,
    /// The place is held back so that the person stands out.
    pub dimmed: bool,
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
    /// How the frame lies in a picture of this size, in physical pixels, around a head.
    pub(super) fn framing(&self, size: Vec2, head: Head, zoom: f32) -> Framing {
        match self.distance {
            Distance::Conversation => Framing::cover(size.to_array(), head, head_at(size, head, zoom), zoom),
            Distance::Portrait => portrait(size, head, PORTRAIT_HEAD, PORTRAIT_HEAD_AT),
            Distance::HalfLength => portrait(size, head, HALF_LENGTH_HEAD, HALF_LENGTH_HEAD_AT),
            Distance::Street => street_framing(size),
            Distance::Row => row_framing(size),
        }
    }
}

/// High, but never so high that the hair is cut.
fn head_at(size: Vec2, head: Head, zoom: f32) -> f32 {
    let scale = (size.x / FRAME[0]).max(size.y / FRAME[1]) * zoom;
    HEAD_AT.max(HAIR * head.k * scale / size.y)
}

/// A little nearer than the frame needs, with the head in the middle.
fn portrait(size: Vec2, head: Head, share: f32, middle: f32) -> Framing {
    let cover = (size.x / FRAME[0]).max(size.y / FRAME[1]);
    let scale = cover.max(share * size.y / (200.0 * head.k));
    let wanted = [size.x * 0.5 - head.x * scale, size.y * middle - head.y * scale];
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
        for (size, head) in [
            (Vec2::new(563.0, 404.0), Head { x: 740.0, y: 236.0, k: 0.945 }),
            (Vec2::new(1240.0, 900.0), Head { x: 640.0, y: 268.0, k: 1.06 }),
        ] {
            let framing = portrait(size, head, PORTRAIT_HEAD, PORTRAIT_HEAD_AT);
            let [x, y] = framing.place(head.x, head.y);
            assert!((0.3..0.7).contains(&(x / size.x)) && (0.3..0.5).contains(&(y / size.y)), "{x} {y}");
            let [right, bottom] = framing.place(FRAME[0] + BLEED, FRAME[1]);
            assert!(framing.offset[0] <= BLEED * framing.scale && framing.offset[1] <= 0.0);
            assert!(right >= size.x && bottom >= size.y);
        }
    }
}
