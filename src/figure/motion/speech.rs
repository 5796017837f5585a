//! A mouth and a head while words come: by the words themselves where they are known, otherwise syllable by syllable, never
//! twice alike.

use std::collections::VecDeque;

use super::chance::Chance;
use super::score::{Beat, Sound, beats};
use super::spring::Spring;
use crate::figure::{ActionUnits, Posture, Side};
use crate::model::cue::WordPace;

/// Length of a syllable and of the small pauses between groups of them, in seconds.
const SYLLABLE_SECS: (f32, f32) = (0.13, 0.27);
const PAUSE_SECS: (f32, f32) = (0.12, 0.32);
/// Syllables between two pauses.
const RUN: (f32, f32) = (4.0, 10.0);
/// How far lips and jaw open, at an ordinary voice.
const LIPS: (f32, f32) = (0.2, 0.6);
const JAW: (f32, f32) = (0.03, 0.22);
/// One syllable in so many closes the lips altogether, as m, b and p do.
const CLOSED: f32 = 0.18;
/// Share of a syllable for which the mouth is open.
const OPEN: f32 = 0.6;
/// Share of syllables that the head nods along with, and how far, in degrees.
const NOD: f32 = 0.3;
const NOD_DEGREES: (f32, f32) = (0.6, 1.8);
const TURN_DEGREES: (f32, f32) = (-1.2, 1.2);
/// How far it nods at a stressed word, in degrees, and how unevenly loud syllables are.
const STRESS_DEGREES: (f32, f32) = (1.6, 2.8);
const LOUDER: (f32, f32) = (0.75, 1.2);
const MOUTH_FREQUENCY: f32 = 30.0;
const HEAD_FREQUENCY: f32 = 9.0;
/// Lips that open let go of what presses them, at most by this share.
const UNPRESSED: f32 = 0.7;

#[derive(Clone, Debug)]
pub(super) struct Speech {
    /// Seconds of words to come.
    left: f32,
    /// What the words to come do, where they are known.
    score: VecDeque<Beat>,
    /// Syllables until the next pause, where they are not.
    run: u32,
    syllable: Syllable,
    lips: Spring,
    jaw: Spring,
    round: Spring,
    nod: Spring,
    turn: Spring,
    chance: Chance,
}

#[derive(Clone, Copy, Debug, Default)]
struct Syllable {
    left: f32,
    secs: f32,
    closes: bool,
}

impl Speech {
    pub fn new(chance: Chance) -> Self {
        let still = Spring::resting(0.0);
        Self {
            left: 0.0,
            score: VecDeque::new(),
            run: 5,
            syllable: Syllable::default(),
            lips: still,
            jaw: still,
            round: still,
            nod: still,
            turn: still,
            chance,
        }
    }

    pub fn begin(&mut self, secs: f32) {
        self.left = secs;
        self.score.clear();
        self.syllable = Syllable::default();
    }

    /// Begins to say these words.
    pub fn say(&mut self, words: &str, pace: &WordPace) {
        let score = beats(words, pace);
        self.begin(score.iter().map(|beat| beat.secs).sum());
        self.score = score;
    }

    /// Goes on with the words. `voice` 1 is an ordinary one.
    pub fn advance(&mut self, secs: f32, voice: f32) {
        if self.left > 0.0 {
            self.left -= secs;
            self.syllable.left -= secs;
            if self.left <= 0.0 {
                self.close();
            } else if self.syllable.left <= 0.0 {
                self.next(voice);
            } else if !self.syllable.closes && self.syllable.left < self.syllable.secs * (1.0 - OPEN) {
                self.syllable.closes = true;
                let [lips, jaw, round] = [self.lips, self.jaw, self.round].map(|spring| 0.35 * spring.target());
                self.open(Sound { lips, jaw, round });
            }
        }
        self.settle(secs);
    }

    /// No words come now: the mouth closes.
    pub fn wait(&mut self, secs: f32) {
        if self.lips.target() > 0.0 {
            self.close();
            self.syllable = Syllable::default();
        }
        self.settle(secs);
    }

