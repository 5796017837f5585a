//! Outdoors: streets, the open country, rain, leaves, and a car that passes.

use fundsp::prelude32::{lowpass_hz, lowpole_hz};

use super::buffer::Buffer;
use super::parts::{Chance, air, dying, hiss, rumble, struck, swell};
use super::rooms::{LEVEL, LOOP, SEAM};

/// Harbor Street by day: traffic a block away.
pub fn street(seed: u64) -> Buffer {
    let mut whole = rumble(240.0, LOOP + SEAM, seed).looped(SEAM).at_level(-30.0).shaped(swell(0.4, LOOP, seed));
    let tires = air(250.0, 900.0, LOOP + SEAM, seed + 1).looped(SEAM).at_level(-38.0);
    whole.add(&tires.shaped(swell(0.2, LOOP, seed + 2)), 0.0, 1.0, 0.2);
    whole.at_level(LEVEL)
}

/// The same street after midnight: farther, and lower.
pub fn street_night(seed: u64) -> Buffer {
    let mut whole = rumble(130.0, LOOP + SEAM, seed).looped(SEAM).at_level(-30.0).shaped(swell(0.55, LOOP, seed));
    let air = air(120.0, 420.0, LOOP + SEAM, seed + 4).looped(SEAM).at_level(-40.0);
    whole.add(&air, 0.0, 1.0, 0.0);
    whole.at_level(LEVEL)
}

/// A road between fields in the evening: wind, and crickets at the edge.
pub fn country(seed: u64) -> Buffer {
    let mut whole = air(90.0, 520.0, LOOP + SEAM, seed).looped(SEAM).at_level(-30.0).shaped(swell(0.3, LOOP, seed));
    let mut chance = Chance::new(seed);
    for (hz, every, place) in [(4310.0_f32, 1.1, -0.7), (4720.0, 0.73, 0.6)] {
        let chirp = struck(&[(hz, 1.0, 0.05)], 0.06, seed).faded(0.008, 0.02);
        // as many as fit, evenly, so that the last is as far from the first as any
        let times = (LOOP / every).round();
        for i in 0..times as u8 {
            let at = f32::from(i) * LOOP / times + chance.between(0.0, 0.05);
            for pulse in 0..3 {
                whole.add_around(&chirp, at + 0.052 * pulse as f32, 0.0035, place);
            }
        }
    }
    whole.at_level(LEVEL)
}

/// Rain on a street.
pub fn rain(seed: u64) -> Buffer {
    let mut whole = air(500.0, 7000.0, LOOP + SEAM, seed).looped(SEAM).at_level(-30.0).shaped(swell(0.7, LOOP, seed));
    drops(&mut whole, seed, 46.0, (1500.0, 5200.0), 0.02);
    whole.through(|| lowpole_hz(5200.0)).at_level(LEVEL)
}

/// Rain on an awning, close above.
pub fn rain_on_cloth(seed: u64) -> Buffer {
    let mut whole = air(220.0, 2600.0, LOOP + SEAM, seed).looped(SEAM).at_level(-31.0).shaped(swell(0.75, LOOP, seed));
    drops(&mut whole, seed, 38.0, (180.0, 620.0), 0.035);
    whole.at_level(LEVEL)
}

/// So many drops a second, each a short ring between two pitches.
fn drops(whole: &mut Buffer, seed: u64, a_second: f32, pitch: (f32, f32), ring: f32) {
    let mut chance = Chance::new(seed + 77);
    for _ in 0..(a_second * LOOP) as u32 {
        let hz = chance.between(pitch.0, pitch.1);
        let drop = hiss(hz, 5.0, ring * 1.3, chance.seed()).shaped(|t| dying(t, ring)).faded(0.001, 0.005);
        let near = chance.between(0.15, 1.0);
        whole.add_around(&drop, chance.between(0.0, LOOP), 0.12 * near * near, chance.between(-0.9, 0.9));
    }
}

/// A tree in light wind.
pub fn leaves(seed: u64) -> Buffer {
    let near = air(1800.0, 5200.0, LOOP + SEAM, seed).looped(SEAM).shaped(swell(0.04, LOOP, seed + 1));
    let mut whole = near;
    let level = whole.rms();
    let wind = air(120.0, 500.0, LOOP + SEAM, seed + 2).looped(SEAM).at_level(-30.0).shaped(swell(0.3, LOOP, seed + 1));
    let gain = level / wind.rms().max(1e-9);
    whole.add(&wind, 0.0, gain, -0.2);
    whole.at_level(LEVEL)
}

/// A car goes by, from one side to the other.
pub fn car(seed: u64) -> Buffer {
    let mut chance = Chance::new(seed);
    let secs = chance.between(4.2, 5.4);
    let from = if chance.between(0.0, 1.0) < 0.5 { -0.8 } else { 0.8 };
    // loudest at the middle, as near as the square of the distance
    let near = move |t: f32| 1.0 / (1.0 + libm::powf((t / secs - 0.5) * 7.0, 2.0));
    let mut whole = hiss(640.0, 0.6, secs, seed).shaped(move |t| near(t) * near(t));
    let engine = rumble(150.0, secs, seed + 1).at_level(-26.0).shaped(near);
    let tires = whole.rms();
    whole.add(&engine, 0.0, tires / engine.rms().max(1e-9), 0.0);
    let passing = whole.through(|| lowpass_hz(1500.0, 0.6)).moved(move |t| from * (1.0 - 2.0 * t / secs));
    passing.faded(1.2, 1.4).at_peak(-12.0)
}
