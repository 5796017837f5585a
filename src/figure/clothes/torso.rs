//! The cloth of an upper body: its outline, its planes, and the folds that every garment has.

use crate::cast::Color;
use crate::figure::body::BodySide;
use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, Spline, at, closed, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::tones::Tones;

use super::Fitting;

/// Puts down the cloth below a neckline, which runs from the viewer's left to the right, and clips by it: the caller draws what
/// lies on it and ends the clip. Gives back the outline.
pub fn cloth(fitting: &Fitting, neckline: &[Point], tones: &Tones, canvas: &mut Canvas) -> Spline {
    let edge = closed(&outline(fitting, neckline));
    canvas.flat(edge.path(), tones.base);
    canvas.clip(&edge.path());
    planes(fitting, tones, canvas);
    bust(fitting, tones, canvas);
    chest(fitting, tones, canvas);
    belly(fitting, tones, canvas);
    side_plane(fitting, tones, canvas);
    for side in Side::BOTH {
        folds(fitting, tones, side, canvas);
    }
    edge
}

/// The neckline, then down the viewer's right side and up the left.
pub fn outline(fitting: &Fitting, neckline: &[Point]) -> Vec<Point> {
    let (middle, hem) = (fitting.body.axis, fitting.rig.clothes.hem);
    let side = |side: Side| {
        let (o, lift) = (&fitting.body.sides[side], fitting.body.hem_lift(side));
        [
            o.mid,
            o.shoulder,
            at(lerp(middle, o.shoulder.x, 1.03), o.shoulder.y + 28.0),
            o.pit,
            at(lerp(o.pit.x, o.waist.x, 0.45), 310.0 - lift),
            o.waist,
            at(o.hip.x, 520.0 - lift),
            at(lerp(o.hip.x, middle, -0.03), hem - lift).sharp(),
        ]
    };
    let mut points = neckline.to_vec();
    if let [first, .., last] = points.as_mut_slice() {
        (*first, *last) = (first.sharp(), last.sharp());
    }
    points.extend(side(Side::Left));
    points.push(at(middle, hem + 5.0));
    points.extend(side(Side::Right).into_iter().rev());
    points
}

/// Where the chest turns away from the light, outwards in half-widths of the shoulders, and all beyond.
const TERMINATOR: [(f64, f64); 7] =
    [(0.30, 120.0), (0.34, 180.0), (0.26, 250.0), (0.32, 340.0), (0.28, 560.0), (1.7, 560.0), (1.6, 120.0)];

/// Shades what lies beyond a terminator.
pub fn terminator(fitting: &Fitting, line: &[(f64, f64); 7], color: Color, blur: f64, canvas: &mut Canvas) {
    let away = line.map(|(share, y)| (fitting.body.shoulder * share, y));
    let seen = fitting.out(fitting.rig.shaded, away);
    let stays = away.map(|(x, _)| fitting.body.axis + fitting.rig.shaded.sign() * x * fitting.body.turn.cos);
    // The light does not turn with the body: the edge of its shade goes half the way.
    let line: [Point; 7] = std::array::from_fn(|ix| at(f64::midpoint(seen[ix].x, stays[ix]), seen[ix].y));
    canvas.fill(shape(&line), color, 0.85, blur);
}

/// The terminator of the chest with all beyond it, and the tops of the shoulders.
fn planes(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (rig, body) = (fitting.rig, fitting.body);
    let (l, k) = (rig.lit.sign(), rig.shaded.sign());
    terminator(fitting, &TERMINATOR, tones.shade, 1.8, canvas);
    let lit = &body.sides[rig.lit];
    let top = [
        lit.trapezius.moved(0.0, -6.0),
        lit.mid.moved(0.0, -8.0),
        lit.shoulder.moved(0.0, -4.0),
        lit.deltoid.moved(l * 4.0, 0.0),
        lit.deltoid.moved(l * -12.0, 6.0),
        lit.shoulder.moved(l * -14.0, 12.0),
        lit.mid.moved(0.0, 11.0),
    ];
    canvas.fill(shape(&top), tones.light, 0.60, 2.0);
    let shaded = &body.sides[rig.shaded];
    let top = [
        shaded.mid.moved(k * -10.0, -8.0),
        shaded.shoulder.moved(0.0, -6.0),
        shaded.shoulder.moved(k * -6.0, 8.0),
        shaded.mid.moved(0.0, 7.0),
    ];
    canvas.fill(shape(&top), tones.base, 0.7, 2.0);
}

/// One soft crescent of shade under each breast; light on top would make a diagram.
fn bust(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (bust, width) = (fitting.rig.look.body.bust, fitting.body.shoulder);
    if bust == 0.0 {
        return;
    }
    let y = 268.0 + 8.0 * bust;
    for side in Side::BOTH {
        let line = [(0.20, 2.0), (0.38, 8.0), (0.56, 3.0), (0.73, -24.0)];
        let line = line.map(|(share, down)| fitting.at(side.sign() * width * share, y + down));
        let crescent = taper(&line, &[0.3, 5.0 * bust, 6.5 * bust, 0.6]);
        canvas.fill(crescent, turned_away(fitting, tones, side), 0.42, 2.4);
    }
}

/// The lower edge of strong chest muscles.
fn chest(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (chest, width) = (fitting.rig.look.body.chest, fitting.body.shoulder);
    if chest == 0.0 {
        return;
    }
    for side in Side::BOTH {
        let e = side.sign();
        let line =
            [fitting.at(e * 12.0, 258.0), fitting.at(e * width * 0.36, 274.0), fitting.at(e * width * 0.68, 248.0)];
        canvas.fill(taper(&line, &[0.4, 8.0, 1.0]), turned_away(fitting, tones, side), 0.38 * chest, 3.0);
    }
}

