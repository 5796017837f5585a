//! Beards: each style is a file here and a line in [`draw`].

mod chin;
mod moustache;
mod stubble;

use crate::cast::person::BeardStyle;

use super::canvas::Canvas;
use super::rig::Rig;

/// Puts a beard on the face.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let Some(beard) = &rig.look.beard else { return };
    match beard.style {
        BeardStyle::Stubble => stubble::draw(rig, beard, canvas),
        BeardStyle::Full => {
            chin::draw(rig, beard, &chin::FULL, canvas);
            moustache::draw(rig, beard, 3.0, canvas);
        }
        BeardStyle::Short => {
            chin::draw(rig, beard, &chin::SHORT, canvas);
            moustache::draw(rig, beard, 1.0, canvas);
        }
        BeardStyle::Moustache => moustache::draw(rig, beard, 1.0, canvas),
    }
}
