//! The mouth: lips, what shows between them, and the marks about them.

mod lips;
mod marks;

use super::canvas::Canvas;
use super::curve::{Point, at};
use super::expression::{Side, Sides};
use super::math::clamp;
use super::rig::Rig;

use lips::Lips;

/// Where the lips are, in front view.
#[derive(Clone, Debug)]
pub struct Mouth {
    /// Half-width at rest.
    pub half_width: f64,
    pub corners: Sides<Point>,
    /// How much higher than its middle each side of the upper lip is drawn.
    pub uneven: Sides<f64>,
    /// Height of the upper lip's lower edge.
    pub upper: f64,
    /// Height of the lower lip's upper edge.
    pub lower: f64,
    /// Height of the upper lip's top.
    pub top: f64,
    /// Height of the lower lip's bottom.
    pub bottom: f64,
}

impl Mouth {
    pub fn of(rig: &Rig) -> Self {
        let face = &rig.look.face;
        let unit = |n| rig.unit(n);
        let open = clamp(unit(25) + unit(26));
        let lift = Sides::of(|side| 1.6 * rig.unit_on(9, side) + 3.4 * rig.unit_on(10, side));
        let lifted = (lift[Side::Right] + lift[Side::Left]) / 2.0;
        let line = middle(rig) - 1.7 * unit(17) + unit(12) - 0.6 * unit(24);
        let upper = line - lifted - unit(25) - 1.6 * unit(26) - (0.7 * lifted + 1.6 * unit(12)) * open;
        // a closed mouth goes up as one
        let lower = line - lifted * (1.0 - open) + 3.2 * unit(25) + 13.0 * unit(26) - 0.6 * unit(17);
        let pressed = 0.62 * unit(24);
        let thin = pressed + 0.52 * unit(23) + 0.32 * unit(12) + 0.28 * unit(20) + 0.2 * unit(10) + 0.2 * unit(15)
            - 0.25 * unit(18);
        let full =
            0.34 * unit(17) + 0.2 * unit(18) - 0.5 * unit(23) - 0.22 * unit(12) - 0.34 * unit(20) - 0.1 * unit(26);
        Self {
            half_width: face.mouth_width,
            corners: Sides::of(|side| corner(rig, side)),
            uneven: Sides::of(|side| lift[side] - lifted),
            upper,
            lower,
            top: upper - face.lip_upper * (1.0 - thin).clamp(LEAST_LIP, 1.0),
            bottom: lower + face.lip_lower * (1.0 - pressed + full).clamp(LEAST_LIP, 1.0),
        }
    }

    /// How far the lips are apart.
    pub fn gap(&self) -> f64 {
        (self.lower - self.upper).max(0.0)
    }

    fn is_open(&self) -> bool {
        self.gap() > 1.2
    }
}

/// Share of a lip's height that is left when it is pressed away.
const LEAST_LIP: f64 = 0.22;

fn middle(rig: &Rig) -> f64 {
    rig.look.face.mouth_y - rig.unit(17)
}

fn corner(rig: &Rig, side: Side) -> Point {
    let unit = |n| rig.unit_on(n, side);
    let (jaw, lifted) = (rig.unit(26), unit(10));
    let wide = 6.6 * unit(12) + 8.5 * unit(20) + 2.0 * unit(15) + lifted;
    let narrow = 2.6 * unit(23) + 2.2 * unit(24) + 1.2 * unit(14) + 2.4 * jaw + unit(17) + 10.0 * unit(18);
    let x = rig.look.face.mouth_width + wide - narrow;
    let down = 4.6 * unit(15) + 2.4 * unit(20) + 4.2 * jaw + 1.2 * unit(17) + 1.6 * lifted;
    let y = middle(rig) + 0.9 + down - 7.6 * unit(12) - 1.6 * unit(14) + rig.look.face.corner;
    let asym = &rig.look.asym;
    at(side.sign() * x + asym.mouth_x, y + asym.mouth_y * side.sign())
}

/// A point on the round of the mouth, given in front view.
pub fn point(rig: &Rig, x: f64, y: f64) -> Point {
    over(rig, x, y, 0.0)
}

/// A point that stands off the round of the mouth by `lift`.
pub fn over(rig: &Rig, x: f64, y: f64, lift: f64) -> Point {
    let out = x.abs() / 26.0;
    rig.project(x, y + rig.lengthening(y), rig.depth(x, 62.0) + 3.5 - 3.0 * out * out + lift)
}

/// Draws the mouth.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let lips = Lips::of(rig);
    lips.draw(canvas);
    lips.marks(canvas);
}
