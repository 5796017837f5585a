//! Which way a person's hair lies: points and lines on the skull, counted from the side it is combed to.

use crate::figure::curve::{Path, Point, taper};
use crate::figure::expression::Side;
use crate::figure::math::{length, lerp, smoothstep, table};
use crate::figure::rig::Rig;

/// Azimuth in degrees, positive on the side the hair is combed to, and height of a point of the skull.
pub type Spot = (f64, f64);

/// A line of hair drawn back to a knot, from the front: by share of the way from the part to the temple.
type Course = [(f64, [f64; 2]); 5];
const NEAR_START: Course =
    [(0.0, [-8.0, -71.0]), (0.3, [20.0, -66.0]), (0.6, [56.0, -47.0]), (0.85, [74.0, -20.0]), (1.0, [85.0, 4.0])];
const NEAR_MIDDLE: Course =
    [(0.0, [16.0, -93.0]), (0.3, [46.0, -85.0]), (0.6, [76.0, -64.0]), (0.85, [90.0, -36.0]), (1.0, [96.0, -4.0])];
const NEAR_END: Course =
    [(0.0, [84.0, -82.0]), (0.3, [94.0, -58.0]), (0.6, [104.0, -34.0]), (0.85, [106.0, -10.0]), (1.0, [106.0, 12.0])];
const AWAY_START: [(f64, [f64; 2]); 4] =
    [(0.0, [-9.0, -72.0]), (0.4, [-34.0, -60.0]), (0.75, [-56.0, -34.0]), (1.0, [-70.0, -6.0])];
const AWAY_END: [(f64, [f64; 2]); 4] =
    [(0.0, [-14.0, -96.0]), (0.4, [-44.0, -84.0]), (0.75, [-64.0, -58.0]), (1.0, [-74.0, -26.0])];
/// Ends of a hairline that is drawn back: at the temple of the side turned away, and over the ear of the side we see.
const AT_TEMPLE: [Spot; 3] = [(76.0, -6.0), (76.0, -8.0), (75.0, -10.0)];
const OVER_EAR: [Spot; 3] = [(-84.0, 6.0), (-96.0, 24.0), (-104.0, 36.0)];
/// Where the sideburn of the near side goes when that side is turned away, and the sideburn of the other side.
const AT_CUT_TEMPLE: [Spot; 3] = [(74.0, -12.0), (73.5, -12.5), (73.0, -14.0)];
const SIDEBURN: [Spot; 3] = [(-75.0, -6.0), (-79.0, 21.0), (-90.0, 25.0)];
/// Half the way on which a lock goes over from shade to light, so that none flashes when the head turns.
const LIGHT_EDGE: f64 = 5.0;

/// The lie of one person's hair. The side it is combed to belongs to the person, never to the momentary turn of the head.
pub struct Combing<'a> {
    pub rig: &'a Rig<'a>,
    /// The side it is combed to.
    pub near: Side,
    /// 0 while that side faces us, 1 when the head has turned to show its other.
    pub turned: f64,
}

impl<'a> Combing<'a> {
    pub fn of(rig: &'a Rig<'a>) -> Self {
        let near = if rig.look.rest.yaw <= 0.0 { Side::Left } else { Side::Right };
        Self { rig, near, turned: smoothstep(-0.04, 0.34, rig.yaw.sin * near.sign()) }
    }

    /// A point that stands off the skull by `lift`.
    pub fn point(&self, (azimuth, y): Spot, lift: f64) -> Point {
        self.rig.over_skull(azimuth * self.near.sign(), y, lift)
    }

    /// A lock along points of the skull, `lift` off it.
    pub fn lock(&self, line: &[Spot], widths: &[f64], lift: f64) -> Path {
        lock(self.rig, self.near, line, widths, lift)
    }

    /// How much of the hair before an ear we see: 0 on a side turned away, 1 on the other, most of both from the front.
    pub fn seen(&self, side: Side) -> f64 {
        smoothstep(0.2, -0.1, self.rig.yaw.sin * side.sign())
    }

    /// How far a point of the skull faces us: 1 straight on, 0 at the horizon.
    pub fn facing(&self, (azimuth, y): Spot) -> f64 {
        let (section, yaw) = (self.rig.section(y), &self.rig.yaw);
        let (sin, cos) = (azimuth * self.near.sign()).to_radians().sin_cos();
        let (across, ahead) = (sin * section.half_depth, cos * section.half_width);
        (ahead * yaw.cos - across * yaw.sin) / length(across, ahead).max(f64::MIN_POSITIVE)
    }

