//! A scarf over head, neck and chest, with a band of the cap below it at the forehead.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, Spline, at, closed, shape, taper};
use crate::figure::expression::Side;
use crate::figure::math::lerp;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::Style;
use super::combing::{Combing, Spot};
use super::mass::Volume;

pub(super) const STYLE: Style = Style { hairline: &EDGE, back, front, over: None };

const EDGE: [Spot; 13] = [
    (80.0, 58.0),
    (74.0, 30.0),
    (69.0, 0.0),
    (60.0, -30.0),
    (42.0, -52.0),
    (20.0, -61.0),
    (-4.0, -63.0),
    (-28.0, -58.0),
    (-48.0, -44.0),
    (-62.0, -18.0),
    (-70.0, 12.0),
    (-72.0, 40.0),
    (-64.0, 62.0),
];
const NEAR_OUT: [f64; 6] = [14.0, 13.0, 14.0, 15.0, 15.0, 14.0];
const AWAY_OUT: [f64; 6] = [13.0, 12.0, 13.0, 14.0, 14.0, 13.0];

fn back(combing: &Combing, canvas: &mut Canvas) {
    let rig = combing.rig;
    let volume = |out| Volume { from: 30.0, out };
    let mut outline = combing.crown(&volume(NEAR_OUT), &volume(AWAY_OUT));
    let x = rig.head_x;
    outline.extend([
        beside_jaw(rig, Side::Left),
        at(x + 84.0, 140.0),
        at(x + 112.0, 176.0),
        at(x, 230.0),
        at(x - 112.0, 176.0),
        at(x - 84.0, 140.0),
        beside_jaw(rig, Side::Right),
    ]);
    canvas.flat(shape(&outline), rig.hair.shade);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let top = combing.top(&EDGE);
    let on_brow = |spot: &Spot| combing.over_brow(*spot, top);
    let cap = EDGE[2..11].iter().map(on_brow).map(|(azimuth, y)| combing.point((azimuth, y + 1.5), 2.0));
    let cap: Vec<_> = cap.collect();
    let color = rig.look.hair.cap.map_or(rig.hair.deep, |color| Tones::cloth(color, rig.light).shade);
    canvas.flat(taper(&cap, &[2.0, 6.5, 6.5, 6.5, 2.0]), color);
    let near = Volume { from: 62.0, out: NEAR_OUT };
    let away = Volume { from: 56.0, out: AWAY_OUT };
    let line = EDGE.map(|(azimuth, y)| (azimuth, y - 3.0));
    combing.mass(combing.crown(&near, &away), &line, &rig.hair, 38.0, canvas);
    folds(combing, canvas);
    canvas.end();
    Drape::of(combing).draw(canvas);
    closed(&silhouette(combing))
}

/// From the viewer's left over the crown and down to both shoulders: what the second light falls on.
fn silhouette(combing: &Combing) -> Vec<Point> {
    let volume = |out| Volume { from: 30.0, out };
    let mut outline = combing.crown(&volume(NEAR_OUT), &volume(AWAY_OUT));
    let chest = |x: f64, y: f64| on_chest(combing.rig, x, y);
    outline.push(beside_jaw(combing.rig, Side::Left));
    outline.extend([
        chest(92.0, 148.0),
        chest(104.0, 176.0).sharp(),
        chest(-104.0, 176.0).sharp(),
        chest(-90.0, 148.0),
    ]);
    outline.push(beside_jaw(combing.rig, Side::Right));
    outline
}

fn beside_jaw(rig: &Rig, side: Side) -> Point {
    at(rig.edge(side, 70.0).x + side.sign() * beside(rig, side), 92.0 + rig.head_y)
}

/// How far the cloth lies beside the jaw. In profile the face hides it on the far side.
fn beside(rig: &Rig, side: Side) -> f64 {
    lerp(22.0, -14.0, rig.hidden(side))
}

/// Folds run from the temples to the chin.
fn folds(combing: &Combing, canvas: &mut Canvas) {
    let tones = &combing.rig.hair;
    let near_light = [(10.0, -66.0), (40.0, -72.0), (70.0, -40.0), (84.0, 4.0), (84.0, 44.0)];
    let near_deep = [(-6.0, -68.0), (30.0, -84.0), (78.0, -58.0), (98.0, 0.0), (92.0, 50.0)];
    let away_shade = [(-30.0, -62.0), (-52.0, -54.0), (-72.0, -16.0), (-80.0, 24.0), (-76.0, 52.0)];
    let away_light = [(-20.0, -72.0), (-50.0, -70.0), (-80.0, -20.0), (-88.0, 20.0)];
    let folds = [
        (combing.lock(&near_light, &[1.0, 7.0, 8.0, 8.0, 2.0], 8.0), tones.light, 0.35),
        (combing.lock(&near_deep, &[1.0, 5.0, 7.0, 7.0, 2.0], 8.0), tones.deep, 0.5),
        (combing.lock(&away_shade, &[1.0, 6.0, 7.0, 7.0, 2.0], 8.0), tones.shade, 0.7),
        (combing.lock(&away_light, &[1.0, 5.0, 6.0, 1.0], 8.0), tones.light, 0.4),
    ];
    for (fold, color, opacity) in folds {
        canvas.fill(fold, color, opacity, 0.8);
    }
}

/// A point on the chest; the scarf there follows the head a little.
fn on_chest(rig: &Rig, x: f64, y: f64) -> Point {
    at(rig.head_x * 0.6 + x, y)
}

