//! Hair, and what covers it.

use super::body::Body;
use super::canvas::Canvas;
use super::clothes::Torso;
use super::rig::Rig;

/// The mass behind head and neck.
pub fn back(_rig: &Rig, _canvas: &mut Canvas) {}

/// What falls over the shoulders.
pub fn over(_rig: &Rig, _body: &Body, _torso: &Torso, _canvas: &mut Canvas) {}

/// The shadow it throws on the brow.
pub fn shadow(_rig: &Rig, _canvas: &mut Canvas) {}

/// The mass on the head.
pub fn front(_rig: &Rig, _canvas: &mut Canvas) {}
