//! Upper arms: skin under a short sleeve, or the sleeve with its seam and folds.

use crate::cast::person::Sleeve;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Point, Spline, at, closed, polygon, shape, taper};
use crate::figure::math::clamp;
use crate::figure::tones::Tones;

use super::{Arm, dimmed};

/// Where a short sleeve ends, in lengths of the upper arm.
const SHORT: f64 = 0.60;

/// How far below the elbow the rims of an upper arm and its forearm meet.
pub(super) const RIM_MEETS: f64 = 4.0;

/// Draws one, and adds it to what has been painted.
pub(super) fn draw(arm: &Arm, painted: &mut Path, canvas: &mut Canvas) {
    let short = arm.rig.clothes.sleeve == Sleeve::Short;
    if short {
        bare(arm, painted, canvas);
    }
    let curve = closed(&if short { short_sleeve(arm) } else { whole(arm, arm.sleeve, arm.elbow) });
    let path = curve.path();
    throw_shadow(arm, canvas);
    let own = dimmed(&arm.torso.cloth, if arm.lit { 0.0 } else { 0.92 });
    canvas.flat(path.clone(), own.base);
    canvas.clip(&path);
    if arm.lit {
        light_planes(arm, &own, canvas);
    } else {
        shaded_planes(arm, &own, canvas);
    }
    folds(arm, &own, canvas);
    canvas.end();
    painted.join(path);
    if arm.unbroken > 0.5 && !short {
        between(-900.0, arm.held.elbow.y - arm.elbow, canvas);
        rim(arm, &curve, canvas);
        canvas.end();
    } else {
        rim(arm, &curve, canvas);
    }
}

/// Clips to what lies between two heights.
pub(super) fn between(top: f64, end: f64, canvas: &mut Canvas) {
    canvas.clip(&polygon(&[at(-900.0, top), at(900.0, top), at(900.0, end), at(-900.0, end)]));
}

fn rim(arm: &Arm, curve: &Spline, canvas: &mut Canvas) {
    let Some(rim) = arm.rig.rim_light().filter(|_| arm.has_rim()) else { return };
    let hangs = clamp(1.2 - arm.upper[0].abs() * 1.6) > 0.2;
    let strip = curve.rim(rim.direction, rim.width * 1.1, 1.3);
    canvas.fill(strip, arm.cloth_rim(), 0.8 * if hangs { 1.0 } else { 0.6 }, 0.6);
}

/// The rim of an unbroken sleeve where the forearm comes over it.
pub(super) fn rim_at_elbow(arm: &Arm, canvas: &mut Canvas) {
    between(arm.held.elbow.y - arm.elbow, arm.held.elbow.y + RIM_MEETS, canvas);
    rim(arm, &closed(&whole(arm, arm.sleeve, arm.elbow)), canvas);
    canvas.end();
}

/// From the shoulder's slope down the outer side to the elbow and up again.
fn whole(arm: &Arm, top: f64, elbow: f64) -> Vec<Point> {
    let pt = |share, out| arm.at_upper(share, out);
    let mut outline = outer_top(arm, top).to_vec();
    outline.extend([
        pt(0.68, top * 0.93),
        pt(0.94, elbow),
        below_elbow(arm, elbow, [0.75, 0.4], 0.97),
        below_elbow(arm, elbow, [0.6, -0.5], -0.9),
        pt(0.92, -elbow * 0.98),
        pt(0.62, -top * 0.92),
        pt(0.38, -top * 0.86),
    ]);
    outline.extend(inner_top(arm, top));
    outline
}

/// Where the upper arm ends: in a round cap of its own at a bent elbow, `[ahead, out]` half-widths from it; under the forearm,
/// `across` half-widths from its middle, where the sleeve is unbroken.
fn below_elbow(arm: &Arm, elbow: f64, [ahead, out]: [f64; 2], across: f64) -> Point {
    let ([nx, ny], [ux, uy], [fx, fy]) = (arm.outward(), arm.upper, arm.fore);
    let joint = arm.held.elbow;
    let cap = joint.moved((ux * ahead + nx * out) * elbow, (uy * ahead + ny * out) * elbow);
    let on =
        joint.moved(fx * elbow * 0.9 + fy * arm.e() * elbow * across, fy * elbow * 0.9 - fx * arm.e() * elbow * across);
    cap.toward(on, arm.unbroken)
}

