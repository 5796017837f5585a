//! The ears.

use crate::cast::Color;

use super::canvas::Canvas;
use super::curve::{Point, at, shape, taper};
use super::expression::Side;
use super::math::clamp;
use super::profile;
use super::rig::Rig;

/// Draws one ear behind the head, unless hair or the turn of the head hides it.
pub fn draw(rig: &Rig, side: Side, canvas: &mut Canvas) {
    if rig.profile <= 0.0 {
        ear(rig, side, canvas);
    }
}

/// Draws the ear on the side of a head that shows its profile, over hair that is drawn back behind it.
pub fn draw_before(rig: &Rig, canvas: &mut Canvas) {
    if rig.profile > 0.0 {
        Side::BOTH.into_iter().for_each(|side| ear(rig, side, canvas));
    }
}

fn ear(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let shown = clamp(0.74 - 0.9 * side.sign() * rig.yaw.sin);
    if rig.look.hair.hides_ears || shown <= 0.3 {
        return;
    }
    let root = profile::ear(rig, side, 10.0, -3.0);
    let (e, size) = (side.sign(), rig.look.face.ear);
    let on_ear = |x: f64, y: f64| {
        let x = e * x * (shown + 0.5 * rig.profile);
        at(root.x + (x * rig.roll.cos - y * rig.roll.sin) * size, root.y + (x * rig.roll.sin + y * rig.roll.cos) * size)
    };
    let outline = [
        on_ear(-4.0, -14.0),
        on_ear(3.0, -19.0),
        on_ear(10.5, -16.0),
        on_ear(12.0, -6.0),
        on_ear(8.6, 5.0),
        on_ear(6.6, 15.0),
        on_ear(2.0, 19.0),
        on_ear(-4.0, 14.0),
    ];
    let (tone, edge_tone) =
        if side == rig.lit { (rig.skin.base, rig.skin.light) } else { (rig.skin.shade, rig.skin.base) };
    canvas.flat(shape(&outline), tone);
    let hollow = [
        on_ear(1.0, -13.0),
        on_ear(6.5, -14.0),
        on_ear(8.4, -7.0),
        on_ear(5.4, 2.0),
        on_ear(3.6, 9.0),
        on_ear(-1.0, 7.0),
    ];
    canvas.fill(shape(&hollow), rig.skin.deep, 0.55, 0.5);
    let edge = [on_ear(2.0, -15.0), on_ear(8.2, -13.5), on_ear(9.0, -5.0), on_ear(6.0, 4.0)];
    canvas.fill(taper(&edge, &[0.4, 1.6, 1.6, 0.4]), edge_tone, 0.5, 0.3);
    if let Some(color) = rig.look.earring
        && shown > 0.6
    {
        earring(on_ear(3.6, 19.0), color, canvas);
    }
}

fn earring(p: Point, color: Color, canvas: &mut Canvas) {
    let drop = [p.moved(-2.2, 0.0), p.moved(0.0, -2.4), p.moved(2.2, 0.0), p.moved(0.4, 4.2), p.moved(-0.4, 4.2)];
    canvas.flat(shape(&drop), color);
    let glint = [p.moved(-1.2, -0.4), p.moved(0.0, -1.4), p.moved(0.6, 0.0), p.moved(-0.2, 1.0)];
    canvas.fill(shape(&glint), Color::hex(0xfff1cf), 0.8, 0.0);
}
