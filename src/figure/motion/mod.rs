//! How a figure moves from one look to the next: springs, order, blinks, glances, breath, speech (ART, section 7).
//!
//! It reads no clock: time comes in steps, chance from a seed. The same seed, calls and steps give the same motion.

mod arms;
mod blink;
mod body;
mod breath;
mod chance;
mod channel;
mod drift;
mod face;
mod facing;
mod gaze;
mod order;
mod resting;
mod score;
mod speech;
mod spring;
mod trail;
mod weight;

use std::collections::VecDeque;

use super::{ActionUnits, Posture, Side};
use crate::cast;
use crate::model::cue::{Breath, Eyes, Look, Shown, Stance, WordPace};
use arms::ArmsMotion;
use blink::Blink;
use body::Body;
use breath::Breathing;
use chance::Chance;
use drift::Drift;
use face::Face;
use facing::Facing;
use gaze::Gaze;
use order::{Pace, Part};
use speech::Speech;
use weight::Weight;

/// Time passes in ticks of this length, however long the steps are.
const TICK: f64 = 1.0 / 240.0;
/// A longer step, as after a window was away, is cut to this.
const LONGEST_STEP: f32 = 10.0;
/// The eyes take a blink along when they jump farther than this.
const BLINK_FROM: f32 = 0.35;
/// The longest hold before a sentence, in seconds.
const LONGEST_HOLD: f32 = 2.0;

/// One person in motion.
#[derive(Clone, Debug)]
pub struct Motion {
    rest: Posture,
    /// The face they carry at rest.
    resting: ActionUnits,
    facing: Facing,
    life: Life,
    /// Time given but not yet passed, less than a tick.
    due: f64,
    /// How long everything but breath still holds.
    hold: f32,
    /// The look they are on their way to.
    look: Look,
    still: Look,
    /// Looks to come, and the seconds until each.
    coming: VecDeque<(f32, Look)>,
    face: Face,
    body: Body,
    arms: ArmsMotion,
    gaze: Gaze,
    blink: Blink,
    breathing: Breathing,
    drift: Drift,
    weight: Weight,
    speech: Speech,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Life {
    Living,
    /// A still: nothing moves until the next look.
    Settled,
}

impl Motion {
    /// This person at rest: how they stand, and the face they carry.
    pub fn of(seed: u64, person: &cast::Look) -> Self {
        Self { resting: ActionUnits::at_rest(person), ..Self::new(seed, Posture::at_rest(person)) }
    }

    /// Somebody at rest, with a plain face. `rest` is how they stand with nothing to show: their own turn of the head,
    /// shoulders and arms.
    pub fn new(seed: u64, rest: Posture) -> Self {
        let look = everyday(&rest);
        let mut chance = Chance::new(seed, 0);
        Self {
            facing: Facing::of(&rest),
            life: Life::Living,
            due: 0.0,
            hold: 0.0,
            coming: VecDeque::new(),
            face: Face::new(Chance::new(seed, 1)),
            body: Body::new(&rest, &look),
            arms: ArmsMotion::new(&rest.arms.to, Chance::new(seed, 2)),
            gaze: Gaze::new(&rest, Chance::new(seed, 3)),
            blink: Blink::new(Chance::new(seed, 4)),
            breathing: Breathing::new(&look, chance.share()),
            drift: Drift::new(Chance::new(seed, 5)),
            speech: Speech::new(Chance::new(seed, 6)),
            weight: Weight::new(Chance::new(seed, 7)),
            still: look.clone(),
            look,
            rest,
            resting: ActionUnits::default(),
        }
    }

    /// From now on they show this.
    pub fn aim(&mut self, shown: &Shown) {
        self.life = Life::Living;
        self.still = shown.still.clone();
        let mut before = 0.0;
        self.coming =
            shown.looks.iter().map(|(at, look)| (at - std::mem::replace(&mut before, *at), look.clone())).collect();
        // what shows at once sets out now; a gasp or sigh of the last look is no part of the new one
        self.look.breath = None;
        self.take_due_looks();
    }

