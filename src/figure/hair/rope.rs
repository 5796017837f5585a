//! Braids: lobes left and right in turn along a line. There are as many in every frame, or they would hop when the line stretches.

use crate::cast::Color;
use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, at, leaf, open, shape, taper};
use crate::figure::math::lerp;
use crate::figure::rig::Rig;

/// Points for each segment of the line.
const STEPS: usize = 10;

/// One braid.
pub struct Rope<'a> {
    pub rig: &'a Rig<'a>,
    pub line: &'a [Point],
    /// At even shares of the line.
    pub widths: &'a [f64],
    /// It hangs on the side the light comes from.
    pub lit: bool,
}

/// Where one lobe lies: a place on the line, which way it runs there, and how wide the braid is.
struct Turn {
    place: Point,
    along: Point,
    width: f64,
    /// The side the lobe lies on, -1 or 1.
    side: f64,
}

impl Turn {
    /// A point `ahead` along the line and `out` to the lobe's side, in widths.
    fn at(&self, ahead: f64, out: f64) -> Point {
        let (u, out) = (self.along, out * self.side);
        self.place.moved((u.x * ahead - u.y * out) * self.width, (u.y * ahead + u.x * out) * self.width)
    }
}

impl Rope<'_> {
    /// A braid as thick as a wrist: each lobe has its own light, and a dark notch where the next one covers it.
    pub fn thick(&self, lobes: usize, canvas: &mut Canvas) {
        self.core(canvas);
        let tones = &self.rig.hair;
        for turn in self.turns(lobes) {
            let facing = -turn.along.y * turn.side * self.rig.lit.sign() > 0.0;
            canvas.flat(lobe(&turn), if self.lit || facing { tones.base } else { tones.shade });
            let notch = [(0.40, 0.04), (0.26, 0.40), (-0.02, 0.54), (0.02, 0.30), (0.12, 0.06)];
            canvas.fill(shape(&notch.map(|(a, b)| turn.at(a, b))), tones.deep, 0.75, 0.8);
            for from in [-0.30, -0.10] {
                let strand = [turn.at(from, 0.50), turn.at(from + 0.20, 0.26), turn.at(from + 0.42, 0.04)];
                let color = if facing { tones.light } else { tones.deep };
                canvas.fill(taper(&strand, &[0.4, 1.5, 0.4]), color, 0.6, 0.2);
            }
        }
    }

    /// One of many thin ones: a dark and a light chevron for each lobe.
    pub fn thin(&self, lobes: usize, canvas: &mut Canvas) {
        self.core(canvas);
        let tones = &self.rig.hair;
        let light = mix(tones.light, Color::WHITE, 0.10);
        let (mut notches, mut ridges) = (Path::default(), Path::default());
        for turn in self.turns(lobes) {
            let notch = [turn.at(-0.3, 0.5), turn.at(0.05, 0.1), turn.at(0.30, -0.42)];
            notches.join(leaf(notch, turn.width * 0.24));
            let ridge = [turn.at(0.02, 0.46), turn.at(0.16, 0.22), turn.at(0.34, -0.10)];
            ridges.join(leaf(ridge, turn.width * 0.30));
        }
        canvas.fill(notches, tones.dark, 0.8, 0.0);
        canvas.fill(ridges, light, if self.lit { 0.62 } else { 0.40 }, 0.0);
    }

    fn core(&self, canvas: &mut Canvas) {
        let tones = &self.rig.hair;
        canvas.flat(taper(self.line, self.widths), if self.lit { tones.base } else { tones.shade });
    }

    /// The lobes from top to bottom, close where the braid is narrow.
    fn turns(&self, count: usize) -> Vec<Turn> {
        let line = open(self.line).flatten(STEPS);
        let last = line.len() - 1;
        let width = |i: usize| width_at(self.widths, i as f64 / last as f64);
        let along = |i: usize| {
            let (a, b) = (line[i.saturating_sub(1)], line[(i + 1).min(last)]);
            at(b.x - a.x, b.y - a.y)
        };
        let mut way = vec![0.0];
        for i in 0..last {
            way.push(way[i] + line[i].distance(line[i + 1]) / width(i));
        }
        let turn = |k: usize| {
            let goal = way[last] * k as f64 / (count + 1) as f64;
            let i = way.partition_point(|done| *done <= goal).clamp(1, last) - 1;
            let share = (goal - way[i]) / (way[i + 1] - way[i]).max(f64::MIN_POSITIVE);
            let along = along(i).toward(along(i + 1), share);
            let length = along.distance(at(0.0, 0.0)).max(f64::MIN_POSITIVE);
            Turn {
                place: line[i].toward(line[i + 1], share),
                along: at(along.x / length, along.y / length),
                width: lerp(width(i), width(i + 1), share),
                side: if k % 2 == 1 { 1.0 } else { -1.0 },
            }
        };
        (1..=count).map(turn).collect()
    }
}

fn lobe(turn: &Turn) -> Path {
    let outline =
        [(-0.50, 0.08), (-0.42, 0.40), (-0.06, 0.56), (0.26, 0.40), (0.42, 0.02), (0.30, -0.14), (-0.1, 0.02)];
    shape(&outline.map(|(ahead, out)| turn.at(ahead, out)))
}

fn width_at(widths: &[f64], share: f64) -> f64 {
    let spans = widths.len() - 1;
    let along = share * spans as f64;
    let span = (along as usize).min(spans - 1);
    lerp(widths[span], widths[span + 1], along - span as f64)
}
