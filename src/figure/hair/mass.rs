//! The mass of hair on a head: its outer edge, and the shape between that edge and the hairline.

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Point, Spline, closed, open, shape};
use crate::figure::expression::Side;
use crate::figure::math::{lerp, smoothstep};
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use super::chance::Chance;
use super::combing::{Combing, Spot};

/// Heights at which the volume of hair is told, below the crown.
const HEIGHTS: [f64; 5] = [-20.0, -45.0, -68.0, -86.0, -97.0];

/// The height at which the mass begins on the far side of a head in profile.
const FAR_TOP: f64 = -64.0;
/// Behind the ear of a head in profile: heights of the contour, and points of the skull, from the mass down the nape and up
/// again.
const NAPE_CONTOUR: [f64; 2] = [34.0, 48.0];
const NAPE: [Spot; 2] = [(118.0, 49.0), (107.0, 37.0)];

/// How far hair stands off one side of the skull.
pub struct Volume {
    /// The height it begins at.
    pub from: f64,
    /// Its volume there and at each of [`HEIGHTS`].
    pub out: [f64; 6],
}

impl Combing<'_> {
    /// The outer edge of hair, from the viewer's left over the crown to the right.
    pub fn crown(&self, near: &Volume, away: &Volume) -> Vec<Point> {
        let (left, right) = match self.near {
            Side::Left => (away, near),
            Side::Right => (near, away),
        };
        let mut rows = climb(self.rig, Side::Right, left);
        rows.push((self.rig.smooth_edge(Side::Left, -100.0, 0.0), f64::midpoint(left.out[5], right.out[5])));
        rows.extend(climb(self.rig, Side::Left, right).into_iter().rev());
        let (skull, out): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
        let mut edge = pushed_out(&skull, |i| out[i]);
        let last = edge.len() - 1;
        edge[0] = skull[0].moved(-out[0], 0.0);
        edge[last] = skull[last].moved(out[last], 0.0);
        edge
    }

    /// Puts down the mass between its outer edge and the hairline, with its shade from the azimuth `shade_from` on, and clips by
    /// it: the caller draws its locks and ends the clip. Gives back the mass's outline.
    pub fn mass(
        &self,
        mut outline: Vec<Point>,
        hairline: &[Spot],
        tones: &Tones,
        shade_from: f64,
        canvas: &mut Canvas,
    ) -> Spline {
        if self.near == Side::Right {
            outline.reverse();
        }
        let turn = outline.len();
        let top = self.top(hairline);
        outline.extend(hairline.iter().map(|spot| self.point(self.over_brow(*spot, top), 1.5)));
        for end in [0, turn - 1, turn, outline.len() - 1] {
            outline[end] = outline[end].sharp();
        }
        let edge = closed(&outline);
        canvas.flat(edge.path(), tones.base);
        canvas.clip(&edge.path());
        canvas.fill(shape(&shade(self.rig, shade_from)), tones.shade, 0.9, 1.2);
        edge
    }

    /// As [`Self::mass`] for hair that grows down to the nape, where the side of a head in profile shows it.
    pub fn grown_mass(
        &self,
        mut outline: Vec<Point>,
        hairline: &[Spot],
        tones: &Tones,
        shade_from: f64,
        canvas: &mut Canvas,
    ) -> Spline {
        let mut hairline = hairline.to_vec();
        let (rig, shown) = (self.rig, self.rig.profile);
        if shown > 0.0 && !hairline.is_empty() {
            let seen = if rig.far(Side::Left) { Side::Right } else { Side::Left };
            let last = outline.len() - 1;
            let down = |end: Point| NAPE_CONTOUR.map(|y| end.toward(rig.smooth_edge(seen, y, 2.0), shown));
            match seen {
                Side::Left => outline.extend(down(outline[last])),
                Side::Right => drop(outline.splice(0..0, down(outline[0]).into_iter().rev())),
            }
            let up =
                |end: Spot, sign: f64| NAPE.map(|spot| (lerp(end.0, sign * spot.0, shown), lerp(end.1, spot.1, shown)));
            if seen == self.near {
                drop(hairline.splice(0..0, up(hairline[0], 1.0)));
            } else {
                let end = hairline[hairline.len() - 1];
                hairline.extend(up(end, -1.0).into_iter().rev());
            }
        }
        self.mass(outline, &hairline, tones, shade_from, canvas)
    }

    /// The height at which a line round the forehead comes into sight over the brow of a head in profile.
    pub fn top(&self, hairline: &[Spot]) -> f64 {
        let away = self.near.sign() * self.rig.yaw.sin.signum();
        let past = |(azimuth, y): Spot| azimuth * away - self.rig.horizon(y);
        let crossing = |pair: &[Spot]| {
            let (a, b) = (past(pair[0]), past(pair[1]));
            ((a > 0.0) != (b > 0.0)).then(|| lerp(pair[0].1, pair[1].1, a / (a - b)))
        };
        hairline
            .windows(2)
            .filter_map(crossing)
            .fold(None, |top: Option<f64>, y| Some(top.map_or(y, |top| top.min(y))))
            .unwrap_or(FAR_TOP)
    }

    /// A point of such a line: what of it the brow hides goes up to `top`.
    pub fn over_brow(&self, (azimuth, y): Spot, top: f64) -> Spot {
        let seen = self.rig.seen(&[(azimuth * self.near.sign(), y)]);
        (azimuth, lerp(y.min(top), y, seen))
    }
}

