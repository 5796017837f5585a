//! What sounds are made of: bands of noise, struck things, hums and swells.

use fundsp::prelude32::{
    An, AudioNode, U0, U1, bandpass_hz, brown, dc, highpass_hz, lowpass_hz, lowpole_hz, pink, sine_hz, soft_saw, white,
};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::buffer::Buffer;

/// Chance with a seed.
pub struct Chance(ChaCha8Rng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    pub fn between(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.0.random::<f32>()
    }

    pub fn seed(&mut self) -> u64 {
        self.0.random()
    }
}

/// Soft noise all around, from `low` to `high` Hz.
pub fn air(low: f32, high: f32, secs: f32, seed: u64) -> Buffer {
    Buffer::wide(|| pink() >> highpass_hz(low, 0.7) >> lowpass_hz(high, 0.6) >> lowpole_hz(high), secs, seed)
}

/// Deep noise all around, below `high` Hz.
pub fn rumble(high: f32, secs: f32, seed: u64) -> Buffer {
    Buffer::wide(|| brown() >> highpass_hz(28.0, 0.7) >> lowpass_hz(high, 0.6), secs, seed)
}

/// Bright noise from one point, around `center` Hz; `sharp` from 0.5 (wide) to 20 (nearly a tone).
pub fn hiss(center: f32, sharp: f32, secs: f32, seed: u64) -> Buffer {
    Buffer::of(white() >> bandpass_hz(center, sharp), secs, seed)
}

/// One tone with its overtones, each half as loud as the one before.
pub fn hum(hz: f32, overtones: u8, secs: f32, seed: u64) -> Buffer {
    let mut whole = Buffer::silence(secs);
    for n in 1..=overtones {
        let tone = Buffer::of(sine_hz(hz * f32::from(n)), secs, seed + u64::from(n));
        whole.add(&tone, 0.0, libm::powf(0.5, f32::from(n)), 0.0);
    }
    whole
}

/// A voice's raw tone: its strings, before the mouth.
pub fn strings(hz: f32) -> An<impl AudioNode<Inputs = U0, Outputs = U1>> {
    dc(hz) >> soft_saw()
}

/// A mouth's opening: two bands.
pub fn mouth(first: f32, second: f32) -> An<impl AudioNode<Inputs = U1, Outputs = U1>> {
    bandpass_hz(first, 3.0) & (0.5 * bandpass_hz(second, 5.0))
}

/// Something struck: tones that die away, given as (Hz, loudness, seconds to a thousandth).
pub fn struck(partials: &[(f32, f32, f32)], secs: f32, seed: u64) -> Buffer {
    let mut whole = Buffer::silence(secs);
    for (i, (hz, gain, ring)) in partials.iter().enumerate() {
        let tone = Buffer::of(sine_hz(*hz), secs, seed + i as u64).shaped(|t| dying(t, *ring));
        whole.add(&tone, 0.0, *gain, 0.0);
    }
    whole.faded(0.0015, 0.01)
}

/// A dull knock: a moment of noise around `center` Hz.
pub fn knock(center: f32, ring: f32, seed: u64) -> Buffer {
    hiss(center, 1.4, ring * 1.2, seed).shaped(|t| dying(t, ring)).faded(0.002, ring * 0.3)
}

/// From 1 to a thousandth within `ring` seconds.
pub fn dying(t: f32, ring: f32) -> f32 {
    libm::expf(-6.9 * t / ring.max(1e-3))
}

/// Slow rising and falling between `low` and 1 that comes back to its beginning after `secs`.
pub fn swell(low: f32, secs: f32, seed: u64) -> impl Fn(f32) -> f32 {
    let mut chance = Chance::new(seed);
    let waves: Vec<(f32, f32)> = (1..=4).map(|n| (n as f32, chance.between(0.0, std::f32::consts::TAU))).collect();
    move |t| {
        let turn = std::f32::consts::TAU * t / secs;
        let sum: f32 = waves.iter().map(|(n, phase)| libm::sinf(turn * n + phase) / n).sum();
        low + (1.0 - low) * (0.5 + sum / 4.2).clamp(0.0, 1.0)
    }
}
