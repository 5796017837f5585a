//! Glasses.

use super::canvas::Canvas;
use super::rig::Rig;

pub fn draw(_rig: &Rig, _canvas: &mut Canvas) {}
