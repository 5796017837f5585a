//! Sleeves and cuffs over the forearm.

use crate::cast::person::Sleeve;
use crate::cast::poses::HandShape;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, Spline, corner, polygon, shape, taper};
use crate::figure::math::{clamp, lerp};
use crate::figure::tones::Tones;

use super::forearm::RIM_BELOW;
use super::tube::{self, Painted, Piece};
use super::{Arm, STRAIGHT, along, dimmed, upper};

/// Where sleeves end, as shares of the forearm.
const LONG: f64 = 0.97;
pub(super) const ROLLED: f64 = 0.34;

/// A forearm's sleeve in the middle of being drawn.
struct Cloth<'a> {
    arm: &'a Arm<'a>,
    tones: Tones,
    /// Where it ends.
    end: Point,
    /// Half-width there.
    cuff: f64,
    /// Whether it reaches the wrist.
    long: bool,
}

/// Draws the sleeve and gives its outline back; none for a short sleeve.
pub(super) fn draw(arm: &Arm, ground: &Path, canvas: &mut Canvas) -> Option<Path> {
    let (ease, wrist) = (arm.rig.clothes.ease, arm.body.wrist_width);
    let (end, cuff, long) = match arm.rig.clothes.sleeve {
        Sleeve::Long => (LONG, wrist * 1.30 * ease * arm.nearness, true),
        Sleeve::Rolled => (ROLLED, lerp(arm.body.arm_width * 0.80, wrist, 0.30) * 1.12 * ease, false),
        Sleeve::Short => return None,
    };
    let cloth = Cloth {
        arm,
        tones: dimmed(&arm.torso.cloth, arm.fore_dim),
        end: along(arm.held.elbow, arm.held.wrist, end, 0.0),
        cuff,
        long,
    };
    let painted = cloth.tube(ground, canvas);
    canvas.clip(&painted.path);
    cloth.folds(painted.shaded, canvas);
    canvas.end();
    if arm.held.hand != HandShape::Hidden || !long {
        cloth.cuff(end, &painted, canvas);
    }
    cloth.rim(&painted.curve, canvas);
    Some(painted.path)
}

impl Cloth<'_> {
    fn tube(&self, ground: &Path, canvas: &mut Canvas) -> Painted {
        let (arm, elbow, near) = (self.arm, self.arm.elbow, self.arm.nearness);
        let long = [
            elbow * 0.98,
            elbow * lerp(1.02 * near, 0.96, arm.unbroken),
            lerp(elbow, self.cuff, 0.55) * near,
            self.cuff * 0.98,
        ];
        let rolled = [elbow * 0.98, elbow, self.cuff];
        let straight = arm.bend < STRAIGHT;
        let piece = Piece {
            from: arm.held.elbow,
            to: self.end,
            half_widths: if self.long { &long } else { &rolled },
            tones: &self.tones,
            caps: [0.62, 0.0],
            bow: -2.0 * arm.e(),
            light: 0.55 * clamp(arm.bend * 1.5 - 0.1),
            terminator: straight.then_some(if arm.lit { -0.05 } else { 0.45 }),
            on: (self.long && arm.bend > STRAIGHT).then_some(ground),
        };
        tube::paint(arm, &piece, canvas)
    }

    /// Folds in the crook, and two above a long sleeve's cuff.
    fn folds(&self, shaded: f64, canvas: &mut Canvas) {
        let arm = self.arm;
        let deep = self.tones.deep;
        let point = |share, beside| along(arm.held.elbow, self.end, share, beside);
        let crook = if arm.upper[0] * arm.fore[1] - arm.upper[1] * arm.fore[0] > 0.0 { -1.0 } else { 1.0 };
        if arm.bend > STRAIGHT {
            for (share, opacity) in [(0.02, 0.55), (0.14, 0.4), (0.28, 0.22)] {
                let width = crook * arm.elbow;
                let fold = [point(share, width), point(share + 0.05, width * 0.35), point(share - 0.06, -width * 0.4)];
                canvas.fill(taper(&fold, &[3.6, 3.0, 0.3]), deep, opacity * arm.bend, 1.0);
            }
        }
        if self.long {
            for share in [0.56, 0.76] {
                let width = shaded * self.cuff;
                let fold = [point(share, width), point(share + 0.05, width * 0.1), point(share + 0.02, -width * 0.5)];
                canvas.fill(taper(&fold, &[3.0, 2.4, 0.3]), deep, 0.38, 1.0);
            }
        }
    }

    /// A band with its own light, and a dark line above it.
    fn cuff(&self, end: f64, sleeve: &Painted, canvas: &mut Canvas) {
        let arm = self.arm;
        let width = arm.rig.clothes.cuff / (arm.fore_length * end).max(20.0);
        let (top, bottom) = (along(arm.held.elbow, self.end, 1.0 - width, 0.0), self.end);
        let ([vx, vy], [nx, ny]) = (arm.fore, [-sleeve.end[1], sleeve.end[0]]);
        let off = |p: Point, across: f64, ahead: f64| {
            let out = self.cuff * across;
            p.moved(nx * out + vx * ahead, ny * out + vy * ahead)
        };
        let band = shape(&[
            off(top, 1.02, 0.0).sharp(),
            off(top, 0.0, 2.5),
            off(top, -1.02, 0.0).sharp(),
            off(bottom, -1.05, 1.0).sharp(),
            off(bottom, 0.0, 4.0),
            off(bottom, 1.05, 1.0).sharp(),
        ]);
        let own = arm.rig.clothes.cuff_color.map(|color| dimmed(&Tones::cloth(color, arm.rig.light), arm.fore_dim));
        let tones = own.unwrap_or(self.tones);
        let side = sleeve.shaded;
        canvas.flat(band.clone(), mix(tones.base, tones.light, 0.45));
        canvas.clip(&band);
        let shade = [
            off(top, side * 0.05, -4.0),
            off(bottom, side * 0.05, 8.0),
            off(bottom, side * 2.0, 8.0),
            off(top, side * 2.0, -4.0),
        ];
        canvas.fill(shape(&shade), tones.shade, 0.95, 1.0);
        canvas.end();
        let line = [off(top, 1.0, 0.0), off(top, 0.0, 2.5), off(top, -1.0, 0.0)];
        canvas.fill(taper(&line, &[0.6, 1.8, 0.6]), tones.deep, 0.75, 0.4);
    }

    fn rim(&self, curve: &Spline, canvas: &mut Canvas) {
        let arm = self.arm;
        let Some(rim) = arm.rig.rim_light().filter(|_| arm.has_rim() && arm.held.wrist.y > RIM_BELOW) else {
            return;
        };
        let strip = curve.rim(rim.direction, rim.width, 1.3);
        // A straight arm carries one unbroken rim: none round the elbow.
        let straight = arm.bend < STRAIGHT;
        if straight {
            let y = arm.held.elbow.y + upper::RIM_MEETS;
            canvas.clip(&polygon(&[
                corner(-900.0, y),
                corner(900.0, y),
                corner(900.0, 1500.0),
                corner(-900.0, 1500.0),
            ]));
        }
        canvas.fill(strip, arm.cloth_rim(), 0.7, 0.6);
        if straight {
            canvas.end();
        }
        if arm.unbroken > 0.5 {
            upper::rim_at_elbow(arm, canvas);
        }
    }
}