fn short_sleeve(arm: &Arm) -> Vec<Point> {
    let top = arm.sleeve * 1.06;
    let pt = |share, out| arm.at_upper(share, out);
    let mut outline = outer_top(arm, top).to_vec();
    outline.extend([
        pt(SHORT, top * 1.10).sharp(),
        pt(SHORT + 0.015, 0.0),
        pt(SHORT, -top * 1.04).sharp(),
        pt(0.40, -top * 0.92),
    ]);
    outline.extend(inner_top(arm, top));
    outline
}

fn outer_top(arm: &Arm, top: f64) -> [Point; 4] {
    let o = arm.anchors;
    [o.mid.toward(o.shoulder, 0.60).sharp(), o.shoulder, arm.at_upper(0.07, top * 0.92), arm.at_upper(0.30, top * 1.05)]
}

fn inner_top(arm: &Arm, top: f64) -> [Point; 3] {
    [
        arm.at_upper(0.30, -top * 0.6).sharp(),
        arm.at_upper(0.02, -top * 0.4).sharp(),
        arm.anchors.shoulder.moved(-arm.e() * 34.0, 14.0).sharp(),
    ]
}

/// How far the skin of an upper arm is drawn down into the shade.
pub(super) fn bare_dim(arm: &Arm) -> f64 {
    if arm.lit { 0.0 } else { 0.85 }
}

/// The rim along a bare upper arm that hangs, from the sleeve to the elbow.
pub(super) fn bare_rim(arm: &Arm, canvas: &mut Canvas) {
    let Some(rim) = arm.rig.rim_light().filter(|_| arm.has_rim()) else { return };
    let width = arm.body.arm_width;
    let strip = closed(&whole(arm, width * 0.93, width * 0.80)).rim(rim.direction, rim.width * 0.8, 1.3);
    between(arm.at_upper(SHORT + 0.02, 0.0).y, arm.held.elbow.y + RIM_MEETS, canvas);
    canvas.fill(strip, arm.rig.skin.rim, 0.7, 0.5);
    canvas.end();
}

/// The skin below a short sleeve.
fn bare(arm: &Arm, painted: &mut Path, canvas: &mut Canvas) {
    let tones = dimmed(&arm.rig.skin, bare_dim(arm));
    let width = arm.body.arm_width;
    let path = shape(&whole(arm, width * 0.93, width * 0.80));
    let (top, elbow) = (arm.sleeve, arm.elbow);
    let pt = |share, out| arm.at_upper(share, out);
    canvas.flat(path.clone(), tones.base);
    canvas.clip(&path);
    let shade: &[Point] = if arm.lit {
        &[
            pt(0.22, -top * 0.1),
            pt(0.5, 0.0),
            pt(0.8, top * 0.06),
            pt(1.4, elbow * 0.1),
            pt(1.4, -elbow * 2.0),
            pt(0.2, -top * 2.0),
        ]
    } else {
        &[pt(0.22, top * 0.4), pt(0.6, top * 0.35), pt(1.4, elbow * 0.4), pt(1.4, top * 2.0), pt(0.2, top * 2.0)]
    };
    canvas.fill(shape(shade), tones.shade, 0.9, 1.4);
    let under_hem = [
        pt(0.52, -top * 1.3),
        pt(0.62, 0.0),
        pt(0.52, top * 1.3),
        pt(0.74, top * 1.2),
        pt(0.70, 0.0),
        pt(0.76, -top * 1.2),
    ];
    canvas.fill(shape(&under_hem), tones.deep, 0.55, 2.0);
    canvas.end();
    painted.join(path);
}

/// What the arm throws on the torso.
fn throw_shadow(arm: &Arm, canvas: &mut Canvas) {
    let pt = |share, out| arm.at_upper(share, out);
    let reach = arm.shadow_reach();
    let line = [
        pt(0.26 * reach, -arm.sleeve * 0.80),
        pt(0.45 * reach, -arm.sleeve * 0.95),
        pt(0.75 * reach, -arm.sleeve * 1.02),
        pt(reach, -arm.elbow * 1.08),
        pt(1.45 * reach, -arm.elbow * 0.98),
    ];
    canvas.clip(&arm.torso.path);
    canvas.fill(taper(&line, &[2.0, 9.0, 13.0, 12.0, 1.0]), arm.torso.cloth.deep, 0.55, 2.5);
    canvas.end();
}

