//! The two arms of a figure.

use super::body::Body;
use super::canvas::Canvas;
use super::clothes::Torso;
use super::poses::Poses;
use super::rig::Rig;

/// What an arm is drawn in front of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Body,
    Head,
}

/// Both arms, resolved for one person.
pub struct Limbs;

impl Limbs {
    pub fn solve(_rig: &Rig, _body: &Body, _poses: &Poses) -> Self {
        Self
    }

    /// What stands between the body and the arms.
    pub fn before(&self, _rig: &Rig, _body: &Body, _canvas: &mut Canvas) {}

    /// The arms of one level.
    pub fn draw(&self, _rig: &Rig, _body: &Body, _torso: &Torso, _level: Level, _canvas: &mut Canvas) {}
}
