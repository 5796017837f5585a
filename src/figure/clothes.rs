//! Clothes.

use super::body::Body;
use super::canvas::Canvas;
use super::curve::Path;
use super::rig::Rig;
use super::tones::Tones;

/// What the clothes leave for hair and arms to lie on.
pub struct Torso {
    /// Empty where nothing is buttoned together.
    pub path: Path,
    pub cloth: Tones,
}

/// What lies behind the neck.
pub fn back(_rig: &Rig, _body: &Body, _canvas: &mut Canvas) {}

/// Everything from trousers to collar.
pub fn draw(rig: &Rig, _body: &Body, _canvas: &mut Canvas) -> Torso {
    Torso { path: Path::default(), cloth: Tones::cloth(rig.look.clothes.color, rig.light) }
}