fn light_planes(arm: &Arm, own: &Tones, canvas: &mut Canvas) {
    let (top, elbow, e) = (arm.sleeve, arm.elbow, arm.e());
    let pt = |share, out| arm.at_upper(share, out);
    let shade = [
        pt(0.16, -top * 0.80).sharp(),
        pt(0.34, -top * 0.42),
        pt(0.55, -top * 0.10),
        pt(0.8, 0.0),
        pt(1.1, elbow * 0.02),
        pt(1.4, elbow * 0.02),
        pt(1.4, -elbow * 2.0),
        pt(0.3, -top * 2.0).sharp(),
    ];
    canvas.fill(shape(&shade), own.shade, 0.9, 1.6);
    let shoulder = arm.anchors.shoulder;
    let light = [
        shoulder.moved(-e * 30.0, -12.0).sharp(),
        shoulder.moved(0.0, -6.0),
        pt(0.10, top * 1.2),
        pt(0.34, top * 1.2),
        pt(0.5, top * 0.95),
        pt(0.30, top * 0.62),
        pt(0.10, top * 0.55),
        shoulder.moved(-e * 16.0, 13.0),
    ];
    canvas.fill(shape(&light), own.light, 0.60, 1.8);
}

fn shaded_planes(arm: &Arm, own: &Tones, canvas: &mut Canvas) {
    let (top, elbow, e) = (arm.sleeve, arm.elbow, arm.e());
    let pt = |share, out| arm.at_upper(share, out);
    let shade = [
        pt(-0.1, top * 0.62),
        pt(0.3, top * 0.50),
        pt(0.6, top * 0.42),
        pt(0.9, elbow * 0.5),
        pt(1.3, elbow * 0.4),
        pt(1.3, top * 2.0),
        pt(-0.1, top * 2.0),
    ];
    canvas.fill(shape(&shade), own.shade, 0.8, 1.8);
    let shoulder = arm.anchors.shoulder;
    let crest = [
        shoulder.moved(-e * 34.0, -16.0).sharp(),
        shoulder.moved(-e * 4.0, -5.0),
        pt(0.05, top).sharp(),
        shoulder.moved(-e * 9.0, 6.0),
        shoulder.moved(-e * 24.0, 1.0),
    ];
    canvas.fill(shape(&crest), arm.torso.cloth.base, 0.55, 1.6);
}

/// The seam, a drag fold from the shoulder to the crook, and the sleeve's end or the fold above the elbow.
fn folds(arm: &Arm, own: &Tones, canvas: &mut Canvas) {
    let (top, elbow) = (arm.sleeve, arm.elbow);
    let pt = |share, out| arm.at_upper(share, out);
    let deep = arm.torso.cloth.deep;
    let line = if arm.lit { own.shade } else { deep };
    let ([nx, ny], [ux, uy], joint) = (arm.outward(), arm.upper, arm.held.shoulder);
    let seam = [
        arm.anchors.shoulder.moved(-arm.e() * 15.0, 6.0),
        at(joint.x - nx * top * 0.30 + ux * 18.0, joint.y - ny * top * 0.30 + uy * 18.0),
        pt(0.30, -top * 0.72),
    ];
    canvas.fill(taper(&seam, &[0.4, 2.2, 2.0]), line, 0.7, 0.7);
    let drag = [pt(0.50, -top * 0.75), pt(0.64, -top * 0.25), pt(0.80, top * 0.05)];
    canvas.fill(taper(&drag, &[0.4, 3.4, 0.4]), line, 0.55, 1.0);
    if arm.rig.clothes.sleeve == Sleeve::Short {
        let hem = [pt(0.545, top * 1.2), pt(0.56, 0.0), pt(0.545, -top * 1.2)];
        canvas.fill(taper(&hem, &[1.4, 1.6, 1.4]), deep, 0.5, 0.4);
    } else {
        let crook = [pt(0.98, -elbow * 0.9), pt(0.90, -elbow * 0.1), pt(0.86, elbow * 0.45)];
        canvas.fill(taper(&crook, &[3.0, 3.2, 0.3]), deep, 0.8 * clamp(arm.bend * 1.4 - 0.15), 1.0);
    }
}
