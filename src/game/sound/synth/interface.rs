//! What answers the hand: small, soft, of wood.

use fundsp::prelude32::lowpass_hz;

use super::buffer::Buffer;
use super::parts::{knock, struck};

/// A small block of wood, touched.
fn wood(hz: f32, seed: u64) -> Buffer {
    let mut whole = Buffer::silence(0.2);
    whole.add(&struck(&[(hz, 1.0, 0.11), (hz * 2.76, 0.18, 0.05)], 0.15, seed).faded(0.003, 0.02), 0.002, 0.7, 0.0);
    whole.add(&knock(hz * 1.8, 0.02, seed + 1), 0.002, 0.35, 0.0);
    whole
}

fn soft(whole: Buffer) -> Buffer {
    whole.through(|| lowpass_hz(2200.0, 0.6)).faded(0.002, 0.05).at_peak(-16.0)
}

/// A line or an answer is taken.
pub fn choose(seed: u64) -> Buffer {
    soft(wood(440.0, seed))
}

/// On to the next screen.
pub fn open(seed: u64) -> Buffer {
    two(370.0, 494.0, seed)
}

/// Back to the one before.
pub fn back(seed: u64) -> Buffer {
    two(415.0, 311.0, seed)
}

fn two(first: f32, second: f32, seed: u64) -> Buffer {
    let mut whole = Buffer::silence(0.32);
    whole.add(&wood(first, seed), 0.0, 0.7, 0.0);
    whole.add(&wood(second, seed + 9), 0.085, 1.0, 0.0);
    soft(whole)
}
