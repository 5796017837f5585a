//! Things that are touched, moved, dropped, or that work by themselves.

use fundsp::prelude32::{lowpass_hz, lowpole_hz, reverb_stereo};

use super::buffer::Buffer;
use super::parts::{Chance, dying, hiss, hum, knock, struck};
use super::rooms::{LEVEL, LOOP};

/// A door: the latch, the leaf in its frame.
pub fn door(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(1.1);
    whole.add(&struck(&[(1480.0, 0.5, 0.04), (2350.0, 0.3, 0.03)], 0.08, seed), 0.02, 0.35, 0.1);
    whole.add(&knock(1900.0, 0.03, chance.seed()), 0.02, 0.7, 0.1);
    whole.add(&knock(1300.0, 0.04, chance.seed()), 0.11, 0.5, 0.1);
    let air = hiss(300.0, 0.7, 0.5, chance.seed()).shaped(|t| libm::sinf(std::f32::consts::PI * t / 0.5));
    whole.add(&air, 0.12, 0.12, 0.0);
    let leaf = struck(&[(63.0, 1.0, 0.3), (118.0, 0.6, 0.2), (204.0, 0.25, 0.12)], 0.4, seed + 4);
    whole.add(&leaf, 0.55, 0.8, 0.0);
    whole.add(&knock(380.0, 0.09, chance.seed()), 0.55, 1.6, 0.0);
    whole.add(&knock(1600.0, 0.03, chance.seed()), 0.58, 0.4, 0.1);
    let shut = whole.through(|| lowpass_hz(3200.0, 0.6));
    shut.in_room(reverb_stereo(10.0, 0.8, 0.7), 0.45, 0.7).faded(0.003, 0.4).at_peak(-9.0)
}

/// One glass that rings, of this size (1 is a tumbler).
fn rim(size: f32, ring: f32, seed: u64) -> Buffer {
    let hz = 2100.0 / size;
    struck(&[(hz, 1.0, ring), (hz * 2.32, 0.5, ring * 0.6), (hz * 4.25, 0.22, ring * 0.35)], ring * 1.2, seed)
}

/// A rack of glasses goes over and breaks; without an edge that would make anybody jump.
pub fn glass(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(2.2);
    whole.add(&knock(520.0, 0.12, chance.seed()), 0.01, 1.3, 0.0);
    for i in 0..52_u8 {
        // most at once, the rest running after it
        let late = chance.between(0.0, 1.0);
        let at = 0.03 + 1.25 * late * late * late;
        let shard = rim(chance.between(0.45, 1.3), chance.between(0.06, 0.3), chance.seed());
        let gain = chance.between(0.12, 0.5) * (1.0 - 0.7 * late);
        whole.add(&shard, at, gain, chance.between(-0.6, 0.6));
        if i % 3 == 0 {
            whole.add(&knock(chance.between(2600.0, 5200.0), 0.05, chance.seed()), at, gain, 0.0);
        }
    }
    let broken = whole.through(|| lowpole_hz(5200.0));
    broken.in_room(reverb_stereo(10.0, 0.9, 0.5), 0.4, 0.8).faded(0.006, 0.5).at_peak(-8.0)
}

/// Two glasses touch.
pub fn clink(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(0.8);
    let size = chance.between(0.85, 1.15);
    whole.add(&rim(size, 0.5, chance.seed()), 0.0, 0.5, -0.1);
    whole.add(&rim(size * chance.between(0.8, 0.92), 0.42, chance.seed()), 0.012, 0.35, 0.1);
    whole
        .through(|| lowpole_hz(4200.0))
        .in_room(reverb_stereo(10.0, 0.8, 0.6), 0.4, 0.6)
        .faded(0.002, 0.3)
        .at_peak(-14.0)
}

/// A sheet is turned.
pub fn paper(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(0.5);
    let stroke = hiss(2700.0, 0.6, 0.38, chance.seed()).shaped(|t| {
        let s = libm::sinf(std::f32::consts::PI * (t / 0.38));
        s * s
    });
    whole.add(&stroke, 0.02, 0.5, 0.0);
    for _ in 0..26 {
        let crease = knock(chance.between(1500.0, 4600.0), chance.between(0.006, 0.018), chance.seed());
        let at = chance.between(0.03, 0.36);
        whole.add(&crease, at, chance.between(0.1, 0.6) * (1.0 - at), chance.between(-0.3, 0.3));
    }
    whole.through(|| lowpass_hz(3600.0, 0.6)).faded(0.01, 0.12).at_peak(-14.0)
}

/// A drop falls into water.
pub fn drip(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let hz = chance.between(880.0, 1180.0);
    let mut whole = Buffer::silence(0.3);
    // the bubble's note rises as it closes
    for i in 0..4_u8 {
        let part = struck(&[(hz * (1.0 + 0.09 * f32::from(i)), 1.0, 0.05)], 0.07, chance.seed()).faded(0.006, 0.02);
        whole.add(&part, 0.004 + 0.009 * f32::from(i), 0.5, 0.0);
    }
    whole.add(&knock(3000.0, 0.01, chance.seed()), 0.0, 0.2, 0.0);
    whole.in_room(reverb_stereo(12.0, 1.0, 0.5), 0.5, 0.8).faded(0.002, 0.5).at_peak(-14.0)
}

