//! A head that has turned past a face with two eyes: brow, nose, lips and chin become its outline.

use super::curve::{Path, Point, shape};
use super::expression::Side;
use super::math::{lerp, smoothstep};
use super::mouth::{self, Mouth};
use super::nose::Nose;
use super::rig::Rig;
use super::skull;

/// Degrees at which the profile begins to show, at which nothing of the far eye may stand over the cheek any more, and at
/// which it is all there.
const BEGINS: f64 = 36.5;
const CUT: f64 = 46.0;
const WHOLE: f64 = 60.0;
/// How far the far eye may stand over the contour while two eyes are seen.
const OVER: f64 = 9.0;

/// How much of the profile shows, 0 to 1, for the sine of a turn.
pub fn share(sin: f64) -> f64 {
    from_begin(sin, WHOLE)
}

fn from_begin(sin: f64, whole: f64) -> f64 {
    smoothstep(libm::sin(BEGINS.to_radians()), libm::sin(whole.to_radians()), sin.abs())
}

impl Rig<'_> {
    /// How much of a side the face hides in profile, 0 to 1.
    pub fn hidden(&self, side: Side) -> f64 {
        if self.far(side) { self.profile } else { 0.0 }
    }

    /// How much of a side is shown that a face with two eyes keeps behind it, 0 to 1.
    pub fn shown(&self, side: Side) -> f64 {
        if self.far(side) { 0.0 } else { self.profile }
    }

    /// How far a height stands out of the contour that is turned away. In profile nose and lips do so before it.
    pub(super) fn relief(&self, y: f64) -> f64 {
        lerp(skull::relief(&self.look.face, y), skull::relief_behind(y), self.profile)
    }

    /// In profile what lies past the contour of the far cheek stays on it.
    pub(super) fn project_face(&self, x: f64, y: f64, z: f64) -> Point {
        let y_seen = y + self.lengthening(y);
        if self.profile <= 0.0 {
            return self.project(x, y_seen, z);
        }
        let (sin, cos, away) = (self.yaw.sin, self.yaw.cos, self.yaw.sin.signum());
        let side = if away > 0.0 { Side::Left } else { Side::Right };
        let contour = (self.across_edge(side, y, 0.0, self.relief(y) * sin.abs() * 2.2)) * away;
        let over = OVER * (1.0 - from_begin(sin, CUT));
        let across = ((x * cos + z * sin) * away).min(contour + over) * away;
        self.rolled(across, y_seen * self.pitch.cos + (-x * sin + z * cos) * self.pitch.sin * 0.9)
    }

    /// How far a line along points of the skull (azimuth, height) is seen: less and less where the brow of a head in profile
    /// hides it, 1 everywhere else.
    pub fn seen(&self, line: &[(f64, f64)]) -> f64 {
        if self.profile <= 0.0 || line.is_empty() {
            return 1.0;
        }
        let hidden = |(azimuth, y): &(f64, f64)| {
            let horizon = self.horizon(*y);
            let past = azimuth * self.yaw.sin.signum() - horizon;
            smoothstep(-6.0, 8.0, past) * smoothstep(-80.0, -64.0, *y)
        };
        1.0 - smoothstep(0.0, 0.6, self.profile) * line.iter().map(hidden).fold(0.0, f64::max)
    }
}

/// The head with what of the face stands before it.
pub fn head(rig: &Rig) -> Path {
    let mut path = rig.head.path();
    if rig.profile > 0.0 {
        path.join(front(rig));
    }
    path
}

/// Outside of which nothing of nose and mouth shows; none while all of them may.
pub fn bounds(rig: &Rig) -> Option<Path> {
    (rig.profile > 0.0).then(|| rig.head_path.clone())
}

/// The face's middle from the forehead to under the chin, closed behind.
fn front(rig: &Rig) -> Path {
    let mut points = line(rig);
    points.extend([70.0, 10.0, -50.0].map(|y| rig.project(0.0, rig.lowered(y), 24.0)));
    // The same way round as the head, or both would cancel where they overlap.
    if rig.yaw.sin < 0.0 {
        points.reverse();
    }
    shape(&points)
}

fn line(rig: &Rig) -> Vec<Point> {
    let ridge = rig.look.face.ridge;
    let brow = [(-66.0, -0.5), (-46.0, 0.4), (-32.0, 2.4), (-22.0, 3.8 + 2.0 * ridge), (-15.0, 2.6 + ridge)];
    let mut points: Vec<_> = brow.map(|(y, lift)| rig.over_face(0.0, y, lift)).into();
    points.extend(Nose::of(rig).profile());
    let mouth = Mouth::of(rig);
    points.extend(lips(&mouth).into_iter().map(|(y, lift)| mouth::over(rig, 0.0, y, lift)));
    points.extend([(85.0, 1.6), (91.0, 2.6), (96.5, -3.0)].map(|(y, lift)| rig.over_jaw(0.0, y, lift)));
    points.push(rig.project(0.0, rig.lowered(100.0), 58.0));
    points
}

/// Heights of the mouth's middle, and how far it stands out there.
fn lips(mouth: &Mouth) -> Vec<(f64, f64)> {
    let Mouth { top, upper, lower, bottom, .. } = *mouth;
    let full = |height: f64| 1.4 + 0.30 * height.min(10.0);
    let mut lips = vec![
        (lerp(51.8, top, 0.5), -0.6),
        (top, 1.2),
        (f64::midpoint(top, upper) + 0.4, full(upper - top)),
        (upper, 0.6),
    ];
    if mouth.gap() > 1.2 {
        lips.push((f64::midpoint(upper, lower), -1.0 - mouth.gap().min(9.0)));
    }
    lips.extend([
        (lower + 0.2, 0.5),
        (f64::midpoint(lower, bottom), full(bottom - lower) - 0.2),
        (bottom, 0.4),
        (bottom + 5.0, -2.4),
    ]);
    lips
}

