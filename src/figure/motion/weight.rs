//! Weight that goes from one leg to the other, now and then, as of anybody who stands for long.

use super::chance::Chance;
use super::spring::Spring;
use crate::figure::Posture;
use crate::model::cue::Look;

/// Seconds between two shifts. Whoever is tense or torn shifts at the short end of it.
const EVERY_SECS: (f32, f32) = (8.0, 20.0);
/// Degrees the body leans over the leg it stands on, in an easy person.
const LEAN: (f32, f32) = (0.6, 1.3);
/// Degrees the body turns along, for each degree of lean.
const TURN: f32 = 1.6;
/// The head stays level: it tilts back by this share of the lean.
const LEVEL: f32 = 0.6;
/// How often weight goes to the middle instead of the other leg.
const MIDDLE: f32 = 0.25;
const FREQUENCY: f32 = 1.8;
/// Breaths a minute of somebody calm, and of somebody as tense as they get.
const CALM: f32 = 13.0;
const TENSE: f32 = 26.0;

#[derive(Clone, Debug)]
pub(super) struct Weight {
    lean: Spring,
    wait: f32,
    /// The leg they stand on: -1 or 1.
    leg: f32,
    chance: Chance,
}

impl Weight {
    pub fn new(mut chance: Chance) -> Self {
        let leg = if chance.happens(0.5) { 1.0 } else { -1.0 };
        Self { lean: Spring::resting(0.0), wait: chance.between((2.0, EVERY_SECS.1)), leg, chance }
    }

    pub fn advance(&mut self, secs: f32, look: &Look) {
        let restless = restlessness(look);
        // who grows restless does not wait out the time of a calm one
        self.wait = (self.wait - secs).min(longest(restless));
        if self.wait <= 0.0 {
            self.shift(restless, look.sway);
        }
        self.lean.advance(secs);
    }

    pub fn carry(&self, posture: &mut Posture) {
        posture.lean += self.lean.at;
        posture.body_yaw += TURN * self.lean.at;
        posture.roll -= LEVEL * self.lean.at;
    }

    fn shift(&mut self, restless: f32, sway: f32) {
        self.wait = self.chance.between((EVERY_SECS.0, longest(restless)));
        let far = self.chance.between(LEAN) * (1.0 + 0.8 * restless) * sway.clamp(0.0, 1.0);
        let middle = self.chance.happens(MIDDLE);
        self.leg = -self.leg;
        self.lean.send(if middle { 0.0 } else { self.leg * far }, FREQUENCY);
    }
}

/// 0 at ease to 1: torn (who sways more than usual) or tense (who breathes fast).
fn restlessness(look: &Look) -> f32 {
    let torn = (look.sway - 1.0) / 1.5;
    let tense = (look.breaths_per_minute - CALM) / (TENSE - CALM);
    torn.max(tense).clamp(0.0, 1.0)
}

fn longest(restless: f32) -> f32 {
    EVERY_SECS.1 + (EVERY_SECS.0 + 2.0 - EVERY_SECS.1) * restless
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::motion::everyday;

    /// The seconds between shifts in ten minutes, and how far the body leans on average.
    fn shifts(look: &Look) -> (Vec<f32>, f32) {
        let mut weight = Weight::new(Chance::new(3, 7));
        let (mut gaps, mut passed, mut leant) = (vec![], 0.0, 0.0);
        for _ in 0..(600 * 30) {
            let before = weight.lean.target();
            weight.advance(1.0 / 30.0, look);
            passed += 1.0 / 30.0;
            leant += weight.lean.at.abs() / 18_000.0;
            if weight.lean.target() != before {
                gaps.push(std::mem::take(&mut passed));
            }
        }
        gaps.remove(0);
        (gaps, leant)
    }

    #[test]
    fn weight_shifts_every_eight_to_twenty_seconds_and_oftener_and_farther_when_torn_or_tense() {
        let easy = everyday(&Posture::default());
        let (torn, tense) = (Look { sway: 2.5, ..easy.clone() }, Look { breaths_per_minute: 26.0, ..easy.clone() });
        let ((calm, little), (often, far), (tensely, wide)) = (shifts(&easy), shifts(&torn), shifts(&tense));
        // two goings to the middle in a row are one longer stand
        assert!(calm.iter().all(|secs| (7.9..=41.0).contains(secs)), "{calm:?}");
        assert!(often.len() > calm.len() + 8 && tensely.len() > calm.len() + 8);
        assert!(far > 1.3 * little && wide > 1.3 * little && little > 0.2, "{little} {far} {wide}");
    }

    #[test]
    fn somebody_who_shut_down_hardly_shifts() {
        let easy = everyday(&Posture::default());
        let (_, shut) = shifts(&Look { sway: 0.2, ..easy.clone() });
        assert!(shut < 0.4 * shifts(&easy).1);
    }
}
