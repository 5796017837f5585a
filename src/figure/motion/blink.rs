//! Blinks: action unit 45.

use super::chance::Chance;

/// A whole blink, in seconds.
const BLINK_SECS: (f32, f32) = (0.12, 0.15);
/// Of a blink, the lids go down in the first share and begin to rise at the second (45, 25 and 70 of 140 ms).
const DOWN: f32 = 0.32;
const UP: f32 = 0.5;
/// How often a second blink follows, and how soon.
const DOUBLE: f32 = 0.08;
const DOUBLE_SECS: (f32, f32) = (0.1, 0.2);

#[derive(Clone, Debug)]
pub(super) struct Blink {
    wait: f32,
    /// Seconds into a blink and its length.
    now: Option<(f32, f32)>,
    /// The blink under way, or the one to come, is the second of two.
    second: bool,
    chance: Chance,
}

impl Blink {
    pub fn new(mut chance: Chance) -> Self {
        Self { wait: chance.between((0.5, 4.0)), now: None, second: false, chance }
    }

    /// A blink now, unless one is under way.
    pub fn begin(&mut self) {
        if self.now.is_none() {
            self.now = Some((0.0, self.chance.between(BLINK_SECS)));
        }
    }

    pub fn open(&mut self) {
        self.now = None;
    }

    /// Goes on with a blink; when it is time (`every`: shortest and longest time between two), begins one.
    pub fn advance(&mut self, secs: f32, every: (f32, f32)) {
        if self.now.is_some() {
            self.finish(secs, every);
            return;
        }
        self.wait = (self.wait - secs).min(every.1);
        if self.wait <= 0.0 {
            self.begin();
        }
    }

    /// Goes on with a blink; nothing new begins.
    pub fn finish(&mut self, secs: f32, every: (f32, f32)) {
        let Some((passed, length)) = &mut self.now else { return };
        *passed += secs;
        if *passed >= *length {
            self.now = None;
            self.second = !self.second && self.chance.happens(DOUBLE);
            self.wait = self.chance.between(if self.second { DOUBLE_SECS } else { every });
        }
    }

    /// How far the lids are down, 0 to 1.
    pub fn at(&self) -> f32 {
        let Some((passed, length)) = self.now else { return 0.0 };
        match passed / length {
            t if t < DOWN => smooth(t / DOWN),
            t if t < UP => 1.0,
            t => 1.0 - smooth((t - UP) / (1.0 - UP)),
        }
    }
}

fn smooth(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
