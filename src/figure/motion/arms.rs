//! The arms on their way from pose to pose.

use super::chance::Chance;
use crate::figure::Arms;

/// How long a change of pose takes, in seconds; hands go up fast, and arms close slowly around a body.
const CHANGE_SECS: (f32, f32) = (0.45, 0.7);
const HANDS_UP_SECS: f32 = 0.3;
const HUG_SECS: f32 = 0.9;
/// A change that another waits for hurries by this factor.
const HURRY: f32 = 1.5;

#[derive(Clone, Debug)]
pub(super) struct ArmsMotion {
    arms: Arms,
    secs: f32,
    /// The pose that comes next, and how long until it may begin.
    next: Option<(f32, String)>,
    chance: Chance,
}

impl ArmsMotion {
    pub fn new(pose: &str, chance: Chance) -> Self {
        Self { arms: resting(pose), secs: 1.0, next: None, chance }
    }

    pub fn tell(&mut self, pose: &str, wait: f32) {
        let goal = self.next.as_ref().map_or(self.arms.to.as_str(), |(_, next)| next);
        if goal != pose {
            self.next = Some((wait, pose.to_owned()));
        }
    }

    pub fn jump(&mut self, pose: &str) {
        (self.arms, self.next) = (resting(pose), None);
    }

    pub fn advance(&mut self, secs: f32) {
        let mut hurry = 1.0;
        if let Some((wait, _)) = &mut self.next {
            *wait -= secs;
            if *wait <= 0.0 {
                hurry = HURRY;
                self.begin_next();
            }
        }
        if self.arms.from != self.arms.to {
            self.arms.share += hurry * secs / self.secs;
            if self.arms.share >= 1.0 {
                self.arms = resting(&self.arms.to);
            }
        }
    }

    pub fn arms(&self) -> &Arms {
        &self.arms
    }

    /// Between two poses arms may turn back to where they came from; to a third they go once they have arrived.
    fn begin_next(&mut self) {
        let Some((wait, pose)) = self.next.take() else { return };
        let Arms { from, to, share } = &self.arms;
        if pose == *to {
            return;
        }
        if pose == *from {
            self.arms = Arms { from: to.clone(), to: pose, share: 1.0 - share };
        } else if from == to {
            self.secs = self.secs_to(&pose);
            self.arms = Arms { from: std::mem::take(&mut self.arms.to), to: pose, share: 0.0 };
        } else {
            self.next = Some((wait, pose));
        }
    }

    fn secs_to(&mut self, pose: &str) -> f32 {
        let usual = self.chance.between(CHANGE_SECS);
        match pose {
            "hands_up" => HANDS_UP_SECS,
            "hug" => HUG_SECS,
            _ => usual,
        }
    }
}

fn resting(pose: &str) -> Arms {
    Arms { from: pose.to_owned(), to: pose.to_owned(), share: 0.0 }
}