/// A tube's starter: two small ticks and the hum between them.
pub fn flicker(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(0.4);
    for at in [0.01, chance.between(0.1, 0.15)] {
        whole.add(&struck(&[(2900.0, 0.6, 0.03), (4700.0, 0.3, 0.02)], 0.05, chance.seed()), at, 0.7, 0.0);
        whole.add(&knock(3400.0, 0.012, chance.seed()), at, 0.5, 0.0);
    }
    whole.add(&hum(120.0, 6, 0.16, seed).faded(0.03, 0.06), 0.02, 0.3, 0.0);
    whole.through(|| lowpole_hz(5000.0)).faded(0.003, 0.15).at_peak(-16.0)
}

/// A door chain.
pub fn chain(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(0.9);
    for i in 0..15_u8 {
        let hz = chance.between(2200.0, 4100.0);
        let link = struck(&[(hz, 1.0, 0.07), (hz * 1.57, 0.5, 0.05)], 0.1, chance.seed());
        let at = 0.02 + 0.035 * f32::from(i) + chance.between(0.0, 0.03);
        whole.add(&link, at, 0.4 * (1.0 - f32::from(i) / 18.0) * chance.between(0.4, 1.0), chance.between(-0.2, 0.2));
    }
    whole.through(|| lowpole_hz(4400.0)).faded(0.003, 0.2).at_peak(-14.0)
}

/// A telephone hums on a table, twice.
pub fn phone(seed: u64) -> Buffer {
    let mut whole = Buffer::silence(2.2);
    for at in [0.05, 1.15] {
        let buzz = hum(155.0, 5, 0.62, seed).faded(0.05, 0.09);
        whole.add(&buzz, at, 0.7, 0.0);
        whole.add(&hiss(520.0, 2.0, 0.62, seed + 2).faded(0.06, 0.1), at, 0.1, 0.0);
    }
    whole.through(|| lowpass_hz(1400.0, 0.6)).faded(0.01, 0.05).at_peak(-16.0)
}

/// A porter's trolley goes by at the other end.
pub fn trolley(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let secs = 6.0;
    let near = move |t: f32| {
        let s = libm::sinf(std::f32::consts::PI * (t / secs).clamp(0.0, 1.0));
        s * s
    };
    let mut whole = hiss(210.0, 0.8, secs, seed).shaped(near);
    let mut at = 0.4;
    while at < secs - 0.5 {
        let rattle = struck(&[(chance.between(1150.0, 1900.0), 0.7, 0.05)], 0.07, chance.seed());
        whole.add(&rattle, at, 0.35 * near(at) * chance.between(0.3, 1.0), chance.between(-0.2, 0.2));
        at += chance.between(0.06, 0.3);
    }
    let far = whole.through(|| lowpass_hz(1800.0, 0.6)).moved(move |t| 0.6 - 1.2 * t / secs);
    far.in_room(reverb_stereo(16.0, 1.3, 0.6), 0.6, 1.0).faded(0.3, 0.9).at_peak(-15.0)
}

/// The relay of a hazard light: one tick.
pub fn relay(seed: u64) -> Buffer {
    let mut whole = Buffer::silence(0.12);
    whole.add(&knock(1250.0, 0.02, seed), 0.004, 1.0, 0.0);
    whole.add(&struck(&[(860.0, 0.5, 0.03)], 0.05, seed), 0.004, 0.4, 0.0);
    whole.through(|| lowpass_hz(2600.0, 0.6)).faded(0.002, 0.03).at_peak(-18.0)
}

/// In the kitchen a knife goes on a board: runs of cuts, and rests between them.
pub fn knife(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(LOOP);
    let mut at = 0.3;
    while at < LOOP - 1.2 {
        let cuts = chance.between(4.0, 11.0) as u8;
        let pace = chance.between(0.19, 0.24);
        for _ in 0..cuts {
            let mut cut = Buffer::silence(0.2);
            cut.add(&knock(chance.between(640.0, 760.0), 0.045, chance.seed()), 0.0, 1.0, 0.0);
            cut.add(&struck(&[(196.0, 1.0, 0.08)], 0.1, chance.seed()).shaped(|t| dying(t, 0.1)), 0.0, 0.5, 0.0);
            if at < LOOP - 0.4 {
                whole.add(&cut, at, chance.between(0.6, 1.0), -0.5);
            }
            at += pace * chance.between(0.94, 1.08);
        }
        at += chance.between(0.9, 1.9);
    }
    whole.through(|| lowpass_hz(1200.0, 0.6)).faded(0.02, 0.02).at_level(LEVEL)
}
