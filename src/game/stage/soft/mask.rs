//! Coverage of the shapes that others are clipped to, side by side in one texture.

use bevy::math::Vec2;
use tiny_skia::{FillRule, PathBuilder, Transform};

use super::View;
use crate::figure::{Drawing, Outline};

/// Texels that are always open, at the top left, for layers without a clip.
const OPEN: u32 = 6;

/// Where a clip's coverage lies in the mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slot {
    pub offset: [i16; 2],
    pub rect: [u16; 4],
}

impl Slot {
    pub const OPEN: Self = Self { offset: [0, 0], rect: [2, 2, 2, 2] };
}

/// One byte of coverage a texel. The height grows with what has to fit.
#[derive(Clone, Debug)]
pub struct Mask {
    pub width: u32,
    pub height: u32,
    pub texels: Vec<u8>,
}

/// The pixels of the picture that a clip covers: left, top, right, bottom.
type Pixels = [i32; 4];

impl Mask {
    /// An empty mask of this width in texels.
    pub fn new(width: u32) -> Self {
        Self { width, height: 64, texels: vec![0; (width * 64) as usize] }
    }

    /// Paints every clip of the drawing into a place of its own; gives the places in the order of the clips.
    pub(super) fn paint(&mut self, drawing: &Drawing, view: &View) -> Vec<Slot> {
        let needed = needed(drawing, view);
        let boxes: Vec<Pixels> =
            drawing.clips.iter().zip(needed).map(|(clip, needed)| pixels(clip, needed, view)).collect();
        let corners = self.pack(&boxes);
        self.open();
        let mut slots = Vec::with_capacity(boxes.len());
        for ((clip, at), corner) in drawing.clips.iter().zip(&boxes).zip(corners) {
            slots.push(self.paint_one(clip, view, *at, corner));
        }
        slots
    }

    /// Shelves, the highest first; two texels around each clip stay empty.
    fn pack(&mut self, boxes: &[Pixels]) -> Vec<[u32; 2]> {
        let size = |b: &Pixels| ((b[2] - b[0]).max(2) as u32, (b[3] - b[1]).max(2) as u32);
        let mut order: Vec<usize> = (0..boxes.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(size(&boxes[*i]).1));
        let (mut x, mut y, mut row) = (OPEN + 2, 0, OPEN + 2);
        let mut corners = vec![[0; 2]; boxes.len()];
        for i in order {
            let (w, h) = size(&boxes[i]);
            if x + w > self.width {
                (x, y, row) = (0, y + row, 0);
            }
            row = row.max(h);
            corners[i] = [x, y];
            x += w;
        }
        self.fit(y + row);
        corners
    }

    fn fit(&mut self, height: u32) {
        if height > self.height {
            self.height = height.next_multiple_of(128);
        }
        self.texels.clear();
        self.texels.resize((self.width * self.height) as usize, 0);
    }

    fn open(&mut self) {
        for row in self.texels.chunks_mut(self.width as usize).take(OPEN as usize) {
            row[..OPEN as usize].fill(255);
        }
    }

    fn paint_one(&mut self, clip: &[Outline], view: &View, at: Pixels, [x, y]: [u32; 2]) -> Slot {
        let (w, h) = ((at[2] - at[0]).max(2) as u32, (at[3] - at[1]).max(2) as u32);
        if let (Some(path), Some(mut mask)) = (path(clip, view), tiny_skia::Mask::new(w, h)) {
            let moved = Transform::from_translate(-at[0] as f32, -at[1] as f32);
            mask.fill_path(&path, FillRule::Winding, true, moved);
            for (j, row) in mask.data().chunks(w as usize).enumerate() {
                let from = ((y as usize + j) * self.width as usize) + x as usize;
                if let Some(texels) = self.texels.get_mut(from..from + w as usize) {
                    texels.copy_from_slice(row);
                }
            }
        }
        Slot {
            offset: [(x as i32 - at[0]) as i16, (y as i32 - at[1]) as i16],
            rect: [x as u16, y as u16, (x + w - 1) as u16, (y + h - 1) as u16],
        }
    }
}

type Bounds = (Vec2, Vec2);

const NOTHING: Bounds = (Vec2::MAX, Vec2::MIN);

fn bounds(outlines: &[Outline], view: &View) -> Bounds {
    let points = outlines.iter().flatten().map(|p| view.pixel(*p));
    points.fold(NOTHING, |(low, high), p| (low.min(p), high.max(p)))
}

/// For each clip, as far as the layers that it cuts reach with their soft edges.
fn needed(drawing: &Drawing, view: &View) -> Vec<Bounds> {
    let mut needed = vec![NOTHING; drawing.clips.len()];
    for layer in &drawing.layers {
        let Some(reach) = layer.clip.and_then(|c| needed.get_mut(c)) else { continue };
        let soft = 2.4 * layer.blur * view.scale + 2.0;
        let (low, high) = bounds(&layer.outlines, view);
        *reach = (reach.0.min(low - soft), reach.1.max(high + soft));
    }
    needed
}

/// The clip's box within the picture, no larger than needed, with a margin of two empty pixels.
fn pixels(clip: &[Outline], needed: Bounds, view: &View) -> Pixels {
    let (low, high) = bounds(clip, view);
    let low = low.max(needed.0).max(Vec2::ZERO).floor() - 2.0;
    let high = high.min(needed.1).min(view.size).ceil() + 2.0;
    if low.x < high.x && low.y < high.y {
        [low.x as i32, low.y as i32, high.x as i32, high.y as i32]
    } else {
        [0, 0, 2, 2]
    }
}

fn path(clip: &[Outline], view: &View) -> Option<tiny_skia::Path> {
    let mut builder = PathBuilder::new();
    for outline in clip {
        let mut points = outline.iter().map(|p| view.pixel(*p));
        let Some(first) = points.next() else { continue };
        builder.move_to(first.x, first.y);
        while let (Some(a), Some(b), Some(c)) = (points.next(), points.next(), points.next()) {
            builder.cubic_to(a.x, a.y, b.x, b.y, c.x, c.y);
        }
        builder.close();
    }
    builder.finish()
}
