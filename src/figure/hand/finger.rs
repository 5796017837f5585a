//! A finger: four joints with a width at each, a nail, and a strip of shade along the side away from the light.

use crate::cast::Color;

use super::{BENT, Facet, Hand, Normal};
use crate::figure::color::mix;
use crate::figure::curve::{Point, at, shape};

/// Index of the joint at the tip.
const TIP: usize = 3;
/// Where the strip of shade begins, in half-widths from the middle.
const STRIP: f64 = 0.30;
/// Width of the shadow on the neighbor.
const SHADOW: f64 = 1.2;
const NAIL: Color = Color::hex(0xffe9dc);

pub(super) struct Finger {
    /// From the root to the tip.
    joints: [[f64; 2]; 4],
    half_widths: [f64; 4],
    /// Of the limbs between them.
    normals: [Normal; 3],
    /// Factor of the nail's length, if it shows.
    nail: Option<f64>,
    root: Root,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Root {
    /// Under the hand's plane.
    Covered,
    /// Growing out of the hand: without edge and shadow, in the hand's own tone.
    Grown,
}

impl Finger {
    pub const fn new(joints: [[f64; 2]; 4], half_widths: [f64; 4], normals: [Normal; 3]) -> Self {
        Self { joints, half_widths, normals, nail: None, root: Root::Covered }
    }

    /// A finger that bends a little away from the viewer.
    pub const fn bent(joints: [[f64; 2]; 4], half_widths: [f64; 4]) -> Self {
        Self::new(joints, half_widths, BENT)
    }

    pub const fn nail(self, length: f64) -> Self {
        Self { nail: Some(length), ..self }
    }

    /// Makes it a thumb, which is painted last and grows out of the hand.
    pub const fn thumb(self) -> Self {
        Self { root: Root::Grown, ..self }
    }

    /// Direction of the finger at a joint.
    fn along(&self, joint: usize) -> [f64; 2] {
        let (a, b) = (self.joints[joint.saturating_sub(1)], self.joints[(joint + 1).min(TIP)]);
        let (x, y) = (b[0] - a[0], b[1] - a[1]);
        let length = x.hypot(y);
        [x / length, y / length]
    }

    /// A point `across` half-widths beside a joint (positive on the thumb's side) and `ahead` units towards the tip.
    fn beside(&self, joint: usize, across: f64, ahead: f64) -> Point {
        let [x, y] = self.along(joint);
        let out = self.half_widths[joint] * across;
        at(self.joints[joint][0] - y * out + x * ahead, self.joints[joint][1] + x * out + y * ahead)
    }

    fn outline(&self) -> Vec<Point> {
        let tip = self.half_widths[TIP];
        let blunt = [
            self.beside(TIP, 0.80, tip * 0.60),
            self.beside(TIP, 0.0, tip * 1.02),
            self.beside(TIP, -0.80, tip * 0.60),
        ];
        let up = (0..=TIP).map(|i| self.beside(i, 1.0, 0.0));
        let down = (0..=TIP).rev().map(|i| self.beside(i, -1.0, 0.0));
        let mut outline: Vec<_> = up.chain(blunt).chain(down).collect();
        match self.root {
            Root::Grown => outline.insert(0, self.beside(0, 0.0, -self.half_widths[0] * 0.9)),
            Root::Covered => {
                let last = outline.len() - 1;
                outline[0] = outline[0].sharp();
                outline[last] = outline[last].sharp();
            }
        }
        outline
    }

    /// Everything from a joint to the tip; the plane breaks in a slight arc across the joint.
    fn beyond(&self, joint: usize) -> Vec<Point> {
        let mut points = vec![
            self.beside(joint, 1.5, -1.0).sharp(),
            self.beside(joint, 0.0, 1.6),
            self.beside(joint, -1.5, -1.0).sharp(),
        ];
        points.extend((joint + 1..TIP).map(|i| self.beside(i, -1.6, 0.0).sharp()));
        points.extend([-1.6, 1.6].map(|across| self.beside(TIP, across, 12.0).sharp()));
        points.extend((joint + 1..TIP).rev().map(|i| self.beside(i, 1.6, 0.0).sharp()));
        points
    }

    /// The strip that turns away from the light on one side.
    fn strip(&self, side: f64) -> Vec<Point> {
        let first = if self.root == Root::Grown { 1.2 } else { STRIP };
        let mut points = vec![self.beside(0, side * first, 0.0)];
        points.extend((1..=TIP).map(|i| self.beside(i, side * STRIP, 0.0)));
        let tip = self.half_widths[TIP];
        points.push(self.beside(TIP, side * 0.3, tip * 1.6));
        points.push(self.beside(TIP, side * 2.2, tip));
        points.extend((0..=TIP).rev().map(|i| self.beside(i, side * 2.2, 0.0)));
        points
    }

    /// The nail, `aside` half-widths off the middle of the tip.
    fn nail_outline(&self, length: f64, aside: f64) -> [Point; 6] {
        let [x, y] = self.along(TIP);
        let tip = self.half_widths[TIP];
        let middle = [self.joints[TIP][0] - x * tip * 0.1, self.joints[TIP][1] - y * tip * 0.1];
        let half = tip * 0.62 * 0.9;
        let place = |ahead: f64, across: f64| {
            let across = across + aside * tip;
            at(middle[0] + x * ahead - y * across, middle[1] + y * ahead + x * across)
        };
        [
            place(-3.4 * length, -half),
            place(1.4 * length, -half),
            place(3.2 * length, 0.0),
            place(1.4 * length, half),
            place(-3.4 * length, half),
            place(-4.2 * length, 0.0),
        ]
    }
}

impl Hand<'_> {
    pub(super) fn finger(&mut self, finger: Finger) {
        let [x, y] = finger.along(1);
        let side = if self.facing_light([-y, x, 0.0]) < self.facing_light([y, -x, 0.0]) { 1.0 } else { -1.0 };
        let (middle, end, strip) = (finger.beyond(1), finger.beyond(2), finger.strip(side));
        let facets = [
            Facet { outline: &middle, normal: finger.normals[1], opacity: 0.9, blur: 0.9 },
            Facet { outline: &end, normal: finger.normals[2], opacity: 0.9, blur: 0.9 },
            Facet { outline: &strip, normal: [-y * side * 0.9, x * side * 0.9, 1.0], opacity: 0.9, blur: 0.5 },
        ];
        let shadow = if finger.root == Root::Grown { 0.0 } else { SHADOW };
        self.plane(&finger.outline(), finger.normals[0], shadow, &facets);
        if let Some(length) = finger.nail {
            let nail = self.seen_all(&finger.nail_outline(length, -side * 0.14));
            let color = mix(self.tone(finger.normals[2]), NAIL, 0.38);
            self.canvas.fill(shape(&nail), color, 0.62, 0.2);
        }
    }
}
