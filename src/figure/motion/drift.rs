//! What never quite rests: a slow drift of the head, and faint stirrings of the face.

use super::chance::Chance;
use crate::figure::{ActionUnits, Posture, Side};

/// Cycles a second.
const RATE: (f32, f32) = (0.1, 0.2);
/// Degrees the head drifts to each side: yaw, pitch, roll; then the body's lean.
const DEGREES: [f32; 4] = [0.7, 0.6, 0.5, 0.2];
/// Action units that stir, and by how much at most.
const STIRRING: [u8; 5] = [1, 2, 4, 6, 24];
const STIR: f32 = 0.04;

#[derive(Clone, Debug)]
pub(super) struct Drift {
    /// Seconds it has gone on.
    time: f64,
    head: [Noise; 4],
    face: [Noise; 5],
}

/// Two sines that do not fit each other.
#[derive(Clone, Copy, Debug)]
struct Noise {
    rates: [f32; 2],
    starts: [f32; 2],
}

impl Drift {
    pub fn new(mut chance: Chance) -> Self {
        Self {
            time: 0.0,
            head: std::array::from_fn(|_| Noise::new(&mut chance)),
            face: std::array::from_fn(|_| Noise::new(&mut chance)),
        }
    }

    pub fn advance(&mut self, secs: f32) {
        self.time += f64::from(secs);
    }

    /// `sway` 1 is ordinary.
    pub fn move_head(&self, posture: &mut Posture, sway: f32) {
        let [yaw, pitch, roll, lean]: [f32; 4] =
            std::array::from_fn(|i| sway * DEGREES[i] * self.head[i].at(self.time));
        posture.yaw += yaw;
        posture.pitch += pitch;
        posture.roll += roll;
        posture.lean += lean;
    }

    pub fn stir(&self, units: &mut ActionUnits) {
        for (number, noise) in STIRRING.iter().map(|n| usize::from(*n)).zip(&self.face) {
            let by = STIR * (0.5 + 0.5 * noise.at(self.time));
            units.set(number, units.at(number, Side::Right) + by, units.at(number, Side::Left) + by);
        }
    }
}

impl Noise {
    fn new(chance: &mut Chance) -> Self {
        let mut turn = || chance.share();
        let starts = [turn(), turn()];
        Self { rates: [chance.between(RATE), chance.between(RATE)], starts }
    }

    /// -1 to 1.
    fn at(&self, time: f64) -> f32 {
        let sine = |i: usize| {
            let turns = (time * f64::from(self.rates[i]) + f64::from(self.starts[i])).fract();
            libm::sinf(turns as f32 * std::f32::consts::TAU)
        };
        0.6 * sine(0) + 0.4 * sine(1)
    }
}
