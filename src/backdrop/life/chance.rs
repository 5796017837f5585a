//! Chance without a memory: the n-th draw can be had at once, so that any moment can be drawn first.

/// What the draws of one event or one rain are made from.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u64);

impl Chance {
    /// Events of one name draw the same.
    pub fn new(seed: u64, name: &str) -> Self {
        // FNV-1a
        let start = 0xcbf2_9ce4_8422_2325;
        let hash = name.bytes().fold(start, |h: u64, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Self(mixed(seed ^ hash))
    }

    /// Draws of its own for each part and each time it begins anew.
    pub fn of(self, part: i64) -> Self {
        Self(mixed(self.0 ^ part.cast_unsigned()))
    }

    /// 0 up to but not quite 1: one of several draws.
    pub fn share(self, draw: u8) -> f32 {
        (mixed(self.0 ^ (u64::from(draw) << 56)) >> 40) as f32 / (1 << 24) as f32
    }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
fn mixed(value: u64) -> u64 {
    let mut bits = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
