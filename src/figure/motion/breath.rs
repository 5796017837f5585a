//! Breath: in for 40 % of it, out for the rest; now and then a gasp or a sigh.

use super::spring::Spring;
use crate::model::cue::{Breath, Look};

/// Share of a breath that goes in.
const IN: f32 = 0.4;
/// How much a shoulder's rise is of the chest's: what is 0.5 at the shoulders is 0.8 in the figure's breath.
const CHEST: f32 = 1.6;
/// How much of a gasp or sigh the shoulders take part in.
const SHOULDERS_IN_SIGH: f32 = 0.2;
/// How fast rate and depth follow what stirs them.
const FREQUENCY: f32 = 1.5;

/// Seconds and how full the chest is then; the last one goes back to breathing.
type Course = [(f32, f32); 3];
const GASP: Course = [(0.18, 1.0), (0.7, 1.0), (1.5, 0.0)];
/// A breath in, 2.5 s out, and back.
const SIGH: Course = [(0.45, 0.5), (2.95, -1.5), (3.9, 0.0)];

#[derive(Clone, Debug)]
pub(super) struct Breathing {
    /// 0 to 1 through one breath.
    phase: f32,
    per_minute: Spring,
    depth: Spring,
    once: Option<Once>,
}

/// A gasp or sigh under way.
#[derive(Clone, Copy, Debug)]
struct Once {
    course: &'static Course,
    passed: f32,
    /// Chest and shoulders when it began.
    from: (f32, f32),
}

impl Breathing {
    pub fn new(look: &Look, phase: f32) -> Self {
        Self {
            phase,
            per_minute: Spring::resting(look.breaths_per_minute),
            depth: Spring::resting(look.breath_depth),
            once: None,
        }
    }

    pub fn tell(&mut self, look: &Look) {
        self.per_minute.send(look.breaths_per_minute, FREQUENCY);
        self.depth.send(look.breath_depth, FREQUENCY);
    }

    pub fn begin(&mut self, breath: Breath) {
        self.once = Some(Once { course: course(breath), passed: 0.0, from: self.at() });
    }

    pub fn stop(&mut self) {
        self.once = None;
    }

    pub fn advance(&mut self, secs: f32) {
        self.per_minute.advance(secs);
        self.depth.advance(secs);
        self.phase = (self.phase + secs * self.per_minute.at / 60.0).fract();
        if let Some(once) = &mut self.once {
            once.passed += secs;
            if once.passed >= once.course[2].0 {
                self.once = None;
            }
        }
    }

    /// How full the chest is, and what that adds to the shoulders.
    pub fn at(&self) -> (f32, f32) {
        let shoulders = self.depth.at * wave(self.phase);
        let chest = CHEST * shoulders;
        self.once.map_or((chest, shoulders), |once| once.at(chest, shoulders))
    }
}

/// How full the chest of a still is.
pub(super) fn still(breath: Option<Breath>) -> f32 {
    breath.map_or(0.0, |breath| course(breath)[1].1)
}

fn course(breath: Breath) -> &'static Course {
    match breath {
        Breath::Gasp => &GASP,
        Breath::Sigh => &SIGH,
    }
}

impl Once {
    /// From where it began, along its course, and back into ordinary breath.
    fn at(&self, chest: f32, shoulders: f32) -> (f32, f32) {
        let [(first, full), (second, empty), (last, _)] = *self.course;
        let mix = |a: (f32, f32), b: (f32, f32), t: f32| (a.0 + (b.0 - a.0) * ease(t), a.1 + (b.1 - a.1) * ease(t));
        let (full, empty) = ((full, full * SHOULDERS_IN_SIGH), (empty, empty * SHOULDERS_IN_SIGH));
        match self.passed {
            t if t < first => mix(self.from, full, t / first),
            t if t < second => mix(full, empty, (t - first) / (second - first)),
            t => mix(empty, (chest, shoulders), (t - second) / (last - second)),
        }
    }
}

/// -1 breathed out to 1 breathed in.
fn wave(phase: f32) -> f32 {
    let t = if phase < IN { phase / IN } else { 1.0 - (phase - IN) / (1.0 - IN) };
    2.0 * ease(t) - 1.0
}

fn ease(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    0.5 - 0.5 * libm::cosf(std::f32::consts::PI * t)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_breath_goes_in_for_two_fifths_of_it() {
        assert_eq!((wave(0.0), wave(0.4)), (-1.0, 1.0));
        assert!(wave(0.39) > wave(0.3) && wave(0.5) > wave(0.9));
    }

    #[test]
    fn a_sigh_empties_the_chest_in_two_and_a_half_seconds() {
        let chest = |passed| Once { course: &SIGH, passed, from: (0.1, 0.1) }.at(0.1, 0.1).0;
        assert!(
            (chest(0.0) - 0.1).abs() < 1e-4 && (chest(0.45) - 0.5).abs() < 1e-4 && (chest(2.95) + 1.5).abs() < 1e-4
        );
    }
}
