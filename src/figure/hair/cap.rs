//! A knitted cap, with hair at the temples below it.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::{Shift, shift};
use crate::figure::curve::{Path, Point, Spline, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::{lerp, smoothstep};
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::Style;
use super::combing::{Combing, Spot, lock};
use super::mass::Volume;
use super::nape;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back: nape::short, front, over: None };

/// Where the cap sits.
const HAIRLINE: [Spot; 9] = [
    (96.0, -6.0),
    (80.0, -18.0),
    (60.0, -33.0),
    (36.0, -41.0),
    (10.0, -44.0),
    (-16.0, -43.0),
    (-40.0, -38.0),
    (-60.0, -28.0),
    (-80.0, -14.0),
];
const NEAR_VOLUME: Volume = Volume { from: -6.0, out: [8.0, 9.0, 12.0, 16.0, 18.0, 17.0] };
const FAR_VOLUME: Volume = Volume { from: -13.0, out: [7.0, 9.0, 11.0, 15.0, 17.0, 16.0] };
/// Of the wool, where the person's file names none.
const WOOL: Color = Color::hex(0x4b5a4a);

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let wool = Tones::cloth(rig.look.hair.cap.unwrap_or(WOOL), rig.light);
    for side in Side::BOTH {
        temple(rig, side, canvas);
    }
    let edge = combing.mass(combing.crown(&NEAR_VOLUME, &FAR_VOLUME), &HAIRLINE, &wool, 36.0, canvas);
    for i in 0..15 {
        let azimuth = -98.0 + 14.0 * f64::from(i);
        let rib = [(azimuth, -30.0), (azimuth * 0.96, -60.0), (azimuth * 0.8, -84.0), (azimuth * 0.45, -98.0)];
        canvas.fill(lock(rig, Side::Left, &rib, &[1.4, 1.7, 1.4, 0.6], 12.0), wool.deep, 0.32, 0.3);
    }
    canvas.end();
    band(combing, &wool, canvas);
    edge
}

/// Hair that shows under the knit.
fn temple(rig: &Rig, side: Side, canvas: &mut Canvas) {
    let (e, tones) = (side.sign(), &rig.hair);
    // In profile it is seen down to the nape.
    let shown = rig.shown(side);
    let mut outline: Vec<Point> = [(-14.0, 5.0), (4.0, 7.0), (lerp(20.0, 58.0, shown), 4.0)]
        .map(|(y, volume)| rig.smooth_edge(side, y, volume))
        .into();
    let behind_ear = (lerp(86.0, 112.0, shown), lerp(34.0, 60.0, shown));
    let inside = [behind_ear, (lerp(78.0, 86.0, shown), lerp(12.0, 20.0, shown)), (74.0, -6.0), (76.0, -18.0)];
    outline.extend(inside.map(|(azimuth, y)| rig.over_skull(e * azimuth, y, 2.0)));
    outline[3] = outline[3].sharp();
    let hidden = smoothstep(0.0, 0.4, rig.hidden(side));
    canvas.fill(shape(&outline), if side == rig.lit { tones.base } else { tones.shade }, 1.0 - hidden, 0.0);
    for i in 0..3 {
        let step = f64::from(i);
        let line = [(80.0 + 4.0 * step, -12.0), (82.0 + 5.0 * step, 6.0), (86.0 + 4.0 * step, 25.0)];
        let color = if i % 2 == 1 { tones.light } else { tones.deep };
        canvas.fill(lock(rig, side, &line, &[1.0, 2.0, 0.3], 4.0), color, 0.7, 0.2);
    }
}

/// The turned-up band: closer ribs, its own shade, a shadow along its lower edge.
fn band(combing: &Combing, wool: &Tones, canvas: &mut Canvas) {
    let rig = combing.rig;
    let top = combing.top(&HAIRLINE);
    let line = HAIRLINE.map(|spot| combing.over_brow(spot, top));
    let low = line.map(|(azimuth, y)| combing.point((azimuth, y + 4.0), 7.0));
    let outline = between(&low, &line.map(|(azimuth, y)| combing.point((azimuth, y - 13.0), 9.0)));
    canvas.flat(outline.clone(), shift(wool.base, Shift { lighter: 0.015, ..Shift::SAME }));
    canvas.clip(&outline);
    let k = rig.shaded.sign();
    let shade = [
        rig.over_skull(k * 34.0, -70.0, 12.0),
        rig.over_skull(k * 40.0, -20.0, 12.0),
        rig.edge(rig.shaded, -20.0).moved(k * 40.0, 20.0),
        rig.edge(rig.shaded, -70.0).moved(k * 40.0, -10.0),
    ];
    canvas.fill(shape(&shade), wool.shade, 0.9, 1.0);
    for i in 0..23 {
        let azimuth = -100.0 + 9.0 * f64::from(i);
        let y = -44.0 + 32.0 * smoothstep(0.0, 100.0, azimuth.abs());
        let rib = lock(rig, Side::Left, &[(azimuth, y + 6.0), (azimuth, y - 16.0)], &[1.3, 1.3], 9.0);
        canvas.fill(rib, wool.deep, 0.38, 0.2);
    }
    canvas.end();
    canvas.fill(taper(&low, &[0.4, 2.2, 2.4, 2.2, 0.4]), wool.deep, 0.7, 0.5);
}

/// The strip between two lines, with corners at their ends.
fn between(low: &[Point; 9], high: &[Point; 9]) -> Path {
    let mut outline: Vec<Point> = low.iter().chain(high.iter().rev()).copied().collect();
    for end in [0, 8, 9, 17] {
        outline[end] = outline[end].sharp();
    }
    shape(&outline)
}
