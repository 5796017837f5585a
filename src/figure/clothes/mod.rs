//! Clothes: each garment is a file here and a line in [`Garment::of`].

mod apron;
mod blazer;
mod cardigan;
mod coat;
mod collar;
mod gown;
mod hoodie;
mod jacket;
mod lanyard;
mod legs;
mod lettering;
mod overshirt;
mod print;
mod scrubs;
mod shirt;
mod tie;
mod torso;
mod turtleneck;
mod uniform;
mod vest;
mod zip;

pub use legs::tones as trousers;

use crate::cast::Color;
use crate::cast::person::ClothesKind;

use super::body::Body;
use super::canvas::Canvas;
use super::color::mix;
use super::curve::{Path, Point, Spline, at, polygon, shape};
use super::expression::Side;
use super::rig::Rig;
use super::tones::Tones;

/// What the clothes leave for hair and arms to lie on.
pub struct Torso {
    pub path: Path,
    pub cloth: Tones,
}

/// How one garment is drawn.
struct Garment {
    /// What shows behind the neck.
    back: fn(&Fitting, &mut Canvas),
    /// From the shoulders to the hem.
    front: fn(&Fitting, &mut Canvas) -> Cut,
}

/// The cloth that a garment has put down.
struct Cut {
    path: Path,
    /// The outline that catches the light along the edge, where there is one.
    edge: Option<Spline>,
}

impl From<Spline> for Cut {
    fn from(edge: Spline) -> Self {
        Self { path: edge.path(), edge: Some(edge) }
    }
}

/// What may be worn over any garment, in the order it is put on; each asks whether it is.
const EXTRAS: [fn(&Fitting, &Path, &mut Canvas); 4] = [zip::draw, apron::draw, vest::draw, lanyard::draw];

impl Garment {
    fn of(kind: ClothesKind) -> &'static Self {
        match kind {
            ClothesKind::Blazer => &blazer::GARMENT,
            ClothesKind::Cardigan => &cardigan::GARMENT,
            ClothesKind::Coat => &coat::GARMENT,
            ClothesKind::Gown => &gown::GARMENT,
            ClothesKind::Hoodie => &hoodie::GARMENT,
            ClothesKind::Overshirt => &overshirt::GARMENT,
            ClothesKind::Scrubs => &scrubs::GARMENT,
            ClothesKind::Shirt => &shirt::GARMENT,
            ClothesKind::Turtleneck => &turtleneck::GARMENT,
            ClothesKind::Uniform => &uniform::GARMENT,
        }
    }
}

/// A person's clothes on their body.
struct Fitting<'a> {
    rig: &'a Rig<'a>,
    body: &'a Body,
    cloth: Tones,
}

impl<'a> Fitting<'a> {
    fn of(rig: &'a Rig, body: &'a Body) -> Self {
        Self { rig, body, cloth: Tones::cloth(rig.clothes.color, rig.light) }
    }

    /// A point of the front by its distance from the middle, before the body turns.
    fn at(&self, x: f64, y: f64) -> Point {
        at(self.body.front(x, y), y)
    }

    /// The same, about the collar: raised shoulders lift it.
    fn high(&self, x: f64, y: f64) -> Point {
        self.at(x, y - self.body.raised * 0.55)
    }

    /// Points of [`Fitting::at`] on one side, outwards from the middle.
    fn out<const N: usize>(&self, side: Side, points: [(f64, f64); N]) -> [Point; N] {
        points.map(|(x, y)| self.at(side.sign() * x, y))
    }

    /// Points of [`Fitting::high`] on one side, outwards from the middle.
    fn high_out<const N: usize>(&self, side: Side, points: [(f64, f64); N]) -> [Point; N] {
        points.map(|(x, y)| self.high(side.sign() * x, y))
    }

    /// One of two on the side of the light and on the other.
    fn by_light<T>(&self, side: Side, lit: T, shaded: T) -> T {
        if side == self.rig.lit { lit } else { shaded }
    }

    /// The tones of what is worn beneath.
    fn inner(&self) -> Tones {
        let clothes = &self.rig.clothes;
        Tones::cloth(clothes.inner.unwrap_or(clothes.color), self.rig.light)
    }

    /// The tones of a cloth of another color.
    fn tones(&self, color: Color) -> Tones {
        Tones::cloth(color, self.rig.light)
    }
}