/// The piece that goes under the chin and lies on the chest.
struct Drape<'a> {
    rig: &'a Rig<'a>,
    /// The corners of the jaw.
    right: Point,
    left: Point,
    chin: Point,
    /// Where it comes out from below the mass: at the outline and at the face, from the right.
    ends: [[Point; 2]; 2],
}

impl<'a> Drape<'a> {
    fn of(combing: &Combing<'a>) -> Self {
        let Combing { rig, near, .. } = *combing;
        let chin = rig.project(0.0, 99.0 + rig.jaw * 0.9, 52.0);
        let jaw = |side: Side| {
            let hidden = rig.hidden(side);
            rig.edge(side, 74.0).toward(chin.moved(side.sign() * 10.0, 2.0), hidden)
        };
        let end = |side: Side| {
            let (azimuth, y) = if side == near { EDGE[0] } else { EDGE[12] };
            let hidden = rig.hidden(side);
            let under_chin = chin.moved(side.sign() * 12.0, 6.0);
            let ends = [rig.smooth_edge(side, 44.0, 14.0), combing.point((azimuth, y - 10.0), 3.0)];
            ends.map(|end| end.toward(under_chin, hidden))
        };
        Self { ends: [end(Side::Right), end(Side::Left)], rig, right: jaw(Side::Right), left: jaw(Side::Left), chin }
    }

    fn chest(&self, x: f64, y: f64) -> Point {
        on_chest(self.rig, x, y)
    }

    fn draw(&self, canvas: &mut Canvas) {
        let tones = &self.rig.hair;
        let outline = shape(&self.outline());
        for [out, face] in self.ends {
            let seam = [out.moved(0.0, -1.0), out.toward(face, 0.5).moved(0.0, -2.6), face.moved(0.0, -1.0)];
            canvas.fill(taper(&seam, &[1.0, 5.0, 1.0]), tones.deep, 0.55, 1.2);
        }
        canvas.flat(outline.clone(), tones.base);
        canvas.clip(&outline);
        let k = self.rig.shaded.sign();
        let away =
            [(10.0, 100.0), (22.0, 150.0), (30.0, 230.0), (130.0, 220.0), (130.0, 20.0), (52.0, 30.0), (40.0, 78.0)];
        let away = away.map(|(x, y)| self.chest(k * x, y));
        canvas.fill(shape(&away), tones.shade, 0.9, 1.2);
        self.folds(canvas);
        let Self { right, left, chin, .. } = *self;
        let under_chin = [
            right,
            chin.moved(-14.0, -3.0),
            chin.moved(14.0, -3.0),
            left,
            left.moved(0.0, 16.0),
            chin.moved(12.0, 13.0),
            chin.moved(-10.0, 12.0),
        ];
        canvas.fill(shape(&under_chin), tones.deep, 0.7, 1.6);
        canvas.end();
    }

    fn outline(&self) -> [Point; 17] {
        let Self { right, left, chin, .. } = *self;
        let [[right_out, right_face], [left_out, left_face]] = self.ends;
        [
            right_out.sharp(),
            right_face.sharp(),
            right.moved(8.0, 8.0),
            chin.moved(-17.0, -2.5),
            chin.moved(15.0, -2.5),
            left.moved(-8.0, 8.0),
            left_face.sharp(),
            left_out.sharp(),
            self.on_shoulder(Side::Left),
            self.chest(92.0, 148.0),
            self.chest(104.0, 176.0),
            self.chest(60.0, 206.0),
            self.chest(6.0, 226.0),
            self.chest(-50.0, 210.0),
            self.chest(-104.0, 176.0),
            self.chest(-90.0, 148.0),
            self.on_shoulder(Side::Right),
        ]
    }

    /// Beside the jaw; in profile nearer to the shoulder on the far side, where the face would not hide it.
    fn on_shoulder(&self, side: Side) -> Point {
        let (rig, e) = (self.rig, side.sign());
        let jaw = if side == Side::Left { self.left } else { self.right };
        let hidden = rig.hidden(side);
        jaw.moved(e * 22.0, 14.0).toward(self.chest(e * 62.0, 126.0), hidden)
    }

    /// Folds from the jaw across the chest.
    fn folds(&self, canvas: &mut Canvas) {
        let tones = &self.rig.hair;
        let Self { right, left, .. } = *self;
        let chest = |x, y| self.chest(x, y);
        let across = [right.moved(-6.0, 10.0), chest(-22.0, 132.0), chest(22.0, 148.0), chest(78.0, 158.0)];
        let below = [right.moved(-14.0, 24.0), chest(-34.0, 152.0), chest(12.0, 176.0), chest(66.0, 190.0)];
        let low = [chest(-70.0, 150.0), chest(-30.0, 184.0), chest(14.0, 204.0), chest(30.0, 214.0)];
        let back = [left.moved(6.0, 2.0), chest(44.0, 128.0), chest(2.0, 142.0)];
        let lit = [right.moved(-10.0, 14.0), chest(-34.0, 138.0), chest(8.0, 160.0), chest(60.0, 172.0)];
        let folds = [
            (taper(&across, &[1.0, 7.0, 8.0, 1.0]), tones.shade, 0.9),
            (taper(&below, &[1.0, 8.0, 8.0, 1.0]), tones.deep, 0.6),
            (taper(&low, &[1.0, 6.0, 5.0, 0.5]), tones.shade, 0.9),
            (taper(&back, &[1.0, 6.0, 0.6]), tones.deep, 0.55),
            (taper(&lit, &[0.6, 5.0, 4.0, 0.5]), tones.light, 0.55),
        ];
        for (fold, color, opacity) in folds {
            canvas.fill(fold, color, opacity, 0.8);
        }
    }
}