/// Where an ear grows, at the height `y`: on the contour while the face is seen, on the side of the head when it turns away.
pub fn ear(rig: &Rig, side: Side, y: f64, out: f64) -> Point {
    let contour = rig.edge_out(side, y, out);
    if rig.far(side) {
        return contour;
    }
    contour.toward(rig.project(side.sign() * rig.section(y).half_width, rig.lowered(y), -6.0), rig.profile)
}

/// The contour for what hangs or lies behind it, pushed out by `volume`: in profile the face hides it on the far side.
pub fn behind(rig: &Rig, side: Side, y: f64, volume: f64) -> Point {
    rig.smooth_edge(side, y, lerp(volume, -24.0, rig.hidden(side)))
}

/// What ends on the contour of the jaw while the face is seen, and before the ear when the head turns away. On the far side the
/// lips hide it down to the chin.
pub fn jaw(rig: &Rig, side: Side, y: f64, out: f64) -> Point {
    if rig.far(side) {
        return rig.edge_out(side, lerp(y, lerp(74.0, y, smoothstep(30.0, 98.0, y)), rig.profile), out);
    }
    let contour = rig.edge_out(side, y, out);
    contour.toward(rig.over_skull(side.sign() * 86.0, y, out), rig.profile * smoothstep(92.0, 66.0, y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::{look, look_ids};
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Drawing, Poses, Posture, draw};

    const LIGHT: &str = "(key: \"#ffd9a8\", ambient: \"#3a4658\", rim_dir: (1.0, -0.2), rim_w: 4.0)";

    fn with_rig<T>(who: &str, yaw: f32, then: impl FnOnce(&Rig) -> T) -> T {
        let light = ron::from_str(LIGHT).expect("a light");
        let (units, posture) = (ActionUnits::default(), Posture { yaw, ..Posture::default() });
        then(&Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default()))
    }

    fn drawn(who: &str, yaw: f32) -> Drawing {
        let light = ron::from_str(LIGHT).expect("a light");
        let posture = Posture { yaw, body_yaw: yaw * 0.4, ..Posture::default() };
        draw(look(who).expect("a look"), &light, &ActionUnits::default(), &posture, Poses::shipped())
    }

    #[test]
    fn while_two_eyes_are_seen_nothing_changes() {
        for yaw in [-36.0, 0.0, 36.0] {
            with_rig("mara", yaw, |rig| assert!(rig.profile == 0.0 && rig.head_path.outlines.len() == 1, "{yaw}"));
        }
    }

    #[test]
    fn in_profile_the_nose_stands_out_and_lips_and_chin_do_not_pass_it() {
        for (who, yaw) in look_ids().flat_map(|who| [-70.0_f32, 70.0].map(|yaw| (who, yaw))) {
            with_rig(who, yaw, |rig| {
                let out = |p: &[f32; 2]| p[0] * yaw.signum();
                let all = || rig.head_path.outlines.iter().flatten();
                let farthest = all().max_by(|p, q| out(p).total_cmp(&out(q))).expect("a point");
                assert!((26.0..56.0).contains(&farthest[1]), "{who} at {yaw}: {farthest:?}");
                let below = all().filter(|p| p[1] > 60.0).map(out).fold(f32::MIN, f32::max);
                assert!(out(farthest) - below > 10.0, "{who} at {yaw}: {below}");
            });
        }
    }

    #[test]
    fn in_profile_one_eye_is_seen_and_one_ear() {
        for who in ["mara", "dev", "tessa", "yusuf"] {
            for yaw in [-70.0, 70.0] {
                with_rig(who, yaw, |rig| {
                    let near = if yaw < 0.0 { Side::Left } else { Side::Right };
                    assert!(rig.hidden(near.other()) == 1.0 && rig.shown(near) == 1.0);
                    // before the back of the head, behind the eye
                    let (ear, eye) = (ear(rig, near, 10.0, 0.0).x, rig.face(near.sign() * 31.5, 0.0).x);
                    let back = rig.edge(near, 10.0).x;
                    assert!(
                        (ear - eye) * near.sign() > 60.0 && (back - ear) * near.sign() > 25.0,
                        "{who}: {ear} {back}"
                    );
                });
            }
        }
    }

    #[test]
    fn everybody_can_be_drawn_from_the_side() {
        for who in look_ids() {
            for yaw in [-75.0, -62.0, -47.0, -39.0, 39.0, 47.0, 62.0, 75.0] {
                let layers = drawn(who, yaw).layers;
                let mut points = layers.iter().flat_map(|layer| layer.outlines.iter().flatten());
                assert!(points.all(|[x, y]| x.is_finite() && y.is_finite()), "{who} at {yaw}");
                let free = layers.iter().filter(|layer| layer.clip.is_none());
                let head = free.flat_map(|layer| layer.outlines.iter().flatten()).filter(|p| p[1] < 40.0);
                let widest = head.map(|[x, _]| x.abs()).fold(0.0, f32::max);
                assert!(widest < 150.0, "{who} at {yaw}: {widest}");
            }
        }
    }
}
