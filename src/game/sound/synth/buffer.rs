//! A piece of sound under construction: stereo frames at 48 kHz, and what is done to them.

use fundsp::prelude32::{AttoHash, AudioUnit};

/// Frames a second.
pub const RATE: u32 = 48_000;

/// Stereo sound, left and right within -1 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Buffer {
    pub frames: Vec<[f32; 2]>,
}

impl Buffer {
    pub fn silence(secs: f32) -> Self {
        Self { frames: vec![[0.0; 2]; frames(secs)] }
    }

    /// What a generator gives in so many seconds; its noises follow the seed.
    pub fn of(mut unit: impl AudioUnit, secs: f32, seed: u64) -> Self {
        start(&mut unit, seed);
        let frame = |_| {
            let (left, right) = unit.get_stereo();
            [left, right]
        };
        Self { frames: (0..frames(secs)).map(frame).collect() }
    }

    /// One generator for each ear, alike but not the same: it comes from all around.
    pub fn wide<U: AudioUnit>(unit: impl Fn() -> U, secs: f32, seed: u64) -> Self {
        let (mut left, mut right) = (unit(), unit());
        start(&mut left, seed);
        start(&mut right, seed ^ 0x9e37_79b9_7f4a_7c15);
        let frame = |_| {
            let (l, r) = (left.get_mono(), right.get_mono());
            [l + 0.3 * r, r + 0.3 * l]
        };
        Self { frames: (0..frames(secs)).map(frame).collect() }
    }

    /// Sent through a filter that takes and gives one channel.
    pub fn through<U: AudioUnit>(mut self, filter: impl Fn() -> U) -> Self {
        let (mut left, mut right) = (filter(), filter());
        start(&mut left, 0);
        start(&mut right, 0);
        for frame in &mut self.frames {
            *frame = [left.filter_mono(frame[0]), right.filter_mono(frame[1])];
        }
        self
    }

    /// In a room: the sound with a share of its echo, which may ring on for `tail` seconds.
    pub fn in_room(mut self, mut reverb: impl AudioUnit, share: f32, tail: f32) -> Self {
        start(&mut reverb, 0);
        self.frames.resize(self.frames.len() + frames(tail), [0.0; 2]);
        for frame in &mut self.frames {
            let (left, right) = reverb.filter_stereo(frame[0], frame[1]);
            *frame = [frame[0] + share * left, frame[1] + share * right];
        }
        self
    }

    /// Louder and softer: `gain` takes the seconds since the beginning.
    pub fn shaped(mut self, gain: impl Fn(f32) -> f32) -> Self {
        for (i, frame) in self.frames.iter_mut().enumerate() {
            let gain = gain(i as f32 / RATE as f32);
            *frame = [frame[0] * gain, frame[1] * gain];
        }
        self
    }

    /// Moved across: `place` takes the seconds since the beginning and gives -1 (left) to 1 (right).
    pub fn moved(mut self, place: impl Fn(f32) -> f32) -> Self {
        for (i, frame) in self.frames.iter_mut().enumerate() {
            let (left, right) = pan(place(i as f32 / RATE as f32));
            *frame = [frame[0] * left, frame[1] * right];
        }
        self
    }

    /// Lays another sound over this one, from `at` seconds on; what reaches past the end is cut.
    pub fn add(&mut self, other: &Self, at: f32, gain: f32, place: f32) {
        let (left, right) = pan(place);
        for (to, from) in self.frames.iter_mut().skip(frames(at)).zip(&other.frames) {
            to[0] += gain * left * from[0];
            to[1] += gain * right * from[1];
        }
    }

    /// The same, where what reaches past the end goes on at the beginning: for what is repeated.
    pub fn add_around(&mut self, other: &Self, at: f32, gain: f32, place: f32) {
        let (left, right) = pan(place);
        let length = self.frames.len().max(1);
        for (i, from) in other.frames.iter().enumerate() {
            if let Some(to) = self.frames.get_mut((frames(at) + i) % length) {
                to[0] += gain * left * from[0];
                to[1] += gain * right * from[1];
            }
        }
    }

    /// Raised softly from nothing and lowered to nothing, in seconds.
    pub fn faded(mut self, rise: f32, fall: f32) -> Self {
        let length = self.frames.len();
        let (rise, fall) = (frames(rise).clamp(1, length.max(1)), frames(fall).clamp(1, length.max(1)));
        for (i, frame) in self.frames.iter_mut().enumerate() {
            let gain = soft(i as f32 / rise as f32) * soft((length - 1 - i) as f32 / fall as f32);
            *frame = [frame[0] * gain, frame[1] * gain];
        }
        self
    }

    /// The end laid over the beginning, so that it can be repeated without a seam; shorter by `overlap` seconds.
    pub fn looped(mut self, overlap: f32) -> Self {
        let overlap = frames(overlap).min(self.frames.len() / 2);
        let tail = self.frames.split_off(self.frames.len() - overlap);
        for (i, (frame, old)) in self.frames.iter_mut().zip(&tail).enumerate() {
            let share = i as f32 / overlap as f32;
            let (new_gain, old_gain) = (libm::sqrtf(share), libm::sqrtf(1.0 - share));
            *frame = [0, 1].map(|ear| new_gain * frame[ear] + old_gain * old[ear]);
        }
        self
    }

    /// At this loudness in dBFS over its whole length, but with no peak above `PEAK`.
    pub fn at_level(self, wanted: f32) -> Self {
        let gain = decibels(wanted) / self.rms().max(1e-9);
        let most = decibels(PEAK) / self.peak().max(1e-9);
        self.shaped(|_| gain.min(most))
    }

    /// With its highest peak at so many dBFS.
    pub fn at_peak(self, wanted: f32) -> Self {
        let gain = decibels(wanted.min(PEAK)) / self.peak().max(1e-9);
        self.shaped(|_| gain)
    }

    /// The largest amplitude.
    pub fn peak(&self) -> f32 {
        self.frames.iter().flatten().fold(0.0, |most, x| x.abs().max(most))
    }

    /// The effective amplitude over the whole.
    pub fn rms(&self) -> f32 {
        let sum: f64 = self.frames.iter().flatten().map(|x| f64::from(*x) * f64::from(*x)).sum();
        libm::sqrt(sum / (2 * self.frames.len()).max(1) as f64) as f32
    }

    pub fn secs(&self) -> f32 {
        self.frames.len() as f32 / RATE as f32
    }
}

/// No sound reaches higher, in dBFS.
pub const PEAK: f32 = -4.0;

/// The amplitude of a level in dB.
pub fn decibels(level: f32) -> f32 {
    libm::powf(10.0, level / 20.0)
}

fn start(unit: &mut impl AudioUnit, seed: u64) {
    unit.set_sample_rate(f64::from(RATE));
    unit.ping(false, AttoHash::new(seed));
    unit.reset();
}

fn frames(secs: f32) -> usize {
    (secs.max(0.0) * RATE as f32).round() as usize
}

/// The shares of left and right, which keep the loudness.
fn pan(place: f32) -> (f32, f32) {
    let angle = (place.clamp(-1.0, 1.0) + 1.0) * std::f32::consts::FRAC_PI_4;
    (libm::cosf(angle) * std::f32::consts::SQRT_2, libm::sinf(angle) * std::f32::consts::SQRT_2)
}

/// From 0 to 1 without a corner.
fn soft(x: f32) -> f32 {
    let x = x.clamp(0.0, 1.0);
    x * x * (3.0 - 2.0 * x)
}
