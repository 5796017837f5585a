//! Glasses: two lenses in their frames, the bridge, and the arms to the ears.

use std::f64::consts::TAU;

use crate::cast::Color;
use crate::cast::person::Glasses;

use super::canvas::Canvas;
use super::curve::{Path, Point, at, shape, taper};
use super::drawing::Kind;
use super::expression::Side;
use super::math::smoothstep;
use super::profile;
use super::rig::Rig;
use super::tones::Tones;

/// Points round a lens.
const ROUND: usize = 16;
const GLASS: Color = Color::hex(0xdfe9ea);
/// How much stronger a frame is above the lens than below it.
const ABOVE: f64 = 1.25;
const BELOW: f64 = 0.85;

/// Puts the glasses on, if the person wears any.
pub fn draw(rig: &Rig, canvas: &mut Canvas) {
    let Some(glasses) = &rig.look.glasses else { return };
    let worn = Worn { rig, glasses, frame: Tones::cloth(glasses.color, rig.light), x: rig.look.face.eye_x + 1.5 };
    Side::BOTH.into_iter().for_each(|side| worn.lens(side, canvas));
    worn.bridge(canvas);
}

struct Worn<'a> {
    rig: &'a Rig<'a>,
    glasses: &'a Glasses,
    frame: Tones,
    /// Distance of a lens's middle from the nose.
    x: f64,
}

impl Worn<'_> {
    /// A point of the plane the lenses lie in, which bends round the face.
    fn point(&self, x: f64, y: f64, lift: f64) -> Point {
        // Beyond the bridge the far lens would float before the face.
        let behind = if x * self.rig.yaw.sin > 0.0 { 0.4 * self.rig.profile * x.abs() } else { 0.0 };
        self.rig.project(x, y, 84.0 + lift - 0.0042 * x * x - behind)
    }

    fn lens(&self, side: Side, canvas: &mut Canvas) {
        let Glasses { width, .. } = *self.glasses;
        let edge = self.edge(side);
        let lens = shape(&edge);
        canvas.fill(lens.clone(), GLASS, 0.10, 0.0);
        self.glint(side, &lens, canvas);
        let tone = if side == self.rig.lit { self.frame.base } else { self.frame.shade };
        canvas.flat(frame(lens, &edge, width), tone);
        canvas.fill(taper(&[edge[9], edge[11], edge[13]], &[0.3, width * 0.45, 0.3]), self.frame.light, 0.8, 0.0);
        self.arm(side, canvas);
        let shadow: Vec<_> = edge[1..8].iter().map(|p| p.moved(2.0 * self.rig.shaded.sign(), 3.4)).collect();
        canvas.fill(taper(&shadow, &[0.3, 2.2, 0.3]), self.rig.skin.shade, 0.35, 0.8);
    }

    /// A rounded square: round where `square` is 0.
    fn edge(&self, side: Side) -> [Point; ROUND] {
        let Glasses { rx, ry, square, y, .. } = *self.glasses;
        let power = 2.0 + 2.2 * square;
        std::array::from_fn(|i| {
            let (sin, cos) = (TAU * i as f64 / ROUND as f64).sin_cos();
            let r = libm::pow(libm::pow(cos.abs(), power) + libm::pow(sin.abs(), power), -1.0 / power);
            let flatter = if sin > 0.0 { 1.0 } else { 0.95 };
            self.point(side.sign() * (self.x + rx * cos * r), y + ry * sin * r * flatter, 0.0)
        })
    }

    /// A slanting streak of light in the glass.
    fn glint(&self, side: Side, lens: &Path, canvas: &mut Canvas) {
        let (x, y) = (side.sign() * self.x, self.glasses.y - 30.0);
        let [a, b] = [self.point(x - 12.0, y, 0.0).sharp(), self.point(x + 4.0, y, 0.0).sharp()];
        canvas.clip(lens);
        canvas.fill(shape(&[a, b, b.moved(-20.0, 60.0), a.moved(-20.0, 60.0)]), Color::WHITE, 0.10, 0.0);
        canvas.end();
    }

    /// From the frame to the ear. On the side turned away the face hides it.
    fn arm(&self, side: Side, canvas: &mut Canvas) {
        let Glasses { rx, y, width, .. } = *self.glasses;
        let (e, rig) = (side.sign(), self.rig);
        let from = self.point(e * (self.x + rx - 1.0), y - 5.0, 0.0);
        let to = if rig.look.hair.hides_ears {
            rig.over_skull(e * 68.0, -6.0, 2.0)
        } else {
            profile::ear(rig, side, -4.0, 1.0)
        };
        let middle = from.toward(to, 0.5).moved(0.0, -0.5);
        let shown = 1.0 - smoothstep(0.03, 0.12, e * rig.yaw.sin);
        let arm = taper(&[from, middle, to], &[width * 1.5, width * 1.3, width * 1.2]);
        canvas.fill(arm, self.frame.shade, shown, 0.0);
    }

    fn bridge(&self, canvas: &mut Canvas) {
        let Glasses { rx, y, width, .. } = *self.glasses;
        let inner = self.x - rx + 1.0;
        let line = [self.point(-inner, y - 4.0, 0.0), self.point(0.0, y - 7.5, 3.0), self.point(inner, y - 4.0, 0.0)];
        canvas.flat(taper(&line, &[width * 1.2, width, width * 1.2]), self.frame.base);
    }
}

/// The rim between a lens and the same outline drawn in.
fn frame(mut lens: Path, edge: &[Point; ROUND], width: f64) -> Path {
    let share = 1.0 / ROUND as f64;
    let middle = edge.iter().fold(Point::default(), |sum, p| at(sum.x + p.x * share, sum.y + p.y * share));
    let inner = edge.map(|p| {
        let thick = width * if p.y < middle.y { ABOVE } else { BELOW };
        p.toward(middle, thick / p.distance(middle).max(f64::MIN_POSITIVE))
    });
    lens.join(shape(&inner));
    lens.kind = Kind::Strip;
    lens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Drawing, Posture};

    fn drawn(who: &str, yaw: f32) -> Drawing {
        let light = ron::from_str("(key: \"#ffd9a8\", ambient: \"#3a4658\")").expect("a light");
        let (units, posture) = (ActionUnits::default(), Posture { yaw, ..Posture::default() });
        let rig = Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default());
        let mut canvas = Canvas::default();
        draw(&rig, &mut canvas);
        canvas.finish()
    }

    #[test]
    fn a_frame_is_a_strip_that_leaves_the_lens_clear() {
        for who in ["nadia", "sandoval", "donna"] {
            let drawing = drawn(who, 16.0);
            let frames: Vec<_> = drawing.layers.iter().filter(|layer| layer.kind == Kind::Strip).collect();
            assert_eq!(frames.len(), 2, "{who}");
            for frame in frames {
                assert_eq!(frame.outlines.len(), 2);
                assert_eq!(frame.outlines[0].len(), frame.outlines[1].len());
            }
            let clear = |lens: &[[f32; 2]]| drawing.layers.iter().filter(|layer| layer.outlines[0] == lens).count();
            assert!(drawing.clips.iter().all(|lens| clear(&lens[0]) == 2), "{who}: a glass and a frame to each lens");
        }
    }

    #[test]
    fn who_wears_none_gets_none_and_the_face_hides_the_far_arm() {
        assert_eq!(drawn("mara", 16.0), Drawing::default());
        assert_eq!(drawn("donna", 0.0).layers.len(), drawn("donna", 16.0).layers.len() + 1);
    }
}
