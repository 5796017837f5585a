//! Forearms: bare skin, the hand, and the sleeve over it.

use crate::cast::person::Sleeve;
use crate::cast::poses::HandShape;
use crate::figure::canvas::Canvas;
use crate::figure::curve::Path;
use crate::figure::math::lerp;
use crate::figure::props;

use super::tube::{self, Piece};
use super::{Arm, STRAIGHT, along, dimmed, grasp, sleeve, upper};

/// A rim along a bare forearm begins below this: higher up it is in front of the body.
pub(super) const RIM_BELOW: f64 = 250.0;

/// Draws one with its hand, and adds its sleeve to what has been painted.
pub(super) fn draw(arm: &Arm, painted: &mut Path, canvas: &mut Canvas) {
    let mut ground = painted.clone();
    ground.join(arm.torso.path.clone());
    match arm.rig.clothes.sleeve {
        Sleeve::Short => skin(arm, 0.0, &ground, canvas),
        Sleeve::Rolled => skin(arm, sleeve::ROLLED - 0.05, &ground, canvas),
        Sleeve::Long if arm.held.hand != HandShape::Hidden => wrist(arm, canvas),
        Sleeve::Long => {}
    }
    let round_an_edge = arm.held.hand == HandShape::Wrap;
    if !round_an_edge {
        grasp::draw(arm, canvas);
    }
    if let Some(path) = sleeve::draw(arm, &ground, canvas) {
        painted.join(path);
    }
    if round_an_edge {
        props::door_frame(arm.rig.light, arm.held.wrist.x, arm.e(), canvas);
        grasp::draw(arm, canvas);
    }
}

/// The bare forearm from `start`, a share of its length, to the wrist.
fn skin(arm: &Arm, start: f64, ground: &Path, canvas: &mut Canvas) {
    let (elbow, wrist, near) = (arm.body.arm_width * 0.80, arm.body.wrist_width, arm.nearness);
    let half_widths = [
        lerp(elbow * 0.90, wrist, start * 0.7) * near,
        elbow * (0.93 - start * 0.25) * near,
        lerp(elbow, wrist, 0.55) * near,
        wrist * 1.04 * near,
        wrist * 0.98 * near,
    ];
    // A straight bare arm is one limb: nothing marks where its forearm begins.
    let whole = start == 0.0 && arm.unbroken > 0.5;
    let piece = Piece {
        from: along(arm.held.elbow, arm.held.wrist, start, 0.0),
        to: arm.held.wrist,
        half_widths: &half_widths,
        tones: &dimmed(&arm.rig.skin, if whole { upper::bare_dim(arm) } else { arm.fore_dim }),
        caps: [if start == 0.0 { 0.5 } else { 0.0 }, 0.3],
        bow: -2.0 * arm.e(),
        light: if whole { 0.0 } else { 0.32 },
        terminator: whole.then_some(if arm.lit { -0.06 } else { 0.52 }),
        on: (arm.bend > STRAIGHT).then_some(ground),
    };
    let drawn = tube::paint(arm, &piece, canvas);
    let rim = arm.rig.rim_light().filter(|_| arm.has_rim() && arm.held.wrist.y > RIM_BELOW);
    if let Some(rim) = rim {
        let strip = drawn.curve.rim(rim.direction, rim.width * 0.8, 1.3);
        if whole {
            upper::between(arm.held.elbow.y + upper::RIM_MEETS, 1500.0, canvas);
        }
        canvas.fill(strip, arm.rig.skin.rim, 0.7, 0.5);
        if whole {
            canvas.end();
            upper::bare_rim(arm, canvas);
        }
    }
}

/// The wrist inside a cuff.
fn wrist(arm: &Arm, canvas: &mut Canvas) {
    let wrist = arm.body.wrist_width;
    let piece = Piece {
        from: along(arm.held.elbow, arm.held.wrist, 0.85, 0.0),
        to: arm.held.wrist,
        half_widths: &[wrist * 0.98, wrist * 0.98, wrist],
        tones: &dimmed(&arm.rig.skin, arm.fore_dim),
        caps: [0.0, 0.3],
        bow: 0.0,
        light: 0.55,
        terminator: None,
        on: None,
    };
    tube::paint(arm, &piece, canvas);
}
