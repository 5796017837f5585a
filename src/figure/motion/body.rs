//! Head, body and the place they stand, each number a spring.

use super::channel::Channel;
use super::facing::Facing;
use super::order::{Pace, Part};
use super::trail::Trail;
use crate::figure::Posture;
use crate::model::cue::Look;

/// The numbers of a body, in one fixed order.
const PARTS: [Part; 11] = [
    Part::Head,
    Part::Head,
    Part::Head,
    Part::Head,
    Part::Shoulders,
    Part::Shoulders,
    Part::Shoulders,
    Part::Shoulders,
    Part::Pupils,
    Part::Blush,
    Part::Feet,
];

/// Which of them turns the body.
const TURN: usize = 4;

#[derive(Clone, Debug)]
pub(super) struct Body {
    channels: [Channel; 11],
    loose: Trail,
}

impl Body {
    pub fn new(rest: &Posture, look: &Look) -> Self {
        let channels = goals(rest, look, Facing::of(rest)).map(Channel::resting);
        Self { loose: Trail::hanging(channels[TURN].at()), channels }
    }

    pub fn tell(&mut self, rest: &Posture, look: &Look, facing: Facing, pace: Pace) {
        for ((channel, part), goal) in self.channels.iter_mut().zip(PARTS).zip(goals(rest, look, facing)) {
            channel.tell(goal, pace.moves(part), pace.wait(part));
        }
    }

    pub fn jump(&mut self, rest: &Posture, look: &Look, facing: Facing) {
        self.channels.iter_mut().zip(goals(rest, look, facing)).for_each(|(channel, goal)| channel.jump(goal));
        self.loose = Trail::hanging(self.channels[TURN].at());
    }

    pub fn advance(&mut self, secs: f32) {
        self.channels.iter_mut().for_each(|channel| channel.advance(secs));
        self.loose.advance(self.channels[TURN].at(), secs);
    }

    /// 0 far to 1 close.
    pub fn nearness(&self) -> f32 {
        self.channels[10].at().clamp(0.0, 1.0)
    }

    pub fn write(&self, posture: &mut Posture) {
        let [yaw, pitch, roll, head_y, body_yaw, shoulders, shrink, lean, pupil, blush, _] =
            self.channels.each_ref().map(Channel::at);
        *posture = Posture {
            yaw,
            pitch,
            roll,
            head_y,
            body_yaw,
            shoulders,
            shrink,
            lean,
            pupil,
            blush,
            swing: self.loose.lag(),
            ..std::mem::take(posture)
        };
    }
}

/// A look as numbers of this person's posture, in the order of [`PARTS`].
fn goals(rest: &Posture, look: &Look, facing: Facing) -> [f32; 11] {
    let (s, toward) = (&look.stance, facing.toward());
    [
        rest.yaw + toward * s.face_toward,
        rest.pitch + s.chin_down,
        rest.roll + toward * s.head_tilt,
        rest.head_y + s.head_drop,
        rest.body_yaw + toward * s.body_toward,
        rest.shoulders + s.shoulders,
        rest.shrink + s.shrink,
        // the figure itself mirrors a lean
        rest.lean + s.lean,
        rest.pupil + s.wide_pupils,
        rest.blush + s.blush,
        look.nearness,
    ]
}
