//! A braid along a line.

use crate::figure::canvas::Canvas;
use crate::figure::color::mix;
use crate::figure::curve::{Point, open, shape, taper};
use crate::figure::math::lerp;
use crate::figure::rig::Rig;
use crate::figure::tones::Tones;

use crate::cast::Color;

/// How a braid is woven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weave {
    /// Lobes left and right in turn, each with its own light.
    Thick,
    /// A rope with chevrons.
    Thin,
}

/// Whether the side of the body that a braid lies on faces the light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lying {
    Lit,
    Shaded,
}

/// A braid along a line, its width given at even steps.
pub struct Rope<'a> {
    pub line: &'a [Point],
    pub widths: &'a [f64],
    pub weave: Weave,
    pub lying: Lying,
}

/// One crossing of the strands.
struct Crossing {
    middle: Point,
    /// Along the braid.
    along: (f64, f64),
    /// The braid's width here.
    width: f64,
    /// 1 and -1 in turn.
    turn: f64,
}

impl Crossing {
    /// A point from the middle in widths: along the braid, and across it to the side of this turn.
    fn point(&self, (along, across): (f64, f64)) -> Point {
        let (x, y) = self.along;
        let (along, across) = (along * self.width, across * self.width * self.turn);
        self.middle.moved(x * along - y * across, y * along + x * across)
    }
}

impl Rope<'_> {
    pub fn draw(&self, rig: &Rig, tones: &Tones, canvas: &mut Canvas) {
        canvas.flat(taper(self.line, self.widths), self.color(tones));
        for crossing in self.crossings() {
            match self.weave {
                Weave::Thick => self.lobe(&crossing, rig, tones, canvas),
                Weave::Thin => self.chevron(&crossing, tones, canvas),
            }
        }
    }

    fn color(&self, tones: &Tones) -> Color {
        match self.lying {
            Lying::Lit => tones.base,
            Lying::Shaded => tones.shade,
        }
    }

    fn crossings(&self) -> Vec<Crossing> {
        let line = open(self.line).flatten(10);
        let last = line.len() - 1;
        let spacing = match self.weave {
            Weave::Thick => 0.46,
            Weave::Thin => 0.8,
        };
        let mut crossings = Vec::new();
        let (mut since, mut turn) = (0.0, 1.0);
        for i in 1..last {
            since += line[i].distance(line[i - 1]);
            let width = self.width(i as f64 / last as f64);
            if since >= width * spacing {
                crossings.push(Crossing { middle: line[i], along: direction(line[i], line[i + 1]), width, turn });
                (since, turn) = (0.0, -turn);
            }
        }
        crossings
    }

    fn width(&self, share: f64) -> f64 {
        let spans = self.widths.len() - 1;
        let along = share * spans as f64;
        let span = (along as usize).min(spans - 1);
        lerp(self.widths[span], self.widths[span + 1], along - span as f64)
    }

    fn lobe(&self, crossing: &Crossing, rig: &Rig, tones: &Tones, canvas: &mut Canvas) {
        let points = |offsets: &[(f64, f64)]| offsets.iter().map(|o| crossing.point(*o)).collect::<Vec<_>>();
        let outline = shape(&points(&[
            (-0.50, 0.08),
            (-0.42, 0.40),
            (-0.06, 0.56),
            (0.26, 0.40),
            (0.42, 0.02),
            (0.30, -0.14),
            (-0.1, 0.02),
        ]));
        let faces_light = -crossing.along.1 * crossing.turn * rig.lit.sign() > 0.0;
        canvas.flat(outline.clone(), if faces_light { tones.base } else { self.color(tones) });
        canvas.clip(&outline);
        let under = points(&[(0.42, 0.02), (0.26, 0.44), (-0.02, 0.62), (0.02, 0.30), (0.12, 0.04)]);
        canvas.fill(shape(&under), tones.deep, 0.75, 0.8);
        for from in [-0.30, -0.10] {
            let hair = points(&[(from, 0.52), (from + 0.20, 0.26), (from + 0.42, 0.02)]);
            let color = if faces_light { tones.light } else { tones.deep };
            canvas.fill(taper(&hair, &[0.4, 1.5, 0.4]), color, 0.6, 0.2);
        }
        canvas.end();
    }

    fn chevron(&self, crossing: &Crossing, tones: &Tones, canvas: &mut Canvas) {
        let stroke = |offsets: [(f64, f64); 3], widths: &[f64]| taper(&offsets.map(|o| crossing.point(o)), widths);
        let notch = stroke([(-0.3, 0.5), (0.05, 0.1), (0.30, -0.42)], &[0.5, crossing.width * 0.20, 0.3]);
        canvas.fill(notch, tones.dark, 0.8, 0.0);
        let light = stroke([(0.02, 0.46), (0.16, 0.22), (0.34, -0.10)], &[0.4, crossing.width * 0.26, 0.3]);
        let opacity = match self.lying {
            Lying::Lit => 0.62,
            Lying::Shaded => 0.40,
        };
        canvas.fill(light, mix(tones.light, Color::WHITE, 0.10), opacity, 0.0);
    }
}

fn direction(from: Point, to: Point) -> (f64, f64) {
    let length = from.distance(to).max(f64::MIN_POSITIVE);
    ((to.x - from.x) / length, (to.y - from.y) / length)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::curve::at;

    #[test]
    fn the_strands_cross_left_and_right_in_turn_and_closer_where_the_braid_is_thin() {
        let rope = Rope {
            line: &[at(0.0, 0.0), at(0.0, 100.0)],
            widths: &[20.0, 10.0],
            weave: Weave::Thick,
            lying: Lying::Lit,
        };
        let crossings = rope.crossings();
        assert!(crossings.windows(2).all(|pair| pair[0].turn == -pair[1].turn), "in turn");
        let gap = |pair: &[Crossing]| pair[1].middle.y - pair[0].middle.y;
        let gaps: Vec<_> = crossings.windows(2).map(gap).collect();
        assert!(gaps.first() > gaps.last(), "{gaps:?}");
    }
}