    /// Words come for so many seconds: mouth and head go along. A settled figure stays still.
    pub fn speak(&mut self, seconds: f32) {
        if self.life == Life::Living {
            self.speech.begin(seconds);
        }
    }

    /// These words come at this pace ([`crate::model::cue::Cues::pace`]): lips and jaw go by their syllables and rest at their
    /// marks, and the head nods where the stress lies. A settled figure stays still.
    pub fn say(&mut self, words: &str, pace: &WordPace) {
        if self.life == Life::Living {
            self.speech.say(words, pace);
        }
    }

    /// The words are over early.
    pub fn hush(&mut self) {
        self.speech.stop();
    }

    /// Stillness, as while a line is taken in or before a hard sentence: for so many seconds (0.25 to 0.5 reads as thought) only breath moves. What was
    /// about to be said waits.
    pub fn hold(&mut self, seconds: f32) {
        self.hold = finite(seconds).min(LONGEST_HOLD);
    }

    /// Goes to the still of what is shown, at once, and stays there until the next look: no blink, no breath, no glance. For
    /// reduced motion, call it after each [`Motion::aim`] and fade from picture to picture.
    pub fn settle(&mut self) {
        self.coming.clear();
        self.look = self.still.clone();
        self.face.jump(&self.look, self.facing);
        self.body.jump(&self.rest, &self.look, self.facing);
        self.arms.jump(&self.look.arms);
        self.gaze.jump(&self.rest, &self.look, self.facing);
        self.blink.open();
        self.breathing.stop();
        self.speech.stop();
        self.hold = 0.0;
        self.life = Life::Settled;
    }

    /// Whether nothing will move until the next look, so that nothing need be drawn again.
    pub fn is_resting(&self) -> bool {
        self.life == Life::Settled
    }

    /// How near they stand, 0 far to 1 close.
    pub fn nearness(&self) -> f32 {
        self.body.nearness()
    }

    /// Lets time pass. A step of up to half a second, or of many, ends where smaller ones would.
    pub fn step(&mut self, seconds: f32) -> (ActionUnits, Posture) {
        if self.life == Life::Settled {
            return (bounded_units(self.expression()), self.still_posture());
        }
        self.due += f64::from(finite(seconds).min(LONGEST_STEP));
        // the sum of many small steps may lack a last bit of a whole tick
        while self.due > TICK - 1e-9 {
            self.due -= TICK;
            self.tick(TICK as f32);
        }
        (self.units(), self.posture())
    }

    fn tick(&mut self, secs: f32) {
        self.breathing.advance(secs);
        if self.hold > 0.0 {
            self.hold -= secs;
            self.gaze.finish_jump(secs);
            self.blink.finish(secs, self.look.blink_secs);
            self.speech.wait(secs);
            return;
        }
        self.pass(secs);
        self.face.advance(secs);
        self.body.advance(secs);
        self.arms.advance(secs);
        self.drift.advance(secs);
        self.weight.advance(secs, &self.look);
        self.speech.advance(secs, self.look.voice);
        let leap = self.gaze.advance(secs, &self.look.eyes, self.facing);
        self.blink_along(leap);
        self.blink.advance(secs, self.look.blink_secs);
    }

    /// Brings what was to come nearer.
    fn pass(&mut self, secs: f32) {
        if let Some((wait, _)) = self.coming.front_mut() {
            *wait -= secs;
            self.take_due_looks();
        }
    }

    fn take_due_looks(&mut self) {
        while let Some((late, look)) = self.coming.pop_front_if(|(wait, _)| *wait <= 0.0) {
            if let Some((wait, _)) = self.coming.front_mut() {
                *wait += late;
            }
            self.set_out(look);
        }
    }

    fn set_out(&mut self, look: Look) {
        let pace = Pace::between(&self.look, &look);
        let leap = self.gaze.tell(&self.rest, &look, self.facing);
        self.blink_along(leap);
        self.face.tell(&look, self.facing, pace);
        self.body.tell(&self.rest, &look, self.facing, pace);
        self.arms.tell(&look.arms, pace.wait(Part::Shoulders));
        self.breathing.tell(&look);
        if let Some(breath) = look.breath.filter(|breath| self.look.breath != Some(*breath)) {
            self.breathing.begin(breath);
        }
        self.look = look;
    }

