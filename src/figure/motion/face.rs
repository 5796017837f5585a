//! The action units of a face, each side a spring; no face is even.

use super::chance::Chance;
use super::channel::Channel;
use super::facing::Facing;
use super::order::{Pace, Part};
use crate::figure::{ActionUnits, Side};
use crate::model::cue::{Look, UNITS};

/// Units of the middle of the face, and lids that fall together: the same on both sides.
const EVEN: [u8; 5] = [17, 18, 25, 26, 43];
/// The weaker side has this share less (ART, section 1).
const UNEVEN: (f32, f32) = (0.05, 0.15);
/// The weaker side sets out this much later, in seconds.
const LEAD_SECS: (f32, f32) = (0.03, 0.06);

#[derive(Clone, Debug)]
pub(super) struct Face {
    muscles: Vec<Muscle>,
    chance: Chance,
}

#[derive(Clone, Debug)]
struct Muscle {
    number: u8,
    /// What each side does of what it is told, right and left; the stronger side 1.
    shares: [f32; 2],
    /// Right and left.
    sides: [Channel; 2],
}

impl Face {
    pub fn new(mut chance: Chance) -> Self {
        let weaker = if chance.happens(0.5) { Side::Right } else { Side::Left };
        let muscles = UNITS.iter().map(|number| {
            let mut shares = [1.0; 2];
            let less = chance.between(UNEVEN);
            if !EVEN.contains(number) {
                shares[weaker as usize] -= less;
            }
            Muscle { number: *number, shares, sides: [Channel::resting(0.0), Channel::resting(0.0)] }
        });
        Self { muscles: muscles.collect(), chance }
    }

    pub fn tell(&mut self, look: &Look, facing: Facing, pace: Pace) {
        for muscle in &mut self.muscles {
            let lead = pace.hurried(self.chance.between(LEAD_SECS));
            muscle.tell(look, facing, pace, lead);
        }
    }

    pub fn jump(&mut self, look: &Look, facing: Facing) {
        for muscle in &mut self.muscles {
            let goals = muscle.goals(look, facing);
            muscle.sides.iter_mut().zip(goals).for_each(|(side, goal)| side.jump(goal));
        }
    }

    pub fn advance(&mut self, secs: f32) {
        self.muscles.iter_mut().flat_map(|muscle| &mut muscle.sides).for_each(|side| side.advance(secs));
    }

    pub fn units(&self) -> ActionUnits {
        let mut units = ActionUnits::default();
        for Muscle { number, sides: [right, left], .. } in &self.muscles {
            units.set(usize::from(*number), right.at(), left.at());
        }
        units
    }
}

impl Muscle {
    fn goals(&self, look: &Look, facing: Facing) -> [f32; 2] {
        let [right, left] = facing.sides(look.unit(self.number));
        [right * self.shares[0], left * self.shares[1]]
    }

    fn tell(&mut self, look: &Look, facing: Facing, pace: Pace, lead: f32) {
        let (goals, part) = (self.goals(look, facing), Part::of_unit(self.number));
        let strengths = [goals[0].max(self.sides[0].goal()), goals[1].max(self.sides[1].goal())];
        for (i, side) in self.sides.iter_mut().enumerate() {
            let frequency = if goals[i] > side.goal() { pace.grows(part) } else { pace.fades(part) };
            let lag = if strengths[i] < strengths[1 - i] { lead } else { 0.0 };
            side.tell(goals[i], frequency, pace.wait(part) + lag);
        }
    }
}