    /// The hairline of hair that is cut short: a sideburn on each side as far as we see it, or it would hang over the face.
    pub fn cut_hairline(&self, line: &[Spot]) -> Vec<Spot> {
        let (burn, rest) = line.split_at(SIDEBURN.len().min(line.len()));
        let near = self.seen(self.near);
        let mut spots: Vec<_> = AT_CUT_TEMPLE.iter().zip(burn).map(|(a, b)| between(*a, *b, near)).collect();
        spots.extend(rest);
        let away = self.seen(self.near.other());
        if let Some(end) = line.last().filter(|_| away > 0.02) {
            spots.extend(SIDEBURN.map(|spot| between(*end, spot, away)));
        }
        spots
    }

    /// How far an azimuth lies towards the light, in degrees.
    pub fn lightward(&self, azimuth: f64) -> f64 {
        azimuth * self.near.sign() * self.rig.lit.sign()
    }

    /// A point of the hairline, raised over the forehead as the person wears it.
    pub fn raised(&self, (azimuth, y): Spot) -> Spot {
        (azimuth, y - self.rig.look.hair.up * smoothstep(66.0, 40.0, azimuth.abs()))
    }

    /// 0 in the shade to 1 in the light for a lock that is lit from `threshold` on, counted from the middle of the head.
    pub fn lit_at(&self, p: Point, threshold: f64) -> f64 {
        let lightward = (p.x - self.rig.head_x) * self.rig.lit.sign();
        smoothstep(threshold - LIGHT_EDGE, threshold + LIGHT_EDGE, lightward)
    }

    /// Hair of the near side, drawn back over the ear to a knot: `share` is 0 at the part, 1 at the temple.
    pub fn drawn_back(&self, share: f64) -> [Spot; 5] {
        let [start, middle, end] = [&NEAR_START, &NEAR_MIDDLE, &NEAR_END].map(|course| table(course, share));
        let rise = (start[0] * 0.55 + middle[0] * 0.45, start[1] * 0.5 + middle[1] * 0.5 - 2.0);
        [(start[0], start[1]), rise, (middle[0], middle[1]), (end[0], end[1]), (112.0, 22.0 + 8.0 * share)]
    }

    /// The same of the other side, which is seen from the front until the head turns.
    pub fn drawn_back_away(&self, share: f64) -> [Spot; 5] {
        let [start, end] = [&AWAY_START, &AWAY_END].map(|course| table(course, share));
        let middle = (start[0] * 0.5 + end[0] * 0.5 - 2.0, start[1] * 0.5 + end[1] * 0.5);
        let ahead = [
            (start[0], start[1]),
            ((start[0] + middle.0) / 2.0, (start[1] + middle.1) / 2.0 - 0.5),
            middle,
            ((end[0] + middle.0) / 2.0, (end[1] + middle.1) / 2.0 + 0.5),
            (end[0], end[1]),
        ];
        let back = self.drawn_back(share).map(|(azimuth, y)| (-azimuth, y));
        std::array::from_fn(|i| between(ahead[i], back[i], self.turned))
    }

    /// The hairline of hair that is drawn back: on the side we see it runs over the ear, on the other it ends at the temple.
    pub fn drawn_back_hairline(&self, line: &[Spot]) -> Vec<Spot> {
        let (ear, rest) = line.split_at(AT_TEMPLE.len().min(line.len()));
        let mut spots: Vec<_> = ear.iter().zip(AT_TEMPLE).map(|(a, b)| between(*a, b, self.turned)).collect();
        spots.extend(rest);
        if let Some(end) = line.last().filter(|_| self.turned > 0.02) {
            spots.extend(OVER_EAR.map(|spot| between(*end, spot, self.turned)));
        }
        spots
    }
}

/// A lock along points of the skull whose azimuths are positive on `side`, `lift` off it.
pub fn lock(rig: &Rig, side: Side, line: &[Spot], widths: &[f64], lift: f64) -> Path {
    let points: Vec<_> = line.iter().map(|(azimuth, y)| rig.over_skull(azimuth * side.sign(), *y, lift)).collect();
    let seen = rig.seen(&line.iter().map(|(azimuth, y)| (azimuth * side.sign(), *y)).collect::<Vec<_>>());
    narrowed(&points, widths, seen)
}

/// A line of hair as far as it is seen: what hides grows thin.
pub fn narrowed(points: &[Point], widths: &[f64], seen: f64) -> Path {
    match seen {
        1.0.. => taper(points, widths),
        0.12.. => taper(points, &widths.iter().map(|width| width * seen).collect::<Vec<_>>()),
        _ => Path::default(),
    }
}

fn between(a: Spot, b: Spot, share: f64) -> Spot {
    (lerp(a.0, b.0, share), lerp(a.1, b.1, share))
}
