//! Rooms as they sound when nobody speaks.

use super::buffer::{Buffer, decibels};
use super::parts::{Chance, air, dying, hiss, hum, rumble, struck, swell};

/// Seconds of a room before it repeats, and of its seam.
pub const LOOP: f32 = 11.0;
pub const SEAM: f32 = 1.5;

/// What a room's own loudness is; the score sets how much of it is heard.
pub const LEVEL: f32 = -30.0;

/// Air that stands in a room: noise without a beginning.
pub fn standing(low: f32, high: f32, seed: u64) -> Buffer {
    air(low, high, LOOP + SEAM, seed).looped(SEAM)
}

/// A quiet living room: air, and a refrigerator two rooms away.
pub fn room(seed: u64) -> Buffer {
    let mut whole = standing(60.0, 420.0, seed);
    let level = whole.rms();
    whole.add(&hum(60.0, 3, LOOP, seed), 0.0, level * 0.25, -0.4);
    whole.at_level(LEVEL)
}

/// A bar before it opens: a cooler under the counter, the street behind the panes.
pub fn bar(seed: u64) -> Buffer {
    let mut whole = standing(70.0, 520.0, seed);
    let level = whole.rms();
    let cooler = hum(120.0, 4, LOOP, seed).shaped(swell(0.6, LOOP, seed));
    whole.add(&cooler, 0.0, level * 0.3, 0.35);
    let street = rumble(160.0, LOOP + SEAM, seed + 9).looped(SEAM).at_level(-30.0).shaped(swell(0.25, LOOP, seed + 1));
    whole.add(&street, 0.0, level / decibels(-30.0) * 0.8, -0.5);
    whole.at_level(LEVEL)
}

/// A hospital at night: the ventilation, and nothing else.
pub fn corridor(seed: u64) -> Buffer {
    let mut whole = standing(90.0, 700.0, seed);
    let level = whole.rms();
    let duct = hiss(248.0, 9.0, LOOP + SEAM, seed + 3).looped(SEAM).at_level(-30.0);
    whole.add(&duct, 0.0, level / decibels(-30.0) * 0.5, 0.2);
    whole.add(&hum(120.0, 2, LOOP, seed), 0.0, level * 0.2, -0.2);
    whole.at_level(LEVEL)
}

/// Tiles and steel: brighter air, which rings a little.
pub fn tiles(seed: u64) -> Buffer {
    let mut whole = standing(110.0, 1400.0, seed);
    let level = whole.rms();
    for (i, hz) in [310.0, 475.0, 742.0].into_iter().enumerate() {
        let ring = hiss(hz, 14.0, LOOP + SEAM, seed + i as u64).looped(SEAM).at_level(-30.0);
        whole.add(&ring, 0.0, level / decibels(-30.0) * 0.22, 0.4 - 0.4 * i as f32);
    }
    whole.at_level(LEVEL)
}

/// A stairwell: deep, with the house in its walls.
pub fn stairwell(seed: u64) -> Buffer {
    let mut whole = standing(45.0, 300.0, seed);
    let level = whole.rms();
    let pipe = hiss(182.0, 11.0, LOOP + SEAM, seed + 5).looped(SEAM).at_level(-30.0).shaped(swell(0.3, LOOP, seed));
    whole.add(&pipe, 0.0, level / decibels(-30.0) * 0.45, 0.5);
    whole.at_level(LEVEL)
}

/// A bass through the wall: no tune, only its weight.
pub fn thud(seed: u64) -> Buffer {
    const BEATS: f32 = 18.0;
    let mut chance = Chance::new(seed);
    let mut whole = Buffer::silence(LOOP);
    for beat in 0..BEATS as u8 {
        let at = f32::from(beat) * LOOP / BEATS;
        let deep = struck(&[(52.0, 1.0, 0.34), (104.0, 0.16, 0.16)], 0.5, seed + u64::from(beat));
        whole.add_around(&deep.faded(0.02, 0.12), at, chance.between(0.75, 1.0), 0.1);
    }
    whole.at_level(LEVEL)
}

/// A fluorescent tube.
pub fn tube(seed: u64) -> Buffer {
    let mut whole = hum(120.0, 7, LOOP, seed).shaped(swell(0.85, LOOP, seed));
    let level = whole.rms();
    let gas = hiss(5200.0, 2.0, LOOP + SEAM, seed + 7).looped(SEAM).at_level(-30.0);
    whole.add(&gas, 0.0, level / decibels(-30.0) * 0.12, 0.0);
    whole.at_level(LEVEL)
}

/// A patrol car that idles.
pub fn engine(seed: u64) -> Buffer {
    // whole strokes to a loop, so that it comes around in step
    const STROKES: u16 = 275;
    let mut chance = Chance::new(seed);
    let mut whole = rumble(220.0, LOOP + SEAM, seed).looped(SEAM).at_level(-34.0);
    let stroke = struck(&[(46.0, 1.0, 0.09), (71.0, 0.5, 0.06), (138.0, 0.18, 0.04)], 0.11, seed);
    let stroke = stroke.shaped(|t| 1.0 - dying(t, 0.03));
    for i in 0..STROKES {
        let at = f32::from(i) * LOOP / f32::from(STROKES);
        whole.add_around(&stroke, at, 0.05 * chance.between(0.8, 1.0), 0.0);
    }
    whole.at_level(LEVEL)
}