    pub fn stop(&mut self) {
        self.left = 0.0;
        self.score.clear();
        self.close();
    }

    pub fn move_mouth(&self, units: &mut ActionUnits) {
        let (lips, jaw) = (self.lips.at.clamp(0.0, 1.0), self.jaw.at.clamp(0.0, 1.0));
        if lips <= 0.0 && jaw <= 0.0 {
            return;
        }
        let mut change = |number: usize, to: &dyn Fn(f32) -> f32| {
            units.set(number, to(units.at(number, Side::Right)), to(units.at(number, Side::Left)));
        };
        change(25, &|at| 1.0 - (1.0 - at) * (1.0 - lips));
        change(26, &|at| 1.0 - (1.0 - at) * (1.0 - jaw));
        let round = self.round.at.clamp(0.0, 1.0);
        change(18, &|at| 1.0 - (1.0 - at) * (1.0 - round));
        let pressed = 1.0 - UNPRESSED * (lips * 2.0).min(1.0);
        [17, 23, 24].into_iter().for_each(|number| change(number, &|at| at * pressed));
    }

    pub fn move_head(&self, posture: &mut Posture) {
        posture.pitch += self.nod.at;
        posture.yaw += self.turn.at;
    }

    fn next(&mut self, voice: f32) {
        match self.score.pop_front() {
            Some(beat) => self.play(beat, voice),
            None => self.improvise(voice),
        }
    }

    fn play(&mut self, Beat { secs, sound, stress }: Beat, voice: f32) {
        self.syllable = Syllable { left: secs, secs, closes: sound.is_none() };
        let Some(sound) = sound else {
            self.close();
            return;
        };
        let loud = voice * self.chance.between(LOUDER);
        self.open(Sound { lips: sound.lips * loud, jaw: sound.jaw * loud, round: sound.round });
        let down = stress * self.chance.between(STRESS_DEGREES);
        self.nod.send(down * voice, HEAD_FREQUENCY);
        if stress != 0.0 {
            self.turn.send(self.chance.between(TURN_DEGREES) * voice, HEAD_FREQUENCY / 2.0);
        }
    }

    fn improvise(&mut self, voice: f32) {
        if self.run == 0 {
            self.run = self.chance.between(RUN) as u32;
            self.syllable = Syllable { left: self.chance.between(PAUSE_SECS), secs: 0.0, closes: true };
            self.close();
            return;
        }
        self.run -= 1;
        let secs = self.chance.between(SYLLABLE_SECS);
        self.syllable = Syllable { left: secs, secs, closes: false };
        let (lips, jaw) = (self.chance.between(LIPS) * voice, self.chance.between(JAW) * voice);
        let closed = self.chance.happens(CLOSED);
        self.open(if closed { Sound::default() } else { Sound { lips, jaw, round: 0.0 } });
        let nods = self.chance.happens(NOD);
        let (down, aside) = (self.chance.between(NOD_DEGREES), self.chance.between(TURN_DEGREES));
        self.nod.send(if nods { down * voice } else { 0.0 }, HEAD_FREQUENCY);
        if nods {
            self.turn.send(aside * voice, HEAD_FREQUENCY / 2.0);
        }
    }

    fn close(&mut self) {
        self.open(Sound::default());
        self.nod.send(0.0, HEAD_FREQUENCY);
        self.turn.send(0.0, HEAD_FREQUENCY / 2.0);
    }

    fn open(&mut self, sound: Sound) {
        self.lips.send(sound.lips.min(1.0), MOUTH_FREQUENCY);
        self.jaw.send(sound.jaw.min(1.0), MOUTH_FREQUENCY);
        self.round.send(sound.round.min(1.0), MOUTH_FREQUENCY);
    }

    fn settle(&mut self, secs: f32) {
        let springs = [&mut self.lips, &mut self.jaw, &mut self.round, &mut self.nod, &mut self.turn];
        springs.into_iter().for_each(|spring| spring.advance(secs));
    }
}
