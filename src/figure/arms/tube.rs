//! One straight piece of arm: its base, the strip that turns away from the light, a light edge on the other side.

use std::f64::consts::PI;

use crate::figure::canvas::Canvas;
use crate::figure::curve::{Path, Point, Spline, at, closed, shape};
use crate::figure::math::{clamp, lerp};
use crate::figure::tones::Tones;

use super::{Arm, along, direction};

/// A piece of arm to be painted.
pub(super) struct Piece<'a> {
    pub from: Point,
    pub to: Point,
    /// Half-widths at even steps.
    pub half_widths: &'a [f64],
    pub tones: &'a Tones,
    /// How round each end is; 0 is a straight cut.
    pub caps: [f64; 2],
    /// How far the middle lies off the straight line.
    pub bow: f64,
    /// Opacity of the light edge.
    pub light: f64,
    /// Where the shade begins, in half-widths from the middle; without it, where the light says.
    pub terminator: Option<f64>,
    /// What it throws a shadow on.
    pub on: Option<&'a Path>,
}

/// A piece that has been painted.
pub(super) struct Painted {
    pub curve: Spline,
    pub path: Path,
    /// The side away from the light: 1 or -1.
    pub shaded: f64,
    /// Direction at its end.
    pub end: [f64; 2],
}

/// The outline round a bent line.
struct Tube<'a> {
    line: Vec<Point>,
    directions: Vec<[f64; 2]>,
    half_widths: &'a [f64],
}

impl<'a> Tube<'a> {
    fn of(piece: &Piece<'a>) -> Self {
        let last = piece.half_widths.len() - 1;
        let line: Vec<_> = (0..=last)
            .map(|i| {
                let share = i as f64 / last as f64;
                along(piece.from, piece.to, share, piece.bow * (PI * share).sin())
            })
            .collect();
        let directions = (0..=last).map(|i| direction(line[i.saturating_sub(1)], line[(i + 1).min(last)]).0).collect();
        Self { line, directions, half_widths: piece.half_widths }
    }

    fn last(&self) -> usize {
        self.line.len() - 1
    }

    /// A point `across` half-widths beside a point of the line and `ahead` units further.
    fn beside(&self, i: usize, across: f64, ahead: f64) -> Point {
        let ([x, y], p, out) = (self.directions[i], self.line[i], self.half_widths[i] * across);
        at(p.x - y * out + x * ahead, p.y + x * out + y * ahead)
    }

    fn outline(&self, caps: [f64; 2]) -> Vec<Point> {
        let last = self.last();
        let cut = |i: usize, across: f64| {
            let square = (i == 0 && caps[0] == 0.0) || (i == last && caps[1] == 0.0);
            let point = self.beside(i, across, 0.0);
            if square { point.sharp() } else { point }
        };
        let mut outline: Vec<_> = (0..=last).map(|i| cut(i, 1.0)).collect();
        if caps[1] > 0.0 {
            outline.extend([0.72, -0.72].map(|across| self.beside(last, across, self.half_widths[last] * caps[1])));
        }
        outline.extend((0..=last).rev().map(|i| cut(i, -1.0)));
        if caps[0] > 0.0 {
            outline.extend([-0.72, 0.72].map(|across| self.beside(0, across, -self.half_widths[0] * caps[0])));
        }
        outline
    }

    /// The strip on the side away from the light, from `edge` half-widths outwards.
    fn shade(&self, side: f64, edge: f64, wobble: f64) -> Vec<Point> {
        let last = self.last();
        let mut points = vec![self.beside(0, side * (edge + 0.05), -20.0)];
        points.extend((0..=last).map(|i| {
            let off = if i % 2 == 1 { 0.10 } else { -0.04 };
            self.beside(i, side * (edge + off * wobble), 0.0)
        }));
        points.extend([edge, 2.0].map(|across| self.beside(last, side * across, 26.0)));
        points.extend((0..=last).rev().map(|i| self.beside(i, side * 2.0, 0.0)));
        points.push(self.beside(0, side * 2.0, -20.0));
        points
    }

    /// The light edge on a side.
    fn light(&self, side: f64) -> Vec<Point> {
        let last = self.last();
        let mut points = vec![self.beside(0, side * 0.62, -10.0)];
        points.extend((0..=last).map(|i| self.beside(i, side * if i % 2 == 1 { 0.70 } else { 0.60 }, 0.0)));
        points.push(self.beside(last, side * 1.5, 0.0));
        points.extend((0..last).rev().map(|i| self.beside(i, side * 1.6, 0.0)));
        points
    }
}

/// Paints a piece of an arm.
pub(super) fn paint(arm: &Arm, piece: &Piece, canvas: &mut Canvas) -> Painted {
    let tube = Tube::of(piece);
    let outline = tube.outline(piece.caps);
    let curve = closed(&outline);
    let path = curve.path();
    let [x, y] = tube.directions[tube.last() / 2];
    let across_light = -y * (arm.rig.lit.sign() * 0.75) + x * -0.66;
    let (shaded, facing) = (if across_light < 0.0 { 1.0 } else { -1.0 }, across_light.abs());
    if let Some(ground) = piece.on {
        let moved: Vec<_> = outline.iter().map(|p| p.moved(-arm.rig.lit.sign() * 5.0, 12.0)).collect();
        canvas.clip(ground);
        canvas.fill(shape(&moved), arm.torso.cloth.deep, 0.55, 3.0);
        canvas.end();
    }
    canvas.flat(path.clone(), piece.tones.base);
    canvas.clip(&path);
    let (edge, wobble) = piece.terminator.map_or((lerp(0.05, -0.12, facing), 1.0), |edge| (edge, 0.3));
    canvas.fill(shape(&tube.shade(shaded, edge, wobble)), piece.tones.shade, 0.92, 1.5);
    canvas.fill(shape(&tube.light(-shaded)), piece.tones.light, piece.light * clamp(facing * 1.3), 1.6);
    canvas.end();
    Painted { curve, path, shaded, end: tube.directions[tube.last()] }
}