fn belly(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let (belly, width) = (fitting.rig.look.body.belly, fitting.body.shoulder);
    if belly == 0.0 {
        return;
    }
    let (l, k) = (fitting.rig.lit.sign() * width, fitting.rig.shaded.sign() * width);
    let points = |line: &[(f64, f64)]| line.iter().map(|(x, y)| fitting.at(*x, *y)).collect::<Vec<_>>();
    let top = points(&[
        (l * 0.55, 330.0),
        (l * 0.2, 320.0),
        (k * 0.1, 350.0),
        (l * 0.05, 420.0),
        (l * 0.5, 430.0),
        (l * 0.66, 380.0),
    ]);
    canvas.fill(shape(&top), tones.light, 0.22 * belly, 9.0);
    let under = points(&[(-0.62 * width, 452.0), (-0.2 * width, 500.0), (0.25 * width, 500.0), (0.66 * width, 448.0)]);
    canvas.fill(taper(&under, &[2.0, 13.0, 14.0, 3.0]), tones.shade, 0.6 * belly, 5.0);
    let away = points(&[(k * 0.1, 470.0), (k * 0.4, 478.0), (k * 0.72, 440.0)]);
    canvas.fill(taper(&away, &[2.0, 12.0, 3.0]), tones.deep, 0.5 * belly, 4.0);
}

/// Drag from the armpit, and the weight of the cloth at the waist.
fn folds(fitting: &Fitting, tones: &Tones, side: Side, canvas: &mut Canvas) {
    let (e, color) = (side.sign(), turned_away(fitting, tones, side));
    let BodySide { pit, waist, .. } = fitting.body.sides[side];
    for (down, length) in [(2.0, 46.0), (24.0, 30.0)] {
        let line = [
            pit.moved(e * -3.0, -8.0 + down),
            pit.moved(-e * length * 0.5, -2.0 + down * 1.2),
            pit.moved(-e * length, -16.0 + down * 1.9),
        ];
        canvas.fill(taper(&line, &[3.6, 3.0, 0.3]), color, 0.42, 1.2);
    }
    for (down, length, width) in [(-6.0, 52.0, 4.0), (16.0, 34.0, 3.0)] {
        let line = [
            waist.moved(e * 4.0, down),
            waist.moved(-e * length * 0.5, down + 10.0),
            waist.moved(-e * length, down + 4.0),
        ];
        canvas.fill(taper(&line, &[width, width * 0.8, 0.3]), color, 0.55, 1.2);
    }
    tension(fitting, color, side, canvas);
}

/// A raised arm draws the cloth up: long folds from the pit across the chest, and along the side.
pub fn tension(fitting: &Fitting, color: Color, side: Side, canvas: &mut Canvas) {
    let lift = fitting.body.lifted[side];
    let (e, BodySide { pit, waist, .. }) = (side.sign(), fitting.body.sides[side]);
    let line = |points: [(f64, f64); 4]| points.map(|(x, y)| pit.moved(-e * x, y));
    let folds = [
        (line([(-4.0, -14.0), (16.0, 8.0), (34.0, 44.0), (44.0, 96.0)]), [4.5, 5.0, 3.4, 0.3]),
        (line([(-2.0, 2.0), (8.0, 34.0), (16.0, 78.0), (16.0, 132.0)]), [3.0, 4.4, 3.2, 0.3]),
        (line([(10.0, -20.0), (40.0, -8.0), (66.0, 14.0), (82.0, 44.0)]), [2.4, 3.8, 2.4, 0.3]),
    ];
    for (fold, widths) in folds {
        canvas.fill(taper(&fold, &widths), color, 0.5 * lift, 1.3);
    }
    let drawn_up = [waist.moved(e * 2.0, 44.0), waist.moved(-e * 12.0, 6.0), waist.moved(-e * 8.0, -54.0)];
    canvas.fill(taper(&drawn_up, &[0.4, 4.0, 0.4]), color, 0.45 * lift, 1.3);
}

/// The side of the trunk that comes into view as the body turns: its own plane, from the pit down.
pub fn side_plane(fitting: &Fitting, tones: &Tones, canvas: &mut Canvas) {
    let turn = fitting.body.turn;
    let side = if turn.sin > 0.0 { Side::Right } else { Side::Left };
    let (e, BodySide { pit, waist, hip, .. }) = (side.sign(), fitting.body.sides[side]);
    let shows = turn.sin.abs() * 26.0;
    let plane = [
        pit.moved(e * 20.0, -30.0),
        pit.moved(-e * shows * 0.7, 4.0),
        pit.moved(-e * shows * 1.15, 60.0),
        waist.moved(-e * shows, 0.0),
        hip.moved(-e * shows * 1.3, 60.0),
        hip.moved(e * 60.0, 60.0),
        waist.moved(e * 60.0, 0.0),
    ];
    let color = fitting.by_light(side, tones.shade, tones.deep);
    canvas.fill(shape(&plane), color, (turn.sin.abs() * 0.8).min(0.42), 2.2);
}

/// The tone of what turns away from the light on one side.
fn turned_away(fitting: &Fitting, tones: &Tones, side: Side) -> Color {
    if side == fitting.rig.lit { tones.shade } else { tones.deep }
}
