//! A bald dome with a thin veil of hair combed over it, and full hair at the temples.

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Point, Spline, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::{lerp, smoothstep};

use super::Style;
use super::combing::{Combing, Spot, lock};
use super::nape;

pub(super) const STYLE: Style = Style { hairline: &[], back: nape::below, front, over: None };

/// Hair at a temple. Its outer edge: heights and volumes from below upwards; and its inner edge from above.
struct Temple {
    outer: [(f64, f64); 6],
    inner: [Spot; 6],
}

/// On a side we see, and on one turned away.
const FULL: Temple = Temple {
    outer: [(20.0, 1.0), (4.0, 5.0), (-16.0, 8.0), (-34.0, 7.0), (-48.0, 5.0), (-58.0, 1.0)],
    inner: [(78.0, -62.0), (70.0, -46.0), (73.0, -30.0), (76.0, -12.0), (79.0, 4.0), (86.0, 22.0)],
};
const SLIM: Temple = Temple {
    outer: [(-2.0, 0.0), (-10.0, 3.2), (-20.0, 4.8), (-30.0, 4.8), (-40.0, 3.6), (-48.0, 1.0)],
    inner: [(66.0, -50.0), (67.0, -42.0), (68.5, -34.0), (70.0, -26.0), (71.5, -17.0), (73.0, -8.0)],
};

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let l = rig.lit.sign();
    let dome = [(50.0, -80.0), (20.0, -88.0), (2.0, -82.0), (12.0, -72.0), (42.0, -68.0)];
    canvas.clip(&rig.head_path);
    canvas.fill(shape(&dome.map(|(a, y)| rig.skull(l * a, y))), rig.skin.light, 0.75, 2.5);
    canvas.end();
    veil(combing, canvas);
    for side in Side::BOTH {
        temple(combing, side, canvas);
        locks(combing, side, canvas);
    }
    Spline::default()
}

/// Skin shows through it; a few strands carry the drawing.
fn veil(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    let mut outline: Vec<Point> = [(78.0, -60.0), (66.0, -80.0), (30.0, -96.0), (-20.0, -98.0), (-52.0, -88.0)]
        .map(|spot| combing.point(spot, 4.0))
        .into();
    outline.extend([(-30.0, -84.0), (10.0, -82.0), (48.0, -66.0)].map(|spot| combing.point(spot, 2.0)));
    canvas.fill(shape(&outline), mix(rig.hair.base, rig.skin.base, 0.45), 0.55, 2.0);
    for (i, (y, width)) in
        [(-76.0, 1.1), (-82.0, 1.6), (-87.0, 1.4), (-92.0, 1.9), (-97.0, 1.6)].into_iter().enumerate()
    {
        let step = i as f64;
        let line = [(74.0, y + 20.0 - step * 2.0), (46.0, y + 3.0 - step), (8.0, y - 4.0), (-36.0, y + 2.0 + step)];
        let color = if i % 2 == 1 { rig.hair.light } else { mix(rig.hair.base, rig.skin.base, 0.25) };
        canvas.fill(combing.lock(&line, &[0.3, width, width, 0.2], 4.0), color, 0.75, 0.3);
    }
}

fn temple(combing: &Combing, side: Side, canvas: &mut Canvas) {
    let (rig, seen) = (combing.rig, combing.seen(side));
    let between = |slim: [(f64, f64); 6], full: [(f64, f64); 6]| -> [(f64, f64); 6] {
        std::array::from_fn(|i| (lerp(slim[i].0, full[i].0, seen), lerp(slim[i].1, full[i].1, seen)))
    };
    let mut outer = between(SLIM.outer, FULL.outer);
    let mut inner = between(SLIM.inner, FULL.inner);
    if !rig.far(side) {
        // In profile it is seen down to the nape.
        outer[0] = (lerp(outer[0].0, 46.0, rig.profile), lerp(outer[0].1, 3.0, rig.profile));
        inner[5] = (lerp(inner[5].0, 118.0, rig.profile), lerp(inner[5].1, 48.0, rig.profile));
    }
    let mut outline: Vec<Point> = outer.map(|(y, volume)| rig.smooth_edge(side, y, volume)).into();
    outline.extend(inner.map(|(azimuth, y)| rig.over_skull(side.sign() * azimuth, y, 2.0)));
    for end in [0, outer.len() - 1, outline.len() - 1] {
        outline[end] = outline[end].sharp();
    }
    let color = if side == rig.lit { rig.hair.base } else { rig.hair.shade };
    let shown = 1.0 - smoothstep(0.0, 0.4, rig.hidden(side));
    canvas.fill(shape(&outline), color, shown, 0.5);
}

/// Locks brushed back over the ear, roots before them, ends that leave the outline.
fn locks(combing: &Combing, side: Side, canvas: &mut Canvas) {
    let (rig, seen, lit) = (combing.rig, far_seen(combing, side), side == combing.rig.lit);
    let (color, light) = if lit { (rig.hair.base, rig.hair.light) } else { (rig.hair.shade, rig.hair.base) };
    for i in 0..9 {
        let t = f64::from(i) / 8.0;
        let line = [
            (71.0 + 4.0 * t, -52.0 + 66.0 * t),
            (82.0 + 4.0 * t, -48.0 + 64.0 * t),
            (96.0 + 3.0 * t, -34.0 + 58.0 * t),
        ];
        let width = if i % 3 == 0 { 4.2 } else { 2.4 };
        let color = if i % 2 == 1 { light } else { rig.hair.deep };
        canvas.fill(lock(rig, side, &line, &[0.2, width, 0.3], 5.0), color, 0.55 * seen, 0.3);
    }
    for i in 0..5 {
        let down = 11.0 * f64::from(i);
        let line = [(67.0 - f64::from(i), -44.0 + down), (74.0, -47.0 + down), (80.0, -44.0 + down)];
        canvas.fill(lock(rig, side, &line, &[0.2, 1.2, 0.3], 4.0), color, 0.9 * seen, 0.0);
    }
    let e = side.sign();
    for (y, length) in [(-30.0, 9.0), (-8.0, 8.0), (12.0, 7.0)] {
        let root = rig.smooth_edge(side, y, 5.0);
        let end = [root, root.moved(e * 4.0, length * 0.4), root.moved(e * 3.0, length)];
        canvas.fill(taper(&end, &[2.0, 1.2, 0.2]), color, 0.9 * seen, 0.0);
    }
}

/// How much of a side is seen; in profile nothing of the far one.
fn far_seen(combing: &Combing, side: Side) -> f64 {
    let hidden = smoothstep(0.0, 0.4, combing.rig.hidden(side));
    combing.seen(side) * (1.0 - hidden)
}
