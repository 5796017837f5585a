//! Many thin braids: rows run back from the hairline over the scalp, and hang over both shoulders.

use crate::cast::Color;
use crate::figure::body::Body;
use crate::figure::canvas::Canvas;
use crate::figure::clothes::Torso;
use crate::figure::color::mix;
use crate::figure::curve::{Path, Point, Spline, leaf, open, shape};
use crate::figure::math::lerp;

use super::Style;
use super::chance::Chance;
use super::combing::{Combing, Spot};
use super::curtain::{self, Curtain, Fall};
use super::mass::Volume;
use super::rope::Rope;

pub(super) const STYLE: Style = Style { hairline: &HAIRLINE, back, front, over: Some(over) };

const HAIRLINE: [Spot; 12] = [
    (104.0, 38.0),
    (94.0, 24.0),
    (82.0, 4.0),
    (73.0, -20.0),
    (58.0, -46.0),
    (36.0, -60.0),
    (10.0, -67.0),
    (-10.0, -68.0),
    (-32.0, -60.0),
    (-50.0, -46.0),
    (-63.0, -24.0),
    (-72.0, 0.0),
];
const VOLUME: f64 = 11.0;
const AT_TEMPLE: f64 = 8.0;
const BEHIND_EAR: f64 = 34.0;
const FALL: Fall = Fall {
    outer: [(6.0, -5.0), (52.0, 5.0)],
    inner: [(16.0, -20.0), (60.0, -14.0)],
    jaw: (4.0, 10.0, 110.0, 40.0),
    spread: 16.0,
};
/// Braids over one shoulder, and which of them wear a bead.
const HANGING: usize = 5;
const BEADED: [usize; 2] = [1, 3];
const LOBES: usize = 24;
const WIDTHS: [f64; 6] = [10.4, 11.0, 11.0, 10.4, 9.4, 3.4];

fn back(combing: &Combing, canvas: &mut Canvas) {
    curtain::behind(combing.rig, 8.0, 200.0, canvas);
}

fn front(combing: &Combing, canvas: &mut Canvas) -> Spline {
    let rig = combing.rig;
    let v = rig.look.hair.volume.unwrap_or(VOLUME);
    let near = Volume { from: lerp(BEHIND_EAR, AT_TEMPLE, combing.turned), out: [3.0, 6.0, 9.0, v, v, v] };
    let away = Volume { from: lerp(AT_TEMPLE, BEHIND_EAR, combing.turned), out: [1.0, 4.0, 8.0, v, v, v] };
    let hairline = combing.drawn_back_hairline(&HAIRLINE);
    let edge = combing.grown_mass(combing.crown(&near, &away), &hairline, &rig.hair, 36.0, canvas);
    for i in 0..9_usize {
        let share = i as f64 / 8.0;
        parting(combing, &combing.drawn_back(share), &[0.8, 1.3, 1.3, 1.2, 0.8], canvas);
        let row = Row { steps: 3, step: (4.0, 1.7), width: 2.0, opacity: 0.5 };
        row.draw(combing, &combing.drawn_back((share + 0.06).min(1.0)), i, canvas);
    }
    for i in 0..6_usize {
        let share = i as f64 / 5.0;
        parting(combing, &combing.drawn_back_away(share), &[0.8, 1.3, 0.8], canvas);
        let row = Row { steps: 3, step: (3.0, 1.4), width: 1.5, opacity: 0.45 };
        row.draw(combing, &combing.drawn_back_away((share + 0.09).min(1.0)), i, canvas);
    }
    canvas.end();
    edge
}

/// Between two rows the scalp shows.
fn parting(combing: &Combing, line: &[Spot], widths: &[f64], canvas: &mut Canvas) {
    let color = mix(combing.rig.skin.deep, combing.rig.hair.dark, 0.35);
    canvas.fill(combing.lock(line, widths, 3.0), color, 0.75, 0.2);
}

/// How the chevrons of one row are drawn.
struct Row {
    /// For each span of the line.
    steps: usize,
    /// Half of a chevron's width, and of its height.
    step: (f64, f64),
    width: f64,
    opacity: f64,
}

impl Row {
    fn draw(&self, combing: &Combing, line: &[Spot], row: usize, canvas: &mut Canvas) {
        let tones = &combing.rig.hair;
        let skull: Vec<_> = line.iter().map(|spot| combing.point(*spot, 4.0)).collect();
        let points = open(&skull).flatten(self.steps);
        let (half, high) = self.step;
        let (mut light, mut deep) = (Path::default(), Path::default());
        for (j, p) in points[1..points.len() - 1].iter().enumerate() {
            let chevron = [p.moved(-half, -high), p.moved(0.0, 1.1), p.moved(half, 0.2 - high)];
            let tone = if (j + row).is_multiple_of(2) { &mut light } else { &mut deep };
            tone.join(leaf(chevron, self.width));
        }
        canvas.fill(light, tones.light, self.opacity, 0.2);
        canvas.fill(deep, tones.deep, self.opacity, 0.2);
    }
}

fn over(combing: &Combing, body: &Body, torso: &Torso, canvas: &mut Canvas) {
    let rig = combing.rig;
    let beads = rig.look.hair.beads;
    curtain::both(combing, body, torso, &FALL, canvas, |curtain, side, canvas| {
        // The same on both sides: who has made them has made them alike.
        let mut chance = Chance::of(rig, 8);
        let lines: [_; HANGING] = std::array::from_fn(|i| hanging(curtain, (i as f64 + 0.3) / 4.8, &mut chance));
        for line in &lines {
            Rope { rig, line, widths: &WIDTHS, lit: side == rig.lit }.thin(LOBES, canvas);
        }
        if let Some(color) = beads {
            BEADED.into_iter().for_each(|i| bead(lines[i][4], color, canvas));
        }
    });
}

fn hanging(curtain: &Curtain, share: f64, chance: &mut Chance) -> [Point; 6] {
    let mut line = curtain.line(share).map(|p| p.moved(chance.within(-2.0, 2.0), 0.0));
    line[5] = line[5].moved(chance.within(-5.0, 5.0), chance.within(-22.0, 26.0));
    line
}

fn bead(p: Point, color: Color, canvas: &mut Canvas) {
    let outline = [(-4.6, -3.0), (4.6, -3.0), (4.6, 4.0), (-4.6, 4.0)];
    canvas.flat(shape(&outline.map(|(dx, dy)| p.moved(dx, dy))), color);
}
