//! The layers of a figure, back to front.

use crate::cast::{Light, Look};

use super::arms::{Level, Limbs};
use super::body::Body;
use super::canvas::{Canvas, Placement};
use super::curve::at;
use super::drawing::Drawing;
use super::expression::{ActionUnits, Posture};
use super::poses::Poses;
use super::rig::Rig;
use super::{beard, clothes, glasses, hair};

/// Draws a person.
pub fn draw(look: &Look, light: &Light, units: &ActionUnits, posture: &Posture, poses: &Poses) -> Drawing {
    let rig = Rig::new(look, light, units, posture, poses.carriage(&posture.arms));
    let body = Body::of(&rig);
    let limbs = Limbs::solve(&rig, &body, poses);
    let mut canvas = Canvas::default();
    let lean = (rig.carriage.lean + f64::from(posture.lean)) * -rig.lit.sign();
    canvas.place(Placement::about(at(0.0, 520.0), lean));
    hair::back(&rig, &mut canvas);
    clothes::back(&rig, &body, &mut canvas);
    let torso = clothes::draw(&rig, &body, &mut canvas);
    limbs.before(&rig, &body, &mut canvas);
    limbs.draw(&rig, &body, &torso, Level::Body, &mut canvas);
    hair::over(&rig, &body, &torso, &mut canvas);
    canvas.flat(rig.head_path.clone(), rig.skin.base);
    hair::shadow(&rig, &mut canvas);
    beard::draw(&rig, &mut canvas);
    hair::front(&rig, &mut canvas);
    glasses::draw(&rig, &mut canvas);
    limbs.draw(&rig, &body, &torso, Level::Head, &mut canvas);
    canvas.end();
    canvas.finish()
}
