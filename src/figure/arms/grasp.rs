//! The hand at the end of an arm, with what it holds.

use crate::cast::Color;
use crate::cast::poses::{HandShape, Prop};
use crate::figure::canvas::Canvas;
use crate::figure::color::{lightness, mix};
use crate::figure::curve::{at, shape};
use crate::figure::hand::{Grasp, Hand, paint_thumb_behind};
use crate::figure::math::clamp;
use crate::figure::props;
use crate::figure::tones::Tones;

use super::{Arm, dimmed};

/// What palms of dark skin are mixed with: they are lighter and warmer than its back.
const PALM: Color = Color::hex(0xdba48a);
/// What is fainter is not worth a mix.
const LEAST_PALM: f64 = 0.02;

pub(super) fn draw(arm: &Arm, canvas: &mut Canvas) {
    let (rig, held) = (arm.rig, &arm.held);
    if held.hand == HandShape::Hidden {
        return;
    }
    let grasp = Grasp {
        wrist: held.wrist,
        rotation: held.rotation,
        side: held.side,
        shape: held.hand,
        size: held.size * arm.body.hand_size,
        wide: rig.look.body.hand_wide,
        dim: arm.hand_dim,
    };
    let mut hand = Hand::new(grasp, rig.skin, rig.lit, canvas);
    if held.hand == HandShape::Grip {
        paint_thumb_behind(&mut hand);
    }
    match held.prop {
        Some(Prop::Glass) => props::glass(&mut hand),
        Some(Prop::Phone) => props::phone(&mut hand),
        Some(Prop::Mop) => props::mop(&mut hand, rig.light, rig.lit),
        Some(Prop::Keys) | None => {}
    }
    let palm = palm(arm);
    if let Some(share) = palm {
        hand.tones = Tones::skin(mix(rig.look.skin, PALM, share), rig.light);
    }
    hand.paint();
    let skin = dimmed(&rig.skin, (arm.hand_dim * 3.0).min(0.9));
    if palm.is_some() {
        root_of_palm(&mut hand, skin.base);
    }
    if held.hand != HandShape::Wrap {
        shade_from_the_arm(arm, &mut hand, skin.shade);
    }
    if held.prop == Some(Prop::Keys) {
        props::keys(&mut hand, rig.light);
    }
}

/// How much lighter the palm is than the back, where it shows.
fn palm(arm: &Arm) -> Option<f64> {
    let shows = matches!(arm.held.hand, HandShape::PalmFront | HandShape::PalmUp);
    let share = clamp((0.74 - lightness(arm.rig.look.skin)) * 1.25);
    (shows && share > LEAST_PALM).then_some(share)
}

/// The palm begins in the tone of the arm.
fn root_of_palm(hand: &mut Hand, color: Color) {
    let root = [at(-24.0, 12.0), at(24.0, 12.0), at(24.0, -2.0), at(0.0, -7.0), at(-24.0, -2.0)];
    let root = root.map(|p| hand.seen(p));
    hand.canvas.clip(&hand.painted);
    hand.canvas.fill(shape(&root), color, 0.95, 6.0);
    hand.canvas.end();
}

/// The forearm's shade runs into the hand: that hides the joint of the wrist.
fn shade_from_the_arm(arm: &Arm, hand: &mut Hand, color: Color) {
    let ([vx, vy], wrist) = (arm.fore, arm.held.wrist);
    let across_light = -vy * (arm.rig.lit.sign() * 0.75) + vx * -0.66;
    let out = arm.body.wrist_width * if across_light < 0.0 { 1.0 } else { -1.0 };
    let point = |ahead: f64, across: f64| wrist.moved(vx * ahead - vy * out * across, vy * ahead + vx * out * across);
    let shade = [
        point(-12.0, -0.02).sharp(),
        point(-12.0, 2.0).sharp(),
        point(16.0, 2.0),
        point(34.0, 1.25).sharp(),
        point(14.0, 0.62),
        point(0.0, 0.12),
    ];
    hand.canvas.clip(&hand.painted);
    hand.canvas.fill(shape(&shade), color, 0.9, 1.4);
    hand.canvas.end();
}
