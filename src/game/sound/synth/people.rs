//! What people let be heard: steps, breath, voices too far off for words.

use fundsp::prelude32::{
    An, AudioNode, AudioUnit, U1, bandpass_hz, highpass_hz, lowpass_hz, lowpole_hz, pink, reverb_stereo,
};

use super::buffer::Buffer;
use super::parts::{Chance, dying, hiss, knock, mouth, strings, struck, swell};
use super::rooms::{LEVEL, LOOP};

/// One step: a heel, and the sole after it.
fn step(hard: f32, seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(0.34);
    let heel = chance.between(0.85, 1.15);
    whole.add(&struck(&[(82.0 * heel, 1.0, 0.12), (147.0 * heel, 0.4, 0.07)], 0.2, seed), 0.0, 0.5, 0.0);
    whole.add(&knock(900.0 * heel, 0.035, chance.seed()), 0.0, 1.1 * hard, 0.0);
    whole.add(&knock(420.0 * heel, 0.06, chance.seed()), 0.0, 0.9, 0.0);
    whole.add(&knock(1500.0, 0.07, chance.seed()), chance.between(0.075, 0.095), 0.22 * hard, 0.0);
    whole
}

/// So many steps, each after about `pace` seconds, growing and fading by `gain` (0 at the first, 1 at the last).
fn walk(count: u8, pace: f32, hard: f32, seed: u64, gain: impl Fn(f32) -> f32) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(f32::from(count) * pace + 0.4);
    for i in 0..count {
        let at = f32::from(i) * pace + chance.between(0.0, 0.035);
        let share = f32::from(i) / f32::from(count.max(2) - 1);
        let side = if i % 2 == 0 { -0.12 } else { 0.12 };
        whole.add(&step(hard, chance.seed()), at, gain(share) * chance.between(0.8, 1.0), side);
    }
    whole
}

/// Somebody walks up on a floor indoors.
pub fn steps(seed: u64) -> Buffer {
    let near = walk(5, 0.56, 1.0, seed, |share| 0.35 + 0.65 * share).through(|| lowpass_hz(2600.0, 0.6));
    near.in_room(reverb_stereo(10.0, 0.7, 0.7), 0.5, 0.6).faded(0.002, 0.3).at_peak(-10.0)
}

/// Somebody passes on the sidewalk.
pub fn steps_outside(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let from = if chance.between(0.0, 1.0) < 0.5 { -0.7 } else { 0.7 };
    let walked = walk(9, chance.between(0.52, 0.6), 0.7, seed, |share| {
        let off = (share - 0.5) * 2.4;
        1.0 / (1.0 + off * off * 1.6)
    });
    let secs = walked.secs();
    walked
        .through(|| lowpass_hz(1900.0, 0.6))
        .moved(move |t| from * (1.0 - 2.0 * t / secs))
        .faded(0.01, 0.2)
        .at_peak(-12.0)
}

/// One breath, in and out.
pub fn breath(seed: u64) -> Buffer {
    let hill = |t: f32, from: f32, to: f32| {
        let x = ((t - from) / (to - from)).clamp(0.0, 1.0);
        let s = libm::sinf(std::f32::consts::PI * x);
        s * s
    };
    let mut whole = Buffer::silence(2.7);
    let inward = Buffer::of(pink() >> mouth_air(1500.0, 3400.0), 2.7, seed).shaped(|t| hill(t, 0.0, 1.0));
    let outward = Buffer::of(pink() >> mouth_air(780.0, 1900.0), 2.7, seed + 1).shaped(|t| hill(t, 1.1, 2.65));
    whole.add(&inward, 0.0, 0.6, 0.0);
    whole.add(&outward, 0.0, 1.0, 0.0);
    whole.faded(0.05, 0.05).at_peak(-14.0)
}

fn mouth_air(first: f32, second: f32) -> An<impl AudioNode<Inputs = U1, Outputs = U1>> {
    (bandpass_hz(first, 1.1) & (0.35 * bandpass_hz(second, 1.2))) >> lowpole_hz(4200.0)
}

/// Somebody clears their throat, some way off.
pub fn cough(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(1.0);
    for at in [0.02, 0.36] {
        let burst = hiss(chance.between(620.0, 760.0), 1.3, 0.3, chance.seed()).shaped(|t| dying(t, 0.24));
        whole.add(&burst.faded(0.012, 0.1), at, chance.between(0.7, 1.0), 0.0);
        let voice = Buffer::of(strings(chance.between(105.0, 125.0)) >> mouth(560.0, 1150.0), 0.2, chance.seed());
        whole.add(&voice.shaped(|t| dying(t, 0.2)).faded(0.02, 0.08), at + 0.01, 0.5, 0.0);
    }
    let far = whole.through(|| lowpass_hz(1400.0, 0.6));
    far.in_room(reverb_stereo(12.0, 0.9, 0.6), 0.6, 0.7).faded(0.005, 0.3).at_peak(-14.0)
}

/// One voice that says nothing: syllables with rests, for a whole loop.
fn voice(hz: f32, seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(LOOP);
    let mut at = chance.between(0.0, 1.5);
    while at < LOOP {
        let phrase = at + chance.between(0.7, 2.4);
        let mut pitch = hz * chance.between(0.95, 1.15);
        while at < phrase {
            let secs = chance.between(0.11, 0.26);
            let (first, second) = (chance.between(300.0, 720.0), chance.between(900.0, 2000.0));
            let spoken = Buffer::of(strings(pitch) >> mouth(first, second), secs, chance.seed());
            whole.add_around(&spoken.faded(0.035, 0.06), at, chance.between(0.5, 1.0), 0.0);
            at += secs * chance.between(0.85, 1.15);
            pitch *= chance.between(0.95, 1.035);
        }
        at += chance.between(0.5, 2.6);
    }
    whole
}

fn voices(count: u8, seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(LOOP);
    for i in 0..count {
        let hz = if i % 2 == 0 { chance.between(95.0, 130.0) } else { chance.between(170.0, 225.0) };
        whole.add(&voice(hz, chance.seed()), 0.0, chance.between(0.5, 1.0), chance.between(-0.7, 0.7));
    }
    whole
}

/// A few guests at other tables.
pub fn murmur(seed: u64) -> Buffer {
    around(voices(7, seed), || lowpass_hz(1100.0, 0.6)).at_level(LEVEL)
}

/// The same behind a wall: only its melody is left.
pub fn next_door(seed: u64) -> Buffer {
    around(voices(5, seed), || lowpass_hz(420.0, 0.7) >> lowpole_hz(500.0)).at_level(LEVEL)
}

/// A television that nobody watches.
pub fn television(seed: u64) -> Buffer {
    let mut whole = voices(2, seed);
    let laughter = Buffer::wide(|| pink() >> bandpass_hz(900.0, 0.8), LOOP, seed + 5);
    let rise = swell(0.0, LOOP, seed + 6);
    let level = whole.rms() / laughter.rms().max(1e-9);
    whole.add(&laughter.shaped(move |t| libm::powf(rise(t), 6.0)).faded(0.4, 0.4), 0.0, level * 0.5, 0.0);
    around(whole, || highpass_hz(260.0, 0.7) >> lowpass_hz(1500.0, 0.6)).at_level(LEVEL)
}

/// Filtered twice around, so that the filter is in swing where the loop begins.
fn around<U: AudioUnit>(whole: Buffer, filter: impl Fn() -> U) -> Buffer {
    let length = whole.frames.len();
    let twice = Buffer { frames: [whole.frames.as_slice(), whole.frames.as_slice()].concat() };
    Buffer { frames: twice.through(filter).frames.split_off(length) }
}
