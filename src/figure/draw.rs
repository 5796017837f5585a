//! The layers of a figure, back to front.

use crate::cast::{Light, Look};

use super::arms::{Level, Limbs};
use super::body::Body;
use super::canvas::{Canvas, Placement};
use super::curve::{Path, at};
use super::drawing::Drawing;
use super::expression::{ActionUnits, Posture, Side};
use super::poses::Poses;
use super::rig::Rig;
use super::{beard, brows, clothes, ears, eyes, glasses, hair, head, mouth, neck, nose, profile};

/// Draws a person.
pub fn draw(look: &Look, light: &Light, units: &ActionUnits, posture: &Posture, poses: &Poses) -> Drawing {
    let rig = Rig::new(look, light, units, posture, poses.carriage(posture));
    let body = Body::of(&rig);
    let mut limbs = Limbs::solve(&rig, &body, poses);
    let raised = limbs.raised(&body);
    let body = body.lifted_by(raised);
    let rig = if limbs.sits() { rig.sitting() } else { rig };
    let mut canvas = Canvas::default();
    let lean = (rig.carriage.lean + f64::from(posture.lean)) * -rig.lit.sign();
    let leaning = Placement::about(at(0.0, 520.0), lean);
    let sunk = Placement::at(at(0.0, limbs.sink), 0.0);
    canvas.place(leaning);
    canvas.place(sunk);
    hair::back(&rig, &mut canvas);
    clothes::back(&rig, &body, &mut canvas);
    neck::draw(&rig, &body, &mut canvas);
    let torso = clothes::draw(&rig, &body, &mut canvas);
    limbs.lap(&rig, &body, &mut canvas);
    limbs.draw_behind(&rig, &body, &torso, &mut canvas);
    canvas.end();
    canvas.end();
    limbs.furniture(&rig, &body, &mut canvas);
    canvas.place(leaning);
    canvas.place(sunk);
    limbs.draw(&rig, &body, &torso, Level::Body, &mut canvas);
    hair::over(&rig, &body, &torso, &mut canvas);
    face(&rig, &mut canvas);
    hair::front(&rig, &mut canvas);
    ears::draw_before(&rig, &mut canvas);
    glasses::draw(&rig, &mut canvas);
    limbs.draw(&rig, &body, &torso, Level::Head, &mut canvas);
    canvas.end();
    canvas.end();
    canvas.finish()
}

/// Draws inside of a shape, where there is one.
fn within(bounds: Option<Path>, canvas: &mut Canvas, then: impl FnOnce(&mut Canvas)) {
    if let Some(bounds) = &bounds {
        canvas.clip(bounds);
    }
    then(canvas);
    if bounds.is_some() {
        canvas.end();
    }
}

/// Everything between the ears.
fn face(rig: &Rig, canvas: &mut Canvas) {
    Side::BOTH.into_iter().for_each(|side| ears::draw(rig, side, canvas));
    canvas.flat(rig.head_path.clone(), rig.skin.base);
    head::planes(rig, canvas);
    hair::shadow(rig, canvas);
    Side::BOTH.into_iter().for_each(|side| head::socket(rig, side, canvas));
    canvas.clip(&rig.head_path);
    head::cheeks(rig, canvas);
    head::folds(rig, canvas);
    canvas.end();
    Side::BOTH.into_iter().for_each(|side| eyes::draw(rig, side, canvas));
    within(profile::bounds(rig), canvas, |canvas| {
        nose::draw(rig, canvas);
        mouth::draw(rig, canvas);
    });
    beard::draw(rig, canvas);
    Side::BOTH.into_iter().for_each(|side| brows::draw(rig, side, canvas));
    brows::lines(rig, canvas);
    beard::rim(rig, canvas);
}