/// From the start of the hair to just below the crown: points of the skull, and the volume there.
fn climb(rig: &Rig, side: Side, volume: &Volume) -> Vec<(Point, f64)> {
    let heights = std::iter::once(volume.from).chain(HEIGHTS).map(|y| over_brow(rig, side, y, volume.from));
    // The back of the head is rounder than its side.
    let fuller = 4.0 * rig.shown(side);
    let rows = heights.zip(volume.out).map(|(y, out)| (rig.smooth_edge(side, y, 0.0), out)).enumerate();
    rows.map(|(i, (p, out))| (p, if i == 0 { out + fuller } else { out })).collect()
}

/// A height of an outer edge that begins at `from`: in profile the far side of the forehead is bare, and its hair is seen above
/// it only.
fn over_brow(rig: &Rig, side: Side, y: f64, from: f64) -> f64 {
    let hidden = rig.hidden(side);
    let top = HEIGHTS[HEIGHTS.len() - 1];
    lerp(y, top + (y - top) * (FAR_TOP - top) / (from - top), hidden)
}

/// A line from left to right over the top, each point moved outwards across it.
pub fn pushed_out(line: &[Point], mut by: impl FnMut(usize) -> f64) -> Vec<Point> {
    let last = line.len() - 1;
    let push = |(i, p): (usize, &Point)| {
        let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(last)]);
        let out = by(i) / a.distance(b).max(f64::MIN_POSITIVE);
        p.moved((b.y - a.y) * out, -(b.x - a.x) * out)
    };
    line.iter().enumerate().map(push).collect()
}

/// The outer edge of hair that hangs, from the viewer's left over the crown to the right: heights from its ends up, and the
/// share of the volume that it has there.
pub fn hanging(rig: &Rig, edge: &[(f64, f64)], volume: f64) -> Vec<Point> {
    let from = edge[0].0;
    let climb = |side| {
        let lies = 1.0 - 0.6 * rig.hidden(side);
        let row = move |(y, share): &(f64, f64)| {
            (rig.smooth_edge(side, over_brow(rig, side, *y, from), 0.0), volume * share * lies)
        };
        edge.iter().map(row)
    };
    let mut rows: Vec<_> = climb(Side::Right).collect();
    rows.push((rig.smooth_edge(Side::Left, -100.0, 0.0), volume));
    rows.extend(climb(Side::Left).rev());
    let (skull, out): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
    let mut outline = pushed_out(&skull, |i| out[i]);
    // Its ends hang: they keep to their height.
    for end in [0, outline.len() - 1] {
        outline[end].y = lerp(skull[end].y, outline[end].y, 0.2);
    }
    outline
}

/// How an outline swells out and falls back lock by lock.
pub struct Swell {
    /// Steps of one lock, outwards.
    pub along: [f64; 3],
    /// Steps from either end at which it begins, and at which it is full.
    pub ease: (f64, f64),
    /// Least and greatest factor that chance gives a step.
    pub strength: (f64, f64),
}

impl Swell {
    /// The outline with its locks, `share` as strong as told.
    pub fn along(&self, outline: &[Point], share: f64, chance: &mut Chance) -> Vec<Point> {
        let line = open(outline).flatten(3);
        let last = line.len() - 1;
        pushed_out(&line, |i| {
            let eased = smoothstep(self.ease.0, self.ease.1, i.min(last - i) as f64);
            self.along[i % 3] * share * eased * chance.within(self.strength.0, self.strength.1)
        })
    }
}

/// The plane that faces away from the light.
fn shade(rig: &Rig, from: f64) -> [Point; 7] {
    let k = rig.shaded.sign();
    let skull = |azimuth: f64, y: f64| rig.over_skull(k * (from + azimuth), y, 8.0);
    [
        skull(0.0, -99.0),
        skull(12.0, -80.0),
        skull(26.0, -55.0),
        skull(30.0, -25.0),
        skull(34.0, 30.0),
        rig.edge(rig.shaded, 40.0).moved(k * 50.0, 0.0),
        rig.edge(rig.shaded, -95.0).moved(k * 60.0, -40.0),
    ]
}
