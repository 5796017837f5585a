//! Hair drawn back over the ears into a tail that hangs behind the near shoulder, with a fringe swept aside.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, Spline, shape, taper};
use crate::figure::math::lerp;
use crate::figure::tones::Tones;

use super::Style;
use super::braid;
use super::combing::{Combing, Spot};
use super::nape::Nape;

pub(super) const STYLE: Style = Style { hairline: &FRINGE, back, front, over: None };

/// The lower edge of the fringe, and the hairline beside it: what throws the shadow on the brow.
const FRINGE: [Spot; 12] = [
    (104.0, 36.0),
    (96.0, 22.0),
    (84.0, 4.0),
    (74.0, -18.0),
    (62.0, -30.0),
    (42.0, -42.0),
    (18.0, -54.0),
    (-8.0, -62.0),
    (-30.0, -55.0),
    (-48.0, -42.0),
    (-63.0, -24.0),
    (-74.0, 2.0),
];
const NAPE: Nape = Nape {
    contour: [(-40.0, 7.0), (6.0, 7.0), (28.0, 4.0)],
    lobe: [(-2.0, 0.0), (-11.0, 8.0)],
    inside: &[[14.0, 48.0, -62.0], [0.0, 60.0, -50.0], [0.0, 0.0, -40.0]],
};
/// Of what ties it, where the person's file names none.
const TIE: Color = Color::hex(0x2f2a2c);

fn back(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    canvas.flat(NAPE.path(rig, combing.near), rig.hair.deep);
    Tail::of(combing).draw(&rig.hair, rig.look.hair.tie.unwrap_or(TIE), canvas);
}

/// What hangs behind, from the tie down.
struct Tail {
    root: Point,
    /// 1 where it hangs to the viewer's right.
    n: f64,
    /// How far it has swung to there, for each unit down.
    swing: f64,
}

impl Tail {
    fn of(combing: &Combing) -> Self {
        let n = combing.near.sign();
        Self {
            root: combing.rig.project(n * 34.0, 18.0, lerp(-96.0, -74.0, combing.rig.profile)),
            n,
            swing: combing.rig.swing() / 100.0,
        }
    }

    /// A point of it, outwards and down from the tie.
    fn at(&self, out: f64, down: f64) -> Point {
        self.root.moved(self.n * out + self.swing * down.max(0.0), down)
    }

    fn draw(&self, tones: &Tones, tie: Color, canvas: &mut Canvas) {
        canvas.flat(self.outline(), tones.shade);
        canvas.clip(&self.outline());
        let planes = [
            (-8.0, 9.0, tones.deep, 0.8),
            (2.0, 8.0, tones.base, 0.9),
            (8.0, 3.0, tones.light, 0.5),
            (13.0, 5.0, tones.deep, 0.6),
            (19.0, 4.0, tones.base, 0.7),
        ];
        for (out, width, color, opacity) in planes {
            canvas.fill(self.lock(out, &[width * 0.4, width, width * 1.2, 1.0]), color, opacity, 0.6);
        }
        for (out, color) in [(-3.0, tones.light), (5.0, tones.deep), (11.0, tones.light), (16.0, tones.deep)] {
            canvas.fill(self.lock(out, &[0.3, 1.3, 1.3, 0.3]), color, 0.6, 0.2);
        }
        canvas.end();
        let loose = [self.at(12.0, 2.0), self.at(31.0, 44.0), self.at(35.0, 92.0), self.at(29.0, 124.0)];
        canvas.fill(taper(&loose, &[1.0, 1.8, 1.5, 0.2]), tones.shade, 0.9, 0.0);
        let band = [self.at(-8.0, 2.0), self.at(2.0, 6.0), self.at(13.0, 1.0)];
        canvas.flat(taper(&band, &[5.0, 6.0, 5.0]), tie);
    }

    fn outline(&self) -> Path {
        shape(&[
            self.at(-10.0, -6.0),
            self.at(6.0, -11.0),
            self.at(20.0, 8.0),
            self.at(29.0, 48.0),
            self.at(31.0, 98.0),
            self.at(21.0, 146.0),
            self.at(10.0, 168.0).sharp(),
            self.at(-4.0, 140.0),
            self.at(-14.0, 92.0),
            self.at(-15.0, 40.0),
        ])
    }

    fn lock(&self, out: f64, widths: &[f64]) -> Path {
        let line = [
            self.at(out * 0.5, -2.0),
            self.at(out * 1.15 + 1.0, 48.0),
            self.at(out * 1.2 + 1.0, 100.0),
            self.at(out * 0.5 + 6.0, 162.0),
        ];
        taper(&line, widths)
    }
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let edge = braid::front(combing, canvas);
    fringe(combing, canvas);
    edge
}

/// A lock of the fringe: its root, the middle, its tip, and its width.
type Lock = ([Spot; 3], f64);
const LOCKS: [Lock; 6] = [
    ([(-10.0, -74.0), (-28.0, -64.0), (-50.0, -40.0)], 7.0),
    ([(-6.0, -76.0), (-16.0, -66.0), (-33.0, -51.0)], 6.0),
    ([(-8.0, -78.0), (30.0, -66.0), (69.0, -18.0)], 13.0),
    ([(-6.0, -76.0), (22.0, -66.0), (57.0, -31.0)], 12.0),
    ([(-6.0, -74.0), (14.0, -66.0), (41.0, -43.0)], 10.0),
    ([(-6.0, -72.0), (6.0, -66.0), (22.0, -53.0)], 7.0),
];

/// Swept from the part to both temples, most of it to the near one.
fn fringe(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    for (line, width) in LOCKS {
        let color = if combing.lightward(line[2].0) > -20.0 { tones.base } else { tones.shade };
        canvas.flat(combing.lock(&line, &[width * 0.5, width, width * 0.8, 0.3], 4.0), color);
        let above = line.map(|(azimuth, y)| (azimuth, y - 1.5));
        canvas.fill(combing.lock(&above, &[0.4, width * 0.3, 0.4], 4.5), tones.light, 0.4, 0.5);
        let below = line.map(|(azimuth, y)| (azimuth, y + width * 0.2));
        canvas.fill(combing.lock(&below, &[0.3, 1.3, 0.3], 4.5), mix(tones.deep, tones.dark, 0.3), 0.6, 0.2);
    }
}
