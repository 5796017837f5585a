//! The shape of a head as a stack of cross-sections.

use crate::cast::person::Face;

use super::math::{bell, table};

/// Half-width, depth of the middle, and half-depth of the head's cross-sections, by height.
const SECTIONS: [(f64, [f64; 3]); 16] = [
    (-100.0, [0.0, -10.0, 0.0]),
    (-97.0, [22.0, -10.0, 30.0]),
    (-89.0, [41.0, -10.0, 54.0]),
    (-73.0, [58.5, -10.0, 72.0]),
    (-50.0, [68.0, -9.0, 82.0]),
    (-25.0, [70.0, -8.0, 84.0]),
    (-5.0, [68.8, -6.0, 80.0]),
    (15.0, [67.6, -2.0, 76.0]),
    (30.0, [64.6, 4.0, 70.0]),
    (45.0, [60.0, 14.0, 60.0]),
    (60.0, [53.5, 24.0, 51.0]),
    (74.0, [44.5, 36.0, 40.0]),
    (86.0, [33.5, 47.0, 29.0]),
    (94.0, [23.5, 55.0, 20.0]),
    (98.5, [13.0, 59.0, 12.0]),
    (100.0, [0.0, 60.0, 0.0]),
];
/// How far brow, cheekbone and chin stand out of the far contour, by height.
const RELIEF: [(f64, [f64; 1]); 10] = [
    (-60.0, [0.0]),
    (-36.0, [1.0]),
    (-20.0, [3.0]),
    (-2.0, [-4.6]),
    (20.0, [3.6]),
    (44.0, [-0.6]),
    (60.0, [-1.6]),
    (74.0, [-0.4]),
    (88.0, [2.2]),
    (100.0, [0.0]),
];
/// What is left of that in profile, where the far brow alone stands out, and the eye's hollow lies behind the nose.
const RELIEF_BEHIND: [(f64, [f64; 1]); 6] =
    [(-60.0, [0.0]), (-24.0, [1.4]), (-4.0, [-3.0]), (24.0, [-1.4]), (60.0, [-1.2]), (100.0, [0.0])];
/// Depth of the contour, by height.
const CONTOUR_DEPTH: [(f64, [f64; 1]); 7] =
    [(-100.0, [0.0]), (-50.0, [6.0]), (0.0, [16.0]), (30.0, [24.0]), (60.0, [40.0]), (85.0, [56.0]), (100.0, [62.0])];
/// Exponent of the cross-sections: a little squarer than an ellipse.
const SQUARENESS: f64 = 2.3;

/// A cross-section of the head.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    pub half_width: f64,
    /// Depth of its middle, towards the viewer.
    pub center: f64,
    pub half_depth: f64,
}

impl Section {
    /// Depth of the surface beside the middle.
    pub fn depth(&self, x: f64) -> f64 {
        let share = (x.abs() / self.half_width.max(1.0)).min(0.985);
        self.center + self.half_depth * libm::pow(1.0 - libm::pow(share, SQUARENESS), 1.0 / SQUARENESS)
    }
}

/// The cross-section of a face at a height; a smile (0 to 1) widens the cheeks.
pub fn section(face: &Face, y: f64, smile: f64) -> Section {
    let [width, center, half_depth] = table(&SECTIONS, y);
    let cheek = bell(y, 22.0 - face.cheek_up, 26.0 - 5.0 * (face.cheek_up / 8.0).clamp(-1.0, 1.0));
    let mut half_width = width * face.width + face.cheek * cheek + 2.2 * cheek * smile;
    half_width += face.jaw * bell(y, 66.0, 20.0);
    if face.temple != 0.0 {
        half_width += face.temple * bell(y, -34.0, 30.0);
    }
    if y < 99.5 {
        half_width += face.chin * bell(y, 93.0, 9.0);
    }
    if face.jaw_angle != 0.0 {
        half_width += face.jaw_angle * (bell(y, 63.0, 12.0) - 0.35 * bell(y, 86.0, 8.0));
    }
    if face.round != 0.0 && y < 99.0 {
        let jowls = 9.5 * bell(y, 52.0, 24.0) + 8.0 * bell(y, 83.0, 12.0);
        half_width += face.round * (4.0 * bell(y, 8.0, 26.0) + jowls + 4.0 * bell(y, 95.0, 5.0));
    }
    if face.thin != 0.0 {
        half_width -= face.thin * (5.0 * bell(y, 48.0, 20.0) + 2.0 * bell(y, -30.0, 26.0));
    }
    Section { half_width: half_width.max(0.0), center, half_depth }
}

/// How far a height stands out of the contour that is turned away, for a head turned all the way.
pub fn relief(face: &Face, y: f64) -> f64 {
    let [plain] = table(&RELIEF, y);
    let ridge = face.ridge * (2.6 * bell(y, -19.0, 9.0) - 1.6 * bell(y, -2.0, 8.0));
    let cheekbone = 2.0 * (face.cheek_up / 8.0).clamp(-1.0, 1.0) * bell(y, 14.0, 9.0);
    plain + ridge + cheekbone - face.round * 1.2 * bell(y, 20.0, 14.0)
}

/// The same of a head in profile.
pub fn relief_behind(y: f64) -> f64 {
    let [behind] = table(&RELIEF_BEHIND, y);
    behind
}

/// Depth of the contour at a height.
pub fn contour_depth(y: f64) -> f64 {
    let [depth] = table(&CONTOUR_DEPTH, y);
    depth
}