    fn blink_along(&mut self, leap: f32) {
        if leap > BLINK_FROM {
            self.blink.begin();
        }
    }

    /// What they feel, over the face they carry.
    fn expression(&self) -> ActionUnits {
        resting::over(&self.resting, self.face.units())
    }

    fn units(&self) -> ActionUnits {
        let mut units = self.expression();
        self.drift.stir(&mut units);
        self.speech.move_mouth(&mut units);
        let blink = self.blink.at();
        units.set(45, blink, blink);
        bounded_units(units)
    }

    fn posture(&self) -> Posture {
        let (chest, shoulders) = self.breathing.at();
        let mut posture = self.carried(chest);
        posture.shoulders += shoulders;
        self.drift.move_head(&mut posture, self.look.sway);
        self.weight.carry(&mut posture);
        self.speech.move_head(&mut posture);
        bounded(posture)
    }

    fn still_posture(&self) -> Posture {
        bounded(self.carried(breath::still(self.still.breath)))
    }

    fn carried(&self, breath: f32) -> Posture {
        let [gaze_x, gaze_y] = self.gaze.at();
        let arms = self.arms.arms().clone();
        let Posture { head_x, surface, .. } = self.rest;
        let mut posture = Posture { gaze_x, gaze_y, breath, arms, head_x, surface, ..Posture::default() };
        self.body.write(&mut posture);
        posture
    }
}

/// How a person looks before anything is known of them.
fn everyday(rest: &Posture) -> Look {
    Look {
        units: vec![],
        stance: Stance::default(),
        arms: rest.arms.to.clone(),
        breaths_per_minute: 13.0,
        breath_depth: 0.15,
        breath: None::<Breath>,
        nearness: 0.5,
        eyes: Eyes { hold_secs: (0.6, 2.5), wander: 0.12, away: 0.12 },
        blink_secs: (2.5, 6.0),
        sway: 1.0,
        voice: 1.0,
        onset_secs: 0.3,
        offset_secs: 0.7,
    }
}

fn finite(seconds: f32) -> f32 {
    if seconds.is_finite() { seconds.max(0.0) } else { 0.0 }
}

fn bounded_units(mut units: ActionUnits) -> ActionUnits {
    for number in 1..=ActionUnits::LAST {
        let [right, left] = [Side::Right, Side::Left].map(|side| units.at(number, side).clamp(0.0, 1.0));
        units.set(number, right, left);
    }
    units
}

/// Degrees that a body turns, that a head turns on a body that does not, and how much further it goes with one that has
/// turned the same way by [`FOLLOWED`].
const BODY: f32 = 35.0;
const HEAD: f32 = 30.0;
const FURTHER: f32 = 40.0;
const FOLLOWED: f32 = 20.0;

/// Within what a figure can draw: a profile, for a head that goes with the body.
fn bounded(posture: Posture) -> Posture {
    let body_yaw = posture.body_yaw.clamp(-BODY, BODY);
    let further = |way: f32| HEAD + FURTHER * (body_yaw * way / FOLLOWED).clamp(0.0, 1.0);
    Posture {
        yaw: posture.yaw.clamp(-further(-1.0), further(1.0)),
        pitch: posture.pitch.clamp(-16.0, 22.0),
        roll: posture.roll.clamp(-10.0, 10.0),
        body_yaw,
        gaze_x: posture.gaze_x.clamp(-1.0, 1.0),
        gaze_y: posture.gaze_y.clamp(-1.0, 1.0),
        shoulders: posture.shoulders.clamp(-1.0, 1.0),
        shrink: posture.shrink.clamp(0.0, 1.0),
        breath: posture.breath.clamp(-1.5, 1.0),
        pupil: posture.pupil.clamp(0.0, 1.0),
        blush: posture.blush.clamp(0.0, 1.0),
        lean: posture.lean.clamp(-6.0, 6.0),
        ..posture
    }
}

#[cfg(test)]
mod tests;