/// The same shape where its shadow falls.
fn fallen<const N: usize>(points: &[Point; N], dx: f64, dy: f64) -> Path {
    shape(&points.map(|p| p.moved(dx, dy)))
}

/// A small round thing: a button, a stud.
fn dot(middle: Point, radius: f64) -> Path {
    let around = [(-radius, 0.0), (0.0, -radius), (radius, 0.0), (0.0, radius)];
    shape(&around.map(|(x, y)| middle.moved(x, y).smooth()))
}

/// Trousers, and what lies behind the neck.
pub fn back(rig: &Rig, body: &Body, canvas: &mut Canvas) {
    let fitting = Fitting::of(rig, body);
    if !rig.sits {
        legs::draw(&fitting, canvas);
    }
    (Garment::of(rig.clothes.kind).back)(&fitting, canvas);
}

/// Everything from the hem to the collar, and the light along the shoulder.
pub fn draw(rig: &Rig, body: &Body, canvas: &mut Canvas) -> Torso {
    let fitting = Fitting::of(rig, body);
    let Cut { path, edge } = (Garment::of(rig.clothes.kind).front)(&fitting, canvas);
    for extra in EXTRAS {
        extra(&fitting, &path, canvas);
    }
    if let Some(edge) = edge {
        rim(&fitting, &edge, canvas);
    }
    Torso { path, cloth: fitting.cloth }
}

/// Only outside the collar: a rim on every edge would make the neckline glow.
fn rim(fitting: &Fitting, edge: &Spline, canvas: &mut Canvas) {
    let Some(rim) = fitting.rig.rim_light() else { return };
    let e = rim.side.sign();
    let from = e * (fitting.body.neck + 14.0);
    let to = from + e * 900.0;
    canvas.clip(&polygon(&[
        fitting.at(from, -400.0),
        fitting.at(to, -400.0),
        fitting.at(to, 1000.0),
        fitting.at(from, 1000.0),
    ]));
    let color = mix(fitting.cloth.rim, fitting.rig.light.rim(), 0.4);
    canvas.fill(edge.rim(rim.direction, rim.width * 1.15, 1.3), color, 0.8, 0.6);
    canvas.end();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cast::look;
    use crate::figure::poses::Carriage;
    use crate::figure::{ActionUnits, Drawing, Kind, Outline, Posture};

    fn drawn(who: &str, shoulders: f32, rim_width: f32) -> (Drawing, Torso, f64) {
        let light = format!("(key: \"#ffd9a8\", ambient: \"#3a4658\", rim_dir: (1.0, -0.2), rim_w: {rim_width:.1})");
        let (light, units) = (ron::from_str(&light).expect("a light"), ActionUnits::default());
        let posture = Posture { shoulders, ..Posture::default() };
        let rig = Rig::new(look(who).expect("a look"), &light, &units, &posture, Carriage::default());
        let body = Body::of(&rig);
        let mut canvas = Canvas::default();
        back(&rig, &body, &mut canvas);
        let torso = draw(&rig, &body, &mut canvas);
        (canvas.finish(), torso, body.middle + body.neck)
    }

    fn highest(outlines: &[Outline]) -> f32 {
        outlines.iter().flatten().map(|p| p[1]).fold(f32::INFINITY, f32::min)
    }

    #[test]
    fn the_light_along_the_shoulder_keeps_off_the_neckline() {
        for who in ["mara", "dev"] {
            let (drawing, _, neck) = drawn(who, 0.0, 4.0);
            let rims: Vec<_> = drawing.layers.iter().filter(|layer| layer.kind == Kind::Strip).collect();
            assert_eq!(rims.len(), 1);
            let clip = &drawing.clips[rims[0].clip.expect("a clip")];
            assert!(clip.iter().flatten().all(|p| f64::from(p[0]) > neck));
            assert!(drawn(who, 0.0, 0.0).0.layers.iter().all(|layer| layer.kind == Kind::Shape));
        }
    }

    #[test]
    fn raised_shoulders_lift_the_cloth() {
        for who in ["mara", "dev"] {
            let [low, high] = [0.0, 1.0].map(|shoulders| highest(&drawn(who, shoulders, 0.0).1.path.outlines));
            assert!((low - high - 8.25).abs() < 2.0, "{who}: {low} {high}");
        }
    }
}
