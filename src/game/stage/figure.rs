//! One person: what is shown of them, moved on and drawn.

use bevy::prelude::*;

use super::scene::{Actor, Held, Scene};
use super::soft::View;
use crate::backdrop::Framing;
use crate::backdrop::company::Standing;
use crate::cast::{self, Light, Look, Poses};
use crate::figure::motion::Motion;
use crate::figure::{ActionUnits, Drawing, Posture, draw};
use crate::model::cue::Shown;

/// Seconds between two pictures at least, however often the window is drawn.
const LEAST_STEP: f64 = 0.03;
/// A person who stands far is drawn this much smaller than one who stands near.
const NEARNESS: f32 = 0.06;
/// How much smaller they are when the camera has stepped back.
const STEPPED_BACK: f32 = 0.22;
/// Height in figure units that stays where it is as they come nearer: the hands on the bar, the door's edge.
const ANCHOR: f32 = 260.0;

/// Somebody on the stage, as they are now.
pub(super) struct Figure {
    conversation: u64,
    look_id: String,
    look: Look,
    motion: Motion,
    shown: Option<Shown>,
    speaking: bool,
    taking_in: bool,
    /// When the motion was last moved on, in seconds.
    moved: f64,
    units: ActionUnits,
    posture: Posture,
    /// What they are held in, where they are not left to themselves.
    held: Option<Held>,
}

impl Figure {
    /// Somebody who steps on, looking to the side the place wants; none for a look that nobody has drawn.
    pub fn new(scene: &Scene, actor: &Actor, who: usize, to_the_right: bool) -> Option<Self> {
        let look = cast::look(&actor.look)?.facing(to_the_right);
        Some(Self {
            conversation: scene.conversation,
            look_id: actor.look.clone(),
            motion: Motion::of(scene.conversation.wrapping_add(who as u64), &look),
            shown: None,
            speaking: false,
            taking_in: false,
            moved: 0.0,
            units: ActionUnits::at_rest(&look),
            posture: Posture::at_rest(&look),
            held: None,
            look,
        })
    }

    pub fn is(&self, scene: &Scene, actor: &Actor) -> bool {
        self.conversation == scene.conversation && self.look_id == actor.look
    }

    /// Stands as the scene says; true when the picture has to be drawn again.
    pub fn follow(&mut self, scene: &Scene, actor: &Actor, now: f64) -> bool {
        let held = self.held != actor.held;
        if held {
            self.held.clone_from(&actor.held);
        }
        let heard = self.held.is_none() && self.hear(scene, actor, now);
        held || heard
    }

    /// Takes in what the scene says; true when the picture has to be drawn again.
    fn hear(&mut self, scene: &Scene, actor: &Actor, now: f64) -> bool {
        let turned = self.shown.as_ref() != Some(&actor.shown);
        if turned {
            let first = self.shown.replace(actor.shown.clone()).is_none();
            self.motion.aim(&actor.shown);
            if first || scene.still {
                // nobody is caught on the way from nowhere
                self.motion.settle();
                (self.units, self.posture) = self.motion.step(0.0);
                if !scene.still {
                    self.motion.aim(&actor.shown);
                }
            }
        }
        self.take_in(actor);
        self.speak(actor);
        self.step(scene, now) || turned
    }

    /// Stillness reads as thought.
    fn take_in(&mut self, actor: &Actor) {
        if let (Some(secs), false) = (actor.taking_in, self.taking_in) {
            self.motion.hold(secs);
        }
        self.taking_in = actor.taking_in.is_some();
    }

    fn speak(&mut self, actor: &Actor) {
        match (&actor.speaking, self.speaking) {
            (Some(speech), false) => self.motion.say(&speech.words, &speech.pace),
            (None, true) => self.motion.hush(),
            (Some(_), true) | (None, false) => {}
        }
        self.speaking = actor.speaking.is_some();
    }

    fn step(&mut self, scene: &Scene, now: f64) -> bool {
        let gone = now - self.moved;
        let rests = scene.frozen || self.motion.is_resting();
        if rests {
            self.moved = now;
        }
        if rests || gone < LEAST_STEP {
            return false;
        }
        self.moved = now;
        // after a pause they go on where they were
        (self.units, self.posture) = self.motion.step((gone as f32).min(0.25));
        true
    }

    /// Draws them in the light of the place, as much of it as falls where they stand or sit.
    pub fn draw(&self, light: &Light, standing: &Standing) -> Drawing {
        let light = Light { exposure: light.exposure * f64::from(standing.light), ..light.clone() };
        let (look, units, posture) = match &self.held {
            Some(held) => (held.look.as_ref(), &held.units, &held.posture),
            None => (&self.look, &self.units, &self.posture),
        };
        match standing.seat {
            Some(seat) => draw(look, &light, units, &posture.seated(seat.surface()), Poses::shipped()),
            None => draw(look, &light, units, posture, Poses::shipped()),
        }
    }

    /// Where they come to lie in the picture; `aside` moves them with their depth, `back` is the camera's step back, 0 to 1.
    pub fn view(&self, framing: &Framing, standing: &Standing, aside: f32, back: f32, size: Vec2) -> View {
        let stands = standing.head;
        let scale = framing.scale * stands.k;
        let near = (1.0 + NEARNESS * (self.motion.nearness() - 0.5)) * (1.0 - STEPPED_BACK * back);
        let head = Vec2::from(framing.place(stands.x + aside, stands.y));
        View { origin: head + Vec2::new(0.0, ANCHOR * scale * (1.0 - near)), scale: scale * near, size }
    }
}
