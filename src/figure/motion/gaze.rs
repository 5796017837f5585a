//! Where the eyes look: they jump, hold, drift a little and jump again, each emotion at its own pace.

use super::chance::Chance;
use super::facing::Facing;
use crate::figure::Posture;
use crate::model::cue::{Eyes, Look};

/// How long a jump takes, in seconds.
const JUMP_SECS: (f32, f32) = (0.035, 0.06);
/// How far the eyes drift while they hold, as a share of their whole range (0.3 to 0.8 u of 6).
const DRIFT: (f32, f32) = (0.05, 0.13);
/// No drift is faster than this, in shares of the range a second.
const DRIFT_SPEED: f32 = 0.12;
/// Where eyes go that avoid the officer: away, and down.
const AWAY: [f32; 2] = [-0.45, 0.22];
/// How often eyes that strayed come straight back.
const BACK: f32 = 0.6;

#[derive(Clone, Debug)]
pub(super) struct Gaze {
    /// Where the look sends them.
    point: [f32; 2],
    /// How far they stray from it.
    stray: [f32; 2],
    drift: [f32; 2],
    hold: f32,
    jump: Option<Jump>,
    chance: Chance,
}

#[derive(Clone, Debug)]
struct Jump {
    from: [f32; 2],
    passed: f32,
    secs: f32,
}

impl Gaze {
    pub fn new(rest: &Posture, chance: Chance) -> Self {
        Self { point: [rest.gaze_x, rest.gaze_y], stray: [0.0; 2], drift: [0.0; 2], hold: 1.0, jump: None, chance }
    }

    /// Sends the eyes to a look. Gives how far they jump.
    pub fn tell(&mut self, rest: &Posture, look: &Look, facing: Facing) -> f32 {
        let point = point(rest, look, facing);
        if point == self.point {
            return 0.0;
        }
        let from = self.at();
        self.point = point;
        self.stray = [0.0; 2];
        self.leap(from, &look.eyes)
    }

    /// Looks straight where the look sends them.
    pub fn jump(&mut self, rest: &Posture, look: &Look, facing: Facing) {
        (self.point, self.stray, self.drift, self.jump) = (point(rest, look, facing), [0.0; 2], [0.0; 2], None);
    }

    /// Gives how far the eyes jump, where they begin to.
    pub fn advance(&mut self, secs: f32, eyes: &Eyes, facing: Facing) -> f32 {
        self.finish_jump(secs);
        self.hold -= secs;
        if self.hold > 0.0 {
            self.stray[0] += self.drift[0] * secs;
            self.stray[1] += self.drift[1] * secs;
            return 0.0;
        }
        let from = self.at();
        self.stray = self.elsewhere(eyes, facing);
        self.leap(from, eyes)
    }

    /// Lets a jump end, and nothing new begin.
    pub fn finish_jump(&mut self, secs: f32) {
        if let Some(jump) = &mut self.jump {
            jump.passed += secs;
            if jump.passed >= jump.secs {
                self.jump = None;
            }
        }
    }

    /// Across and down, each -1 to 1.
    pub fn at(&self) -> [f32; 2] {
        let to = std::array::from_fn(|i| (self.point[i] + self.stray[i]).clamp(-1.0, 1.0));
        self.jump.as_ref().map_or(to, |jump| {
            let t = jump.passed / jump.secs;
            let eased = t * t * (3.0 - 2.0 * t);
            std::array::from_fn(|i| jump.from[i] + (to[i] - jump.from[i]) * eased)
        })
    }

    fn leap(&mut self, from: [f32; 2], eyes: &Eyes) -> f32 {
        self.hold = self.chance.between(eyes.hold_secs).max(0.1);
        let speed = (self.chance.between(DRIFT) / self.hold).min(DRIFT_SPEED);
        let way = self.direction();
        self.drift = way.map(|share| share * speed);
        self.jump = Some(Jump { from, passed: 0.0, secs: self.chance.between(JUMP_SECS) });
        let to: [f32; 2] = std::array::from_fn(|i| (self.point[i] + self.stray[i]).clamp(-1.0, 1.0));
        libm::hypotf(to[0] - from[0], to[1] - from[1])
    }

    fn elsewhere(&mut self, eyes: &Eyes, facing: Facing) -> [f32; 2] {
        if self.chance.happens(eyes.away) {
            return [
                AWAY[0] * facing.toward() * self.chance.between((0.7, 1.2)),
                AWAY[1] * self.chance.between((0.3, 1.2)),
            ];
        }
        let strayed = libm::hypotf(self.stray[0], self.stray[1]) > 0.02;
        if strayed && self.chance.happens(BACK) {
            return [0.0; 2];
        }
        let far = eyes.wander * self.chance.between((0.4, 1.0));
        let [across, down] = self.direction();
        // eyes move across more than up and down
        [across * far, down * far * 0.5]
    }

    fn direction(&mut self) -> [f32; 2] {
        let angle = self.chance.between((0.0, std::f32::consts::TAU));
        [libm::cosf(angle), libm::sinf(angle)]
    }
}

fn point(rest: &Posture, look: &Look, facing: Facing) -> [f32; 2] {
    [rest.gaze_x + facing.toward() * look.stance.eyes_toward, rest.gaze_y + look.stance.eyes_down]
        .map(|at| at.clamp(-1.0, 1.0))
}
