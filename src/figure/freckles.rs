//! Freckles, over the nose and the cheeks beside it.

use super::canvas::Canvas;
use super::curve::{Path, shape};
use super::hair::Chance;
use super::rig::Rig;

/// Draws as many as the person has.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let mut chance = Chance::of(rig, 4);
    let mut dots = Path::default();
    for _ in 0..rig.look.freckles {
        let (x, y) = (bell(&mut chance) * 24.0, 24.0 + bell(&mut chance) * 7.0);
        let r = chance.within(0.6, 1.15);
        let p = rig.over_face(x.clamp(-50.0, 50.0), y, 1.0);
        dots.join(shape(&[p.moved(-r, 0.0), p.moved(0.0, -r), p.moved(r, 0.0), p.moved(0.0, r)]));
    }
    canvas.fill(dots, rig.skin.deep, 0.30, 0.3);
}

/// About 0 with a standard deviation of 1: the sum of three even chances is near enough to a bell.
fn bell(chance: &mut Chance) -> f64 {
    (0..3).map(|_| chance.within(-1.0, 1.0)).sum()
}
